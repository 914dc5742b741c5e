using Chancery.Cypher.Binding;
using Chancery.Cypher.Syntax;

namespace Chancery.Cypher.Planning;

/// <summary>A MATCH clause whose pattern is not yet taken apart into scans and expansions.</summary>
internal sealed record MatchPattern(LogicalPlan Input, BoundMatch Match) : InputPlan(Input)
{
    public override string Details => string.Join(", ", Match.Introduced.Select(ExpressionText.Of));

    public override IEnumerable<BoundVariable> Introduced => Match.Introduced;
}

internal sealed record AllNodesScan(LogicalPlan Input, BoundVariable Node) : InputPlan(Input)
{
    public override string Details => ExpressionText.Of(Node);

    public override IEnumerable<BoundVariable> Introduced => [Node];
}

internal sealed record LabelScan(LogicalPlan Input, BoundVariable Node, string Label) : InputPlan(Input)
{
    public override string Details => $"{ExpressionText.Of(Node)}:{Label}";

    public override IEnumerable<BoundVariable> Introduced => [Node];
}

/// <summary>Nodes by their number or, where <c>ByElementId</c>, by its text form; a list of ids gives each of its nodes once.</summary>
internal sealed record NodeByIdSeek(LogicalPlan Input, BoundVariable Node, BoundExpression Ids, bool IsList, bool ByElementId) : InputPlan(Input)
{
    public override string Details => $"{ExpressionText.Of(Node)} {(IsList ? "IN" : "=")} {ExpressionText.Of(Ids)}";

    public override IEnumerable<BoundVariable> Introduced => [Node];
}

/// <summary>What an index is asked for.</summary>
internal abstract record SeekKey
{
    public abstract IEnumerable<BoundExpression> Expressions { get; }
}

/// <summary>Equality with one value for each of the index's first keys.</summary>
internal sealed record SeekEqual(IReadOnlyList<BoundExpression> Values) : SeekKey
{
    public override IEnumerable<BoundExpression> Expressions => Values;

    public override string ToString() => "= " + ExpressionText.Of(Values);
}

/// <summary>Equality with any item of a list.</summary>
internal sealed record SeekIn(BoundExpression List) : SeekKey
{
    public override IEnumerable<BoundExpression> Expressions => [List];

    public override string ToString() => "IN " + ExpressionText.Of(List);
}

internal sealed record SeekBound(BoundExpression Value, bool Inclusive);

internal sealed record SeekRange(SeekBound? Lower, SeekBound? Upper) : SeekKey
{
    public override IEnumerable<BoundExpression> Expressions => new[] { Lower?.Value, Upper?.Value }.OfType<BoundExpression>();

    public override string ToString() => string.Join(" AND ", new[]
    {
        Lower is null ? null : $"{(Lower.Inclusive ? ">=" : ">")} {ExpressionText.Of(Lower.Value)}",
        Upper is null ? null : $"{(Upper.Inclusive ? "<=" : "<")} {ExpressionText.Of(Upper.Value)}",
    }.OfType<string>());
}

internal sealed record SeekPrefix(BoundExpression Prefix) : SeekKey
{
    public override IEnumerable<BoundExpression> Expressions => [Prefix];

    public override string ToString() => "STARTS WITH " + ExpressionText.Of(Prefix);
}

/// <summary>CONTAINS and ENDS WITH, of a text index.</summary>
internal sealed record SeekText(BoundExpression Text, bool AtEnd) : SeekKey
{
    public override IEnumerable<BoundExpression> Expressions => [Text];

    public override string ToString() => (AtEnd ? "ENDS WITH " : "CONTAINS ") + ExpressionText.Of(Text);
}

/// <summary>Every element that the index holds.</summary>
internal sealed record SeekAll : SeekKey
{
    public override IEnumerable<BoundExpression> Expressions => [];

    public override string ToString() => "IS NOT NULL";
}

internal sealed record NodeIndexSeek(
    LogicalPlan Input, BoundVariable Node, string Index, string Label, IReadOnlyList<string> Keys, bool Unique, SeekKey Key) : InputPlan(Input)
{
    public override string Name => Unique && Key is SeekEqual ? "NodeUniqueIndexSeek" : "NodeIndexSeek";

    public override string Details => $"{ExpressionText.Of(Node)}:{Label}({string.Join(", ", Keys)}) {Key}";

    public override IEnumerable<BoundVariable> Introduced => [Node];
}

