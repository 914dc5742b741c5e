using Chancery.Extraction.Mentions;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Relations;

internal sealed partial class EventClaims
{
    private static readonly WordList s_motion = new(
        """
        traveled travelled travels travel traveling travelling flew fly flies flying went goes going go came come comes coming arrived arrives
        arrive arriving arrival returned returns return returning depart departs departed
        departing departure leave leaves left leaving proceed proceeds proceeded proceeding journeyed drove called headed heading bound route
        enroute way sailed sent gone
        expelled deported extradited exiled repatriated motored hastened hurried rushed reached flown recalled summoned dispatched despatched
        transferred taken brought ordered landed lands landing fled flees fleeing moved relocated crossed continued journeying
        """);

    /// <summary>Verbs of motion behind which telegrams leave "to" out: "will return Lima soon", "proceed Lima".</summary>
    private static readonly WordList s_terse = new(
        """
        arrived arrives arrive arriving arrival return returned returning returns proceed proceeding proceeded come came coming go going went
        reached enroute route
        """);

    private static readonly WordList s_onlyTo = new(
        """
        went going gone go return returned come came coming taken brought ordered transferred recalled summoned flown dispatched despatched sent
        expelled deported extradited exiled repatriated fled flees fleeing moved relocated continued
        """);

    private static readonly WordList s_visit = new("visited visits visit visiting revisited toured tours transited transiting transits");
    private static readonly WordList s_visitNouns = new(
        """
        visit trip travel journey tour stay sojourn mission visits trips tours stopover delegation return stop
        """);
    private static readonly WordList s_removed = new(
        """
        sent expelled deported extradited exiled repatriated flown recalled summoned dispatched despatched transferred taken brought ordered
        """);
    private static readonly WordList s_stays = new("tour stay sojourn stopover stop");
    private static readonly WordList s_toward = new("to in at for into");
    private static readonly WordList s_leaving = new(
        """
        leave left leaving leaves depart departs departed departing departure sailed headed heading bound
        """);
    private static readonly WordList s_between = new(
        """
        personally on from tomorrow today yesterday tonight directly back again by early late here home soon shortly next last week month morning
        evening afternoon night via through plane air train abroad overseas monday tuesday wednesday thursday friday saturday sunday
        """);

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

        if (scan.In(s_whiles, i))
        {
            Underway(clause, i);
        }

        Moves(clause, i);
        if (scan.In(s_sends, i))
        {
            Sent(clause, i);
        }

        if (scan.Is(i, "here"))
        {
            Here(clause, i);
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
        else if (scan.Is(i, "in") && (scan.Is(i - 1, "be") || scan.Is(i - 1, "was") || scan.Is(i - 1, "were") || scan.In(s_stands, i - 1))
            || scan.Is(i, "to") && scan.Is(i - 1, "been"))
        {
            Presence(clause, i);
        }
        else if (scan.Is(i, "in") && scan.IsMark(i - 1, ','))
        {
            Aside(clause, i);
        }
    }

    private static readonly WordList s_intended = new("planned scheduled expected intended");

    private static bool IsNoun(Scan scan, int token) => scan.Is(token + 1, "of") && !scan.Is(token, "return")
        || scan.In(s_intended, token - 1) && (scan.Has(token - 2, TokenShape.Clitic) || scan.Is(token - 2, "his", "her", "the", "a"))
        || !(Modals.Any.Contains(token > 0 ? scan.Tokens[token - 1] : default)
        && !(scan.Is(token - 1, "may") && scan.Has(token - 1, TokenShape.Capital)) || scan.Is(token, "return") && !IsOwned(scan, token)
        && !(scan.In(s_occasions, token - 1) && !scan.Is(token + 1, "of")));

    private static bool IsOwned(Scan scan, int noun) => scan.Is(noun - 1, "his") || scan.Is(noun - 1, "her") || scan.Is(noun - 1, "my")
        || scan.Has(noun - 1, TokenShape.Clitic);

