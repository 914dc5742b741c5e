using Chancery.Cables;

namespace Chancery.Ingestion.Pipeline;

/// <summary>How far a run is.</summary>
/// <param name="Done">Inputs dealt with, in whatever way.</param>
/// <param name="Failed">Those of them that were set aside.</param>
/// <param name="Total">All inputs, where that is known.</param>
public sealed record IngestProgress(int Done, int Loaded, int Unchanged, int Failed, int? Total, TimeSpan Elapsed)
{
    /// <summary>Inputs per second since the start.</summary>
    public double Rate => Elapsed > TimeSpan.Zero ? Done / Elapsed.TotalSeconds : 0;

    public TimeSpan? Remaining => Total is { } total && Done > 0 ? Elapsed * ((double)Math.Max(0, total - Done) / Done) : null;
}

/// <summary>What a run did.</summary>
/// <param name="Loaded">Cables written: new ones and changed ones.</param>
/// <param name="Unchanged">Cables that the graph held already, from this text and this extractor.</param>
/// <param name="Superseded">Versions of cables of which another source offers a better one.</param>
/// <param name="Problems">Inputs that were set aside, in the order of reading.</param>
public sealed record IngestReport(
    int Read, int Loaded, int Unchanged, int Superseded, int Withdrawn, IReadOnlyList<CableProblem> Problems, TimeSpan Elapsed);
