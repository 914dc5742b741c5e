using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Mentions;

/// <summary>Missions: "Embassy Bucharest", "AMCONSUL SAO PAULO", "the United States Embassy to Colombia", and the sender as "Post" or "the Embassy".</summary>
internal static class PostRule
{
    private static readonly WordList s_heads = new(
        "EMBASSY AMEMBASSY AMEMB EMB CONSULATE AMCONSUL CONGEN AMCONGEN AMCONSULATE LEGATION AMLEGATION USMISSION");

    private static readonly WordList s_bare = new("EMBASSY AMEMBASSY AMEMB EMB CONSULATE CONGEN LEGATION USMISSION");
    private static readonly WordList s_own = new("UNITED STATES AMERICAN US U.S. USA OUR");
    private static readonly WordList s_notPost = new(
        "the a an this that his her its their new trading checkpoint military police border outpost command ex first each every any no former his same");
    private static readonly WordList s_afterPost = new("office offices - war box card master code haste exchange offering conflict graduate election invasion cold");
    private static readonly WordList s_missions = new("USNATO USUN USEU USRO USOSCE UNVIE USAU USINT USLO USBER SMUN USDEL");

    public static void Find(Scan scan)
    {
        for (int i = 0; i < scan.Count; i++)
        {
            if (scan.In(s_heads, i) && scan.Has(i, TokenShape.Word))
            {
                i = Head(scan, i) - 1;
            }
            else if (scan.Is(i, "visit") && scan.Is(i - 1, "please") && City(scan, i + 1) is { } site
                && Enumerable.Range(site, 3).Any(token => scan.Is(token, "classified")))
            {
                scan.Add(new TokenRange(i + 1, site), EntityType.Post, 0, Scan.Blocker, 94);
            }
            else if (scan.In(Sent, i) || (scan.Is(i, "pass", "relay") && scan.Is(scan.Is(i - 1, "please", "pls") ? i - 2 : i - 1, "department", "dept")))
            {
                i = Distribution(scan, i) - 1;
            }
            else if (scan.Has(i, TokenShape.Capital) && scan.Has(i + 1, TokenShape.Clitic) && scan.Has(i + 2, TokenShape.Number)
                && scan.Tokens[i + 2].Length >= 3 && scan.Context.Gazetteer.Posts.IsPostCity(scan.Text(i).ToString()))
            {
                Writer(scan, new TokenRange(i, i + 1), "a city with the number of its telegram");
            }
            else if (scan.Has(i, TokenShape.Capital) && scan.Has(i + 2, TokenShape.Clitic) && scan.Has(i + 3, TokenShape.Number)
                && scan.Tokens[i + 3].Length >= 3 && City(scan, i) == i + 2)
            {
                Writer(scan, new TokenRange(i, i + 2), "a city with the number of its telegram");
            }
            else if (scan.Is(i, "mission") && scan.Has(i, TokenShape.Capital) && !scan.Capitals && scan.Is(i + 1, "at", "in")
                && City(scan, i + 2) is { } seat)
            {
                Draft draft = scan.Add(new TokenRange(i, seat), EntityType.Post, 0.9, "a mission with its city", 92);
                Name(draft, PostNames.Parse("MISSION " + scan.Segment.Surface(new TokenRange(i + 2, seat)), scan.Context.Gazetteer, scan.Context.Document.Year), scan);
            }
            else if (scan.Is(i, "mission") && scan.Has(i, TokenShape.Capital) && !scan.Capitals && Country(scan, i + 1) is { } whole)
            {
                Draft draft = scan.Add(new TokenRange(i, whole), EntityType.Post, 0.88, "the mission in a country, all its posts", 92);
                Name(draft, PostNames.EmbassyTo(scan.Segment.Surface(new TokenRange(i + 1, whole)), scan.Context.Gazetteer, scan.Context.Document.Year), scan);
            }
            else if (scan.Is(i, "mission") && scan.Has(i, TokenShape.Capital) && scan.Is(i - 1, "UN") && Foreign(scan, i - 2) is { } state)
            {
                scan.Add(new TokenRange(i - 2, i + 1), EntityType.Post, 0.88, "a nation's mission to the United Nations", 92).Key = $"post:{state}/UN";
            }
            else if (scan.Has(i, TokenShape.Capital) && City(scan, i) is { } told && Told(scan, i, told))
            {
                Writer(scan, new TokenRange(i, told), "a city that is spoken to");
            }
            else if (scan.In(s_instructs, i - 1) && City(scan, i) is { } asked && scan.Is(asked, "to"))
            {
                Writer(scan, new TokenRange(i, asked), $"a city that is told to act: \"{scan.Text(i - 1)}\"");
            }
            else if (scan.Is(i, "post"))
            {
                Own(scan, i);
            }
            else if (scan.In(s_missions, i) && scan.Has(i, TokenShape.AllCapitals | TokenShape.MixedCase))
            {
                Draft draft = scan.Add(new TokenRange(i, i + 1), EntityType.Post, 0.9, $"the mission's code {scan.Text(i)}", 80);
                Name(draft, PostNames.Parse(draft.Surface, scan.Context.Gazetteer, scan.Context.Document.Year), scan);
            }
        }
    }

