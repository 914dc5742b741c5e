using System.Buffers;
using Chancery.Bolt.Framing;
using Chancery.Bolt.Messages;
using Chancery.Bolt.PackStream;
using Chancery.Graph;
using CsCheck;
using Xunit;

namespace Chancery.Bolt.Tests.PackStream;

public sealed class PackStreamTests
{
    /// <summary>Bytes from the public specification and values that they stand for.</summary>
    public static TheoryData<string, Value> Vectors => new()
    {
        { "C0", Value.Null },
        { "C3", true },
        { "C2", false },
        { "01", 1L },
        { "2A", 42L },
        { "F0", -16L },
        { "C8 D6", -42L },
        { "C9 01 A4", 420L },
        { "CA 00 01 00 00", 65536L },
        { "CB 80 00 00 00 00 00 00 00", long.MinValue },
        { "CB 7F FF FF FF FF FF FF FF", long.MaxValue },
        { "C1 3F F3 AE 14 7A E1 47 AE", 1.23 },
        { "C1 BF F3 AE 14 7A E1 47 AE", -1.23 },
        { "CC 00", Value.Bytes([]) },
        { "CC 03 01 02 03", Value.Bytes([1, 2, 3]) },
        { "80", "" },
        { "81 41", "A" },
        { "D0 12 47 72 C3 B6 C3 9F 65 6E 6D 61 C3 9F 73 74 C3 A4 62 65", "Größenmaßstäbe" },
        { "90", Value.EmptyList },
        { "93 01 02 03", Value.List(1L, 2L, 3L) },
        { "93 01 C1 40 00 00 00 00 00 00 00 85 74 68 72 65 65", Value.List(1L, 2.0, "three") },
        { "A0", MapValue.Empty },
        { "A1 83 6F 6E 65 84 65 69 6E 73", MapValue.Of(("one", "eins")) },
        { "B1 44 C9 3A A7", Value.Date(new DateValue(15015)) },
        { "B2 54 CB 00 00 30 D6 41 FB 25 80 C9 0E 10", Value.Time(new ZonedTime(53_696_788_112_768, 3600)) },
        { "B4 45 0E 05 C9 01 F4 CA 00 01 E2 40", Value.Duration(new DurationValue(14, 5, 500, 123456)) },
        { "B3 58 C9 1C 23 C1 3F F0 00 00 00 00 00 00 C1 40 00 00 00 00 00 00 00", Value.Point(new PointValue(7203, 1, 2, null)) },
        { "B3 49 CA 5B 3A 5E 3B CA 07 5B CD 15 C9 0E 10", Value.DateTime(new ZonedDateTime(1530551867, 123456789, 3600, null)) },
        { "B4 4E 03 92 87 45 78 61 6D 70 6C 65 84 4E 6F 64 65 A1 84 6E 61 6D 65 87 65 78 61 6D 70 6C 65 86 61 62 63 31 32 33", Value.Node(new Node(3, "abc123", ["Example", "Node"], MapValue.Of(("name", "example")))) },
        { "B8 52 0B 02 03 85 4B 4E 4F 57 53 A1 84 6E 61 6D 65 87 65 78 61 6D 70 6C 65 86 61 62 63 31 32 33 86 64 65 66 34 35 36 86 67 68 69 37 38 39", Value.Relationship(new Relationship(11, "abc123", "KNOWS", 2, "def456", 3, "ghi789", MapValue.Of(("name", "example")))) },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Bytes_of_the_specification_are_read_and_written(string hex, Value value)
    {
        byte[] bytes = Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
        AssertSame(value, Read(bytes));
        Assert.Equal(Convert.ToHexString(bytes), Convert.ToHexString(Write(value, ValueShape.Modern)));
    }

    [Fact]
    public void Shapes_of_4_4_have_fewer_fields_and_local_date_times()
    {
        Assert.Equal("B34E0190A0", Hex(Value.Node(new Node(1, "4:x:1", [], MapValue.Empty))));
        Assert.Equal("B3460E00C90E10".Replace("0E00", "C90E1100"), Hex(Value.DateTime(new ZonedDateTime(1, 0, 3600, null))));
        AssertSame(Value.DateTime(new ZonedDateTime(1, 0, 3600, null)), Read(Convert.FromHexString("B346C90E1100C90E10")));
        AssertSame(Value.Node(new Node(1, "1", [], MapValue.Empty)), Read(Convert.FromHexString("B34E0190A0")));
        string Hex(Value value) => Convert.ToHexString(Write(value, ValueShape.Legacy));
    }

    [Theory]
    [InlineData(1521338400 + 7200, 1521338400)] // an ordinary hour in Bucharest: UTC+2
    [InlineData(1540697400, 1540686600)] // the hour that came twice: the earlier one, UTC+3
    public void A_local_date_time_of_4_4_is_resolved_in_its_zone(long local, long expected)
    {
        byte[] written = Write(Value.DateTime(new ZonedDateTime(local, 0, 0, "Europe/Bucharest")), ValueShape.Legacy);
        Assert.Equal(expected, Read(written).AsDateTime().EpochSecond);
    }

    [Fact]
    public void Every_value_comes_back_as_it_went() => ValueGen.Any.Sample(
        value => AssertSame(value, Read(Write(value, ValueShape.Modern))), iter: 2_000);

    [Fact]
    public void Every_parameter_comes_back_through_the_shapes_of_4_4() => ValueGen.Parameter.Where(NotAmbiguous).Sample(
        value => AssertSame(value, Read(Write(value, ValueShape.Legacy))), iter: 1_000);

    [Fact]
    public void Any_bytes_end_in_a_value_or_a_protocol_error() => Gen.Byte.Array[0, 200].Sample(bytes => EndsWell(bytes), iter: 50_000);

    [Fact]
    public void Damaged_values_end_in_a_value_or_a_protocol_error() =>
        Gen.Select(ValueGen.Any, Gen.Int[0, int.MaxValue], Gen.Byte, Gen.Int[0, 40]).Sample(
            (value, place, wrong, cut) =>
            {
                byte[] bytes = Write(value, ValueShape.Modern);
                bytes[place % bytes.Length] = wrong;
                EndsWell(bytes[..Math.Max(1, bytes.Length - cut)]);
            },
            iter: 5_000);

    [Theory]
    [InlineData("D6FFFFFFFF")] // a list of four billion
    [InlineData("DA7FFFFFFF")] // a map of two billion
    [InlineData("CEFFFFFFFF")] // bytes
    [InlineData("D2FFFFFFFF")] // a string
    [InlineData("A2816101816102")] // a key twice
    [InlineData("81FF")] // no UTF-8
    [InlineData("C7")] // no marker
    [InlineData("B17701")] // no structure
    [InlineData("B350919090")] // a path without nodes
    public void Lies_are_protocol_errors(string hex) =>
        Assert.Throws<ProtocolException>(() => Read(Convert.FromHexString(hex)));

    [Fact]
    public void Nesting_is_bounded()
    {
        byte[] deep = new byte[100_000];
        Array.Fill(deep, (byte)0x91);
        ProtocolException e = Assert.Throws<ProtocolException>(() => Read(deep));
        Assert.Contains("nest deeper", e.Message);
    }

    [Theory]
    [InlineData("B369000088 4E65766572617761", "Neverawa")] // a zone that does not exist
    [InlineData("B24455AA", null)]
    [InlineData("B17420", null)]
    [InlineData("B174FF", "outside")] // -1 nanoseconds
    [InlineData("B25400CA000FFFFF", "offset")]
    public void What_is_sound_and_means_nothing_is_told_apart(string hex, string? says)
    {
        byte[] bytes = Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
        if (says is null)
        {
            EndsWell(bytes);
            return;
        }

        UnusableValueException e = Assert.Throws<UnusableValueException>(() => Read(bytes));
        Assert.Contains(says, e.Message);
    }

    [Fact]
    public void Any_bytes_end_in_a_request_or_a_protocol_error() => Gen.Byte.Array[0, 60].Sample(
        bytes =>
        {
            byte[] tags = [0x01, 0x10, 0x11, 0x12, 0x13, 0x2F, 0x3F, 0x54, 0x66, 0x6A, 0x6B, 0x0F];
            byte[] message = [(byte)(0xB0 | (bytes.Length % 4)), tags[bytes.Length % tags.Length], .. bytes];
            try
            {
                RequestCodec.Read(message, BoltVersion.V58);
            }
            catch (Exception e) when (e is ProtocolException or UnusableValueException)
            {
            }
        },
        iter: 50_000);

    [Fact]
    public void Tags_are_frozen()
    {
        // Numbers that stand in every peer; this list may only grow.
        Assert.Equal(
            "01 02 0F 10 11 12 13 2F 3F 54 66 6A 6B 70 71 7E 7F",
            string.Join(' ', Constants(typeof(MessageTag))));
        Assert.Equal(
            "44 45 46 49 4E 50 52 54 58 59 64 66 69 72 74",
            string.Join(' ', Constants(typeof(StructureTag))));
    }

    internal static void AssertSame(Value expected, Value actual)
    {
        Assert.Equal(expected.Kind, actual.Kind);
        Assert.Equal(expected, actual);
        if (expected.Kind == ValueKind.Node)
        {
            // Equality of elements looks at their numbers alone.
            Assert.Equal(expected.AsNode().ElementId, actual.AsNode().ElementId);
            Assert.Equal(expected.AsNode().Labels, actual.AsNode().Labels);
            Assert.Equal(Value.Map(expected.AsNode().Properties), Value.Map(actual.AsNode().Properties));
        }
        else if (expected.Kind == ValueKind.Path)
        {
            Assert.Equal(
                expected.AsPath().Relationships.Select(r => r.AsRelationship() with { Properties = MapValue.Empty }),
                actual.AsPath().Relationships.Select(r => r.AsRelationship() with { Properties = MapValue.Empty }));
        }
    }

    internal static byte[] Write(Value value, ValueShape shape)
    {
        ArrayBufferWriter<byte> output = new();
        PackStreamWriter writer = new(output, shape);
        writer.WriteValue(value);
        writer.Flush();
        return output.WrittenSpan.ToArray();
    }

    internal static Value Read(byte[] bytes)
    {
        PackStreamReader reader = new(bytes);
        Value value = reader.ReadValue();
        Assert.True(reader.AtEnd);
        return value;
    }

    // Local time of a clock that is set back names two instants: 4.4 cannot tell them apart.
    private static bool NotAmbiguous(Value value) => value.Kind switch
    {
        ValueKind.DateTime => value.AsDateTime().ZoneId is null or "UTC" or "Asia/Kathmandu",
        ValueKind.List => value.AsList().All(NotAmbiguous),
        ValueKind.Map => value.AsMap().Values.All(NotAmbiguous),
        _ => true,
    };

    private static void EndsWell(byte[] bytes)
    {
        PackStreamReader reader = new(bytes);
        try
        {
            reader.ReadValue();
        }
        catch (Exception e) when (e is ProtocolException or UnusableValueException)
        {
        }
    }

    private static IEnumerable<string> Constants(Type type) => type.GetFields()
        .Select(field => ((byte)field.GetRawConstantValue()!).ToString("X2")).Order(StringComparer.Ordinal);
}
