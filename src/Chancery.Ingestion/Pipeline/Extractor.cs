using Chancery.Cables;
using Chancery.Extraction;

namespace Chancery.Ingestion.Pipeline;

/// <summary>The stage that reads a cable's content.</summary>
/// <param name="Version">Changes whenever the same cable may yield something else; cables of another version are extracted anew.</param>
public sealed record Extractor(string Version, Func<Cable, CableExtraction> Extract);
