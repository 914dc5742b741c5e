using Chancery.Extraction.Mentions;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Relations;

internal sealed partial class OfficeClaims
{
    private static readonly WordList s_links = new(
        """
        be become becomes is was became serves serving has served remains remained acts acted acting continues continued
        stays stayed doubles doubled works worked returns returned functions functioned
        """);
    private static readonly WordList s_between = new(
        "also as currently elected appointed been named sworn in previously formerly on back concurrently again still newly confirmed");
    private static readonly WordList s_aside = new("will be now then currently");
    private static readonly WordList s_leaves = new("resigns resigned retires retired quits quit");
    private static readonly WordList s_departures = new("departure resignation retirement removal dismissal ouster");
    private static readonly WordList s_chooses = new(
        "appointed appoints appointing elected elects made named names naming designated chose chooses picked reappointed reelected proclaimed");
    private static readonly WordList s_succeeds = new("succeeded succeeds succeed replaced replaces replace");
    private static readonly WordList s_givenUp = new(
        """
        supplanting supplanted supplant replacing replaced replace succeeding succeeded succeed ousted ousting removed removing dismissed
        dismissing successor predecessor
        """);

    /// <summary>Words that make a holder out of the name before a bare "as": "the election of Brandt as", "in his capacity as".</summary>
    private static readonly WordList s_installs = new(
        """
        appointed appoints appointment appointing elected election reelected re-elected electing named names naming designated designation
        chosen chose chooses choosing selected selects selection installed installs installing sworn swore swears swearing picked picks tapped taps
        inducted promoted confirmed reappointed proclaimed commissioned recruited hired brought retained retains
        confirmation recognized recognize recognition accredited capacity role
        position post term
        """);

    /// <summary>Words before it that make a holder only thinkable.</summary>
    private static readonly WordList s_thinkable = new(
        """
        if would could might should unless provided whether suggest suggested suggests propose proposed proposes thinking conceivable
        possibility possible impossible unlikely doubtful refused declined favor favors favored prefer preferred wants wanted hopes hoped agrement agrément consider considered
        considering
        """);

    /// <summary>"NAME is the director", "NAME stepped down as director", "the appointment of NAME as director".</summary>
    private static (Draft?, double, string)? Said(Scan scan, Draft position, TokenRange sentence, int before)
    {
        if (scan.EndingAt(before + 1) is { Type: EntityType.Person } chosen && scan.In(s_chooses, Ranked(scan, chosen) - 1))
        {
            return (chosen, 0.8, "the name is chosen for the office");
        }

        // "was for eighteen months the liaison"
        before = scan.Is(before, "months", "years") && scan.Is(before - 2, "for") ? before - 3 : before;
        int verb = before;
        while (verb > sentence.Start && scan.In(s_between, verb))
        {
            verb--;
        }

        // "NAME stepped down as director": the office is his until then.
        if (scan.Is(before, "as") && Leaves(scan, before) is { } left
            && scan.EndingAt(scan.IsMark(left - 1, ',') ? left - 1 : left) is { Type: EntityType.Person } leaver)
        {
            return (leaver, 0.85, "leaves the office");
        }

        if (Raised(scan, sentence, before) is { } raised)
        {
            return (raised, 0.85, "raised to the office");
        }

        bool namedAs = verb < before && scan.Is(before, "as", "elected", "appointed", "named");
        bool linked = scan.In(s_links, verb) || scan.Is(verb, "had") && scan.Is(verb + 1, "been");
        if (!linked && !namedAs)
        {
            return null;
        }

        if (Succession(scan, sentence, before) is { } successor)
        {
            return (successor, 0.8, "succeeds another in the office");
        }

        int subject = linked ? verb - 1 : verb;
        while (linked && subject > sentence.Start && scan.In(s_aside, subject))
        {
            subject--;
        }

        if (scan.Is(subject, "he", "she"))
        {
            return !scan.Is(subject - 1, "if") && Meant(scan, subject, sentence) is { } meant
                ? (meant, 0.75, "he or she is said to be in the office") : null;
        }

        while (subject > sentence.Start && (scan.Is(subject, "who") || scan.IsMark(subject, ',') || Bracket(scan, subject)
            || scan.Has(subject, TokenShape.Number) && scan.IsMark(subject - 1, ',')))
        {
            subject = Bracket(scan, subject) ? Open(scan, subject, sentence.Start) : subject - 1;
        }

        // "to convey to Brandt is the President's desire" names no holder.
        if (linked && scan.EndingAt(verb - 1) is { Type: EntityType.Person } inner && scan.In(s_governs, Ranked(scan, inner) - 1)
            && Interrupted(scan, sentence, verb - 1) is { } outer && outer != inner)
        {
            return (outer, 0.8, "the name is said to be in the office");
        }

        if (scan.EndingAt(subject + 1) is { Type: EntityType.Person } person
            && !(position.Bodies.Count == 0 && scan.Has(position.Tokens.End, TokenShape.Clitic)))
        {
            bool bare = !linked && subject == before - 1 && scan.Is(before, "as");
            return bare && !Installed(scan, sentence, person) || scan.Is(person.Tokens.Start - 1, "if") ? null
                : (person, 0.85, "the name is said to be in the office");
        }

        if (linked && !scan.Has(position.Tokens.End, TokenShape.Clitic) && Interrupted(scan, sentence, verb - 1) is { } first)
        {
            return (first, 0.8, "the name is said to be in the office");
        }

        return namedAs ? OnlyName(scan, position, sentence, before, verb) : null;
    }

