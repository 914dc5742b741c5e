using Chancery.Cypher.Expressions;
using Chancery.Graph;

namespace Chancery.Cypher.Execution.Paths;

/// <summary>What the searches for short paths share: the row, the hop in both directions, and the conditions on each step.</summary>
internal sealed class PathSearch(Legs forward, Legs backward, int stepSlot, Evaluator[] stepPredicates)
{
    private QueryContext? _context;
    private Value[] _row = [];

    public QueryContext Context => _context!;

    public Legs Forward { get; } = forward;

    public Legs Backward { get; } = backward;

    public void Begin(QueryContext context, Value[] row)
    {
        _context = context;
        _row = row;
        Forward.Resolve(context.View);
        Backward.Resolve(context.View);
    }

    public bool CanStep(int relationship)
    {
        if (stepPredicates.Length == 0)
        {
            return true;
        }

        _row[stepSlot] = Value.Relationship(Context.View, relationship);
        foreach (Evaluator predicate in stepPredicates)
        {
            if (!predicate.IsTrue(_row, Context))
            {
                return false;
            }
        }

        return true;
    }
}
