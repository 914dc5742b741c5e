using Chancery.Cypher.Syntax;

namespace Chancery.Cypher.Binding;

/// <summary>What an expression may do with aggregates at the place where it stands.</summary>
internal enum AggregationMode : byte
{
    Forbidden,

    /// <summary>In the arguments of an aggregate.</summary>
    Inside,

    /// <summary>In an item of an aggregating projection: aggregates are lifted out, everything else must be a key or constant.</summary>
    Item,

    /// <summary>In ORDER BY of such a projection, or of one with DISTINCT.</summary>
    Sort,
}

/// <summary>A key of a projection, by the words of its expression.</summary>
internal sealed record ProjectionKey(Expression Syntax, BoundVariable Output, BoundVariable? Source);

/// <summary>The state of one projection while its items and sort keys are bound.</summary>
internal sealed class AggregationFrame(Scope before)
{
    private readonly List<(Expression Syntax, BoundAggregateItem Item)> _aggregates = [];

    public Scope Before { get; } = before;

    public List<ProjectionKey> Keys { get; } = [];

    public IReadOnlyList<BoundAggregateItem> Aggregates => [.. _aggregates.Select(a => a.Item)];

    /// <summary>Where true, an expression that equals a key's stands for it however complex it is.</summary>
    public bool MatchesWholeExpressions { get; set; }

    public bool IsAggregating { get; set; }

    public BoundAggregateItem? FindAggregate(Expression syntax)
    {
        foreach ((Expression known, BoundAggregateItem item) in _aggregates)
        {
            if (known.Equals(syntax))
            {
                return item;
            }
        }

        return null;
    }

    public void Add(Expression syntax, BoundAggregateItem item) => _aggregates.Add((syntax, item));

    public BoundVariable? FindKey(Expression syntax)
    {
        if (!MatchesWholeExpressions && RootOf(syntax) is null)
        {
            return null;
        }

        foreach (ProjectionKey key in Keys)
        {
            if (key.Syntax.Equals(syntax))
            {
                return key.Output;
            }
        }

        return null;
    }

    /// <summary>The variable of an expression that is a variable, or a property of one; null for any other.</summary>
    public static Variable? RootOf(Expression syntax)
    {
        while (syntax is PropertyAccess access)
        {
            syntax = access.Target;
        }

        return syntax as Variable;
    }
}
