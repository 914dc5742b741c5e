using Chancery.Graph;

namespace Chancery.Cypher.Execution;

/// <summary>
/// One step of a running plan. All operators of a statement share one row of slots: <see cref="MoveNext"/> fills the slots that this
/// operator introduces and leaves the others as its input left them, so that a row costs no copy until somebody must keep it.
/// </summary>
/// <remarks>
/// <see cref="Open"/> starts an operator, and starts it again: an apply reopens its inner side for each outer row.
/// </remarks>
internal abstract class Operator
{
    private QueryContext? _context;

    protected QueryContext Context => _context!;

    protected Value[] Row { get; private set; } = [];

    public void Open(QueryContext context, Value[] row)
    {
        _context = context;
        Row = row;
        OnOpen();
    }

    /// <summary>Fills the next row; false at the end, and from then on.</summary>
    public abstract bool MoveNext();

    /// <summary>Lets go of what the operator holds; it may be opened again.</summary>
    public virtual void Close()
    {
    }

    /// <summary>Opens the inputs and forgets any earlier run.</summary>
    protected abstract void OnOpen();
}
