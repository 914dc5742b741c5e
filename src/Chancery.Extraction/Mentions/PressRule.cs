using Chancery.Extraction.Text;

namespace Chancery.Extraction.Mentions;

/// <summary>
/// Newspapers and stations by how reviews of the press speak of them: "mainstream NAME writes", "in liberal NAME". A name found so is one
/// wherever the cable writes it, and so are the names listed with it.
/// </summary>
internal static partial class PressRule
{
    private static readonly WordList s_kinds = new(
        "mainstream daily liberal leftist left-wing right-wing conservative tabloid newspaper weekly magazine nationalist pro-government business-daily centrist center-left center-right independent islamist oriented opposition state-run broadcaster leaning influential");

    private static readonly WordList s_says = new("editorialized opined argued commented writes wrote reports reported says said notes noted opines argues claims headlines editorializes comments ran carries carried quotes quoted");

    /// <summary>The property "kind" of what it finds.</summary>
    public const string Kind = "press";

    public static void Find(IReadOnlyList<Scan> scans)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var printed = new HashSet<string>(StringComparer.Ordinal);
        Dated(scans, names);
        foreach (Scan scan in scans.Where(scan => !scan.Capitals))
        {
            for (int i = 0; i < scan.Count; i++)
            {
                if (scan.In(s_kinds, i - 1) && !scan.Has(i - 1, TokenShape.Capital) | scan.Segment.SentenceOf(i).Start == i - 1
                    && Name(scan, i) is { } end && Cited(scan, i, end))
                {
                    names.Add(scan.Segment.Surface(new TokenRange(i, end)));
                }

                if (Quoted(scan, i) is { } close)
                {
                    names.Add(scan.Segment.Surface(new TokenRange(i, close)));
                }

                if ((Printed(scan, i) ?? German(scan, i)) is { } stop)
                {
                    printed.Add(scan.Segment.Surface(new TokenRange(i, stop)));
                }
            }
        }

