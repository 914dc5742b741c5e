using System.Runtime.CompilerServices;
using Chancery.Cypher.Syntax;
using Chancery.Graph;

namespace Chancery.Cypher.Binding;

internal sealed partial class Binder
{
    private BoundExpression BindExpression(Expression syntax)
    {
        if (++_height > MaxHeight || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            Fail(syntax.Span, "UnexpectedSyntax", $"The expression is too deep: the limit is {MaxHeight} operators, one inside the other");
        }

        BoundExpression bound = BindGroupingKey(syntax) ?? BindUnguarded(syntax);
        _height--;
        return bound.Span == syntax.Span ? bound : bound with { Span = syntax.Span };
    }

    /// <summary>After grouping, the words of a key stand for its value.</summary>
    private BoundReference? BindGroupingKey(Expression syntax) =>
        _aggregation is AggregationMode.Item or AggregationMode.Sort
        && _frame!.FindKey(syntax) is { } key
        && !(AggregationFrame.RootOf(syntax) is { } root && _scope.IsLocal(root.Name))
            ? Reference(key)
            : null;

    // A switch expression over calls alone: its frame is small, and stands on the stack once for each level of an expression.
    private BoundExpression BindUnguarded(Expression syntax) => syntax switch
    {
        Literal e => new BoundLiteral(e.Value) { Type = TypeOf(e.Value) },
        Parameter e => BindParameter(e.Name, e.Span),
        Variable e => Reference(Resolve(e.Name, e.Span)),
        ListExpression e => BindList(e),
        MapExpression e => BindMap(e),
        PropertyAccess e => BindProperty(e),
        IndexAccess e => BindIndex(e),
        SliceAccess e => BindSlice(e),
        UnaryExpression e => BindUnary(e),
        BinaryExpression e => BindBinary(e),
        LogicalExpression e => BindLogical(e),
        ComparisonExpression e => BindComparison(e),
        NullPredicate e => new BoundNullPredicate(BindExpression(e.Operand), e.Not) { Type = StaticType.Boolean },
        TypePredicate e => new BoundTypePredicate(BindExpression(e.Operand), e.Type, e.Not) { Type = StaticType.Boolean },
        NormalizedPredicate e => new BoundNormalizedPredicate(BindExpression(e.Operand), e.Form, e.Not) { Type = StaticType.Boolean },
        LabelPredicate e => BindLabelPredicate(e),
        FunctionCall e => BindFunctionCall(e),
        CountStar e => BindAggregate(e, FunctionCatalogue.Find("count")!, false, []),
        CaseOperand => Reference(_caseOperand!),
        CaseExpression e => BindCase(e),
        MapProjection e => BindMapProjection(e),
        ListComprehension e => BindListComprehension(e),
        QuantifierExpression e => BindQuantifier(e),
        ReduceExpression e => BindReduce(e),
        PatternComprehension e => BindPatternComprehension(e),
        PatternExpression e => BindPatternExpression(e, asPredicate: false),
        SubqueryExpression e => BindSubqueryExpression(e),
        _ => throw new InvalidOperationException($"No binding for {syntax.GetType().Name}."),
    };

    private BoundList BindList(ListExpression list)
    {
        BoundExpression[] items = [.. list.Items.Select(BindExpression)];
        StaticType item = items.Aggregate(StaticType.Null, (type, next) => type.Or(next.Type));
        return new BoundList(items) { Type = StaticType.ListOf(item) };
    }

    private BoundMap BindMap(MapExpression map) =>
        new([.. map.Entries.Select(e => new BoundMapEntry(e.Key.Name, BindExpression(e.Value)))]) { Type = StaticType.Map };

    private static StaticType TypeOf(Value value) =>
        value.IsNull ? StaticType.Null : new StaticType((TypeSet)(1u << (int)value.Kind));

    private BoundParameter BindParameter(string name, TextSpan span)
    {
        if (!_parameters.ContainsKey(name))
        {
            _parameters.Add(name, new ParameterUse(name, StatementError.PositionOf(_text, span.Offset)));
        }

        return new BoundParameter(name) { Type = StaticType.Any, Span = span };
    }

