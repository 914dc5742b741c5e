using Chancery.Extraction.Mentions;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Relations;

internal sealed partial class EventClaims
{
    private static readonly WordList s_motion = new(
        """
        traveled travelled travels travel traveling travelling flew fly flies flying went goes going go came come comes coming arrived arrives arrive arriving arrival returned returns return returning depart departs departed
        departing departure leave leaves left leaving proceed proceeds proceeded proceeding journeyed drove called headed heading bound route way sailed sent
        expelled deported extradited exiled repatriated
        """);

    private static readonly WordList s_visit = new("visited visits visit visiting revisited toured tours");
    private static readonly WordList s_visitNouns = new("visit trip travel journey tour stay sojourn mission visits trips tours stopover delegation return");
    private static readonly WordList s_removed = new("sent expelled deported extradited exiled repatriated");
    private static readonly WordList s_stays = new("tour stay sojourn stopover");
    private static readonly WordList s_toward = new("to in at for into");
    private static readonly WordList s_leaving = new("leave left leaving leaves depart departs departed departing departure sailed headed heading bound");
    private static readonly WordList s_between = new("personally on from tomorrow today yesterday tonight directly back again by early late here home soon shortly next last week month morning evening afternoon night via through plane air train monday tuesday wednesday thursday friday saturday sunday");

    private void Journeys(Clause clause, int i)
    {
        Scan scan = clause.Scan;
        if (scan.In(s_visitNouns, i) && IsNoun(scan, i) && VisitNoun(clause, i))
        {
            return;
        }

        if (scan.In(s_passing, i))
        {
            Passing(clause, i);
        }

        if (scan.In(s_motion, i))
        {
            Motion(clause, i);
        }
        else if (scan.In(s_visit, i))
        {
            Visit(clause, i);
        }
        else if (scan.In(s_appears, i))
        {
            Appearance(clause, i);
        }
        else if (scan.Is(i, "in") && (scan.Is(i - 1, "be") || scan.Is(i - 1, "was") || scan.Is(i - 1, "were")))
        {
            Presence(clause, i);
        }
        else if (scan.Is(i, "in") && scan.IsMark(i - 1, ','))
        {
            Aside(clause, i);
        }
    }

    private static bool IsNoun(Scan scan, int token) => !(Modals.Any.Contains(token > 0 ? scan.Tokens[token - 1] : default) || scan.Is(token, "return") && !IsOwned(scan, token));

    private static bool IsOwned(Scan scan, int noun) => scan.Is(noun - 1, "his") || scan.Is(noun - 1, "her") || scan.Is(noun - 1, "my") || scan.Has(noun - 1, TokenShape.Clitic);

