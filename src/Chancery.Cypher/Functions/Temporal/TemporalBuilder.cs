using Chancery.Cypher.Execution;
using Chancery.Cypher.Expressions;
using Chancery.Graph;

namespace Chancery.Cypher.Functions.Temporal;

/// <summary>Builds each temporal type from a text, a map of fields, or another temporal value.</summary>
internal static class TemporalBuilder
{
    public static Value Date(Value input, QueryContext context) => input.Kind switch
    {
        ValueKind.String => Value.Date(TemporalText.ParseDate(input.AsString())),
        ValueKind.Map when IsClockMap(input) => Value.Date(Now(input, context).Local.Date),
        ValueKind.Map => Value.Date(DateOf(Fields("date", input))),
        _ => Value.Date(TemporalParts.Of("date", input).DateFor("date")),
    };

    public static Value LocalTime(Value input, QueryContext context) => input.Kind switch
    {
        ValueKind.String => Value.LocalTime(TemporalText.ParseLocalTime(input.AsString())),
        ValueKind.Map when IsClockMap(input) => Value.LocalTime(Now(input, context).Local.Time),
        ValueKind.Map => Value.LocalTime(TimeOf(Fields("localtime", input), hourNeeded: true)),
        _ => Value.LocalTime(TemporalParts.Of("localtime", input).TimeFor("localtime")),
    };

    public static Value LocalDateTime(Value input, QueryContext context)
    {
        switch (input.Kind)
        {
            case ValueKind.String:
                return Value.LocalDateTime(TemporalText.ParseLocalDateTime(input.AsString()));
            case ValueKind.Map when IsClockMap(input):
                return Value.LocalDateTime(Now(input, context).Local);
            case ValueKind.Map:
                return Value.LocalDateTime(LocalDateTimeOf(Fields("localdatetime", input)));
            default:
                TemporalParts parts = TemporalParts.Of("localdatetime", input);
                return Value.LocalDateTime(LocalDateTimeValue.Of(parts.DateFor("localdatetime"), parts.Time ?? default));
        }
    }

    public static Value Time(Value input, QueryContext context)
    {
        switch (input.Kind)
        {
            case ValueKind.String:
                return Value.Time(TemporalText.ParseTime(input.AsString(), DefaultZone(context).OffsetSeconds));
            case ValueKind.Map when IsClockMap(input):
                return Value.Time(TimeOfDay(Now(input, context)));
            case ValueKind.Map:
                return Value.Time(TimeOf(Fields("time", input), context));
            default:
                TemporalParts parts = TemporalParts.Of("time", input);
                return Value.Time(new ZonedTime(
                    parts.TimeFor("time").NanoOfDay, (parts.Zone ?? DefaultZone(context)).OffsetSeconds));
        }
    }

    public static Value DateTime(Value input, QueryContext context)
    {
        switch (input.Kind)
        {
            case ValueKind.String:
                return Value.DateTime(TemporalText.ParseDateTime(input.AsString(), DefaultZone(context).Id));
            case ValueKind.Map when IsClockMap(input):
                return Value.DateTime(Now(input, context));
            case ValueKind.Map when input.AsMap().ContainsKey("epochSeconds") || input.AsMap().ContainsKey("epochMillis"):
                return Value.DateTime(OfEpoch(input.AsMap()));
            case ValueKind.Map:
                return Value.DateTime(DateTimeOf(Fields("datetime", input), context));
            default:
                TemporalParts parts = TemporalParts.Of("datetime", input);
                LocalDateTimeValue local = LocalDateTimeValue.Of(parts.DateFor("datetime"), parts.Time ?? default);
                return Value.DateTime((parts.Zone ?? DefaultZone(context)).At(local));
        }
    }

    public static ZonedTime TimeOfDay(ZonedDateTime moment) => new(moment.Local.Time.NanoOfDay, moment.OffsetSeconds);

