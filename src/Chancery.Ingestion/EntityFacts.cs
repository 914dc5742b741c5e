using System.Collections.Frozen;
using System.Globalization;
using Chancery.Graph;

namespace Chancery.Ingestion;

/// <summary>The properties that an entity may take over from what cables tell of it, and their types.</summary>
internal static class EntityFacts
{
    public static FrozenSet<string> Names { get; } = FrozenSet.Create(
        StringComparer.Ordinal, "acronym", "acting", "city", "country", "givenName", "iso", "kind", "latitude", "longitude", "surname", "title");

    public static Value Typed(string name, string text) => name switch
    {
        "acting" => text == "true",
        "latitude" or "longitude" => double.Parse(text, CultureInfo.InvariantCulture),
        _ => text,
    };
}