    private static readonly WordList s_governs = new("of to for with by from and under");

    /// <summary>Where a name begins with the ranks before it.</summary>
    private static int Ranked(Scan scan, Draft person)
    {
        int start = person.Tokens.Start;
        while (scan.In(Titles.Honorifics, start - 1) || scan.IsMark(start - 1, '.') && scan.In(Titles.Honorifics, start - 2))
        {
            start--;
        }

        return start;
    }

    private static readonly WordList s_raises = new("promoted elevated upgraded moved moves transferred");
    private static readonly WordList s_takesUp = new("assumed assumes takes took holds held occupies occupied has adds added keeps kept");
    private static readonly WordList s_posts = new("post position job office title portfolio duties");
    private static readonly WordList s_been = new("was is been has had were recently just also subsequently later since then being newly");

    /// <summary>"Brandt was promoted to Director", "Brandt assumed the post of Director", "Brandt took over as Director".</summary>
    private static Draft? Raised(Scan scan, TokenRange sentence, int before)
    {
        int at = before;
        bool post = scan.Is(at, "of") && scan.In(s_posts, at - 1);
        at = post ? at - 2 : at;
        at = post && scan.Is(at, "the") ? at - 1 : at;
        int subject;
        if (post && scan.In(s_takesUp, at))
        {
            subject = at - 1;
        }
        else if (scan.Is(at, "up") && scan.Is(at - 1, "took", "takes") && post)
        {
            subject = at - 2;
        }
        else if (scan.Is(at, "as") && scan.Is(at - 1, "over", "office") && scan.Is(at - 2, "took", "takes", "taken", "assumed"))
        {
            subject = at - 3;
        }
        else if (scan.Is(at, "to") && scan.In(s_raises, at - 1))
        {
            subject = at - 2;
        }
        else
        {
            return null;
        }

        while (subject > sentence.Start && (scan.In(s_been, subject) || scan.Is(subject, "who") || scan.IsMark(subject, ',')))
        {
            subject--;
        }

        return scan.EndingAt(subject + 1) is { Type: EntityType.Person } holder && holder.Tokens.Start >= sentence.Start ? holder
            : scan.IsMark(subject + 1, ',') ? Interrupted(scan, sentence, subject + 1) : null;
    }

