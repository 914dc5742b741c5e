using Chancery.Cypher.Execution;
using Chancery.Graph;

namespace Chancery.Cypher.Expressions.Evaluators;

/// <summary><c>item IN list</c></summary>
internal sealed class InEvaluator(Evaluator item, Evaluator list) : Evaluator
{
    // From here on, building a hash set once beats looking at every item for every row.
    private const int HashedFrom = 16;

    // Of the list that the last rows asked about: a literal or a parameter stays the same for all of them.
    private Lookup? _last;

    public override Value Evaluate(Value[] row, QueryContext context)
    {
        Value wanted = item.Evaluate(row, context);
        Value haystack = list.Evaluate(row, context);
        return haystack.Kind switch
        {
            ValueKind.Null => Value.Null,
            ValueKind.List => Value.Of(Find(wanted, haystack.AsList())),
            _ => throw ExpressionErrors.InvalidArgumentType($"IN expects a LIST, but got {ExpressionErrors.Describe(haystack)}."),
        };
    }

    public static bool? Search(Value wanted, Value[] items)
    {
        bool? found = false;
        foreach (Value candidate in items)
        {
            switch (Value.AreEqual(wanted, candidate))
            {
                case true: return true;
                case null: found = null; break;
            }
        }

        return found;
    }

    private bool? Find(Value wanted, Value[] items)
    {
        if (items.Length < HashedFrom || !IsSimple(wanted))
        {
            return Search(wanted, items);
        }

        Lookup? lookup = _last;
        if (lookup is null || !ReferenceEquals(lookup.Items, items))
        {
            // A list met for the first time is only noted; one met twice is worth a set.
            _last = new Lookup(items, null);
            return Search(wanted, items);
        }

        if (lookup.Set is null)
        {
            lookup = new Lookup(items, [.. items]);
            _last = lookup;
        }

        return lookup.Set!.Contains(wanted) ? true : lookup.IsCertain ? false : Search(wanted, items);
    }

    // Values whose equality and equivalence agree.
    private static bool IsSimple(Value value) => value.Kind is ValueKind.Integer or ValueKind.String or ValueKind.Boolean;

    private sealed class Lookup(Value[] items, HashSet<Value>? set)
    {
        public Value[] Items => items;

        public HashSet<Value>? Set => set;

        /// <summary>Without a null, an item that is not in the set is not in the list.</summary>
        public bool IsCertain { get; } = set is not null && !set.Contains(Value.Null);
    }
}
