using Chancery.Extraction.Mentions;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Relations;

internal sealed partial class EventClaims
{
    /// <summary>Who travels together in this cable: those whom "the group" and "the delegation" mean.</summary>
    private List<Draft> _party = [];

    private static readonly WordList s_named = new("codel staffdel nodel");

    /// <summary>"Codel Lowell (Senators Lowell and Olsen)": the delegation with its members.</summary>
    private void Members(Clause clause)
    {
        Scan scan = clause.Scan;
        foreach (Draft band in clause.Actors)
        {
            int open = band.Tokens.End;
            bool whole = s_named.Contains(scan.Tokens[band.Tokens.Start]);
            if (!(whole || scan.In(s_named, band.Tokens.Start - 1)) || !scan.IsMark(open, '('))
            {
                continue;
            }

            int close = open + 1;
            while (close < clause.Sentence.End && close - open < 40 && !scan.IsMark(close, ')'))
            {
                close++;
            }

            List<Draft> people = [.. clause.Actors.Where(actor => actor.Tokens.Start > open && actor.Tokens.End <= close
                && actor.Type == EntityType.Person)];
            _party = people.Count > 0 ? [.. whole ? [band] : Array.Empty<Draft>(), .. people] : _party;
        }
    }

    /// <summary>With a delegation those who are its members.</summary>
    private List<Draft> Whole(List<Draft> parties) =>
        _party.Count > 1 && parties.Exists(one => one.Segment is { } segment && (s_named.Contains(segment.Tokens[one.Tokens.Start])
            || one.Tokens.Start > 0 && s_named.Contains(segment.Tokens[one.Tokens.Start - 1])))
            ? [.. parties, .. _party.Where(member => !parties.Exists(one => one.Entity == member.Entity))] : parties;

    /// <summary>Who came along: "…, accompanied by Brandt and Lowell".</summary>
    private static List<Draft> Along(Clause clause, int verb)
    {
        Scan scan = clause.Scan;
        for (int at = verb + 1; at < clause.Sentence.End - 1; at++)
        {
            if ((scan.Is(at, "accompanied") || scan.Is(at, "joined")) && scan.Is(at + 1, "by") && scan.IsMark(at - 1, ','))
            {
                return [.. clause.Objects(at + 2).TakeWhile(IsSomebody)];
            }
        }

        return [];
    }

    /// <summary>"the group", "the delegation" right before a verb: the party.</summary>
    private List<Draft> BandBefore(Clause clause, int verb)
    {
        Scan scan = clause.Scan;
        int at = verb - 1;
        while (at > clause.Sentence.Start && verb - at < 6 && (Modals.Auxiliaries.Contains(scan.Tokens[at]) || Modals.Any.Contains(scan.Tokens[at])
            || scan.Is(at, "also") || scan.Is(at, "then") || scan.Is(at, "later") || scan.Is(at, "next")))
        {
            at--;
        }

        return Band(clause, at);
    }

    /// <summary>"the group" that begins here or behind the article.</summary>
    private List<Draft> BandAfter(Clause clause, int at) => Band(clause, clause.Scan.Is(at, "the") ? at + 1 : at);

    private List<Draft> Band(Clause clause, int noun)
    {
        Scan scan = clause.Scan;
        bool named = scan.In(s_named, noun);
        return _party.Count > 0 && scan.In(Clause.Bands, noun) && (scan.Is(noun - 1, "the") || scan.Is(noun - 1, "our") || named)
            && !clause.Actors.Exists(actor => actor.Tokens.Start <= noun && noun < actor.Tokens.End)
            && !scan.Is(noun + 1, "of") ? _party : [];
    }

    /// <summary>Those who came to where the cable is written, or came with others, are its visitors.</summary>
    private void Travelled(List<Draft> travellers, List<Draft> reached, (Polarity Polarity, Modality Modality) mood)
    {
        List<Draft> people = [.. travellers.Where(IsSomebody)];
        if (mood is (Polarity.Asserted, Modality.Actual or Modality.Planned) && people.Count > 0
            && (people.Count > 1 && _party.Count < 2 || reached.Exists(place => place.Type == EntityType.Place && IsHome(place)))
            && !people.TrueForAll(one => _party.Exists(member => member.Entity == one.Entity)))
        {
            _party = people;
        }
    }

    private static readonly WordList s_undone = new(
        """
        cancelled canceled postponed scratched scrapped scrubbed dropped aborted abandoned shelved called put
        """);

    private static readonly WordList s_fails = new("fell falls failed backed begged cancelled canceled declined");

