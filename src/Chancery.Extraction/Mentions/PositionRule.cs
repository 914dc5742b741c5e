using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Mentions;

/// <summary>
/// Offices that people hold, as a layer over the chosen names: a noun such as Director, what stands before it (bodies, nations, modifiers)
/// and what completes it ("of the Center for …"). The bodies inside become nested mentions.
/// </summary>
internal static partial class PositionRule
{
    private static readonly WordList s_links = new("of for to at");
    private static readonly WordList s_determiners = new("the a an his her their its our new current then");
    private static readonly WordList s_ranks = new(
        """
        general brigadier colonel major captain lieutenant admiral ltg ltc gen col maj capt lt dr mr mrs ms mg bg
        """);
    private static readonly WordList s_stop = new(
        """
        who whom which that and or but has had have was were is are said told will would with by on in from as at when while after before
        he she they it not assured stated
        """);

    public static void Find(Scan scan, List<Draft> positions)
    {
        int covered = 0;
        int generic = -1;
        for (int i = 0; i < scan.Count; i++)
        {
            if (i < covered || !scan.Has(i, TokenShape.Word))
            {
                continue;
            }

            Draft? draft = Code(scan, i) ?? Fixed(scan, i) ?? Plural(scan, i) ?? Brief(scan, i) ?? Titled(scan, i);
            if (draft is not null && IsGeneric(scan, draft, generic))
            {
                generic = draft.Tokens.End;
                covered = draft.Tokens.End;
                continue;
            }

            if (draft is not null
                && (positions.Count == 0 || positions[^1].Segment != scan.Segment || positions[^1].Tokens.End <= draft.Tokens.Start))
            {
                positions.Add(draft);
                covered = draft.Tokens.End;
            }
        }
    }

    private static readonly WordList s_any = new("every any each no all");

    /// <summary>"every Minister, Deputy Minister and Premier": whoever holds it, nobody's office.</summary>
    private static bool IsGeneric(Scan scan, Draft position, int after)
    {
        int start = position.Tokens.Start;
        int listed = scan.Is(start - 1, "and", "or") || scan.IsMark(start - 1, ',') ? start - 1 : -1;
        return position.Bodies.Count == 0 && (scan.In(s_any, start - 1) || (after > 0 && listed == after));
    }

    /// <summary>Poloff, RSO, AA/S, and with a body before it: "FONOFF OFF".</summary>
    private static Draft? Code(Scan scan, int i)
    {
        int end = i + 1;
        bool slash = scan.IsMark(i + 1, '/') && i + 2 < scan.Count && !scan.Has(i + 1, TokenShape.SpaceBefore)
            && PositionWords.IsCode(scan.Segment.Surface(new TokenRange(i, i + 3))) && !scan.IsMark(i + 3, '/') && !scan.IsMark(i - 1, '/');
        if (slash)
        {
            end = i + 3;
        }
        else if (scan.Context.Titles.Count > 0 && scan.Has(i, TokenShape.AllCapitals) && scan.At(i) is null
            && scan.Context.Titles.TryGetValue(scan.Text(i).ToString(), out string? named))
        {
            Draft defined = New(scan, new TokenRange(i, end), i, end, 0.9, $"the short word for the office \"{named}\"");
            defined.Properties["title"] = named;
            return defined;
        }
        else if (!scan.In(PositionWords.Codes, i)
            || !(scan.Has(i, TokenShape.Capital) || scan.Has(i, TokenShape.MixedCase) || scan.In(PositionWords.SmallCodes, i))
            || scan.IsMark(i + 1, '/') || scan.IsMark(i - 1, '/')
            || scan.At(i) is { Tokens.Count: > 1 }
            || scan.Is(i, "io") || scan.Is(i, "charge") && !IsCharge(scan, i) || scan.In(s_shortTitles, i) && !IsMinister(scan, i))
        {
            return null;
        }

        if (scan.In(s_governing, i) && InOffice(scan, i, end))
        {
            return null;
        }

        if (scan.Is(i, "ceo", "cfo"))
        {
            AsFirm(scan.EndingAt(i));
        }

        int start = Left(scan, i, codeword: !scan.Is(i, "ceo", "cfo"));
        int right = scan.Is(i, "ceo", "cfo") && scan.Is(end, "of") ? Firm(scan, end) : end;
        return New(scan, new TokenRange(start, right), i, end, 0.93, $"the short word for an office: {scan.Segment.Surface(new TokenRange(i, end))}");
    }

