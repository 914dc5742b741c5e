using Chancery.Graph;

namespace Chancery.Cypher.Storage.Disk;

/// <summary>Property values as bytes. The leading numbers are on disk in every store: they may be added to, never changed.</summary>
internal static class ValueCodec
{
    public const byte Null = 0;
    public const byte False = 1;
    public const byte True = 2;
    public const byte Integer = 3;
    public const byte Float = 4;
    public const byte String = 5;
    public const byte StoredString = 6;
    public const byte Bytes = 7;
    public const byte List = 8;
    public const byte Date = 9;
    public const byte LocalTime = 10;
    public const byte Time = 11;
    public const byte LocalDateTime = 12;
    public const byte DateTime = 13;
    public const byte Duration = 14;
    public const byte Point = 15;
    public const byte Map = 16;

    public static void Write(RecordWriter to, Value value, StoredText? text)
    {
        if (text is not null)
        {
            to.Byte(StoredString);
            to.Unsigned((ulong)text.Number);
            to.Number(text.Length);
            return;
        }

        switch (value.Kind)
        {
            case ValueKind.Null:
                to.Byte(Null);
                break;
            case ValueKind.Boolean:
                to.Byte(value.AsBoolean() ? True : False);
                break;
            case ValueKind.Integer:
                to.Byte(Integer);
                to.Signed(value.AsInteger());
                break;
            case ValueKind.Float:
                to.Byte(Float);
                to.Fixed(BitConverter.DoubleToInt64Bits(value.AsFloat()));
                break;
            case ValueKind.String:
                to.Byte(String);
                to.Text(value.AsString());
                break;
            case ValueKind.Bytes:
                to.Byte(Bytes);
                to.Bytes(value.AsBytes());
                break;
            case ValueKind.List:
                to.Byte(List);
                to.Number(value.AsList().Length);
                foreach (Value item in value.AsList())
                {
                    Write(to, item, null);
                }

                break;
            case ValueKind.Map:
                to.Byte(Map);
                to.Number(value.AsMap().Count);
                foreach ((string key, Value item) in value.AsMap())
                {
                    to.Text(key);
                    Write(to, item, null);
                }

                break;
            default:
                WriteTemporalOrPoint(to, value);
                break;
        }
    }

    /// <param name="shelf">Where long strings stand.</param>
    /// <param name="text">The long string that the value is, else null.</param>
    public static Value Read(ref RecordReader from, TextShelf? shelf, out StoredText? text)
    {
        text = null;
        byte kind = from.Byte();
        switch (kind)
        {
            case Null:
                return default;
            case False:
                return Value.False;
            case True:
                return Value.True;
            case Integer:
                return from.Signed();
            case Float:
                return BitConverter.Int64BitsToDouble(from.Fixed());
            case String:
                return from.Text();
            case StoredString:
                text = new StoredText(shelf ?? throw new InvalidDataException("A record refers to a stored text where none can be."), (long)from.Unsigned(), from.Number(), null);
                return default;
            case Bytes:
                return Value.Bytes(from.Bytes().ToArray());
            case List:
                Value[] items = new Value[from.Number()];
                for (int i = 0; i < items.Length; i++)
                {
                    items[i] = Read(ref from, shelf, out _);
                }

                return Value.List(items);
            case Map:
                int count = from.Number();
                MapValue.Builder map = new(count);
                for (int i = 0; i < count; i++)
                {
                    map.Set(from.Text(), Read(ref from, shelf, out _));
                }

                return map.Build();
            default:
                return ReadTemporalOrPoint(ref from, kind);
        }
    }

    private static void WriteTemporalOrPoint(RecordWriter to, Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.Date:
                to.Byte(Date);
                to.Signed(value.AsDate().EpochDay);
                break;
            case ValueKind.LocalTime:
                to.Byte(LocalTime);
                to.Unsigned((ulong)value.AsLocalTime().NanoOfDay);
                break;
            case ValueKind.Time:
                to.Byte(Time);
                to.Unsigned((ulong)value.AsTime().NanoOfDay);
                to.Signed(value.AsTime().OffsetSeconds);
                break;
            case ValueKind.LocalDateTime:
                to.Byte(LocalDateTime);
                to.Signed(value.AsLocalDateTime().EpochSecond);
                to.Number(value.AsLocalDateTime().Nano);
                break;
            case ValueKind.DateTime:
                ZonedDateTime zoned = value.AsDateTime();
                to.Byte(DateTime);
                to.Signed(zoned.EpochSecond);
                to.Number(zoned.Nano);
                to.Signed(zoned.OffsetSeconds);
                to.Text(zoned.ZoneId ?? "");
                break;
            case ValueKind.Duration:
                DurationValue duration = value.AsDuration();
                to.Byte(Duration);
                to.Signed(duration.Months);
                to.Signed(duration.Days);
                to.Signed(duration.Seconds);
                to.Number(duration.Nano);
                break;
            case ValueKind.Point:
                PointValue point = value.AsPoint();
                to.Byte(Point);
                to.Number(point.Srid);
                to.Byte(point.Z is null ? (byte)2 : (byte)3);
                to.Fixed(BitConverter.DoubleToInt64Bits(point.X));
                to.Fixed(BitConverter.DoubleToInt64Bits(point.Y));
                if (point.Z is { } z)
                {
                    to.Fixed(BitConverter.DoubleToInt64Bits(z));
                }

                break;
            default:
                throw new InvalidOperationException($"A {value.Kind} is not a property value.");
        }
    }

    private static Value ReadTemporalOrPoint(ref RecordReader from, byte kind)
    {
        switch (kind)
        {
            case Date:
                return Value.Date(new DateValue(from.Signed()));
            case LocalTime:
                return Value.LocalTime(new LocalTimeValue((long)from.Unsigned()));
            case Time:
                return Value.Time(new ZonedTime((long)from.Unsigned(), (int)from.Signed()));
            case LocalDateTime:
                return Value.LocalDateTime(new LocalDateTimeValue(from.Signed(), from.Number()));
            case DateTime:
                return Value.DateTime(new ZonedDateTime(from.Signed(), from.Number(), (int)from.Signed(), from.Text() is { Length: > 0 } zone ? zone : null));
            case Duration:
                return Value.Duration(new DurationValue(from.Signed(), from.Signed(), from.Signed(), from.Number()));
            case Point:
                int srid = from.Number();
                bool deep = from.Byte() == 3;
                return Value.Point(new PointValue(
                    srid,
                    BitConverter.Int64BitsToDouble(from.Fixed()),
                    BitConverter.Int64BitsToDouble(from.Fixed()),
                    deep ? BitConverter.Int64BitsToDouble(from.Fixed()) : null));
            default:
                throw new InvalidDataException($"A record holds a value of unknown kind {kind}.");
        }
    }
}
