using Chancery.Extraction.Mentions;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Relations;

internal sealed partial class EventClaims
{
    private static readonly WordList s_given = new("handed given delivered presented shown showed told informed asked gave held had");
    private static readonly WordList s_meals = new("lunch luncheon dinner breakfast supper reception party tea banquet cocktails");
    private static readonly WordList s_gaveMeal = new("gave held had hosted giving");
    private static readonly WordList s_came = new("came come comes went go goes going stopped dropped called returned asked agreed");
    private static readonly WordList s_ahead = new(
        """
        will shall would to am is are was be been plan plans planned planning expect expects expected hope hopes hoped intends intended
        wants wanted wishes going may might can could should must
        """);
    private static readonly WordList s_having = new("had have has having held hold spent");
    private static readonly WordList s_occasions = new("in during at after following since before from upon on throughout");
    private static readonly WordList s_accounts = new(
        """
        account report summary text impressions impression highlights notes record transcript remarks résumé resume gist rundown version
        """);
    private static readonly WordList s_dayWords = new("today yesterday morning afternoon evening night tonight");
    private static readonly WordList s_owned = new(
        """
        my our a an the this yesterday today last recent long brief short private second first earlier previous initial half one two three four
        informal lengthy morning afternoon evening night course close end conclusion of hour s same further subsequent frank confidential friendly
        general two-hour three-hour hour-long
        """);

    /// <summary>"note handed me by Brandt", "handed Lowell the note", "gave a dinner for Lowell".</summary>
    private bool Given(Clause clause, int verb)
    {
        Scan scan = clause.Scan;
        if (scan.In(s_gaveMeal, verb) && Honored(scan, verb) is { } honored)
        {
            Meeting(clause, verb, [.. Subjects(clause, verb).Where(IsSomebody)], [.. Others(clause, honored + 1, verb).TakeWhile(IsSomebody)], 0.75);
            return true;
        }

        int at = Later(scan, verb + 1);
        at = scan.Is(at, "to") ? at + 1 : at;
        List<Draft> takers = [.. Others(clause, at, verb).TakeWhile(IsParty)];
        if (takers.Count == 0)
        {
            return false;
        }

        int end = Includes(scan, at) || scan.Is(at, "him") ? at + 1 : takers[^1].Tokens.End;
        int by = Later(scan, end);
        while (by - end < 8 && !scan.Is(by, "by") && (scan.Is(by, "at") || scan.Is(by, "p") || scan.Is(by, "m") || scan.IsMark(by, '.')
            || scan.In(s_between, by) || scan.Has(by, TokenShape.Number)))
        {
            by++;
        }

        if (scan.Is(by, "by") && clause.Objects(by + 1) is { Count: > 0 } givers)
        {
            Meeting(clause, verb, [.. givers.TakeWhile(IsSomebody)], takers, 0.8);
            return true;
        }

        if (at != verb + 1 || !(scan.Is(verb, "given") && scan.Is(verb - 1, "had", "has", "have") || scan.Is(verb, "handed") || scan.Is(verb, "shown")
            || scan.Is(verb, "gave") || scan.Is(verb, "showed")))
        {
            return false;
        }

        if (scan.Is(verb, "showed") && (scan.Is(at, "him") || scan.Is(at, "her"))
            || scan.Is(verb, "gave", "given") && !(scan.Is(verb, "gave") && Includes(scan, at)) && !Account(scan, end))
        {
            return false;
        }

        Meeting(clause, verb, [.. Subjects(clause, verb).Where(IsSomebody)], takers, scan.Is(verb, "gave") ? 0.7 : 0.8);
        return true;
    }

    /// <summary>"gave Brandt useful figures", "gave Brandt a full account": told face to face.</summary>
    private static bool Account(Scan scan, int at) =>
        Enumerable.Range(at, 4).TakeWhile(token => scan.Has(token, TokenShape.Word)).Any(token => scan.In(s_told, token));

