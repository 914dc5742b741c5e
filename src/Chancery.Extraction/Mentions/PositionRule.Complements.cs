using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Mentions;

internal static partial class PositionRule
{
    private static readonly WordList s_designators = new("ngo company newspaper daily firm group");
    private static readonly WordList s_topicEnds = new("affairs relations interior defense defence justice finance health education culture");
    private static readonly WordList s_accredited = new(
        """
        ambassador amb minister envoy representative rep consul adviser advisor delegate legate counselor counsellor consultant charge
        chargé d'affaires attache attaché observer liaison coordinator assistant secretary-general nuncio commissioner
        """);

    /// <summary>Takes in the complement: a body or place, a capitalised topic, in capitals-only text the next few nouns.</summary>
    private static int Right(Scan scan, int end)
    {
        if (scan.Is(end, "in") && scan.Is(end + 1, "the") && InOffice(scan, end + 2) is { } office)
        {
            return office;
        }

        if (!scan.In(s_links, end))
        {
            return Bare(scan, end);
        }

        if (scan.Is(end - 1, "secretary") && scan.Is(end, "of") && scan.Is(end + 1, "state"))
        {
            if (!scan.Capitals && scan.Is(end + 2, "for") && scan.Has(end + 3, TokenShape.Capital)
                && scan.At(end + 3) is not { Type: EntityType.Person })
            {
                return Topic(scan, end + 2, end + 3);
            }

            return end + 2;
        }

        int next = end + 1;
        bool to = scan.Is(end, "to", "at");
        if (scan.Is(end, "to") && scan.In(s_advises, end - 1) && Advised(scan, next) is { } advised)
        {
            return advised;
        }

        if (scan.Is(end, "to") && scan.Is(end - 1, "secretary") && !scan.Is(end - 2, "the") && Served(scan, next) is { } served)
        {
            return served;
        }

        if (scan.Is(end, "to") && !scan.In(s_accredited, end - 1) && !scan.Is(end - 1, "general")
            || scan.Is(end, "at") && scan.Is(end - 1, "secretary", "president", "minister"))
        {
            return end;
        }

        while (scan.In(s_determiners, next) || scan.In(s_designators, next) && scan.StartingAt(next + 1) is not null)
        {
            next++;
        }

        // "governor of the state of Rushland"
        if (scan.In(s_regions, next) && scan.Is(next + 1, "of") && scan.StartingAt(next + 2) is { Type: EntityType.Place })
        {
            next += 2;
        }

        if (!scan.Capitals && IsNation(scan, next) && scan.At(next) is null && scan.In(s_sent, next + 1) && !scan.Has(next + 1, TokenShape.Capital))
        {
            return next + 2;
        }

        if (scan.StartingAt(next) is { } draft && draft.Type is not EntityType.Person
            && !(draft.Type == EntityType.Organization && scan.Is(end, "to") && !Accredits(scan, draft)))
        {
            int stop = draft.Tokens.End;
            if (Joined(scan, end, draft) is { } joined)
            {
                return joined;
            }

            if (scan.IsMark(stop, '(') && scan.At(stop + 1) is { Type: EntityType.Organization } acronym && scan.IsMark(acronym.Tokens.End, ')'))
            {
                stop = acronym.Tokens.End + 1;
            }

            // "Deputy Director for Danube Issues"
            if (draft.Type == EntityType.Place && scan.Is(end, "for", "of") && scan.In(s_matters, stop) && scan.Has(stop, TokenShape.Capital)
                && !scan.In(BodyRule.Heads, stop + 1) && !scan.Capitals && scan.At(stop) is null)
            {
                return stop + 1;
            }

            if (draft.Type == EntityType.Place && !scan.Capitals && BodyBehind(scan, draft) is { } body)
            {
                return body;
            }

            // "head of the U.S. delegation"
            if (draft.Type is EntityType.Place or EntityType.Organization && !scan.Capitals && scan.Is(end, "of") && scan.In(s_sent, stop)
                && !scan.Has(stop, TokenShape.Capital) && scan.At(stop) is null)
            {
                return stop + 1;
            }

            // "commander of Hungary's Harbor Police Force"
            int own = stop + 1;
            while (own - stop < 4 && scan.In(s_ranked, own) && !scan.Has(own, TokenShape.Capital))
            {
                own++;
            }

            if (draft.Type is EntityType.Place or EntityType.Organization && scan.Has(stop, TokenShape.Clitic)
                && scan.StartingAt(own) is { Type: EntityType.Organization } theirs)
            {
                stop = theirs.Tokens.End;
            }

            // "mayor of the Danube province of Rushtown"
            if (draft.Type == EntityType.Place && scan.In(s_regions, stop) && scan.Is(stop + 1, "of")
                && scan.StartingAt(stop + 2) is { Type: EntityType.Place } inner)
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

    /// <summary>"Director in the President's Office".</summary>
    private static int? InOffice(Scan scan, int next)
    {
        if (scan.Capitals || !scan.Has(next, TokenShape.Capital))
        {
            return null;
        }

        if (scan.Is(next, "presidency", "cabinet"))
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
        if (!scan.Is(link, "in", "at", "to") || scan.StartingAt(next) is not { } country || country.Type is EntityType.Person)
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

    /// <summary>"director of the Hungary Harbor Trade Group": capitalised words behind a place that end in a body's noun are one body with it.</summary>
    private static int? BodyBehind(Scan scan, Draft place)
    {
        int end = place.Tokens.End;
        while (end - place.Tokens.End < 6 && scan.Has(end, TokenShape.Word) && scan.Has(end, TokenShape.Capital) && !scan.Has(end, TokenShape.Clitic)
            && scan.At(end) is null or { Type: EntityType.Organization } && !scan.In(PositionWords.Heads, end))
        {
            end++;
        }

        if (end < place.Tokens.End + 2 || !scan.In(BodyRule.Heads, end - 1))
        {
            return null;
        }

        scan.Remove(name => name.Tokens.Start >= place.Tokens.Start && name.Tokens.End <= end);
        scan.Add(new TokenRange(place.Tokens.Start, end), EntityType.Organization, 0.75, "the body in an office's complement", 60);
        scan.Add();
        return end;
    }

    private static readonly WordList s_ranked = new("main opposition ruling largest biggest leading new own powerful conservative socialist second first governing");
    private static readonly WordList s_sent = new("delegation mission team side contingent caucus faction group section office branch chapter");

    private static readonly WordList s_matters = new("issues affairs policy programs programmes operations negotiations relations matters");

    /// <summary>Where the next of two offices begins: "and Deputy Prime Minister".</summary>
    private static bool IsNextOffice(Scan scan, int token)
    {
        int head = token;
        while (head - token < 3 && scan.In(PositionWords.Modifiers, head) && scan.Has(head, TokenShape.Capital) && !scan.In(PositionWords.Strong, head))
        {
            head++;
        }

        return scan.Has(head, TokenShape.Capital) && (scan.In(PositionWords.Heads, head) || scan.In(PositionWords.Codes, head));
    }

    /// <summary>"and Marine Resources Development": what "and" joins goes on to a portfolio's noun, also over a word that can be a name.</summary>
    private static bool GoesOn(Scan scan, int stop)
    {
        if (scan.Capitals || !scan.Is(stop - 1, "and"))
        {
            return false;
        }

        int last = stop;
        while (scan.Has(last + 1, TokenShape.Word) && scan.Has(last + 1, TokenShape.Capital) && !scan.In(PositionWords.Heads, last + 1) && last - stop < 4)
        {
            last++;
        }

        return last > stop && scan.In(s_portfolios, last);
    }

    private static int Topic(Scan scan, int end, int next)
    {
        int stop = next;
        while (stop < scan.Count && stop - next < 8)
        {
            bool ended = stop > next && !GoesOn(scan, stop)
                && (stop < scan.Count && scan.At(stop) is not { Type: EntityType.Organization } && scan.Has(stop, TokenShape.SpaceBefore) && (scan.Facts.Words[stop] & (WordKind.GivenName | WordKind.Lower | WordKind.PlaceName)) == WordKind.GivenName
                    || scan.In(s_topicEnds, stop - 1)
                    || scan.In(BodyRule.Topics, stop - 1) && stop < scan.Count && IsNameWord(scan, stop));
            if (!ended && scan.Has(stop, TokenShape.Word) && scan.Has(stop, TokenShape.Capital) && scan.At(stop) is not { Type: EntityType.Person }
                && !scan.In(s_ranks, stop) && !scan.In(Titles.Honorifics, stop) && stop < scan.Segment.SentenceOf(end).End)
            {
                stop++;
            }
            else if (scan.IsMark(stop, ',') && scan.In(s_portfolios, stop - 1) && scan.In(s_portfolios, stop + 1) && scan.Has(stop + 1, TokenShape.Capital)
                && Joins(scan, stop + 2))
            {
                stop += 2;
            }
            else if (stop > next && scan.Is(stop, "and", "for", "of") && scan.Has(stop + 1, TokenShape.Capital)
                && scan.Has(stop + 1, TokenShape.Word) && !IsNextOffice(scan, stop + 1)
                && (scan.At(stop + 1) is null || scan.Is(stop, "and") && Second(scan, end, stop + 1)))
            {
                stop++;
            }
            else
            {
                break;
            }
        }

        while (stop > next && scan.Is(stop - 1, "and", "for", "of"))
        {
            stop--;
        }

        return stop > next ? stop : end;
    }

    private static int CapitalsTopic(Scan scan, int end, int next)
    {
        if (!scan.Is(end, "of") && !(scan.Is(end, "for")
            && (scan.Is(end - 1, "general") && scan.Is(end - 2, "director", "secretary") || scan.In(s_portfolios, next) && !scan.Is(end - 1, "ambassador"))))
        {
            return end;
        }

        int stop = next;
        while (stop < scan.Count && stop - next < 4 && scan.Has(stop, TokenShape.Word) && !scan.In(s_stop, stop) && !scan.In(s_ranks, stop)
            && !scan.In(s_links, stop) && scan.At(stop) is not { Type: EntityType.Person }
            && !(stop > next && scan.Text(stop).EndsWith("ED", StringComparison.OrdinalIgnoreCase))
            && !(stop > next && IsNameWord(scan, stop) && NotNames.IsKnown(scan, stop - 1)))
        {
            stop++;
            if (scan.IsMark(stop, '-') && scan.Has(stop + 1, TokenShape.Word))
            {
                stop += 2;
            }
        }

        return stop > next ? stop : end;
    }

    /// <summary>Telegrams' short words for nations.</summary>
    private static readonly Dictionary<string, string> s_shortNations = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Sov"] = "Soviet Union", ["Brit"] = "United Kingdom", ["Rum"] = "Romania", ["Yugo"] = "Yugoslavia", ["Bulg"] = "Bulgaria",
    };

    private static string? ShortNation(Scan scan, int token) =>
        scan.Has(token, TokenShape.Capital) && scan.Tokens[token].Length is 3 or 4
            && s_shortNations.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(scan.Text(token), out string? nation) ? nation : null;

    /// <summary>"CHIEF OF A HARBOR SUBCOMMITTEE": a complement that ends in a body's noun names a body.</summary>
    private static void NameComplement(Scan scan, TokenRange range, int headEnd)
    {
        int start = headEnd + 1;
        while (scan.In(s_determiners, start))
        {
            start++;
        }

        if (scan.Is(headEnd, "in") && range.End > start && scan.Is(headEnd + 1, "the")
            && new TokenRange(start, range.End).All(token => scan.At(token) is null))
        {
            scan.Add(new TokenRange(start, range.End), EntityType.Organization, 0.75, "the office that an office is in", 60);
            scan.Add();
            return;
        }

        if (range.End - start == 1 && scan.Is(headEnd, "of") && !scan.Capitals && scan.At(start) is null && scan.Has(start, TokenShape.Capital)
            && !scan.Has(start, TokenShape.AllCapitals) && !scan.Is(headEnd - 1, "minister", "secretary", "undersecretary")
            && scan.Facts.Words[start] == Gazetteers.WordKind.None && scan.Facts.Matches[start] is null)
        {
            bool town = scan.Is(headEnd - 1, "mayor", "governor", "ambassador");
            scan.Add(new TokenRange(start, range.End), town ? EntityType.Place : EntityType.Organization, 0.7, "an unknown name in an office's complement", 60);
            scan.Add();
        }

        if (range.End - start >= 2 && scan.In(BodyRule.Heads, range.End - 1)
            && new TokenRange(start, range.End).All(token => scan.At(token) is null))
        {
            scan.Add(new TokenRange(start, range.End), EntityType.Organization, 0.75, "the body in an office's complement", 60);
            scan.Add();
        }
    }

    private static readonly WordList s_company = new("ceo cfo coo");

    /// <summary>"Vardan CEO": what runs so is a company.</summary>
    private static void NameCompany(Scan scan, TokenRange range, int head)
    {
        if (scan.In(s_company, head) && range.Start < head && !scan.Capitals
            && new TokenRange(range.Start, head).All(token => scan.At(token) is null && scan.Has(token, TokenShape.Capital)
                && !scan.In(PositionWords.Modifiers, token) && !IsNation(scan, token)))
        {
            scan.Add(new TokenRange(range.Start, head), EntityType.Organization, 0.8, $"a name before \"{scan.Text(head)}\"", 60);
            scan.Add();
        }
    }
}