    private void Motion(Clause clause, int verb)
    {
        Scan scan = clause.Scan;
        bool leaving = scan.In(s_leaving, verb);
        bool arriving = scan.Text(verb).StartsWith("arriv", StringComparison.OrdinalIgnoreCase);
        // "will return Lima soon", "proceed Lima": telegrams leave "to" out.
        bool terse = arriving || scan.Is(verb, "return") || scan.Is(verb, "returned") || scan.Is(verb, "returning") || scan.Is(verb, "proceed") || scan.Is(verb, "proceeding");
        int at = verb + 1;
        bool stopped = false;
        while (at < clause.Sentence.End && at - verb < 10 && !stopped && !scan.In(s_toward, at))
        {
            // "left Moscow for Washington"; in telegrams also "arrived Moscow".
            if (clause.StartingAt(at) is { Type: EntityType.Place or EntityType.Post } reached)
            {
                if (terse && at == verb + 1)
                {
                    break;
                }

                stopped = !leaving && !scan.Is(at - 1, "from");
                at = reached.Tokens.End;
            }
            else if (scan.In(s_between, at) || scan.Has(at, TokenShape.Number) || scan.In(Dates.Months, at) || scan.IsMark(at, '.') || scan.IsMark(at, '-'))
            {
                at++;
            }
            else
            {
                stopped = true;
            }
        }

        bool direct = terse && at == verb + 1 && clause.StartingAt(at) is { Type: EntityType.Place };
        bool toward = scan.In(s_toward, at) && (!scan.Is(at, "for") || leaving);
        bool way = !(scan.Is(verb, "way") || scan.Is(verb, "route")) || scan.Is(verb, "route") && scan.Is(verb - 1, "en") || scan.Is(verb, "way") && (scan.Is(verb - 2, "on") || scan.Is(verb - 2, "his"));
        bool fits = way && !(scan.Is(verb, "called") && !scan.Is(at, "at")) && !(leaving && !scan.Is(at, "for") && !direct && !scan.Is(verb, "headed") && !scan.Is(verb, "heading"))
            && !((scan.In(s_removed, verb) || scan.Is(verb, "went") || scan.Is(verb, "going") || scan.Is(verb, "return") || scan.Is(verb, "returned")) && !(direct || scan.Is(at, "to") || scan.Is(at, "from")))
            && !(scan.In(s_removed, verb) && Passive(scan, verb) is null);
        if (stopped && !direct || !fits || !(toward || direct))
        {
            return;
        }

        List<Draft> targets = clause.Objects(direct ? at : at + 1);
        if (targets.Count == 0 && leaving && scan.Is(at, "for"))
        {
            // "left Lima for talks in Helsinki"
            int inside = at + 1;
            while (inside - at < 5 && scan.Has(inside, TokenShape.Word) && !scan.Has(inside, TokenShape.Capital) && !scan.Is(inside, "in"))
            {
                inside++;
            }

            targets = scan.Is(inside, "in") && inside > at + 1 ? clause.Objects(inside + 1) : targets;
        }

        List<Draft> subjects = scan.Is(verb, "arrival") || scan.Is(verb, "departure") ? Possessor(clause, verb) : scan.Is(verb, "route") || scan.Is(verb, "way") ? Nearby(clause, verb) : Subjects(clause, scan.In(s_removed, verb) && Passive(scan, verb) is { } auxiliary ? auxiliary : verb);
        Journey(clause, verb, subjects, targets);
    }

    /// <summary>The auxiliary in "was sent to", "was first expelled to".</summary>
    private static int? Passive(Scan scan, int verb)
    {
        int at = verb - 1;
        while (scan.Is(at, "first") || scan.Is(at, "then") || scan.Text(at).EndsWith("ly", StringComparison.OrdinalIgnoreCase))
        {
            at--;
        }

        return scan.Is(at, "was") || scan.Is(at, "were") || scan.Is(at, "been") || scan.Is(at, "being") || scan.Is(at, "be") ? at : null;
    }

    private void Visit(Clause clause, int verb)
    {
        // "Poloff and visiting Desk Officer Lowell": who visits stands behind it.
        if (clause.Scan.IsMark(verb + 1, ',') || clause.Scan.Is(verb, "visiting") && clause.Scan.Is(verb - 1, "and") && clause.Objects(verb + 1) is [{ Type: EntityType.Person or EntityType.Position }, ..])
        {
            return;
        }

        List<Draft> subjects = Subjects(clause, verb);
        List<Draft> objects = clause.Objects(verb + 1);
        if (subjects.Count == 0 && IsOwned(clause.Scan, verb))
        {
            // "during his visit Soviet Union", as telegrams have it.
            Journey(clause, verb, Possessor(clause, verb), [.. objects.TakeWhile(target => target.Type == EntityType.Place)], 0.75);
            return;
        }

        Journey(clause, verb, subjects, [.. objects.Where(target => target.Type is EntityType.Place or EntityType.Organization or EntityType.Post)]);
        Meeting(clause, verb, subjects, [.. objects.Where(target => target.Type is EntityType.Person or EntityType.Position)], 0.8);
    }