    /// <summary>"CEO of Harbor Biofuels": what an executive is of is a firm, also one that nobody knows.</summary>
    private static int Firm(Scan scan, int of)
    {
        int first = scan.Is(of + 1, "the") ? of + 2 : of + 1;
        AsFirm(scan.StartingAt(first));
        if (scan.StartingAt(first) is { Type: EntityType.Organization } known)
        {
            return known.Tokens.End;
        }

        // "CEO of Danish independent label Nordol"
        int sentence = scan.Segment.SentenceOf(of).End;
        int name = IsNation(scan, first) ? first + 1 : first;
        while (name < sentence && name - first < 5 && scan.At(name) is null && scan.Has(name, TokenShape.Word) && !scan.Has(name, TokenShape.Capital) && !scan.In(s_links, name))
        {
            name++;
        }

        if (name > first)
        {
            return scan.StartingAt(name) is { Type: EntityType.Organization } described ? described.Tokens.End : of;
        }

        int end = first;
        while (end < sentence && end - first < 4 && scan.At(end) is null && scan.Has(end, TokenShape.Word) && scan.Has(end, TokenShape.Capital)
            && !scan.Has(end, TokenShape.Clitic))
        {
            end++;
        }

        if (end == first || scan.Capitals || scan.At(end) is { Tokens: var over } && over.Start == end && end - first < 4 && scan.Has(end, TokenShape.Capital))
        {
            return of;
        }

        scan.Add(new TokenRange(first, end), EntityType.Organization, 0.8, "what an executive is of", 60);
        scan.Add();
        return end;
    }

    /// <summary>What the model took for a person, and an executive is of, is a firm.</summary>
    private static void AsFirm(Draft? name)
    {
        if (name is { Type: EntityType.Person or EntityType.Place, Priority: <= 50, Entry: null, Key: null })
        {
            name.Type = EntityType.Organization;
            name.Reason += "; what an executive is of";
        }
    }

    private static readonly WordList s_shortTitles = new("pm fm pg mp mep dg");

    /// <summary>A word that only a name can be: "FM Brandt" tells that Brandt is one.</summary>
    private static bool IsLikelyName(Scan scan, int token) => scan.Has(token, TokenShape.Word) && scan.Has(token, TokenShape.Capital)
        && !scan.Has(token, TokenShape.AllCapitals) && scan.Tokens[token].Length > 3 && (scan.Facts.Words[token] & Gazetteers.WordKind.Lower) == 0
        && scan.Facts.Matches[token] is null && scan.At(token) is null or { Type: EntityType.Person } or { Entry: null, Key: null, Priority: <= 50, Tokens.Count: 1 };

    /// <summary>"PM Brandt", "the FM", but not "8 PM" and "88.5 FM".</summary>
    private static bool IsMinister(Scan scan, int i) =>
        !scan.Capitals && scan.Has(i, TokenShape.AllCapitals) && !scan.Has(i - 1, TokenShape.Number) && !scan.IsMark(i + 1, '-')
            && !scan.Is(i + 1, "radio", "station") && !scan.Is(i - 1, "radio") && !scan.Is(i - 2, "radio")
            && (scan.In(s_determiners, i - 1) || IsNation(scan, i - 1) || scan.Is(i - 1, "deputy")
                || scan.StartingAt(i + 1) is { Type: EntityType.Person } || scan.Is(i, "pm", "fm", "dg") && IsLikelyName(scan, i + 1));

    /// <summary>"Brit Amb Helsinki".</summary>
    private static bool IsAmbassadorIn(Scan scan, int i, int start, int city)
    {
        if (!scan.Is(i, "amb") && !(scan.Is(i, "ambassador") && IsNation(scan, start)) || !scan.Has(city, TokenShape.Capital)
            || scan.Has(city + 1, TokenShape.Capital))
        {
            return false;
        }

        bool free = scan.At(city) is null or { Type: EntityType.Place };
        bool mistaken = scan.Is(i, "amb") && scan.At(city) is { Type: EntityType.Person, Tokens.Count: 1 };
        return (free || mistaken) && scan.Context.Gazetteer.Posts.IsPostCity(scan.Text(city).ToString());
    }

    private static bool IsCharge(Scan scan, int i) =>
        !scan.Is(i - 1, "in") && scan.Has(i, TokenShape.Capital)
            && (scan.In(s_determiners, i - 1) || scan.Has(i + 1, TokenShape.Capital) || scan.Segment.SentenceOf(i).Start != i)
        && (!scan.Capitals || !scan.In(s_determiners, i + 1) && !scan.Is(i + 1, "that") && !scan.Is(i + 1, "of"));

