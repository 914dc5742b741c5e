using Chancery.Extraction.Mentions;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Relations;

/// <summary>Journeys told otherwise than by one verb and its goal: "set off for", "led a team to", "came over from", "due in".</summary>
internal sealed partial class EventClaims
{
    private static readonly WordList s_travelling = new(
        """
        traveled travelled travels travel traveling travelling touring toured driving drove flying flew journeyed
        """);
    private static readonly WordList s_around = new("around through throughout across about within");
    private static readonly WordList s_events = new(
        """
        conference conferences summit meeting meetings session sessions assembly forum talks opening ceremony funeral inauguration fair games workshop
        seminar symposium consultations negotiations congress celebration celebrations hearing exhibition expo festival exercise training cop
        """);

    private static readonly WordList s_setOff = new("set sets setting took takes taking");
    private static readonly WordList s_leadsBand = new(
        """
        led leads lead leading headed heads heading brought sent send sends sending dispatched dispatch
        """);
    private static readonly WordList s_bands = new(
        """
        delegation delegations team teams group mission party representative representatives experts expert officials official officers
        officer emissary
        envoy envoys troops observers observer
        """);
    private static readonly WordList s_visited = new("entered reentered");

    private void Moves(Clause clause, int i)
    {
        Scan scan = clause.Scan;
        if (scan.In(s_setOff, i) && scan.Is(i + 1, "off", "out") && Later(scan, i + 2) is var link && scan.Is(link, "for", "to"))
        {
            Go(clause, i, Subjects(clause, i), link + 1);
        }
        else if (scan.Is(i, "off") && !scan.In(s_setOff, i - 1) && scan.Is(i + 1, "in", "to") && (clause.EndingAt(i) is not null
            || scan.Is(i - 1, "is", "was", "were", "are")))
        {
            Journey(clause, i, [.. clause.Subjects(i).Where(IsSomebody)], [.. clause.Objects(i + 2).TakeWhile(place =>
                place.Type == EntityType.Place)], 0.7);
        }
        else if (scan.Is(i, "came", "come", "flew", "flown", "drove") && scan.Is(i + 1, "over", "in", "down", "up") && scan.Is(i + 2, "from"))
        {
            From(clause, i);
        }
        else if (scan.In(s_leadsBand, i))
        {
            Lead(clause, i);
        }
        else if (scan.Is(i, "paid", "pay", "paying") && clause.StartingAt(i + 1) is { Type: EntityType.Place } paid
            && Enumerable.Range(paid.Tokens.End, 4).Any(token => scan.Is(token, "visit")))
        {
            Journey(clause, i, [.. Subjects(clause, i).Where(IsSomebody)], [paid], 0.75);
        }
        else if (scan.In(s_visited, i) && clause.StartingAt(i + 1) is { Type: EntityType.Place } entered)
        {
            Journey(clause, i, [.. Subjects(clause, i).Where(IsSomebody)], [entered], 0.7);
        }
        else if (scan.Is(i, "called") && scan.Is(i + 1, "in") && scan.Is(i + 2, "to") && Passive(scan, i) is { } passive
            && clause.Objects(i + 3) is [{ Type: EntityType.Organization or EntityType.Post } office, ..])
        {
            Journey(clause, i, [.. Subjects(clause, passive).Where(IsSomebody)], [office], 0.7);
        }
        else if (scan.Is(i, "back") && scan.Is(i - 1, "called") && scan.Is(i + 1, "to") && Passive(scan, i - 1) is { } auxiliary)
        {
            Go(clause, i, Subjects(clause, auxiliary), i + 2);
        }
        else if (scan.Is(i, "due", "expected") && scan.Is(i + 1, "in") && !scan.Is(i - 2, "had")
            && Modals.Auxiliaries.Contains(scan.Tokens[Math.Max(0, i - 1)])
            | scan.Is(i - 1, "is"))
        {
            Go(clause, i + 1, Subjects(clause, i), i + 2);
        }
    }

    /// <summary>Who set out on a journey that this sentence has told of already.</summary>
    private List<Draft> _underway = [];

    /// <summary>"to Lima, thence via Oslo to Helsinki", "to Lima and on to Oslo": the stations behind the first.</summary>
    private static List<Draft> Legs(Clause clause, int from)
    {
        Scan scan = clause.Scan;
        var legs = new List<Draft>();
        bool onward = false;
        for (int at = from; at < Math.Min(clause.Sentence.End, from + 16); at++)
        {
            onward |= scan.Is(at, "thence", "via", "onward") || scan.Is(at, "on") && scan.Is(at + 1, "to") || scan.Is(at, "then")
                && scan.Is(at + 1, "to", "on", "via");
            if (scan.In(s_parting, at) || scan.IsMark(at, '.') || scan.IsMark(at, ';') || clause.StartingAt(at) is { Type: not EntityType.Place })
            {
                break;
            }

            if (onward && (scan.Is(at - 1, "via") || scan.Is(at - 1, "to")) && clause.StartingAt(at) is { } leg && !Within(leg))
            {
                legs.Add(leg);
                at = leg.Tokens.End - 1;
            }
        }

        return legs;
    }

    private void Go(Clause clause, int verb, List<Draft> subjects, int goal) =>
        Journey(clause, verb, [.. subjects.Where(IsSomebody)], [.. clause.Objects(goal).TakeWhile(place => place.Type == EntityType.Place
            && !Within(place))], 0.75);

