using Chancery.Cypher.Expressions;
using Chancery.Cypher.Storage;
using Chancery.Graph;

namespace Chancery.Cypher.Execution.Columns;

/// <summary>
/// What is asked of each step of an expansion that is only counted: labels of its node, bounds on its relationship's properties, any other
/// conditions, and that the relationship differs from those in some slots.
/// </summary>
internal sealed class StepConditions(
    TokenSet[] labels, PropertyBound[] bounds, Evaluator[] conditions, int relationshipSlot, int nodeSlot, int[] others)
{
    private readonly Membership[] _members = new Membership[labels.Length];
    private readonly PropertyColumn?[] _columns = new PropertyColumn?[bounds.Length];
    private Value[] _row = [];
    private QueryContext _context = null!;

    /// <summary>True where every step passes.</summary>
    public bool AreNone { get; private set; }

    /// <summary>Before the first step of a run.</summary>
    public void Begin(QueryContext context, Value[] row)
    {
        _context = context;
        _row = row;
        GraphView view = context.View;
        AreNone = bounds.Length == 0 && conditions.Length == 0 && others.Length == 0;
        for (int i = 0; i < labels.Length; i++)
        {
            _members[i] = view.NodesWithLabel(labels[i].ResolveOne(view.Tokens.Labels));
            AreNone &= _members[i].Count == view.NodeCount;
        }

        for (int i = 0; i < bounds.Length; i++)
        {
            _columns[i] = view.RelationshipColumn(bounds[i].Key.Id(view));
            bounds[i].Begin();
        }
    }

    public bool Hold(Adjacent step)
    {
        foreach (Membership members in _members)
        {
            if (!members.Contains(step.Node))
            {
                return false;
            }
        }

        for (int i = 0; i < bounds.Length; i++)
        {
            PropertyPage? page = _columns[i]?.Page(step.Relationship >> Pages.Bits);
            if (page is null || !bounds[i].Holds(page, step.Relationship & Pages.Mask, _row, _context))
            {
                return false;
            }
        }

        return (others.Length == 0 || Uniqueness.IsNew(step.Relationship, others, _row)) && (conditions.Length == 0 || ConditionsHold(step));
    }

    private bool ConditionsHold(Adjacent step)
    {
        _row[relationshipSlot] = Value.Relationship(_context.View, step.Relationship);
        _row[nodeSlot] = Value.Node(_context.View, step.Node);
        foreach (Evaluator condition in conditions)
        {
            if (!condition.IsTrue(_row, _context))
            {
                return false;
            }
        }

        return true;
    }
}
