using Chancery.Cypher.Binding;

namespace Chancery.Cypher.Planning;

/// <summary>Which variables an expression or a clause reads, those inside its subqueries among them.</summary>
internal static class VariableUse
{
    /// <summary>All variables that occur in <paramref name="expression"/>, its own inner ones included; slots tell them apart.</summary>
    public static HashSet<BoundVariable> Of(BoundExpression expression)
    {
        HashSet<BoundVariable> found = [];
        Visit(expression, found);
        return found;
    }

    public static HashSet<BoundVariable> Of(BoundClause clause)
    {
        HashSet<BoundVariable> found = [];
        Visit(clause, found);
        return found;
    }

    /// <summary>The expressions directly beneath one; a subquery's are reached through its clauses.</summary>
    public static IEnumerable<BoundExpression> Children(BoundExpression expression) => expression switch
    {
        BoundList list => list.Items,
        BoundMap map => map.Entries.Select(entry => entry.Value),
        BoundProperty property => [property.Target],
        BoundIndex index => [index.Target, index.Index],
        BoundSlice slice => Present(slice.Target, slice.From, slice.To),
        BoundUnary unary => [unary.Operand],
        BoundBinary binary => [binary.Left, binary.Right],
        BoundComparison comparison => [comparison.Left, comparison.Right],
        BoundLogical logical => logical.Operands,
        BoundNullPredicate test => [test.Operand],
        BoundTypePredicate test => [test.Operand],
        BoundNormalizedPredicate test => [test.Operand],
        BoundLabelPredicate test => [test.Operand],
        BoundComputedLabelPredicate test => [test.Operand, test.Names],
        BoundFunctionCall call => call.Arguments,
        BoundAggregate call => call.Arguments,
        BoundCase choice =>
        [
            .. Present(choice.Operand, choice.Else),
            .. choice.Alternatives.SelectMany(alternative => (BoundExpression[])[alternative.Condition, alternative.Result]),
        ],
        BoundMapProjection projection => [projection.Target, .. projection.Entries.Select(entry => entry.Value).OfType<BoundExpression>()],
        BoundListComprehension list => Present(list.List, list.Where, list.Projection),
        BoundQuantifier quantifier => Present(quantifier.List, quantifier.Where),
        BoundReduce reduce => [reduce.Initial, reduce.List, reduce.Step],
        _ => [],
    };

    /// <summary>True where the expression holds a query, which reads the graph when it is evaluated.</summary>
    public static bool HasSubquery(BoundExpression expression) =>
        expression is BoundSubqueryExpression || Children(expression).Any(HasSubquery);

    /// <summary>This expression and all beneath it, those inside subqueries left out.</summary>
    public static IEnumerable<BoundExpression> SelfAndDescendants(BoundExpression expression) =>
        Children(expression).SelectMany(SelfAndDescendants).Prepend(expression);

    /// <summary>The expressions that stand in a clause, at any place but inside other expressions.</summary>
    public static IEnumerable<BoundExpression> Expressions(BoundClause clause) => clause switch
    {
        BoundMatch match => [.. match.Patterns.SelectMany(Expressions), .. Present(match.Where)],
        BoundUnwind unwind => [unwind.List],
        BoundWith with => [.. Expressions(with.Projection), .. Present(with.Where)],
        BoundReturn end => Expressions(end.Projection),
        BoundCreate create => create.Paths.SelectMany(Expressions),
        BoundMerge merge =>
        [
            .. Expressions(merge.Pattern),
            .. Expressions(merge.Create),
            .. merge.OnCreate.Concat(merge.OnMatch).SelectMany(Expressions),
        ],
        BoundSet set => set.Items.SelectMany(Expressions),
        BoundDelete delete => delete.Targets,
        BoundForeach loop => loop.Updates.SelectMany(Expressions).Prepend(loop.List),
        BoundCall call => [.. call.Arguments, .. Present(call.Where)],
        BoundCallSubquery call =>
        [
            .. call.Query.Parts.SelectMany(part => part.Clauses).SelectMany(Expressions),
            .. Present(call.InTransactions?.BatchSize, call.InTransactions?.Concurrency),
        ],
        BoundLoadCsv load => Present(load.From, load.FieldTerminator),
        BoundShow show => show.Names,
        BoundTerminateTransactions terminate => terminate.Ids,
        _ => [],
    };

