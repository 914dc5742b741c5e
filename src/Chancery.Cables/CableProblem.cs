namespace Chancery.Cables;

/// <summary>An input that was set aside, and why. Nothing else stops for it.</summary>
/// <param name="Source">The file, and the row or record in it.</param>
/// <param name="Place">Where in it: "line 12", "byte 4096", "row 7, column 5"; null for the whole.</param>
/// <param name="Reason">A sentence for people.</param>
public sealed record CableProblem(string Source, string? Place, string Reason)
{
    public override string ToString() => Place is null ? $"{Source}: {Reason}" : $"{Source}: {Place}: {Reason}";
}

/// <summary>What a source yields for each input: a message, or the reason why there is none.</summary>
public readonly record struct CableInput(RawCable? Cable, CableProblem? Problem);