    private static readonly WordList s_officers = new("ambassador amb charge under secretary minister consul chief dcm acting deputy emboff chargé");
    private static readonly WordList s_asked = new("comment pass inform report advise consider add draw share raise approach discuss convey note use provide send repeat");

    /// <summary>"Rome for Ambassador", "Rome—eyes only for Brandt", "New Delhi may wish to comment".</summary>
    private static bool Told(Scan scan, int start, int end)
    {
        bool opens = scan.Segment.SentenceOf(start).Start == start;
        bool addressed = opens && (scan.Is(end, "for") && (scan.In(s_officers, end + 1) || scan.In(PositionWords.Codes, end + 1)) || scan.Is(end + 1, "eyes") && scan.Is(end + 2, "only"));
        bool asked = scan.Is(end, "may", "might", "should", "please") && (scan.Is(end + 1, "wish", "want") && scan.Is(end + 2, "to") && scan.In(s_asked, end + 3)
            || scan.Is(end, "please", "should") && scan.In(s_asked, end + 1) && opens && scan.Context.Origin is not null && scan.Is(end, "please"));
        return addressed || asked;
    }

    private static readonly WordList s_instructs = new("requesting request requested requests asking asked instructing instructed instruct authorizing authorized directing directed");
    /// <summary>With these a line of distribution begins and goes on.</summary>
    internal static WordList Sent { get; } = new("repeated rptd reptd sent repeat rpt");
    private static readonly WordList s_listed = new("to info information and also for as by pouch");

    /// <summary>"Sent to Bucharest, repeated Moscow 45 and London": the cities of a distribution line are missions.</summary>
    private static int Distribution(Scan scan, int verb)
    {
        int at = verb + 1;
        while (at < scan.Count)
        {
            if (scan.In(s_listed, at) || scan.IsMark(at, ',') || (scan.Has(at, TokenShape.Number) && at > verb + 1))
            {
                at++;
            }
            else if (scan.Is(at, "department", "dept") && scan.Has(at, TokenShape.Capital))
            {
                scan.Add(new TokenRange(at, at + 1), EntityType.Organization, 0.9, "the Department in a line of distribution", 90).Entry = scan.Context.Gazetteer.Find("Department of State");
                at++;
            }
            else if (City(scan, at) is { } end
                && (scan.Is(at - 1, "to") || at == verb + 1 || !scan.Has(at - 1, TokenShape.Word) || scan.In(s_listed, at - 1)))
            {
                Writer(scan, new TokenRange(at, end), $"a city after \"{scan.Text(verb)}\"");
                at = end;
            }
            else
            {
                break;
            }
        }

        return verb + 1;
    }

