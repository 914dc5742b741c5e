using Chancery.Cables;

namespace Chancery.Ingestion.Pipeline;

/// <summary>Where cables come from. Enumerated anew for each pass.</summary>
/// <param name="Name">For people: the path.</param>
/// <param name="Inputs">What it yields, lazily, in an order of its own.</param>
public sealed record CableSource(string Name, IAsyncEnumerable<CableInput> Inputs)
{
    /// <summary>The number of inputs where it is known beforehand.</summary>
    public int? Total { get; init; }

    /// <summary>
    /// What the <see cref="RawCable.Source"/> of everything in it begins with. A cable that the graph holds from there and that is there
    /// no more is withdrawn.
    /// </summary>
    public IReadOnlyList<string> Mirrored { get; init; } = [];
}
