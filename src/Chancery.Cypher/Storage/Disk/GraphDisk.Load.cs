using System.Collections.Concurrent;
using Chancery.Cypher.Storage.Disk.Native;
using Chancery.Graph;

namespace Chancery.Cypher.Storage.Disk;

internal sealed partial class GraphDisk
{
    /// <summary>The checkpoint, with its names read into the tables.</summary>
    public CheckpointRecord ReadCheckpoint(GraphTokens tokens)
    {
        byte[]? record = _db.Get(_main, DiskKeys.Checkpoint);
        if (record is null)
        {
            return CheckpointRecord.Empty;
        }

        try
        {
            return CheckpointRecord.Decode(record, tokens);
        }
        catch (InvalidDataException problem)
        {
            throw DiskError.Corrupt(Folder, "the checkpoint record", problem);
        }
    }

    /// <summary>Reads all segments into a state that nobody else has yet. Its adjacency and indexes are not built.</summary>
    public void LoadSegments(GraphState state, object owner, LabelSets sets)
    {
        List<(byte[] Key, byte[] Value)> records = [.. Records(_segments, DiskKeys.Segments)];
        ConcurrentDictionary<string, string> shared = new(StringComparer.Ordinal);
        object?[] decoded = new object?[records.Count];
        Parallel.For(0, records.Count, i => decoded[i] = Decode(records[i].Key, records[i].Value, shared));
        for (int i = 0; i < records.Count; i++)
        {
            (byte kind, int column, int segment) = DiskKeys.ParseSegment(records[i].Key);
            switch (kind)
            {
                case DiskKeys.NodeLabels:
                    // Numbers of label sets are given out in order, so these are read one after the other.
                    int[][] labels = Guarded(records[i].Key, () => SegmentCodec.ReadLabels(records[i].Value, sets));
                    state.LabelSets = Install(state.LabelSets.Edit(owner), segment, labels);
                    break;
                case DiskKeys.Relationships:
                    state.Relationships = Install(state.Relationships.Edit(owner), segment, (RelationshipRecord[][])decoded[i]!);
                    break;
                default:
                    state.GrowKeys(column + 1);
                    PropertyColumn[] columns = kind == DiskKeys.NodeProperties ? state.NodeColumns : state.RelationshipColumns;
                    columns[column] = columns[column].Edit(owner);
                    Install(columns[column], segment, (PropertyPage?[])decoded[i]!);
                    break;
            }
        }
    }

    /// <summary>The redo records after a commit, in order and without a gap.</summary>
    public IEnumerable<(long Commit, byte[] Record)> ReadLog(long after)
    {
        long due = after + 1;
        foreach ((byte[] key, byte[] record) in Records(_log, DiskKeys.Log))
        {
            long commit = System.Buffers.Binary.BinaryPrimitives.ReadInt64BigEndian(key);
            if (commit != due)
            {
                throw DiskError.Corrupt(Folder, $"{DiskKeys.Log}/{commit}", new InvalidDataException($"Commit {due} is missing."));
            }

            due++;
            yield return (commit, record);
        }
    }

    /// <summary>Reads every byte of every table and compares its checksum.</summary>
    /// <exception cref="GraphException">One does not agree.</exception>
    public void VerifyChecksums()
    {
        try
        {
            _db.VerifyChecksums();
        }
        catch (RocksException problem)
        {
            throw DiskError.Corrupt(Folder, "its tables", problem);
        }
    }

    /// <summary>The numbers of all long strings on disk.</summary>
    public IEnumerable<long> TextNumbers() =>
        Records(_texts, DiskKeys.Texts).Select(record => System.Buffers.Binary.BinaryPrimitives.ReadInt64BigEndian(record.Key));

    private static PagedArray<T> Install<T>(PagedArray<T> array, int segment, T[][] pages)
    {
        for (int i = 0; i < pages.Length; i++)
        {
            array.SetPage(segment * SegmentCodec.PagesPerSegment + i, pages[i]);
        }

        return array;
    }

    private static void Install(PropertyColumn column, int segment, PropertyPage?[] pages)
    {
        for (int i = 0; i < pages.Length; i++)
        {
            if (pages[i] is { } page)
            {
                column.Load(segment * SegmentCodec.PagesPerSegment + i, page);
            }
        }
    }

    private object? Decode(byte[] key, byte[] record, ConcurrentDictionary<string, string> shared) => Guarded<object?>(key, () =>
        DiskKeys.ParseSegment(key).Kind switch
        {
            DiskKeys.NodeLabels => null,
            DiskKeys.Relationships => SegmentCodec.ReadRelationships(record),
            DiskKeys.NodeProperties or DiskKeys.RelationshipProperties => SegmentCodec.ReadProperties(record, Shelf, shared),
            byte kind => throw new InvalidDataException($"Segments of kind {kind} are unknown."),
        });

    private T Guarded<T>(byte[] key, Func<T> read) => Guarded($"{DiskKeys.Segments}/{Convert.ToHexString(key)}", read);

    private T Guarded<T>(string place, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception problem) when (problem is InvalidDataException or RocksException)
        {
            throw DiskError.Corrupt(Folder, place, problem);
        }
    }

    private IEnumerable<(byte[] Key, byte[] Value)> Records(RocksFamily family, string name)
    {
        using RocksCursor cursor = _db.Walk(family);
        while (Guarded(name, cursor.MoveNext))
        {
            yield return (cursor.Key.ToArray(), cursor.Value.ToArray());
        }
    }
}
