using Chancery.Cypher.Execution;
using Chancery.Cypher.Storage;
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

/// <summary>A label expression made ready to ask one element after the other.</summary>
internal abstract class LabelTest
{
    public static LabelTest Of(LabelExpression expression) => expression switch
    {
        LabelName name => new NameTest(name.Name),
        LabelWildcard => new AnyTest(),
        LabelNot not => new NotTest(Of(not.Operand)),
        LabelAnd and => new AllTest([.. and.Operands.Select(Of)]),
        LabelOr or => new SomeTest([.. or.Operands.Select(Of)]),
        _ => throw new InvalidOperationException($"No meaning for {expression.GetType().Name}."),
    };

    public abstract bool Holds(Value element);

    private sealed class NameTest(string name) : LabelTest
    {
        // Ids in the store, once it knows the name; they never change.
        private int _label = -1;
        private int _type = -1;

        public override bool Holds(Value element)
        {
            if (!element.TryGetUnread(out ElementSource? source, out long id, out bool isNode) || source is not GraphView view)
            {
                return element.Kind == ValueKind.Node ? element.AsNode().Labels.Contains(name) : element.AsRelationship().Type == name;
            }

            if (isNode)
            {
                _label = _label >= 0 ? _label : view.Tokens.Labels.Find(name);
                return view.HasLabel((int)id, _label);
            }

            _type = _type >= 0 ? _type : view.Tokens.Types.Find(name);
            return view.Relationship((int)id).Type == _type;
        }
    }

    private sealed class AnyTest : LabelTest
    {
        public override bool Holds(Value element) => element.Kind == ValueKind.Relationship || ElementReader.Labels(element).Count > 0;
    }

    private sealed class NotTest(LabelTest operand) : LabelTest
    {
        public override bool Holds(Value element) => !operand.Holds(element);
    }

    private sealed class AllTest(LabelTest[] operands) : LabelTest
    {
        public override bool Holds(Value element)
        {
            foreach (LabelTest operand in operands)
            {
                if (!operand.Holds(element))
                {
                    return false;
                }
            }

            return true;
        }
    }

    private sealed class SomeTest(LabelTest[] operands) : LabelTest
    {
        public override bool Holds(Value element)
        {
            foreach (LabelTest operand in operands)
            {
                if (operand.Holds(element))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
