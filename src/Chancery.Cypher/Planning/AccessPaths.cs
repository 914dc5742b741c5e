using Chancery.Cypher.Binding;
using Chancery.Cypher.Storage;
using Chancery.Cypher.Syntax;
using IndexKind = Chancery.Cypher.Storage.IndexKind;

namespace Chancery.Cypher.Planning;

/// <summary>A way to find the nodes that a variable stands for: the step, its rows for one input row, and the conditions it settles.</summary>
internal sealed record AccessPath(Func<LogicalPlan, LogicalPlan> Plan, double Rows, IReadOnlyList<Conjunct> Settled);

/// <summary>Lists the ways to find a node from its conditions; the values that they compare with must be known already.</summary>
internal sealed class AccessPaths(PlanningContext context)
{
    private readonly GraphView _view = context.View;

    /// <summary>The cheapest way first.</summary>
    public AccessPath Best(BoundVariable node, IReadOnlyList<Conjunct> conditions, IReadOnlySet<BoundVariable> known)
    {
        if (!context.Optimize)
        {
            return AllNodes(node);
        }

        AccessPath best = AllNodes(node);
        foreach (AccessPath candidate in ById(node, conditions, known)
            .Concat(conditions.Select(condition => (condition, Label: LabelOf(node, condition))).Where(pair => pair.Label is not null)
                .SelectMany(pair => ByLabel(node, pair.Label!, pair.condition, conditions, known))))
        {
            if (candidate.Rows < best.Rows || (candidate.Rows <= best.Rows && candidate.Settled.Count > best.Settled.Count))
            {
                best = candidate;
            }
        }

        return best;
    }

    /// <summary>The label, where the condition says that the node has exactly one.</summary>
    public static string? LabelOf(BoundVariable node, Conjunct condition) =>
        condition.Expression is BoundLabelPredicate { Labels: LabelName label, Operand: BoundReference reference } && reference.Variable == node
            ? label.Name
            : null;

    private AccessPath AllNodes(BoundVariable node) =>
        new(input => new AllNodesScan(input, node), Math.Max(2, context.Estimates.Nodes), []);

    private IEnumerable<AccessPath> ByLabel(
        BoundVariable node, string label, Conjunct labelCondition, IReadOnlyList<Conjunct> conditions, IReadOnlySet<BoundVariable> known)
    {
        double rows = context.Estimates.NodesWithLabel(label);
        // More than the one row of a seek: a label without nodes today may be the one that this statement is about to fill.
        yield return new AccessPath(input => new LabelScan(input, node, label), Math.Max(2, rows), [labelCondition]);

        int labelId = _view.Tokens.Labels.Find(label);
        foreach (IndexDefinition index in _view.Schema.Indexes.Where(index => !index.OnRelationships && index.Tokens.Contains(labelId)))
        {
            string[] keys = [.. index.Keys.Select(_view.Tokens.Keys.Name)];
            IEnumerable<AccessPath> seeks = index.Kind switch
            {
                IndexKind.Range => RangeSeeks(node, label, index, keys, rows, conditions, known),
                IndexKind.Text => TextSeeks(node, label, index, keys, rows, conditions, known),
                _ => [],
            };
            foreach (AccessPath seek in seeks)
            {
                yield return seek with { Settled = [labelCondition, .. seek.Settled] };
            }
        }
    }

