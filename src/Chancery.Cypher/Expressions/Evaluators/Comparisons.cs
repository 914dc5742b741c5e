using Chancery.Cypher.Execution;
using Chancery.Graph;

namespace Chancery.Cypher.Expressions.Evaluators;

/// <summary>One of <c>= &lt;&gt; &lt; &lt;= &gt; &gt;=</c>: true, false or unknown.</summary>
internal interface ITest
{
    static abstract bool? Apply(Value left, Value right);
}

internal sealed class ComparisonEvaluator<TTest>(Evaluator left, Evaluator right) : Evaluator
    where TTest : struct, ITest
{
    public override Value Evaluate(Value[] row, QueryContext context) =>
        Value.Of(TTest.Apply(left.Evaluate(row, context), right.Evaluate(row, context)));

    public override bool IsTrue(Value[] row, QueryContext context) =>
        TTest.Apply(left.Evaluate(row, context), right.Evaluate(row, context)) == true;
}

internal readonly struct Equal : ITest
{
    public static bool? Apply(Value left, Value right) => Value.AreEqual(left, right);
}

internal readonly struct NotEqual : ITest
{
    public static bool? Apply(Value left, Value right) => !Value.AreEqual(left, right);
}

internal readonly struct Less : ITest
{
    public static bool? Apply(Value left, Value right) =>
        Value.Compare(left, right) is var order && order == Comparison.Unknown ? null : order == Comparison.Less;
}

internal readonly struct LessOrEqual : ITest
{
    public static bool? Apply(Value left, Value right) =>
        Value.Compare(left, right) is var order && order == Comparison.Unknown ? null : order <= Comparison.Equal;
}

internal readonly struct Greater : ITest
{
    public static bool? Apply(Value left, Value right) =>
        Value.Compare(left, right) is var order && order == Comparison.Unknown ? null : order == Comparison.Greater;
}

internal readonly struct GreaterOrEqual : ITest
{
    public static bool? Apply(Value left, Value right) =>
        Value.Compare(left, right) is var order && order == Comparison.Unknown
            ? null
            : order is Comparison.Equal or Comparison.Greater;
}