    private static readonly WordList s_told = new(
        """
        figures rundown briefing message letter note text document documents paper aide-memoire demarche readout account overview details
        tour copy copies synopsis update
        """);

    /// <summary>A verb of telling, behind the country in brackets or an adverb.</summary>
    private static bool Tells(Scan scan, int at)
    {
        at = scan.IsMark(at, '(') && scan.IsMark(at + 2, ')') ? at + 3 : at;
        at = scan.Text(at).EndsWith("ly", StringComparison.OrdinalIgnoreCase) || scan.Is(at, "also") || scan.Is(at, "again") ? at + 1 : at;
        return scan.In(s_spoken, at) || scan.In(s_tells, at);
    }

    private static bool IsParty(Draft draft) => IsSomebody(draft) || draft.Segment is null;

    /// <summary>The "for" or "of" in "gave small dinner for Brandt", "held a reception in honor of Brandt".</summary>
    private static int? Honored(Scan scan, int verb)
    {
        for (int at = verb + 1; at < verb + 6; at++)
        {
            if (scan.In(s_meals, at) || scan.In(s_nouns, at))
            {
                int end = Later(scan, at + 1);
                return scan.Is(end, "for") ? end : scan.Is(end, "in") && scan.Is(end + 1, "honor") && scan.Is(end + 2, "of")
                    && scan.In(s_meals, at) ? end + 2 : null;
            }
        }

        return null;
    }

    /// <summary>"came in to see me", "will see Brandt tomorrow", "am seeing Brandt".</summary>
    private void See(Clause clause, int verb)
    {
        Scan scan = clause.Scan;
        int came = verb - 2;
        while (scan.Is(verb - 1, "to") && verb - came < 7 && came > clause.Sentence.Start && !scan.In(s_came, came)
            && !scan.Has(came, TokenShape.Capital | TokenShape.Punctuation))
        {
            came--;
        }

        bool visited = scan.Is(verb - 1, "to") && scan.In(s_came, came);
        if (!visited && !scan.In(s_ahead, verb - 1))
        {
            return;
        }

        int from = visited ? came : verb;
        List<Draft> objects = [.. Others(clause, verb + 1, from).TakeWhile(IsParty)];
        int end = objects.Count == 0 ? verb + 1 : objects[^1].Tokens.End;
        if (objects.Count == 0 || scan.In(s_ahead, end) || scan.Is(end, "as"))
        {
            return;
        }

        (Polarity, Modality) Told(List<Draft> subjects) => visited
            && !scan.Is(came, "asked") ? Mood(clause, subjects, came) : Ahead(Mood(clause, subjects, verb));
        List<Draft> seers = [.. Subjects(clause, from).Where(IsSomebody)];
        if (seers.Count > 0)
        {
            State(clause, "MET_WITH", verb, seers, objects, Told(seers), 0.75, $"\"{scan.Text(verb)}\" between two parties");
            Abroad(clause, verb, seers, objects);
        }

        (Polarity, Modality) Ahead((Polarity Polarity, Modality Modality) mood) =>
            (mood.Polarity, mood.Modality == Modality.Actual ? scan.Is(came, "asked") ? Modality.Conditional : Modality.Planned : mood.Modality);
    }

    /// <summary>The verb of "had a long talk with", "talk which Brandt had with", "spent an hour with".</summary>
    private static int? Having(Clause clause, int noun)
    {
        Scan scan = clause.Scan;
        for (int at = noun - 1; at >= clause.Sentence.Start && noun - at < 7 && !scan.Has(at, TokenShape.Punctuation)
            && clause.EndingAt(at + 1) is null; at--)
        {
            if (scan.In(s_having, at))
            {
                return at;
            }
        }

        for (int at = noun + 1; at < Math.Min(clause.Sentence.End, noun + 7) && !scan.Is(at, "with") && !scan.Has(at, TokenShape.Punctuation); at++)
        {
            if (scan.In(s_having, at))
            {
                return at;
            }
        }

        return null;
    }

