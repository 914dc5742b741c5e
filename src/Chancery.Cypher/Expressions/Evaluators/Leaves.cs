using Chancery.Cypher.Execution;
using Chancery.Graph;

namespace Chancery.Cypher.Expressions.Evaluators;

internal sealed class ConstantEvaluator(Value value) : Evaluator
{
    public Value Value => value;

    public override bool IsConstant => true;

    public override Value Evaluate(Value[] row, QueryContext context) => value;
}

internal sealed class SlotEvaluator(int slot) : Evaluator
{
    public int Slot => slot;

    public override Value Evaluate(Value[] row, QueryContext context) => row[slot];
}

internal sealed class ParameterEvaluator(string name) : Evaluator
{
    public override Value Evaluate(Value[] row, QueryContext context) =>
        context.Parameters.TryGetValue(name, out Value value) ? value : throw ExpressionErrors.MissingParameter(name);
}
