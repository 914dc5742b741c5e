using Chancery.Cypher.Storage.Disk;
using Chancery.Graph;

namespace Chancery.Cypher.Storage;

internal sealed partial class GraphStore
{
    // A checkpoint follows once the redo records have grown to this many bytes, or to a quarter of the segments.
    private const long LeastLogForCheckpoint = 16 << 20;
    // So little is replayed faster than it is checkpointed.
    private const long LittleLog = 64 << 10;

    private readonly GraphDisk? _disk;
    // Held for the whole of a checkpoint; always taken before the other.
    private readonly Lock _checkpointGate = new();
    // Held while a commit is written, and while the fields here are read or changed. A checkpoint lets commits pass while it writes.
    private readonly Lock _diskGate = new();
    private readonly List<long> _unusedTexts = [];
    private GraphState _checkpointed;
    // On disk already, and published a moment later.
    private GraphState _durable = GraphState.Empty;
    private long _nextText;
    private long _logged;
    private bool _closed;
    private bool _wrote;
    private (int Labels, int Types, int Keys) _namesOnDisk;
    private Task _checkpointing = Task.CompletedTask;

    /// <summary>The graph's folder, or null where it lives in memory alone.</summary>
    public string? Folder => _disk?.Folder;

    /// <summary>Opens the graph in a folder, or creates one there, and reads it into memory.</summary>
    /// <exception cref="GraphException">The folder is in use, damaged, of another format, or cannot be written to.</exception>
    public static GraphStore Open(string folder)
    {
        GraphDisk disk = GraphDisk.Open(folder);
        try
        {
            GraphStore store = new(disk);
            store.Load(disk);
            if (store._unusedTexts.Count > 0)
            {
                disk.DropTexts(store._unusedTexts);
                store._unusedTexts.Clear();
            }

            return store;
        }
        catch
        {
            disk.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Ends the use of the folder. A transaction that is still open can no longer commit, and long strings of old snapshots can no longer be read.
    /// </summary>
    public void Dispose()
    {
        lock (_checkpointGate)
        lock (_diskGate)
        {
            if (_closed)
            {
                return;
            }

            _closed = true;
            try
            {
                TidyDisk();
            }
            finally
            {
                _disk?.Dispose();
            }
        }

        _checkpointing.Wait();
    }

    /// <summary>Brings the segments on disk up to the last commit, while commits go on; happens by itself as the redo records grow.</summary>
    public void Checkpoint()
    {
        lock (_checkpointGate)
        {
            GraphState state;
            CheckpointRecord record;
            long logged;
            lock (_diskGate)
            {
                if (_disk is null || _closed || _durable.CommitNumber <= _checkpointed.CommitNumber)
                {
                    return;
                }

                state = _durable;
                record = RecordOf(state, []);
                logged = _logged;
            }

            _disk.Checkpoint(_checkpointed, state, Tokens, LabelSets, record, []);
            lock (_diskGate)
            {
                _checkpointed = state;
                _logged -= logged;
                _wrote = true;
            }
        }
    }

    private void TidyDisk()
    {
        if (_disk is { IsBroken: false })
        {
            if (_logged > LittleLog)
            {
                Checkpoint(_disk, _durable, [], []);
            }

            if (_wrote)
            {
                _disk.Tidy();
            }
        }
    }

    private void CheckpointInBackground()
    {
        try
        {
            Checkpoint();
        }
        catch (GraphException) when (_disk!.IsBroken)
        {
            // The next commit meets the same broken disk and tells its caller.
            return;
        }
    }

    /// <summary>
    /// Proves the whole store: checksums of all tables, the graph in memory against itself and against what the folder says when it is read
    /// anew, and that every long string is there. Commits wait meanwhile.
    /// </summary>
    /// <returns>One sentence a problem; empty where all is well.</returns>
    public IReadOnlyList<string> Check()
    {
        List<string> problems = [.. GraphCheck.Run(Current)];
        lock (_checkpointGate)
        lock (_diskGate)
        {
            if (_disk is null || _closed)
            {
                return problems;
            }

            try
            {
                _disk.VerifyChecksums();
                GraphStore anew = new(_disk);
                anew.Load(_disk);
                problems.AddRange(GraphCheck.Compare(Current, anew.Current));
            }
            catch (GraphException damage)
            {
                problems.Add(damage.Message);
            }
        }

        return problems;
    }

    /// <summary>Copies the graph as of the last commit into a new folder, which is a graph like any other; readers and writers go on meanwhile.</summary>
    /// <exception cref="GraphException">The folder exists, or cannot be written to; or the graph lives in memory alone.</exception>
    public void Backup(string target)
    {
        if (_disk is null)
        {
            throw DiskError.NoFolder();
        }

        _disk.Backup(target);
    }

    /// <summary>Copies a backup into a new folder and opens it.</summary>
    public static GraphStore Restore(string backup, string target)
    {
        GraphDisk.Restore(backup, target);
        return Open(target);
    }

    /// <summary>The form in which a long string is held: by reference to the disk. Null for a short one, and in memory.</summary>
    internal StoredText? Shelve(string text) =>
        _disk is null || text.Length <= TextShelf.LongText ? null : new StoredText(_disk.Shelf, _nextText++, text.Length, text);

    private void MakeDurable(GraphDisk disk, GraphState state, RedoLog log, IReadOnlyList<StoredText> newTexts, IReadOnlyList<long> unusedTexts)
    {
        if (log.IsGivenUp)
        {
            lock (_checkpointGate)
            lock (_diskGate)
            {
                ObjectDisposedException.ThrowIf(_closed, this);
                Checkpoint(disk, state, newTexts, unusedTexts);
                Settle(state, newTexts, unusedTexts);
            }

            return;
        }

        lock (_diskGate)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            RecordWriter record = new(log.Length + 64);
            (int Labels, int Types, int Keys) names = AddNames(record);
            record.Append(log.Written);
            disk.Append(state.CommitNumber, record.Written, newTexts);
            _namesOnDisk = names;
            _logged += record.Length;
            Settle(state, newTexts, unusedTexts);
        }

        if (_logged > LeastLogForCheckpoint && _checkpointing.IsCompleted && _logged > disk.SegmentBytes / 4)
        {
            _checkpointing = Task.Run(CheckpointInBackground);
        }
    }

    private void Settle(GraphState state, IReadOnlyList<StoredText> newTexts, IReadOnlyList<long> unusedTexts)
    {
        _wrote = true;
        _durable = state;
        _unusedTexts.AddRange(unusedTexts);
        foreach (StoredText text in newTexts)
        {
            text.Settle();
        }
    }

    private (int Labels, int Types, int Keys) AddNames(RecordWriter record)
    {
        (int Labels, int Types, int Keys) counts = (Tokens.Labels.Count, Tokens.Types.Count, Tokens.Keys.Count);
        Add(RedoStep.NewLabel, Tokens.Labels, _namesOnDisk.Labels, counts.Labels);
        Add(RedoStep.NewType, Tokens.Types, _namesOnDisk.Types, counts.Types);
        Add(RedoStep.NewKey, Tokens.Keys, _namesOnDisk.Keys, counts.Keys);
        return counts;

        void Add(byte step, TokenTable table, int from, int to)
        {
            for (int id = from; id < to; id++)
            {
                record.Byte(step);
                record.Number(id);
                record.Text(table.Name(id));
            }
        }
    }

    private CheckpointRecord RecordOf(GraphState state, IReadOnlyList<long> unusedTexts) => new(
        state.CommitNumber, state.NextNode, state.NextRelationship, _nextText, state.Schema, [.. _unusedTexts, .. unusedTexts]);

    private void Checkpoint(GraphDisk disk, GraphState state, IReadOnlyList<StoredText> newTexts, IReadOnlyList<long> unusedTexts)
    {
        (int Labels, int Types, int Keys) names = (Tokens.Labels.Count, Tokens.Types.Count, Tokens.Keys.Count);
        disk.Checkpoint(_checkpointed, state, Tokens, LabelSets, RecordOf(state, unusedTexts), newTexts);
        _checkpointed = state;
        _namesOnDisk = names;
        _logged = 0;
    }

    private void Load(GraphDisk disk)
    {
        CheckpointRecord record = disk.ReadCheckpoint(Tokens);
        GraphState state = GraphState.Empty.Copy();
        object owner = new();
        disk.LoadSegments(state, owner, LabelSets);
        (state.CommitNumber, state.NextNode, state.NextRelationship) = (record.Commit, record.NextNode, record.NextRelationship);
        DerivedParts.Build(state, owner, LabelSets);
        _checkpointed = state;
        _nextText = record.NextText;
        _unusedTexts.AddRange(record.UnusedTexts);
        _durable = Replay(disk, state, record.Schema);
        _current = new GraphView(this, _durable);
        _namesOnDisk = (Tokens.Labels.Count, Tokens.Types.Count, Tokens.Keys.Count);
    }

    private GraphState Replay(GraphDisk disk, GraphState loaded, GraphSchema schema)
    {
        GraphWriter writer = new(this, loaded, null);
        RedoReplay replay = new(writer, Tokens, disk.Shelf, schema);
        long last = loaded.CommitNumber;
        foreach ((long commit, byte[] redo) in disk.ReadLog(loaded.CommitNumber))
        {
            try
            {
                replay.Apply(redo);
            }
            catch (Exception problem) when (problem is InvalidDataException or GraphException)
            {
                throw DiskError.Corrupt(disk.Folder, $"{DiskKeys.Log}/{commit}", problem);
            }

            last = commit;
            _logged += redo.Length;
        }

        _unusedTexts.AddRange(writer.UnusedTexts);
        _nextText = Math.Max(_nextText, replay.NextText);
        GraphState state = writer.State;
        state.CommitNumber = last;
        state.Schema = replay.Schema;
        GraphIndex[] indexes = new GraphIndex[state.Schema.Indexes.Count];
        Parallel.For(0, indexes.Length, i => indexes[i] = IndexBuilder.Build(state.Schema.Indexes[i], state, out _));
        state.Indexes = indexes;
        return state;
    }
}
