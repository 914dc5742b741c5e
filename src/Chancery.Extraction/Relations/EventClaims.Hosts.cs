using Chancery.Extraction.Mentions;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Relations;

internal sealed partial class EventClaims
{
    private static readonly WordList s_lists = new("included includes include");
    private static readonly WordList s_does = new("went met called visited toured saw attended held spoke talked paid opened addressed inspected");
    private static readonly WordList s_staff = new("deputy aide assistant adviser advisor deputies aides advisers advisors colleagues staff");

    /// <summary>"took the delegation to dinner with Brandt": host, guests and who sat with them.</summary>
    private bool Took(Clause clause, int verb)
    {
        Scan scan = clause.Scan;
        List<Draft> guests = [.. Others(clause, verb + 1, verb).TakeWhile(IsParty)];
        int at = guests.Count == 0 ? verb : NamedHere(clause, guests[^1]) ? guests[^1].Tokens.End : verb + 1;
        while (at - verb < 5 && !scan.Is(at, "to"))
        {
            at++;
        }

        if (guests.Count == 0 || !scan.Is(at, "to") || !(scan.In(s_meals, at + 1) || scan.In(s_meals, at + 2)))
        {
            return false;
        }

        int with = scan.In(s_meals, at + 1) ? at + 2 : at + 3;
        List<Draft> hosts = [.. Subjects(clause, verb).Where(IsSomebody)];
        Meeting(clause, verb, hosts, guests, 0.75);
        if (scan.Is(with, "with"))
        {
            Meeting(clause, verb, [.. hosts, .. guests], [.. clause.Objects(with + 1).TakeWhile(IsSomebody)], 0.7);
        }

        return true;
    }

    /// <summary>"Brandt's meetings included the Minister and Lowell".</summary>
    private bool Included(Clause clause, int verb)
    {
        Scan scan = clause.Scan;
        int noun = scan.Is(verb - 1, "also") ? verb - 2 : verb - 1;
        if (!(scan.Is(noun, "meetings") || scan.Is(noun, "interlocutors") || scan.Is(noun, "calls")))
        {
            return false;
        }

        Meeting(clause, noun, Possessor(clause, noun), [.. Others(clause, verb + 1, verb).TakeWhile(IsSomebody)], 0.75);
        return true;
    }

    /// <summary>"In Lima on May 4 the group went to", "In Lima, Brandt met": who acts in a city away from home has gone there.</summary>
    private void Fronted(Clause clause)
    {
        Scan scan = clause.Scan;
        int start = clause.Sentence.Start;
        if (!scan.Is(start, "in") || clause.StartingAt(start + 1) is not { Type: EntityType.Place } place || IsHome(place) || Within(place)
            || place.Entry is { } row && row.Kind.HasFlag(Gazetteers.EntryKind.Country))
        {
            return;
        }

        int at = Later(scan, place.Tokens.End);
        at = scan.IsMark(at, ',') ? at + 1 : at;
        for (int verb = at + 1; verb < Math.Min(clause.Sentence.End, at + 12) && !scan.IsMark(verb, ','); verb++)
        {
            if (!scan.In(s_does, verb))
            {
                continue;
            }

            List<Draft> band = BandBefore(clause, verb);
            List<Draft> actors = band.Count > 0 ? band : [.. clause.Subjects(verb).Where(actor => IsSomebody(actor) && NamedHere(clause, actor)
                && clause.Start(actor) <= at + 1)];
            Journey(clause, verb, actors, [place], 0.65);
            return;
        }
    }

    /// <summary>"with his deputy, Brandt, and the head of the Board, Lowell": those who sat on the host's side.</summary>
    private static List<Draft> Staff(Clause clause, int after)
    {
        Scan scan = clause.Scan;
        for (int at = after; at < Math.Min(clause.Sentence.End - 2, after + 12); at++)
        {
            if (scan.Is(at, "with") && (scan.Is(at + 1, "his") || scan.Is(at + 1, "her")))
            {
                int name = at + 2;
                while (name - at < 6 && !scan.In(s_staff, name))
                {
                    name++;
                }

                return scan.In(s_staff, name) ? [.. clause.Objects(scan.IsMark(name + 1, ',') ? name + 2 : name + 1).TakeWhile(IsSomebody)] : [];
            }
        }

        return [];
    }
}