    private static Draft? Titled(Scan scan, int i)
    {
        bool strong = scan.In(PositionWords.Strong, i);
        if (!strong && !scan.In(PositionWords.Weak, i))
        {
            return null;
        }

        if (scan.Is(i, "commander") && scan.Is(i - 1, "lieutenant", "lt", "wing"))
        {
            return null;
        }

        Draft? over = scan.At(i);
        if (over is not null && (over.Type is EntityType.Person or EntityType.Post || over.Tokens.Count > 1))
        {
            return null;
        }

        if (scan.Is(i, "charge") && !scan.Has(i, TokenShape.Capital) && !IsElided(scan.Text(i + 1)))
        {
            return null;
        }

        if (scan.Is(i, "deputy", "assistant", "principal") && (scan.In(PositionWords.Strong, i + 1) || scan.In(PositionWords.Heads, i + 1) || scan.Is(i + 1, "assistant")))
        {
            return null;
        }

        if (scan.Is(i, "chief") && scan.Has(i, TokenShape.Capital) && scan.Has(i + 1, TokenShape.Capital) && scan.In(PositionWords.Strong, i + 1))
        {
            return null;
        }

        if (Sits(scan, i) is { } sits)
        {
            return New(scan, new TokenRange(sits, i + 1), i, i + 1, 0.8, "a member of a body, named");
        }

        if (SmallRoles.IsDeputy(scan, i))
        {
            return New(scan, new TokenRange(scan.Is(i - 1, "first", "second", "senior") ? i - 1 : i, i + 1), i, i + 1, 0.8, "somebody's deputy, named");
        }

        (int headStart, int end) = Head(scan, i);
        int start = Left(scan, headStart, codeword: false);
        if (scan.In(s_attended, i) && InOffice(scan, start, end))
        {
            return null;
        }

        bool large = scan.Has(i, TokenShape.Capital);
        int right = !strong && scan.Is(end, "at") && !scan.Is(i, "representative", "rep") ? end : Right(scan, end);
        if (right == end && IsAmbassadorIn(scan, i, start, end))
        {
            right = end + 1;
            scan.Remove(name => name.Type == EntityType.Person && name.Tokens.Start == end);
            scan.Add(new TokenRange(end, right), EntityType.Place, 0.8, "the city of an ambassador", 60);
            scan.Add();
        }

        int? station = right == end ? Stationed(scan, start, headStart, end) : null;
        right = Whole(scan, end, station ?? right);
        if (!large && Written(scan, headStart, end, right) is { } written)
        {
            return New(scan, new TokenRange(SmallRoles.Fields(scan, start), written), headStart, end, 0.75, $"a role in small letters with what it is of: \"{scan.Segment.Surface(new TokenRange(headStart, end))}\"");
        }

        bool completed = right > end;
        if (!large && SmallRoles.Read(scan, start, headStart, right, strong) is { } small)
        {
            return New(scan, new TokenRange(small, right), headStart, end, 0.8,
                $"a role in small letters beside its holder: \"{scan.Segment.Surface(new TokenRange(headStart, end))}\"");
        }

        bool modified = start < headStart;
        if (!Accept(scan, i, headStart, start, strong, large, modified, completed))
        {
            return null;
        }

        if (large && !modified && !completed && !strong && end == headStart + 1 && !Owned(scan, start) && !Alone(scan, headStart, end)
            && !Addressed(scan, i))
        {
            return null;
        }

        start = large ? start : SmallRoles.Fields(scan, start);
        double confidence = 0.6 + (strong ? 0.1 : 0) + (modified ? 0.12 : 0) + (completed ? 0.12 : 0) + (large && !scan.Capitals ? 0.05 : 0);
        Draft office = New(scan, new TokenRange(start, right), headStart, end, confidence,
            $"the office's noun \"{scan.Segment.Surface(new TokenRange(headStart, end))}\"");
        if (station is { } city)
        {
            office.Properties["stranger"] = Folding.Fold(scan.Text(city - 1).ToString());
        }

        return office;
    }

    /// <summary>"Knesset member Peter Brandt", "Harbor Council member Peter Brandt".</summary>
    private static int? Sits(Scan scan, int i) =>
        !scan.Capitals && scan.Is(i, "member") && scan.StartingAt(Honored(scan, i + 1)) is { Type: EntityType.Person }
            ? scan.EndingAt(i) is { Type: EntityType.Organization } body ? body.Tokens.Start
                : scan.In(s_institutions, i - 1) && scan.Has(i - 1, TokenShape.Capital) && scan.At(i - 1) is null ? i - 1 : null
            : null;

