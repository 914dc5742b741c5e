using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Mentions;

/// <summary>Places by their form: "Andorrian Far East", "Upper Danube Region", "Val d'Or", "Riverside metro station", "3rd arrondissement".</summary>
internal static class PlaceForms
{
    private static readonly WordList s_directions = new("EAST WEST NORTH SOUTH");
    private static readonly WordList s_regions = new("REGION PENINSULA TERRITORY TERRITORIES OBLAST KRAI KRAY OKRUG ARCHIPELAGO GOVERNORATE CORRIDOR BASIN DELTA PLATEAU");
    private static readonly WordList s_lines = new("metro subway train railway rail RER bus underground");
    private static readonly WordList s_valleys = new("VAL VALLE COTE CÔTE ILE ÎLE BOIS PAYS PLACE GARE FORT MONT");
    private static readonly WordList s_stop = new("the a an this that in on of at to from for by with and or but");

    public static void Find(Scan scan)
    {
        if (scan.Capitals)
        {
            return;
        }

        for (int i = 0; i < scan.Count; i++)
        {
            FarEast(scan, i);
            NewIsland(scan, i);
            Region(scan, i);
            Station(scan, i);
            Elided(scan, i);
            Water(scan, i);
            Airport(scan, i);
            Palace(scan, i);
            Several(scan, i);
            Quarter(scan, i);
            if (scan.Is(i, "arrondissement") && scan.Has(i - 1, TokenShape.Number))
            {
                scan.Add(new TokenRange(i - 1, i + 1), EntityType.Place, 0.85, "a numbered arrondissement", 66);
            }
        }
    }

    /// <summary>A nation's far side.</summary>
    private static void FarEast(Scan scan, int far)
    {
        bool side = scan.Is(far, "far") && scan.In(s_directions, far + 1) && scan.Has(far, TokenShape.Capital)
            && scan.Has(far + 1, TokenShape.Capital);
        if (side && far > 0 && scan.Facts.Matches[far - 1] is { Length: 1 } nation && nation.Kinds.HasFlag(EntryKind.Demonym))
        {
            scan.Add(new TokenRange(far - 1, far + 2), EntityType.Place, 0.9, "a nation's far side", 68);
        }
    }

    /// <summary>Not the state of the old name: "New Guinea", "West New Guinea".</summary>
    private static void NewIsland(Scan scan, int i)
    {
        if (scan.Is(i, "new") && scan.Has(i, TokenShape.Capital) && scan.Is(i + 1, "guinea", "britain", "ireland", "georgia") && !scan.Is(i - 1, "papua"))
        {
            bool side = scan.Has(i - 1, TokenShape.Capital) && (scan.In(s_directions, i - 1) || scan.Is(i - 1, "western", "eastern"));
            scan.Add(new TokenRange(side ? i - 1 : i, i + 2), EntityType.Place, 0.9, "an island called new", 68);
        }
    }

    /// <summary>Capitalised words before a capitalised noun of regions.</summary>
    private static void Region(Scan scan, int noun)
    {
        if (!scan.In(s_regions, noun) || !scan.Has(noun, TokenShape.Capital)
            || scan.Has(noun + 1, TokenShape.Capital) && scan.In(BodyRule.Heads, noun + 1))
        {
            return;
        }

        int start = noun;
        TokenRange sentence = scan.Segment.SentenceOf(noun);
        while (start > sentence.Start && noun - start < 4 && scan.Has(start - 1, TokenShape.Word) && scan.Has(start - 1, TokenShape.Capital)
            && !scan.In(s_stop, start - 1)
            && !(start - 1 == sentence.Start && NotNames.IsWord(scan, start - 1)))
        {
            start--;
        }

        if (start < noun && !new TokenRange(start, noun).Any(token => scan.In(PositionWords.Heads, token) || scan.In(BodyRule.Heads, token)))
        {
            scan.Add(new TokenRange(start, noun + 1), EntityType.Place, 0.85, $"a name that ends in \"{scan.Text(noun)}\"", 57);
        }
    }

    /// <summary>"Riverside metro station": what the trains stop at.</summary>
    private static void Station(Scan scan, int noun)
    {
        if (!scan.Is(noun, "station") || !scan.In(s_lines, noun - 1))
        {
            return;
        }

        int start = noun - 1;
        while (scan.In(s_lines, start - 1) || Hyphen(scan, start - 1)
            || scan.Has(start - 1, TokenShape.Word) && (scan.Has(start - 1, TokenShape.Capital) || IsElided(scan, start - 1))
            && !scan.In(s_stop, start - 1))
        {
            start--;
        }

        if (scan.Has(start, TokenShape.Capital) && !scan.In(s_lines, start))
        {
            scan.Add(new TokenRange(start, noun + 1), EntityType.Place, 0.85, "a station with its name", 69);
        }
    }

    private static readonly WordList s_kinds = new("states provinces cities towns districts regions departments counties villages municipalities communes prefectures oblasts governorates islands ports");
    private static readonly WordList s_quarters = new("neighborhood neighborhoods neighbourhood neighbourhoods suburb suburbs slum favela shantytown");

    private static readonly WordList s_every = new("every each most this that no one any some all other another our their its his");

