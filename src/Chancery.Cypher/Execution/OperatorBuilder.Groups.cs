using Chancery.Cypher.Binding;
using Chancery.Cypher.Execution.Columns;
using Chancery.Cypher.Execution.Operators;
using Chancery.Cypher.Expressions;
using Chancery.Cypher.Expressions.Evaluators;
using Chancery.Cypher.Functions.Aggregates;
using Chancery.Cypher.Planning;
using Chancery.Cypher.Syntax;

namespace Chancery.Cypher.Execution;

internal sealed partial class OperatorBuilder
{
    private Operators.Aggregate Group(Planning.Aggregate aggregate) =>
        new(Input(aggregate), Items(aggregate.Keys), Calls(aggregate.Calls));

    private Operators.CountExpand Weigh(Planning.CountExpand expand)
    {
        BoundExpression[] conditions = [.. expand.Conditions.SelectMany(Conjuncts)];
        ILookup<StepTestKind, BoundExpression> kinds = conditions.ToLookup(condition => KindOf(expand, condition));
        StepConditions tests = new(
            [.. kinds[StepTestKind.Label].Cast<BoundLabelPredicate>().Select(label => new TokenSet([((LabelName)label.Labels).Name]))],
            [.. kinds[StepTestKind.Bound].Select(condition => BoundOf(expand.Hop.Relationship, condition)!)],
            _compiler.CompileAll(kinds[StepTestKind.Any]),
            expand.Hop.Relationship.Slot,
            expand.To.Slot,
            Slots(expand.Others));
        return new Operators.CountExpand(
            Input(expand), expand.From.Slot, LegsOf(expand.Hop), tests, expand.Weight.Slot, expand.Before?.Slot ?? -1);
    }

    private enum StepTestKind : byte
    {
        Label,
        Bound,
        Any,
    }

    private StepTestKind KindOf(Planning.CountExpand expand, BoundExpression condition) => condition switch
    {
        BoundLabelPredicate { Labels: LabelName, Operand: BoundReference reference } when reference.Variable == expand.To => StepTestKind.Label,
        // A bound that reads the row would be another one for each row.
        _ when VariableUse.Of(condition).SetEquals([expand.Hop.Relationship]) && BoundOf(expand.Hop.Relationship, condition) is not null => StepTestKind.Bound,
        _ => StepTestKind.Any,
    };

    private Operators.ScanAggregate GroupColumns(Planning.ScanAggregate scan)
    {
        AggregateCall[] calls = Calls(scan.Calls);
        return new Operators.ScanAggregate(
            Input(scan),
            scan.Node.Slot,
            scan.Label is null ? null : new TokenSet([scan.Label]),
            [.. scan.Conditions.SelectMany(Conjuncts).Select(condition => Test(scan.Node, condition))],
            new ColumnKeys(_compiler.CompileAll(scan.Keys.Select(key => key.Expression)), scan.Keys is [var key] && IsLabelsOf(scan.Node, key.Expression)),
            [.. calls.Select(call => new ColumnCall(call))],
            new GroupTable([.. scan.Keys.Select(key => key.Output.Slot)], calls));
    }

    private AggregateCall[] Calls(IReadOnlyList<BoundAggregateItem> items) =>
    [
        .. items.Select(item => new AggregateCall(
            item.Output.Slot,
            item.Call.Arguments.Count == 0
                ? AggregateFunctions.CountRows
                : AggregateFunctions.Find(item.Call.Function.Name)
                    ?? throw new InvalidOperationException($"No accumulator for {item.Call.Function.Name}()."),
            item.Call.Distinct,
            item.Call.Arguments.Count > 0 ? Compile(item.Call.Arguments[0]) : null,
            item.Call.Arguments.Count > 1 ? Compile(item.Call.Arguments[1]) : null)),
    ];

    private static IEnumerable<BoundExpression> Conjuncts(BoundExpression condition) =>
        condition is BoundLogical { Operator: LogicalOperator.And } all ? all.Operands.SelectMany(Conjuncts) : [condition];

    private ColumnTest Test(BoundVariable node, BoundExpression condition) =>
        BoundOf(node, condition) is { } bound ? new BoundTest(bound) : new RowTest(Compile(condition));

    /// <summary>The comparison of one of the element's properties with something that is the same for all elements; null for other conditions.</summary>
    private PropertyBound? BoundOf(BoundVariable element, BoundExpression condition)
    {
        if (condition is not BoundComparison comparison)
        {
            return null;
        }

        if (KeyOf(element, comparison.Left) is { } left && IsFixed(comparison.Right, element))
        {
            return new PropertyBound(left, comparison.Operator, Compile(comparison.Right));
        }

        return KeyOf(element, comparison.Right) is { } right && IsFixed(comparison.Left, element)
            ? new PropertyBound(right, Flipped(comparison.Operator), Compile(comparison.Left))
            : null;
    }

    private static bool IsLabelsOf(BoundVariable node, BoundExpression expression) =>
        expression is BoundFunctionCall { Function.Name: "labels", Arguments: [BoundReference reference] } && reference.Variable == node;

    /// <summary>The same whatever the element is.</summary>
    private static bool IsFixed(BoundExpression expression, BoundVariable node) =>
        !VariableUse.Of(expression).Contains(node)
        && !VariableUse.HasSubquery(expression)
        && VariableUse.SelfAndDescendants(expression).All(part => part is not BoundFunctionCall { Function.IsDeterministic: false });

    private PropertyKey? KeyOf(BoundVariable node, BoundExpression expression) =>
        expression is BoundProperty { Target: BoundReference reference } property && reference.Variable == node
            ? new PropertyKey(property.Key, _environment.Tokens)
            : null;

    private static ComparisonOperator Flipped(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Less => ComparisonOperator.Greater,
        ComparisonOperator.LessOrEqual => ComparisonOperator.GreaterOrEqual,
        ComparisonOperator.Greater => ComparisonOperator.Less,
        ComparisonOperator.GreaterOrEqual => ComparisonOperator.LessOrEqual,
        _ => comparison,
    };
}
