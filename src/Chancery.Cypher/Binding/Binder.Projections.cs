using Chancery.Cypher.Syntax;
using Chancery.Graph;

namespace Chancery.Cypher.Binding;

internal sealed partial class Binder
{
    private BoundWith BindWith(WithClause with)
    {
        (BoundProjection projection, BoundExpression? where) = BindProjection(with.Projection, with.Where, isReturn: false, targets: null);
        return new BoundWith(projection, where);
    }

    private (BoundReturn Clause, IReadOnlyList<BoundVariable> Outputs) BindReturn(ReturnClause clause, UnionTargets? targets)
    {
        (BoundProjection projection, _) = BindProjection(clause.Projection, null, isReturn: true, targets);
        return (new BoundReturn(projection) { Span = clause.Span }, [.. projection.Items.Select(i => i.Output)]);
    }

    /// <summary>Afterwards the scope holds what the projection passes on.</summary>
    private (BoundProjection Projection, BoundExpression? Where) BindProjection(
        Projection syntax, Expression? where, bool isReturn, UnionTargets? targets)
    {
        Scope before = _scope;
        List<ProjectionItem> items = [.. syntax.All ? ItemsOfStar(syntax, isReturn) : [], .. syntax.Items];
        AggregationFrame frame = new(before) { IsAggregating = items.Exists(i => SyntaxWalk.HasAggregate(i.Expression)) };
        (BoundItem[] bound, List<BoundItem> keys) = BindItems(items, frame, targets);
        RequireDistinctNames(items, bound);
        Scope after = new(before.Outer);
        foreach (BoundItem item in bound)
        {
            after.Declare(item.Output);
        }

        bool restricted = frame.IsAggregating || syntax.Distinct;
        _scope = Layered(after, restricted ? null : before);
        BoundSortItem[] orderBy = [.. syntax.OrderBy.Select(s => BindSortItem(s, frame, restricted))];
        BoundExpression? condition = where is null ? null : restricted ? BindRestrictedWhere(where, frame) : BindWhere(where);
        if (!isReturn)
        {
            RequireAliases(items);
        }

        _scope = after;
        BoundExpression? skip = BindPage(syntax.Skip, "SKIP");
        BoundExpression? limit = BindPage(syntax.Limit, "LIMIT");
        BoundAggregation? aggregation = frame.IsAggregating ? new(keys, frame.Aggregates) : null;
        BoundItem[] results = frame.IsAggregating
            ? [.. bound.Select(b => keys.Contains(b) ? new BoundItem(Reference(b.Output), b.Output) : b)]
            : bound;
        return (new BoundProjection(results, aggregation, syntax.Distinct, orderBy, skip, limit), condition);
    }

    /// <summary>First the items without aggregates, which are the keys that the others may speak of.</summary>
    private (BoundItem[] Bound, List<BoundItem> Keys) BindItems(List<ProjectionItem> items, AggregationFrame frame, UnionTargets? targets)
    {
        BoundItem?[] bound = new BoundItem?[items.Count];
        List<BoundItem> keys = [];
        for (int i = 0; i < items.Count; i++)
        {
            if (!frame.IsAggregating || !SyntaxWalk.HasAggregate(items[i].Expression))
            {
                BoundItem key = BindPlainItem(items[i], frame, targets);
                bound[i] = key;
                keys.Add(key);
            }
        }

        Scope keyScope = new(frame.Before.Outer);
        foreach (ProjectionKey key in frame.Keys)
        {
            if (key.Syntax is Variable variable)
            {
                keyScope.Declare(variable.Name, key.Output);
            }
        }

        BoundItem[] all = new BoundItem[items.Count];
        for (int i = 0; i < items.Count; i++)
        {
            all[i] = bound[i] ?? BindAggregatingItem(items[i], frame, keyScope, targets);
        }

        for (int i = 0; i < items.Count; i++)
        {
            if (bound[i] is null)
            {
                frame.Keys.Add(new(items[i].Expression, all[i].Output, null));
            }
        }

        return (all, keys);
    }

    /// <summary>The projected names, before those that the rows still carry from before.</summary>
    private static Scope Layered(Scope after, Scope? before)
    {
        Scope layered = new(before ?? after.Outer);
        foreach (BoundVariable variable in after.Own)
        {
            layered.Declare(variable);
        }

        return layered;
    }

    private List<ProjectionItem> ItemsOfStar(Projection syntax, bool isReturn)
    {
        List<string> names = [.. _scope.Own.Where(v => !v.IsHidden).Select(v => v.Name).Order(StringComparer.Ordinal)];
        if (names.Count == 0 && isReturn && syntax.Items.Count == 0)
        {
            Fail(syntax.Span, "NoVariablesInScope", "RETURN * is not allowed when there are no variables in scope");
        }

        return [.. names.Select(name => new ProjectionItem(new Variable(name) { Span = syntax.Span }, null, name) { Span = syntax.Span })];
    }

