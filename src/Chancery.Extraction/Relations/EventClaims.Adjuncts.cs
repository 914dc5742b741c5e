using Chancery.Extraction.Mentions;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Relations;

/// <summary>Meetings and journeys that a sentence names beside its verb: "complained in a meeting with Brandt", "while in Lima, Lowell said".</summary>
internal sealed partial class EventClaims
{
    private static readonly WordList s_acts = new(
        """
        said says told tells made makes gave gives took takes came went saw spoke met held put brought left sought drew laid set found heard knew
        thought felt struck blew broke read rose swore wrote began ran did was were had has is are will would
        """);

    private static readonly WordList s_takesPart = new("attend attended attending participate participated participating part join joined");

    private static readonly WordList s_occasion = new("in at during over after following on before");

    private static readonly WordList s_withinOccasion = new(
        """
        a an the his her their its my our this that another series number of two three four several recent brief short long private separate
        bilateral one introductory courtesy farewell initial first second last final follow up subsequent earlier previous informal lengthy
        small working hour half minute dinner lunch breakfast luncheon margins sidelines course end close conclusion beginning
        outset today yesterday morning afternoon evening tonight late early same joint frank cordial friendly wide ranging depth private
        """);

    /// <summary>Nouns of a meeting that take "with", and those that take "on".</summary>
    private static readonly WordList s_encounters = new(
        """
        meeting meetings talks talk conversation conversations discussion discussions lunch dinner luncheon breakfast interview appointment audience
        consultation consultations session sessions encounter chat visit drinks coffee tea supper reception briefing exchange
        """);

    private static readonly WordList s_calls = new("call calls visit visits");

    /// <summary>"asked for fish in a meeting with Brandt", "pressed for it during a May 3 call on Brandt": who acts met the other.</summary>
    private void Occasioned(Clause clause, int noun)
    {
        Scan scan = clause.Scan;
        // "to be carried out in consultation with" tells how something is to be done.
        if (scan.Segment.Kind != SegmentKind.Body || Notes(scan, noun) || scan.Is(noun, "consultation") && !scan.Has(noun - 1, TokenShape.Number) && scan.Is(noun - 1, "in", "close", "full", "appropriate"))
        {
            return;
        }

        int at = noun - 1;
        while (at > clause.Sentence.Start && noun - at < 10 && !scan.In(s_occasion, at)
            && (scan.In(s_withinOccasion, at) || scan.In(Dates.Months, at) || scan.Has(at, TokenShape.Number) || scan.In(Dates.Weekdays, at)
            || scan.IsMark(at, '-') || scan.IsMark(at, ',') && scan.Has(at - 1, TokenShape.Number)))
        {
            at--;
        }

        var between = new TokenRange(at + 1, noun);
        // "my conversation with" is the writer's, "the conversations with" may be anybody's, and "on talks with" tells of what.
        bool others = between.Any(token => scan.Is(token, "my", "our")) || scan.Is(at + 1, "the") && at + 2 == noun
            || scan.Is(at, "on") && !between.Any(token => scan.Is(token, "margins", "sidelines"));
        if (!scan.In(s_occasion, at) || at <= clause.Sentence.Start + 1 || others)
        {
            return;
        }

        int link = Later(scan, noun + 1);
        bool with = scan.Is(link, "with") && scan.In(s_encounters, noun);
        if (!(with || scan.Is(link, "on") && scan.In(s_calls, noun)))
        {
            return;
        }

        List<Draft> partners = [.. Others(clause, link + 1, noun).TakeWhile(IsParty)];
        (List<Draft> actors, int verb) = partners.Count == 0 ? ([], 0) : Behind(clause, at, partners) ?? Acting(clause, at);
        if (actors.Count == 0 || actors.Exists(actor => partners.Contains(actor)))
        {
            return;
        }

        (Polarity polarity, Modality modality) = Mood(clause, actors, verb);
        modality = Asks(scan, verb) && modality == Modality.Conditional ? Modality.Actual : modality;
        polarity = scan.In(s_takesPart, verb) || Modals.Of(clause, Math.Max(at - 3, verb + 1), at, 3).Polarity == Polarity.Denied ? polarity
            : Polarity.Asserted;
        polarity = Undone(clause, noun, modality == Modality.Planned) ? Polarity.Denied : polarity;
        State(clause, "MET_WITH", noun, Whole(actors).Where(CanMeet), Whole(partners), (polarity, modality), 0.72,
            $"\"{scan.Text(noun)}\" beside the verb");
        Remember(clause, noun, actors, partners, (polarity, modality));
    }

