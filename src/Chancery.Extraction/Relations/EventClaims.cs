using Chancery.Extraction.Mentions;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Relations;

/// <summary>Journeys and meetings: who went where, who met or spoke to whom, when.</summary>
internal sealed partial class EventClaims(CableContext context, ClaimList claims)
{
    private List<Draft> _last = [];

    private int _lastVerb;

    public void Add(Clause clause)
    {
        Scan scan = clause.Scan;
        _last = [];
        _sharers = (-1, [], []);
        _underway = [];
        _home ??= clause.Actors.Find(actor => actor.Type == EntityType.Place && context.Own is { } own
            && string.Equals(actor.Surface, own.City, StringComparison.OrdinalIgnoreCase));
        if (_partner is not null && (clause.Scan.Is(clause.Sentence.Start, "he") || clause.Actors.Exists(actor => actor.Entity == _partner.Entity)))
        {
            _partnerAt = Math.Max(_partnerAt, _sentence - 1);
        }

        Members(clause);
        Pairs(clause);
        Opening(clause);
        Fronted(clause);
        for (int i = clause.Sentence.Start; i < clause.Sentence.End; i++)
        {
            if (!scan.Has(i, TokenShape.Word) || clause.Actors.Exists(actor => actor.Tokens.Start <= i && i < actor.Tokens.End))
            {
                continue;
            }

            Journeys(clause, i);
            Meetings(clause, i);
            if (scan.In(s_spoken, i))
            {
                Speech(clause, i);
            }

            if (scan.Is(i, "accompanied"))
            {
                Accompanied(clause, i);
            }
            else if (scan.In(s_attends, i))
            {
                Attend(clause, i);
            }
        }

        _sentence++;
    }

    /// <summary>The subjects of a verb; after "and" those of the verb before.</summary>
    private List<Draft> Subjects(Clause clause, int verb)
    {
        List<Draft> subjects = BandBefore(clause, verb);
        subjects = subjects.Count > 0 ? subjects : clause.Subjects(verb);
        // "met with the President and accompanied": what a preposition governs does not act behind "and".
        if (subjects.Count > 0 && clause.Scan.Is(verb - 1, "and") && NamedHere(clause, subjects[0])
            && clause.Scan.In(s_governs, clause.Start(subjects[0]) - 1))
        {
            subjects = [];
        }

        // "who had the Department's 104 called": a body's telegram does not act.
        if (subjects is [{ Type: EntityType.Organization } body] && clause.Scan.Has(body.Tokens.End, TokenShape.Clitic) && verb > body.Tokens.End + 1)
        {
            subjects = [];
        }

        if (subjects.Exists(CanMeet))
        {
            _lastVerb = verb;
            return _last = subjects;
        }

        if (_last.Count < 2 && _party.Count > 1 && clause.Scan.Is(clause.Sentence.Start, "they") && verb - clause.Sentence.Start <= 3)
        {
            _lastVerb = verb;
            return _last = _party;
        }

        if (!Joined(clause, verb) && Coordinated(clause, verb) is { Count: > 0 } begun)
        {
            return begun;
        }

        return Joined(clause, verb) || They(clause, verb) ? _last : Understood(clause, verb) is { } understood ? [understood] : subjects;
    }

    /// <summary>"Brandt completed ten days in Lima and left for": with whom the sentence begins, where it names nobody else.</summary>
    private static List<Draft> Coordinated(Clause clause, int verb)
    {
        int at = verb - 1;
        while (at > clause.Sentence.Start && (clause.Scan.Is(at, "then") || clause.Scan.Is(at, "later") || clause.Scan.Is(at, "also")))
        {
            at--;
        }

        List<Draft> people = clause.Actors.FindAll(actor => actor.Tokens.End <= verb && IsSomebody(actor));
        return clause.Scan.Is(at, "and", "but") && people.Count > 0 && people[0].Type == EntityType.Person
            && clause.Start(people[0]) - clause.Sentence.Start <= 3 && !clause.Scan.Is(clause.Start(people[0]) - 1, "by")
            && !clause.Scan.Has(people[0].Tokens.End, TokenShape.Clitic)
            && !Enumerable.Range(people[0].Tokens.End, at - people[0].Tokens.End).Any(token => clause.Scan.In(s_others, token))
            && people.TrueForAll(one => one.Entity == people[0].Entity || clause.Scan.IsMark(one.Tokens.Start - 1, ',')
                || clause.Scan.Has(one.Tokens.End, TokenShape.Clitic) || clause.Scan.IsMark(one.Tokens.End, '\'')
                || clause.Scan.Is(one.Tokens.Start - 1, "to") && one.Type == EntityType.Position)
            ? [people[0]] : [];
    }

