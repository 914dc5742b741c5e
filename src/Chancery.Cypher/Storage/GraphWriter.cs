using Chancery.Cypher.Storage.Disk;
using Chancery.Graph;

namespace Chancery.Cypher.Storage;

/// <summary>
/// The one open write transaction of a store: a view that sees its own writes. Not safe for use from several threads.
/// Disposing it without <see cref="Commit"/> rolls back. A write that throws may be half done: then nothing is left but to roll back.
/// </summary>
internal sealed partial class GraphWriter : GraphView, IDisposable
{
    private readonly GraphState _start;
    // Null where nothing is to be logged: in memory, and while the log is replayed.
    private readonly RedoLog? _log;
    private readonly List<StoredText> _newTexts = [];
    private readonly List<long> _unusedTexts = [];
    // Parts of the state that carry this token may be written in place; a new token leaves them all as they are.
    private object _token = new();
    private bool _open = true;

    internal GraphWriter(GraphStore store, GraphState start, RedoLog? log)
        : base(store, start.Copy())
    {
        _start = start;
        _log = log;
    }

    /// <summary>True once anything was changed.</summary>
    public bool HasChanges { get; private set; }

    /// <summary>What the transaction sees now, as a view that later writes do not reach: for a reader whose records are still being read.</summary>
    public GraphView Freeze()
    {
        GraphState state = State;
        State = state.Copy();
        _token = new object();
        return new GraphView(Store, state);
    }

    /// <summary>To be called where a statement ends: a node that was deleted while it had relationships is refused here.</summary>
    /// <exception cref="GraphException">ConstraintVerificationFailed; roll back.</exception>
    public void EndStatement()
    {
        RequireOpen();
        foreach (int node in _dangling)
        {
            if (Degree(node, Side.Out) + Degree(node, Side.In) > 0)
            {
                throw StorageError.StillConnected(node);
            }
        }

        _dangling.Clear();
    }

    /// <summary>Checks what is left to check, puts the changes on disk, and publishes them.</summary>
    /// <returns>The number of the commit, or of the last one before where nothing was changed.</returns>
    /// <exception cref="GraphException">A constraint does not hold, or the disk refused; the transaction is rolled back.</exception>
    public long Commit()
    {
        RequireOpen();
        try
        {
            EndStatement();
            CheckAtCommit();
            return HasChanges ? Store.Publish(State, _log, _newTexts, _unusedTexts) : _start.CommitNumber;
        }
        finally
        {
            Close();
        }
    }

    /// <summary>Ends the transaction without a trace. Does nothing where it has ended already.</summary>
    public void Rollback()
    {
        if (_open)
        {
            State = _start;
            Close();
        }
    }

    public void Dispose() => Rollback();

    /// <summary>The long strings that this transaction's writes put out of use.</summary>
    internal IReadOnlyList<long> UnusedTexts => _unusedTexts;

    private void Close()
    {
        _open = false;
        Store.Release();
    }

    private void RequireOpen()
    {
        if (!_open)
        {
            throw new InvalidOperationException("The transaction has ended.");
        }
    }

    private void Change()
    {
        RequireOpen();
        HasChanges = true;
    }
}
