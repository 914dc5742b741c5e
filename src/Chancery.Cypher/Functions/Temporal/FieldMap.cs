using Chancery.Cypher.Expressions;
using Chancery.Graph;

namespace Chancery.Cypher.Functions.Temporal;

/// <summary>The map from which a temporal value is built: its fields, and the temporal values that it starts from.</summary>
internal sealed class FieldMap(string function, MapValue map)
{
    private static readonly string[] _dateFields =
        ["year", "quarter", "month", "week", "dayOfWeek", "day", "ordinalDay", "dayOfQuarter"];

    private static readonly string[] _timeFields = ["hour", "minute", "second", "millisecond", "microsecond", "nanosecond"];

    private static readonly string[] _others = ["date", "time", "datetime", "timezone"];

    private static readonly HashSet<string> _known = [.. _dateFields, .. _timeFields, .. _others];

    public string Function => function;

    public bool HasDateFields => _dateFields.Any(map.ContainsKey);

    public bool HasTimeFields => _timeFields.Any(map.ContainsKey);

    public Value this[string key] => map.GetOrNull(key);

    public string? Zone => Has("timezone") ? Arguments.Text(function, map["timezone"]) : null;

    public bool Has(string key) => map.TryGetValue(key, out Value value) && !value.IsNull;

    public long? Integer(string key) => Has(key) ? Arguments.Integer(function, map[key]) : null;

    /// <exception cref="GraphException">The map has a key that names no field.</exception>
    public FieldMap Checked()
    {
        foreach (string key in map.Keys)
        {
            if (!_known.Contains(key))
            {
                throw ExpressionErrors.InvalidArgumentValue($"{function}() knows no field '{key}'.");
            }
        }

        return this;
    }

    /// <summary>The date that the fields say, starting from <paramref name="start"/> where they leave something open.</summary>
    public DateValue Date(DateValue? start)
    {
        long? year = Integer("year");
        if (Has("week") || Has("dayOfWeek"))
        {
            Refuse("week", "month", "day", "quarter", "dayOfQuarter", "ordinalDay");
            return DateValue.OfWeek(
                year ?? start?.WeekYear ?? throw Missing("year"),
                Integer("week") ?? start?.Week ?? throw Missing("week"),
                Integer("dayOfWeek") ?? start?.DayOfWeek ?? 1);
        }

        if (Has("quarter") || Has("dayOfQuarter"))
        {
            Refuse("quarter", "month", "day", "ordinalDay");
            return DateValue.OfQuarter(
                year ?? start?.Year ?? throw Missing("year"),
                Integer("quarter") ?? start?.Quarter ?? throw Missing("quarter"),
                Integer("dayOfQuarter") ?? start?.DayOfQuarter ?? 1);
        }

        if (Has("ordinalDay"))
        {
            Refuse("ordinalDay", "month", "day");
            return DateValue.OfOrdinal(year ?? start?.Year ?? throw Missing("year"), Integer("ordinalDay")!.Value);
        }

        if (start is null && Has("day") && !Has("month"))
        {
            throw Missing("month");
        }

        return DateValue.Of(
            year ?? start?.Year ?? throw Missing("year"),
            Integer("month") ?? start?.Month ?? 1,
            Integer("day") ?? start?.Day ?? 1);
    }

    /// <summary>The time of day that the fields say, starting from <paramref name="start"/>; without a start each unit needs the larger ones.</summary>
    public LocalTimeValue Time(LocalTimeValue? start, bool hourNeeded)
    {
        if (start is null)
        {
            RequireLargerUnits(hourNeeded);
        }

        return LocalTimeValue.Of(
            Integer("hour") ?? start?.Hour ?? 0,
            Integer("minute") ?? start?.Minute ?? 0,
            Integer("second") ?? start?.Second ?? 0,
            Nano() ?? start?.Nano ?? 0);
    }

    private long? Nano()
    {
        long? millis = Integer("millisecond");
        long? micros = Integer("microsecond");
        long? nanos = Integer("nanosecond");
        if (millis is null && micros is null && nanos is null)
        {
            return null;
        }

        Check("millisecond", millis, 999);
        Check("microsecond", micros, millis is null ? 999_999 : 999);
        Check("nanosecond", nanos, micros is not null ? 999 : millis is not null ? 999_999 : 999_999_999);
        return ((millis ?? 0) * 1_000_000) + ((micros ?? 0) * 1_000) + (nanos ?? 0);
    }

    private void RequireLargerUnits(bool hourNeeded)
    {
        bool fraction = Has("millisecond") || Has("microsecond") || Has("nanosecond");
        if (fraction && !Has("second"))
        {
            throw Missing("second");
        }

        if (Has("second") && !Has("minute"))
        {
            throw Missing("minute");
        }

        if ((Has("minute") || hourNeeded) && !Has("hour"))
        {
            throw Missing("hour");
        }
    }

    private static void Check(string field, long? value, long most)
    {
        if (value < 0 || value > most)
        {
            throw ExpressionErrors.OutOfRange($"Invalid value for {field} (valid values 0 - {most}): {value}");
        }
    }

    private void Refuse(string chosen, params ReadOnlySpan<string> others)
    {
        foreach (string other in others)
        {
            if (Has(other))
            {
                throw ExpressionErrors.InvalidArgumentValue($"{function}(): {other} and {chosen} cannot be given together.");
            }
        }
    }

    private GraphException Missing(string field) =>
        ExpressionErrors.InvalidArgumentValue($"{function}(): {field} must be specified.");
}
