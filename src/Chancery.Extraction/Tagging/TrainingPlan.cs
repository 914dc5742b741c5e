namespace Chancery.Extraction.Tagging;

/// <summary>The sets that the shipped model learns from. Paths are relative to the folder of data.</summary>
public static class TrainingPlan
{
    public const ulong Seed = 7;

    public const int Epochs = 8;

    /// <summary>Sets that are measured as well: each half by a model that learned from the other.</summary>
    internal static IReadOnlyList<string> Measured { get; } = ["crossner_politics", "europarl", "re3d", "wikigold"];

    private const int MeasuredCopies = 3;

    private const int CableCopies = 3;

    /// <summary>Every set, in the order in which they are read.</summary>
    /// <param name="folder">The folder that holds <c>ner</c> and <c>frus</c>.</param>
    /// <param name="cables">Annotated cables, after <see cref="Cables"/>; null to learn from the public sets alone.</param>
    public static IReadOnlyList<TrainingSet> Sets(string folder, TrainingSet? cables) =>
    [
        new(Path.Combine(folder, "ner/train/gmb.train.jsonl.gz"), Policy: "gmb"),
        new(Path.Combine(folder, "ner/train/uner_ewt.jsonl.gz"), Policy: "uner"),
        new(Path.Combine(folder, "ner/dev/re_docred.dev.jsonl"), Policy: TrainingSet.Ours),
        new(Path.Combine(folder, "ner/dev/gmb.dev.jsonl"), Policy: "gmb"),
        new(Path.Combine(folder, "frus/silver/best.jsonl.gz"), Every: 3),
        .. cables is null ? Array.Empty<TrainingSet>() : [cables],
        .. Measured.Select(name => new TrainingSet(MeasuredFile(folder, name), MeasuredCopies, Policy: TrainingSet.Ours)),
    ];

    /// <summary>Cables annotated for this model.</summary>
    /// <param name="annotations">Their stand-off annotations.</param>
    /// <param name="texts">Folders with their texts.</param>
    public static TrainingSet Cables(string annotations, IReadOnlyList<string> texts) => new(annotations, CableCopies, Policy: TrainingSet.Ours) { Texts = texts };

    /// <summary>The sets without the half of each measured set that is to be tested.</summary>
    internal static IReadOnlyList<TrainingSet> Without(string folder, TrainingSet? cables, int fold)
    {
        HashSet<string> measured = [.. Measured.Select(name => MeasuredFile(folder, name))];
        return [.. Sets(folder, cables).Select(set => measured.Contains(set.Path) ? set with { Keeps = FoldOf(set.Path, other => other != fold) } : set)];
    }

    internal static string MeasuredFile(string folder, string name) => Path.Combine(folder, "ner/dev", name + ".dev.jsonl");

    /// <summary>
    /// Picks texts of a set by their fold. Sets of single sentences are cut in the middle, so that neighbours of one article stay
    /// together; sets of whole documents (few, sorted by source) go by turns.
    /// </summary>
    internal static Func<int, bool> FoldOf(string file, Func<int, bool> picks)
    {
        const int few = 100;
        int lines = File.ReadLines(file).Count();
        return number => picks(lines < few ? number % 2 : number < lines / 2 ? 0 : 1);
    }
}
