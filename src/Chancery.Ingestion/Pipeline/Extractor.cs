using Chancery.Cables;
using Chancery.Extraction;

namespace Chancery.Ingestion.Pipeline;

/// <summary>The stage that reads a cable's content.</summary>
/// <param name="Version">Changes whenever the same cable may yield something else; cables of another version are extracted anew.</param>
public sealed record Extractor(string Version, Func<Cable, CableExtraction> Extract)
{
    /// <summary>A cable that trips the extractor is set aside like any other bad input; the rest of the night's job goes on.</summary>
    public (CableExtraction? Extraction, CableProblem? Problem) TryExtract(Cable cable)
    {
        try
        {
            return (Extract(cable), null);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return (null, new CableProblem(cable.Raw.Source, null, $"extraction failed: {error.Message}"));
        }
    }
}