    private void Motion(Clause clause, int verb)
    {
        Scan scan = clause.Scan;
        bool leaving = scan.In(s_leaving, verb);
        bool terse = scan.In(s_terse, verb);
        int at = verb + 1;
        // "traveled with Brandt to Lima"
        List<Draft> along = scan.Is(at, "with") ? [.. clause.Objects(at + 1).TakeWhile(IsSomebody)] : [];
        at = along.Count > 0 ? along[^1].Tokens.End : scan.Is(at, "with") && !scan.In(s_goesOnWith, verb) ? Beyond(scan, at) : at;
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
            else if (scan.In(s_between, at) || scan.In(s_manner, at)
                || scan.Has(at, TokenShape.Number) || scan.In(Dates.Months, at) || scan.IsMark(at, '.')
                || scan.IsMark(at, ',') && scan.Has(at - 1, TokenShape.Number) || scan.IsMark(at, '-'))
            {
                at++;
            }
            else
            {
                stopped = true;
            }
        }

        at = scan.Is(at, "in") && scan.Is(at + 1, "to") ? at + 1 : at;
        bool around = scan.In(s_around, at) && scan.In(s_travelling, verb);
        bool direct = terse && at == verb + 1 && Bare(clause, at);
        bool toward = around || scan.In(s_toward, at) && (!scan.Is(at, "for") || leaving);
        if (stopped && !direct || !(toward || direct) || !Fits(scan, verb, at, direct))
        {
            return;
        }

        List<Draft> targets = clause.Objects(direct ? at : at + 1);
        targets = scan.Is(at, "to", "for") && Event(clause, at + 1) is { } seat ? [seat] : targets;
        // "we had gone to the Ministry on this matter"
        if (scan.Is(verb, "gone") && targets is [{ Type: EntityType.Organization }, ..])
        {
            return;
        }

        if (targets.Count == 0 && leaving && scan.Is(at, "for"))
        {
            // "left Lima for talks in Helsinki"
            int inside = at + 1;
            while (inside - at < 6 && scan.Has(inside, TokenShape.Word) && (scan.Capitals || !scan.Has(inside, TokenShape.Capital))
                && !scan.Is(inside, "in") && !scan.Is(inside, "at"))
            {
                inside++;
            }

            targets = (scan.Is(inside, "in") || scan.Is(inside, "at")) && inside > at + 1 ? clause.Objects(inside + 1) : targets;
        }

        if (_underway.Count > 0 && scan.In(s_gerunds, verb) && scan.IsMark(verb - 1, ',') | scan.Is(verb - 1,
            "and") | clause.EndingAt(verb) is { Type: EntityType.Place })
        {
            // "leaving for Lima, returning Oslo about May 4"
            Journey(clause, verb, _underway, targets, 0.7);
            return;
        }

        List<Draft> subjects = scan.Is(verb, "arrival") || scan.Is(verb, "departure") ? Traveller(clause, verb)
            : scan.Is(verb, "route") || scan.Is(verb, "enroute")
                || scan.Is(verb, "way") ? Nearby(clause, verb)
                : Subjects(clause, scan.In(s_removed, verb) && Passive(scan, verb) is { } auxiliary ? auxiliary : verb);
        subjects = subjects.Count > 0 ? [.. subjects, .. along] : subjects;
        // "before returning Lima he": who acts in the sentence.
        subjects = subjects.Count == 0 && scan.In(s_gerunds, verb) && scan.In(s_occasions, verb - 1)
            && !scan.Is(verb - 1, "from") ? Traveller(clause, verb) : subjects;
        // "Upon his arrival in Lima, Brandt": the name behind the comma is no goal.
        if (subjects.Count == 0 && targets is [{ Type: EntityType.Place } goal, var person] && IsSomebody(person) && Opened(clause, goal, person))
        {
            (subjects, targets) = ([person], [goal]);
        }

