using Chancery.Cypher.Storage;
using Chancery.Cypher.Syntax;
using Chancery.Graph;

namespace Chancery.Cypher.Execution;

/// <summary>A relationship type and the side on which it is left.</summary>
internal readonly record struct Leg(int Type, Side Side);

/// <summary>The legs along which a hop leaves a node.</summary>
internal sealed class Legs(TokenSet types, RelationshipDirection direction)
{
    private Leg[] _legs = [];
    private int _typeCount = -1;
    private int[]? _types;

    /// <summary>True where a loop would be met on both of its sides, and must be left out on one.</summary>
    public bool BothSides { get; } = direction is RelationshipDirection.Either or RelationshipDirection.Both;

    public bool Outgoing { get; } = direction is not RelationshipDirection.Left;

    public bool Incoming { get; } = direction is not RelationshipDirection.Right;

    public ReadOnlySpan<Leg> All => _legs;

    /// <summary>The types that the hop may have in this view.</summary>
    public ReadOnlySpan<int> Types => _types;

    public void Resolve(GraphView view)
    {
        int[] ids = types.Resolve(view.Tokens.Types);
        if (types.IsAny)
        {
            if (view.TypeCount == _typeCount)
            {
                return;
            }

            _typeCount = view.TypeCount;
            ids = [.. Enumerable.Range(0, _typeCount)];
        }
        else if (ReferenceEquals(ids, _types))
        {
            return;
        }

        _types = ids;
        _legs =
        [
            .. Outgoing ? ids.Select(type => new Leg(type, Side.Out)) : [],
            .. Incoming ? ids.Select(type => new Leg(type, Side.In)) : [],
        ];
    }

    /// <summary>Whether a relationship's record fits a walk from <paramref name="from"/> to <paramref name="to"/>.</summary>
    public bool Fits(RelationshipRecord record, int from, int to) =>
        (types.IsAny || Types.Contains(record.Type))
        && ((Outgoing && record.Start == from && record.End == to) || (Incoming && record.End == from && record.Start == to));
}

/// <summary>The steps of one node, leg after leg. The lists are those of the moment at which the node was set.</summary>
internal struct StepCursor
{
    private Legs? _legs;
    private GraphView? _view;
    private AdjacencyList _list;
    private int _node;
    private int _leg;
    private int _at;

    public Adjacent Current { get; private set; }

    public void Set(GraphView view, Legs legs, int node)
    {
        _view = view;
        _legs = legs;
        _node = node;
        _leg = -1;
        _at = 0;
        _list = default;
    }

    public void Stop()
    {
        _legs = null;
        _list = default;
        _at = 0;
    }

    public bool MoveNext()
    {
        while (true)
        {
            ReadOnlySpan<Adjacent> steps = _list.Steps;
            while (_at < steps.Length)
            {
                Adjacent step = steps[_at++];
                // Seen from its In side a loop is met a second time.
                if (step.Node != _node || !_legs!.BothSides || _legs.All[_leg].Side == Side.Out)
                {
                    Current = step;
                    return true;
                }
            }

            if (_legs is null || ++_leg >= _legs.All.Length)
            {
                _legs = null;
                return false;
            }

            Leg leg = _legs.All[_leg];
            _list = _view!.Lists(leg.Type, leg.Side) is { } lists ? lists[_node] : default;
            _at = 0;
        }
    }
}

/// <summary>The relationships that a pattern has matched so far, which the next one must differ from.</summary>
internal static class Uniqueness
{
    /// <summary>True where no slot holds the relationship, alone or in a list.</summary>
    public static bool IsNew(int relationship, int[] slots, Value[] row)
    {
        foreach (int slot in slots)
        {
            if (Holds(row[slot], relationship))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Holds(Value value, int relationship)
    {
        if (value.Kind == ValueKind.Relationship)
        {
            return value.ElementNumber == relationship;
        }

        if (value.Kind == ValueKind.List)
        {
            foreach (Value item in value.AsList())
            {
                if (Holds(item, relationship))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