    private BoundItem BindPlainItem(ProjectionItem item, AggregationFrame frame, UnionTargets? targets)
    {
        BoundExpression expression = BindExpression(item.Expression);
        BoundVariable? source = (expression as BoundReference)?.Variable;
        string name = NameOf(item);
        bool passesOn = source is not null && source.Name == name && targets is null;
        BoundVariable output = passesOn ? source! : NewOutput(item, expression.Type, targets);
        frame.Keys.Add(new(item.Expression, output, source));
        return new BoundItem(expression, output);
    }

    private BoundVariable NewOutput(ProjectionItem item, StaticType type, UnionTargets? targets)
    {
        string name = NameOf(item);
        return targets is null
            ? NewVariable(name, type)
            : targets.Get(name, () => NewVariable(name, StaticType.Any)) ?? throw DifferentColumns(item.Span);
    }

    private BoundItem BindAggregatingItem(ProjectionItem item, AggregationFrame frame, Scope keyScope, UnionTargets? targets)
    {
        BoundExpression expression = InScope(
            keyScope, () => WithAggregation(AggregationMode.Item, frame, () => BindExpression(item.Expression)));
        return new BoundItem(expression, NewOutput(item, expression.Type, targets));
    }

    private static string NameOf(ProjectionItem item) => item.Alias?.Name ?? (item.Expression is Variable variable ? variable.Name : item.Text);

    private void RequireDistinctNames(List<ProjectionItem> items, BoundItem[] bound)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        for (int i = 0; i < bound.Length; i++)
        {
            if (!seen.Add(bound[i].Output.Name))
            {
                Fail(
                    items[i].Alias?.Span ?? items[i].Span,
                    "ColumnNameConflict",
                    $"Multiple result columns with the same name `{bound[i].Output.Name}` are not supported");
            }
        }
    }

    private void RequireAliases(List<ProjectionItem> items)
    {
        ProjectionItem? nameless = items.Find(i => i is { Alias: null, Expression: not Variable });
        if (nameless is not null)
        {
            Fail(nameless.Span, "NoExpressionAlias", "Expression in WITH must be aliased (use AS)");
        }
    }

    private BoundSortItem BindSortItem(SortItem item, AggregationFrame frame, bool restricted)
    {
        bool hasAggregate = SyntaxWalk.HasAggregate(item.Expression);
        if (hasAggregate && !frame.IsAggregating)
        {
            Fail(
                item.Expression.Span,
                "InvalidAggregation",
                "Cannot use aggregation in ORDER BY if there are no aggregate expressions in the preceding RETURN or WITH");
        }

        if (!restricted)
        {
            return new BoundSortItem(BindExpression(item.Expression), item.Descending);
        }

        frame.MatchesWholeExpressions = !hasAggregate;
        BoundExpression key = WithAggregation(AggregationMode.Sort, frame, () => BindExpression(item.Expression));
        return new BoundSortItem(key, item.Descending);
    }

    /// <summary>WHERE after grouping or DISTINCT reads outputs, and may repeat the words of an item for its value.</summary>
    private BoundExpression BindRestrictedWhere(Expression where, AggregationFrame frame)
    {
        if (SyntaxWalk.HasAggregate(where))
        {
            Fail(where.Span, "InvalidAggregation", "Aggregating functions cannot be used in WHERE: name the aggregate in WITH and test the name");
        }

        frame.MatchesWholeExpressions = true;
        return WithAggregation(AggregationMode.Sort, frame, () => BindPredicate(where));
    }

    private BoundExpression? BindPage(Expression? syntax, string clause) => syntax is null ? null : BindCount(syntax, clause);

    /// <summary>A number of rows: an integer that no row influences.</summary>
    private BoundExpression BindCount(Expression syntax, string clause)
    {
        if (FirstVariable(syntax) is { } variable)
        {
            Fail(variable.Span, "NonConstantExpression", $"It is not allowed to refer to variables in {clause}, so that the value does not depend on a row");
        }

        BoundExpression count = InScope(new Scope(null), () => WithAggregation(AggregationMode.Forbidden, null, () => BindExpression(syntax)));
        if (!count.Type.MayBe(TypeSet.Integer))
        {
            Fail(syntax.Span, "InvalidArgumentType", $"Invalid input for {clause}: expected an integer but was {count.Type}");
        }

        if (count is BoundLiteral { Value: { Kind: ValueKind.Integer } value } && value.AsInteger() < 0)
        {
            Fail(syntax.Span, "NegativeIntegerArgument", $"Invalid input for {clause}: '{value.AsInteger()}' is not a non-negative integer");
        }

        return count;
    }

    private Variable? FirstVariable(Expression syntax) =>
        SyntaxWalk.Variables(syntax).FirstOrDefault(v => _scope.Find(v.Name) is not null);
}