    /// <summary>
    /// "In talk with Brandt today", "conversation with Brandt yesterday": whose it is where no possessor stands before it: in a telegram the
    /// writer's, unless the sentence has begun with somebody else.
    /// </summary>
    private Draft? Occasion(Clause clause, int noun, List<Draft> partners)
    {
        Scan scan = clause.Scan;
        if (scan.Segment.Kind != SegmentKind.Body || !Telegraphic)
        {
            return null;
        }

        // "as stated by Brandt in conversation with Lowell"
        if (scan.In(s_occasions, noun - 1) && clause.EndingAt(noun - 1) is { } beside && IsSomebody(beside))
        {
            return beside;
        }

        int at = noun - 1;
        bool occasion = false;
        while (at >= clause.Sentence.Start && noun - at < 9 && (scan.In(s_owned, at) || scan.In(s_occasions, at) || scan.In(s_qualities, at)
            || scan.IsMark(at, ',') || scan.Has(at, TokenShape.Clitic) || scan.In(Dates.Months, at) || scan.Has(at, TokenShape.Number)))
        {
            occasion |= scan.In(s_occasions, at);
            at--;
        }

        bool dated = Enumerable.Range(noun + 1, Math.Max(0, partners[0].Tokens.Start - noun - 1)).Append(partners[^1].Tokens.End).Append(noun - 1)
            .Any(token => scan.In(s_dayWords, token));
        bool told = scan.In(s_occasions, noun - 1) || scan.Is(noun - 1, "of") || scan.Is(noun - 1, "on") || scan.In(s_qualities, noun - 1);
        bool account = told && Enumerable.Range(Math.Max(clause.Sentence.Start, noun - 5), noun - Math.Max(clause.Sentence.Start, noun - 5))
            .Any(token => scan.In(s_accounts, token));
        if (at >= clause.Sentence.Start && !occasion && !dated && !account)
        {
            return null;
        }

        Draft? teller = clause.Actors.Find(actor => actor.Tokens.Start >= partners[^1].Tokens.End && IsSomebody(actor)
            && Tells(scan, actor.Tokens.End) && !partners.Contains(actor));
        if (teller is not null && noun - clause.Sentence.Start < 8)
        {
            return teller;
        }

        List<Draft> people = clause.Actors.FindAll(actor => actor.Tokens.End <= noun && IsSomebody(actor));
        return people.Count == 0 ? clause.Writer : people is [var one] && one.Tokens.Start - clause.Sentence.Start <= 4
            && scan.In(s_spoken, one.Tokens.End) ? one : null;
    }

    private static readonly WordList s_metAlready = new("after upon since while enjoyed recalled remembered");
    private static readonly WordList s_gerund = new(
        """
        for of to after upon before on about without is was am are will from at favor since while enjoyed recalled remembered
        """);

    /// <summary>"plan for meeting Brandt", "after meeting Brandt": it took place only behind "after" and the like.</summary>
    private bool Gerund(Clause clause, int verb)
    {
        Scan scan = clause.Scan;
        if (clause.StartingAt(verb + 1) is not { } partner || !IsSomebody(partner) || scan.Has(partner.Tokens.End, TokenShape.Clitic))
        {
            return false;
        }

        List<Draft> people = clause.Actors.FindAll(actor => actor.Tokens.End <= verb && IsSomebody(actor));
        bool past = scan.In(s_metAlready, verb - 1);
        Draft? subject = past && Tellers(clause, verb - 1, clause.Writer is { } self ? [self] : []) is [var enjoyer] ? enjoyer : people.Count > 0
            ? people[^1] : First(clause);
        if (subject is null)
        {
            return true;
        }

        (Polarity polarity, Modality modality) = Mood(clause, [subject], verb);
        modality = past || modality != Modality.Actual ? modality : scan.Is(verb - 1, "is")
            || scan.Is(verb - 1, "am") ? Modality.Planned : Modality.Conditional;
        State(clause, "MET_WITH", verb, [subject], [partner], (polarity, modality), 0.7, $"\"{scan.Text(verb)}\" between two parties");
        return true;
    }
}
