using Chancery.Bolt.Framing;
using Chancery.Graph;

namespace Chancery.Bolt.Messages;

/// <summary>The metadata of FAILURE, both shapes: <c>{code, message}</c> to 5.6, and with a GQL status from 5.7.</summary>
internal sealed record BoltFailure(string Code, string Message)
{
    public const string GeneralStatus = "50N42";

    public string GqlStatus { get; init; } = GeneralStatus;

    public string Description { get; init; } = General(Message);

    public MapValue DiagnosticRecord { get; init; } = MapValue.Empty;

    public BoltFailure? Cause { get; init; }

    public static BoltFailure From(GraphException exception) => new(exception.Code, exception.Message)
    {
        GqlStatus = exception.GqlStatus,
        Description = exception.GqlStatus == GeneralStatus ? General(exception.Message) : exception.Message,
    };

    public MapValue ToMetadata(BoltVersion version) => version.HasGqlErrors
        ? MapValue.Of(
            ("neo4j_code", Code),
            ("message", Message),
            ("gql_status", GqlStatus),
            ("description", Description),
            ("diagnostic_record", Value.Map(Graph.GqlStatus.Complete(MapValue.Of(("_classification", Classification))))))
        : MapValue.Of(("code", Code), ("message", Message));

    public static BoltFailure FromMetadata(MapValue metadata)
    {
        BoltFailure failure = new(
            Text(metadata, "neo4j_code") ?? Text(metadata, "code") ?? ErrorCodes.Unknown,
            Text(metadata, "message") ?? "The server gave no message.");
        return failure with
        {
            GqlStatus = Text(metadata, "gql_status") ?? failure.GqlStatus,
            Description = Text(metadata, "description") ?? failure.Description,
            DiagnosticRecord = Graph.GqlStatus.Complete(
                metadata.GetOrNull("diagnostic_record") is { Kind: ValueKind.Map } record ? record.AsMap() : MapValue.Empty),
            Cause = metadata.GetOrNull("cause") is { Kind: ValueKind.Map } cause ? FromMetadata(cause.AsMap()) : null,
        };
    }

    private static string General(string message) => "error: general processing exception - unexpected error. " + message;

    private string Classification => Code switch
    {
        _ when Code.StartsWith("Neo.ClientError.", StringComparison.Ordinal) => "CLIENT_ERROR",
        _ when Code.StartsWith("Neo.TransientError.", StringComparison.Ordinal) => "TRANSIENT_ERROR",
        _ => "DATABASE_ERROR",
    };

    private static string? Text(MapValue map, string key) =>
        map.GetOrNull(key) is { Kind: ValueKind.String } value ? value.AsString() : null;
}
