using Chancery.Graph;
using Chancery.Ingestion.Loading;

namespace Chancery.Ingestion.Settling;

/// <summary>What one cable calls an entity: a <c>NAMES</c> relationship.</summary>
internal sealed record Naming(string Cable, DateOnly? Seen, MapValue Properties)
{
    /// <summary>A record of <c>settle.entities.names.cypher</c>.</summary>
    public static Naming Of(Value[] row) => new(row[1].AsString(), GraphDates.DayOfMoment(row[2]), row[3].AsMap());
}

/// <summary>An entity's own properties, as a function of the set of its namings: votes and sums, no history.</summary>
internal static class EntityProfile
{
    /// <param name="name">The name that an analyst gave it; null where the cables decide.</param>
    public static MapValue Compute(IReadOnlyList<Naming> namings, string? name, bool rejected)
    {
        SortedDictionary<string, long> surfaces = new(StringComparer.Ordinal);
        foreach (Naming naming in namings)
        {
            Value[] texts = naming.Properties["surfaces"].AsList();
            Value[] counts = naming.Properties["counts"].AsList();
            for (int i = 0; i < texts.Length; i++)
            {
                surfaces[texts[i].AsString()] = surfaces.GetValueOrDefault(texts[i].AsString()) + counts[i].AsInteger();
            }
        }

        string chosen = name ?? BestName(namings.Select(naming => naming.Properties["name"].AsString()));
        DateOnly[] days = [.. namings.Select(naming => naming.Seen).OfType<DateOnly>().Order()];
        MapValue.Builder properties = new(20);
        properties.Set("name", chosen)
            .Set("aliases", Statements.Texts(Aliases(surfaces, chosen)))
            .Set("mentions", surfaces.Values.Sum())
            .Set("cables", (long)namings.Select(naming => naming.Cable).Distinct().Count())
            .Set("firstSeen", days.Length > 0 ? GraphDates.Day(days[0]) : Value.Null)
            .Set("lastSeen", days.Length > 0 ? GraphDates.Day(days[^1]) : Value.Null)
            .Set("rejected", rejected ? Value.True : Value.Null);
        foreach (string fact in EntityFacts.Names.Order(StringComparer.Ordinal))
        {
            // An absent fact is written as null, so that one that lost its last witness goes.
            string? stated = Vote(namings.Select(naming => naming.Properties.GetOrNull(fact)).Where(value => !value.IsNull).Select(value => value.AsString()));
            properties.Set(fact, stated is null ? Value.Null : EntityFacts.Typed(fact, stated));
        }

        return properties.Build();
    }

    /// <summary>The name that most cables use; among equals mixed case before capitals, then the longer, then by letters.</summary>
    private static string BestName(IEnumerable<string> names) =>
        names.GroupBy(name => name, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count())
            .ThenByDescending(group => group.Key.Any(char.IsLower))
            .ThenByDescending(group => group.Key.Length)
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .First().Key;

    /// <summary>The other surfaces, most frequent first; those that differ in case alone count once.</summary>
    private static IEnumerable<string> Aliases(SortedDictionary<string, long> surfaces, string name) =>
        surfaces.OrderByDescending(surface => surface.Value).ThenBy(surface => surface.Key, StringComparer.Ordinal)
            .Select(surface => surface.Key)
            .DistinctBy(surface => surface, StringComparer.OrdinalIgnoreCase)
            .Where(surface => !string.Equals(surface, name, StringComparison.OrdinalIgnoreCase));

    private static string? Vote(IEnumerable<string> values) =>
        values.GroupBy(value => value, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
            .FirstOrDefault()?.Key;
}
