using Chancery.Extraction.Mentions;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Relations;

internal sealed partial class EventClaims
{
    private static readonly WordList s_meet = new(
        """
        met meets meet meeting spoke speak speaks talked talks conferred lunched dined discussed consulted raised meetings conversation
        conversations discussion discussions talk call calls called calling
        lunch dinner luncheon breakfast interview appointment audience delivered presented handed passed conveyed shared sat left exchange
        exchanges exchanged consultations consultation negotiations session reviewed
        interviews luncheons lunches dinners breakfasts supper tea audiences sessions conference meets conversed negotiated explored checked
        cleared hour hours
        """);

    private static readonly WordList s_nouns = new(
        """
        meeting meetings talks conversation conversations discussion discussions talk call lunch dinner luncheon breakfast interview appointment
        audience exchange exchanges consultations consultation negotiations session summit interviews luncheons lunches dinners breakfasts supper
        tea audiences sessions conference hour hours
        """);

    /// <summary>Nouns that make a meeting only where somebody had or spent them.</summary>
    private static readonly WordList s_spans = new("hour hours tea session sessions conference");

    private static readonly WordList s_hand = new("delivered presented handed left passed conveyed");
    private static readonly WordList s_messages = new(
        """
        message messages letter reply invitation visit answer approach access reference addressed response
        """);
    private static readonly WordList s_receive = new(
        """
        received welcomed hosted greeted saw seen briefed told assured informed thanked asked urged warned advised reminded interviewed pressed
        summoned convoked queried lectured congratulated escorted questioned cautioned reassured consulted notified entertained approached
        counseled counselled engaged lobbied implored begged badgered challenged quizzed confronted updated feted tackled hosting receiving
        intercepted buttonholed cornered drove walked guided demarched debriefed
        """);
    private static readonly WordList s_passive = new(
        """
        met greeted received summoned convoked informed told advised assured interviewed briefed approached welcomed hosted asked questioned
        queried pressed
        """);
    private static readonly WordList s_written = new(
        """
        letter letters telegram cable memo memorandum wrote message note telephone telephoned phone phoned
        """);

    private void Meetings(Clause clause, int i)
    {
        Scan scan = clause.Scan;
        Summoned(clause, i);
        Frames(clause, i);
        if (scan.In(s_encounters, i) || scan.In(s_calls, i))
        {
            Occasioned(clause, i);
        }

        if (scan.In(s_given, i) && Given(clause, i))
        {
            return;
        }

        if (scan.In(s_passive, i) && Agent(clause, i) is { } by)
        {
            List<Draft> agents = [.. clause.Objects(by + 1).TakeWhile(IsSomebody)];
            List<Draft> subjects = Subjects(clause, i);
            // "When asked by Poloff, Brandt said"
            bool split = subjects.Count == 0 && agents.Count > 1 && scan.IsMark(agents[0].Tokens.End, ',');
            Meeting(clause, i, split ? agents[1..] : subjects, split ? agents[..1] : agents, 0.7);
        }
        else if (scan.In(s_meet, i))
        {
            Meet(clause, i);
        }
        else if (scan.Is(i, "took") && Took(clause, i) || scan.In(s_lists, i) && Included(clause, i))
        {
            return;
        }
        else if (scan.Is(i, "whom"))
        {
            Whom(clause, i);
        }
        else if (scan.Is(i, "see") || scan.Is(i, "seeing"))
        {
            See(clause, i);
        }
        else if (scan.In(s_receive, i))
        {
            Receive(clause, i);
        }
        else if (scan.In(s_confides, i) && (scan.Is(i + 1, "to") || scan.Is(i, "confirmed") && scan.Is(i + 1, "for"))
            && !Enumerable.Range(clause.Sentence.Start, clause.Sentence.Count).Any(token => scan.In(s_written, token)))
        {
            Confide(clause, i);
        }
    }

