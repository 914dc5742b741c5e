using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using static Chancery.Bolt.PackStream.Marker;

namespace Chancery.Bolt.PackStream;

/// <summary>Writes PackStream values in their shortest form, without allocating. Call <see cref="Flush"/> at the end.</summary>
internal ref partial struct PackStreamWriter
{
    // The most that is asked of the output in one piece; longer text and bytes go out in several.
    private const int PieceLimit = 4096;

    private readonly IBufferWriter<byte> _output;
    private readonly ValueShape _shape;
    private Span<byte> _span;
    private int _used;

    public PackStreamWriter(IBufferWriter<byte> output, ValueShape shape)
    {
        _output = output;
        _shape = shape;
    }

    public void Flush()
    {
        if (_used > 0)
        {
            _output.Advance(_used);
        }

        _span = default;
        _used = 0;
    }

    public void WriteNull() => WriteByte(Null);

    public void WriteBoolean(bool value) => WriteByte(value ? True : False);

    public void WriteInteger(long value)
    {
        Span<byte> span = Reserve(9);
        if (value is >= -16 and <= 127)
        {
            span[0] = (byte)value;
            _used += 1;
        }
        else if (value is >= sbyte.MinValue and <= sbyte.MaxValue)
        {
            span[0] = Integer8;
            span[1] = (byte)value;
            _used += 2;
        }
        else if (value is >= short.MinValue and <= short.MaxValue)
        {
            span[0] = Integer16;
            BinaryPrimitives.WriteInt16BigEndian(span[1..], (short)value);
            _used += 3;
        }
        else if (value is >= int.MinValue and <= int.MaxValue)
        {
            span[0] = Integer32;
            BinaryPrimitives.WriteInt32BigEndian(span[1..], (int)value);
            _used += 5;
        }
        else
        {
            span[0] = Integer64;
            BinaryPrimitives.WriteInt64BigEndian(span[1..], value);
            _used += 9;
        }
    }

    public void WriteFloat(double value)
    {
        Span<byte> span = Reserve(9);
        span[0] = Float;
        BinaryPrimitives.WriteDoubleBigEndian(span[1..], value);
        _used += 9;
    }

    public void WriteString(string value)
    {
        int size = Encoding.UTF8.GetByteCount(value);
        WriteSize(size, TinyString, String8);
        if (size <= PieceLimit)
        {
            // Not in one expression: reserving may flush, which changes what is used.
            Span<byte> span = Reserve(size);
            _used += Encoding.UTF8.GetBytes(value, span);
            return;
        }

        byte[] rented = ArrayPool<byte>.Shared.Rent(size);
        try
        {
            Encoding.UTF8.GetBytes(value, rented);
            WriteRaw(rented.AsSpan(0, size));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    public void WriteBytes(ReadOnlySpan<byte> value)
    {
        WriteSized(value.Length, Bytes8);
        WriteRaw(value);
    }

    public void WriteListHeader(int count) => WriteSize(count, TinyList, List8);

    public void WriteMapHeader(int count) => WriteSize(count, TinyMap, Map8);

    public void WriteStructureHeader(byte tag, int fields)
    {
        Span<byte> span = Reserve(2);
        span[0] = (byte)(TinyStructure | fields);
        span[1] = tag;
        _used += 2;
    }

    private void WriteSize(int size, byte tiny, byte sized)
    {
        if (size < 16)
        {
            WriteByte((byte)(tiny | size));
        }
        else
        {
            WriteSized(size, sized);
        }
    }

    // The 16- and 32-bit markers follow the 8-bit one.
    private void WriteSized(int size, byte marker)
    {
        Span<byte> span = Reserve(5);
        if (size <= byte.MaxValue)
        {
            span[0] = marker;
            span[1] = (byte)size;
            _used += 2;
        }
        else if (size <= ushort.MaxValue)
        {
            span[0] = (byte)(marker + 1);
            BinaryPrimitives.WriteUInt16BigEndian(span[1..], (ushort)size);
            _used += 3;
        }
        else
        {
            span[0] = (byte)(marker + 2);
            BinaryPrimitives.WriteInt32BigEndian(span[1..], size);
            _used += 5;
        }
    }

    private void WriteByte(byte value)
    {
        Reserve(1)[0] = value;
        _used++;
    }

    private void WriteRaw(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            Span<byte> span = Reserve(1);
            int count = Math.Min(span.Length, bytes.Length);
            bytes[..count].CopyTo(span);
            _used += count;
            bytes = bytes[count..];
        }
    }

    private Span<byte> Reserve(int size)
    {
        if (_span.Length - _used < size)
        {
            Flush();
            _span = _output.GetSpan(size);
        }

        return _span[_used..];
    }
}