    /// <summary>"the states of Vardan and Sorel", "the towns of Vardan, Sorel, and Lugar": all of them are places.</summary>
    private static void Several(Scan scan, int kinds)
    {
        if (!scan.In(s_kinds, kinds) || scan.Has(kinds, TokenShape.Capital) || !scan.Is(kinds + 1, "of"))
        {
            return;
        }

        int at = kinds + 2;
        while (at < scan.Count)
        {
            int end = at;
            while (end - at < 4 && scan.Has(end, TokenShape.Word) && scan.Has(end, TokenShape.Capital) && !scan.Has(end, TokenShape.Clitic)
                && !scan.In(PositionWords.Heads, end) && !scan.In(BodyRule.Heads, end))
            {
                end++;
            }

            if (end == at || end - at > 3 || scan.Has(end, TokenShape.Clitic))
            {
                return;
            }

            scan.Add(new TokenRange(at, end), EntityType.Place, 0.88, $"among the \"{scan.Text(kinds)} of\"", 60);
            int next = scan.IsMark(end, ',') ? end + 1 : end;
            bool and = scan.Is(next, "and", "or");
            if (next == end && !and)
            {
                return;
            }

            at = and ? next + 1 : next;
        }
    }

    /// <summary>"the upscale Vardan neighborhood": the name alone is the place.</summary>
    private static void Quarter(Scan scan, int noun)
    {
        int name = noun - 1;
        if (!scan.In(s_quarters, noun) || scan.Has(noun, TokenShape.Capital) || !scan.Has(name, TokenShape.Word) || !scan.Has(name, TokenShape.Capital)
            || scan.Has(name, TokenShape.Clitic) || NotNames.IsWord(scan, name) || scan.In(s_every, name) || NotNames.IsGroup(scan, name)
            || scan.Facts.Matches[name] is { } match && match.Kinds.HasFlag(EntryKind.Demonym) && !match.Kinds.HasFlag(EntryKind.City))
        {
            return;
        }

        int start = name;
        while (name - start < 2 && scan.Has(start - 1, TokenShape.Word) && scan.Has(start - 1, TokenShape.Capital) && !scan.Has(start - 1, TokenShape.Clitic)
            && scan.Segment.SentenceOf(name).Start < start - 1)
        {
            start--;
        }

        scan.Add(new TokenRange(start, noun), EntityType.Place, 0.85, $"a name before \"{scan.Text(noun)}\"", 60);
    }

    /// <summary>"the Vardan palace".</summary>
    private static void Palace(Scan scan, int noun)
    {
        int name = noun - 1;
        if (scan.Is(noun, "palace") && scan.Has(name, TokenShape.Word) && scan.Has(name, TokenShape.Capital) && scan.Is(name - 1, "the")
            && !scan.In(PositionWords.Heads, name)
            && !(scan.Facts.Matches[name] is { } match && match.Kinds.HasFlag(EntryKind.Demonym)))
        {
            scan.Add(new TokenRange(name, noun + 1), EntityType.Place, 0.85, "a palace with its name", 69);
        }
    }

    private static bool Hyphen(Scan scan, int token) => scan.IsMark(token, '-') && !scan.Has(token, TokenShape.SpaceBefore)
        && scan.Has(token - 1, TokenShape.Capital) && !scan.Has(token + 1, TokenShape.SpaceBefore);

    private static readonly WordList s_waters = new("GULF BAY SEA STRAIT STRAITS CAPE HORN ISLE ISLES MOUNT");

    /// <summary>"the Gulf of Rushtown".</summary>
    private static void Water(Scan scan, int noun)
    {
        int name = scan.Is(noun + 2, "the") ? noun + 3 : noun + 2;
        if (scan.In(s_waters, noun) && scan.Has(noun, TokenShape.Capital) && scan.Is(noun + 1, "of") && scan.Has(name, TokenShape.Word)
            && scan.Has(name, TokenShape.Capital))
        {
            scan.Add(new TokenRange(noun, name + 1), EntityType.Place, 0.88, $"\"{scan.Text(noun)} of\" with a name", 69);
        }
    }

    /// <summary>"Peter Brandt international airport".</summary>
    private static void Airport(Scan scan, int noun)
    {
        if (!scan.Is(noun, "airport") || !scan.Is(noun - 1, "international"))
        {
            return;
        }

        int start = noun - 1;
        int least = scan.Segment.SentenceOf(noun).Start;
        while (start > least && noun - start < 6
            && (scan.Has(start - 1, TokenShape.Word) && scan.Has(start - 1, TokenShape.Capital) && !scan.In(s_stop, start - 1)
                || PersonNames.IsParticle(scan.Tokens[start - 1]) && scan.Has(start - 2, TokenShape.Capital) && start < noun - 1))
        {
            start--;
        }

        if (start < noun - 1)
        {
            scan.Add(new TokenRange(start, noun + 1), EntityType.Place, 0.88, "an airport with its name", 69);
        }
    }

    /// <summary>"Val d'Or".</summary>
    private static void Elided(Scan scan, int noun)
    {
        if (scan.In(s_valleys, noun) && scan.Has(noun, TokenShape.Capital) && IsElided(scan, noun + 1))
        {
            scan.Add(new TokenRange(noun, noun + 2), EntityType.Place, 0.85, "a French name of a place", 61);
        }
    }

    /// <summary>"d'Etat", "l'Homme", and with a comma for the apostrophe.</summary>
    internal static bool IsElided(Scan scan, int token)
    {
        ReadOnlySpan<char> word = scan.Text(token);
        return word.Length > 3 && word[0] is 'd' or 'l' && (Tokenizer.IsApostrophe(word[1]) || word[1] == ',') && char.IsUpper(word[2]);
    }
}
