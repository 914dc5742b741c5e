using Chancery.Bolt.Framing;
using Chancery.Graph;

namespace Chancery.Bolt.Client;

/// <summary>What a session asks of all its transactions.</summary>
internal sealed record SessionSettings
{
    public AccessMode Mode { get; init; }

    public string? Database { get; init; }

    /// <summary>The user in whose name to work; the server has to allow it.</summary>
    public string? Impersonate { get; init; }

    public IReadOnlyList<string> Bookmarks { get; init; } = [];

    /// <summary>Shares bookmarks with other sessions; null: the session's own alone.</summary>
    public BookmarkStore? Store { get; init; }

    public int? FetchSize { get; init; }

    /// <summary>Other credentials than the client's.</summary>
    public BoltAuth? Auth { get; init; }

    /// <summary>Log on anew even where the connection has these credentials: they are to be tried.</summary>
    public bool MustLogOn { get; init; }

    public BoltNotifications? Notifications { get; init; }

    /// <summary>The extra map of BEGIN and RUN.</summary>
    public MapValue Extra(TransactionSettings transaction, IReadOnlyList<string> bookmarks, BoltVersion version)
    {
        MapValue.Builder extra = new(8);
        if (bookmarks.Count > 0)
        {
            extra.Set("bookmarks", Value.List([.. bookmarks.Select(Value.String)]));
        }

        if (transaction.Timeout is { } timeout)
        {
            // A fraction of a millisecond is not no time at all.
            extra.Set("tx_timeout", (long)Math.Ceiling(timeout.TotalMilliseconds));
        }

        if (transaction.Metadata is { Count: > 0 } metadata)
        {
            extra.Set("tx_metadata", metadata);
        }

        if ((transaction.Mode ?? Mode) == AccessMode.Read)
        {
            extra.Set("mode", "r");
        }

        if (Database is { } database)
        {
            extra.Set("db", database);
        }

        CheckImpersonation(version);
        if (Impersonate is { } user)
        {
            extra.Set("imp_user", user);
        }

        AddNotifications(extra, Notifications, version);
        return extra.Build();
    }

    /// <exception cref="GraphException">A user is to be impersonated, and the server is too old for that.</exception>
    public void CheckImpersonation(BoltVersion version)
    {
        if (Impersonate is not null && !version.HasImpersonation)
        {
            throw new GraphException(ClientErrors.Unsupported, $"Impersonation needs Bolt 4.4 or later; the server speaks {version}.");
        }
    }

    public static void AddNotifications(MapValue.Builder extra, BoltNotifications? wanted, BoltVersion version)
    {
        if (wanted is null)
        {
            return;
        }

        if (!version.HasNotificationFilters)
        {
            throw new GraphException(ClientErrors.Unsupported, $"Choosing notifications needs Bolt 5.2 or later; the server speaks {version}.");
        }

        if (wanted.MinimumSeverity is { } severity)
        {
            extra.Set("notifications_minimum_severity", severity);
        }

        if (wanted.Disabled is { } disabled)
        {
            extra.Set(
                version.HasStatuses ? "notifications_disabled_classifications" : "notifications_disabled_categories",
                Value.List([.. disabled.Select(Value.String)]));
        }
    }
}

/// <summary>What one transaction asks for.</summary>
/// <param name="Mode">Null: the session's.</param>
internal sealed record TransactionSettings(TimeSpan? Timeout = null, MapValue? Metadata = null, AccessMode? Mode = null);
