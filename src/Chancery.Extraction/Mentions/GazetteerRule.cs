using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Mentions;

/// <summary>Names out of the tables: countries, regions, large cities; known bodies and their acronyms; treaties and series to keep away from.</summary>
internal static class GazetteerRule
{
    private static readonly WordList s_placeBefore = new("in to from at near into of toward towards via outside inside through across around between and");
    private static readonly WordList s_capitalsWords = new(
        "US USA U.S. U.S.A. U.K. U.N. E.U. UK UN EU AU NATO USG UAR UAE USSR PRC DRC ROK GOI GOB GOP MFA MOD");

    public static void Find(Scan scan)
    {
        int covered = 0;
        for (int i = 0; i < scan.Count; i++)
        {
            if (i < covered || scan.Facts.Matches[i] is not { } match)
            {
                continue;
            }

            var range = new TokenRange(i, i + match.Length);
            if (match.Length == 1 && match.Kinds.HasFlag(EntryKind.Demonym) && scan.Is(i + 1, "high") && scan.Is(i + 2, "commission") && scan.Has(i + 2, TokenShape.Capital))
            {
                scan.Add(new TokenRange(i, i + 3), EntityType.Post, 0.85, "a nation's high commission", 93);
                covered = i + 3;
                continue;
            }

            if (Action(scan, i, match) || Washington(scan, i, match) || Acting(scan, i, match))
            {
                covered = range.End;
                continue;
            }

            if ((match.Kinds & (EntryKind.Organization | EntryKind.Office)) != 0 && match.Entry.Kind is EntryKind.Organization or EntryKind.Office)
            {
                covered = Body(scan, range, match) ? range.End : covered;
            }
            else if ((match.Kinds & (EntryKind.Country | EntryKind.City | EntryKind.Region)) != 0)
            {
                covered = Place(scan, range, match) ? range.End : covered;
            }
            else if (match.Kinds.HasFlag(EntryKind.Excluded) && !scan.Capitals && match.Length == 1)
            {
                scan.Add(range, EntityType.Organization, 0, Scan.Blocker, 45);
            }
        }
    }

    private static bool Body(Scan scan, TokenRange range, GazetteerMatch match)
    {
        bool acronym = match.Kinds.HasFlag(EntryKind.Acronym);
        if (acronym
            && ((scan.Capitals && !Trusted(scan, range.Start, match))
                || (scan.Tokens[range.Start].Length < 3 && range.Count == 1 && !scan.In(s_capitalsWords, range.Start))))
        {
            return false;
        }

        if (acronym && range.Count == 1 && scan.Is(range.Start, "poc", "toi"))
        {
            return false;
        }

        if (range.Count == 1 && !acronym && scan.Is(range.Start, "congress", "treasury", "fund"))
        {
            return false;
        }

        Draft draft = scan.Add(range, EntityType.Organization, acronym ? 0.9 : 0.95, "table: " + match.Entry.Id, acronym ? 62 : 70);
        draft.Entry = match.Entry.Ambiguous ? null : match.Entry;
        return true;
    }

    /// <summary>In capitals-only text an acronym must be no word of the language, and be listed as more than a passing abbreviation.</summary>
    private static bool Trusted(Scan scan, int token, GazetteerMatch match)
    {
        if (scan.In(s_capitalsWords, token))
        {
            return true;
        }

        WordKind kind = scan.Facts.Words[token];
        return scan.Tokens[token].Length >= (match.Entry.Passing ? 4 : 3) && (kind & (WordKind.Lower | WordKind.CommonSurname)) == 0
            && match.Entry.Id.StartsWith("org:", StringComparison.Ordinal);
    }

