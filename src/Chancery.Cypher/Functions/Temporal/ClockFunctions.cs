using Chancery.Cypher.Execution;
using Chancery.Cypher.Expressions;
using Chancery.Graph;
using NodaTime;

namespace Chancery.Cypher.Functions.Temporal;

/// <summary><c>date()</c> and its kin without input, and the clocks <c>date.transaction()</c>, <c>date.statement()</c>, <c>date.realtime()</c>.</summary>
internal static class ClockFunctions
{
    public static IEnumerable<Function> Rows =>
        from type in (string[])["date", "time", "localtime", "datetime", "localdatetime"]
        from clock in (string[])["transaction", "statement", "realtime"]
        select new Function($"{type}.{clock}", (arguments, context) => Read(type, clock, arguments, context));

    /// <summary>The type's value of the statement's instant in the default zone.</summary>
    public static Value Statement(string type, QueryContext context) => Read(type, "statement", [], context);

    /// <summary>The type's part of a moment.</summary>
    public static Value Project(string type, Graph.ZonedDateTime moment) => type switch
    {
        "date" => Value.Date(moment.Local.Date),
        "time" => Value.Time(TemporalBuilder.TimeOfDay(moment)),
        "localtime" => Value.LocalTime(moment.Local.Time),
        "localdatetime" => Value.LocalDateTime(moment.Local),
        _ => Value.DateTime(moment),
    };

    private static Value Read(string type, string clock, ReadOnlySpan<Value> arguments, QueryContext context)
    {
        Instant instant = clock switch
        {
            "transaction" => context.TransactionTime,
            "statement" => context.StatementTime,
            _ => context.RealTime,
        };
        string zone = arguments.Length > 0 ? ZoneName(type, arguments[0]) : context.TimeZone.Id == "UTC" ? "Z" : context.TimeZone.Id;
        return Project(type, Clock.In(instant, zone));
    }

    private static string ZoneName(string function, Value argument) => argument.Kind switch
    {
        ValueKind.String => argument.AsString(),
        ValueKind.Map when argument.AsMap().TryGetValue("timezone", out Value zone) => Arguments.Text(function, zone),
        _ => throw ExpressionErrors.WrongArgument(function, "a time zone", argument),
    };
}
