using Chancery.Cypher.Execution;
using Chancery.Cypher.Syntax;
using Chancery.Graph;

namespace Chancery.Cypher.Expressions.Evaluators;

/// <summary><c>n:$(names)</c> and <c>n:$any(names)</c>. No names at all: every element has all of them, and none has any.</summary>
internal sealed class ComputedLabelEvaluator(Evaluator operand, Evaluator names, bool any) : Evaluator
{
    // Rows mostly ask for the same name: its test knows the store's id already.
    private string? _name;
    private LabelTest? _test;

    public override Value Evaluate(Value[] row, QueryContext context)
    {
        Value element = operand.Evaluate(row, context);
        if (element.IsNull)
        {
            return Value.Null;
        }

        IReadOnlyList<string> wanted = ComputedNames.Of(names.Evaluate(row, context));
        return any ? wanted.Any(name => Holds(element, name)) : wanted.All(name => Holds(element, name));
    }

    private bool Holds(Value element, string name)
    {
        if (_test is null || name != _name)
        {
            _test = LabelTest.Of(new LabelName(name));
            _name = name;
        }

        return _test.Holds(element);
    }
}
