using Chancery.Extraction;
using Chancery.Ingestion.Pipeline;

namespace Chancery;

/// <summary>The extractor as the pipeline's stage: one instance a thread, since it keeps buffers.</summary>
internal static class Extractors
{
    private static readonly ThreadLocal<CableExtractor> s_own = new(() => new CableExtractor());

    public static Extractor Cables { get; } = new(CableExtractor.Version, cable => s_own.Value!.Extract(cable));
}