    /// <summary>"AA/S Brandt on her first visit to the center", "Brandt's May 10-11 trip to Lima", "the visit of Brandt and Lowell to Lima", "a visit to Lima by Brandt".</summary>
    private bool VisitNoun(Clause clause, int noun)
    {
        Scan scan = clause.Scan;
        int at = noun + 1;
        List<Draft> subjects = [];
        if (scan.Is(at, "of") && clause.Objects(at + 1) is { Count: > 0 } visitors && visitors[0].Type is EntityType.Person or EntityType.Position)
        {
            subjects = visitors;
            at = visitors[^1].Tokens.End;
        }

        while (at < clause.Sentence.End && at - noun < 12 && !(scan.Is(at, "to") || scan.Is(at, "of") && subjects.Count == 0)
            && (scan.In(s_between, at) || scan.Is(at, "in") && scan.In(s_stays, noun) && !scan.In(Dates.Months, at + 1) && clause.StartingAt(at + 1) is null || scan.Has(at, TokenShape.Number) || scan.In(Dates.Months, at) || scan.Is(at, "in") && scan.In(Dates.Months, at + 1)))
        {
            at++;
        }

        if (!(scan.Is(at, "to") || scan.Is(at, "of") || scan.Is(at, "in") && scan.In(s_stays, noun)))
        {
            return false;
        }

        List<Draft> targets = clause.Objects(at + 1);
        if (targets.Count == 0 || targets[0].Type is EntityType.Person or EntityType.Position)
        {
            return false;
        }

        if (targets is [var reached, var traveler] && subjects.Count == 0 && Opened(clause, reached, traveler) && (scan.Is(noun - 1, "his") || scan.Is(noun - 1, "her") || scan.Is(noun - 2, "his") || scan.Is(noun - 2, "her")))
        {
            (subjects, targets) = ([traveler], [reached]);
        }

        int by = targets[^1].Tokens.End;
        if (subjects.Count == 0 && scan.Is(by, "by") && clause.Objects(by + 1) is { Count: > 0 } named)
        {
            subjects = [.. named.Where(CanMeet)];
        }

        subjects = subjects.Count > 0 ? subjects : Possessor(clause, noun);
        Journey(clause, noun, subjects.Count > 0 ? subjects : Ahead(clause, by), targets);
        return true;
    }

    /// <summary>Whose visit, meeting or arrival it is: the possessive before it, "his", who makes it, else the nearest person close by.</summary>
    private List<Draft> Possessor(Clause clause, int noun)
    {
        Scan scan = clause.Scan;
        for (int at = noun - 1; at >= clause.Sentence.Start && noun - at <= 7; at--)
        {
            if (scan.Has(at, TokenShape.Clitic) && clause.EndingAt(at) is { } owner)
            {
                return CanMeet(owner) ? [owner] : [];
            }

            if (scan.Is(at, "his") || scan.Is(at, "her"))
            {
                return clause.Meant(at) is { } meant ? [meant] : Nearby(clause, at);
            }

            if (scan.Is(at, "my") || scan.Is(at, "our"))
            {
                return clause.Writer is { } writer ? [writer] : [];
            }

            if (scan.In(s_stops, at))
            {
                break;
            }
        }

        return Nearby(clause, noun);
    }

    private static readonly WordList s_stops = new("a an the of in on at for with by from to and or that which through about after during before since because via despite");
    private static readonly WordList s_makes = new("went goes go paid pay pays made make makes making paying began begin begins concluded completed ended postponed cancelled canceled undertook planned plans planning during on after before following for led leads have had having held holds hold holding");