    /// <summary>"met with", "spoke to", "talks with", "call on", "conversation with", "talks between".</summary>
    private void Meet(Clause clause, int verb)
    {
        Scan scan = clause.Scan;
        if (scan.Is(verb, "meeting") && scan.In(s_gerund, verb - 1) && Gerund(clause, verb))
        {
            return;
        }

        bool direct = scan.Is(verb, "met") || scan.Is(verb, "meet") || scan.Is(verb, "meets") || scan.Is(verb, "meeting") && scan.Is(verb - 1, "in");
        bool call = scan.Text(verb).StartsWith("call", StringComparison.OrdinalIgnoreCase);
        bool hand = scan.In(s_hand, verb);
        bool noun = scan.In(s_nouns, verb) && !(call && scan.Is(verb - 1, "to"));
        if (noun && (Notes(scan, verb) || scan.Is(verb - 1, "telephone") || scan.Is(verb - 1, "phone") || Between(clause, verb)
            || scan.In(s_spans, verb) && Having(clause, verb) is null && !(_sharers.Noun >= 0 && scan.Is(verb, "session", "sessions")
                && scan.Is(verb + 1, "with"))))
        {
            return;
        }

        int at = Linked(clause, verb, call, noun) ?? verb + 1;
        while (at < clause.Sentence.End && at - verb < (hand ? 12 : 8)
            && !(scan.Is(at, "with") || (hand && scan.Is(at, "to"))
            || call && at > verb + 1 && scan.Is(at, "on") && Linked(clause, verb, call, noun) == at
            || ((at == verb + 1 || at == verb + 2 && scan.Text(verb + 1).EndsWith("ly", StringComparison.OrdinalIgnoreCase))
            && (scan.Is(at, "to") || call && scan.Is(at, "on") || scan.Is(at, "in") && scan.Is(verb, "called")))))
        {
            if (direct && at == verb + 1 && clause.StartingAt(at) is not null || (noun || call) && scan.IsMark(at, ';'))
            {
                break;
            }

            at++;
        }

        if (scan.In(s_talking, verb) && !scan.Is(at, "with") && !scan.Is(at, "to"))
        {
            at = Addressed(clause, verb) ?? at;
        }

        bool linked = scan.Is(at, "with") || (scan.Is(at, "to") && !noun && !call)
            || (call && (scan.Is(at, "on") || scan.Is(at, "in") && at == verb + 1
            && clause.StartingAt(at + 1) is { Type: EntityType.Person or EntityType.Position }));
        if (call && (!linked || Telephoned(scan, verb)) || scan.Is(verb, "called") && scan.Is(at, "with"))
        {
            return;
        }

        if (scan.In(s_talking, verb) && Telephoned(scan, verb))
        {
            return;
        }

        if (hand && (scan.In(s_messages, at - 1) || scan.Is(verb - 1, "be") || scan.Is(verb - 1, "been") || scan.Is(verb - 1, "being")
            || scan.IsMark(verb - 1, ',') && scan.Is(verb + 1, "to")))
        {
            return;
        }

        if (scan.In(s_matters, verb) && (scan.Is(verb - 1, "be") || scan.Is(verb - 1, "been") || scan.Is(verb - 1, "being")))
        {
            return;
        }

        List<Draft> objects = linked || direct ? Others(clause, linked ? at + 1 : verb + 1, verb) : [];
        bool paid = scan.In(s_owned, verb - 1) || scan.In(s_qualities, verb - 1) || scan.In(s_courtesies, verb - 1);
        if (call && scan.Is(at, "on") && !paid && objects.Count > 0
            && (scan.Is(objects[^1].Tokens.End, "to") || scan.Is(objects[^1].Tokens.End, "for")))
        {
            return;
        }

        List<Draft> subjects = noun ? Holders(clause, verb) : Tellers(clause, verb, objects);
        if (hand && objects.Count > 0 && scan.Is(objects[^1].Tokens.End, "by") && clause.Objects(objects[^1].Tokens.End + 1) is { Count: > 0 } givers)
        {
            subjects = [.. givers.TakeWhile(IsSomebody)];
        }

        if (objects.Count == 0)
        {
            if (noun && !linked)
            {
                During(clause, verb);
                AtTable(clause, verb);
            }

            Together(clause, verb, noun ? Subjects(clause, verb) : subjects, noun);
            return;
        }

        if (subjects.Count == 0 && noun)
        {
            int opened = Parted(clause, objects);
            (subjects, objects) = opened > 0 ? (objects[opened..], objects[..opened]) : (Ahead(clause, objects[^1].Tokens.End), objects);
            subjects = subjects.Count > 0 || Owner(clause, verb) is not { } owner ? subjects : [owner];
            subjects = subjects.Count > 0 || Occasion(clause, verb, objects) is not { } teller ? subjects : [teller];
        }

        if (noun && (subjects.Count == 0 || subjects.TrueForAll(_sharers.Partners.Contains)) && _sharers.Noun > clause.Sentence.Start
            && verb - _sharers.Noun is > 0 and < 14
            && new TokenRange(verb - 5, verb).Any(token => scan.Is(token, "and")))
        {
            // "Brandt's talk with Lowell and session with Kovacs"
            subjects = _sharers.Subjects;
        }

        if (subjects.Count == 0 && (noun || Mine(clause, verb)) && First(clause) is { } signer)
        {
            subjects = [signer];
        }

        _sharers = noun ? (verb, subjects, objects) : _sharers;
        Abroad(clause, verb, subjects, objects);
        if (scan.In(s_meals, verb) && Inviter(clause) is { Count: > 0 } inviters)
        {
            Meeting(clause, verb, subjects, inviters, 0.75);
        }
        bool people = hand || scan.Is(verb, "reviewed") || scan.Is(verb, "shared") || scan.Is(verb, "sat");
        Meeting(clause, verb, subjects, [.. objects.TakeWhile(target => target.Type is not EntityType.Place && (!people
            || target.Type is EntityType.Person or EntityType.Position))], direct ? 0.88 : 0.75);
    }

