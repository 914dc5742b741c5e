using Chancery.Cypher.Binding;
using Chancery.Graph;

namespace Chancery.Cypher.Procedures;

/// <summary>What tools ask a server when they connect.</summary>
internal static class DbmsProcedures
{
    public static IEnumerable<Procedure> All(Func<ProcedureCatalogue> catalogue) =>
    [
        new(
            ProcedureSignature.Parse("db.ping() :: (success :: BOOLEAN)", ProcedureMode.Read, "True."),
            (_, _) => [[true]]),
        new(
            ProcedureSignature.Parse("db.info() :: (id :: STRING, name :: STRING, creationDate :: STRING)", ProcedureMode.Read, "Which graph this is."),
            (_, context) => [[context.View.Store.Id, context.Transaction!.DatabaseName, Value.Null]]),
        new(
            ProcedureSignature.Parse(
                "dbms.components() :: (name :: STRING, versions :: LIST<STRING>, edition :: STRING)",
                ProcedureMode.Dbms,
                "The kernel that tools expect, by the version whose behaviour this one has."),
            (_, _) => [["Neo4j Kernel", Value.List(DbmsRows.Version), "community"]]),
        new(
            ProcedureSignature.Parse("dbms.info() :: (id :: STRING, name :: STRING, creationDate :: STRING)", ProcedureMode.Dbms, "Which server this is."),
            (_, context) => [[context.View.Store.Id, "chancery", Value.Null]]),
        new(
            ProcedureSignature.Parse(
                "dbms.procedures() :: (name :: STRING, signature :: STRING, description :: STRING, mode :: STRING, worksOnSystem :: BOOLEAN)",
                ProcedureMode.Dbms,
                "All procedures; SHOW PROCEDURES tells more."),
            (_, _) => catalogue().All.OrderBy(procedure => procedure.Name, StringComparer.Ordinal).Select(procedure => new Value[]
            {
                procedure.Name, procedure.Text, procedure.Description, procedure.Mode.ToString().ToUpperInvariant(), false,
            })),
        new(
            ProcedureSignature.Parse(
                "dbms.functions() :: (name :: STRING, signature :: STRING, category :: STRING, description :: STRING, aggregating :: BOOLEAN)",
                ProcedureMode.Dbms,
                "All functions; SHOW FUNCTIONS tells more."),
            (_, _) => FunctionCatalogue.All.OrderBy(function => function.Name, StringComparer.Ordinal).Select(function => new Value[]
            {
                function.Name, function.Text, function.Category, function.Description, function.IsAggregate,
            })),
        new(
            ProcedureSignature.Parse(
                "dbms.showCurrentUser() :: (username :: STRING, roles :: LIST<STRING>, flags :: LIST<STRING>)", ProcedureMode.Dbms, "Who asks."),
            (_, context) =>
            {
                MapValue user = DbmsRows.CurrentUser(context);
                return [[user["username"], user["roles"], user["flags"]]];
            }),
        new(
            ProcedureSignature.Parse(
                "dbms.clientConfig() :: (name :: STRING, description :: STRING, value :: STRING, dynamic :: BOOLEAN)",
                ProcedureMode.Dbms,
                "Settings that concern clients."),
            (_, context) => DbmsRows.Settings(context).Select(row => new[] { row["name"], row["description"], row["value"], row["dynamic"] })),
        new(
            ProcedureSignature.Parse(
                "dbms.listConfig(searchString = '' :: STRING) :: (name :: STRING, description :: STRING, value :: STRING, dynamic :: BOOLEAN, "
                + "defaultValue :: STRING, startupValue :: STRING, explicitlySet :: BOOLEAN, validValues :: STRING)",
                ProcedureMode.Dbms,
                "Settings whose name holds a text."),
            (arguments, context) => DbmsRows.Settings(context)
                .Where(row => row["name"].AsString().Contains(arguments[0].AsString(), StringComparison.OrdinalIgnoreCase))
                .Select(row => new[]
                {
                    row["name"], row["description"], row["value"], row["dynamic"], row["defaultValue"], row["startupValue"], false, Value.Null,
                })),
        new(
            ProcedureSignature.Parse(
                "dbms.queryJmx(query :: STRING) :: (name :: STRING, description :: STRING, attributes :: MAP)",
                ProcedureMode.Dbms,
                "No management beans here: no rows."),
            (_, _) => []),
    ];
}