    private static readonly WordList s_governs = new("with to from at in of for");

    /// <summary>"and", a comma or an auxiliary after one of them stands before the verb, and nobody else was named since the verb before.</summary>
    private bool Joined(Clause clause, int verb)
    {
        int at = verb - 1;
        while (at > _lastVerb && (clause.Scan.Text(at).EndsWith("ly", StringComparison.OrdinalIgnoreCase) || clause.Scan.Is(at, "then")
            || clause.Scan.Is(at, "also") || clause.Scan.Is(at, "to") || clause.Scan.Is(at, "later") || Modals.Any.Contains(clause.Scan.Tokens[at])
                || Modals.Auxiliaries.Contains(clause.Scan.Tokens[at])))
        {
            at--;
        }

        return _last.Count > 0 && at > _lastVerb && (clause.Scan.Is(at, "and", "but") || clause.Scan.IsMark(at, ',') || clause.Scan.Is(at, "before")
            || clause.Scan.Is(at, "after") || clause.Scan.Is(at, "where"));
    }

    /// <summary>"When Brandt and Lowell arrived, they were met": the several who acted before.</summary>
    private bool They(Clause clause, int verb) =>
        _last.Count > 1 && (clause.Scan.Is(verb - 1, "they") || clause.Scan.Is(verb - 2, "they")
            && Modals.Auxiliaries.Contains(clause.Scan.Tokens[verb - 1]));

    /// <summary>
    /// What the words before the verb make of the statement. Eight words before the subject count too where they speak of an invitation or a wish;
    /// a verb that shares its subject with the verb before shares its mood.
    /// </summary>
    private (Polarity, Modality) Mood(Clause clause, List<Draft> subjects, int verb)
    {
        bool inside = NamedHere(clause, subjects[0]);
        int from = inside && subjects[0].Tokens.Start < verb ? Math.Max(clause.Sentence.Start, subjects[0].Tokens.Start - 2) : Opens(clause, verb);
        int back = ReferenceEquals(subjects, _last) && _lastVerb < verb ? Math.Min(20, verb - Math.Min(from, verb)) : 8;
        (Polarity polarity, Modality modality) = Modals.Of(clause, from, verb, back);
        if (modality == Modality.Conditional && Told(clause, from, verb) is { } opener)
        {
            // "asked for fish when he met Brandt": the asking is another clause's.
            modality = Modals.Of(clause, from, opener, 20).Modality is Modality.Planned ? Modality.Planned
                : Modals.Of(clause, opener, verb, back).Modality;
        }

        bool ahead = modality == Modality.Planned || clause.Scan.Is(verb - 1, "to")
            && Modals.Auxiliaries.Contains(clause.Scan.Tokens[Math.Max(0, verb - 2)]);
        polarity = Undone(clause, verb, ahead) ? Polarity.Denied : polarity;
        modality = modality == Modality.Actual && Coming(clause, verb) ? Modality.Planned : modality;
        if (Hypothetical(clause, subjects[0], verb))
        {
            return (polarity, Modality.Conditional);
        }

        // "Some suggested a talk, and Brandt told Lowell": what another clause wishes is no wish of this one.
        bool opens = inside && clause.Scan.Is(clause.Start(subjects[0]) - 1, "and") && clause.Scan.IsMark(clause.Start(subjects[0]) - 2, ',');
        return modality is Modality.Actual or Modality.Planned
            && Modals.Wished(clause, opens ? from : Math.Max(clause.Sentence.Start, from - 7), verb, modality) ? (polarity, Modality.Conditional)
            : (polarity, modality);
    }

