using System.Buffers.Binary;

namespace Chancery.Cypher.Storage.Disk;

/// <summary>
/// What stands where in RocksDB. On disk in every store: it may be added to, never changed without a new <see cref="FormatVersion"/>.
/// Numbers in keys are big-endian, so that they sort.
/// </summary>
internal static class DiskKeys
{
    public const int FormatVersion = 1;

    /// <summary>Column family: one record each under the names below.</summary>
    public const string Main = "default";

    /// <summary>Column family: key = commit number (8 bytes); value = a redo record.</summary>
    public const string Log = "log";

    /// <summary>Column family: key = kind (1), column (4), segment (4); value = a segment: 4,096 neighbouring elements of one column.</summary>
    public const string Segments = "segments";

    /// <summary>Column family: key = text number (8 bytes); value = a long string.</summary>
    public const string Texts = "texts";

    public const byte NodeLabels = (byte)'L';
    public const byte Relationships = (byte)'R';
    public const byte NodeProperties = (byte)'N';
    public const byte RelationshipProperties = (byte)'P';

    /// <summary>In <see cref="Main"/>: the format version as decimal text.</summary>
    public static ReadOnlySpan<byte> Format => "format"u8;

    /// <summary>In <see cref="Main"/>: the store's id as text.</summary>
    public static ReadOnlySpan<byte> Identity => "id"u8;

    /// <summary>In <see cref="Main"/>: what the segments add up to.</summary>
    public static ReadOnlySpan<byte> Checkpoint => "checkpoint"u8;

    public static byte[] Number(long number)
    {
        byte[] key = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(key, number);
        return key;
    }

    public static byte[] Segment(byte kind, int column, int segment)
    {
        byte[] key = new byte[9];
        key[0] = kind;
        BinaryPrimitives.WriteInt32BigEndian(key.AsSpan(1), column);
        BinaryPrimitives.WriteInt32BigEndian(key.AsSpan(5), segment);
        return key;
    }

    public static (byte Kind, int Column, int Segment) ParseSegment(ReadOnlySpan<byte> key) =>
        key.Length == 9
            ? (key[0], BinaryPrimitives.ReadInt32BigEndian(key[1..]), BinaryPrimitives.ReadInt32BigEndian(key[5..]))
            : throw new InvalidDataException($"The key {Convert.ToHexString(key)} is not that of a segment.");
}
