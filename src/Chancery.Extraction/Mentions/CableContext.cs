using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Mentions;

/// <summary>What one cable tells of itself that its sentences take for granted: who writes, from where, which acronyms it has introduced.</summary>
internal sealed class CableContext
{
    public CableContext(Document document, Gazetteer gazetteer)
    {
        Document = document;
        Gazetteer = gazetteer;
        Origin = PostNames.Parse(document.Cable.Header.Origin?.Value, gazetteer, document.Year);
        Host = Origin?.Country is { Length: > 0 } country ? gazetteer.Country(country) : null;
    }

    public Document Document { get; }

    public Gazetteer Gazetteer { get; }

    /// <summary>The post that sent the cable; null where the Department or another agency did.</summary>
    public PostName? Origin { get; }

    /// <summary>The country that the post is in.</summary>
    public GazetteerEntry? Host { get; }

    /// <summary>Acronyms that the cable defines, by their letters, with the surface of the long name.</summary>
    public Dictionary<string, string> Acronyms { get; } = new(StringComparer.Ordinal);
}
