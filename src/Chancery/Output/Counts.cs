using System.Globalization;
using Chancery.Graph;

namespace Chancery.Output;

/// <summary>Numbers of things, in words.</summary>
internal static class Counts
{
    public static string Of(long count, string thing, string? things = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? thing : things ?? thing + "s")}");

    /// <summary>What a statement changed; empty where it changed nothing.</summary>
    public static string Describe(QueryCounters counters) => string.Join(
        ", ",
        new (long Count, string Thing, string? Things)[]
        {
            (counters.NodesCreated, "node created", "nodes created"),
            (counters.NodesDeleted, "node deleted", "nodes deleted"),
            (counters.RelationshipsCreated, "relationship created", "relationships created"),
            (counters.RelationshipsDeleted, "relationship deleted", "relationships deleted"),
            (counters.PropertiesSet, "property set", "properties set"),
            (counters.LabelsAdded, "label added", "labels added"),
            (counters.LabelsRemoved, "label removed", "labels removed"),
            (counters.IndexesAdded, "index added", "indexes added"),
            (counters.IndexesRemoved, "index removed", "indexes removed"),
            (counters.ConstraintsAdded, "constraint added", "constraints added"),
            (counters.ConstraintsRemoved, "constraint removed", "constraints removed"),
        }.Where(change => change.Count > 0).Select(change => Of(change.Count, change.Thing, change.Things)));

    /// <summary>A span of time as people say it: 3.2 s, 4 min 10 s, 2 h 5 min.</summary>
    public static string Time(TimeSpan time) => time.TotalSeconds switch
    {
        < 60 => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s"),
        < 3_600 => $"{time.Minutes} min {time.Seconds} s",
        _ => $"{(int)time.TotalHours} h {time.Minutes} min",
    };
}
