using Chancery.Cypher.Syntax;

namespace Chancery.Cypher.Binding;

internal sealed partial class Binder
{
    private BoundExpression BindFunctionCall(FunctionCall call)
    {
        if (string.Equals(call.Name, "exists", StringComparison.OrdinalIgnoreCase) && call.Arguments.Count == 1)
        {
            return BindExists(call.Arguments[0]);
        }

        FunctionSignature function = FunctionCatalogue.Find(call.Name) ?? throw UnknownFunction(call);
        if (call.Arguments.Count < function.MinimumArguments || call.Arguments.Count > function.MaximumArguments)
        {
            Fail(
                call.NameSpan,
                "InvalidNumberOfArguments",
                $"{(call.Arguments.Count < function.MinimumArguments ? "Insufficient" : "Too many")} parameters for function '{function.Name}': the signature is {function.Text}");
        }

        if (function.IsAggregate)
        {
            return BindAggregate(call, function, call.Distinct, call.Arguments);
        }

        if (call.Distinct)
        {
            Fail(call.NameSpan, "UnexpectedSyntax", $"DISTINCT belongs to aggregating functions, and {function.Name} is none");
        }

        if (_aggregation == AggregationMode.Inside && function.Name is "rand" or "randomUUID")
        {
            Fail(call.NameSpan, "NonConstantExpression", "Can't use non-deterministic (random) functions inside of aggregate functions");
        }

        BoundExpression[] arguments = BindArguments(function, call.Arguments);
        return new BoundFunctionCall(function, arguments) { Type = TypeOfCall(function, arguments) };
    }

    /// <summary>The older spelling of <c>IS NOT NULL</c> and of <c>EXISTS { }</c>.</summary>
    private BoundExpression BindExists(Expression argument) =>
        argument is PatternExpression pattern
            ? BindPatternExpression(pattern, asPredicate: true)
            : new BoundNullPredicate(BindExpression(argument), true) { Type = StaticType.Boolean };

    private Chancery.Graph.GraphException UnknownFunction(FunctionCall call) =>
        Error(
            call.NameSpan,
            "UnknownFunction",
            $"Unknown function '{call.Name}'{Spelling.Suggest(call.Name, FunctionCatalogue.All.Select(f => f.Name))}");

    private BoundExpression[] BindArguments(FunctionSignature function, SyntaxList<Expression> syntax)
    {
        BoundExpression[] arguments = [.. syntax.Select(BindExpression)];
        for (int i = 0; i < arguments.Length; i++)
        {
            TypeSet wanted = function.Parameter(i).Type.Kinds;
            wanted |= (wanted & TypeSet.Float) != 0 ? TypeSet.Integer : TypeSet.None;
            Require(arguments[i], wanted, $"argument `{function.Parameter(i).Name}` of {function.Name}()");
        }

        return arguments;
    }

    /// <summary>Functions that give back what they were given tell more than their signatures.</summary>
    private static StaticType TypeOfCall(FunctionSignature function, BoundExpression[] arguments) => function.Name switch
    {
        "head" or "last" when arguments[0].Type.Is(TypeSet.List) => arguments[0].Type.Items,
        "tail" or "reverse" when arguments[0].Type.Is(TypeSet.List) => arguments[0].Type,
        "coalesce" => arguments.Aggregate(StaticType.Null, (type, argument) => type.Or(argument.Type)),
        _ => function.Result,
    };

    private BoundExpression BindAggregate(Expression syntax, FunctionSignature function, bool distinct, SyntaxList<Expression> arguments)
    {
        switch (_aggregation)
        {
            case AggregationMode.Forbidden:
                throw Error(
                    syntax.Span, "InvalidAggregation", $"Invalid use of aggregating function {function.Name}(...) in this context");
            case AggregationMode.Inside:
                throw Error(syntax.Span, "NestedAggregation", "Can't use aggregate functions inside of aggregate functions");
            default:
                break;
        }

        AggregationFrame frame = _frame!;
        if (frame.FindAggregate(syntax) is { } known)
        {
            return Reference(known.Output);
        }

        Scope scope = _aggregation == AggregationMode.Item ? frame.Before : SourcesOfKeys(frame);
        BoundExpression[] bound = InScope(
            scope, () => WithAggregation(AggregationMode.Inside, null, () => BindArguments(function, arguments)));
        StaticType type = function.Name switch
        {
            "collect" => StaticType.ListOf(bound[0].Type),
            "min" or "max" => bound[0].Type,
            _ => function.Result,
        };
        BoundAggregate call = new(function, distinct, bound) { Type = type, Span = syntax.Span };
        BoundVariable output = NewHidden(function.Name, type);
        frame.Add(syntax, new BoundAggregateItem(call, output));
        return Reference(output);
    }

    /// <summary>What an aggregate of ORDER BY, which is computed with the others, may read: the variables that are keys.</summary>
    private static Scope SourcesOfKeys(AggregationFrame frame)
    {
        Scope sources = new(frame.Before.Outer);
        foreach (ProjectionKey key in frame.Keys)
        {
            if (key is { Syntax: Variable, Source: { } source })
            {
                sources.Declare(source);
            }
        }

        return sources;
    }
}
