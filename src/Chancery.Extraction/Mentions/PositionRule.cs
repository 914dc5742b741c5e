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
    private static readonly WordList s_designators = new("ngo company newspaper daily firm group");
    private static readonly WordList s_determiners = new("the a an his her their its our new current then");
    private static readonly WordList s_generals = new("director secretary consul attorney inspector commissioner governor prosecutor auditor comptroller controller surgeon solicitor rapporteur coordinator administrator superintendent representative");
    private static readonly WordList s_topicEnds = new("affairs relations interior defense defence justice finance health education culture");
    private static readonly WordList s_ranks = new("general brigadier colonel major captain lieutenant admiral ltg ltc gen col maj capt lt dr mr mrs ms mg bg");
    private static readonly WordList s_stop = new(
        "who whom which that and or but has had have was were is are said told will would with by on in from as at when while after before he she they it not assured stated");

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

            Draft? draft = Code(scan, i) ?? Titled(scan, i);
            if (draft is not null && IsGeneric(scan, draft, generic))
            {
                generic = draft.Tokens.End;
                covered = draft.Tokens.End;
                continue;
            }

            if (draft is not null && (positions.Count == 0 || positions[^1].Segment != scan.Segment || positions[^1].Tokens.End <= draft.Tokens.Start))
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
        int listed = scan.Is(start - 1, "and") || scan.Is(start - 1, "or") || scan.IsMark(start - 1, ',') ? start - 1 : -1;
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
        else if (!scan.In(PositionWords.Codes, i) || !(scan.Has(i, TokenShape.Capital) || scan.Has(i, TokenShape.MixedCase)) || scan.IsMark(i + 1, '/') || scan.IsMark(i - 1, '/')
            || scan.At(i) is { Tokens.Count: > 1 }
            || scan.Is(i, "io") || scan.Is(i, "charge") && !IsCharge(scan, i) || (scan.Is(i, "pm") || scan.Is(i, "fm")) && !IsMinister(scan, i))
        {
            return null;
        }

        int start = Left(scan, i, codeword: !(scan.Is(i, "ceo") || scan.Is(i, "cfo")));
        return New(scan, new TokenRange(start, end), i, end, 0.93, $"the short word for an office: {scan.Segment.Surface(new TokenRange(i, end))}");
    }

    /// <summary>"PM Brandt", "the FM", but not "8 PM" and "88.5 FM".</summary>
    private static bool IsMinister(Scan scan, int i) =>
        !scan.Capitals && scan.Has(i, TokenShape.AllCapitals) && !scan.Has(i - 1, TokenShape.Number) && !scan.IsMark(i + 1, '-')
        && (scan.In(s_determiners, i - 1) || IsNation(scan, i - 1) || scan.Is(i - 1, "deputy") || scan.StartingAt(i + 1) is { Type: EntityType.Person });

    private static bool IsCharge(Scan scan, int i) =>
        !scan.Is(i - 1, "in") && scan.Has(i, TokenShape.Capital) && (scan.In(s_determiners, i - 1) || scan.Has(i + 1, TokenShape.Capital) || scan.Segment.SentenceOf(i).Start != i)
        && (!scan.Capitals || !scan.In(s_determiners, i + 1) && !scan.Is(i + 1, "that") && !scan.Is(i + 1, "of"));

    private static Draft? Titled(Scan scan, int i)
    {
        bool strong = scan.In(PositionWords.Strong, i);
        if (!strong && !scan.In(PositionWords.Weak, i))
        {
            return null;
        }

        Draft? over = scan.At(i);
        if (over is not null && (over.Type is EntityType.Person or EntityType.Post || over.Tokens.Count > 1))
        {
            return null;
        }

        if (scan.Is(i, "charge") && !scan.Has(i, TokenShape.Capital) && !scan.Text(i + 1).StartsWith("d'", StringComparison.OrdinalIgnoreCase) && !scan.Text(i + 1).StartsWith("d\u2019", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        if ((scan.Is(i, "deputy") || scan.Is(i, "assistant")) && (scan.In(PositionWords.Strong, i + 1) || scan.In(PositionWords.Heads, i + 1)))
        {
            return null;
        }

        if (SmallRoles.IsDeputy(scan, i))
        {
            return New(scan, new TokenRange(i, i + 1), i, i + 1, 0.8, "somebody's deputy, named");
        }

        (int headStart, int end) = Head(scan, i);
        int start = Left(scan, headStart, codeword: false);
        bool large = scan.Has(i, TokenShape.Capital);
        int right = !strong && scan.Is(end, "at") && !scan.Is(i, "representative") ? end : Right(scan, end);
        if (right == end && start < headStart && IsNation(scan, start) && (scan.Is(i, "amb") || scan.Is(i, "ambassador")) && scan.Has(end, TokenShape.Capital) && !scan.Has(end + 1, TokenShape.Capital)
            && (scan.At(end) is null or { Type: EntityType.Place } || scan.Is(i, "amb") && scan.At(end) is { Type: EntityType.Person, Tokens.Count: 1 }) && scan.Context.Gazetteer.Posts.IsPostCity(scan.Text(end).ToString()))
        {
            // "Brit Amb Helsinki"
            right = end + 1;
            scan.Remove(name => name.Type == EntityType.Person && name.Tokens.Start == end);
            scan.Add(new TokenRange(end, right), EntityType.Place, 0.8, "the city of an ambassador", 60);
            scan.Add();
        }

        bool completed = right > end;
        if (!large && SmallRoles.Read(scan, start, headStart, right, strong) is { } small)
        {
            return New(scan, new TokenRange(small, right), headStart, end, 0.8, $"a role in small letters beside its holder: \"{scan.Segment.Surface(new TokenRange(headStart, end))}\"");
        }

        bool modified = start < headStart;
        if (!Accept(scan, i, headStart, start, strong, large, modified, completed))
        {
            return null;
        }

        if (large && !modified && !completed && !strong && end == headStart + 1)
        {
            return null;
        }

        double confidence = 0.6 + (strong ? 0.1 : 0) + (modified ? 0.12 : 0) + (completed ? 0.12 : 0) + (large && !scan.Capitals ? 0.05 : 0);
        return New(scan, new TokenRange(start, right), headStart, end, confidence, $"the office's noun \"{scan.Segment.Surface(new TokenRange(headStart, end))}\"");
    }

    private static bool Accept(Scan scan, int i, int headStart, int start, bool strong, bool large, bool modified, bool completed)
    {
        bool lawyer = scan.Has(i, TokenShape.Capital) && scan.Has(i - 1, TokenShape.Capital) && start < headStart && (scan.Is(i, "general") && scan.In(s_lawyers, i - 1) || scan.Is(i, "justice") && scan.Is(i - 1, "chief"));
        if (lawyer)
        {
            return true;
        }

        if (large && scan.Is(i, "chief") && scan.Is(i + 1, "of") && scan.Has(i + 2, TokenShape.Capital) && (scan.Is(i + 2, "staff") || scan.Is(i + 2, "protocol") || scan.Is(i + 2, "cabinet")))
        {
            return true;
        }

        if (scan.Is(i, "general") || scan.Is(i, "justice") || scan.Is(i, "member") || (scan.Is(i, "off") && !scan.Capitals))
        {
            return false;
        }

        bool known = Enumerable.Range(start, headStart - start).Any(token => scan.At(token) is not null || IsNation(scan, token));
        if (!large)
        {
            bool definiteBody = completed && Right(scan, i + 1) is var right && Enumerable.Range(i + 1, right - i - 1).Any(token => scan.At(token) is { Type: EntityType.Organization or EntityType.Post });
            return definiteBody && (strong || scan.Is(i, "head") || scan.Is(i, "chief") || scan.Is(i, "leader")) || (known && !scan.Is(i, "leader") && !scan.Is(i, "member") && !scan.Is(i, "representative"));
        }

        if (scan.Is(i, "secretary") && scan.Is(i + 1, "of") && scan.Is(i + 2, "state") || strong && !scan.Capitals)
        {
            bool crowned = (scan.Is(i, "king") || scan.Is(i, "queen")) && scan.Has(i - 1, TokenShape.Word) && !scan.Has(i - 1, TokenShape.Capital) && !scan.Has(i + 1, TokenShape.Capital);
            return crowned || !(scan.Is(i, "chair") || scan.Is(i, "king") || scan.Is(i, "queen") || scan.Is(i, "dean")) || modified || completed;
        }

        if (!strong)
        {
            return scan.Is(i, "deputy") || scan.Is(i, "assistant") ? false
                : scan.Is(i, "off") ? scan.Capitals && known
                : scan.Is(i, "chief") || scan.Is(i, "head") ? completed || (known && !scan.Capitals) || (modified && !scan.Capitals)
                : known || completed && scan.Is(i, "representative") || (modified && !scan.Capitals && headStart - start >= 1);
        }

        return scan.Is(i, "secretary") && scan.Is(i - 1, "the") && !scan.Is(i + 1, "of") && !scan.Is(i + 1, "general") || (scan.Is(i, "chair") || scan.Is(i, "director") || scan.Is(i, "secretary") || scan.Is(i, "king") ? modified || completed || scan.Is(i, "king") && scan.StartingAt(i + 1) is { Type: EntityType.Person } : true);
    }

    /// <summary>The noun with the words that follow it inside a title: "Secretary General", "Chargé d'Affaires", "Chief of Staff".</summary>
    private static (int Start, int End) Head(Scan scan, int i)
    {
        int end = i + 1;
        if (scan.IsMark(end, '-') && (scan.Is(end + 1, "general") || scan.Is(end + 1, "president") && scan.Is(i, "minister")))
        {
            return (i, end + 2);
        }

        if (scan.Is(end, "general") && scan.Has(end, TokenShape.Capital) && scan.In(s_generals, i) && !RankOf(scan, i, end + 1))
        {
            end++;
        }
        else if (scan.Is(i, "charge") || scan.Is(i, "chargé"))
        {
            end = scan.Is(end, "d'affaires") || scan.Text(end).StartsWith("d'", StringComparison.OrdinalIgnoreCase) || scan.Text(end).StartsWith("d\u2019", StringComparison.OrdinalIgnoreCase) ? end + 1 : end;
            end = scan.Is(end, "a.i") || scan.Is(end, "a.i.") ? end + 1 : end;
        }
        else if (scan.Is(i, "chief") && scan.Is(end, "of") && (scan.Is(end + 1, "staff") || scan.Is(end + 1, "mission") || scan.Is(end + 1, "state") || scan.Is(end + 1, "cabinet") || scan.Is(end + 1, "protocol")))
        {
            end += 2;
        }
        else if (scan.Is(i, "consul") && scan.Is(end, "general"))
        {
            end++;
        }

        return (i, end);
    }

    /// <summary>"Director General Peter Brandt" is a general if the cable elsewhere says "General Brandt"; "Secretary General" always is the office.</summary>
    private static bool RankOf(Scan scan, int head, int next)
    {
        if (scan.Is(head, "secretary") || scan.Is(head, "attorney") || scan.Is(head, "consul") || scan.At(next) is not { Type: EntityType.Person } person || person.Tokens.Start != next)
        {
            return false;
        }

        ulong surname = scan.Tokens[person.Tokens.End - 1].Fold;
        ulong given = scan.Tokens[person.Tokens.Start].Fold;
        foreach (Segment segment in scan.Context.Document.Segments)
        {
            for (int i = 1; i < segment.Tokens.Length; i++)
            {
                bool named = segment.Tokens[i].Fold == surname || segment.Tokens[i].Fold == given && i + 1 < segment.Tokens.Length && segment.Tokens[i + 1].Fold == surname;
                if (named && segment.Of(segment.Tokens[i - 1]).Equals("general", StringComparison.OrdinalIgnoreCase)
                    && !(i > 1 && PositionWords.Strong.Contains(segment.Tokens[i - 2])))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsNation(Scan scan, int token) => ShortNation(scan, token) is not null
        || token >= 0 && scan.Facts.Matches[token] is { } match && match.Length == 1 && (match.Kinds & (EntryKind.Demonym | EntryKind.Country)) != 0 && (!match.Kinds.HasFlag(EntryKind.Acronym) || scan.Is(token, "us") || scan.Is(token, "uk"));

    /// <summary>Takes in what modifies the noun: whole names, nations, "Acting", "Deputy", topics.</summary>
    private static int Left(Scan scan, int head, bool codeword)
    {
        int start = head;
        TokenRange sentence = scan.Segment.SentenceOf(head);
        while (start > sentence.Start)
        {
            int before = start - 1;
            if (scan.IsMark(before, ')') && Bracketed(scan, before) is { } open)
            {
                start = open;
                continue;
            }

            if (scan.At(before) is { } draft)
            {
                if (draft.Type is EntityType.Person or EntityType.Position || draft.Tokens.End != start || (codeword && draft.Type == EntityType.Place) || ListedPlace(scan, draft))
                {
                    break;
                }

                start = draft.Tokens.Start;
                continue;
            }

            bool modifier = scan.In(PositionWords.Modifiers, before) && (scan.Has(before, TokenShape.Capital) || scan.Is(before, "deputy") || scan.Is(before, "vice") || scan.Is(before, "acting") || scan.Is(before, "chief") && start < head);
            bool nation = IsNation(scan, before) && scan.Has(before, TokenShape.Capital);
            bool joined = scan.IsMark(before, '-') && start - 2 >= sentence.Start && (scan.In(PositionWords.Modifiers, start - 2)
                || start < head && !scan.Capitals && !codeword && scan.At(start) is null && scan.At(start - 2) is null && !scan.Has(before, TokenShape.SpaceBefore) && !scan.Has(start, TokenShape.SpaceBefore) && scan.Has(start - 2, TokenShape.Capital));
            bool named = !scan.Capitals && !codeword && scan.Has(before, TokenShape.Word) && scan.Has(before, TokenShape.Capital) && before > sentence.Start
                && scan.Segment.Kind != SegmentKind.Heading && !scan.In(s_determiners, before) && !scan.In(PositionWords.Heads, before)
                && (scan.Facts.Words[before] & WordKind.GivenName) == 0 && !scan.In(s_links, before) && !scan.In(s_stop, before) && !scan.In(Dates.Months, before) && !scan.In(s_ranks, before);
            bool and = scan.Is(before, "and") && !codeword && start - 2 >= sentence.Start && scan.In(PositionWords.Modifiers, start - 2) && scan.In(PositionWords.Modifiers, start)
                && scan.Has(start - 2, TokenShape.Capital) && !scan.In(PositionWords.Heads, start - 2) && !scan.Is(start - 2, "general");
            bool anti = !scan.Capitals && scan.IsMark(before - 1, '-') && !scan.Has(before, TokenShape.SpaceBefore) && scan.Is(before - 2, "anti") && before - 2 >= sentence.Start;
            if (anti)
            {
                start -= 3;
            }
            else if (joined || and)
            {
                start -= 2;
            }
            else if (modifier || nation || named)
            {
                start--;
            }
            else
            {
                break;
            }
        }

        while (start < head && (scan.In(s_determiners, start) && !(scan.Is(start, "new") && scan.Has(start, TokenShape.Capital) && start > sentence.Start) || scan.IsMark(start, '-') || scan.Is(start, "and")))
        {
            start++;
        }

        return start;
    }

    private static readonly WordList s_lawyers = new("attorney solicitor auditor surgeon postmaster");
    private static readonly WordList s_accredited = new("ambassador amb minister envoy representative rep consul adviser advisor delegate legate counselor counsellor charge chargé d'affaires attache attaché observer liaison coordinator assistant secretary-general nuncio commissioner");
    private static readonly WordList s_towards = new("in from at to via into near");
    private static readonly WordList s_local = new("mayor governor premier prefect prosecutor correspondent police");

    /// <summary>"Laos and Cuba President has made clear": the last of a list of countries does not modify what follows, nor does the place of "in Paris Secretary Brandt had noticed".</summary>
    private static bool ListedPlace(Scan scan, Draft place) =>
        place.Type == EntityType.Place && scan.In(s_towards, place.Tokens.Start - 1) && !scan.In(s_local, place.Tokens.End)
        || place.Type == EntityType.Place && (scan.Is(place.Tokens.Start - 1, "and") || scan.IsMark(place.Tokens.Start - 1, ','))
        && scan.EndingAt(place.Tokens.Start - 1) is { Type: EntityType.Place };

    /// <summary>"Joint Cooperation Committee (JCC) Chairperson": where the bracket closes over an acronym of the name before it.</summary>
    private static int? Bracketed(Scan scan, int close)
    {
        if (!scan.IsMark(close - 2, '(') || scan.At(close - 1) is not { Type: EntityType.Organization })
        {
            return null;
        }

        return scan.EndingAt(close - 2) is { Type: EntityType.Organization } name ? name.Tokens.Start : null;
    }

    /// <summary>Takes in the complement: a body or place, a capitalised topic, in capitals-only text the next few nouns.</summary>
    private static int Right(Scan scan, int end)
    {
        if (scan.Is(end, "in") && scan.Is(end + 1, "the") && InOffice(scan, end + 2) is { } office)
        {
            return office;
        }

        if (!scan.In(s_links, end))
        {
            bool head = scan.Has(end - 1, TokenShape.Capital) && (scan.Is(end - 1, "head") || scan.Is(end - 1, "chief") || scan.Is(end - 1, "director"));
            return head && scan.Has(end, TokenShape.SpaceBefore) && scan.StartingAt(end) is { Type: EntityType.Organization } body ? body.Tokens.End : end;
        }

        if (scan.Is(end - 1, "secretary") && scan.Is(end, "of") && scan.Is(end + 1, "state"))
        {
            if (!scan.Capitals && scan.Is(end + 2, "for") && scan.Has(end + 3, TokenShape.Capital) && scan.At(end + 3) is not { Type: EntityType.Person })
            {
                return Topic(scan, end + 2, end + 3);
            }

            return end + 2;
        }

        int next = end + 1;
        bool to = scan.Is(end, "to") || scan.Is(end, "at");
        if (scan.Is(end, "to") && !scan.In(s_accredited, end - 1) && !scan.Is(end - 1, "general") || scan.Is(end, "at") && (scan.Is(end - 1, "secretary") || scan.Is(end - 1, "president") || scan.Is(end - 1, "minister")))
        {
            return end;
        }

        while (scan.In(s_determiners, next) || scan.In(s_designators, next) && scan.StartingAt(next + 1) is not null)
        {
            next++;
        }

        if (scan.StartingAt(next) is { } draft && draft.Type is not EntityType.Person && !(to && draft.Type == EntityType.Organization && scan.Is(end, "to")))
        {
            int stop = draft.Tokens.End;
            if (scan.IsMark(stop, '(') && scan.At(stop + 1) is { Type: EntityType.Organization } acronym && scan.IsMark(acronym.Tokens.End, ')'))
            {
                stop = acronym.Tokens.End + 1;
            }

            // "commander of Hungary's Harbor Police Force"
            if (draft.Type is EntityType.Place or EntityType.Organization && scan.Has(stop, TokenShape.Clitic) && scan.StartingAt(stop + 1) is { Type: EntityType.Organization } theirs)
            {
                stop = theirs.Tokens.End;
            }

            // "mayor of the Danube province of Rushtown"
            if (draft.Type == EntityType.Place && scan.In(s_regions, stop) && scan.Is(stop + 1, "of") && scan.StartingAt(stop + 2) is { Type: EntityType.Place } inner)
            {
                stop = inner.Tokens.End;
            }

            return stop;
        }

        if (to)
        {
            return end;
        }

        return scan.Capitals ? CapitalsTopic(scan, end, next) : Topic(scan, end, next);
    }

    /// <summary>"Minister in the Presidency", "Director in the President's Office".</summary>
    private static int? InOffice(Scan scan, int next)
    {
        if (scan.Capitals || !scan.Has(next, TokenShape.Capital))
        {
            return null;
        }

        if (scan.Is(next, "presidency") || scan.Is(next, "cabinet"))
        {
            return next + 1;
        }

        int end = next;
        while (end - next < 4 && (scan.Has(end, TokenShape.Capital) || scan.Has(end, TokenShape.Clitic)))
        {
            end++;
            if (scan.Is(end - 1, "office"))
            {
                return end;
            }
        }

        return null;
    }

    /// <summary>"The Minister in Finland": in a heading the country completes the office.</summary>
    public static Draft WithCountry(Scan scan, Draft position)
    {
        int link = position.Tokens.End;
        int next = scan.Is(link + 1, "the") ? link + 2 : link + 1;
        if (!(scan.Is(link, "in") || scan.Is(link, "at") || scan.Is(link, "to")) || scan.StartingAt(next) is not { } country || country.Type is EntityType.Person)
        {
            return position;
        }

        Draft whole = Draft.In(scan.Segment, new TokenRange(position.Tokens.Start, country.Tokens.End), EntityType.Position, position.Confidence, position.Reason, position.Priority);
        foreach ((string key, string value) in position.Properties)
        {
            whole.Properties[key] = value;
        }

        foreach (Draft inside in position.Bodies.Append(country))
        {
            inside.Parent = whole;
            whole.Bodies.Add(inside);
        }

        return whole;
    }

    private static readonly WordList s_regions = new("province city town district region state department village county");

    private static int Topic(Scan scan, int end, int next)
    {
        int stop = next;
        while (stop < scan.Count && stop - next < 8)
        {
            bool ended = stop > next && (scan.In(s_topicEnds, stop - 1) || scan.In(BodyRule.Topics, stop - 1) && stop < scan.Count && (scan.Facts.Words[stop] & (WordKind.Surname | WordKind.Lower)) == WordKind.Surname);
            if (!ended && scan.Has(stop, TokenShape.Word) && scan.Has(stop, TokenShape.Capital) && scan.At(stop) is not { Type: EntityType.Person } && !scan.In(s_ranks, stop) && !scan.In(Titles.Honorifics, stop) && stop < scan.Segment.SentenceOf(end).End)
            {
                stop++;
            }
            else if (stop > next && (scan.Is(stop, "and") || scan.Is(stop, "for") || scan.Is(stop, "of")) && scan.Has(stop + 1, TokenShape.Capital)
                && scan.Has(stop + 1, TokenShape.Word) && scan.At(stop + 1) is null && !scan.In(PositionWords.Heads, stop + 1))
            {
                stop++;
            }
            else
            {
                break;
            }
        }

        return stop > next ? stop : end;
    }

    private static int CapitalsTopic(Scan scan, int end, int next)
    {
        if (!scan.Is(end, "of"))
        {
            return end;
        }

        int stop = next;
        while (stop < scan.Count && stop - next < 4 && scan.Has(stop, TokenShape.Word) && !scan.In(s_stop, stop) && !scan.In(s_ranks, stop)
            && !scan.In(s_links, stop) && scan.At(stop) is not { Type: EntityType.Person })
        {
            stop++;
            if (scan.IsMark(stop, '-') && scan.Has(stop + 1, TokenShape.Word))
            {
                stop += 2;
            }
        }

        return stop > next ? stop : end;
    }

    private static Draft New(Scan scan, TokenRange range, int headStart, int headEnd, double confidence, string reason)
    {
        foreach (Draft topic in scan.Within(range).Where(name => name is { Type: EntityType.Organization, Entry: null, Key: null }
            && Enumerable.Range(name.Tokens.Start, name.Tokens.Count).All(token => scan.In(PositionWords.Modifiers, token) || scan.In(BodyRule.Topics, token) || scan.Is(token, "and") || (IsNation(scan, token) && scan.In(PositionWords.Modifiers, name.Tokens.End - 1)))).ToArray())
        {
            scan.Remove(name => name == topic);
        }

        NameComplement(scan, range, headEnd);
        NameCompany(scan, range, headStart);
        Draft position = Draft.In(scan.Segment, range, EntityType.Position, confidence, reason, 80);
        position.Properties["title"] = Title(scan, range, headStart, headEnd);
        position.Properties["acting"] = Enumerable.Range(range.Start, range.Count).Any(token => scan.Is(token, "acting")) || position.Surface is "AA/S" or "CDA" ? "true" : "false";
        if (Enumerable.Range(headStart, headEnd - headStart).Any(token => scan.At(token) is not null))
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

        for (int token = range.Start; token < range.End; token++)
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
        if (headEnd < range.End && Enumerable.Range(headEnd, range.End - headEnd).All(token => scan.At(token) is null))
        {
            topic = " " + scan.Segment.Surface(new TokenRange(headEnd, range.End));
        }

        string whole = PositionWords.Expand(title) ?? title;
        return whole + topic;
    }
}
