using System.Globalization;

namespace Chancery.Extraction.Evaluation;

/// <summary>Every set in one table, and how far confidences can be believed, as Markdown for the README.</summary>
public static class EvaluationTable
{
    /// <param name="cables">The shipped extractor against the cables' gold.</param>
    /// <param name="folds">From <see cref="FoldedEvaluation.Run"/>.</param>
    public static void Write(TextWriter writer, EvaluationReport cables, IReadOnlyList<(EvaluationReport Written, EvaluationReport Capitals)> folds)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(cables);
        ArgumentNullException.ThrowIfNull(folds);
        writer.WriteLine("| set | measure | precision | recall | F1 |");
        writer.WriteLine("|---|---|---|---|---|");
        Row(writer, $"cables, gold of {cables.Texts}", "mentions, exact span and type", cables.Mentions);
        Row(writer, "", "mentions, overlap", cables.Overlaps);
        writer.WriteLine(Line("", "clustering B-cubed, end to end", cables.ClusterF1));
        writer.WriteLine(Line("", "relations, macro F1 of eight", cables.RelationMacroF1));
        writer.WriteLine(Line("", "header fields", cables.HeaderAccuracy));
        writer.WriteLine($"| | hard negatives extracted | | | {cables.HardNegatives} |");
        foreach ((EvaluationReport written, EvaluationReport capitals) in folds)
        {
            Row(writer, $"{written.Name}, {written.Texts} texts in two folds", "exact span and type", written.Mentions);
            Row(writer, "", "the same in capitals", capitals.Mentions);
        }

        writer.WriteLine();
        writer.WriteLine(Reliability.Head);
        writer.WriteLine("|---|---|---|---|---|---|---|---|");
        writer.WriteLine(cables.MentionConfidence.Row("cables, mentions"));
        writer.WriteLine(cables.LinkConfidence.Row("cables, links of right mentions"));
        writer.WriteLine(cables.ClaimConfidence.Row("cables, claims"));
        var all = new Reliability();
        foreach ((EvaluationReport written, _) in folds)
        {
            all.Add(written.MentionConfidence);
        }

        writer.WriteLine(all.Row("four sets, mentions"));
    }

    private static void Row(TextWriter writer, string set, string measure, Tally tally) => writer.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"| {set} | {measure} | {tally.Precision:0.000} | {tally.Recall:0.000} | {tally.F1:0.000} |"));

    private static string Line(string set, string measure, double value) => string.Create(CultureInfo.InvariantCulture, $"| {set} | {measure} | | | {value:0.000} |");
}