    /// <summary>The nearest person or office, where nothing but the verb that makes the visit stands between.</summary>
    private List<Draft> Nearby(Clause clause, int noun)
    {
        for (int at = noun - 1; at >= clause.Sentence.Start && noun - at <= 6; at--)
        {
            if (clause.EndingAt(at + 1) is { } actor)
            {
                // "on a UNESCO tour": whose kind of tour it is.
                if (at == noun - 1 && actor.Type is EntityType.Organization or EntityType.Post && clause.Scan.Is(actor.Tokens.Start - 1, "a") | clause.Scan.Is(actor.Tokens.Start - 1, "an"))
                {
                    at = actor.Tokens.Start;
                    continue;
                }

                return actor.Type is EntityType.Person or EntityType.Position || (actor.Type == EntityType.Organization && noun - at > 1) ? clause.Subjects(at + 1) is { Count: > 0 } group ? group : [actor] : [];
            }

            if (clause.Scan.In(s_makes, at))
            {
                List<Draft> makers = clause.Subjects(at);
                if (makers.Count > 0)
                {
                    return makers;
                }
            }

            if (clause.Scan.Is(at, "that") || clause.Scan.Is(at, "said") || clause.Scan.Has(at, TokenShape.Clitic))
            {
                break;
            }
        }

        return [];
    }

    /// <summary>"Lowell, in Lima for talks, agreed".</summary>
    private void Aside(Clause clause, int link)
    {
        if (clause.EndingAt(link - 1) is { Type: EntityType.Person } person && clause.Objects(link + 1) is [{ Type: EntityType.Place } place] && clause.Scan.Is(place.Tokens.End, "for") && clause.StartingAt(link + 1) == place && !IsHome(place))
        {
            Journey(clause, link, [person], [place], 0.75);
        }
    }

    /// <summary>"Lowell will be in Lima on May 4".</summary>
    private void Presence(Clause clause, int link)
    {
        List<Draft> subjects = clause.Subjects(link - 1);
        List<Draft> targets = clause.Objects(link + 1);
        int end = targets.Count > 0 ? targets[^1].Tokens.End : 0;
        bool ends = end >= clause.Sentence.End || clause.Scan.Has(end, TokenShape.Punctuation) || clause.Scan.In(Dates.Months, end) || clause.Scan.In(s_between, end) || clause.Scan.In(s_toward, end) || clause.Scan.Is(end, "with") || clause.Scan.Text(end).EndsWith("ing", StringComparison.OrdinalIgnoreCase);
        if (targets.Count > 0 && ends && clause.StartingAt(link + 1) == targets[0])
        {
            Journey(clause, link, [.. subjects.Where(subject => subject.Type is EntityType.Person or EntityType.Position)], [.. targets.TakeWhile(target => target.Type == EntityType.Place)], 0.65);
        }
    }

    private static readonly WordList s_appears = new("speaking spoke addressed attended attending signed opened inaugurated meet met participated address speech remarks lecture toured held");
    private static readonly WordList s_speeches = new("address speech remarks lecture");

    /// <summary>
    /// "Lowell, speaking at a forum in Lima", "in her June address in Lima, Lowell", "Lowell will meet in Lima with": whoever acts somewhere
    /// else than at home has travelled there.
    /// </summary>
    private void Appearance(Clause clause, int verb)
    {
        Scan scan = clause.Scan;
        bool noun = scan.In(s_speeches, verb);
        if (noun && scan.Is(verb - 1, "to"))
        {
            return;
        }

        int limit = verb + 8;
        for (int at = verb + 1; at < Math.Min(clause.Sentence.End, limit) && !scan.IsMark(at, ',') && !scan.IsMark(at, ';'); at++)
        {
            if (IsDash(scan, at) && Dashes(scan, at + 2, clause.Sentence.End) is { } close)
            {
                limit += close - at;
                at = close;
                continue;
            }

            if (clause.StartingAt(at) is not { } place)
            {
                continue;
            }

            bool there = place.Type == EntityType.Place && (scan.Is(at - 1, "in") || scan.Is(at - 1, "at") || scan.Is(at - 1, "the") && (scan.Is(at - 2, "in") || scan.Is(at - 2, "at"))) && !Within(place);
            List<Draft> subjects = !there ? [] : noun ? Speaker(clause, verb, place) : clause.Subjects(verb);
            Journey(clause, verb, [.. subjects.Where(subject => subject.Type == EntityType.Person && (!IsHome(place) || IsForeign(clause, subject)))], [place], 0.6);
            return;
        }
    }