    /// <summary>The noun of a meeting read last in this sentence, and whose meeting it was.</summary>
    private (int Noun, List<Draft> Subjects, List<Draft> Partners) _sharers = (-1, [], []);

    /// <summary>"exchange of notes" is no meeting.</summary>
    private static bool Notes(Scan scan, int noun) => scan.Is(noun + 1, "of") && scan.In(s_papers, noun + 2);

    private static readonly WordList s_papers = new("notes letters messages correspondence telegrams");

    /// <summary>"At invitation of Brandt we had lunch with Lowell": who invites to a meal is there.</summary>
    private static List<Draft> Inviter(Clause clause)
    {
        int at = clause.Sentence.Start;
        at = clause.Scan.Is(at, "at") ? clause.Scan.Is(at + 1, "the") ? at + 2 : at + 1 : clause.Sentence.End;
        return clause.Scan.Is(at, "invitation") ? [.. clause.Objects(clause.Scan.Is(at + 1, "of") ? at + 2
            : at + 1).TakeWhile(IsSomebody).Take(1)] : [];
    }

    private static readonly WordList s_during = new("in during at after following before since upon on");

    /// <summary>The sentence begins with the occasion, and only a comma parts the last name of it from who acts.</summary>
    private static bool Opened(Clause clause, Draft last, Draft actor) =>
        clause.Scan.In(s_during, clause.Sentence.Start) && clause.Scan.IsMark(last.Tokens.End, ',') && clause.Start(actor) == last.Tokens.End + 1
            && actor.Type is EntityType.Person or EntityType.Position
        && !clause.Scan.IsMark(actor.Tokens.End, ',') && !clause.Scan.Is(actor.Tokens.End, "and");

    /// <summary>Verbs whose subject in the passive is the matter, not who speaks of it.</summary>
    private static readonly WordList s_matters = new("discussed raised reviewed explored checked cleared exchanged shared");

    private static readonly WordList s_courtesies = new("courtesy introductory farewell initial his her ceremonial protocol");

    /// <summary>
    /// "In meetings with Poloff, Brandt and Kovacs said": how many of the names are the occasion's, where the sentence goes on with a verb behind
    /// the last of them; 0 where it does not.
    /// </summary>
    private static int Parted(Clause clause, List<Draft> names)
    {
        Scan scan = clause.Scan;
        int end = names[^1].Tokens.End;
        if (names.Count < 2 || !scan.In(s_during, clause.Sentence.Start) || scan.IsMark(end, ',') || scan.Is(end, "and")
            || !scan.Has(end, TokenShape.Word))
        {
            return 0;
        }

        int comma = names.FindIndex(name => scan.IsMark(name.Tokens.End, ','));
        return comma >= 0 && comma + 1 < names.Count && names[(comma + 1)..].TrueForAll(IsSomebody) ? comma + 1 : 0;
    }

    /// <summary>"Brandt's visit included a meeting with": whose sentence it is.</summary>
    private static Draft? Owner(Clause clause, int noun)
    {
        List<Draft> people = clause.Actors.FindAll(actor => actor.Tokens.End <= noun && IsSomebody(actor));
        return people is [var one] && one.Tokens.Start - clause.Sentence.Start <= 3 && clause.Scan.Has(one.Tokens.End, TokenShape.Clitic)
            && Enumerable.Range(one.Tokens.End, noun - one.Tokens.End)
                .Any(token => clause.Scan.Is(token, "included") || clause.Scan.Is(token, "includes") || clause.Scan.Is(token, "include")) ? one
                : null;
    }

    /// <summary>"In a meeting with Lowell, Brandt said": who acts behind the comma of a sentence that begins with the occasion.</summary>
    /// <param name="opening">The caller knows already that the sentence opens with an adjunct.</param>
    private static List<Draft> Ahead(Clause clause, int from, bool opening = false)
    {
        Scan scan = clause.Scan;
        if (!opening && !scan.In(s_during, clause.Sentence.Start))
        {
            return [];
        }

        int comma = from;
        while (comma - from < 6 && comma < clause.Sentence.End && !scan.IsMark(comma, ','))
        {
            comma++;
        }

        return scan.IsMark(comma, ',')
            ? [.. clause.Objects(comma + 1).TakeWhile(actor => actor.Type is EntityType.Person or EntityType.Position)] : [];
    }

