using Chancery.Extraction.Mentions;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Relations;

internal sealed partial class EventClaims
{
    private void Visit(Clause clause, int verb)
    {
        // "Poloff and visiting Desk Officer Lowell": who visits stands behind it.
        if (clause.Scan.IsMark(verb + 1, ',') || clause.Scan.Is(verb, "visiting")
            && !Modals.Auxiliaries.Contains(clause.Scan.Tokens[Math.Max(0, verb - 1)])
            && clause.Objects(verb + 1) is [{ Type: EntityType.Person or EntityType.Position }, ..])
        {
            return;
        }

        List<Draft> subjects = Subjects(clause, verb);
        List<Draft> objects = clause.Objects(verb + 1);
        if (objects.Count == 0 && Inside(clause, verb) is { } place)
        {
            // "toured the port of Lima"
            objects = [place];
        }

        if (subjects.Count == 0 && IsOwned(clause.Scan, verb))
        {
            // "during his visit Soviet Union", as telegrams have it.
            Journey(clause, verb, Possessor(clause, verb), [.. objects.TakeWhile(target => target.Type == EntityType.Place)], 0.75);
            return;
        }

        Journey(clause, verb, subjects, [.. objects.Where(target => target.Type is EntityType.Place or EntityType.Organization or EntityType.Post)]);
        Meeting(clause, verb, subjects, [.. objects.Where(target => target.Type is EntityType.Person or EntityType.Position)], 0.8);
    }

    /// <summary>The place of what was visited: "the port of Lima", "villages near Lima".</summary>
    private Draft? Inside(Clause clause, int verb)
    {
        Scan scan = clause.Scan;
        int at = verb + 1;
        while (at - verb < 6 && scan.Has(at, TokenShape.Word) && !scan.Has(at, TokenShape.Capital)
            && !(scan.Is(at, "of") || scan.Is(at, "in") || scan.Is(at, "near")))
        {
            at++;
        }

        bool link = at > verb + 1 && (scan.Is(at, "of") || scan.Is(at, "in") || scan.Is(at, "near"));
        return link && clause.StartingAt(at + 1) is { Type: EntityType.Place } place && !IsHome(place) && !Within(place) ? place : null;
    }

