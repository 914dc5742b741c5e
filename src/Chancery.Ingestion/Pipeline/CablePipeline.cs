using Chancery.Graph;
using Chancery.Ingestion.Loading;
using Chancery.Ingestion.Settling;
using Chancery.Resolution;

namespace Chancery.Ingestion.Pipeline;

/// <summary>
/// Cables into the graph: read → parse → extract → resolve → load → settle. The graph is a function of the cables present, the curation and
/// the extractor: order, repetition and interruption leave no trace.
/// </summary>
public sealed class CablePipeline
{
    private readonly CableLoader _loader;
    private readonly GraphSettler _settler;
    private readonly Extractor _extractor;
    private readonly TimeProvider _clock;

    public CablePipeline(IGraphDatabase graph, Extractor extractor, Curation curation, TimeProvider clock)
    {
        _extractor = extractor;
        _clock = clock;
        _loader = new CableLoader(graph, extractor.Version, curation);
        _settler = new GraphSettler(graph, curation);
    }

    /// <summary>
    /// Runs a source through. Cancelling ends it after the batch in hand, settled; what was loaded stays and is skipped the next time.
    /// </summary>
    public async Task<IngestReport> RunAsync(
        CableSource source, IProgress<IngestProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        IngestRun run = new(source, _loader, _settler, _extractor, _clock, progress);
        await _settler.FollowCurationAsync(cancellationToken);
        await _settler.SettleAsync(cancellationToken);
        try
        {
            await run.LoadAsync(cancellationToken);
            await run.WithdrawAsync(cancellationToken);
            await run.ReconsiderAsync(cancellationToken);
        }
        finally
        {
            await _settler.SettleAsync(CancellationToken.None);
        }

        return run.Report();
    }

    /// <summary>Takes cables out, by id.</summary>
    public async Task WithdrawAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken = default)
    {
        await _loader.WithdrawAsync(ids, cancellationToken);
        await _settler.SettleAsync(CancellationToken.None);
    }
}
