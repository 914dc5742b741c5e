using Chancery.Cypher.Execution;
using Chancery.Cypher.Syntax;
using Chancery.Graph;

namespace Chancery.Cypher.Expressions.Evaluators;

/// <summary><c>n:A&amp;B</c> over a node's labels, <c>r:A|B</c> over a relationship's type.</summary>
internal sealed class LabelPredicateEvaluator(Evaluator operand, LabelExpression labels) : Evaluator
{
    public override Value Evaluate(Value[] row, QueryContext context)
    {
        Value value = operand.Evaluate(row, context);
        switch (value.Kind)
        {
            case ValueKind.Null:
                return Value.Null;
            case ValueKind.Node:
                return Holds(value, labels);
            case ValueKind.Relationship:
                return Holds(value, labels);
            default:
                throw ExpressionErrors.InvalidArgumentType($"Only a NODE or a RELATIONSHIP has labels or a type, but got {ExpressionErrors.Describe(value)}.");
        }
    }

    private static bool Holds(Value element, LabelExpression expression) => expression switch
    {
        LabelName name => ElementReader.HasName(element, name.Name),
        LabelWildcard => element.Kind == ValueKind.Relationship || ElementReader.Labels(element).Count > 0,
        LabelNot not => !Holds(element, not.Operand),
        LabelAnd and => and.Operands.All(operand => Holds(element, operand)),
        LabelOr or => or.Operands.Any(operand => Holds(element, operand)),
        _ => throw new InvalidOperationException($"No meaning for {expression.GetType().Name}."),
    };
}
