using Microsoft.Extensions.Logging;

namespace Chancery.Bolt.Server;

/// <summary>Every log line of the Bolt server; no credentials and no statement text are logged.</summary>
internal static partial class BoltLog
{
    [LoggerMessage(7001, LogLevel.Debug, "{Connection} from {Peer}: Bolt {Version}, agent {Agent}")]
    public static partial void Hello(this ILogger log, string connection, string peer, string version, string agent);

    [LoggerMessage(7002, LogLevel.Information, "{Connection} from {Peer}: closed, since {Reason}")]
    public static partial void Disconnected(this ILogger log, string connection, string peer, string reason);

    [LoggerMessage(7003, LogLevel.Warning, "{Connection} from {Peer}: closed, since the peer broke the protocol: {Reason}")]
    public static partial void BrokenProtocol(this ILogger log, string connection, string peer, string reason);

    [LoggerMessage(7004, LogLevel.Warning, "{Connection} from {Peer}: closed, since no version of the protocol is common")]
    public static partial void NoCommonVersion(this ILogger log, string connection, string peer);

    [LoggerMessage(7005, LogLevel.Warning, "{Connection} from {Peer}: closed, since {Limit} connections are open")]
    public static partial void TooManyConnections(this ILogger log, string connection, string peer, int limit);

    [LoggerMessage(7006, LogLevel.Warning, "{Connection} from {Peer}: refused, since only this machine may connect while no credentials are set")]
    public static partial void RefusedRemote(this ILogger log, string connection, string peer);

    [LoggerMessage(7007, LogLevel.Warning, "{Connection} from {Peer}: log-on of '{User}' failed ({Code})")]
    public static partial void LogonFailed(this ILogger log, string connection, string peer, string user, string code);

    [LoggerMessage(7008, LogLevel.Error, "{Connection} from {Peer}: the session failed")]
    public static partial void SessionFailed(this ILogger log, Exception exception, string connection, string peer);

    [LoggerMessage(7009, LogLevel.Error, "{Connection} from {Peer}: a statement failed unexpectedly")]
    public static partial void StatementFailed(this ILogger log, Exception exception, string connection, string peer);

    [LoggerMessage(7010, LogLevel.Warning, "{Connection} from {Peer}: refused, since it is no WebSocket, or comes from a page of another origin")]
    public static partial void RefusedWebSocket(this ILogger log, string connection, string peer);

    [LoggerMessage(7011, LogLevel.Warning, "{Connection} from {Peer}: closed, since it did not come to TLS (plain Bolt, or a certificate that the peer does not accept)")]
    public static partial void RefusedTls(this ILogger log, string connection, string peer);
}
