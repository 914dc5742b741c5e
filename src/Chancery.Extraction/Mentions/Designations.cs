using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Mentions;

/// <summary>Names behind the word for what they are: "the NGO Harbor Watch", "the utilities Norvolt and Danvolt", "firms such as Harbor Mills", "a plant named "Vardan"".</summary>
internal static class Designations
{
    private static readonly WordList s_one = new(
        """
        ngo newspaper daily weekly magazine airline firm company parastatal utility maker manufacturer producer giant conglomerate consortium
        subsidiary operator carrier retailer insurer broadcaster tabloid broadsheet website portal charity think-tank watchdog multinational shipyard
        brewer refiner startup contractor monopoly distributor importer exporter developer publisher
        """);

    private static readonly WordList s_many = new(
        """
        ngos newspapers dailies weeklies magazines airlines firms companies parastatals utilities makers manufacturers producers giants
        conglomerates subsidiaries operators carriers retailers insurers broadcasters tabloids websites charities multinationals contractors
        banks distributors exporters importers cooperatives co-operatives
        """);

    /// <summary>Nouns that mean a body only with the word before them: "front group", "opposition party".</summary>
    private static readonly WordList s_modified = new("group party organization organisation agency station channel network union militia faction bank");

    private static readonly WordList s_modifiers = new(
        """
        front rights umbrella opposition terrorist rebel militant advocacy lobby pressure media student insurgent guerrilla extremist environmental
        holding parent separatist islamist ruling nationalist socialist communist conservative liberal radical banned outlawed splinter
        news wire press television tv radio satellite cable trade labor labour private commercial assistance aid relief humanitarian
        non-governmental nongovernmental governmental parastatal state-owned investment
        """);

    private static readonly WordList s_works = new("factory plant mill company firm enterprise bank school institute party group ngo newspaper magazine website station network organization foundation association movement joint-venture");
    private static readonly WordList s_called = new("named called dubbed");
    private static readonly WordList s_joins = new("de da do dos del des du di della i y e et und og och van der");
    private static readonly WordList s_articles = new("al el ul as ash an ar ad");
    private static readonly WordList s_partners = new("firm company ngo");

    public static void Find(Scan scan)
    {
        if (scan.Capitals)
        {
            return;
        }

        for (int i = 0; i + 1 < scan.Count; i++)
        {
            if (scan.Has(i, TokenShape.Capital) && !scan.Has(i, TokenShape.AllCapitals))
            {
                continue;
            }

            bool one = scan.In(s_one, i) || scan.In(s_modified, i) && scan.In(s_modifiers, i - 1);
            if (one && !scan.IsMark(i - 1, '-'))
            {
                One(scan, i, scan.IsMark(i + 1, ',') && scan.In(s_one, i) ? i + 2 : i + 1);
            }
            else if (scan.In(s_many, i))
            {
                List(scan, i, scan.Is(i + 1, "such") && scan.Is(i + 2, "as") ? i + 3 : scan.Is(i + 1, "like", "including") ? i + 2 : IsNamed(scan, i) ? i + 2 : i + 1);
            }
            else if (scan.In(s_called, i) && IsQuote(scan, i + 1) && Work(scan, i))
            {
                One(scan, i, i + 1);
            }
        }
    }

    /// <summary>"the two mills, Norvolt and Danvolt, signed": their names between commas.</summary>
    private static bool IsNamed(Scan scan, int kind)
    {
        if (!scan.IsMark(kind + 1, ','))
        {
            return false;
        }

        int first = End(scan, kind + 2);
        int second = first > kind + 2 && scan.Is(first, "and") ? End(scan, first + 1) : 0;
        return second > first + 1 && scan.IsMark(second, ',');
    }

    private static bool Work(Scan scan, int called)
    {
        for (int i = called - 1; i > called - 7 && scan.Has(i, TokenShape.Word | TokenShape.Punctuation) && !scan.IsMark(i, '.'); i--)
        {
            if (scan.In(s_works, i))
            {
                return true;
            }
        }

        return false;
    }