    private IEnumerable<AccessPath> RangeSeeks(
        BoundVariable node,
        string label,
        IndexDefinition index,
        string[] keys,
        double labelRows,
        IReadOnlyList<Conjunct> conditions,
        IReadOnlySet<BoundVariable> known)
    {
        RangeIndex content = (RangeIndex)_view.Index(index);
        AccessPath Seek(SeekKey key, double rows, params Conjunct[] settled) => new(
            input => new NodeIndexSeek(input, node, index.Name, label, keys, index.IsUnique, key), rows, [.. settled.Where(IsExact)]);

        List<(Conjunct Condition, BoundExpression Value)> equal = [];
        foreach (string key in keys)
        {
            (Conjunct Condition, BoundExpression Value)? found = Comparisons(node, key, conditions, known)
                .Where(comparison => comparison.Operator == ComparisonOperator.Equal)
                .Select(comparison => ((Conjunct, BoundExpression)?)(comparison.Condition, comparison.Value)).FirstOrDefault();
            if (found is not { } pair)
            {
                break;
            }

            equal.Add(pair);
        }

        if (equal.Count > 0)
        {
            double rows = index.IsUnique && equal.Count == keys.Length
                ? 1
                : equal.Count == keys.Length ? Math.Max(1, content.RowsPerValue()) : Math.Max(1, content.Count * Estimates.EqualitySelectivity);
            yield return Seek(new SeekEqual([.. equal.Select(pair => pair.Value)]), rows, [.. equal.Select(pair => pair.Condition)]);
        }

        if (keys.Length > 1)
        {
            yield break;
        }

        foreach (Conjunct condition in conditions)
        {
            if (condition.Expression is BoundBinary { Operator: BinaryOperator.In } any && IsProperty(any.Left, node, keys[0]) && IsKnown(any.Right, node, known))
            {
                double items = any.Right is BoundList list ? list.Items.Count : 10;
                yield return Seek(new SeekIn(any.Right), items * (index.IsUnique ? 1 : Math.Max(1, content.RowsPerValue())), condition);
            }

            if (condition.Expression is BoundBinary { Operator: BinaryOperator.StartsWith } starts
                && IsProperty(starts.Left, node, keys[0]) && IsKnown(starts.Right, node, known))
            {
                yield return Seek(new SeekPrefix(starts.Right), content.Count * Estimates.PrefixSelectivity, condition);
            }

            if (condition.Expression is BoundNullPredicate { Not: true } exists && IsProperty(exists.Operand, node, keys[0]))
            {
                yield return Seek(new SeekAll(), content.Count, condition);
            }
        }

        if (RangeOf(Comparisons(node, keys[0], conditions, known)) is { } range)
        {
            double share = range.Key.Lower is null || range.Key.Upper is null ? Estimates.RangeSelectivity : Estimates.RangeSelectivity / 2;
            yield return Seek(range.Key, Math.Min(labelRows, content.Count * share), range.Settled);
        }
    }

    private IEnumerable<AccessPath> TextSeeks(
        BoundVariable node,
        string label,
        IndexDefinition index,
        string[] keys,
        double labelRows,
        IReadOnlyList<Conjunct> conditions,
        IReadOnlySet<BoundVariable> known)
    {
        foreach (Conjunct condition in conditions)
        {
            if (condition.Expression is BoundBinary { Operator: BinaryOperator.Contains or BinaryOperator.EndsWith } text
                && IsProperty(text.Left, node, keys[0]) && IsKnown(text.Right, node, known))
            {
                yield return new AccessPath(
                    input => new NodeIndexSeek(
                        input, node, index.Name, label, keys, Unique: false, new SeekText(text.Right, text.Operator == BinaryOperator.EndsWith)),
                    labelRows * Estimates.PrefixSelectivity,
                    []);
            }
        }
    }

    private static IEnumerable<AccessPath> ById(BoundVariable node, IReadOnlyList<Conjunct> conditions, IReadOnlySet<BoundVariable> known)
    {
        foreach (Conjunct condition in conditions)
        {
            switch (condition.Expression)
            {
                case BoundComparison { Operator: ComparisonOperator.Equal } equal:
                    if (IdFunction(equal.Left, node) is { } left && IsKnown(equal.Right, node, known))
                    {
                        yield return Seek(equal.Right, isList: false, left);
                    }
                    else if (IdFunction(equal.Right, node) is { } right && IsKnown(equal.Left, node, known))
                    {
                        yield return Seek(equal.Left, isList: false, right);
                    }

                    break;
                case BoundBinary { Operator: BinaryOperator.In } any when IdFunction(any.Left, node) is { } function && IsKnown(any.Right, node, known):
                    yield return Seek(any.Right, isList: true, function);
                    break;
            }
        }

        AccessPath Seek(BoundExpression ids, bool isList, string function) => new(
            input => new NodeByIdSeek(input, node, ids, isList, ByElementId: function == "elementId"), isList ? 10 : 1, []);
    }

