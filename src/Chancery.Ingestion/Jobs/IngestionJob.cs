using Chancery.Graph;
using Chancery.Ingestion.Loading;

namespace Chancery.Ingestion.Jobs;

public enum JobState
{
    Running,
    Done,
    Cancelled,
    Failed,
}

/// <summary>What a job was asked to do; enough to do it again.</summary>
/// <param name="Paths">Files and folders.</param>
/// <param name="Mirror">True: cables that the graph holds from these paths and that are there no more are withdrawn.</param>
public sealed record JobRequest(IReadOnlyList<string> Paths, bool Mirror = false);

/// <summary>One ingestion as the graph records it.</summary>
public sealed record IngestionJob
{
    public required string Id { get; init; }

    public required JobRequest Request { get; init; }

    public required JobState State { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When the job last wrote down how far it is; a running one does so every few seconds.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public int? Total { get; init; }

    public int Done { get; init; }

    public int Loaded { get; init; }

    public int Unchanged { get; init; }

    public int Superseded { get; init; }

    public int Withdrawn { get; init; }

    /// <summary>Inputs that were set aside.</summary>
    public int Failed { get; init; }

    /// <summary>Why it failed, for people.</summary>
    public string? Message { get; init; }

    /// <summary>True where it is marked running but its process has long been silent: it died, and the job can be resumed.</summary>
    public bool IsInterrupted(DateTimeOffset now) => State == JobState.Running && now - UpdatedAt > TimeSpan.FromSeconds(15);

    internal MapValue ToMap()
    {
        MapValue.Builder map = new(16);
        return map.Set("paths", Statements.Texts(Request.Paths))
            .Set("mirror", Request.Mirror)
            .Set("state", State.ToString().ToLowerInvariant())
            .Set("startedAt", Moment(StartedAt))
            .Set("updatedAt", Moment(UpdatedAt))
            .Set("finishedAt", FinishedAt is { } finished ? Moment(finished) : Value.Null)
            .Set("total", Total is { } total ? Value.Integer(total) : Value.Null)
            .Set("done", (long)Done)
            .Set("loaded", (long)Loaded)
            .Set("unchanged", (long)Unchanged)
            .Set("superseded", (long)Superseded)
            .Set("withdrawn", (long)Withdrawn)
            .Set("failed", (long)Failed)
            .Set("message", Message)
            .Build();
    }

    internal static IngestionJob Of(MapValue map) => new()
    {
        Id = map["id"].AsString(),
        Request = new JobRequest([.. map["paths"].AsList().Select(path => path.AsString())], map["mirror"].AsBoolean()),
        State = Enum.Parse<JobState>(map["state"].AsString(), ignoreCase: true),
        StartedAt = Moment(map["startedAt"])!.Value,
        UpdatedAt = Moment(map["updatedAt"])!.Value,
        FinishedAt = Moment(map.GetOrNull("finishedAt")),
        Total = map.GetOrNull("total") is { IsNull: false } total ? (int)total.AsInteger() : null,
        Done = (int)map["done"].AsInteger(),
        Loaded = (int)map["loaded"].AsInteger(),
        Unchanged = (int)map["unchanged"].AsInteger(),
        Superseded = (int)map["superseded"].AsInteger(),
        Withdrawn = (int)map["withdrawn"].AsInteger(),
        Failed = (int)map["failed"].AsInteger(),
        Message = map.GetOrNull("message") is { IsNull: false } message ? message.AsString() : null,
    };

    private static Value Moment(DateTimeOffset moment) => GraphDates.Moment(moment.UtcDateTime);

    private static DateTimeOffset? Moment(Value value) =>
        value.IsNull ? null : DateTimeOffset.FromUnixTimeSeconds(value.AsLocalDateTime().EpochSecond);
}