    private static void Writer(Scan scan, TokenRange range, string reason)
    {
        Draft mission = scan.Add(range, EntityType.Post, 0.8, reason, 90);
        Name(mission, PostNames.Parse(mission.Surface, scan.Context.Gazetteer, scan.Context.Document.Year), scan);
    }

    /// <summary>Reads on from the head's word; returns the token after what was read.</summary>
    private static int Head(Scan scan, int i)
    {
        int end = i + 1;
        if (scan.Is(i, "consulate") && scan.Is(end, "general"))
        {
            end++;
        }

        if (City(scan, end) is { } cityEnd)
        {
            string plain = scan.Segment.Surface(new TokenRange(i, cityEnd));
            if (Foreign(scan, i - 1) is { } nation)
            {
                Draft foreign = scan.Add(new TokenRange(i - 1, cityEnd), EntityType.Post, 0.93, "a nation's name with a mission's word and a city", 92);
                foreign.Key = $"post:{nation}/{Folding.Fold(plain)}";
                return cityEnd;
            }

            Draft named = scan.Add(new TokenRange(Start(scan, i), cityEnd), EntityType.Post, 0.97, $"the mission's word \"{scan.Text(i)}\" with a city of posts", 92);
            Name(named, PostNames.Parse(plain, scan.Context.Gazetteer, scan.Context.Document.Year), scan);
            return cityEnd;
        }

        if (To(scan, i, end) is { } toEnd)
        {
            return toEnd;
        }

        Bare(scan, i, end);
        return end;
    }

    /// <summary>A city of posts, up to four words long, that follows the head directly.</summary>
    private static int? City(Scan scan, int start)
    {
        for (int length = Math.Min(4, scan.Count - start); length > 0; length--)
        {
            if (scan.Has(start, TokenShape.Capital) && scan.Has(start + length - 1, TokenShape.Capital))
            {
                string city = scan.Segment.Surface(new TokenRange(start, start + length));
                if (scan.Context.Gazetteer.Posts.IsPostCity(city))
                {
                    return start + length;
                }
            }
        }

        return null;
    }

    /// <summary>A country's name right behind "Mission".</summary>
    private static int? Country(Scan scan, int start) =>
        start < scan.Count && scan.Facts.Matches[start] is { } match && match.Kinds.HasFlag(EntryKind.Country) && !match.Kinds.HasFlag(EntryKind.Acronym)
            && match.Entry.Name != "United States" && scan.Has(start, TokenShape.Capital) ? start + match.Length : null;

    /// <summary>"Embassy in the Soviet Union", "embassy of the United States of America", "United States Embassy to Colombia".</summary>
    private static int? To(Scan scan, int head, int next)
    {
        if (!scan.Is(next, "in", "to", "of", "at"))
        {
            return null;
        }

        int place = scan.Is(next + 1, "the") ? next + 2 : next + 1;
        if (place >= scan.Count || scan.Facts.Matches[place] is not { } match || (match.Kinds & (EntryKind.Country | EntryKind.City)) == 0)
        {
            return null;
        }

        int start = Start(scan, head);
        if (Foreign(scan, head - 1) is { } owner && !scan.Is(next, "of"))
        {
            Draft foreign = scan.Add(new TokenRange(head - 1, place + match.Length), EntityType.Post, 0.93, "a nation's name with a mission's word and where it is", 92);
            foreign.Key = $"post:{owner}/{(match.Kinds.HasFlag(EntryKind.Country) ? match.Entry.Name : Folding.Fold(match.Entry.Name))}";
            return place + match.Length;
        }

        Draft draft = scan.Add(new TokenRange(start, place + match.Length), EntityType.Post, 0.95, $"the mission's word \"{scan.Text(head)}\" with a country or city", 92);
        bool ofUs = scan.Is(next, "of") && match.Entry.Name == "United States";
        PostName? post = ofUs ? scan.Context.Own
            : scan.Is(next, "of") ? null
            : match.Kinds.HasFlag(EntryKind.Country) ? PostNames.EmbassyTo(match.Entry.Name, scan.Context.Gazetteer, scan.Context.Document.Year)
            : PostNames.Parse("EMBASSY " + match.Entry.Name, scan.Context.Gazetteer, scan.Context.Document.Year);
        Name(draft, post, scan);
        return place + match.Length;
    }

