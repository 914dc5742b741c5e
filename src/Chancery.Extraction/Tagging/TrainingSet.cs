namespace Chancery.Extraction.Tagging;

/// <summary>A file of annotated texts as JSON lines, gzipped or not; its name tells the set's rules.</summary>
/// <param name="Copies">How often each text counts.</param>
/// <param name="Every">Of a large set one text in so many is read.</param>
public sealed record TrainingSet(string Path, int Copies = 1, int Every = 1)
{
    /// <summary>Tells by its number which texts of the file may be learned from; null for all.</summary>
    internal Func<int, bool>? Keeps { get; init; }

    internal bool Has(int number) => number % Every == 0 && Keeps?.Invoke(number) != false;
}
