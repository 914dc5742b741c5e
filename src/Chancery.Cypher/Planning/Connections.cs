using Chancery.Cypher.Binding;
using Chancery.Cypher.Syntax;

namespace Chancery.Cypher.Planning;

/// <summary>What joins two nodes of a pattern. <c>Needs</c> are other variables of the pattern that its own conditions read.</summary>
internal abstract record Connection(BoundVariable From, BoundVariable To, IReadOnlySet<BoundVariable> Needs)
{
    /// <summary>The variables that hold its relationships, alone or as lists, once it is matched.</summary>
    public abstract IEnumerable<BoundVariable> Relationships { get; }

    /// <summary>The types its relationships can have; empty means any.</summary>
    public abstract IReadOnlyList<string> Types { get; }
}

internal sealed record SingleHop(BoundVariable From, BoundVariable To, Hop Hop, bool IsBound)
    : Connection(From, To, new HashSet<BoundVariable>())
{
    public override IEnumerable<BoundVariable> Relationships => [Hop.Relationship];

    public override IReadOnlyList<string> Types => Hop.Types;
}

internal sealed record Walk(
    BoundVariable From,
    BoundVariable To,
    Hop Hop,
    BoundVariable Step,
    BoundLength Length,
    IReadOnlyList<BoundExpression> Predicates,
    bool IsBound,
    IReadOnlySet<BoundVariable> Needs) : Connection(From, To, Needs)
{
    public override IEnumerable<BoundVariable> Relationships => [Hop.Relationship];

    public override IReadOnlyList<string> Types => Hop.Types;
}

internal sealed record Shortest(
    BoundVariable From,
    BoundVariable To,
    Hop Hop,
    BoundVariable Step,
    BoundLength Length,
    IReadOnlyList<BoundExpression> Predicates,
    bool All,
    BoundVariable? Path,
    IReadOnlySet<BoundVariable> Needs) : Connection(From, To, Needs)
{
    // Exempt from the rule that relationships of a clause differ.
    public override IEnumerable<BoundVariable> Relationships => [];

    public override IReadOnlyList<string> Types => Hop.Types;
}

internal sealed record Rounds(
    BoundVariable From,
    BoundVariable To,
    BoundQuantifiedPath Pattern,
    IReadOnlyList<BoundGroupVariable> Groups,
    IReadOnlySet<BoundVariable> Needs) : Connection(From, To, Needs)
{
    public IEnumerable<BoundVariable> InnerRelationships =>
        Pattern.Elements.OfType<BoundRelationshipPattern>().Select(relationship => relationship.Variable);

    public override IEnumerable<BoundVariable> Relationships =>
        InnerRelationships.Select(inner => Groups.First(group => group.Inner == inner).Group);

    public override IReadOnlyList<string> Types => [];
}

/// <summary>A path pattern with a selector, matched as a whole.</summary>
internal sealed record Selected(BoundVariable From, BoundVariable To, BoundPathPattern Pattern, IReadOnlySet<BoundVariable> Needs)
    : Connection(From, To, Needs)
{
    public override IEnumerable<BoundVariable> Relationships => [];

    public override IReadOnlyList<string> Types => [];
}

/// <summary>A path pattern with a selector whose one connection is repeated: the selector then drives the search.</summary>
internal sealed record SelectedRounds(Rounds Rounds, PathSelectorKind Kind, BoundExpression? Count)
    : Connection(Rounds.From, Rounds.To, Rounds.Needs)
{
    public override IEnumerable<BoundVariable> Relationships => Rounds.Relationships;

    public override IReadOnlyList<string> Types => [];
}