    /// <summary>"Secretary for Trade and Rural Development Paulo Brandt": where its holder's name begins.</summary>
    private static int? Holder(Scan scan, TokenRange range, int headEnd)
    {
        if (scan.Capitals || !scan.In(s_links, headEnd) || scan.Has(range.End, TokenShape.Capital))
        {
            return null;
        }

        for (int i = headEnd + 2; i <= range.End - 2; i++)
        {
            bool given = (scan.Facts.Words[i] & (WordKind.GivenName | WordKind.Lower)) == WordKind.GivenName && scan.Facts.Matches[i] is null;
            if (given && scan.Has(i, TokenShape.Capital) && !scan.In(s_links, i - 1) && !scan.Is(i - 1, "the") && range.End - i <= 4 && (scan.Facts.Words[range.End - 1] & (WordKind.Surname | WordKind.GivenName)) != 0
                && !scan.In(s_designators, i - 1) && scan.At(i) is null or { Entry: null, Key: null, Priority: <= 50 } && PersonRule.EndOfName(scan, i, careful: true) == range.End)
            {
                return i;
            }
        }

        return null;
    }

    private static Draft New(Scan scan, TokenRange range, int headStart, int headEnd, double confidence, string reason)
    {
        if (Holder(scan, range, headEnd) is { } holder)
        {
            TokenRange person = range with { Start = holder };
            scan.Remove(name => name.Tokens.Overlaps(person));
            scan.Add(person, EntityType.Person, 0.85, "a name behind what an office is for", 60);
            scan.Add();
            range = range with { End = holder };
        }

        foreach (Draft topic in scan.Within(range).Where(name => name is { Type: EntityType.Organization, Entry: null, Key: null }
                && name.Tokens.All(token => scan.In(PositionWords.Modifiers, token) || scan.In(BodyRule.Topics, token) || scan.Is(token, "and")
                    // What a minister is of is a topic, whether a list has it or not.
                    || name.Tokens.Start > headEnd && scan.Is(headEnd, "of", "for") && scan.Is(headEnd - 1, "minister")
                        && !scan.In(BodyRule.Heads, token) && !scan.Has(token, TokenShape.AllCapitals)
                    || (IsNation(scan, token) && scan.In(PositionWords.Modifiers, name.Tokens.End - 1)))).ToArray())
        {
            scan.Remove(name => name == topic);
        }

        NameComplement(scan, range, headEnd);
        NameCompany(scan, range, headStart);
        NameInstitution(scan, range, headStart, headEnd);
        NameLetters(scan, range, headStart);
        NamePaper(scan, range, headStart);
        Draft position = Draft.In(scan.Segment, range, EntityType.Position, confidence, reason, 80);
        position.Properties["title"] = Title(scan, range, headStart, headEnd);
        position.Properties["acting"] = range.Any(token => scan.Is(token, "acting")) || position.Surface is "AA/S" or "CDA" ? "true" : "false";
        if (new TokenRange(headStart, headEnd).Any(token => scan.At(token) is not null))
        {
            scan.Remove(name => name.Tokens.Start < headEnd && headStart < name.Tokens.End);
        }

        foreach (Draft inside in scan.Within(range))
        {
            if (range.Contains(inside.Tokens) && inside.Type != EntityType.Person)
            {
                inside.Parent = position;
                position.Bodies.Add(inside);
            }
        }

        // "for Norwegian Issues": what the office is about, not whose it is.
        int owned = scan.Is(headEnd, "for") ? headEnd : range.End;
        for (int token = range.Start; token < owned; token++)
        {
            if (scan.At(token) is null && ShortNation(scan, token) is { } brief)
            {
                position.Properties["nation"] = scan.Context.Gazetteer.Country(brief)?.Name ?? brief;
            }
            else if (IsNation(scan, token) && scan.At(token) is null && scan.Facts.Matches[token] is { } nation)
            {
                position.Properties["nation"] = nation.Entry.Name;
            }
        }

        return position;
    }

    /// <summary>The office's words without the bodies, nations and ranks around it: what two spellings of one office share.</summary>
    private static string Title(Scan scan, TokenRange range, int headStart, int headEnd)
    {
        int start = headStart;
        while (start > range.Start && scan.At(start - 1) is null && !IsNation(scan, start - 1) && scan.Has(start - 1, TokenShape.Word))
        {
            start--;
        }

        string title = scan.Segment.Surface(new TokenRange(start, headEnd));
        if (scan.At(start - 1) is { Type: EntityType.Post } && title.Equals("OFF", StringComparison.OrdinalIgnoreCase))
        {
            title = "EMBASSY OFF";
        }

        string topic = "";
        if (headEnd < range.End && new TokenRange(headEnd, range.End).All(token => scan.At(token) is null))
        {
            topic = " " + scan.Segment.Surface(new TokenRange(headEnd, range.End));
        }

        string whole = PositionWords.Expand(title) ?? title;
        return whole + topic;
    }
}
