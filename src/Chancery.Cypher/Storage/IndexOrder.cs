using Chancery.Graph;

namespace Chancery.Cypher.Storage;

/// <summary>
/// The order of values in indexes: Cypher's own, so that an index may serve ORDER BY. Values that Cypher calls equal compare as 0 (1 and 1.0).
/// </summary>
internal static class IndexOrder
{
    public static int Compare(Value left, Value right) => Value.Order(left, right);

    /// <summary>Kinds that compare with each other share a rank.</summary>
    public static int Rank(ValueKind kind) => Value.RankOf(kind);
}