    /// <summary>The expressions inside a pattern.</summary>
    public static IEnumerable<BoundExpression> Expressions(BoundPathPattern pattern) =>
        [.. pattern.Elements.SelectMany(Expressions), .. pattern.Predicates, .. Present(pattern.Selector?.Count)];

    private static IEnumerable<BoundExpression> Expressions(BoundPatternElement element) => element switch
    {
        BoundNodePattern node => node.Predicates,
        BoundRelationshipPattern relationship => relationship.Predicates,
        BoundQuantifiedPath path => path.Elements.SelectMany(Expressions).Concat(path.Predicates),
        _ => [],
    };

    private static IEnumerable<BoundExpression> Expressions(BoundCreatePath path) =>
        path.Elements.SelectMany(element => Present(element.Properties).Concat(element switch
        {
            BoundCreateNode node => node.Labels.Computed,
            BoundCreateRelationship relationship => relationship.Type.Computed,
            _ => [],
        }));

    public static IEnumerable<BoundExpression> Expressions(BoundSetItem item) => item switch
    {
        BoundSetProperty set => [set.Target, set.Value],
        BoundSetDynamicProperty set => [set.Target, set.Key, set.Value],
        BoundSetAllProperties set => [set.Target, set.Value],
        BoundSetLabels set => [set.Target, .. set.Labels.Computed],
        BoundRemoveLabels set => [set.Target, .. set.Labels.Computed],
        _ => [],
    };

    private static IEnumerable<BoundExpression> Expressions(BoundProjection projection) =>
    [
        .. projection.Items.Select(item => item.Expression),
        .. projection.Aggregation?.Keys.Select(key => key.Expression) ?? [],
        .. projection.Aggregation?.Aggregates.Select(item => (BoundExpression)item.Call) ?? [],
        .. projection.OrderBy.Select(item => item.Expression),
        .. Present(projection.Skip, projection.Limit),
    ];

    private static void Visit(BoundExpression expression, HashSet<BoundVariable> found)
    {
        switch (expression)
        {
            case BoundReference reference:
                found.Add(reference.Variable);
                break;
            case BoundSubqueryExpression subquery:
                foreach (BoundClause clause in subquery.Query.Parts.SelectMany(part => part.Clauses))
                {
                    Visit(clause, found);
                }

                break;
        }

        foreach (BoundExpression child in Children(expression))
        {
            Visit(child, found);
        }
    }

    private static void Visit(BoundClause clause, HashSet<BoundVariable> found)
    {
        foreach (BoundExpression expression in Expressions(clause))
        {
            Visit(expression, found);
        }

        switch (clause)
        {
            case BoundMatch match:
                found.UnionWith(match.Patterns.SelectMany(Variables));
                break;
            case BoundCreate create:
                found.UnionWith(create.Paths.SelectMany(path => path.Elements).Select(element => element.Variable));
                break;
            case BoundMerge merge:
                found.UnionWith(Variables(merge.Pattern));
                break;
            case BoundCallSubquery call:
                foreach (BoundClause inner in call.Query.Parts.SelectMany(part => part.Clauses))
                {
                    Visit(inner, found);
                }

                break;
            case BoundForeach loop:
                foreach (BoundClause inner in loop.Updates)
                {
                    Visit(inner, found);
                }

                break;
        }
    }

    private static IEnumerable<BoundVariable> Variables(BoundPathPattern pattern) => pattern.Elements.SelectMany(Variables);

    private static IEnumerable<BoundVariable> Variables(BoundPatternElement element) => element switch
    {
        BoundNodePattern node => [node.Variable],
        BoundRelationshipPattern relationship => [relationship.Variable],
        BoundQuantifiedPath path => path.Elements.SelectMany(Variables),
        _ => [],
    };

    private static IEnumerable<BoundExpression> Present(params BoundExpression?[] expressions) => expressions.OfType<BoundExpression>();
}
