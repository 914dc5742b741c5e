using Chancery.Cables;
using Chancery.Extraction.Tagging;

namespace Chancery.Extraction.Evaluation;

/// <summary>
/// The sets that the tagger learns from, each half scored by a model that never saw it: two trainings after <see cref="TrainingPlan"/>,
/// each without one half of every measured set.
/// </summary>
public static class FoldedEvaluation
{
    private const int Folds = 2;

    /// <summary>A report a set, and one for the same texts in capitals.</summary>
    /// <param name="folder">The folder that holds <c>ner</c> and <c>frus</c>.</param>
    /// <param name="cables">Annotated cables to learn from as well; null for none.</param>
    /// <param name="progress">Told a line a set and an epoch; two trainings take some minutes.</param>
    /// <exception cref="InvalidDataException">A line is no annotated text; the message names the file and the line.</exception>
    /// <exception cref="IOException">A set cannot be read.</exception>
    public static IReadOnlyList<(EvaluationReport Written, EvaluationReport Capitals)> Run(string folder, TrainingSet? cables, Action<string>? progress = null)
    {
        List<(EvaluationReport Written, EvaluationReport Capitals)> reports =
            [.. TrainingPlan.Measured.Select(name => (new EvaluationReport(name), new EvaluationReport(name + ", in capitals")))];
        for (int fold = 0; fold < Folds; fold++)
        {
            progress?.Invoke($"fold {fold + 1} of {Folds}");
            TaggerModel model = TaggerTrainer.Train(TrainingPlan.Without(folder, cables, fold), TrainingPlan.Seed, TrainingPlan.Epochs, progress);
            Score(folder, fold, model, reports);
        }

        return reports;
    }

    private static void Score(string folder, int fold, TaggerModel model, List<(EvaluationReport Written, EvaluationReport Capitals)> reports)
    {
        var extractor = new CableExtractor(model);
        for (int i = 0; i < reports.Count; i++)
        {
            string file = TrainingPlan.MeasuredFile(folder, TrainingPlan.Measured[i]);
            Func<int, bool> tested = TrainingPlan.FoldOf(file, other => other == fold);
            Evaluator.Add(file, extractor.Extract, reports[i].Written, tested);
            Evaluator.Add(file, extractor.Extract, reports[i].Capitals, tested, Tagging.TrainingText.Upper);
        }
    }
}
