using Chancery.Cypher.Binding;
using Chancery.Cypher.Execution;
using Chancery.Cypher.Expressions;
using Chancery.Cypher.Storage;
using Chancery.Graph;
using NodaTime;

namespace Chancery.Cypher.Tests.Expressions;

/// <summary>Computes an expression by the binder and the evaluators alone, over an empty graph.</summary>
internal static class ExpressionRun
{
    private static readonly GraphView _empty = GraphStore.InMemory().Current;

    public static Instant Now { get; } = Instant.FromUtc(2005, 11, 22, 15, 4, 5);

    public static Value Evaluate(string expression, MapValue? parameters = null)
    {
        (Evaluator evaluator, int width) = Compile(expression);
        return evaluator.Evaluate(new Value[width], NewContext(parameters));
    }

    public static (Evaluator Evaluator, int Width) Compile(string expression)
    {
        BoundQueryStatement statement = (BoundQueryStatement)Binder.Bind($"RETURN {expression} AS value", new BindingOptions(ProcedureCatalogue.Empty));
        BoundReturn returned = (BoundReturn)statement.Query.Parts[0].Clauses[^1];
        ExpressionCompiler compiler = new(_ => throw new NotSupportedException("These expressions hold no subqueries."));
        return (compiler.Compile(returned.Projection.Items[0].Expression), statement.SlotCount);
    }

    public static QueryContext NewContext(MapValue? parameters = null, long? maxMemory = null) => new(
        _empty, parameters ?? MapValue.Empty, new FixedClock(), Now, new QueryLimits { MaxMemory = maxMemory }, CancellationToken.None);

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();
    }
}