        subjects = subjects.Count == 0 && targets.Count > 0 && (scan.Is(verb, "arrival") || scan.Is(verb, "departure"))
            && scan.In(s_presuppose, clause.Sentence.Start) ? Ahead(clause, targets[^1].Tokens.End, opening: true) : subjects;
        Journey(clause, verb, subjects, targets);
    }

    /// <summary>
    /// A place that stands alone, not as the first word of "Lima conference": behind it the sentence ends or goes on with another part.
    /// </summary>
    private static bool Bare(Clause clause, int at)
    {
        if (clause.StartingAt(at) is not { Type: EntityType.Place } place)
        {
            return false;
        }

        Scan scan = clause.Scan;
        int end = place.Tokens.End;
        return !scan.Has(end, TokenShape.Clitic) && (end >= clause.Sentence.End || scan.Has(end, TokenShape.Punctuation | TokenShape.Number)
            && !scan.IsMark(end, '-') || scan.In(s_between, end) || scan.In(s_goesOn, end) || scan.In(Dates.Months, end)
            || clause.StartingAt(end) is { Type: EntityType.Person });
    }

    private static readonly WordList s_manner = new(
        """
        up down over out on along together instead himself herself themselves same following day straight then there the north south east
        west
        """);

    private static readonly WordList s_goesOn = new(
        """
        to in for at with from after before during as and or but where until this that last next he she who would will was is has had having about
        around following since when which if because without she they we I first second third fourth fifth sixth seventh eighth ninth tenth
        eleventh twelfth
        """);

    private static readonly WordList s_goesOnWith = new("proceed proceeds proceeded proceeding continued continuing");

    private static readonly WordList s_gerunds = new("returning leaving going arriving coming proceeding continuing traveling travelling");

    /// <summary>Whether the word before the goal is one that this verb of motion takes.</summary>
    private static bool Fits(Scan scan, int verb, int at, bool direct)
    {
        bool way = !(scan.Is(verb, "way") || scan.Is(verb, "route")) || scan.Is(verb, "route") && scan.Is(verb - 1, "en")
            || scan.Is(verb, "way") && (scan.Is(verb - 2, "on", "his", "made", "making") || scan.Is(verb - 2, "make"));
        bool left = scan.In(s_leaving, verb) && !scan.Is(at, "for") && !direct && !scan.Is(verb, "headed") && !scan.Is(verb, "heading");
        bool elsewhere = scan.In(s_onlyTo, verb) && !(direct || scan.Is(at, "to", "into") || scan.Is(at, "from"));
        return way && !left && !elsewhere && !(scan.Is(verb, "reached") && !direct) && !(scan.Is(verb, "called") && !scan.Is(at, "at"))
            && !(scan.In(s_removed, verb) && Passive(scan, verb) is null);
    }

    /// <summary>"sent Brandt to Lima", "will send Brandt soonest to Lima", "accompanied Brandt to Lima": who is sent or led goes there.</summary>
    private void Sent(Clause clause, int verb)
    {
        Scan scan = clause.Scan;
        List<Draft> travellers = [.. Others(clause, verb + 1, verb).TakeWhile(IsParty)];
        if (travellers.Count == 0)
        {
            return;
        }

        int end = NamedHere(clause, travellers[^1]) && travellers[^1].Tokens.Start > verb ? travellers[^1].Tokens.End
            : scan.Is(verb + 1, "the") ? verb + 3 : verb + 2;
        int at = end;
        while (at - end < 5 && (scan.In(s_between, at) || scan.Is(at, "soonest") || scan.Is(at, "urgently")
            || scan.Is(at, "as") || scan.Is(at, "back")))
        {
            at++;
        }

        if (!scan.Is(at, "to")
            || clause.Objects(at + 1).FirstOrDefault() is not { Type: EntityType.Place or EntityType.Organization or EntityType.Post } place
                || Within(place)
            || place.Type != EntityType.Place && !scan.In(s_summons, verb)
            || scan.Has(place.Tokens.End, TokenShape.Clitic))
        {
            return;
        }

        bool along = scan.In(s_leads, verb);
        (Polarity polarity, Modality modality) = Mood(clause, travellers, verb);
        modality = modality == Modality.Actual && (scan.Is(verb, "send") || scan.Is(verb, "sending")) ? Modality.Planned : modality;
        if (along)
        {
            travellers.AddRange(Subjects(clause, verb).Where(IsSomebody));
        }

        State(clause, "TRAVELED_TO", verb, travellers.Where(CanMeet), [place], (polarity, modality), 0.75,
            $"\"{scan.Text(verb)}\" toward a place or body");
    }

    private static readonly WordList s_sends = new(
        """
        sent send sending dispatched accompanied accompanying accompany escorted brought flew summoned summon summons recalled drove took
        """);
    private static readonly WordList s_summons = new("summoned summon summons recalled");
    private static readonly WordList s_leads = new("accompanied accompanying accompany escorted");

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

    /// <summary>The city or country of the sending post, where its officers and their hosts live.</summary>
    private bool IsHome(Draft place) =>
        context.Own is { } own && (string.Equals(place.Surface, own.City, StringComparison.OrdinalIgnoreCase)
            || string.Equals(place.Entry?.Name ?? place.Surface, own.Country, StringComparison.OrdinalIgnoreCase)
            || place.Entry is { } row && row.Id == context.Host?.Id);

    /// <summary>An office of another nation before the name: "British Foreign Secretary Brandt".</summary>
    private bool IsForeign(Clause clause, Draft person) =>
        clause.OfficeBefore(person)?.Properties.GetValueOrDefault("nation") is { } nation && nation != context.Host?.Name;

    /// <summary>A region of the world is no place to arrive at.</summary>
    private static bool Within(Draft place) => place.Entry is { } row && row.Kind.HasFlag(Gazetteers.EntryKind.Region);

    /// <param name="presupposed">"after his visit to": whatever the sentence only hopes for, the journey itself is taken for granted.</param>
    private void Journey(Clause clause, int verb, List<Draft> subjects, List<Draft> targets, double confidence = 0.85, bool presupposed = false)
    {
        // "came to Lima's aid" is no journey.
        // "went over to the Lima line" is none either.
        var reached = targets.TakeWhile(target => target.Type is EntityType.Place or EntityType.Organization or EntityType.Post)
            .Where(target => target.Segment != clause.Scan.Segment || !clause.Scan.Has(target.Tokens.End, TokenShape.Clitic)
                && !Adjectival(clause, target)).ToList();
        if (subjects.Count == 0 || reached.Count == 0)
        {
            return;
        }

        // "upon his return to Lima, Cabinet met": a body behind the comma is another matter.
        int matter = reached[0].Type == EntityType.Place ? reached.FindIndex(target => target.Type == EntityType.Organization
            && !And(clause, target)) : -1;
        if (matter > 0)
        {
            reached.RemoveRange(matter, reached.Count - matter);
        }

        if (reached.Count > 1 && !reached.Exists(target => And(clause, target)) && clause.Scan.Has(reached[^1].Tokens.End, TokenShape.Word))
        {
            // "had moved to Lima, the Peruvian Embassy remained": no list without "and".
            reached.RemoveRange(1, reached.Count - 1);
        }

        Draft last = reached[^1];
        if (clause.Scan.Is(last.Tokens.End, "in") && clause.StartingAt(last.Tokens.End + 1) is { Type: EntityType.Place } inside
            && last.Type != EntityType.Place)
        {
            reached.Add(inside);
        }

        (Polarity Polarity, Modality Modality) mood = Mood(clause, subjects, verb);
        subjects = [.. Whole(subjects), .. Along(clause, verb), .. Beside(clause, verb, reached[^1])];
        if (NamedHere(clause, last))
        {
            reached.AddRange(Legs(clause, last.Tokens.End));
        }

        _underway = subjects;
        Travelled(subjects, reached, mood);
        mood = presupposed && mood.Modality == Modality.Conditional ? (mood.Polarity, Modality.Planned) : mood;
        State(clause, "TRAVELED_TO", verb, subjects.Where(subject =>
            subject.Type is EntityType.Person or EntityType.Position or EntityType.Organization), reached, mood, confidence,
            $"\"{clause.Scan.Text(verb)}\" toward a place or body");
    }

    private static bool And(Clause clause, Draft actor)
    {
        int before = clause.Start(actor) - 1;
        return clause.Scan.Is(before, "and") || clause.Scan.Is(before, "the") && clause.Scan.Is(before - 1, "and");
    }
}