    /// <summary>"came over from Lima": to where the cable is written.</summary>
    private void From(Clause clause, int verb)
    {
        if (_home is not null && clause.Objects(verb + 3) is [{ Type: EntityType.Place } origin, ..] && !IsHome(origin))
        {
            Journey(clause, verb, [.. Subjects(clause, verb).Where(IsSomebody)], [_home], 0.65);
        }
    }

    /// <summary>"led a team to Lima": who leads; "will send a team to Lima": the body whose team it is.</summary>
    private void Lead(Clause clause, int verb)
    {
        Scan scan = clause.Scan;
        int at = verb + 1;
        while (at - verb < 7 && !scan.In(s_bands, at) && (scan.Has(at, TokenShape.Word) || scan.IsMark(at, '-') || scan.Has(at, TokenShape.Number))
            && !scan.In(s_parting, at))
        {
            at++;
        }

        if (!scan.In(s_bands, at))
        {
            return;
        }

        int link = Later(scan, at + 1);
        bool leads = scan.Text(verb).StartsWith("l", StringComparison.OrdinalIgnoreCase)
            || scan.Text(verb).StartsWith("h", StringComparison.OrdinalIgnoreCase)
            || scan.Is(verb, "brought");
        if (!scan.Is(link, "to") || clause.Objects(link + 1) is not [{ Type: EntityType.Place } place, ..] || Within(place))
        {
            return;
        }

        // "asked the Ministry to send": nothing is said of its going to.
        bool bare = scan.Is(verb, "send", "lead", "head", "dispatch");
        if (bare && !Modals.Any.Contains(scan.Tokens[Math.Max(0, verb - 1)]) || scan.Is(verb - 1, "to") && clause.EndingAt(verb - 1) is not null)
        {
            return;
        }

        List<Draft> subjects = [.. Subjects(clause, verb).Where(subject => leads ? IsSomebody(subject) : subject.Type == EntityType.Organization)];
        Journey(clause, verb, subjects, [place], 0.7);
    }

    /// <summary>"to the May 3 conference in Lima": where what is gone to takes place.</summary>
    private static Draft? Event(Clause clause, int from)
    {
        Scan scan = clause.Scan;
        for (int at = from; at < Math.Min(clause.Sentence.End - 2, from + 9) && !scan.In(s_parting, at) && !scan.IsMark(at, ',')
            && !scan.Is(at, "and"); at++)
        {
            if (scan.In(s_events, at))
            {
                int link = at + 1;
                while (link - at < 6 && scan.Has(link, TokenShape.Word | TokenShape.Number) && !scan.Is(link, "in", "at") && !scan.In(s_parting, link)
                    || scan.IsMark(link, '-'))
                {
                    link++;
                }

                return scan.Is(link, "in", "at") && clause.StartingAt(link + 1) is { Type: EntityType.Place } place && !Within(place) ? place : null;
            }
        }

        return null;
    }

    /// <summary>Past "with his wife", "with two aides".</summary>
    private static int Beyond(Scan scan, int with)
    {
        int at = with + 1;
        while (at - with < 7 && scan.Has(at, TokenShape.Word) && (scan.Capitals || !scan.Has(at, TokenShape.Capital))
            && !scan.Is(at, "to", "in", "from", "for"))
        {
            at++;
        }

        return at;
    }

    /// <summary>"to Lima in May with Brandt", "to Lima with his deputy, Brandt": who came along.</summary>
    private static List<Draft> Beside(Clause clause, int verb, Draft goal)
    {
        Scan scan = clause.Scan;
        if (goal.Segment != scan.Segment || !(scan.In(s_motion, verb) || scan.In(s_visit, verb) || scan.In(s_visitNouns, verb)))
        {
            return [];
        }

        int at = Later(scan, goal.Tokens.End);
        if (scan.Is(at, "in") && scan.In(Dates.Months, at + 1))
        {
            at += 2;
        }

        at = scan.Is(at, "together", "along") ? at + 1 : at;
        if (!scan.Is(at, "with"))
        {
            return [];
        }

        if (scan.Is(at + 1, "his", "her"))
        {
            int comma = Enumerable.Range(at + 2, 6).FirstOrDefault(token => scan.IsMark(token, ','));
            return comma > 0 ? [.. clause.Objects(comma + 1).TakeWhile(IsSomebody).Take(1)] : [];
        }

        return [.. clause.Objects(at + 1).TakeWhile(IsSomebody)];
    }

    /// <summary>"the Lima line", "a Lima newspaper": a place that only says which.</summary>
    private static bool Adjectival(Clause clause, Draft place)
    {
        Scan scan = clause.Scan;
        int end = place.Tokens.End;
        return place.Type == EntityType.Place && !scan.Capitals && scan.Is(place.Tokens.Start - 1, "the", "a", "an") && scan.Has(end, TokenShape.Word)
            && !scan.Has(end, TokenShape.Capital) && !scan.In(s_between, end) && !scan.In(s_goesOn, end) && !scan.In(s_siteWords, end)
            && place.Tokens.Count == 1;
    }

    private static readonly WordList s_siteWords = new("area region port airport office capital side border province district valley crossing");
}
