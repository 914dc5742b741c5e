using System.Globalization;
using CsCheck;
using Xunit;

namespace Chancery.Graph.Tests.Values;

public sealed class ValueTextTests
{
    [Theory]
    [InlineData(0.0, "0.0")]
    [InlineData(-0.0, "-0.0")]
    [InlineData(1.0, "1.0")]
    [InlineData(0.1, "0.1")]
    [InlineData(1234567.0, "1234567.0")]
    [InlineData(12345678.0, "1.2345678E7")]
    [InlineData(1e7, "1.0E7")]
    [InlineData(0.001, "0.001")]
    [InlineData(0.00012, "1.2E-4")]
    [InlineData(1e-9, "1.0E-9")]
    [InlineData(1e-39, "1.0E-39")]
    [InlineData(123456789012345680.0, "1.2345678901234568E17")]
    [InlineData(-1.5e300, "-1.5E300")]
    [InlineData(9.223372036854776e18, "9.223372036854776E18")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    public void Floats_print_as_in_Cypher(double number, string expected) => Assert.Equal(expected, ValueText.Float(number));

    [Fact]
    public void Floats_read_back() => Gen.Double.Where(double.IsFinite).Sample(number =>
        double.Parse(ValueText.Float(number), CultureInfo.InvariantCulture).Equals(number), iter: 20_000);

    [Fact]
    public void Literals_print_what_would_give_the_value_back()
    {
        Node person = new(1, "1", ["Person", "Odd label"], MapValue.Of(("name", "O'Hara")));
        Node place = new(2, "2", [], MapValue.Empty);
        Relationship knows = new(5, "5", "KNOWS", 2, "2", 1, "1", MapValue.Of(("since", 2005)));
        Value path = Value.Path(new GraphPath([Value.Node(person), Value.Node(place)], [Value.Relationship(knows)]));
        Value value = MapValue.Of(
            ("list", new Value[] { 1, 2.0, Value.Null, true, "a\\b\n" }),
            ("the day", Value.Date(DateValue.Of(2005, 11, 22))),
            ("path", path),
            ("point", Value.Point(new PointValue(PointValue.Wgs84, 26.1, 44.4, null))));
        Assert.Equal(
            @"{list: [1, 2.0, null, true, 'a\\b\n'], `the day`: date('2005-11-22'), "
            + @"path: <(:Person:`Odd label` {name: 'O\'Hara'})<-[:KNOWS {since: 2005}]-()>, point: point({x: 26.1, y: 44.4, crs: 'wgs-84'})}",
            value.ToString());
    }
}
