using Chancery.Cypher.Execution;
using Chancery.Graph;

namespace Chancery.Cypher.Functions.Temporal;

/// <summary>The constructors of instants.</summary>
internal static class TemporalFunctions
{
    public static IEnumerable<Function> Rows =>
    [
        Constructor("date", TemporalBuilder.Date),
        Constructor("time", TemporalBuilder.Time),
        Constructor("localtime", TemporalBuilder.LocalTime),
        Constructor("datetime", TemporalBuilder.DateTime),
        Constructor("localdatetime", TemporalBuilder.LocalDateTime),
        new("datetime.fromEpoch", static (a, _) => Value.DateTime(Clock.OfEpoch(
            Arguments.Integer("datetime.fromEpoch", a[0]), Arguments.Integer("datetime.fromEpoch", a[1])))),
        new("datetime.fromEpochMillis", static (a, _) => Value.DateTime(Clock.OfEpochMillis(
            Arguments.Integer("datetime.fromEpochMillis", a[0])))),
        new("format", static (a, _) => TemporalPattern.Format(a[0], a.Length > 1 ? Arguments.Text("format", a[1]) : null)),
    ];

    private static Function Constructor(string type, Func<Value, QueryContext, Value> build) =>
        new(type, (arguments, context) => arguments.Length switch
        {
            0 => ClockFunctions.Statement(type, context),
            1 => build(arguments[0], context),
            _ => build(TemporalPattern.Parse(Arguments.Text(type, arguments[0]), Arguments.Text(type, arguments[1])), context),
        });
}
