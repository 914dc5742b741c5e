using Chancery.Bolt.Messages;
using Chancery.Graph;

namespace Chancery.Bolt.Server;

/// <summary>Which hints a client wants to see, as HELLO, BEGIN and RUN say it.</summary>
internal sealed record NotificationFilter(string? MinimumSeverity, IReadOnlyList<string> Disabled)
{
    public static NotificationFilter None { get; } = new(null, []);

    /// <summary>What <paramref name="extra"/> does not say stays as in <paramref name="otherwise"/>.</summary>
    public static NotificationFilter Read(MapValue extra, NotificationFilter otherwise)
    {
        Value severity = extra.GetOrNull("notifications_minimum_severity");
        Value disabled = extra.GetOrNull("notifications_disabled_classifications");
        if (disabled.IsNull)
        {
            disabled = extra.GetOrNull("notifications_disabled_categories");
        }

        return severity.IsNull && disabled.IsNull
            ? otherwise
            : new NotificationFilter(
                severity.Kind == ValueKind.String ? severity.AsString() : otherwise.MinimumSeverity,
                disabled.IsNull ? otherwise.Disabled : RequestCodec.Texts(disabled));
    }

    public bool Allows(Notification notification) =>
        MinimumSeverity != "OFF"
        && (MinimumSeverity != "WARNING" || notification.Severity == "WARNING")
        && !Disabled.Contains(Classification(notification), StringComparer.OrdinalIgnoreCase);

    /// <summary>The class of a hint, by its code.</summary>
    public static string Classification(Notification notification) => notification.Code switch
    {
        var code when code.Contains("Deprecat", StringComparison.Ordinal) => "DEPRECATION",
        var code when code.Contains("CartesianProduct", StringComparison.Ordinal) || code.Contains("UnboundedVariable", StringComparison.Ordinal) => "PERFORMANCE",
        var code when code.Contains("Unknown", StringComparison.Ordinal) => "UNRECOGNIZED",
        var code when code.Contains("Hint", StringComparison.Ordinal) => "HINT",
        _ => "GENERIC",
    };
}
