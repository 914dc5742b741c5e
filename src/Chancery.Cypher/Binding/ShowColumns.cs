using Chancery.Cypher.Syntax;

namespace Chancery.Cypher.Binding;

/// <summary>A column of a SHOW command; those that are not default appear where YIELD names them, or with <c>YIELD *</c>.</summary>
internal sealed record ShowColumn(string Name, StaticType Type, bool IsDefault);

/// <summary>The columns of each command, in Neo4j 5's order.</summary>
internal static class ShowColumns
{
    public static IReadOnlyList<ShowColumn> OfTerminate { get; } = Read("transactionId STRING, username STRING, message STRING");

    private static readonly Dictionary<ShowKind, IReadOnlyList<ShowColumn>> s_columns = new()
    {
        [ShowKind.Indexes] = Read(
            "id INTEGER, name STRING, state STRING, populationPercent FLOAT, type STRING, entityType STRING, labelsOrTypes LIST, properties LIST, "
            + "indexProvider STRING, owningConstraint STRING, lastRead DATETIME, readCount INTEGER, "
            + "*trackedSince DATETIME, *options MAP, *failureMessage STRING, *createStatement STRING"),
        [ShowKind.Constraints] = Read(
            "id INTEGER, name STRING, type STRING, entityType STRING, labelsOrTypes LIST, properties LIST, ownedIndex STRING, propertyType STRING, "
            + "*options MAP, *createStatement STRING"),
        [ShowKind.Procedures] = Read(
            "name STRING, description STRING, mode STRING, worksOnSystem BOOLEAN, "
            + "*signature STRING, *argumentDescription LIST, *returnDescription LIST, *admin BOOLEAN, *rolesExecution LIST, "
            + "*rolesBoostedExecution LIST, *isDeprecated BOOLEAN, *deprecatedBy STRING, *option MAP"),
        [ShowKind.Functions] = Read(
            "name STRING, category STRING, description STRING, "
            + "*signature STRING, *isBuiltIn BOOLEAN, *argumentDescription LIST, *returnDescription STRING, *aggregating BOOLEAN, "
            + "*rolesExecution LIST, *rolesBoostedExecution LIST, *isDeprecated BOOLEAN, *deprecatedBy STRING"),
        [ShowKind.Databases] = Read(
            "name STRING, type STRING, aliases LIST, access STRING, address STRING, role STRING, writer BOOLEAN, requestedStatus STRING, "
            + "currentStatus STRING, statusMessage STRING, default BOOLEAN, home BOOLEAN, constituents LIST, "
            + "*databaseID STRING, *serverID STRING, *requestedPrimariesCount INTEGER, *requestedSecondariesCount INTEGER, "
            + "*currentPrimariesCount INTEGER, *currentSecondariesCount INTEGER, *creationTime DATETIME, *lastStartTime DATETIME, "
            + "*lastStopTime DATETIME, *store STRING, *lastCommittedTxn INTEGER, *replicationLag INTEGER, *options MAP"),
        [ShowKind.Transactions] = Read(
            "database STRING, transactionId STRING, currentQueryId STRING, connectionId STRING, clientAddress STRING, username STRING, "
            + "currentQuery STRING, startTime STRING, status STRING, elapsedTime DURATION, "
            + "*outerTransactionId STRING, *metaData MAP, *parameters MAP, *planner STRING, *runtime STRING, *indexes LIST, *currentQueryStartTime STRING, "
            + "*protocol STRING, *requestUri STRING, *statusDetails STRING"),
        [ShowKind.Settings] = Read(
            "name STRING, value STRING, isDynamic BOOLEAN, defaultValue STRING, description STRING, "
            + "*startupValue STRING, *isExplicitlySet BOOLEAN, *validValues STRING, *isDeprecated BOOLEAN"),
        [ShowKind.Users] = Read("user STRING, roles LIST, passwordChangeRequired BOOLEAN, suspended BOOLEAN, home STRING"),
        [ShowKind.CurrentUser] = Read("user STRING, roles LIST, passwordChangeRequired BOOLEAN, suspended BOOLEAN, home STRING"),
    };

    public static IReadOnlyList<ShowColumn> Of(ShowKind kind) => s_columns[kind];

    private static ShowColumn[] Read(string text) =>
    [
        .. from field in text.Split(", ")
           let words = field.TrimStart('*').Split(' ')
           let type = new StaticType(Enum.Parse<TypeSet>(words[1], ignoreCase: true))
           select new ShowColumn(words[0], type, field[0] != '*'),
    ];
}
