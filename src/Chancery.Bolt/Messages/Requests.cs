using Chancery.Graph;

namespace Chancery.Bolt.Messages;

/// <summary>What a client may send. The tags are in <see cref="MessageTag"/>; <see cref="RequestCodec"/> writes and reads them.</summary>
internal abstract record Request;

/// <summary>Opens a session; before 5.1 it carries the credentials too.</summary>
internal sealed record HelloRequest(MapValue Extra) : Request;

internal sealed record LogonRequest(MapValue Auth) : Request;

internal sealed record LogoffRequest : Request;

/// <summary>Which of a driver's ways to run was used: 0 managed transaction, 1 explicit, 2 auto-commit, 3 the driver's own call.</summary>
internal sealed record TelemetryRequest(long Api) : Request;

internal sealed record GoodbyeRequest : Request;

internal sealed record ResetRequest : Request;

internal sealed record RunRequest(string Query, MapValue Parameters, MapValue Extra) : Request;

/// <summary>Asks for <paramref name="Count"/> records (-1: all) of the statement <paramref name="Statement"/> (-1: the last).</summary>
internal sealed record PullRequest(long Count, long Statement = -1) : Request;

/// <summary>Drops <paramref name="Count"/> records (-1: all) of the statement <paramref name="Statement"/> (-1: the last).</summary>
internal sealed record DiscardRequest(long Count, long Statement = -1) : Request;

internal sealed record BeginRequest(MapValue Extra) : Request;

internal sealed record CommitRequest : Request;

internal sealed record RollbackRequest : Request;

internal sealed record RouteRequest(MapValue Routing, IReadOnlyList<string> Bookmarks, MapValue Extra) : Request;

internal static class MessageTag
{
    public const byte Hello = 0x01;
    public const byte Goodbye = 0x02;
    public const byte Reset = 0x0F;
    public const byte Run = 0x10;
    public const byte Begin = 0x11;
    public const byte Commit = 0x12;
    public const byte Rollback = 0x13;
    public const byte Discard = 0x2F;
    public const byte Pull = 0x3F;
    public const byte Telemetry = 0x54;
    public const byte Route = 0x66;
    public const byte Logon = 0x6A;
    public const byte Logoff = 0x6B;
    public const byte Success = 0x70;
    public const byte Record = 0x71;
    public const byte Ignored = 0x7E;
    public const byte Failure = 0x7F;
}
