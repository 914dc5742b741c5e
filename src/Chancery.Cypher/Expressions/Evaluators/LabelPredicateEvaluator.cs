using Chancery.Cypher.Execution;
using Chancery.Cypher.Syntax;
using Chancery.Graph;

namespace Chancery.Cypher.Expressions.Evaluators;

/// <summary><c>n:A&amp;B</c> over a node's labels, <c>r:A|B</c> over a relationship's type.</summary>
internal sealed class LabelPredicateEvaluator(Evaluator operand, LabelExpression labels) : Evaluator
{
    private readonly LabelTest _test = LabelTest.Of(labels);

    public override Value Evaluate(Value[] row, QueryContext context)
    {
        Value value = operand.Evaluate(row, context);
        return value.Kind switch
        {
            ValueKind.Null => Value.Null,
            ValueKind.Node or ValueKind.Relationship => _test.Holds(value),
            _ => throw ExpressionErrors.InvalidArgumentType(
                $"Only a NODE or a RELATIONSHIP has labels or a type, but got {ExpressionErrors.Describe(value)}."),
        };
    }
}
