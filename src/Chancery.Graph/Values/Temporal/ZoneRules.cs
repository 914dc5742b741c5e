using System.Collections.Concurrent;
using NodaTime;
using NodaTime.TimeZones;

namespace Chancery.Graph;

/// <summary>The offsets of one tz database zone. Beyond the years that the database computes, the rules of its last years repeat.</summary>
public sealed class ZoneRules
{
    // The Gregorian calendar, weekdays included, repeats after 400 years.
    private const long SecondsPerCycle = 146_097L * 86_400;

    private static readonly long _least = Instant.MinValue.ToUnixTimeSeconds() + (2 * 86_400);
    private static readonly long _most = Instant.MaxValue.ToUnixTimeSeconds() - (2 * 86_400);
    private static readonly ConcurrentDictionary<string, ZoneRules> _known = new(StringComparer.Ordinal);

    private static readonly Dictionary<string, string> _ids =
        DateTimeZoneProviders.Tzdb.Ids.ToDictionary(id => id, StringComparer.OrdinalIgnoreCase);

    private readonly DateTimeZone _zone;

    private ZoneRules(DateTimeZone zone) => _zone = zone;

    public string Id => _zone.Id;

    /// <exception cref="GraphException">The tz database has no such zone.</exception>
    public static ZoneRules Of(string zoneId) => Find(zoneId) ?? throw TemporalErrors.UnknownZone(zoneId);

    /// <summary>The zone, its name taken without regard to case; null where there is none.</summary>
    public static ZoneRules? Find(string zoneId)
    {
        if (_known.TryGetValue(zoneId, out ZoneRules? rules))
        {
            return rules;
        }

        // Only names of the database are remembered, so that wrong names cannot fill the memory.
        return _ids.TryGetValue(zoneId, out string? id)
            ? _known.GetOrAdd(id, static key => new ZoneRules(DateTimeZoneProviders.Tzdb[key]))
            : null;
    }

    /// <summary>Seconds to add to UTC at an instant, given in UTC seconds since 1970.</summary>
    public int OffsetAt(long epochSecond) => _zone.GetUtcOffset(Instant.FromUnixTimeSeconds(Fold(epochSecond))).Seconds;

    /// <summary>Seconds to take from a local time (seconds since 1970 as if it were UTC) to reach UTC.</summary>
    public int OffsetAtLocal(long localSecond, int? preferred = null)
    {
        LocalDateTime local = Instant.FromUnixTimeSeconds(Fold(localSecond)).InUtc().LocalDateTime;
        ZoneLocalMapping mapping = _zone.MapLocal(local);
        int early = mapping.EarlyInterval.WallOffset.Seconds;
        return mapping.Count == 2 && mapping.LateInterval.WallOffset.Seconds == preferred ? preferred.Value : early;
    }

    /// <summary>True where a clock in the zone may show this local time at this offset.</summary>
    public bool Allows(long localSecond, int offsetSeconds) => OffsetAt(localSecond - offsetSeconds) == offsetSeconds;

    private static long Fold(long second)
    {
        if (second < _least)
        {
            // Before the first rule every zone keeps its local mean time.
            return _least;
        }

        return second <= _most ? second : second - ((((second - _most) / SecondsPerCycle) + 1) * SecondsPerCycle);
    }
}
