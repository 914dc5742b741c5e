namespace Chancery.Extraction.Tagging;

/// <summary>A file of annotated texts as JSON lines, gzipped or not; its name tells the set's rules.</summary>
/// <param name="Copies">How often each text counts.</param>
/// <param name="Every">Of a large set one text in so many is read.</param>
/// <param name="Policy">
/// By whose rules it was annotated. Sets of one policy have weights of their own beside those that all sets share, so that what is
/// peculiar to them is not learned as true of all. Null for sets that have only the shared ones.
/// </param>
public sealed record TrainingSet(string Path, int Copies = 1, int Every = 1, string? Policy = null)
{
    /// <summary>The policy by which the model is to name: its own weights are added to the shared ones, those of others are thrown away.</summary>
    public const string Ours = "ours";

    /// <summary>For annotations that stand apart from their texts: the folders in which those are looked for.</summary>
    public IReadOnlyList<string> Texts { get; init; } = [];

    /// <summary>Tells by its number which texts of the file may be learned from; null for all.</summary>
    internal Func<int, bool>? Keeps { get; init; }

    /// <summary>The ids of annotated texts that are in none of <see cref="Texts"/>: nothing is learned from those.</summary>
    /// <exception cref="InvalidDataException">A line is no stand-off annotation; the message names the file and the line.</exception>
    public IReadOnlyList<string> Missing() => Texts.Count == 0 ? [] : StandOff.Missing(this);

    internal bool Has(int number) => number % Every == 0 && Keeps?.Invoke(number) != false;
}
