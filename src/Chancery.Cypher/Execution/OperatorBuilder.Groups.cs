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

    private Operators.CountExpand Weigh(Planning.CountExpand expand) => new(
        Input(expand),
        expand.From.Slot,
        LegsOf(expand.Hop),
        [.. expand.Labels.OfType<LabelName>().Select(label => new TokenSet([label.Name]))],
        [.. expand.Labels.Where(label => label is not LabelName).Select(LabelTest.Of)],
        expand.Weight.Slot,
        expand.Before?.Slot ?? -1);

    private Operators.ScanAggregate GroupColumns(Planning.ScanAggregate scan)
    {
        AggregateCall[] calls = Calls(scan.Calls);
        return new Operators.ScanAggregate(
            Input(scan),
            scan.Node.Slot,
            scan.Label is null ? null : new TokenSet([scan.Label]),
            [.. scan.Conditions.SelectMany(Conjuncts).Select(condition => Test(scan.Node, condition))],
            new ColumnKeys(_compiler.CompileAll(scan.Keys.Select(key => key.Expression))),
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

    private ColumnTest Test(BoundVariable node, BoundExpression condition)
    {
        if (condition is BoundComparison comparison)
        {
            if (KeyOf(node, comparison.Left) is { } left && IsFixed(comparison.Right, node))
            {
                return new BoundTest(left, comparison.Operator, Compile(comparison.Right));
            }

            if (KeyOf(node, comparison.Right) is { } right && IsFixed(comparison.Left, node))
            {
                return new BoundTest(right, Flipped(comparison.Operator), Compile(comparison.Left));
            }
        }

        return new RowTest(Compile(condition));
    }

    /// <summary>The same for all nodes of a scan.</summary>
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
