using Chancery.Cypher.Binding;
using Chancery.Cypher.Storage;
using Chancery.Cypher.Syntax;
using Chancery.Graph;

namespace Chancery.Cypher.Execution;

/// <summary>A word to the author about names that nothing in the graph has: most often they are misspelt.</summary>
internal static class UnknownNames
{
    public static IReadOnlyList<Notification> In(BoundStatement statement, GraphTokens tokens)
    {
        List<Notification>? found = null;
        foreach (NameUse use in statement.Reads)
        {
            TokenTable table = use.Kind switch
            {
                NameKind.Label => tokens.Labels,
                NameKind.RelationshipType => tokens.Types,
                _ => tokens.Keys,
            };
            if (table.Find(use.Name) < 0)
            {
                (found ??= []).Add(Describe(use, table));
            }
        }

        return found ?? (IReadOnlyList<Notification>)[];
    }

    private static Notification Describe(NameUse use, TokenTable table)
    {
        (string code, string what) = use.Kind switch
        {
            NameKind.Label => ("UnknownLabelWarning", "label"),
            NameKind.RelationshipType => ("UnknownRelationshipTypeWarning", "relationship type"),
            _ => ("UnknownPropertyKeyWarning", "property key"),
        };
        string suggestion = Spelling.Suggest(use.Name, Enumerable.Range(0, table.Count).Select(table.Name));
        return new Notification(
            $"Neo.ClientNotification.Statement.{code}",
            $"The provided {what} is not in the database.",
            $"The {what} `{use.Name}` is not in the database: make sure it is not misspelt and exists when the statement runs{suggestion}",
            "WARNING",
            use.Position);
    }
}
