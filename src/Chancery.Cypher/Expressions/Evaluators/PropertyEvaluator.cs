using Chancery.Cypher.Execution;
using Chancery.Graph;

namespace Chancery.Cypher.Expressions.Evaluators;

/// <summary><c>target.key</c></summary>
internal sealed class PropertyEvaluator(Evaluator target, PropertyKey key) : Evaluator
{
    public override Value Evaluate(Value[] row, QueryContext context) => key.Read(target.Evaluate(row, context), context);
}

/// <summary><c>variable.key</c>, the commonest expression of all.</summary>
internal sealed class SlotPropertyEvaluator(int slot, PropertyKey key) : Evaluator
{
    public int Slot => slot;

    public PropertyKey Key => key;

    public override Value Evaluate(Value[] row, QueryContext context) => key.Read(row[slot], context);
}
