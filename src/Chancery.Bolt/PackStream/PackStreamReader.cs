using System.Buffers.Binary;
using System.Text;
using static Chancery.Bolt.PackStream.Marker;

namespace Chancery.Bolt.PackStream;

/// <summary>
/// Reads PackStream values from one whole message. Any bytes end in a value or in a
/// <see cref="ProtocolException"/> (or <see cref="UnusableValueException"/>); nothing is allocated for sizes that the message cannot hold.
/// </summary>
internal ref partial struct PackStreamReader
{
    // Deeper nesting is no data, but an attack on the stack.
    private const int DepthLimit = 128;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    private readonly ReadOnlySpan<byte> _data;
    private int _at;
    private int _depth;

    public PackStreamReader(ReadOnlySpan<byte> data)
    {
        _data = data;
    }

    public readonly bool AtEnd => _at == _data.Length;

    public readonly int Remaining => _data.Length - _at;

    /// <summary>Reads the head of a structure: its tag and its number of fields.</summary>
    public (byte Tag, int Fields) ReadStructureHeader()
    {
        byte marker = ReadByte();
        if ((marker & 0xF0) != TinyStructure)
        {
            throw Unexpected(marker, "a structure");
        }

        return (ReadByte(), marker & 0x0F);
    }

    public long ReadInteger()
    {
        byte marker = ReadByte();
        return TryInteger(marker, out long value) ? value : throw Unexpected(marker, "an integer");
    }

    public string ReadString()
    {
        byte marker = ReadByte();
        return DecodeText(ReadPayload(StringSize(marker)));
    }

    public double ReadFloat()
    {
        byte marker = ReadByte();
        return marker == Float ? BinaryPrimitives.ReadDoubleBigEndian(ReadPayload(8)) : throw Unexpected(marker, "a float");
    }

    public int ReadListHeader()
    {
        byte marker = ReadByte();
        return Fits(ListSize(marker), 1);
    }

    /// <summary>Map keys recur in every record, so that most come from a cache.</summary>
    private string ReadKey()
    {
        byte marker = ReadByte();
        ReadOnlySpan<byte> utf8 = ReadPayload(StringSize(marker));
        return KeyCache.Find(utf8) ?? DecodeText(utf8);
    }

    private static string DecodeText(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return StrictUtf8.GetString(utf8);
        }
        catch (DecoderFallbackException e)
        {
            throw new ProtocolException("A string is not valid UTF-8.", e);
        }
    }

    private bool TryInteger(byte marker, out long value)
    {
        switch (marker)
        {
            case <= 0x7F or >= 0xF0:
                value = (sbyte)marker;
                return true;
            case Integer8:
                value = (sbyte)ReadByte();
                return true;
            case Integer16:
                value = BinaryPrimitives.ReadInt16BigEndian(ReadPayload(2));
                return true;
            case Integer32:
                value = BinaryPrimitives.ReadInt32BigEndian(ReadPayload(4));
                return true;
            case Integer64:
                value = BinaryPrimitives.ReadInt64BigEndian(ReadPayload(8));
                return true;
            default:
                value = 0;
                return false;
        }
    }

    private long StringSize(byte marker) => marker switch
    {
        >= TinyString and < TinyList => marker & 0x0F,
        String8 => ReadByte(),
        String16 => ReadUInt16(),
        String32 => ReadUInt32(),
        _ => throw Unexpected(marker, "a string"),
    };

    private long ListSize(byte marker) => marker switch
    {
        >= TinyList and < TinyMap => marker & 0x0F,
        List8 => ReadByte(),
        List16 => ReadUInt16(),
        List32 => ReadUInt32(),
        _ => throw Unexpected(marker, "a list"),
    };

    private long MapSize(byte marker) => marker switch
    {
        >= TinyMap and < TinyStructure => marker & 0x0F,
        Map8 => ReadByte(),
        Map16 => ReadUInt16(),
        Map32 => ReadUInt32(),
        _ => throw Unexpected(marker, "a map"),
    };

    // Every item takes at least so many bytes: a larger count is a lie, found before anything is allocated for it.
    private readonly int Fits(long count, int bytesEach) => count * bytesEach <= Remaining
        ? (int)count
        : throw new ProtocolException($"A size of {count} items exceeds the message, of which {Remaining} bytes remain.");

    private byte ReadByte() => _at < _data.Length ? _data[_at++] : throw new ProtocolException("The message ends inside a value.");

    private ushort ReadUInt16() => BinaryPrimitives.ReadUInt16BigEndian(ReadPayload(2));

    private uint ReadUInt32() => BinaryPrimitives.ReadUInt32BigEndian(ReadPayload(4));

    private ReadOnlySpan<byte> ReadPayload(long size)
    {
        if (size > Remaining)
        {
            throw new ProtocolException($"A size of {size} bytes exceeds the message, of which {Remaining} remain.");
        }

        ReadOnlySpan<byte> payload = _data.Slice(_at, (int)size);
        _at += (int)size;
        return payload;
    }

    private readonly ProtocolException Unexpected(byte marker, string wanted) =>
        new($"The byte 0x{marker:X2} at {_at - 1} does not begin {wanted}.");
}
