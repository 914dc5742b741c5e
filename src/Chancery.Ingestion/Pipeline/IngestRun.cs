using System.Threading.Channels;
using Chancery.Cables;
using Chancery.Extraction;
using Chancery.Ingestion.Loading;
using Chancery.Ingestion.Settling;
using Chancery.Resolution;

namespace Chancery.Ingestion.Pipeline;

/// <summary>One pass of a source through the stages: batches are parsed and extracted on all cores while the one before is loaded.</summary>
internal sealed class IngestRun(
    CableSource source, CableLoader loader, GraphSettler settler, Extractor extractor, TimeProvider clock, IProgress<IngestProgress>? progress)
{
    private const int BatchSize = 64;

    // Readers see a long run grow: it is settled after so many cables, then at each doubling.
    private const int FirstSettlement = 1_024;

    private readonly long _started = clock.GetTimestamp();
    private readonly Selection _selection = new();
    private readonly List<CableProblem> _problems = [];
    private int _read;
    private int _loaded;
    private int _withdrawn;
    private int _nextSettlement = FirstSettlement;

    public Task LoadAsync(CancellationToken cancellationToken) => PassAsync(_ => true, counted: true, cancellationToken);

    /// <summary>Takes out the cables that the graph holds from this source and that are there no more.</summary>
    public async Task WithdrawAsync(CancellationToken cancellationToken)
    {
        List<string> gone = [];
        foreach (string prefix in source.Mirrored)
        {
            // What could not be read this time may still be there: a whole file, or one record of it.
            gone.AddRange((await loader.ReadSourcesAsync(prefix, cancellationToken))
                .Where(held => !_selection.Met(held.Id, held.Source)
                    && !_problems.Any(problem => held.Source.StartsWith(problem.Source, StringComparison.Ordinal)))
                .Select(held => held.Id));
        }

        foreach (string[] batch in gone.Distinct().Chunk(BatchSize))
        {
            await loader.WithdrawAsync(batch, cancellationToken);
            _withdrawn += batch.Length;
            foreach (string id in batch)
            {
                _selection.Withdraw(id);
            }
        }
    }

    /// <summary>
    /// Reads the source again for cables whose best version went or became worse: another version, refused at first, may be the best now.
    /// </summary>
    public async Task ReconsiderAsync(CancellationToken cancellationToken)
    {
        if (_selection.Reopened.Count > 0)
        {
            HashSet<string> reopened = [.. _selection.Reopened];
            await PassAsync(reopened.Contains, counted: false, cancellationToken);
        }
    }

    public IngestReport Report() => new(
        _read, _loaded, _selection.Unchanged, _selection.Superseded, _withdrawn, _problems, clock.GetElapsedTime(_started));

    private async Task PassAsync(Func<string, bool> concerns, bool counted, CancellationToken cancellationToken)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Channel<Batch> batches = Channel.CreateBounded<Batch>(1);
        Task preparing = Task.Run(() => PrepareAsync(concerns, counted, batches.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (Batch batch in batches.Reader.ReadAllAsync(cancellationToken))
            {
                await LoadAsync(batch, counted, cancellationToken);
            }
        }
        finally
        {
            await stop.CancelAsync();
            await preparing;
        }
    }

    private async Task LoadAsync(Batch batch, bool counted, CancellationToken cancellationToken)
    {
        if (batch.Cables.Count > 0)
        {
            await loader.LoadAsync(batch.Cables, cancellationToken);
        }

        _loaded += batch.Cables.Count;
        if (counted)
        {
            _problems.AddRange(batch.Problems);
            _read += batch.Read;
            progress?.Report(new IngestProgress(
                _read, _loaded, batch.Unchanged, _problems.Count, source.Total, clock.GetElapsedTime(_started)));
        }

        if (_loaded >= _nextSettlement)
        {
            await settler.SettleAsync(cancellationToken);
            _nextSettlement = _loaded * 2;
        }
    }

    /// <summary>Fills the channel, and closes it with the error that stopped it.</summary>
    private async Task PrepareAsync(Func<string, bool> concerns, bool counted, ChannelWriter<Batch> batches, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (CableInput[] inputs in source.Inputs.Chunk(BatchSize).WithCancellation(cancellationToken))
            {
                await batches.WriteAsync(await PrepareAsync(inputs, concerns, cancellationToken), cancellationToken);
            }

            batches.Complete();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            batches.Complete();
        }
        catch (Exception error)
        {
            batches.Complete(error);
        }
    }

    private async Task<Batch> PrepareAsync(CableInput[] inputs, Func<string, bool> concerns, CancellationToken cancellationToken)
    {
        List<CableProblem> problems = [.. inputs.Select(input => input.Problem).OfType<CableProblem>()];
        Cable[] parsed = [.. OnAllCores(inputs.Select(input => input.Cable).OfType<RawCable>(), CableParser.Parse, cancellationToken).Where(cable => concerns(cable.Id))];
        string[] unknown = _selection.Unknown(parsed);
        _selection.Learn(unknown, unknown.Length == 0 ? [] : await loader.ReadAsync(unknown, cancellationToken));

        // The last version taken of a cable is the best one of the batch.
        Dictionary<string, Cable> taken = new(StringComparer.Ordinal);
        foreach (Cable cable in parsed)
        {
            if (_selection.Takes(HeldCable.Of(cable, extractor.Version)))
            {
                taken[cable.Id] = cable;
            }
        }

        List<ResolvedCable> resolved = [];
        foreach ((ResolvedCable? cable, CableProblem? problem) in OnAllCores(taken.Values, Extract, cancellationToken))
        {
            if (cable is not null)
            {
                resolved.Add(cable);
            }

            if (problem is not null)
            {
                problems.Add(problem);
            }
        }

        return new Batch(inputs.Length, _selection.Unchanged, resolved, problems);
    }

    private (ResolvedCable? Cable, CableProblem? Problem) Extract(Cable cable)
    {
        (CableExtraction? extraction, CableProblem? problem) = extractor.TryExtract(cable);
        return (extraction is null ? null : CableResolver.Resolve(extraction), problem);
    }

    private static TOut[] OnAllCores<TIn, TOut>(IEnumerable<TIn> items, Func<TIn, TOut> work, CancellationToken cancellationToken) =>
        [.. items.AsParallel().AsOrdered().WithCancellation(cancellationToken).WithDegreeOfParallelism(Environment.ProcessorCount).Select(work)];

    private sealed record Batch(int Read, int Unchanged, IReadOnlyList<ResolvedCable> Cables, IReadOnlyList<CableProblem> Problems);
}
