using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Tagging;

/// <summary>What the tables know of each token of a text, looked up once and shared by tagger and rules.</summary>
internal sealed class TokenFacts
{
    public TokenFacts(Token[] tokens, bool capitals, Gazetteer gazetteer)
    {
        Capitals = capitals;
        Words = new WordKind[tokens.Length];
        Groups = new ushort[tokens.Length];
        Granularities = gazetteer.Groups;
        Names = new byte[tokens.Length];
        Matches = new GazetteerMatch?[tokens.Length];
        int covered = 0;
        for (int i = 0; i < tokens.Length; i++)
        {
            if (!tokens[i].Is(TokenShape.Word))
            {
                continue;
            }

            Words[i] = gazetteer.Words[tokens[i].Fold];
            Groups[i] = gazetteer.Groups[tokens[i].Fold];
            if (gazetteer.Match(tokens, i) is { } match && Plausible(tokens, i, match))
            {
                Matches[i] = match;
                if (i >= covered)
                {
                    Mark(i, match);
                    covered = i + match.Length;
                }
            }
        }
    }

    public bool Capitals { get; }

    public WordKind[] Words { get; }

    /// <summary>For each token its fine group.</summary>
    public ushort[] Groups { get; }

    /// <summary>Tells the wider groups of a fine one.</summary>
    public WordGroups Granularities { get; }

    /// <summary>For each token the kind of the name it is part of and whether it begins it; 0 for none.</summary>
    public byte[] Names { get; }

    /// <summary>The longest name that begins at each token.</summary>
    public GazetteerMatch?[] Matches { get; }

    /// <summary>Names stand with a capital; acronyms in capitals throughout.</summary>
    private static bool Plausible(Token[] tokens, int start, GazetteerMatch match)
    {
        Token first = tokens[start];
        if ((match.Kinds & EntryKind.Acronym) != 0)
        {
            return first.Is(TokenShape.AllCapitals) || first.Is(TokenShape.MixedCase) || first.Is(TokenShape.Dotted);
        }

        return first.Is(TokenShape.Capital) || (match.Length > 1 && tokens[start + match.Length - 1].Is(TokenShape.Capital));
    }

    private void Mark(int start, GazetteerMatch match)
    {
        byte code = Code(match.Kinds);
        for (int i = 0; i < match.Length; i++)
        {
            Names[start + i] = (byte)(code | (i == 0 ? 16 : 0) | (match.Length > 1 ? 32 : 0));
        }
    }

    private static byte Code(EntryKind kinds)
    {
        bool country = kinds.HasFlag(EntryKind.Country);
        bool city = kinds.HasFlag(EntryKind.City);
        return kinds switch
        {
            _ when country && city => 1,
            _ when country => 2,
            _ when kinds.HasFlag(EntryKind.Demonym) => 3,
            _ when kinds.HasFlag(EntryKind.Region) => 4,
            _ when city && kinds.HasFlag(EntryKind.Small) => 5,
            _ when city => 6,
            _ when kinds.HasFlag(EntryKind.Organization) => 7,
            _ when kinds.HasFlag(EntryKind.Office) => 8,
            _ when kinds.HasFlag(EntryKind.PositionWord) => 9,
            _ when kinds.HasFlag(EntryKind.PostWord) => 10,
            _ => 11,
        };
    }
}
