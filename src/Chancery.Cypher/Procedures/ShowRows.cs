using Chancery.Cypher.Binding;
using Chancery.Cypher.Execution;
using Chancery.Cypher.Syntax;
using Chancery.Graph;
using NodaTime;

namespace Chancery.Cypher.Procedures;

/// <summary>What the SHOW commands list, each row as a map from column to value; a column that is not in it is null.</summary>
internal static class ShowRows
{
    public static IEnumerable<MapValue> Of(BoundShow command, Value[] names, QueryContext context, ProcedureCatalogue procedures) => command.Kind switch
    {
        ShowKind.Indexes => SchemaRows.Indexes(context.View).Where(row => IsOfType(row, command.Filter)),
        ShowKind.Constraints => SchemaRows.Constraints(context.View).Where(row => IsOfType(row, command.Filter)),
        ShowKind.Procedures => procedures.All.OrderBy(procedure => procedure.Name, StringComparer.Ordinal).Select(Describe),
        ShowKind.Functions => FunctionCatalogue.All.OrderBy(function => function.Name, StringComparer.Ordinal)
            .Where(_ => command.Filter is not ("USER DEFINED")).Select(Describe),
        ShowKind.Databases => Databases(context, names),
        ShowKind.Transactions => context.Transaction!.Registry.All.Where(transaction => Names(names, transaction.Id)).Select(Describe),
        ShowKind.Settings => DbmsRows.Settings(context).Where(row => Names(names, row["name"].AsString())),
        ShowKind.Users or ShowKind.CurrentUser => [DbmsRows.CurrentUser(context)],
        _ => throw new InvalidOperationException($"SHOW {command.Kind} lists nothing."),
    };

    public static Value[] Arguments(IReadOnlyList<SignatureField> fields) =>
    [
        .. fields.Select(field => (Value)MapValue.Of(
            ("name", field.Name),
            ("type", field.Type.ToString()),
            ("description", $"{field.Name} :: {field.Type}"),
            ("isDeprecated", false),
            ("default", field.Default))),
    ];

    private static bool Names(Value[] names, string name)
    {
        Value[] wanted = [.. names.SelectMany(value => value.Kind == ValueKind.List ? value.AsList() : [value])];
        return wanted.Length == 0 || wanted.Contains(Value.String(name));
    }

    // RANGE, TEXT, FULLTEXT; NODE UNIQUE, UNIQUENESS, RELATIONSHIP KEY, PROPERTY EXISTENCE, …
    private static bool IsOfType(MapValue row, string filter)
    {
        string type = row["type"].AsString();
        string entity = row["entityType"].AsString();
        return filter.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => word switch
        {
            "ALL" or "BUILT" or "IN" or "PROPERTY" => true,
            "NODE" => entity == "NODE",
            "REL" or "RELATIONSHIP" => entity == "RELATIONSHIP",
            "UNIQUE" => type.Contains("UNIQUENESS", StringComparison.Ordinal),
            "EXIST" or "EXISTS" => type.Contains("EXISTENCE", StringComparison.Ordinal),
            _ => type.Contains(word, StringComparison.Ordinal),
        });
    }

    private static MapValue Describe(ProcedureSignature procedure) => MapValue.Of(
        ("name", procedure.Name),
        ("description", procedure.Description),
        ("mode", procedure.Mode.ToString().ToUpperInvariant()),
        ("worksOnSystem", false),
        ("signature", procedure.Text),
        ("argumentDescription", Arguments(procedure.Inputs)),
        ("returnDescription", Arguments(procedure.Outputs)),
        ("admin", false),
        ("isDeprecated", false),
        ("option", MapValue.Of(("deprecated", false))));

    private static MapValue Describe(FunctionSignature function) => MapValue.Of(
        ("name", function.Name),
        ("category", function.Category),
        ("description", function.Description),
        ("signature", function.Text),
        ("isBuiltIn", true),
        ("argumentDescription", Arguments(function.Parameters)),
        ("returnDescription", function.Result.ToString()),
        ("aggregating", function.IsAggregate),
        ("isDeprecated", false));

    private static MapValue Describe(RunningTransaction transaction) => MapValue.Of(
        ("database", transaction.DatabaseName),
        ("transactionId", transaction.Id),
        ("currentQueryId", $"query-{transaction.Number}"),
        ("username", transaction.User),
        ("currentQuery", transaction.Query ?? ""),
        ("startTime", transaction.Begun.ToString()),
        ("status", transaction.IsTerminated ? "Terminated" : "Running"),
        ("elapsedTime", Value.Duration(new DurationValue(
            0, 0, transaction.Elapsed.Ticks / TimeSpan.TicksPerSecond, (int)(transaction.Elapsed.Ticks % TimeSpan.TicksPerSecond) * 100))),
        ("metaData", transaction.Metadata));

    private static IEnumerable<MapValue> Databases(QueryContext context, Value[] names)
    {
        string name = context.Transaction!.DatabaseName;
        if (!Names(names, name))
        {
            yield break;
        }

        yield return MapValue.Of(
            ("name", name),
            ("type", "standard"),
            ("aliases", Value.EmptyList),
            ("access", "read-write"),
            ("address", "localhost:7687"),
            ("role", "primary"),
            ("writer", true),
            ("requestedStatus", "online"),
            ("currentStatus", "online"),
            ("statusMessage", ""),
            ("default", true),
            ("home", true),
            ("constituents", Value.EmptyList),
            ("databaseID", context.View.Store.Id),
            ("currentPrimariesCount", 1),
            ("currentSecondariesCount", 0),
            ("store", "chancery-1"),
            ("lastCommittedTxn", context.View.CommitNumber),
            ("replicationLag", 0),
            ("options", MapValue.Empty));
    }
}
