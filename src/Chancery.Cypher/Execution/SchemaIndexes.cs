using System.Text;
using Chancery.Cypher.Binding;
using Chancery.Cypher.Storage;
using Chancery.Cypher.Syntax;
using Chancery.Graph;
using IndexKind = Chancery.Cypher.Storage.IndexKind;

namespace Chancery.Cypher.Execution;

/// <summary>CREATE INDEX and DROP INDEX.</summary>
internal static class SchemaIndexes
{
    public static void Create(BoundCreateIndex command, QueryContext context)
    {
        if (command.Kind == Syntax.IndexKind.Lookup)
        {
            // Labels and types are always found by lookup here; there is nothing to make.
            return;
        }

        GraphWriter writer = context.Writer;
        bool relationships = command.Entity == EntityKind.Relationship;
        TokenTable tokens = relationships ? writer.Tokens.Types : writer.Tokens.Labels;
        IndexDefinition index = new(
            SchemaNames.Of(command.Name, context) ?? SchemaNames.Make("index", [.. command.Names, .. command.Properties]),
            KindOf(command.Kind),
            relationships,
            [.. command.Names.Select(tokens.Intern)],
            [.. command.Properties.Select(writer.Tokens.Keys.Intern)]);
        if (command.IfNotExists && (writer.Schema.FindIndex(index.Name) is not null || writer.Schema.FindConstraint(index.Name) is not null
            || writer.Schema.Indexes.Any(index.SameSchema)))
        {
            return;
        }

        writer.CreateIndex(index);
        context.Counters.IndexesAdded++;
    }

    public static void Drop(BoundDropIndex command, QueryContext context)
    {
        string name = SchemaNames.Of(command.Name, context)!;
        if (command.IfExists && context.Writer.Schema.FindIndex(name) is null)
        {
            return;
        }

        context.Writer.DropIndex(name);
        context.Counters.IndexesRemoved++;
    }

    private static IndexKind KindOf(Syntax.IndexKind kind) => kind switch
    {
        Syntax.IndexKind.Range or Syntax.IndexKind.Point => IndexKind.Range,
        Syntax.IndexKind.Text => IndexKind.Text,
        Syntax.IndexKind.Fulltext => IndexKind.FullText,
        _ => throw new GraphException(
            "Neo.ClientError.Statement.NotSystemDatabaseError", $"This graph has no {kind.ToString().ToLowerInvariant()} indexes."),
    };
}

/// <summary>CREATE CONSTRAINT and DROP CONSTRAINT.</summary>
internal static class SchemaConstraints
{
    public static void Create(BoundCreateConstraint command, QueryContext context)
    {
        GraphWriter writer = context.Writer;
        bool relationships = command.Entity == EntityKind.Relationship;
        TokenTable tokens = relationships ? writer.Tokens.Types : writer.Tokens.Labels;
        ConstraintDefinition constraint = new(
            SchemaNames.Of(command.Name, context) ?? SchemaNames.Make("constraint", [command.Label, .. command.Properties]),
            command.Kind switch
            {
                Syntax.ConstraintKind.Unique => Storage.ConstraintKind.Uniqueness,
                Syntax.ConstraintKind.NotNull => Storage.ConstraintKind.Existence,
                Syntax.ConstraintKind.Key => Storage.ConstraintKind.Key,
                _ => Storage.ConstraintKind.PropertyType,
            },
            relationships,
            tokens.Intern(command.Label),
            [.. command.Properties.Select(writer.Tokens.Keys.Intern)])
        {
            PropertyType = command.Type is { } type ? SchemaNames.TypeText(type) : null,
        };
        if (command.IfNotExists && (writer.Schema.FindConstraint(constraint.Name) is not null || writer.Schema.FindIndex(constraint.Name) is not null
            || writer.Schema.Constraints.Any(constraint.SameSchema)))
        {
            return;
        }

        writer.CreateConstraint(constraint);
        context.Counters.ConstraintsAdded++;
    }

    public static void Drop(BoundDropConstraint command, QueryContext context)
    {
        string name = SchemaNames.Of(command.Name, context)!;
        if (command.IfExists && context.Writer.Schema.FindConstraint(name) is null)
        {
            return;
        }

        context.Writer.DropConstraint(name);
        context.Counters.ConstraintsRemoved++;
    }
}

/// <summary>The names of indexes and constraints.</summary>
internal static class SchemaNames
{
    public static string? Of(BoundName? name, QueryContext context)
    {
        if (name?.Parameter is not { } parameter)
        {
            return name?.Literal;
        }

        return context.Parameters.TryGetValue(parameter, out Value value) && value.Kind == ValueKind.String
            ? value.AsString()
            : throw new GraphException("Neo.ClientError.Statement.ParameterMissing", $"Expected parameter(s): {parameter}");
    }

    /// <summary>A type in Cypher's words: <c>LIST&lt;INTEGER NOT NULL&gt; | STRING</c>.</summary>
    public static string TypeText(TypeSyntax type) => string.Join(" | ", type.Alternatives.Select(alternative =>
    {
        string name = alternative switch
        {
            { IsNothing: true } => "NOTHING",
            { IsPropertyValue: true } => "PROPERTY VALUE",
            { Kind: ValueKind.List, Element: { } element } => $"LIST<{TypeText(element)}>",
            { Kind: { } kind } => TypeNames.Of(kind),
            _ => "ANY",
        };
        return alternative.Nullable ? name : name + " NOT NULL";
    }));

    /// <summary>The same name for the same schema, every time.</summary>
    public static string Make(string kind, IEnumerable<string> parts)
    {
        StringBuilder name = new(kind);
        foreach (string part in parts)
        {
            name.Append('_').Append(part.ToLowerInvariant());
        }

        return name.ToString();
    }
}
