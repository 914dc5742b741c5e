using System.Globalization;
using Chancery.Graph;
using NodaTime;
using NodaTime.TimeZones;

namespace Chancery.Bolt.PackStream;

internal ref partial struct PackStreamReader
{
    private const long NanosPerDay = 86_400_000_000_000;
    private const int LargestOffset = 18 * 3600;

    // 4.x and 5.x forms of one structure differ by their number of fields, so that no version is needed to read them.
    private Value ReadStructure(int fields)
    {
        Descend();
        byte tag = ReadByte();
        Value value = (tag, fields) switch
        {
            (StructureTag.Node, 3 or 4) => Value.Node(ReadNodeBody(fields == 4)),
            (StructureTag.Relationship, 5 or 8) => Value.Relationship(ReadRelationshipBody(fields == 8)),
            (StructureTag.Path, 3) => Value.Path(ReadPathBody()),
            (StructureTag.Date, 1) => Value.Date(new DateValue(ReadInteger())),
            (StructureTag.LocalTime, 1) => Value.LocalTime(new LocalTimeValue(ReadNanoOfDay())),
            (StructureTag.Time, 2) => Value.Time(new ZonedTime(ReadNanoOfDay(), ReadOffset())),
            (StructureTag.LocalDateTime, 2) => Value.LocalDateTime(new LocalDateTimeValue(ReadInteger(), ReadNano())),
            (StructureTag.DateTime, 3) => Value.DateTime(new Graph.ZonedDateTime(ReadInteger(), ReadNano(), ReadOffset(), null)),
            (StructureTag.DateTimeZoneId, 3) => Value.DateTime(InZone(ReadInteger(), ReadNano(), ReadString())),
            (StructureTag.LegacyDateTime, 3) => Value.DateTime(FromLocal(ReadInteger(), ReadNano(), ReadOffset())),
            (StructureTag.LegacyDateTimeZoneId, 3) => Value.DateTime(FromLocal(ReadInteger(), ReadNano(), ReadString())),
            (StructureTag.Duration, 4) => Value.Duration(new DurationValue(ReadInteger(), ReadInteger(), ReadInteger(), ReadNano())),
            (StructureTag.Point2D, 3) => Value.Point(new PointValue(ReadSrid(), ReadFloat(), ReadFloat(), null)),
            (StructureTag.Point3D, 4) => Value.Point(new PointValue(ReadSrid(), ReadFloat(), ReadFloat(), ReadFloat())),
            _ => throw new ProtocolException($"The structure 0x{tag:X2} with {fields} fields is not known."),
        };
        _depth--;
        return value;
    }

    private Node ReadNodeBody(bool elementIds)
    {
        long id = ReadInteger();
        string[] labels = new string[ReadListHeader()];
        for (int i = 0; i < labels.Length; i++)
        {
            labels[i] = ReadKey();
        }

        MapValue properties = ReadMap();
        return new Node(id, elementIds ? ReadString() : Text(id), labels, properties);
    }

    private Relationship ReadRelationshipBody(bool elementIds)
    {
        long id = ReadInteger();
        long start = ReadInteger();
        long end = ReadInteger();
        string type = ReadKey();
        MapValue properties = ReadMap();
        return elementIds
            ? new Relationship(id, ReadString(), type, start, ReadString(), end, ReadString(), properties)
            : new Relationship(id, Text(id), type, start, Text(start), end, Text(end), properties);
    }

    private GraphPath ReadPathBody()
    {
        Value[] nodes = new Value[ReadListHeader()];
        for (int i = 0; i < nodes.Length; i++)
        {
            nodes[i] = ReadValue();
        }

        Relationship[] unbound = new Relationship[ReadListHeader()];
        for (int i = 0; i < unbound.Length; i++)
        {
            unbound[i] = ReadUnbound();
        }

        int steps = ReadListHeader();
        if (steps % 2 != 0 || nodes.Length == 0 || Array.Exists(nodes, node => node.Kind != ValueKind.Node))
        {
            throw new ProtocolException("A path does not walk from node to node.");
        }

        Value[] walk = new Value[(steps / 2) + 1];
        Value[] edges = new Value[steps / 2];
        walk[0] = nodes[0];
        for (int i = 0; i < edges.Length; i++)
        {
            long edge = ReadInteger();
            long node = ReadInteger();
            if (edge == 0 || edge < -unbound.Length || edge > unbound.Length || node < 0 || node >= nodes.Length)
            {
                throw new ProtocolException($"A path steps over relationship {edge} to node {node}, which it does not hold.");
            }

            walk[i + 1] = nodes[node];
            (Node from, Node to) = edge > 0 ? (walk[i].AsNode(), walk[i + 1].AsNode()) : (walk[i + 1].AsNode(), walk[i].AsNode());
            edges[i] = Value.Relationship(unbound[Math.Abs(edge) - 1] with
            {
                StartId = from.Id,
                StartElementId = from.ElementId,
                EndId = to.Id,
                EndElementId = to.ElementId,
            });
        }

        return new GraphPath(walk, edges);
    }

    private Relationship ReadUnbound()
    {
        (byte tag, int fields) = ReadStructureHeader();
        if (tag != StructureTag.UnboundRelationship || fields is not (3 or 4))
        {
            throw new ProtocolException($"A path holds the structure 0x{tag:X2} in place of a relationship.");
        }

        long id = ReadInteger();
        string type = ReadKey();
        MapValue properties = ReadMap();
        return new Relationship(id, fields == 4 ? ReadString() : Text(id), type, 0, "", 0, "", properties);
    }

    private long ReadNanoOfDay() => ReadInteger() is >= 0 and < NanosPerDay and var nano
        ? nano
        : throw new UnusableValueException("A time of day lies outside of the day.");

    private int ReadNano() => ReadInteger() is >= 0 and <= 999_999_999 and var nano
        ? (int)nano
        : throw new UnusableValueException("Nanoseconds lie outside of 0 to 999,999,999.");

    private int ReadOffset() => ReadInteger() is >= -LargestOffset and <= LargestOffset and var offset
        ? (int)offset
        : throw new UnusableValueException("An offset from UTC exceeds 18 hours.");

    private int ReadSrid() => ReadInteger() is >= 0 and <= int.MaxValue and var srid
        ? (int)srid
        : throw new UnusableValueException("A coordinate system has no such number.");

    private static Graph.ZonedDateTime InZone(long seconds, int nano, string zoneId)
    {
        DateTimeZone zone = FindZone(zoneId);
        return new Graph.ZonedDateTime(seconds, nano, OffsetAt(zone, seconds), zoneId);
    }

    private static Graph.ZonedDateTime FromLocal(long localSeconds, int nano, int offset) => new(localSeconds - offset, nano, offset, null);

    // Where clocks are set back the earlier instant is meant, where they are set forward the later one.
    private static Graph.ZonedDateTime FromLocal(long localSeconds, int nano, string zoneId)
    {
        DateTimeZone zone = FindZone(zoneId);
        LocalDateTime local = AtSecond(localSeconds).InUtc().LocalDateTime;
        NodaTime.ZonedDateTime resolved = zone.ResolveLocal(local, Resolvers.LenientResolver);
        return new Graph.ZonedDateTime(resolved.ToInstant().ToUnixTimeSeconds(), nano, resolved.Offset.Seconds, zoneId);
    }

    private static DateTimeZone FindZone(string id) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(id)
        ?? throw new UnusableValueException($"The time zone '{id}' is not known.");

    private static int OffsetAt(DateTimeZone zone, long seconds) => zone.GetUtcOffset(AtSecond(seconds)).Seconds;

    // Beyond the years that the zone data covers, the rules of its last year hold.
    private static Instant AtSecond(long seconds) => Instant.FromUnixTimeSeconds(
        Math.Clamp(seconds, Instant.MinValue.ToUnixTimeSeconds(), Instant.MaxValue.ToUnixTimeSeconds()));

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