    private static bool Place(Scan scan, TokenRange range, GazetteerMatch match)
    {
        if (range.Count == 1 && scan.Is(range.Start, "perm") && scan.Is(range.End, "rep", "reps"))
        {
            return false;
        }

        // "US$ 5 million".
        if (scan.IsMark(range.End, '$'))
        {
            return false;
        }

        // "Anglo-Norwegian", but "Indo-China".
        if (scan.IsMark(range.Start - 1, '-') && !scan.Has(range.Start, TokenShape.SpaceBefore) && scan.In(s_prefixes, range.Start - 2) && !scan.Is(range.Start, "china"))
        {
            scan.Add(range with { Start = range.Start - 2 }, EntityType.Place, 0, Scan.Blocker, 66);
            return true;
        }

        if (!scan.Capitals && scan.In(s_treaties, range.End) && scan.Has(range.End, TokenShape.Capital))
        {
            scan.Add(range with { End = range.End + 1 }, EntityType.Place, 0, Scan.Blocker, 66);
            return true;
        }

        bool large = (match.Kinds & (EntryKind.Country | EntryKind.Region)) != 0;
        bool small = match.Kinds.HasFlag(EntryKind.Small);
        WordKind kind = scan.Facts.Words[range.Start];
        bool based = scan.IsMark(range.End, '-') && scan.Is(range.End + 1, "based");
        if (!large && !based)
        {
            bool post = scan.Context.Gazetteer.Posts.IsPostCity(match.Entry.Name);
            bool cued = scan.In(s_placeBefore, range.Start - 1);
            bool ordinary = range.Count == 1 && (kind & (WordKind.Lower | WordKind.GivenName | WordKind.CommonSurname)) != 0;
            if ((small && !(post && cued)) || (ordinary && !(post && cued)) || (match.Entry.Population == 1 && !post))
            {
                return false;
            }
        }

        if ((scan.Capitals || scan.Tokens[range.Start].Length < 3) && match.Kinds.HasFlag(EntryKind.Acronym) && !scan.In(s_capitalsWords, range.Start)
            || match.Entry.Id.StartsWith("abbr:", StringComparison.Ordinal) && range.Count == 1 && scan.Tokens[range.Start].Length < 4)
        {
            return false;
        }

        if (!large && range.Count == 1 && (kind & WordKind.Surname) != 0 && scan.Is(range.End, "administration"))
        {
            return false;
        }

        if (match.Kinds.HasFlag(EntryKind.Demonym) && match.Length == 1 && !large)
        {
            return false;
        }

        if (range.Count == 1 && scan.Is(range.Start, "us")
            && (!scan.Has(range.Start, TokenShape.AllCapitals) || (scan.Capitals && scan.In(s_takesUs, range.Start - 1))))
        {
            return false;
        }

        bool name = range.Count == 1 && (kind & WordKind.GivenName) != 0
            && (scan.Named(range.Start + 1) || (scan.Facts.Words[Math.Max(0, range.Start - 1)] & WordKind.GivenName) != 0);
        if (name && range.Count == 1)
        {
            return false;
        }

        if (range.Start > 0 && scan.In(s_directions, range.Start - 1) && scan.Has(range.Start - 1, TokenShape.Capital)
            && scan.Has(range.Start, TokenShape.SpaceBefore) && !large)
        {
            scan.Add(new TokenRange(range.Start - 1, range.End), EntityType.Place, 0.8, "a direction with " + match.Entry.Id, 56);
        }

        if (large && !scan.Capitals && scan.In(s_parts, range.Start - 1) && scan.Has(range.Start - 1, TokenShape.Capital)
            && match.Kinds.HasFlag(EntryKind.Country))
        {
            scan.Add(new TokenRange(range.Start - 1, range.End), EntityType.Place, 0.85, "a part of " + match.Entry.Id, 67);
        }

        Draft draft = scan.Add(range, EntityType.Place, large ? 0.95 : 0.85, "table: " + match.Entry.Id, (large && range.Count > 1)
                || based ? 66 : large ? 55 : range.Count > 1 && !small ? 56 : 40);
        draft.Entry = match.Entry;
        return true;
    }

    /// <summary>"8. FOR LIMA: please pass", a paragraph's words to another post.</summary>
    private static bool Action(Scan scan, int i, GazetteerMatch match)
    {
        int next = i + match.Length;
        if (!scan.Is(i - 1, "for") || !scan.Has(i - 1, TokenShape.Capital) || !scan.IsMark(next, ':') || scan.Segment.SentenceOf(i).Start != i - 1
            || !match.Kinds.HasFlag(EntryKind.City) || !scan.Context.Gazetteer.Posts.IsPostCity(match.Entry.Name)
            || PostNames.Parse("EMBASSY " + match.Entry.Name, scan.Context.Gazetteer, scan.Context.Document.Year) is not { } post)
        {
            return false;
        }

        Draft draft = scan.Add(new TokenRange(i, next), EntityType.Post, 0.85, "a paragraph for another post", 74);
        (draft.Key, draft.Name) = (post.Key, post.Name);
        HeaderMentions.Describe(draft, post);
        return true;
    }

