using Chancery.Bolt.Framing;
using Chancery.Bolt.PackStream;
using Chancery.Graph;

namespace Chancery.Bolt.Messages;

/// <summary>Requests to bytes and back, for every version.</summary>
internal static class RequestCodec
{
    public static void Write(ref PackStreamWriter writer, Request request, BoltVersion version)
    {
        switch (request)
        {
            case HelloRequest hello:
                writer.WriteStructureHeader(MessageTag.Hello, 1);
                writer.WriteMap(hello.Extra);
                break;
            case LogonRequest logon:
                writer.WriteStructureHeader(MessageTag.Logon, 1);
                writer.WriteMap(logon.Auth);
                break;
            case LogoffRequest:
                writer.WriteStructureHeader(MessageTag.Logoff, 0);
                break;
            case TelemetryRequest telemetry:
                writer.WriteStructureHeader(MessageTag.Telemetry, 1);
                writer.WriteInteger(telemetry.Api);
                break;
            case GoodbyeRequest:
                writer.WriteStructureHeader(MessageTag.Goodbye, 0);
                break;
            case ResetRequest:
                writer.WriteStructureHeader(MessageTag.Reset, 0);
                break;
            case RunRequest run:
                writer.WriteStructureHeader(MessageTag.Run, 3);
                writer.WriteString(run.Query);
                writer.WriteMap(run.Parameters);
                writer.WriteMap(run.Extra);
                break;
            case PullRequest pull:
                WriteDemand(ref writer, MessageTag.Pull, pull.Count, pull.Statement);
                break;
            case DiscardRequest discard:
                WriteDemand(ref writer, MessageTag.Discard, discard.Count, discard.Statement);
                break;
            case BeginRequest begin:
                writer.WriteStructureHeader(MessageTag.Begin, 1);
                writer.WriteMap(begin.Extra);
                break;
            case CommitRequest:
                writer.WriteStructureHeader(MessageTag.Commit, 0);
                break;
            case RollbackRequest:
                writer.WriteStructureHeader(MessageTag.Rollback, 0);
                break;
            case RouteRequest route:
                WriteRoute(ref writer, route, version);
                break;
            default:
                throw new InvalidOperationException($"No form for {request.GetType().Name}.");
        }
    }

    /// <exception cref="ProtocolException">The bytes are no request of this version.</exception>
    /// <exception cref="UnusableValueException">A parameter holds what cannot be a value.</exception>
    public static Request Read(ReadOnlySpan<byte> message, BoltVersion version)
    {
        PackStreamReader reader = new(message);
        (byte tag, int fields) = reader.ReadStructureHeader();
        Request request = (tag, fields) switch
        {
            (MessageTag.Hello, 1) => new HelloRequest(reader.ReadMap()),
            (MessageTag.Logon, 1) when version.HasLogon => new LogonRequest(reader.ReadMap()),
            (MessageTag.Logoff, 0) when version.HasLogon => new LogoffRequest(),
            (MessageTag.Telemetry, 1) when version.HasTelemetry => new TelemetryRequest(reader.ReadInteger()),
            (MessageTag.Goodbye, 0) => new GoodbyeRequest(),
            (MessageTag.Reset, 0) => new ResetRequest(),
            (MessageTag.Run, 3) => new RunRequest(reader.ReadString(), reader.ReadMap(), reader.ReadMap()),
            (MessageTag.Pull, 1) => ReadDemand(reader.ReadMap(), static (count, statement) => new PullRequest(count, statement)),
            (MessageTag.Discard, 1) => ReadDemand(reader.ReadMap(), static (count, statement) => new DiscardRequest(count, statement)),
            (MessageTag.Begin, 1) => new BeginRequest(reader.ReadMap()),
            (MessageTag.Commit, 0) => new CommitRequest(),
            (MessageTag.Rollback, 0) => new RollbackRequest(),
            (MessageTag.Route, 3) => new RouteRequest(reader.ReadMap(), Texts(reader.ReadValue()), reader.ReadMap()),
            _ => throw new ProtocolException($"The message 0x{tag:X2} with {fields} fields is not known in Bolt {version}."),
        };
        return reader.AtEnd ? request : throw new ProtocolException($"{reader.Remaining} bytes follow the message 0x{tag:X2}.");
    }

    /// <summary>The strings of a list; none where the value is null.</summary>
    /// <exception cref="UnusableValueException">The value is no list of strings.</exception>
    public static IReadOnlyList<string> Texts(Value value) => value.Kind switch
    {
        ValueKind.Null => [],
        ValueKind.List when Array.TrueForAll(value.AsList(), item => item.Kind == ValueKind.String)
            => Array.ConvertAll(value.AsList(), item => item.AsString()),
        _ => throw new UnusableValueException("A list of strings was expected."),
    };

    private static void WriteDemand(ref PackStreamWriter writer, byte tag, long count, long statement)
    {
        writer.WriteStructureHeader(tag, 1);
        writer.WriteMapHeader(statement < 0 ? 1 : 2);
        writer.WriteString("n");
        writer.WriteInteger(count);
        if (statement >= 0)
        {
            writer.WriteString("qid");
            writer.WriteInteger(statement);
        }
    }

    private static Request ReadDemand(MapValue extra, Func<long, long, Request> create)
    {
        Value count = extra.GetOrNull("n");
        Value statement = extra.GetOrNull("qid");
        return count.Kind == ValueKind.Integer && count.AsInteger() is -1 or > 0 && statement.Kind is ValueKind.Null or ValueKind.Integer
            ? create(count.AsInteger(), statement.IsNull ? -1 : statement.AsInteger())
            : throw new UnusableValueException("PULL and DISCARD need n, a positive integer or -1, and may have the integer qid.");
    }

    private static void WriteRoute(ref PackStreamWriter writer, RouteRequest route, BoltVersion version)
    {
        writer.WriteStructureHeader(MessageTag.Route, 3);
        writer.WriteMap(route.Routing);
        writer.WriteListHeader(route.Bookmarks.Count);
        foreach (string bookmark in route.Bookmarks)
        {
            writer.WriteString(bookmark);
        }

        // 4.3 has the database's name where later versions have a map.
        if (version < BoltVersion.V44)
        {
            writer.WriteValue(route.Extra.GetOrNull("db"));
        }
        else
        {
            writer.WriteMap(route.Extra);
        }
    }
}
