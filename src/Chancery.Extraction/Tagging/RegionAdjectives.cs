using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Tagging;

/// <summary>Adjectives of places and names of peoples, which some sets annotate as places: "German", "Europeans", "North American".</summary>
internal static class RegionAdjectives
{
    /// <summary>Of continents, regions and states of old: those of countries are in the tables.</summary>
    private static readonly WordList s_regions = new(
        "European Europeans African Africans Asian Asians American Americans Eurasian Arab Arabs Arabian Latin Caribbean Andean Amazonian Mediterranean Balkan Baltic Scandinavian "
            + "Scandinavians Nordic Slavic Oceanian Polynesian Melanesian Western Eastern Northern Southern Flemish Walloon Welsh Scottish Scots Catalan Basque Breton Corsican Sicilian "
            + "Sardinian Bavarian Prussian Saxon Austro-Hungarian Ottoman Roman Byzantine Persian Mesopotamian Kurdish Kurds Tibetan Chechen Crimean Siberian Bengali Punjabi Kashmiri Tamil "
            + "Californian Texan Hawaiian");

    private static readonly WordList s_parts = new(
        "North South East West Central Northern Southern Eastern Western Southeast Northeast Southwest Northwest Middle Far Near Latin Native Sub-Saharan Trans Pan and -");

    public static bool Is(Token[] tokens, TokenFacts facts, TokenRange range)
    {
        int last = range.End - 1;
        return new TokenRange(range.Start, last).All(token => s_parts.Contains(tokens[token]))
            && (s_regions.Contains(tokens[last])
                || (facts.Matches[last] is { Length: 1 } match && match.Kinds.HasFlag(EntryKind.Demonym) && (match.Kinds & (EntryKind.Country | EntryKind.Region)) == 0));
    }
}
