using Chancery.Graph;

namespace Chancery.Ingestion.Loading;

/// <summary>Builds property maps: what is absent is left out, so that equal properties make equal maps.</summary>
internal static class MapRows
{
    public static MapValue.Builder SetKnown(this MapValue.Builder map, string key, Value value) => value.IsNull ? map : map.Set(key, value);

    public static MapValue.Builder SetKnown(this MapValue.Builder map, string key, IReadOnlyCollection<string> values) =>
        values.Count == 0 ? map : map.Set(key, Statements.Texts(values));
}
