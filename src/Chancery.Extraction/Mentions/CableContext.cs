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
        Own = Origin ?? OnlyAddressee(document, gazetteer);
        Host = Own?.Country is { Length: > 0 } country ? gazetteer.Country(country) : null;
    }

    public Document Document { get; }

    public Gazetteer Gazetteer { get; }

    /// <summary>The post that sent the cable; null where the Department or another agency did.</summary>
    public PostName? Origin { get; }

    /// <summary>The mission that "the Embassy" means: the sender, or the one post that a cable from the Department goes to.</summary>
    public PostName? Own { get; }

    /// <summary>The country that the post is in.</summary>
    public GazetteerEntry? Host { get; }

    /// <summary>Acronyms that the cable defines, by their letters, with the surface of the long name.</summary>
    public Dictionary<string, string> Acronyms { get; } = new(StringComparer.Ordinal);

    /// <summary>Acronyms that the cable defines for an office that somebody holds.</summary>
    public Dictionary<string, string> Titles { get; } = new(StringComparer.Ordinal);

    private static PostName? OnlyAddressee(Document document, Gazetteer gazetteer)
    {
        PostName[] posts = [.. document.Cable.Header.Addressees.Where(addressee => addressee.Via == "TO" && addressee.Post is not null)
            .Select(addressee => PostNames.Parse(addressee.Post!.Value, gazetteer, document.Year)).OfType<PostName>()];
        return posts.Length == 1 ? posts[0] : null;
    }
}
