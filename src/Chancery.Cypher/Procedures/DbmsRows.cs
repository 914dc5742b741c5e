using Chancery.Cypher.Execution;
using Chancery.Graph;

namespace Chancery.Cypher.Procedures;

/// <summary>What the server tells about itself.</summary>
internal static class DbmsRows
{
    /// <summary>The version of Neo4j whose behaviour tools may expect.</summary>
    public const string Version = "5.26.0";

    // Tools read these to know how far they may go; each says what is so.
    private static readonly (string Name, string Value, string Description)[] _settings =
    [
        ("browser.allow_outgoing_connections", "false", "Whether a browser may ask servers elsewhere."),
        ("browser.post_connect_cmd", "", "What a browser runs when it has connected."),
        ("browser.remote_content_hostname_whitelist", "", "Hosts from which a browser may show content."),
        ("browser.retain_connection_credentials", "false", "Whether a browser keeps credentials."),
        ("dbms.security.auth_enabled", "false", "Whether the graph itself asks for credentials; the service around it may."),
        ("initial.dbms.default_database", "neo4j", "The database of sessions that name none."),
    ];

    public static IEnumerable<MapValue> Settings(QueryContext context) => _settings.Select(setting =>
    {
        string value = setting.Name == "initial.dbms.default_database" ? context.Transaction!.DatabaseName : setting.Value;
        return MapValue.Of(
            ("name", setting.Name),
            ("value", value),
            ("isDynamic", false),
            ("dynamic", false),
            ("defaultValue", setting.Value),
            ("description", setting.Description),
            ("startupValue", value),
            ("isExplicitlySet", false),
            ("isDeprecated", false));
    });

    public static MapValue CurrentUser(QueryContext context) => MapValue.Of(
        ("user", context.Transaction!.User),
        ("username", context.Transaction.User),
        ("roles", Value.Null),
        ("passwordChangeRequired", false),
        ("suspended", false),
        ("flags", Value.EmptyList),
        ("home", context.Transaction.DatabaseName));
}