        printed.RemoveWhere(name => !name.Contains(' ', StringComparison.Ordinal) && IsSurname(scans, name));
        names.UnionWith(printed);
        if (names.Count > 0)
        {
            List(scans, names);
            foreach (Scan scan in scans)
            {
                Mark(scan, names);
            }
        }
    }

    private static readonly WordList s_prints = new("editorialized editorialised editorializes opined opines headlined headlines");
    private static readonly WordList s_media = new("newspaper daily weekly magazine radio television tv");
    private static readonly WordList s_nouns = new("zeitung rundschau tageblatt anzeiger nachrichten allgemeine kurier dagblad dagbladet");
    private static readonly WordList s_articles = new("der die das");

    /// <summary>"NAME (01/20) editorialized", "NAME newspaper": what only papers do, or are.</summary>
    private static int? Printed(Scan scan, int start)
    {
        if (start > 0 && scan.Has(start - 1, TokenShape.Word) && scan.Has(start - 1, TokenShape.Capital) || Name(scan, start) is not { } end
            || (scan.Facts.Words[start] & Gazetteers.WordKind.GivenName) != 0 && !PersonNames.IsParticle(scan.Tokens[start]))
        {
            return null;
        }

        int verb = end;
        if (scan.IsMark(verb, '('))
        {
            while (verb < scan.Count && verb - end < 6 && !scan.IsMark(verb, ')'))
            {
                verb++;
            }

            verb++;
        }

        bool medium = scan.In(s_media, end) && !scan.Has(end, TokenShape.Capital) && !NotNames.IsGroup(scan, start)
            && !scan.Has(end + 1, TokenShape.Capital);
        return scan.In(s_prints, verb) || medium && !scan.In(s_kinds, start) && !IsNation(scan, start) ? end : null;
    }

    private static readonly WordList s_runs = new("editorialized opined argued commented writes wrote reports reported notes noted suggested ran carries carried revealed published");

    /// <summary>"the centrist "Morning Tide,"", ""Morning Tide" reported": a name in quotation marks after a word for papers or before what they do.</summary>
    private static int? Quoted(Scan scan, int start)
    {
        if (!IsQuote(scan, start - 1) || Name(scan, start) is not { } end)
        {
            return null;
        }

        int close = scan.IsMark(end, ',') || scan.IsMark(end, '.') ? end + 1 : end;
        bool kind = scan.In(s_kinds, start - 2) || scan.In(s_media, start - 2);
        bool name = end - start > 1 || BodyUse.IsUnknown(scan, start);
        return IsQuote(scan, close) && !IsNation(scan, start) && !NotNames.IsGroup(scan, start)
            && (kind || name && close == end && scan.In(s_runs, close + 1)) ? end : null;
    }

    /// <summary>A given name or an office stands before it in this cable.</summary>
    private static bool IsSurname(IReadOnlyList<Scan> scans, string name)
    {
        ulong fold = Folding.Hash(name);
        foreach (Scan scan in scans)
        {
            for (int i = 1; i < scan.Count; i++)
            {
                if (scan.Tokens[i].Fold == fold && scan.Has(i - 1, TokenShape.Capital)
                    && ((scan.Facts.Words[i - 1] & Gazetteers.WordKind.GivenName) != 0 || scan.In(PositionWords.Strong, i - 1) || scan.In(PositionWords.Weak, i - 1)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsQuote(Scan scan, int token) => scan.IsMark(token, '"') || scan.IsMark(token, '“') || scan.IsMark(token, '”');

    private static bool IsNation(Scan scan, int token) => scan.Facts.Matches[token] is { } match
        && (match.Kinds & (Gazetteers.EntryKind.Demonym | Gazetteers.EntryKind.Country | Gazetteers.EntryKind.City | Gazetteers.EntryKind.Region)) != 0;

    /// <summary>"Danauer Zeitung", "Die Woche".</summary>
    private static int? German(Scan scan, int start)
    {
        if (!scan.Has(start, TokenShape.Capital) || scan.Has(start - 1, TokenShape.Word) && scan.Has(start - 1, TokenShape.Capital))
        {
            return null;
        }

        int end = start + 1;
        while (end - start < 4 && scan.Has(end, TokenShape.Word) && scan.Has(end, TokenShape.Capital) && !scan.In(s_nouns, end - 1))
        {
            end++;
        }

        bool article = scan.In(s_articles, start) && end - start == 2 && !scan.Has(end, TokenShape.Capital)
            && !scan.Has(start, TokenShape.AllCapitals);
        return end - start > 1 && (scan.In(s_nouns, end - 1) || article) ? end : null;
    }

    /// <summary>One or two capitalised words that no dictionary writes small.</summary>
    private static int? Name(Scan scan, int start)
    {
        int end = start;
        while (end < scan.Count && end - start < 3 && scan.Has(end, TokenShape.Word) && scan.Has(end, TokenShape.Capital)
            && !scan.Has(end, TokenShape.Clitic) && (end == start || scan.Has(end, TokenShape.SpaceBefore))
            && !scan.In(PositionWords.Heads, end) && !scan.In(BodyRule.Heads, end))
        {
            end++;
        }

        return end > start && !NotNames.IsWord(scan, start) ? end : null;
    }

    /// <summary>It says something, or something stands "in" it.</summary>
    private static bool Cited(Scan scan, int start, int end)
    {
        int before = start - 1;
        while (before > 0 && (scan.In(s_kinds, before) || scan.IsMark(before, '-') || scan.Is(before, "the")))
        {
            before--;
        }

        int after = scan.Has(end, TokenShape.Clitic) ? end + 1 : end;
        return scan.Is(before, "in") || scan.In(s_says, after) || scan.Is(after, "online", "columnist");
    }

    /// <summary>Names in a list with known papers are papers: "NAME, NAME and NAME report".</summary>
    private static void List(IReadOnlyList<Scan> scans, HashSet<string> names)
    {
        foreach (Scan scan in scans.Where(scan => !scan.Capitals))
        {
            for (int i = 0; i < scan.Count; i++)
            {
                var listed = new List<string>();
                int at = i;
                while (Name(scan, at) is { } end)
                {
                    listed.Add(scan.Segment.Surface(new TokenRange(at, end)));
                    at = scan.IsMark(end, ',') ? end + 1 : end;
                    at = scan.Is(at, "and") ? at + 1 : at;
                    if (at == end)
                    {
                        break;
                    }
                }

                int known = listed.Count(names.Contains);
                if (listed.Count > 2 && (known * 2 >= listed.Count || known > 1 && listed.Count > 4)
                    && (scan.Is(at, "report") || scan.In(s_says, at) || scan.Is(at, "carry", "write")))
                {
                    names.UnionWith(listed.Where((name, place) => place > 0 || !name.Contains(' ', StringComparison.Ordinal)));
                }

                i = listed.Count > 2 ? at : i;
            }
        }
    }

    private static void Mark(Scan scan, HashSet<string> names)
    {
        for (int i = 0; i < scan.Count; i++)
        {
            for (int length = Math.Min(4, scan.Count - i); length > 0 && scan.Has(i, TokenShape.Capital); length--)
            {
                if (names.Contains(scan.Segment.Surface(new TokenRange(i, i + length))))
                {
                    scan.Add(new TokenRange(i, i + length), EntityType.Organization, 0.85, "a paper or station that the cable cites", 68).Properties["kind"] = Kind;
                    i += length - 1;
                    break;
                }
            }
        }
    }
}
