using Chancery.Cypher.Syntax;
using Chancery.Graph;

namespace Chancery.Cypher.Binding;

internal abstract record BoundStatement
{
    public ExecutionMode Mode { get; init; }

    public required QueryType QueryType { get; init; }

    /// <summary>Every parameter that the statement speaks of, the implicit arguments of a standalone CALL among them, each name once.</summary>
    public IReadOnlyList<ParameterUse> Parameters { get; init; } = [];

    /// <summary>The labels, types and properties that the statement reads, for a word about those that no element has.</summary>
    public IReadOnlyList<NameUse> Reads { get; init; } = [];

    /// <summary>To be called before each run, as the values differ from run to run.</summary>
    /// <exception cref="GraphException"><c>ParameterMissing</c>: a parameter was not given.</exception>
    public void RequireParameters(MapValue given)
    {
        foreach (ParameterUse parameter in Parameters)
        {
            if (!given.ContainsKey(parameter.Name))
            {
                throw Missing(given);
            }
        }
    }

    private GraphException Missing(MapValue given)
    {
        ParameterUse[] missing = [.. Parameters.Where(p => !given.ContainsKey(p.Name))];
        return new GraphException(
            "Neo.ClientError.Statement.ParameterMissing", $"Expected parameter(s): {string.Join(", ", missing.Select(p => p.Name))}")
        {
            Kind = "ParameterMissing",
            Detail = "MissingParameter",
            AtCompileTime = true,
            Position = missing[0].Position,
        };
    }
}

/// <summary>A parameter's name without the dollar sign, and where it was first written.</summary>
internal sealed record ParameterUse(string Name, TextPosition Position);

internal enum NameKind : byte
{
    Label,
    RelationshipType,
    PropertyKey,
}

internal sealed record NameUse(NameKind Kind, string Name, TextPosition Position);

/// <summary>Queries, and the SHOW and TERMINATE commands, which are bound as queries. <c>SlotCount</c> is the width of every row.</summary>
internal sealed record BoundQueryStatement(BoundQuery Query, int SlotCount) : BoundStatement;

/// <summary>
/// Parts joined by UNION. All parts write their results into the slots of <c>Outputs</c>, whose names are the columns; without a RETURN
/// (or a standalone CALL) there are none, and the query has no rows.
/// </summary>
internal sealed record BoundQuery(IReadOnlyList<BoundSingleQuery> Parts, UnionKind Union, IReadOnlyList<BoundVariable> Outputs)
{
    /// <summary>True where some clause, at any depth, changes the graph.</summary>
    public required bool Updates { get; init; }

    /// <summary>True where the query ends in RETURN, or is a standalone CALL with results.</summary>
    public bool HasOutputs => Outputs.Count > 0;
}

internal enum UnionKind : byte
{
    /// <summary>There is one part.</summary>
    None,
    Distinct,
    All,
}

internal sealed record BoundSingleQuery(IReadOnlyList<BoundClause> Clauses);

/// <summary>A schema object's name, literal or from a parameter.</summary>
internal sealed record BoundName(string? Literal, string? Parameter);

/// <summary>Without a name one is made up. Options are a map or a parameter, accepted and not needed.</summary>
internal sealed record BoundCreateIndex(
    IndexKind Kind,
    BoundName? Name,
    bool IfNotExists,
    EntityKind Entity,
    IReadOnlyList<string> Names,
    IReadOnlyList<string> Properties,
    BoundExpression? Options) : BoundStatement;

internal sealed record BoundDropIndex(BoundName Name, bool IfExists) : BoundStatement;

internal sealed record BoundCreateConstraint(
    ConstraintKind Kind,
    BoundName? Name,
    bool IfNotExists,
    EntityKind Entity,
    string Label,
    IReadOnlyList<string> Properties,
    TypeSyntax? Type) : BoundStatement;

internal sealed record BoundDropConstraint(BoundName Name, bool IfExists) : BoundStatement;
