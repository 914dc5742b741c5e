using Chancery.Cypher.Expressions.Evaluators;
using Chancery.Cypher.Storage;
using Chancery.Graph;

namespace Chancery.Cypher.Execution.Operators;

/// <summary>
/// Weighs each row by its steps to nodes with all the labels, on which all the tests hold; a row without any does not pass.
/// </summary>
internal sealed class CountExpand(
    Operator input, int fromSlot, Legs legs, TokenSet[] labels, LabelTest[] tests, int weightSlot, int beforeSlot) : InputOperator(input)
{
    private readonly Membership[] _members = new Membership[labels.Length];

    public override bool MoveNext()
    {
        while (Input.MoveNext())
        {
            Context.Tick();
            int from = RuntimeErrors.NodeOrNull(Row[fromSlot]);
            long count = from >= 0 ? Count(from) : 0;
            if (count > 0)
            {
                Row[weightSlot] = beforeSlot < 0 ? count : checked(count * Row[beforeSlot].AsInteger());
                return true;
            }
        }

        return false;
    }

    private long Count(int from)
    {
        GraphView view = Context.View;
        legs.Resolve(view);
        bool any = tests.Length == 0;
        for (int i = 0; i < labels.Length; i++)
        {
            _members[i] = view.NodesWithLabel(labels[i].ResolveOne(view.Tokens.Labels));
            any &= _members[i].Count == view.NodeCount;
        }

        long count = 0;
        foreach (Leg leg in legs.All)
        {
            if (view.Lists(leg.Type, leg.Side) is not { } lists)
            {
                continue;
            }

            AdjacencyList steps = lists[from];
            bool leavesLoopsOut = legs.BothSides && leg.Side == Side.In;
            count += any && !leavesLoopsOut ? steps.Count : Count(view, steps.Steps, leavesLoopsOut ? from : -1);
        }

        return count;
    }

    private long Count(GraphView view, ReadOnlySpan<Adjacent> steps, int loop)
    {
        Context.Hits += steps.Length;
        long count = 0;
        foreach (Adjacent step in steps)
        {
            if (step.Node != loop && HasLabels(view, step.Node))
            {
                count++;
            }
        }

        return count;
    }

    private bool HasLabels(GraphView view, int node)
    {
        foreach (Membership members in _members)
        {
            if (!members.Contains(node))
            {
                return false;
            }
        }

        foreach (LabelTest test in tests)
        {
            if (!test.HoldsNode(view, node))
            {
                return false;
            }
        }

        return true;
    }
}