    /// <summary>
    /// "AA/S Brandt on her first visit to the center", "Brandt's May 10-11 trip to Lima", "the visit of Brandt and Lowell to Lima", "a visit to
    /// Lima by Brandt".
    /// </summary>
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
            && (scan.In(s_between, at) || scan.Is(at, "in") && scan.In(s_stays, noun) && !scan.In(Dates.Months, at + 1)
                && clause.StartingAt(at + 1) is null || scan.Has(at, TokenShape.Number) || scan.In(Dates.Months, at) || scan.Is(at, "in")
                && scan.In(Dates.Months, at + 1)))
        {
            at++;
        }

        // "upon my return Lima", "his recent trip Lima": telegrams leave "to" out.
        bool direct = scan.In(s_terseNouns, noun) && Bare(clause, noun + 1);
        bool from = scan.Is(noun, "return") && scan.Is(noun + 1, "from") && clause.Objects(noun + 2) is [{ Type: EntityType.Place }, ..];
        at = from ? noun + 1 : at;
        if (!(direct || from || scan.Is(at, "to") || scan.Is(at, "of") || scan.Is(at, "in") && scan.In(s_stays, noun)) || scan.Is(noun, "stop")
            && !scan.Is(at, "in"))
        {
            return false;
        }

        List<Draft> targets = clause.Objects(direct ? noun + 1 : at + 1);
        if (targets.Count == 0 || targets[0].Type is EntityType.Person or EntityType.Position)
        {
            return false;
        }

        if (targets is [var reached, var traveler] && subjects.Count == 0 && (Opened(clause, reached, traveler)
            || direct && scan.In(s_during, clause.Sentence.Start) && IsSomebody(traveler) && clause.Start(traveler) == reached.Tokens.End)
            && (scan.In(s_travels, noun) || scan.Is(noun - 1, "his") || scan.Is(noun - 1, "her") || scan.Is(noun - 2, "his")
            || scan.Is(noun - 2, "her")))
        {
            (subjects, targets) = ([traveler], [reached]);
        }

        int by = targets[^1].Tokens.End;
        if (subjects.Count == 0 && scan.Is(by, "by") && clause.Objects(by + 1) is { Count: > 0 } named)
        {
            subjects = [.. named.Where(CanMeet)];
        }

        subjects = subjects.Count > 0 ? subjects : Traveller(clause, noun);
        bool presupposed = scan.In(s_presuppose, noun - 1) || scan.In(s_presuppose, noun - 2) || scan.In(s_presuppose, noun - 3)
            && scan.In(s_owned, noun - 1);
        Journey(clause, noun, subjects.Count > 0 ? subjects : Ahead(clause, by), targets, presupposed: presupposed);
        return true;
    }

    private static readonly WordList s_travels = new("visit trip travel journey tour stay");
    private static readonly WordList s_terseNouns = new("visit visits trip trips journey tour return stay sojourn");
    private static readonly WordList s_presuppose = new("upon on after following during since");

    /// <summary>
    /// Whose journey it is where "on", "after" or the like stands before it without a possessor: who acts in the sentence, else the writer
    /// where the sentence is the writer's.
    /// </summary>
    private List<Draft> Traveller(Clause clause, int noun)
    {
        List<Draft> owners = Possessor(clause, noun);
        if (owners.Count > 0 || !(clause.Scan.In(s_occasions, noun - 1) || clause.Scan.In(s_occasions, noun - 2)
            && clause.Scan.In(s_owned, noun - 1)))
        {
            return owners;
        }

        List<Draft> people = clause.Actors.FindAll(actor => actor.Tokens.End <= noun && IsSomebody(actor));
        int after = people.Count > 0 ? people[^1].Tokens.End : clause.Sentence.Start;
        if (clause.Writer is { } self && Enumerable.Range(after, noun - after).Any(token => clause.Scan.Is(token, "I")))
        {
            return [self];
        }

        bool starts = people is [var one] && one.Tokens.Start - clause.Sentence.Start <= 3;
        return starts ? people : people.Count == 0 && noun - clause.Sentence.Start <= 3 && First(clause) is { } writer ? [writer] : [];
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

            if (scan.Has(at, TokenShape.Clitic) && Band(clause, at - 1) is { Count: > 0 } band)
            {
                return band;
            }

            if (scan.Is(at, "his") || scan.Is(at, "her"))
            {
                return clause.Meant(at) is { } meant ? [meant] : Nearby(clause, at);
            }

            if (scan.Is(at, "my") || scan.Is(at, "our"))
            {
                return clause.Writer is { } writer ? [writer] : [];
            }

            if (scan.Is(at, "your"))
            {
                return [];
            }

            if (scan.In(s_stops, at))
            {
                break;
            }
        }

        return Nearby(clause, noun);
    }

    private static readonly WordList s_stops = new(
        """
        a an the of in on at for with by from to and or that which through about after during before since because via despite
        """);
    private static readonly WordList s_makes = new(
        """
        went goes go paid pay pays made make makes making paying began begin begins concluded completed ended postponed cancelled canceled
        undertook wrapped wraps planned plans planning during on after before following for led leads have had having held holds hold holding
        """);

    /// <summary>The nearest person or office, where nothing but the verb that makes the visit stands between.</summary>
    private List<Draft> Nearby(Clause clause, int noun)
    {
        int reach = 6 + Enumerable.Range(Math.Max(0, noun - 6), Math.Min(6, noun)).Count(token => clause.Scan.IsMark(token, '-')) * 2;
        for (int at = noun - 1; at >= clause.Sentence.Start && noun - at <= reach; at--)
        {
            if (clause.EndingAt(at + 1) is { } actor)
            {
                // "on a UNESCO tour": whose kind of tour it is.
                if (at == noun - 1 && actor.Type is EntityType.Organization or EntityType.Post
                    && clause.Scan.Is(actor.Tokens.Start - 1, "a") | clause.Scan.Is(actor.Tokens.Start - 1, "an"))
                {
                    at = actor.Tokens.Start;
                    continue;
                }

                return actor.Type is EntityType.Person or EntityType.Position
                    || (actor.Type == EntityType.Organization && noun - at > 1) ? clause.Subjects(at + 1) is { Count: > 0 } group ? group
                    : [actor] : [];
            }

            if (clause.Scan.In(s_makes, at))
            {
                List<Draft> makers = clause.Subjects(at);
                if (makers.Count > 0)
                {
                    return makers;
                }
            }

            bool gerund = clause.Scan.Is(at, "for", "of", "by", "without") && clause.Scan.Text(at + 1).EndsWith("ing",
                StringComparison.OrdinalIgnoreCase);
            if (gerund || clause.Scan.Is(at, "that") || clause.Scan.Is(at, "said") || clause.Scan.Is(at, "you")
                || clause.Scan.Has(at, TokenShape.Clitic))
            {
                break;
            }
        }

        return [];
    }
}