    /// <summary>"I likewise intend to call on": nobody else acts between the writer and the verb.</summary>
    private static bool Mine(Clause clause, int verb)
    {
        for (int at = verb - 1; at >= clause.Sentence.Start; at--)
        {
            if (clause.Scan.Is(at, "I"))
            {
                return true;
            }

            if (clause.Scan.Has(at, TokenShape.Capital) || clause.Scan.In(s_others, at))
            {
                return false;
            }
        }

        return clause.Scan.Text(verb).EndsWith("ing", StringComparison.OrdinalIgnoreCase);
    }

    private static readonly WordList s_others = new("he she they who which it that when if you");

    /// <summary>"called on the telephone".</summary>
    private static bool Telephoned(Scan scan, int verb) =>
        Enumerable.Range(verb + 1, 4).Any(token => scan.Is(token, "telephone") || scan.Is(token, "phone"));

    /// <summary>Who tells: where "he" speaks to the writer it is he with whom the talk is, whoever else the sentence before names.</summary>
    private List<Draft> Tellers(Clause clause, int verb, List<Draft> told)
    {
        bool pronoun = clause.Scan.Is(verb - 1, "he") || clause.Scan.Is(verb - 2, "he") && Modals.Auxiliaries.Contains(clause.Scan.Tokens[verb - 1]);
        bool toWriter = told is [var one] && one == clause.Writer;
        return pronoun && toWriter && !clause.Actors.Exists(actor => actor.Tokens.End < verb && IsSomebody(actor))
            && Partner(null) is { } partner ? [partner] : Subjects(clause, verb);
    }

    /// <summary>Whom the verb takes: the names after it, "me" the signer, "him" the person meant.</summary>
    private List<Draft> Others(Clause clause, int after, int verb)
    {
        if (BandAfter(clause, after) is { Count: > 0 } band)
        {
            return band;
        }

        if (Includes(clause.Scan, after) && clause.Writer is { } writer)
        {
            return clause.Scan.Is(after + 1, "and") ? [writer, .. clause.Objects(after + 2).Where(IsSomebody)] : [writer];
        }

        bool her = clause.Scan.Is(after, "her") && (!clause.Scan.Has(after + 1, TokenShape.Word) || clause.Scan.In(s_behindHer, after + 1));
        if (her && clause.Subjects(verb) is { Count: > 1 } several)
        {
            return clause.Earlier(several) is { } earlier ? [earlier] : [];
        }

        if (clause.Scan.Is(after, "him") || her)
        {
            Draft? subject = clause.Subjects(verb) is [var one] ? one : null;
            Draft? near = clause.Nearest(after, EntityType.Person);
            return (near is not null && near.Entity != subject?.Entity ? near : Partner(subject) ?? clause.Meant(after, subject)) is { } meant
                ? [meant] : [];
        }

        // "talks with Brandt's office" are not with Brandt.
        List<Draft> others = [.. clause.Objects(after).Where(target => !clause.Scan.Has(target.Tokens.End, TokenShape.Clitic))];
        if (others.Count > 0 && clause.Scan.Is(others[^1].Tokens.End, "and") && Includes(clause.Scan, others[^1].Tokens.End + 1)
            && clause.Writer is { } second)
        {
            others.Add(second);
        }

        return others;
    }

    private static readonly WordList s_behindHer = new("about on if whether that for to at when in during over and yesterday today after with");

    /// <summary>Whose talks they are: a possessor, who had or held them, or the verb's subject.</summary>
    private List<Draft> Holders(Clause clause, int noun)
    {
        if (Having(clause, noun) is { } had && Subjects(clause, had) is { Count: > 0 } havers)
        {
            return havers;
        }

        List<Draft> subjects = Subjects(clause, noun);
        return subjects.Count > 0 ? subjects : Possessor(clause, noun);
    }

    /// <summary>The signer, where the sentence says "I" or "my".</summary>
    private Draft? First(Clause clause)
    {
        for (int i = clause.Sentence.Start; i < clause.Sentence.End; i++)
        {
            if ((clause.Scan.Is(i, "I") && !clause.Scan.Has(i + 1, TokenShape.Punctuation)) || clause.Scan.Is(i, "my"))
            {
                return Signer;
            }
        }

        return null;
    }

    public Draft? Signer { get; init; }

    private void Meeting(Clause clause, int verb, List<Draft> subjects, List<Draft> objects, double confidence)
    {
        if (subjects.Count > 0 && objects.Count > 0)
        {
            (Polarity, Modality) mood = Mood(clause, subjects, verb);
            subjects = [.. Whole(subjects), .. Along(clause, verb).Where(one => !objects.Exists(other => other.Entity == one.Entity))];
            objects = Whole(objects);
            State(clause, "MET_WITH", verb, subjects.Where(CanMeet), [.. objects.Where(CanMeet)], mood, confidence,
                $"\"{clause.Scan.Text(verb)}\" between two parties");
            Remember(clause, verb, subjects, objects, mood);
        }
    }
}