    private static (Draft?, double, string)? OnlyName(Scan scan, Draft position, TokenRange sentence, int before, int verb)
    {
        int end = position.Tokens.End;
        bool compared = scan.Is(before, "as") && scan.Has(end, TokenShape.Word) && !scan.Is(end, "of", "in", "and", "for");
        // "spoke as a leader": like one.
        bool likened = scan.Is(before, "as") && scan.Is(position.Tokens.Start - 1, "a", "an");
        if (compared || likened || scan.In(s_givenUp, verb) || scan.In(s_givenUp, verb - 1))
        {
            return null;
        }

        Draft[] people = [.. scan.Within(sentence).Where(draft => draft.Type == EntityType.Person && draft.Tokens.End <= verb)];
        return people.Length == 1 && !Thinkable(scan, sentence, people[0].Tokens.Start)
            && !Enumerable.Range(people[0].Tokens.End, verb - people[0].Tokens.End)
                .Any(token => scan.In(s_thinkable, token) || scan.Is(token, "may"))
            ? (people[0], 0.75, "the only name is said to be in the office") : null;
    }

    /// <summary>Whether a name right before "as" is that of a holder, not of one thought of or put aside.</summary>
    private static bool Installed(Scan scan, TokenRange sentence, Draft person)
    {
        int start = person.Tokens.Start;
        int from = Math.Max(sentence.Start, start - 8);
        return !scan.In(s_givenUp, start - 1) && !Thinkable(scan, sentence, start)
            && Enumerable.Range(from, start - from).Any(token => scan.In(s_installs, token));
    }

    private static bool Thinkable(Scan scan, TokenRange sentence, int start)
    {
        int from = Math.Max(sentence.Start, start - 12);
        return Enumerable.Range(from, start - from).Any(token => scan.In(s_thinkable, token));
    }

    /// <summary>"Brandt succeeded Lowell as Director": the first of the two holds it.</summary>
    private static Draft? Succession(Scan scan, TokenRange sentence, int before)
    {
        if (!scan.Is(before, "as"))
        {
            return null;
        }

        for (int verb = before - 1; verb > sentence.Start && before - verb < 8; verb--)
        {
            if (scan.In(s_succeeds, verb) && !scan.Is(verb - 1, "to") || scan.Is(verb + 1, "over") && scan.Is(verb, "took", "takes"))
            {
                return scan.Within(sentence).LastOrDefault(draft => draft.Type == EntityType.Person && draft.Tokens.End <= verb);
            }
        }

        return null;
    }

    /// <summary>Where the verb of leaving an office begins, before "as".</summary>
    private static int? Leaves(Scan scan, int before) =>
        scan.Is(before - 1, "down") && scan.Is(before - 2, "steps", "stepped") ? before - 2 : scan.In(s_leaves, before - 1) ? before - 1
            : scan.In(s_departures, before - 1) && scan.Has(before - 2, TokenShape.Clitic) ? before - 2 : null;

    /// <summary>"served as", "has previously served as": the office was held.</summary>
    private static bool Served(Scan scan, int before)
    {
        if (!scan.Is(before, "as") || !scan.Is(before - 1, "served"))
        {
            return false;
        }

        return scan.Is(before - 2, "previously", "formerly", "once", "earlier", "had") || !scan.Is(before - 2, "has", "have");
    }

    /// <summary>The only person named before the pronoun in its sentence, else the person who begins the sentence before.</summary>
    private static Draft? Meant(Scan scan, int pronoun, TokenRange sentence)
    {
        Draft[] before = [.. scan.Within(sentence).Where(draft => draft.Type == EntityType.Person
            && draft.Tokens.End <= pronoun).DistinctBy(draft => draft.Entity)];
        if (before.Length > 0)
        {
            return before.Length == 1 || before[0].Tokens.Start - sentence.Start <= 4 ? before[0] : null;
        }

        if (sentence.Start == 0)
        {
            return null;
        }

        TokenRange previous = scan.Segment.SentenceOf(sentence.Start - 1);
        Draft[] earlier = [.. scan.Within(previous).Where(draft => draft.Type == EntityType.Person).DistinctBy(draft => draft.Entity)];
        return earlier.Length == 1 || earlier.Length > 1 && earlier[0].Tokens.Start - previous.Start <= 4 ? earlier[0] : null;
    }

    private static bool Bracket(Scan scan, int token) => scan.IsMark(token, ')');

    private static int Open(Scan scan, int token, int least)
    {
        while (token > least && !scan.IsMark(token, '('))
        {
            token--;
        }

        return Math.Max(least, token - 1);
    }
}