/// <summary>A relationship of a pattern: its variable, types (none: any), and which way it points from the node it is read from.</summary>
internal sealed record Hop(BoundVariable Relationship, IReadOnlyList<string> Types, RelationshipDirection Direction)
{
    public override string ToString()
    {
        string inside = $"[{ExpressionText.Of(Relationship)}{(Types.Count == 0 ? "" : ":" + string.Join('|', Types))}]";
        return Direction switch
        {
            RelationshipDirection.Right => $"-{inside}->",
            RelationshipDirection.Left => $"<-{inside}-",
            _ => $"-{inside}-",
        };
    }
}

/// <summary>All relationships, or those of some types, with both ends; an undirected one is met from either end.</summary>
internal sealed record RelationshipScan(LogicalPlan Input, BoundVariable From, Hop Hop, BoundVariable To) : InputPlan(Input)
{
    public override string Details => $"({ExpressionText.Of(From)}){Hop}({ExpressionText.Of(To)})";

    public override IEnumerable<BoundVariable> Introduced => [From, Hop.Relationship, To];
}

/// <summary>
/// From a node along each of its relationships, which differ from those in <c>Others</c> (single relationships or lists). <c>Into</c>:
/// the node at the other end is known already.
/// </summary>
internal sealed record Expand(
    LogicalPlan Input, BoundVariable From, Hop Hop, BoundVariable To, bool Into, IReadOnlyList<BoundVariable> Others) : InputPlan(Input)
{
    public override string Name => Into ? "ExpandInto" : "Expand";

    public override string Details => $"({ExpressionText.Of(From)}){Hop}({ExpressionText.Of(To)})";

    public override IEnumerable<BoundVariable> Introduced => Into ? [Hop.Relationship] : [Hop.Relationship, To];
}

/// <summary>A bound relationship's ends: fills those that are not known, and checks those that are.</summary>
internal sealed record Endpoints(
    LogicalPlan Input, BoundVariable From, bool FromKnown, Hop Hop, BoundVariable To, bool ToKnown, IReadOnlyList<BoundVariable> Others)
    : InputPlan(Input)
{
    public override string Details => $"({ExpressionText.Of(From)}){Hop}({ExpressionText.Of(To)})";

    public override IEnumerable<BoundVariable> Introduced
    {
        get
        {
            if (!FromKnown)
            {
                yield return From;
            }

            if (!ToKnown)
            {
                yield return To;
            }
        }
    }
}

/// <summary>
/// Walks of a length without a repeated relationship. The hop's variable becomes the list of relationships, from <c>From</c> to <c>To</c>
/// or, where <c>Reversed</c>, the other way; each step satisfies the predicates, which read <c>Step</c>. <c>ListKnown</c>: the list is
/// bound and only its ends are asked for.
/// </summary>
internal sealed record VarExpand(
    LogicalPlan Input,
    BoundVariable From,
    Hop Hop,
    BoundVariable Step,
    BoundVariable To,
    BoundLength Length,
    IReadOnlyList<BoundExpression> Predicates,
    bool Into,
    bool Reversed,
    bool ListKnown,
    IReadOnlyList<BoundVariable> Others) : InputPlan(Input)
{
    public override string Name => Into ? "VarExpandInto" : "VarExpand";

    public override string Details =>
        $"({ExpressionText.Of(From)}){Hop}{{{Length.Minimum},{Length.Maximum}}}({ExpressionText.Of(To)})"
        + (Predicates.Count == 0 ? "" : $" each {ExpressionText.Of(Predicates, " AND ")}");

    public override IEnumerable<BoundVariable> Introduced => (ListKnown, Into) switch
    {
        (false, false) => [Hop.Relationship, To],
        (false, true) => [Hop.Relationship],
        (true, false) => [To],
        (true, true) => [],
    };
}

