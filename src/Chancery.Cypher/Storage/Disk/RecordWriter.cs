using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;

namespace Chancery.Cypher.Storage.Disk;

/// <summary>Grows a record: variable-length integers (LEB128), text, fixed words. The counterpart of <see cref="RecordReader"/>.</summary>
/// <remarks>What is marked for aggressive optimization runs in bulk loads, and for the first time then.</remarks>
internal sealed class RecordWriter(int capacity = 256)
{
    private byte[] _bytes = new byte[capacity];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>Drops what was written from there on.</summary>
    public void Truncate(int length) => Length = length;

    public void Byte(byte value)
    {
        Reserve(1);
        _bytes[Length++] = value;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Unsigned(ulong value)
    {
        Reserve(10);
        while (value >= 0x80)
        {
            _bytes[Length++] = (byte)(value | 0x80);
            value >>= 7;
        }

        _bytes[Length++] = (byte)value;
    }

    /// <summary>A count or an id, never negative.</summary>
    public void Number(int value) => Unsigned((uint)value);

    /// <summary>Small for numbers near 0 on either side.</summary>
    public void Signed(long value) => Unsigned((ulong)(value << 1) ^ (ulong)(value >> 63));

    public void Fixed(long value)
    {
        Reserve(8);
        BinaryPrimitives.WriteInt64LittleEndian(_bytes.AsSpan(Length), value);
        Length += 8;
    }

    public void Bytes(ReadOnlySpan<byte> value)
    {
        Number(value.Length);
        Append(value);
    }

    public void Append(ReadOnlySpan<byte> value)
    {
        Reserve(value.Length);
        value.CopyTo(_bytes.AsSpan(Length));
        Length += value.Length;
    }

    /// <summary>A string of any UTF-16 code units: as UTF-8 where it is well formed, as it is otherwise.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Text(string value)
    {
        if (!IsWellFormed(value))
        {
            Unsigned(((ulong)value.Length << 1) | 1);
            Reserve(value.Length * 2);
            foreach (char unit in value)
            {
                BinaryPrimitives.WriteUInt16LittleEndian(_bytes.AsSpan(Length), unit);
                Length += 2;
            }

            return;
        }

        int length = Encoding.UTF8.GetByteCount(value);
        Unsigned((ulong)length << 1);
        Reserve(length);
        Length += Encoding.UTF8.GetBytes(value, _bytes.AsSpan(Length));
    }

    private static bool IsWellFormed(string value)
    {
        for (int i = value.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF'); i >= 0 && i < value.Length; i++)
        {
            if (char.IsSurrogate(value[i]))
            {
                if (i + 1 == value.Length || !char.IsSurrogatePair(value[i], value[i + 1]))
                {
                    return false;
                }

                i++;
            }
        }

        return true;
    }

    private void Reserve(int more)
    {
        if (Length + more > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(Length + more, _bytes.Length * 2));
        }
    }
}
