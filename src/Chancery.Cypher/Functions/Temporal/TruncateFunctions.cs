using Chancery.Cypher.Execution;
using Chancery.Cypher.Expressions;
using Chancery.Graph;
using static Chancery.Graph.TemporalUnits;

namespace Chancery.Cypher.Functions.Temporal;

/// <summary><c>date.truncate(unit, input, fields)</c> and its kin.</summary>
internal static class TruncateFunctions
{
    private static readonly string[] _dateUnits =
        ["millennium", "century", "decade", "year", "weekyear", "quarter", "month", "week", "day"];

    public static IEnumerable<Function> Rows =>
        from type in (string[])["date", "time", "localtime", "datetime", "localdatetime"]
        select new Function($"{type}.truncate", (arguments, context) => Truncate(type, arguments, context));

    private static Value Truncate(string type, ReadOnlySpan<Value> arguments, QueryContext context)
    {
        string function = $"{type}.truncate";
        string unit = Arguments.Text(function, arguments[0]).ToLowerInvariant();
        Value input = arguments.Length > 1 ? arguments[1] : ClockFunctions.Statement("datetime", context);
        MapValue map = arguments.Length > 2 ? Arguments.Map(function, arguments[2]) : MapValue.Empty;
        TemporalParts parts = TemporalParts.Of(function, input);
        bool wantsDate = type is "date" or "datetime" or "localdatetime";
        bool cutsTime = !_dateUnits.Contains(unit);
        if (type == "date" ? cutsTime : !wantsDate && !cutsTime && unit != "day")
        {
            throw ExpressionErrors.InvalidArgumentValue($"{function}() has no unit '{unit}'.");
        }

        DateValue? date = wantsDate ? cutsTime ? parts.DateFor(function) : Cut(parts.DateFor(function), unit) : null;
        LocalTimeValue time = cutsTime ? Cut(function, parts.Time ?? default, unit) : default;
        FieldMap fields = new FieldMap(function, WithKeptFraction(map, unit, time)).Checked();
        date = date is { } start ? fields.Date(start) : null;
        time = fields.Time(time, hourNeeded: false);
        return type switch
        {
            "date" => Value.Date(date!.Value),
            "localtime" => Value.LocalTime(time),
            "localdatetime" => Value.LocalDateTime(LocalDateTimeValue.Of(date!.Value, time)),
            "time" => Value.Time(new ZonedTime(time.NanoOfDay, ZoneOf(fields, parts, context).OffsetSeconds)),
            _ => Value.DateTime(ZoneOf(fields, parts, context).At(LocalDateTimeValue.Of(date!.Value, time))),
        };
    }

    private static Zone ZoneOf(FieldMap fields, TemporalParts parts, QueryContext context)
    {
        if (fields.Zone is not { } wanted)
        {
            return parts.Zone ?? TemporalBuilder.DefaultZone(context);
        }

        return TemporalText.ParseOffset(wanted) is { } offset
            ? new Zone(offset, null)
            : new Zone(ZoneRules.Of(wanted).OffsetAt(context.StatementTime.ToUnixTimeSeconds()), wanted);
    }

    private static DateValue Cut(DateValue date, string unit) => unit switch
    {
        "millennium" => FirstOf(date.Year, 1000),
        "century" => FirstOf(date.Year, 100),
        "decade" => FirstOf(date.Year, 10),
        "year" => DateValue.Of(date.Year, 1, 1),
        "weekyear" => DateValue.OfWeek(date.WeekYear, 1, 1),
        "quarter" => DateValue.OfQuarter(date.Year, date.Quarter, 1),
        "month" => DateValue.Of(date.Year, date.Month, 1),
        "week" => date.AddDays(1 - date.DayOfWeek),
        _ => date,
    };

    private static DateValue FirstOf(long year, int years) => DateValue.Of(FloorDivide(year, years) * years, 1, 1);

    private static LocalTimeValue Cut(string function, LocalTimeValue time, string unit)
    {
        long grain = unit switch
        {
            "hour" => 3600 * NanosPerSecond,
            "minute" => 60 * NanosPerSecond,
            "second" => NanosPerSecond,
            "millisecond" => 1_000_000,
            "microsecond" => 1_000,
            "nanosecond" => 1,
            _ => throw ExpressionErrors.InvalidArgumentValue($"{function}() has no unit '{unit}'."),
        };
        return new LocalTimeValue(time.NanoOfDay - (time.NanoOfDay % grain));
    }

    /// <summary>A finer field than the unit adds to the fraction that truncation kept, instead of replacing it.</summary>
    private static MapValue WithKeptFraction(MapValue map, string unit, LocalTimeValue time)
    {
        string? kept = unit switch { "millisecond" => "millisecond", "microsecond" => "microsecond", _ => null };
        bool finer = map.ContainsKey("nanosecond") || (kept == "millisecond" && map.ContainsKey("microsecond"));
        if (kept is null || !finer || map.ContainsKey(kept))
        {
            return map;
        }

        MapValue.Builder builder = new();
        foreach ((string key, Value value) in map)
        {
            builder.Set(key, value);
        }

        return builder.Set(kept, kept == "millisecond" ? time.Nano / 1_000_000 : time.Nano / 1_000).Build();
    }
}
