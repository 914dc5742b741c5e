using CsCheck;
using Xunit;

namespace Chancery.Graph.Tests.Values;

public sealed class TemporalTests
{
    [Fact]
    public void A_date_is_its_fields() => ValueSamples.Dates.Sample(date =>
    {
        (long year, int month, int day) = date.Fields;
        bool week = date.WeekYear is < -TemporalUnits.MaxYear or > TemporalUnits.MaxYear
            || DateValue.OfWeek(date.WeekYear, date.Week, date.DayOfWeek) == date;
        return DateValue.Of(year, month, day) == date
            && DateValue.OfOrdinal(year, date.OrdinalDay) == date
            && DateValue.OfQuarter(year, date.Quarter, date.DayOfQuarter) == date
            && week;
    }, iter: 5_000);

    [Fact]
    public void Days_agree_with_the_runtime_where_both_have_them() => Gen.Int[0, 3_652_058].Sample(dayNumber =>
    {
        DateOnly day = DateOnly.FromDayNumber(dayNumber);
        DateValue date = new(dayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber);
        int week = System.Globalization.ISOWeek.GetWeekOfYear(day);
        return date.Fields == (day.Year, day.Month, day.Day)
            && date.DayOfWeek % 7 == (int)day.DayOfWeek
            && date.OrdinalDay == day.DayOfYear
            && date.Week == week;
    }, iter: 5_000);

    [Fact]
    public void Texts_read_back() =>
        Gen.Select(ValueSamples.Dates, ValueSamples.Times, ValueSamples.Offsets, ValueSamples.LocalDateTimes, ValueSamples.DateTimes)
            .Sample((date, time, offset, local, zoned) =>
            {
                ZonedTime zonedTime = new(time.NanoOfDay, offset);
                return TemporalText.ParseDate(date.ToString()) == date
                    && TemporalText.ParseLocalTime(time.ToString()) == time
                    && TemporalText.ParseTime(zonedTime.ToString()) == zonedTime
                    && TemporalText.ParseLocalDateTime(local.ToString()) == local
                    && TemporalText.ParseDateTime(zoned.ToString()) == zoned;
            }, iter: 2_000);

    [Fact]
    public void Durations_read_back() =>
        ValueSamples.Durations.Sample(duration => TemporalText.ParseDuration(duration.ToString()) == duration, iter: 2_000);

    [Fact]
    public void Durations_add_as_a_group() => Gen.Select(ValueSamples.Durations, ValueSamples.Durations, ValueSamples.Durations).Sample((a, b, c) =>
        a.Add(b) == b.Add(a)
        && a.Add(b).Add(c) == a.Add(b.Add(c))
        && a.Subtract(a) == DurationValue.Zero
        && a.Negate().Negate() == a
        && a.Multiply(3) == a.Add(a).Add(a)
        && a.Multiply(-1) == a.Negate(), iter: 2_000);

    [Fact]
    public void Exact_time_moves_a_date_time_there_and_back() => Gen.Select(ValueSamples.DateTimes, ValueSamples.Durations).Sample((moment, duration) =>
    {
        DurationValue exact = duration with { Months = 0, Days = 0 };
        return moment.Add(exact).Add(exact.Negate()) is var back && back.EpochSecond == moment.EpochSecond && back.Nano == moment.Nano;
    });

    [Theory]
    [InlineData("2017-03-26T02:30", "Europe/Stockholm", "2017-03-26T03:30+02:00[Europe/Stockholm]")]
    [InlineData("2017-10-29T02:30", "Europe/Stockholm", "2017-10-29T02:30+02:00[Europe/Stockholm]")]
    [InlineData("1818-07-21T21:40:32.142", "europe/stockholm", "1818-07-21T21:40:32.142+00:53:28[Europe/Stockholm]")]
    [InlineData("+2999999-07-01T00:00", "Europe/London", "+2999999-07-01T00:00+01:00[Europe/London]")]
    public void Local_times_take_their_zones_offset(string local, string zone, string expected) =>
        Assert.Equal(expected, ZonedDateTime.Of(TemporalText.ParseLocalDateTime(local), zone).ToString());

    [Fact]
    public void The_later_of_two_equal_clock_times_is_reached_by_its_offset() => Assert.Equal(
        "2017-10-29T02:30+01:00[Europe/Stockholm]",
        TemporalText.ParseDateTime("2017-10-29T02:30+01:00[Europe/Stockholm]").ToString());

    [Theory]
    [InlineData("2015-02-29")]
    [InlineData("2015-13-01")]
    [InlineData("2015-W54")]
    [InlineData("2015-366")]
    [InlineData("20150")]
    [InlineData("2015-07-21T")]
    [InlineData("")]
    [InlineData("+9999999999-01-01")]
    public void Dates_that_are_none_are_refused(string text) => Assert.Throws<GraphException>(() => TemporalText.ParseDate(text));

    [Theory]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1")]
    [InlineData("P1H")]
    [InlineData("P1M1Y")]
    [InlineData("P1DT")]
    [InlineData("1D")]
    public void Durations_that_are_none_are_refused(string text) => Assert.Throws<GraphException>(() => TemporalText.ParseDuration(text));

    [Fact]
    public void A_zone_and_an_offset_that_disagree_are_refused()
    {
        GraphException failure = Assert.Throws<GraphException>(() => TemporalText.ParseDateTime("2015-07-21T21:40+05:00[Europe/Stockholm]"));
        Assert.Contains("timezone and offset do not match", failure.Message, StringComparison.Ordinal);
    }
}