    /// <summary>Where the insertion between double dashes that begins here ends.</summary>
    private static int? Dashes(Scan scan, int from, int end)
    {
        for (int at = from; at + 1 < Math.Min(end, from + 16); at++)
        {
            if (IsDash(scan, at))
            {
                return scan.IsMark(at, '-') ? at + 1 : at;
            }
        }

        return null;
    }

    private static bool IsDash(Scan scan, int at) => scan.Is(at, "--") || scan.IsMark(at, '—') || scan.IsMark(at, '-') && scan.IsMark(at + 1, '-');

    /// <summary>"in his June address in Lima, Lowell": the possessor, or the name after the comma.</summary>
    private static List<Draft> Speaker(Clause clause, int noun, Draft place)
    {
        for (int at = noun - 1; at >= clause.Sentence.Start && noun - at <= 4; at--)
        {
            if (clause.Scan.Has(at, TokenShape.Clitic))
            {
                return clause.EndingAt(at) is { } owner ? [owner] : [];
            }

            if (clause.Scan.Is(at, "his") || clause.Scan.Is(at, "her"))
            {
                return clause.Scan.IsMark(place.Tokens.End, ',') && clause.Objects(place.Tokens.End + 1) is [{ Type: EntityType.Person } named, ..] ? [named] : clause.Meant(at) is { } meant ? [meant] : [];
            }
        }

        return [];
    }

    /// <summary>The city or country of the sending post, where its officers and their hosts live.</summary>
    private bool IsHome(Draft place) =>
        context.Own is { } own && (string.Equals(place.Surface, own.City, StringComparison.OrdinalIgnoreCase) || string.Equals(place.Entry?.Name ?? place.Surface, own.Country, StringComparison.OrdinalIgnoreCase)
            || place.Entry is { } row && row.Id == context.Host?.Id);

    /// <summary>An office of another nation before the name: "British Foreign Secretary Brandt".</summary>
    private bool IsForeign(Clause clause, Draft person) =>
        clause.OfficeBefore(person)?.Properties.GetValueOrDefault("nation") is { } nation && nation != context.Host?.Name;

    /// <summary>A region of the world is no place to arrive at.</summary>
    private static bool Within(Draft place) => place.Entry is { } row && row.Kind.HasFlag(Gazetteers.EntryKind.Region);

    private void Journey(Clause clause, int verb, List<Draft> subjects, List<Draft> targets, double confidence = 0.85)
    {
        var reached = targets.TakeWhile(target => target.Type is EntityType.Place or EntityType.Organization or EntityType.Post).ToList();
        if (subjects.Count == 0 || reached.Count == 0)
        {
            return;
        }

        // "upon his return to Lima, Cabinet met": a body behind the comma is another matter.
        int matter = reached[0].Type == EntityType.Place ? reached.FindIndex(target => target.Type == EntityType.Organization && !And(clause, target)) : -1;
        if (matter > 0)
        {
            reached.RemoveRange(matter, reached.Count - matter);
        }

        Draft last = reached[^1];
        if (clause.Scan.Is(last.Tokens.End, "in") && clause.StartingAt(last.Tokens.End + 1) is { Type: EntityType.Place } inside && last.Type != EntityType.Place)
        {
            reached.Add(inside);
        }

        State(clause, "TRAVELED_TO", verb, subjects.Where(subject => subject.Type is EntityType.Person or EntityType.Position or EntityType.Organization), reached, Mood(clause, subjects, verb), confidence,
            $"\"{clause.Scan.Text(verb)}\" toward a place or body");
    }

    private static bool And(Clause clause, Draft actor)
    {
        int before = clause.Start(actor) - 1;
        return clause.Scan.Is(before, "and") || clause.Scan.Is(before, "the") && clause.Scan.Is(before - 1, "and");
    }
}