    /// <summary>The zone of values that name none.</summary>
    public static Zone DefaultZone(QueryContext context) =>
        context.TimeZone.Id == "UTC" ? Zone.Utc : new Zone(0, context.TimeZone.Id);

    private static FieldMap Fields(string function, Value map) => new FieldMap(function, map.AsMap()).Checked();

    // A map that only names a zone asks for the present there.
    private static bool IsClockMap(Value map) => map.AsMap().Count == 1 && map.AsMap().ContainsKey("timezone");

    private static ZonedDateTime Now(Value map, QueryContext context) =>
        Clock.In(context.StatementTime, Arguments.Text("timezone", map.AsMap()["timezone"]));

    private static DateValue DateOf(FieldMap fields)
    {
        TemporalParts? source = Source(fields, "date") ?? Source(fields, "datetime");
        return fields.Date(source?.DateFor(fields.Function));
    }

    private static LocalTimeValue TimeOf(FieldMap fields, bool hourNeeded)
    {
        TemporalParts? source = Source(fields, "time") ?? Source(fields, "datetime");
        return fields.Time(source?.TimeFor(fields.Function), hourNeeded);
    }

    private static LocalDateTimeValue LocalDateTimeOf(FieldMap fields) =>
        LocalDateTimeValue.Of(DateOf(fields), TimeOf(fields, hourNeeded: false));

    private static ZonedTime TimeOf(FieldMap fields, QueryContext context)
    {
        TemporalParts? source = Source(fields, "time") ?? Source(fields, "datetime");
        LocalTimeValue local = fields.Time(source?.TimeFor(fields.Function), hourNeeded: true);
        int? wanted = fields.Zone is { } zone ? OffsetOf(zone, context) : null;
        // A source with a zone of its own is converted to the wanted one, any other time is read in it.
        return source?.Zone is { } own
            ? new ZonedTime(local.NanoOfDay, own.OffsetSeconds).AtOffset(wanted ?? own.OffsetSeconds)
            : new ZonedTime(local.NanoOfDay, wanted ?? DefaultZone(context).OffsetSeconds);
    }

    private static ZonedDateTime DateTimeOf(FieldMap fields, QueryContext context)
    {
        LocalDateTimeValue local = LocalDateTimeOf(fields);
        Zone? own = (Source(fields, "time") ?? Source(fields, "datetime"))?.Zone;
        if (own is null)
        {
            return fields.Zone is { } zone ? TemporalText.InZone(local, zone) : DefaultZone(context).At(local);
        }

        ZonedDateTime moment = own.Value.At(local);
        return fields.Zone is { } wanted ? Convert(moment, wanted) : moment;
    }

    private static ZonedDateTime Convert(ZonedDateTime moment, string zone) =>
        TemporalText.ParseOffset(zone) is { } offset ? moment.AtOffset(offset) : moment.InZone(zone);

    // A time of day with a named zone takes the offset that the zone has now.
    private static int OffsetOf(string zone, QueryContext context) =>
        TemporalText.ParseOffset(zone) ?? ZoneRules.Of(zone).OffsetAt(context.StatementTime.ToUnixTimeSeconds());

    private static TemporalParts? Source(FieldMap fields, string key) =>
        fields.Has(key) ? TemporalParts.Of(fields.Function, fields[key]) : null;

    private static ZonedDateTime OfEpoch(MapValue map)
    {
        long nanos = map.TryGetValue("nanosecond", out Value nano) ? Arguments.Integer("datetime", nano) : 0;
        Zone zone = Zone.Utc;
        ZonedDateTime moment = map.TryGetValue("epochSeconds", out Value seconds)
            ? Clock.OfEpoch(Arguments.Integer("datetime", seconds), nanos)
            : Clock.OfEpochMillis(Arguments.Integer("datetime", map["epochMillis"]), nanos);
        return map.TryGetValue("timezone", out Value name) && !name.IsNull
            ? Convert(moment, Arguments.Text("datetime", name))
            : moment.AtOffset(zone.OffsetSeconds);
    }
}
