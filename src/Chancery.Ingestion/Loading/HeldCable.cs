using Chancery.Cables;
using Chancery.Graph;

namespace Chancery.Ingestion.Loading;

/// <summary>One version of a cable: as the graph holds it, or as an input offers it.</summary>
/// <param name="Extractor">The version of the extractor, and of all else that the graph's content depends on.</param>
public sealed record HeldCable(string Id, string ContentHash, string Extractor, string Source, bool Partial, long Length)
{
    internal static HeldCable Of(Cable cable, string extractor) =>
        new(cable.Id, cable.ContentHash, extractor, cable.Raw.Source, cable.Partial, cable.Raw.Text.Length);

    /// <summary>A record of <c>cypher/load/read.cables.cypher</c>.</summary>
    internal static HeldCable Of(Value[] row) =>
        new(row[0].AsString(), row[1].AsString(), row[2].AsString(), row[3].AsString(), row[4].AsBoolean(), row[5].AsInteger());

    public bool IsSameAs(HeldCable other) => ContentHash == other.ContentHash && Extractor == other.Extractor && Source == other.Source;

    /// <summary>
    /// Which of two sources' versions the graph shows: the whole one before the partial, then the longer, then by hash and source,
    /// so that the order in which they come does not matter.
    /// </summary>
    public bool IsBetterThan(HeldCable other)
    {
        int order = other.Partial.CompareTo(Partial);
        order = order != 0 ? order : Length.CompareTo(other.Length);
        order = order != 0 ? order : string.CompareOrdinal(other.ContentHash, ContentHash);
        return (order != 0 ? order : string.CompareOrdinal(other.Source, Source)) > 0;
    }
}
