using Chancery.Cypher.Binding;

namespace Chancery.Cypher.Planning;

/// <summary>The parameters that a query asks for, at whatever depth.</summary>
internal static class ParameterNames
{
    public static IReadOnlyCollection<string> Of(BoundQuery query)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        Visit(query, names);
        return names;
    }

    private static void Visit(BoundQuery query, HashSet<string> names)
    {
        foreach (BoundClause clause in query.Parts.SelectMany(part => part.Clauses))
        {
            foreach (BoundExpression expression in VariableUse.Expressions(clause))
            {
                Visit(expression, names);
            }
        }
    }

    private static void Visit(BoundExpression expression, HashSet<string> names)
    {
        switch (expression)
        {
            case BoundParameter parameter:
                names.Add(parameter.Name);
                break;
            case BoundSubqueryExpression subquery:
                Visit(subquery.Query, names);
                break;
        }

        foreach (BoundExpression child in VariableUse.Children(expression))
        {
            Visit(child, names);
        }
    }
}
