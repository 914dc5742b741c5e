using Chancery.Cypher.Binding;
using Chancery.Cypher.Execution;
using Chancery.Cypher.Expressions.Evaluators;
using Chancery.Cypher.Storage;
using Chancery.Graph;
using NodaTime;

namespace Chancery.Cypher.Expressions;

/// <summary>Computes expressions that are the same in every row and every run.</summary>
internal static class Folding
{
    private static readonly GraphView _nothing = GraphStore.InMemory().Current;

    public static Evaluator Fold(Evaluator evaluator, BoundExpression expression)
    {
        if (evaluator.IsConstant || !IsConstant(expression))
        {
            return evaluator;
        }

        try
        {
            QueryContext context = new(_nothing, MapValue.Empty, TimeProvider.System, Instant.FromUnixTimeSeconds(0), QueryLimits.None, default);
            return new ConstantEvaluator(evaluator.Evaluate([], context));
        }
        catch (GraphException)
        {
            // The error belongs to the run: the expression may stand where no row comes by.
            return evaluator;
        }
    }

    private static bool IsConstant(BoundExpression? expression) => expression switch
    {
        null or BoundLiteral => true,
        BoundList list => list.Items.All(IsConstant),
        BoundMap map => map.Entries.All(entry => IsConstant(entry.Value)),
        BoundUnary unary => IsConstant(unary.Operand),
        BoundBinary binary => IsConstant(binary.Left) && IsConstant(binary.Right),
        BoundComparison comparison => IsConstant(comparison.Left) && IsConstant(comparison.Right),
        BoundLogical logical => logical.Operands.All(IsConstant),
        BoundNullPredicate predicate => IsConstant(predicate.Operand),
        BoundIndex index => IsConstant(index.Target) && IsConstant(index.Index),
        BoundSlice slice => IsConstant(slice.Target) && IsConstant(slice.From) && IsConstant(slice.To),
        BoundProperty property => IsConstant(property.Target),
        BoundFunctionCall call => IsConstant(call),
        _ => false,
    };

    private static bool IsConstant(BoundFunctionCall call) =>
        call.Function.IsDeterministic
        && call.Arguments.Count > 0
        && call.Arguments.All(IsConstant)
        && call.Function.Category switch
        {
            "Temporal" => IsZoneless(call),
            "Database" => false,
            _ => call.Function.Name != "range",
        };

    // The other temporal functions, and maps that name a zone, may ask the clock or the default zone.
    private static bool IsZoneless(BoundFunctionCall call) =>
        call.Function.Name == "duration"
        || (call.Function.Name is "date" or "localtime" or "localdatetime" && call.Arguments is [BoundLiteral { Value.Kind: ValueKind.String }]);
}
