using System.Buffers.Binary;
using Chancery.Graph;
using static Chancery.Bolt.PackStream.Marker;

namespace Chancery.Bolt.PackStream;

internal ref partial struct PackStreamReader
{
    public Value ReadValue()
    {
        byte marker = ReadByte();
        if (TryInteger(marker, out long integer))
        {
            return Value.Integer(integer);
        }

        switch (marker)
        {
            case Null: return Value.Null;
            case True: return Value.True;
            case False: return Value.False;
            case Float: return Value.Float(BinaryPrimitives.ReadDoubleBigEndian(ReadPayload(8)));
            case Bytes8: return Value.Bytes(ReadPayload(ReadByte()).ToArray());
            case Bytes16: return Value.Bytes(ReadPayload(ReadUInt16()).ToArray());
            case Bytes32: return Value.Bytes(ReadPayload(ReadUInt32()).ToArray());
            case (>= TinyString and < TinyList) or String8 or String16 or String32:
                return Value.String(DecodeText(ReadPayload(StringSize(marker))));
            case (>= TinyList and < TinyMap) or List8 or List16 or List32:
                return ReadListBody(ListSize(marker));
            case (>= TinyMap and < TinyStructure) or Map8 or Map16 or Map32:
                return Value.Map(ReadMapBody(MapSize(marker)));
            case >= TinyStructure and < Null:
                return ReadStructure(marker & 0x0F);
            default:
                throw Unexpected(marker, "a value");
        }
    }

    public MapValue ReadMap()
    {
        byte marker = ReadByte();
        return ReadMapBody(MapSize(marker));
    }

    /// <summary>Reads as many values as <paramref name="row"/> holds.</summary>
    public void ReadRow(Span<Value> row)
    {
        for (int i = 0; i < row.Length; i++)
        {
            row[i] = ReadValue();
        }
    }

    private Value ReadListBody(long size)
    {
        int count = Fits(size, 1);
        if (count == 0)
        {
            return Value.EmptyList;
        }

        Descend();
        Value[] items = new Value[count];
        ReadRow(items);
        _depth--;
        return Value.List(items);
    }

    private MapValue ReadMapBody(long size)
    {
        int count = Fits(size, 2);
        if (count == 0)
        {
            return MapValue.Empty;
        }

        Descend();
        string[] keys = new string[count];
        Value[] values = new Value[count];
        for (int i = 0; i < count; i++)
        {
            keys[i] = ReadKey();
            values[i] = ReadValue();
        }

        _depth--;
        return Distinct(keys) ? new MapValue(keys, values) : throw new ProtocolException("A map holds a key twice.");
    }

    private static bool Distinct(string[] keys)
    {
        if (keys.Length > 16)
        {
            return new HashSet<string>(keys, StringComparer.Ordinal).Count == keys.Length;
        }

        for (int i = 1; i < keys.Length; i++)
        {
            if (Array.IndexOf(keys, keys[i], 0, i) >= 0)
            {
                return false;
            }
        }

        return true;
    }

    private void Descend()
    {
        if (++_depth > DepthLimit)
        {
            throw new ProtocolException($"Values nest deeper than {DepthLimit}.");
        }
    }
}