    /// <summary>"is to meet", "leaves tomorrow", "is traveling to Lima next week".</summary>
    private static bool Coming(Clause clause, int verb)
    {
        Scan scan = clause.Scan;
        if (scan.Is(verb - 1, "to") && scan.Is(verb - 2, "is", "are", "was", "were") || scan.Is(verb - 1, "be") && scan.Is(verb - 2, "to"))
        {
            return true;
        }

        bool present = scan.Text(verb).EndsWith("s", StringComparison.OrdinalIgnoreCase)
            || scan.Text(verb).EndsWith("ing", StringComparison.OrdinalIgnoreCase)
            && scan.Is(verb - 1, "is", "are", "am") || scan.Is(verb, "appointment", "meeting");
        return present && new TokenRange(verb + 1, Math.Min(clause.Sentence.End, verb + 9)).Any(token => scan.Is(token, "tomorrow")
            || scan.Is(token, "next") && scan.Is(token + 1, "week", "month", "year"));
    }

    private static readonly WordList s_openers = new("when where while who after whom as");

    private static readonly WordList s_asks = new("asked requested offered invited seeking trying wanted");

    /// <summary>Where the clause of the verb opens, when only a verb of asking stands before it.</summary>
    private static int? Told(Clause clause, int from, int verb)
    {
        int opener = verb - 1;
        while (opener > from && verb - opener < 6 && !clause.Scan.In(s_openers, opener))
        {
            opener--;
        }

        return clause.Scan.In(s_openers, opener) && Enumerable.Range(from, opener - from).All(token =>
            !Modals.Conditional.Contains(clause.Scan.Tokens[token]) || clause.Scan.In(s_asks, token)) ? opener : null;
    }

    private static readonly WordList s_bare = new("come go travel return proceed fly visit meet see");

    /// <summary>"was to have gone", "proposed that Brandt come".</summary>
    private static bool Hypothetical(Clause clause, Draft subject, int verb) =>
        clause.Scan.Is(verb - 1, "have") && clause.Scan.Is(verb - 2, "to") && (clause.Scan.Is(verb - 3, "was") || clause.Scan.Is(verb - 3, "were"))
            || clause.Scan.In(s_bare, verb) && NamedHere(clause, subject) && subject.Tokens.End == verb
            && subject.Type is EntityType.Person or EntityType.Position && clause.Scan.Is(clause.Start(subject) - 1, "that");

    /// <summary>Where the writer's own words before the verb begin; the sentence where it sets a condition.</summary>
    private static int Opens(Clause clause, int verb)
    {
        Scan scan = clause.Scan;
        int start = clause.Sentence.Start;
        int own = verb - 1;
        while (own > start && !scan.Is(own, "I") && !scan.Is(own, "we"))
        {
            own--;
        }

        bool condition = scan.Is(start, "if") || scan.Is(start, "unless") || scan.Is(start, "should") || scan.Is(start, "whether");
        return condition || own <= start ? start : Math.Max(start, own - 2);
    }

    private void State(Clause clause, string type, int verb, IEnumerable<Draft> subjects, List<Draft> targets,
        (Polarity Polarity, Modality Modality) mood, double confidence, string rule)
    {
        string? on = Dates.Nearest(clause.Scan.Segment, clause.Sentence, verb, context.Document.Date);
        foreach (Draft subject in subjects)
        {
            foreach (Draft target in targets)
            {
                claims.Add(new ClaimDraft(type, subject.Entity, target.Entity, clause.Evidence, clause.Scan.Segment.Paragraph, confidence, rule)
                {
                    Polarity = mood.Polarity,
                    Modality = mood.Modality,
                    On = on,
                });
            }
        }
    }

    /// <summary>Whether somebody is named in this sentence, not in one before it.</summary>
    private static bool NamedHere(Clause clause, Draft actor) =>
        actor.Segment == clause.Scan.Segment && clause.Sentence.Contains(actor.Tokens);

    private static bool CanMeet(Draft draft) => draft.Type is EntityType.Person or EntityType.Position or EntityType.Organization;
}