    /// <summary>"…, and after a talk with Brandt, Lowell agreed": who acts behind the comma, where a part of the sentence begins with the occasion.</summary>
    private static (List<Draft> Actors, int Verb)? Behind(Clause clause, int occasion, List<Draft> partners)
    {
        Scan scan = clause.Scan;
        int comma = NamedHere(clause, partners[^1]) ? partners[^1].Tokens.End : clause.Sentence.End;
        bool split = partners.Count > 1 && NamedHere(clause, partners[^1]) && scan.IsMark(clause.Start(partners[^1]) - 1, ',');
        if (!split && !scan.IsMark(comma, ',') || scan.Has(occasion - 1, TokenShape.Word) && !scan.Is(occasion - 1, "and", "that", "but"))
        {
            return null;
        }

        if (partners.Count > 1 && scan.IsMark(clause.Start(partners[^1]) - 1, ',') && IsActing(clause, partners[^1].Tokens.End))
        {
            Draft actor = partners[^1];
            partners.RemoveAt(partners.Count - 1);
            return ([actor], actor.Tokens.End);
        }

        List<Draft> actors = clause.Objects(comma + 1);
        return actors.Count == 0 || !IsActing(clause, actors[^1].Tokens.End) ? null
            : actors.TrueForAll(IsSomebody) ? (actors, actors[^1].Tokens.End) : ([], 0);
    }

    private static bool Asks(Scan scan, int verb) => scan.Is(verb, "asked") || scan.Is(verb, "requested") || scan.Is(verb, "offered");

    /// <summary>Who acts in the clause before this token, and the verb: the nearest verb behind a name that no preposition governs, or a pronoun.</summary>
    private (List<Draft> Actors, int Verb) Acting(Clause clause, int before)
    {
        Scan scan = clause.Scan;
        for (int verb = before - 1; verb > clause.Sentence.Start && before - verb < 26; verb--)
        {
            if (scan.Is(verb, "that", "which", "who", "what", "whom") || scan.IsMark(verb, ';'))
            {
                return ([], 0);
            }

            if (!IsActing(clause, verb))
            {
                continue;
            }

            List<Draft> subjects = clause.Subjects(verb);
            List<Draft> actors = [.. subjects.Where(IsSomebody)];
            if (subjects.Count > 0 && actors.Count == 0)
            {
                return ([], 0);
            }

            bool governed = actors.Count > 0 && NamedHere(clause, actors[0]) && actors[0].Tokens.End <= verb
                && scan.In(s_governs, clause.Start(actors[0]) - 1) && clause.Led(clause.Start(actors[0])) is null;
            if (actors.Count > 0 && !governed)
            {
                return (actors, verb);
            }

            if (scan.Is(verb - 1, "I") || scan.Is(verb - 1, "they") || scan.Is(verb - 1, "we") || scan.Is(verb - 1, "it"))
            {
                return ([], 0);
            }
        }

        return ([], 0);
    }

    private static bool IsActing(Clause clause, int token)
    {
        Scan scan = clause.Scan;
        return scan.Has(token, TokenShape.Word) && (scan.Capitals || !scan.Has(token, TokenShape.Capital))
            && (scan.In(s_acts, token) || scan.In(s_takesPart, token) || scan.Text(token).EndsWith("ed", StringComparison.OrdinalIgnoreCase))
            && !clause.Actors.Exists(actor => actor.Tokens.Start <= token && token < actor.Tokens.End);
    }

    /// <summary>"After arriving in Lima, Brandt said", "while in Lima, Brandt met": who acts behind the comma, or before the adjunct.</summary>
    private List<Draft> Adjoined(Clause clause, int opener, int end)
    {
        if (opener <= clause.Sentence.Start + 1)
        {
            return Ahead(clause, end, opening: true);
        }

        return clause.Scan.IsMark(opener - 1, ',') && clause.EndingAt(opener - 1) is { } beside && IsSomebody(beside) ? [beside]
            : Acting(clause, opener).Actors;
    }

    private static readonly WordList s_whiles = new("while when after before upon since on");
    private static readonly WordList s_goings = new(
        """
        returning leaving going arriving coming proceeding traveling travelling visiting touring arrival departing flying
        """);

    /// <summary>"Upon arrival in Lima", "after returning from Lima", "before leaving for Lima", "while in Lima".</summary>
    private void Underway(Clause clause, int opener)
    {
        Scan scan = clause.Scan;
        bool there = (scan.Is(opener, "while") || scan.Is(opener, "when")) && scan.Is(opener + 1, "in");
        if (!there && !scan.In(s_goings, opener + 1))
        {
            return;
        }

        int link = Later(scan, there ? opener + 1 : opener + 2);
        bool visiting = scan.Is(opener + 1, "visiting") || scan.Is(opener + 1, "touring");
        bool leaving = scan.Is(opener + 1, "leaving") || scan.Is(opener + 1, "departing");
        if (!(there || visiting || (leaving ? scan.Is(link, "for") : scan.Is(link, "in") || scan.Is(link, "to") || scan.Is(link, "at")
            || scan.Is(link, "from") && scan.Is(opener + 1, "returning"))))
        {
            return;
        }

        List<Draft> goals = [.. clause.Objects(visiting ? link : link + 1).TakeWhile(goal => goal.Type == EntityType.Place)];
        if (goals.Count == 0 || there && goals.Exists(IsHome) || goals.Exists(Within))
        {
            return;
        }

        List<Draft> travellers = [.. Adjoined(clause, opener, goals[^1].Tokens.End).Where(IsSomebody)];
        if (travellers.Count > 0)
        {
            Journey(clause, opener + 1, travellers, goals, 0.7, presupposed: true);
        }
    }
}
