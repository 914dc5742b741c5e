using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Chancery.Cypher.Storage.Disk;

/// <summary>Reads what <see cref="RecordWriter"/> wrote.</summary>
/// <remarks>What is marked for aggressive optimization runs when a graph is opened, and for the first time then.</remarks>
/// <exception cref="InvalidDataException">From every method, where the record ends early or holds a number that cannot be.</exception>
internal ref struct RecordReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    public readonly bool AtEnd => _rest.IsEmpty;

    public byte Byte()
    {
        if (_rest.IsEmpty)
        {
            throw TooShort();
        }

        byte value = _rest[0];
        _rest = _rest[1..];
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ulong Unsigned()
    {
        ulong value = 0;
        for (int i = 0; i < _rest.Length && i < 10; i++)
        {
            byte part = _rest[i];
            value |= (ulong)(part & 0x7F) << (7 * i);
            if (part < 0x80)
            {
                _rest = _rest[(i + 1)..];
                return value;
            }
        }

        throw TooShort();
    }

    public int Number()
    {
        ulong value = Unsigned();
        return value <= int.MaxValue ? (int)value : throw new InvalidDataException($"A record holds {value} where a count or id stands.");
    }

    public long Signed()
    {
        ulong value = Unsigned();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    public long Fixed() => BinaryPrimitives.ReadInt64LittleEndian(Take(8));

    public ReadOnlySpan<byte> Bytes() => Take(Number());

    public string Text() => Text(default);

    /// <summary>The text that follows, after a beginning that is known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public string Text(ReadOnlySpan<char> start)
    {
        ulong header = Unsigned();
        int length = header >> 1 <= int.MaxValue / 2 ? (int)(header >> 1) : throw TooShort();
        bool wellFormed = (header & 1) == 0;
        ReadOnlySpan<byte> units = Take(wellFormed ? length : length * 2);
        if (!wellFormed)
        {
            return string.Concat(start, MemoryMarshal.Cast<byte, char>(units));
        }

        if (start.IsEmpty)
        {
            return Encoding.UTF8.GetString(units);
        }

        if (!Ascii.IsValid(units))
        {
            return string.Concat(start, Encoding.UTF8.GetString(units));
        }

        Span<char> text = start.Length + length <= 256 ? stackalloc char[start.Length + length] : new char[start.Length + length];
        start.CopyTo(text);
        Encoding.ASCII.GetChars(units, text[start.Length..]);
        return new string(text);
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if ((uint)length > (uint)_rest.Length)
        {
            throw TooShort();
        }

        ReadOnlySpan<byte> taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }

    private static InvalidDataException TooShort() => new("A record ends early.");
}
