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
        using RocksCursor cursor = _db.Walk(_segments);
        new SegmentLoad(cursor, state, owner, sets, Shelf, Folder).Run();
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

    private T Guarded<T>(string place, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (RocksException problem)
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