/// <summary>
/// How rounds of an inner pattern lead from one node to another; groups collect the rounds' values, in textual order also where the
/// rounds are walked from their far end (<c>Reversed</c>). <c>Into</c>: the node at the end is known.
/// </summary>
internal sealed record RoundShape(
    BoundVariable From,
    BoundVariable To,
    BoundVariable InnerFrom,
    BoundVariable InnerTo,
    BoundLength Length,
    IReadOnlyList<BoundVariable> InnerRelationships,
    IReadOnlyList<BoundGroupVariable> Groups,
    bool Into,
    bool Reversed)
{
    public IEnumerable<BoundVariable> Introduced =>
        [.. Groups.Select(group => group.Group), .. Into ? Array.Empty<BoundVariable>() : [To]];

    public override string ToString() => $"({ExpressionText.Of(From)})…{{{Length.Minimum},{Length.Maximum}}}({ExpressionText.Of(To)})";
}

/// <summary>Rounds of a quantified path; the inner plan matches one round, its first node being given.</summary>
internal sealed record Repeat(LogicalPlan Input, LogicalPlan Inner, RoundShape Shape, IReadOnlyList<BoundVariable> Others)
    : NestedPlan(Input, Inner)
{
    public override string Name => Shape.Into ? "RepeatInto" : "Repeat";

    public override string Details => Shape.ToString();

    public override IEnumerable<BoundVariable> Introduced => Shape.Introduced;
}

/// <summary>Of the ways in rounds to each end, those that a selector chooses, found the short ones first.</summary>
internal sealed record ShortestRounds(
    LogicalPlan Input, LogicalPlan Inner, RoundShape Shape, PathSelectorKind Kind, BoundExpression? Count) : NestedPlan(Input, Inner)
{
    public override string Details => $"{Shape} {Kind} {(Count is null ? "1" : ExpressionText.Of(Count))}";

    public override IEnumerable<BoundVariable> Introduced => Shape.Introduced;
}

/// <summary>
/// One shortest walk between two known nodes, or all of them, that satisfies the step predicates and, where there are any, the
/// conditions on the whole path (<c>Path</c> is set for them).
/// </summary>
internal sealed record ShortestPath(
    LogicalPlan Input,
    BoundVariable From,
    Hop Hop,
    BoundVariable Step,
    BoundVariable To,
    BoundLength Length,
    bool All,
    IReadOnlyList<BoundExpression> StepPredicates,
    BoundVariable? Path,
    IReadOnlyList<BoundExpression> PathPredicates) : InputPlan(Input)
{
    public override string Name => All ? "AllShortestPaths" : "ShortestPath";

    public override string Details =>
        $"({ExpressionText.Of(From)}){Hop}{{{Length.Minimum},{Length.Maximum}}}({ExpressionText.Of(To)})"
        + (StepPredicates.Count == 0 ? "" : $" each {ExpressionText.Of(StepPredicates, " AND ")}")
        + (PathPredicates.Count == 0 ? "" : $" where {ExpressionText.Of(PathPredicates, " AND ")}");

    public override IEnumerable<BoundVariable> Introduced => Path is null ? [Hop.Relationship] : [Hop.Relationship, Path];
}

/// <summary>
/// Of the inner plan's rows, for each pair of path ends, those that a selector chooses by the path's length.
/// </summary>
internal sealed record SelectPaths(
    LogicalPlan Input,
    LogicalPlan Inner,
    BoundVariable Start,
    BoundVariable End,
    IReadOnlyList<BoundVariable> Relationships,
    PathSelectorKind Kind,
    BoundExpression? Count) : NestedPlan(Input, Inner)
{
    public override string Details =>
        $"({ExpressionText.Of(Start)})…({ExpressionText.Of(End)}) {Kind} {(Count is null ? "1" : ExpressionText.Of(Count))}";
}

/// <summary>A path's value from the elements that were matched for it.</summary>
internal sealed record BuildPath(LogicalPlan Input, BoundVariable Path, IReadOnlyList<PathPart> Parts) : InputPlan(Input)
{
    public override string Details => ExpressionText.Of(Path);

    public override IEnumerable<BoundVariable> Introduced => [Path];
}

/// <summary>A node, a relationship, a list of relationships, or lists of nodes and relationships in turn (<c>Interleaved</c>).</summary>
internal sealed record PathPart(BoundVariable Variable, PathPartKind Kind, IReadOnlyList<BoundVariable> Interleaved);

internal enum PathPartKind : byte
{
    Node,
    Relationship,
    RelationshipList,
    Rounds,
}
