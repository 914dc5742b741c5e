using Chancery.Cypher.Syntax;

namespace Chancery.Cypher.Binding;

internal sealed partial class Binder
{
    private BoundSubqueryExpression BindSubqueryExpression(SubqueryExpression subquery)
    {
        QueryRole role = subquery.Kind switch
        {
            SubqueryKind.Exists => QueryRole.Exists,
            SubqueryKind.Count => QueryRole.Count,
            _ => QueryRole.Collect,
        };
        BoundQuery query = WithAggregation(AggregationMode.Forbidden, null, () => BindQuery(subquery.Query, role, importsFrom: null));
        return subquery.Kind switch
        {
            SubqueryKind.Exists => new BoundSubqueryExpression(BoundSubqueryKind.Exists, query) { Type = StaticType.Boolean },
            SubqueryKind.Count => new BoundSubqueryExpression(BoundSubqueryKind.Count, query) { Type = StaticType.Integer },
            _ => new BoundSubqueryExpression(BoundSubqueryKind.Collect, query) { Type = StaticType.ListOf(query.Outputs[0].Type) },
        };
    }

    /// <summary><c>(a)-->(b)</c> is <c>EXISTS { (a)-->(b) }</c> over known names; <c>shortestPath(…)</c> is the first path found.</summary>
    private BoundSubqueryExpression BindPatternExpression(PatternExpression syntax, bool asPredicate)
    {
        PathPattern pattern = syntax.Pattern;
        if (!asPredicate && pattern.Shortest == ShortestForm.None)
        {
            Fail(
                syntax.Span,
                "UnexpectedSyntax",
                "A pattern expression should only be used in order to test the existence of a pattern: in WHERE, in EXISTS { }, or as an operand of AND, OR and NOT");
        }

        RequireKnownNames(pattern.Elements);
        if (asPredicate)
        {
            BoundQuery exists = BindPatternQuery(pattern, null, null);
            return new BoundSubqueryExpression(BoundSubqueryKind.Exists, exists) { Type = StaticType.Boolean };
        }

        const string PathName = " path";
        PathPattern named = pattern with { Variable = new Identifier(PathName) { Span = syntax.Span } };
        BoundQuery query = BindPatternQuery(named, null, new Variable(PathName) { Span = syntax.Span });
        return pattern.Shortest == ShortestForm.One
            ? new BoundSubqueryExpression(BoundSubqueryKind.First, query) { Type = StaticType.Path }
            : new BoundSubqueryExpression(BoundSubqueryKind.Collect, query) { Type = StaticType.ListOf(StaticType.Path) };
    }

    private void RequireKnownNames(SyntaxList<PatternElement> elements)
    {
        foreach (PatternElement element in elements)
        {
            Identifier? variable = (element as NodePattern)?.Variable ?? (element as RelationshipPattern)?.Variable;
            if (variable is not null)
            {
                Resolve(variable.Name, variable.Span);
            }
            else if (element is ParenthesizedPath group)
            {
                Fail(group.Span, "UnexpectedSyntax", "A parenthesized path cannot stand in a pattern expression: use EXISTS { }");
            }
        }
    }

    private BoundSubqueryExpression BindPatternComprehension(PatternComprehension comprehension)
    {
        RefuseAggregates(comprehension.Projection);
        BoundQuery query = BindPatternQuery(comprehension.Pattern, comprehension.Where, comprehension.Projection);
        return new BoundSubqueryExpression(BoundSubqueryKind.Collect, query) { Type = StaticType.ListOf(query.Outputs[0].Type) };
    }

    /// <summary><c>MATCH pattern WHERE condition RETURN projection</c></summary>
    private BoundQuery BindPatternQuery(PathPattern pattern, Expression? where, Expression? projection)
    {
        MatchClause match = new(false, [pattern], [], where) { Span = pattern.Span };
        return InScope(new Scope(_scope), () =>
        {
            BoundMatch bound = WithAggregation(AggregationMode.Forbidden, null, () => BindMatch(match)) with { Span = pattern.Span };
            if (projection is null)
            {
                return new BoundQuery([new BoundSingleQuery([bound])], UnionKind.None, []) { Updates = false };
            }

            BoundExpression value = BindExpression(projection);
            BoundVariable output = NewHidden("value", value.Type);
            BoundReturn result = new(new BoundProjection([new BoundItem(value, output)], null, false, [], null, null)) { Span = projection.Span };
            return new BoundQuery([new BoundSingleQuery([bound, result])], UnionKind.None, [output]) { Updates = false };
        });
    }
}