    /// <summary>"Washington appreciates" is the Department; "in Washington" the city.</summary>
    private static bool Washington(Scan scan, int i, GazetteerMatch match)
    {
        if (!scan.Is(i, "washington") || match.Length != 1 || scan.In(s_placeBefore, i - 1) && !scan.Is(i - 1, "and") && !scan.Is(i - 1, "of")
            || scan.Context.Origin is null && scan.Context.Document.Cable.Header.Origin is null)
        {
            return false;
        }

        bool acts = scan.Has(i + 1, TokenShape.Word) && !scan.Has(i + 1, TokenShape.Capital) && scan.Text(i + 1) is var next
            && (next.EndsWith("s") && next.Length > 4
                || next is "is" or "has" or "was" or "would" or "will" or "should" or "could" or "agencies" or "recipients");
        bool beside = scan.Is(i - 1, "and") && scan.In(s_missions, i - 2);
        if (!acts && !beside)
        {
            return false;
        }

        Draft draft = scan.Add(new TokenRange(i, i + 1), EntityType.Organization, 0.7, "\"Washington\" acts: the Department of State", 72);
        draft.Entry = scan.Context.Gazetteer.Find("Department of State");
        return true;
    }

    private static readonly WordList s_prefixes = new("indo sino anglo franco russo greco turko afro euro americano");
    private static readonly WordList s_treaties = new("accord accords agreement agreements treaty convention conventions protocol cup championship championships olympics");
    private static readonly WordList s_acts = new("had has would will wants plans planned believes fears hopes insists insisted announced agreed rejected rejects denied denies refuses refused considers should could might intends appreciates recognizes");
    private static readonly WordList s_stances = new("policy policies strategy strategies position stance language decision approach proposal proposals view views intentions attitude interests willingness refusal demand demands response reaction desire insistence");
    private static readonly WordList s_notActs = new("a an the been become no its many several two three");

    /// <summary>"Moscow had planned to": the capital of a state that acts is its government.</summary>
    private static bool Acting(Scan scan, int i, GazetteerMatch match)
    {
        int next = i + match.Length;
        bool owns = scan.Has(next, TokenShape.Clitic)
            && (scan.In(s_stances, next + 1) || scan.In(s_stances, next + 2) && !scan.Has(next + 1, TokenShape.Capital)
                || scan.In(s_stances, next + 3) && scan.Is(next + 2, "and"));
        if (scan.Capitals || match.Length > 2 || !match.Kinds.HasFlag(EntryKind.City)
            || !owns && (!scan.In(s_acts, next) || scan.In(s_notActs, next + 1)) || scan.Has(next, TokenShape.Capital)
            || !owns && (scan.In(s_placeBefore, i - 1) || scan.Is(i - 1, "of"))
            || scan.Has(i - 1, TokenShape.Word) && scan.Has(i - 1, TokenShape.Capital) || scan.IsMark(i - 1, '-')
            || scan.Context.Gazetteer.Posts.Find(match.Entry.Name, "embassy", scan.Context.Document.Year) is not { } seat
            || scan.Context.Gazetteer.Country(seat.Country) is not { } country || country.Name == "United States")
        {
            return false;
        }

        Draft draft = scan.Add(new TokenRange(i, next), EntityType.Organization, 0.65, $"\"{scan.Text(i)}\" acts: the government that sits there", 73);
        draft.Key = BodyRule.GovernmentKey(country);
        return true;
    }

    private static readonly WordList s_takesUs = new("enable enabled let give gave given tell told ask asked inform informed help helped allow permit assure assured show shown send sent gives telling asking surprise surprised remind reminded brief briefed consult consulted embarrass oblige cause concern concerns convince convinced thank thanked urge urged advise advised approach approached warn warned press pressed alert alerted");
    private static readonly WordList s_parts = new("NORTHERN SOUTHERN EASTERN WESTERN CENTRAL");
    private static readonly WordList s_directions = new("NORTH SOUTH EAST WEST CENTRAL DOWNTOWN GREATER");
    private static readonly WordList s_missions = new("embassy post emb consulate mission");
}