    private static string? IdFunction(BoundExpression expression, BoundVariable node) =>
        expression is BoundFunctionCall { Function.Name: "id" or "elementId", Arguments: [BoundReference reference] } call && reference.Variable == node
            ? call.Function.Name
            : null;

    /// <summary>Comparisons of one property of the node with known values, the property on the left.</summary>
    private static IEnumerable<(Conjunct Condition, ComparisonOperator Operator, BoundExpression Value)> Comparisons(
        BoundVariable node, string key, IReadOnlyList<Conjunct> conditions, IReadOnlySet<BoundVariable> known)
    {
        foreach (Conjunct condition in conditions)
        {
            if (condition.Expression is not BoundComparison comparison)
            {
                continue;
            }

            if (IsProperty(comparison.Left, node, key) && IsKnown(comparison.Right, node, known))
            {
                yield return (condition, comparison.Operator, comparison.Right);
            }
            else if (IsProperty(comparison.Right, node, key) && IsKnown(comparison.Left, node, known))
            {
                yield return (condition, Mirror(comparison.Operator), comparison.Left);
            }
        }
    }

    private static (SeekRange Key, Conjunct[] Settled)? RangeOf(
        IEnumerable<(Conjunct Condition, ComparisonOperator Operator, BoundExpression Value)> comparisons)
    {
        SeekBound? lower = null;
        SeekBound? upper = null;
        List<Conjunct> settled = [];
        foreach ((Conjunct condition, ComparisonOperator comparison, BoundExpression value) in comparisons)
        {
            if (comparison is ComparisonOperator.Greater or ComparisonOperator.GreaterOrEqual && lower is null)
            {
                lower = new SeekBound(value, comparison == ComparisonOperator.GreaterOrEqual);
                settled.Add(condition);
            }
            else if (comparison is ComparisonOperator.Less or ComparisonOperator.LessOrEqual && upper is null)
            {
                upper = new SeekBound(value, comparison == ComparisonOperator.LessOrEqual);
                settled.Add(condition);
            }
        }

        return settled.Count == 0 ? null : (new SeekRange(lower, upper), [.. settled]);
    }

    private static ComparisonOperator Mirror(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Less => ComparisonOperator.Greater,
        ComparisonOperator.LessOrEqual => ComparisonOperator.GreaterOrEqual,
        ComparisonOperator.Greater => ComparisonOperator.Less,
        ComparisonOperator.GreaterOrEqual => ComparisonOperator.LessOrEqual,
        _ => comparison,
    };

    private static bool IsProperty(BoundExpression expression, BoundVariable node, string key) =>
        expression is BoundProperty { Target: BoundReference reference } property && reference.Variable == node && property.Key == key;

    // Variables from before the pattern are known as well; only the pattern's own count in Needs.
    private static bool IsKnown(BoundExpression expression, BoundVariable node, IReadOnlySet<BoundVariable> known) =>
        VariableUse.Of(expression) is var used && !used.Contains(node) && known.IsSupersetOf(used);

    // Of other kinds of value the index gives candidates only, and the condition is asked again.
    private static bool IsExact(Conjunct condition)
    {
        const TypeSet Exact = TypeSet.String | TypeSet.Number | TypeSet.Boolean | TypeSet.Date;
        return condition.Expression switch
        {
            BoundComparison comparison => comparison.Left.Type.Is(Exact) || comparison.Right.Type.Is(Exact),
            BoundBinary { Operator: BinaryOperator.StartsWith } or BoundNullPredicate => true,
            _ => false,
        };
    }
}
