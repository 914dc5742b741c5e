using System.Collections;
using Chancery.Bolt.Client;
using Chancery.Graph;
using Official = Neo4j.Driver;

namespace Chancery.Bolt.Neo4jDriver;

/// <summary>What the driver read as our values.</summary>
internal static class FromDriver
{
    public static Value Value(object? value) => value switch
    {
        null => Graph.Value.Null,
        bool flag => flag,
        long number => number,
        double number => number,
        string text => text,
        byte[] bytes => Graph.Value.Bytes(bytes),
        Official.INode node => Graph.Value.Node(Node(node)),
        Official.IRelationship relationship => Graph.Value.Relationship(Relationship(relationship)),
        Official.IPath path => Graph.Value.Path(Path(path)),
        Official.LocalDate date => Graph.Value.Date(DateValue.Of(date.Year, date.Month, date.Day)),
        Official.LocalTime time => Graph.Value.LocalTime(LocalTimeValue.Of(time.Hour, time.Minute, time.Second, time.Nanosecond)),
        Official.OffsetTime time => Graph.Value.Time(
            new ZonedTime(LocalTimeValue.Of(time.Hour, time.Minute, time.Second, time.Nanosecond).NanoOfDay, time.OffsetSeconds)),
        Official.LocalDateTime at => Graph.Value.LocalDateTime(LocalDateTimeValue.Of(
            DateValue.Of(at.Year, at.Month, at.Day), LocalTimeValue.Of(at.Hour, at.Minute, at.Second, at.Nanosecond))),
        Official.ZonedDateTime at => Graph.Value.DateTime(DateTime(at)),
        Official.Duration duration => Graph.Value.Duration(new DurationValue(duration.Months, duration.Days, duration.Seconds, duration.Nanos)),
        Official.Point point => Graph.Value.Point(new PointValue(point.SrId, point.X, point.Y, double.IsNaN(point.Z) ? null : point.Z)),
        IReadOnlyDictionary<string, object> map => Map(map),
        IDictionary<string, object> map => Map(map),
        IList list => Graph.Value.List([.. list.Cast<object?>().Select(Value)]),
        _ => throw new GraphException(ClientErrors.UnusableValue, $"The driver read a {value.GetType().Name}, which is no value of a graph."),
    };

    public static MapValue Map(IEnumerable<KeyValuePair<string, object>>? map)
    {
        MapValue.Builder builder = new();
        foreach ((string key, object value) in map ?? [])
        {
            builder.Set(key, Value(value));
        }

        return builder.Build();
    }

    // Numbers of elements are obsolete in the driver, which has no other source for them; ours carry both.
#pragma warning disable CS0618
    private static Node Node(Official.INode node) => new(node.Id, node.ElementId, [.. node.Labels], Map(node.Properties));

    private static Relationship Relationship(Official.IRelationship relationship) => new(
        relationship.Id,
        relationship.ElementId,
        relationship.Type,
        relationship.StartNodeId,
        relationship.StartNodeElementId,
        relationship.EndNodeId,
        relationship.EndNodeElementId,
        Map(relationship.Properties));
#pragma warning restore CS0618

    private static GraphPath Path(Official.IPath path) => new(
        [.. path.Nodes.Select(node => Graph.Value.Node(Node(node)))],
        [.. path.Relationships.Select(relationship => Graph.Value.Relationship(Relationship(relationship)))]);

    // The zones of this machine need not be those of the tz database, so the offset is looked up there.
    private static ZonedDateTime DateTime(Official.ZonedDateTime at) => at.Zone is Official.ZoneId zone
        ? new ZonedDateTime(at.UtcSeconds, at.Nanosecond, 0, null).InZone(zone.Id)
        : new ZonedDateTime(at.UtcSeconds, at.Nanosecond, at.OffsetSeconds, null);
}