    /// <summary>"a trip to Lima fell through", "the visit, laid on for May 4, was cancelled", "was to go to Lima but fell ill".</summary>
    private static bool Undone(Clause clause, int verb, bool planned)
    {
        Scan scan = clause.Scan;
        bool noun = scan.In(s_visitNouns, verb) || scan.In(s_nouns, verb) || scan.Is(verb, "hop");
        for (int at = verb + 1; at < Math.Min(clause.Sentence.End, verb + 22) && (noun || planned) && !scan.In(s_visitNouns, at); at++)
        {
            bool passive = scan.Is(at - 1, "was") || scan.Is(at - 1, "being") || scan.Is(at - 1, "were") || scan.Is(at - 1, "be")
                || scan.Is(at - 1, "been");
            bool off = scan.In(s_undone, at) && passive && (!(scan.Is(at, "called") || scan.Is(at, "put")) || scan.Is(at + 1, "off"));
            bool fell = (scan.Is(at, "fell") || scan.Is(at, "falls")) && scan.Is(at + 1, "through");
            bool not = scan.Is(at, "place") && scan.Is(at - 1, "take") && (scan.Is(at - 2, "not") || scan.Is(at - 2, "never"));
            not |= (scan.Is(at, "happened") || scan.Is(at, "materialized") || scan.Is(at, "went") || scan.Is(at, "came")) && scan.Is(at - 1, "never");
            bool but = planned && scan.Is(at - 1, "but") && scan.In(s_fails, at);
            if (noun && (off || fell) || not || but)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The "on" in "called May 4 on", the "with" in "the first meeting, on May 4, was with".</summary>
    private static int? Linked(Clause clause, int verb, bool call, bool noun)
    {
        Scan scan = clause.Scan;
        int at = Later(scan, scan.IsMark(verb + 1, ',') ? verb + 2 : verb + 1);
        if (call && !scan.IsMark(verb + 1, ',') && scan.Is(at - 1, "on") && at - 1 > verb)
        {
            return at - 1;
        }

        at = scan.IsMark(at, ',') ? at + 1 : at;
        bool was = noun && (scan.Is(at, "was") || scan.Is(at, "were"));
        return was && (scan.Is(at + 1, "with") || call && scan.Is(at + 1, "on")) ? at + 1 : null;
    }

    private static readonly WordList s_welcomed = new("met greeted received welcomed hosted");

    /// <summary>The "by" of "were met at the airport by", "was received by".</summary>
    private static int? Agent(Clause clause, int verb)
    {
        Scan scan = clause.Scan;
        int at = verb + 1;
        // "was told of statements by Brandt" is another matter, "was told yesterday by Brandt" is not.
        int later = Later(scan, at);
        bool told = scan.Is(later, "by");
        at = told ? later : at;
        int auxiliary = scan.Text(verb - 1).EndsWith("ly", StringComparison.OrdinalIgnoreCase) ? verb - 2 : verb - 1;
        bool passive = (scan.In(s_welcomed, verb) || told) && Modals.Auxiliaries.Contains(scan.Tokens[Math.Max(0, auxiliary)]);
        while (passive && at - verb < 7 && at < clause.Sentence.End && !scan.Is(at, "by") && !scan.Has(at, TokenShape.Punctuation)
            && !(clause.StartingAt(at) is { } other && IsSomebody(other)))
        {
            at++;
        }

        return scan.Is(at, "by") ? at : null;
    }


    /// <summary>"took a softer line with the Minister at lunch", "raised fish with the Minister over dinner": who acts met the other.</summary>
    private void AtTable(Clause clause, int noun)
    {
        Scan scan = clause.Scan;
        int at = noun - 1;
        while (at > clause.Sentence.Start && noun - at < 8 && !(scan.Is(at, "at") || scan.Is(at, "over") || scan.Is(at, "during"))
            && (scan.In(s_owned, at) || scan.In(Dates.Months, at) || scan.Has(at, TokenShape.Number) || scan.In(Dates.Weekdays, at) || scan.Is(at, "working")
            || scan.Has(at, TokenShape.Capital) && !clause.Actors.Exists(actor => actor.Tokens.Start <= at && at < actor.Tokens.End
            && IsSomebody(actor))))
        {
            at--;
        }

        bool occasion = scan.Is(at, "at") || scan.Is(at, "over") || scan.Is(at, "during");
        if (!occasion || clause.EndingAt(at) is not { } other || !IsSomebody(other))
        {
            return;
        }

        int link = clause.Start(other) - 1;
        link = scan.Is(link, "the") ? link - 1 : link;
        Draft? actor = clause.Actors.Find(one => one.Tokens.End <= link && IsSomebody(one));
        if (scan.Is(link, "with") && actor is not null && clause.Start(actor) - clause.Sentence.Start <= 4
            && !clause.Actors.Exists(one => one != actor && one.Tokens.Start > actor.Tokens.Start && one.Tokens.End <= link && IsSomebody(one)))
        {
            Meeting(clause, noun, [actor], [other], 0.75);
        }
    }
}