    private static void One(Scan scan, int kind, int start)
    {
        bool quoted = IsQuote(scan, start);
        start += quoted ? 1 : 0;
        int end = End(scan, start);
        if (end > start && scan.IsMark(kind + 1, ',') && !scan.IsMark(end, ','))
        {
            return;
        }

        // "the firm Brandt and Lowell": two names make one house.
        if (end == start + 1 && !quoted && scan.In(s_partners, kind) && scan.Is(end, "and", "&") && End(scan, end + 1) == end + 2
            && scan.Facts.Matches[end + 1] is null && !scan.Has(end + 1, TokenShape.AllCapitals)
            && !scan.Has(start, TokenShape.AllCapitals) && !scan.Has(end + 2, TokenShape.Clitic))
        {
            end += 2;
        }

        Add(scan, kind, new TokenRange(start, end), quoted);
    }

    private static void List(Scan scan, int kind, int start)
    {
        while (start < scan.Count)
        {
            bool quoted = IsQuote(scan, start);
            start += quoted ? 1 : 0;
            int end = End(scan, start);
            if (end == start)
            {
                return;
            }

            Add(scan, kind, new TokenRange(start, end), quoted);
            int next = quoted && IsQuote(scan, end) ? end + 1 : end;
            bool comma = scan.IsMark(next, ',');
            next += comma ? 1 : 0;
            bool and = scan.Is(next, "and", "or");
            start = and ? next + 1 : next;
            if (!comma && !and)
            {
                return;
            }
        }
    }

    private static bool IsQuote(Scan scan, int token) => scan.IsMark(token, '"') || scan.IsMark(token, '“') || scan.IsMark(token, '”');

    /// <summary>Capitalised words, with hyphens and the small words of other languages between them.</summary>
    private static int End(Scan scan, int start)
    {
        int end = scan.In(s_articles, start) && scan.IsMark(start + 1, '-') && scan.Has(start + 2, TokenShape.Capital) ? start + 3 : start;
        while (end < scan.Count && end - start < 6)
        {
            if (scan.Has(end, TokenShape.Word) && scan.Has(end, TokenShape.Capital) && !scan.Has(end, TokenShape.Clitic)
                && !scan.In(PositionWords.Heads, end) && !scan.In(PositionWords.Codes, end) && !scan.In(Titles.Honorifics, end) && !scan.In(Dates.Months, end))
            {
                end++;
            }
            else if (end > start && (scan.In(s_joins, end) && scan.Has(end, TokenShape.SpaceBefore)
                    || (scan.IsMark(end, '-') || scan.IsMark(end, '&')) && !scan.Has(end - 1, TokenShape.Punctuation))
                && scan.Has(end + 1, TokenShape.Capital) && (scan.IsMark(end, '-') == !scan.Has(end + 1, TokenShape.SpaceBefore))
                && !(scan.In(s_joins, end) && NotNames.IsWord(scan, end + 1)))
            {
                end += 2;
            }
            else
            {
                break;
            }
        }

        return Math.Min(end, scan.Count);
    }

    private static void Add(Scan scan, int kind, TokenRange name, bool quoted)
    {
        if (name.Count <= 0)
        {
            return;
        }

        int first = name.Start;
        WordKind words = scan.Facts.Words[first];
        bool lone = name.Count == 1;
        bool ordinary = lone && !scan.In(s_articles, first) && !quoted && ((words & WordKind.Lower) != 0 || scan.Has(first + 1, TokenShape.Punctuation) && scan.IsMark(first + 1, '-'));
        bool nation = scan.Facts.Matches[first] is { } match && (lone || name.Count == match.Length)
            && (match.Kinds & (EntryKind.Demonym | EntryKind.Country | EntryKind.Region | EntryKind.City)) != 0 && !quoted;
        bool person = name.Count is 2 or 3 && (words & WordKind.GivenName) != 0 && (scan.Facts.Words[name.End - 1] & (WordKind.Surname | WordKind.Lower)) == WordKind.Surname;
        if (!ordinary && !nation && !person && !(lone && NotNames.IsGroup(scan, first)) && !(lone && scan.Tokens[first].Length < 2)
            && !scan.In(BodyRule.Topics, first))
        {
            scan.Add(name, EntityType.Organization, 0.8, $"a name after \"{scan.Text(kind)}\"", 57);
        }
    }
}
