using Chancery.Extraction.Mentions;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Relations;

internal sealed partial class EventClaims
{
    private static readonly WordList s_passing = new("passed stopped spent completed returned back stayed");

    private static readonly WordList s_spells = new("day days week weeks weekend night nights hour hours");

    /// <summary>
    /// "passed through Lima", "stopped over in Lima", "spent two days in Lima", "was back from Lima": who tells of it has been there.
    /// </summary>
    private void Passing(Clause clause, int verb)
    {
        Scan scan = clause.Scan;
        int at = verb + 1;
        if (scan.Is(verb, "stopped") && (scan.Is(at, "over") || scan.Is(at, "briefly")))
        {
            at++;
        }

        bool spent = scan.Is(verb, "spent") || scan.Is(verb, "completed");
        while (spent && at - verb < 8 && !(scan.Is(at, "in") && !scan.In(Dates.Months, at + 1))
            && (!scan.Is(at, "with") || clause.Objects(at + 1).Count == 0)
            && (scan.Has(at, TokenShape.Word | TokenShape.Number) || scan.IsMark(at, '-') || scan.IsMark(at, '–'))
            && (scan.In(Dates.Months, at) || !scan.Has(at, TokenShape.Capital) || scan.Capitals && clause.StartingAt(at) is null))
        {
            at++;
        }

        if (scan.Is(verb, "completed") && !scan.Is(at - 1, "days") && !scan.Is(at - 1, "weeks"))
        {
            return;
        }

        if (spent && scan.Is(at, "with") && at - verb > 1)
        {
            Meeting(clause, verb, Subjects(clause, verb), [.. clause.Objects(at + 1).TakeWhile(IsSomebody)], 0.8);
            return;
        }

        if (scan.Is(verb, "returned") || scan.Is(verb, "back"))
        {
            at = Later(scan, at);
        }

        bool fits = scan.Is(verb, "passed") ? scan.Is(at, "through") : scan.Is(verb, "returned")
            || scan.Is(verb, "back") ? scan.Is(at, "from") : scan.Is(at, "in");
        // A resident does not spend two days at home.
        bool span = spent && new TokenRange(verb + 1, at).Any(token => scan.In(s_spells, token) || scan.In(Dates.Months, token));
        List<Draft> places = fits ? [.. clause.Objects(at + 1).TakeWhile(place => place.Type == EntityType.Place && !Within(place))] : [];
        if (places.Count > 0 && clause.StartingAt(at + 1) == places[0] && (span || !places.TrueForAll(IsHome))
            && !scan.Is(places[^1].Tokens.End, "to")
            && (!scan.Is(verb, "stayed") || scan.Is(places[^1].Tokens.End, "for", "until", "overnight", "from")))
        {
            int acts = scan.Is(verb, "back") && scan.Is(verb - 1, "came", "come", "got") ? verb - 1 : verb;
            Journey(clause, verb, [.. Subjects(clause, acts).Where(IsSomebody)], places, 0.75);
        }
    }

    /// <summary>"Brandt called me in", "called Lowell to his office", "sent for me".</summary>
    private void Summoned(Clause clause, int verb)
    {
        Scan scan = clause.Scan;
        bool sent = scan.Is(verb, "sent") && scan.Is(verb + 1, "for");
        if (!sent && !scan.Is(verb, "called"))
        {
            return;
        }

        List<Draft> guests = [.. Others(clause, sent ? verb + 2 : verb + 1, verb)
            .TakeWhile(guest => guest.Type is EntityType.Person or EntityType.Position)];
        if (guests.Count == 0)
        {
            return;
        }

        int end = scan.Is(verb + 1, "me") || scan.Is(verb + 1, "him") || scan.Is(verb + 1, "her") ? verb + 2
            : guests[^1].Segment == scan.Segment && guests[^1] != clause.Writer ? guests[^1].Tokens.End : Past(clause, guests, verb);
        bool inside = scan.Is(end, "in") && (!scan.Has(end + 1, TokenShape.Word) || scan.Is(end + 1, "this") || scan.In(s_between, end + 1)
            || scan.Is(end + 1, "to"))
            || scan.Is(end, "to") && (scan.Is(end + 1, "his") || scan.Is(end + 1, "her"))
                && (scan.Is(end + 2, "office") || scan.Is(end + 2, "residence") || scan.Is(end + 2, "home"));
        // "called Lowell and me Foreign Office", "called us to give us the text"
        bool gathered = Includes(scan, end - 1) && (clause.StartingAt(end) is { Type: EntityType.Organization or EntityType.Place }
            || scan.Is(end, "to"));
        if (sent || inside || gathered)
        {
            Meeting(clause, verb, [.. Subjects(clause, verb).Where(host => host.Type is EntityType.Person or EntityType.Position)], guests, 0.8);
        }
    }

    /// <summary>The token behind "me" or "us", with which the list of guests ends.</summary>
    private int Past(Clause clause, List<Draft> guests, int verb)
    {
        int at = guests.Count > 1 && guests[^2].Segment == clause.Scan.Segment ? guests[^2].Tokens.End : verb + 1;
        while (at - verb < 20 && at < clause.Sentence.End && !Includes(clause.Scan, at))
        {
            at++;
        }

        return at + 1;
    }
}