    /// <summary>The embassy without a city is the sender's own, unless another nation's name stands before it.</summary>
    private static void Bare(Scan scan, int head, int end)
    {
        bool written = scan.Has(head, TokenShape.Capital);
        int before = head - 1;
        if (Foreign(scan, before) is { } nation && (written || !scan.Capitals))
        {
            Draft foreign = scan.Add(new TokenRange(before, end), EntityType.Post, 0.9, "a nation's name with a mission's word", 92);
            foreign.Key = $"post:{nation}/{scan.Context.Host?.Name}";
            return;
        }

        PostName? origin = scan.Context.Own;
        if (origin is null && written && !scan.Capitals && scan.Is(head, "embassy", "amembassy", "legation")
            && (Start(scan, head) < head || scan.In(s_whose, before)))
        {
            Name(scan.Add(new TokenRange(Start(scan, head), end), EntityType.Post, 0.8, $"\"{scan.Text(head)}\" in a paper of no mission's", 85), null, scan);
            return;
        }

        if (!scan.In(s_bare, head) || origin is null || (!written && !scan.Is(Start(scan, head) - 1, "the")))
        {
            return;
        }

        int start = Start(scan, head);
        bool kind = origin.Name.Contains("Embassy", StringComparison.Ordinal) ? !scan.Is(head, "consulate") : scan.Is(head, "consulate")
            || scan.Is(head, "congen");
        if (kind && (written || start < head))
        {
            Draft draft = scan.Add(new TokenRange(start, end), EntityType.Post, 0.9, $"\"{scan.Text(head)}\" alone is the sender, {origin.Name}", 85);
            Name(draft, origin, scan);
        }
    }

    private static readonly WordList s_whose = new("the his their its our your");

    /// <summary>The nation other than the United States whose adjective stands at a token.</summary>
    private static string? Foreign(Scan scan, int token) =>
        token >= 0 && scan.Facts.Matches[token] is { Length: 1 } match && match.Kinds.HasFlag(EntryKind.Demonym)
            && match.Entry.Name != "United States" ? match.Entry.Name : null;

    private static int Start(Scan scan, int head)
    {
        int start = head;
        if (scan.Is(head - 1, "states") && scan.Is(head - 2, "united"))
        {
            return head - 2;
        }

        if (scan.In(s_own, head - 1) && !scan.Is(head - 1, "our") && scan.Has(head - 1, TokenShape.Capital))
        {
            start = head - 1;
        }

        return start;
    }

    private static void Own(Scan scan, int i)
    {
        PostName? origin = scan.Context.Origin;
        bool noun = scan.Has(i, TokenShape.Capital) && !scan.Capitals;
        bool possessive = scan.Has(i + 1, TokenShape.Clitic);
        if (origin is null || scan.In(s_notPost, i - 1) || scan.In(s_afterPost, i + 1)
            || scan.Has(i - 1, TokenShape.Capital) && !scan.Capitals && scan.Segment.SentenceOf(i).Start < i - 1)
        {
            return;
        }

        if (noun || possessive || scan.Capitals)
        {
            Draft draft = scan.Add(new TokenRange(i, i + 1), EntityType.Post, noun ? 0.92 : 0.8, $"\"post\" is the sender, {origin.Name}", 85);
            Name(draft, origin, scan);
        }
    }

    internal static void Name(Draft draft, PostName? post, Scan scan)
    {
        if (post is not null)
        {
            draft.Key = post.Key;
            draft.Name = post.Name;
            HeaderMentions.Describe(draft, post);
        }
        else
        {
            draft.Key = "post:" + Folding.Fold(draft.Surface) + (scan.Context.Host?.Name ?? "");
        }
    }
}