    private BoundVariable Resolve(string name, TextSpan span)
    {
        if (_scope.Find(name) is { } variable)
        {
            return variable;
        }

        if (_aggregation == AggregationMode.Item && _frame!.Before.Find(name) is not null)
        {
            Fail(
                span,
                "AmbiguousAggregationExpression",
                $"Aggregation column contains implicit grouping expressions: `{name}` must be an item of its own to be used beside an aggregate");
        }

        if (_aggregation == AggregationMode.Sort && !_frame!.MatchesWholeExpressions && _frame.Before.Find(name) is not null
            && _frame.Keys.Any(k => !SyntaxWalk.HasAggregate(k.Syntax) && SyntaxWalk.Mentions(k.Syntax, name)))
        {
            Fail(
                span,
                "AmbiguousAggregationExpression",
                $"ORDER BY combines an aggregate with `{name}`, which is an item only as a part of another expression");
        }

        string suggestion = Spelling.Suggest(name, _scope.Visible.Where(v => !v.IsHidden).Select(v => v.Name));
        bool projectedAway = suggestion.Length == 0 && _frame?.Before.Find(name) is not null;
        throw Error(
            span,
            "UndefinedVariable",
            projectedAway
                ? $"Variable `{name}` not defined: after DISTINCT or an aggregate only the projected items can be used"
                : $"Variable `{name}` not defined{suggestion}");
    }

    private BoundProperty BindProperty(PropertyAccess access)
    {
        BoundExpression target = BindExpression(access.Target);
        const TypeSet Owners = TypeSet.Map | TypeSet.Element | TypeSet.Instant | TypeSet.Duration | TypeSet.Point;
        if (!target.Type.MayBe(Owners))
        {
            string kind = target.Type.Is(TypeSet.Path) ? "SyntaxError" : "TypeError";
            throw StatementError.At(
                _text,
                access.Key.Span,
                kind == "TypeError" ? "Neo.ClientError.Statement.TypeError" : "Neo.ClientError.Statement.SyntaxError",
                kind,
                "InvalidArgumentType",
                $"Type mismatch: a property needs a map, node, relationship, temporal value or point but `{access.Target.Span.In(_text)}` is {target.Type}",
                "22G03");
        }

        if (target.Type.Is(TypeSet.Element))
        {
            NoteRead(NameKind.PropertyKey, access.Key.Name, access.Key.Span);
        }

        return new BoundProperty(target, access.Key.Name) { Type = StaticType.Any };
    }

    private BoundIndex BindIndex(IndexAccess access)
    {
        BoundExpression target = BindExpression(access.Target);
        BoundExpression index = BindExpression(access.Index);
        return new BoundIndex(target, index) { Type = target.Type.Is(TypeSet.List) ? target.Type.Items : StaticType.Any };
    }

    private BoundSlice BindSlice(SliceAccess slice)
    {
        BoundExpression target = BindExpression(slice.Target);
        BoundExpression? from = slice.From is null ? null : BindExpression(slice.From);
        BoundExpression? to = slice.To is null ? null : BindExpression(slice.To);
        return new BoundSlice(target, from, to) { Type = target.Type.Is(TypeSet.List) ? target.Type : StaticType.Any };
    }

    /// <summary>An expression that must be true, false or null; here a pattern may stand for its existence.</summary>
    private BoundExpression BindPredicate(Expression syntax)
    {
        BoundExpression bound = syntax is PatternExpression { Pattern.Shortest: ShortestForm.None } pattern
            ? BindPatternExpression(pattern, asPredicate: true)
            : BindExpression(syntax);
        Require(bound, TypeSet.Boolean, "a condition");
        return bound;
    }

    /// <summary>A condition in a place that knows no aggregates.</summary>
    private BoundExpression? BindWhere(Expression? where) =>
        where is null ? null : WithAggregation(AggregationMode.Forbidden, null, () => BindPredicate(where));

    private void Require(BoundExpression expression, TypeSet kinds, string role)
    {
        if (!expression.Type.MayBe(kinds))
        {
            Fail(
                expression.Span,
                "InvalidArgumentType",
                $"Type mismatch: {role} must be {TypeNames.Describe(kinds)} but was {expression.Type}");
        }
    }
}
