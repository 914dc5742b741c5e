using Chancery.Extraction.Mentions;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Relations;

internal sealed partial class EventClaims
{
    /// <summary>"Lowell, in Lima for talks, agreed".</summary>
    private void Aside(Clause clause, int link)
    {
        if (clause.EndingAt(link - 1) is { Type: EntityType.Person } person && clause.Objects(link + 1) is [{ Type: EntityType.Place } place]
            && clause.Scan.Is(place.Tokens.End, "for") && clause.StartingAt(link + 1) == place && !IsHome(place))
        {
            Journey(clause, link, [person], [place], 0.75);
        }
    }

    /// <summary>"Lowell will be in Lima on May 4".</summary>
    private void Presence(Clause clause, int link)
    {
        Scan scan = clause.Scan;
        bool stands = scan.In(s_stands, link - 1);
        List<Draft> subjects = stands && !scan.Is(link - 2, "we") ? Subjects(clause, link - 1) : clause.Subjects(link - 1);
        List<Draft> targets = clause.Objects(link + 1);
        if (stands && targets.Exists(IsHome))
        {
            return;
        }

        int end = targets.Count > 0 ? targets[^1].Tokens.End : 0;
        bool ends = end >= clause.Sentence.End || clause.Scan.Has(end, TokenShape.Punctuation) || clause.Scan.In(Dates.Months, end)
            || clause.Scan.In(s_between, end) || clause.Scan.In(s_toward, end) || clause.Scan.Is(end, "with", "twice", "once", "before", "when",
                "during")
            || clause.Scan.Is(end, "since", "several", "three", "many", "recently", "after")
            || clause.Scan.Text(end).EndsWith("ing", StringComparison.OrdinalIgnoreCase);
        if (targets.Count > 0 && ends && clause.StartingAt(link + 1) == targets[0])
        {
            Journey(clause, link, [.. subjects.Where(subject => subject.Type is EntityType.Person or EntityType.Position)],
                [.. targets.TakeWhile(target => target.Type == EntityType.Place)], 0.65);
        }
    }

    private static readonly WordList s_stands = new("been is am are now currently presently");

    private static readonly WordList s_comes = new(
        """
        arrived arrives arrive arriving arrival came come coming returned return visit visited visiting trip stay stayed stopped flew
        """);

    /// <summary>The city that the cable is sent from, where it names it: what "here" means.</summary>
    private Draft? _home;

    /// <summary>"Brandt arrived here yesterday", "during Brandt's visit here".</summary>
    private void Here(Clause clause, int here)
    {
        Scan scan = clause.Scan;
        int verb = here - 1;
        while (here - verb < 4 && scan.In(s_between, verb))
        {
            verb--;
        }

        if (_home is null || context.Origin is null || !scan.In(s_comes, verb))
        {
            return;
        }

        List<Draft> travellers = scan.In(s_visitNouns, verb) && IsNoun(scan, verb)
            || scan.Is(verb, "arrival") ? Possessor(clause, verb) : Subjects(clause, verb);
        Journey(clause, verb, [.. travellers.Where(IsSomebody)], [_home], 0.65);
    }

    private static readonly WordList s_appears = new(
        """
        speaking spoke addressed addressing attended attending attend attends participate participates participating signed opened inaugurated
        meet met participated address speech remarks lecture toured held represented inspected part chaired lectured
        """);
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

            if (place.Type == EntityType.Organization && !noun)
            {
                // "attended a meeting of the Council in Lima"
                limit += place.Tokens.Count + 2;
                at = place.Tokens.End - 1;
                continue;
            }

            bool there = place.Type == EntityType.Place && (scan.Is(at - 1, "in") || scan.Is(at - 1, "at") || scan.Is(at - 1, "the")
                && (scan.Is(at - 2, "in") || scan.Is(at - 2, "at"))) && !Within(place);
            List<Draft> subjects = !there ? [] : noun ? Speaker(clause, verb, place) : clause.Subjects(verb);
            Journey(clause, verb, [.. subjects.Where(subject => subject.Type == EntityType.Person && (!IsHome(place)
                || IsForeign(clause, subject)))], [place], 0.6);
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
                return clause.Scan.IsMark(place.Tokens.End, ',')
                    && clause.Objects(place.Tokens.End + 1) is [{ Type: EntityType.Person } named, ..] ? [named] : clause.Meant(at) is { } meant
                    ? [meant] : [];
            }
        }

        return [];
    }
}
