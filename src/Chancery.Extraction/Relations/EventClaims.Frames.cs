using Chancery.Extraction.Mentions;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Relations;

/// <summary>Verbs of talk by what they govern: "took the matter up with", "made clear to", "was introduced to", "were attended by".</summary>
internal sealed partial class EventClaims
{
    private static readonly WordList s_shares = new(
        """
        met discussed discusses discussing raised raises raising broached broaching reviewed pursued debated chatted chatting huddled
        huddles huddling lunched dined breakfasted supped conversed conferred consulted spoke spoken talked speaking talking conferring dining
        lunching mingled deliberated brainstormed strategized commiserated reconnoitered rendezvoused quarreled quarrelled sparred argued
        """);

    /// <summary>Words that make a verb of talk with the noun or adverb behind them.</summary>
    private static readonly WordList s_phrasal = new(
        """
        took take taken brought bring compared compare touched followed caught shook exchanged had sat ran came
        """);

    private static readonly WordList s_phrases = new(
        """
        up notes base hands views pleasantries ideas words impressions greetings down word breakfast lunch dinner coffee drinks tea into
        across
        """);

    private static readonly WordList s_bareShares = new("raise discuss broach pursue review debate huddle chat explore");

    private static readonly WordList s_particled = new("dropped ran bumped looked waited sounded sought met stopped caught checked");

    private static readonly WordList s_particles = new("in by into upon out up on with");

    private static readonly WordList s_with = new("with");
    private static readonly WordList s_to = new("to");

    /// <summary>What is with somebody without anybody's meeting him.</summary>
    private static readonly WordList s_withNouns = new(
        """
        relations relation ties relationship agreement agreements deal deals contract contracts dispute disputes problem problems cooperation war
        peace border trade contact contacts dealings friendship treaty alliance experience dissatisfaction frustration link links compliance
        connection connections involvement patience solidarity sympathy association conflict differences disagreement rapprochement negotiations
        talks meeting meetings conversation conversations discussions discussion call interview partnership along even do associated familiar
        """);

    /// <summary>What is to or for somebody without anybody's telling him.</summary>
    private static readonly WordList s_toNouns = new(
        """
        access reference response reply answer letter letters visit opposition approach ambassador threat support aid assistance commitment
        attention solution objection loyalty allegiance devotion alternative successor adviser advisor aide assistant close next according due owing
        related relation regard respect appeal appeals presentation remark remarks statement statements address speech note notes
        announcement testimony concession concessions comment comments thanks critique alternatives exception exceptions proposal proposals
        offer offers suggestion suggestions restoration transfer return regards addition
        tribute help message telegram cable allusion reaction objections resistance obedience
        """);

    /// <summary>"made no commitment on fish to Brandt" may be anybody's commitment.</summary>
    private static readonly WordList s_about = new("by of on for with in about re regarding concerning from against toward towards over");

    private static readonly WordList s_goals = new(
        """
        reference opposition approach ambassador adviser advisor access answer response assistant reply close next due
        """);

    private static readonly WordList s_says = new(
        """
        opined underscored underlined stressed expressed explained made makes put pointed mentioned reiterated described outlined emphasized
        emphasised hinted vented delivered volunteered related disclosed divulged revealed suggested remarked noted complained
        lamented raised voiced handed passed given vouchsafed boasted bragged griped grumbled apologized apologised swore protested
        proposed repeated vowed quipped
        whispered underlining stressing expressing making putting delivering explaining presented presenting
        """);

    private static readonly WordList s_parting = new(
        """
        that who whom whose which when while because since if whether although though unless but where until before after as than so lest how why
        what said
        """);

    private void Frames(Clause clause, int verb)
    {
        Scan scan = clause.Scan;
        if (verb <= clause.Sentence.Start + 1 && scan.In(s_passive, verb) && scan.Is(Later(scan, verb + 1), "by"))
        {
            Greeted(clause, verb);
            return;
        }

        if (scan.In(s_shares, verb) || scan.In(s_phrasal, verb) && Phrasal(scan, verb)
            || scan.In(s_bareShares, verb) && Modals.Any.Contains(scan.Tokens[Math.Max(0, verb - 1)]))
        {
            WithSomebody(clause, verb);
        }
        else if (scan.In(s_particled, verb))
        {
            Upon(clause, verb);
        }

        if (scan.In(s_says, verb))
        {
            ToSomebody(clause, verb);
        }

        if ((scan.Is(verb, "meeting") || scan.Is(verb, "seeing")) && scan.IsMark(verb - 1, ',') && clause.StartingAt(verb + 1) is { } met
            && IsSomebody(met))
        {
            Meeting(clause, verb, [.. Subjects(clause, verb).Where(IsSomebody)], [.. Others(clause, verb + 1, verb).TakeWhile(IsSomebody)], 0.7);
        }
        else if (scan.Is(verb, "introduced"))
        {
            Introduced(clause, verb);
        }
        else if (scan.Is(verb, "granted") && Enumerable.Range(verb + 1, 12).TakeWhile(token => token < clause.Sentence.End
            && !scan.In(s_parting, token))
            .Any(token => scan.In(s_talks, token) || scan.Is(token, "appointment")))
        {
            int by = Enumerable.Range(verb + 1, 10).FirstOrDefault(token => scan.Is(token, "by"));
            List<Draft> guests = [.. (by > 0 ? clause.Objects(by + 1) : Others(clause, verb + 1, verb)).TakeWhile(IsParty)];
            Meeting(clause, verb, [.. Subjects(clause, verb).Where(IsSomebody)], guests, 0.75);
        }
        else if ((scan.Is(verb, "heard") || scan.Is(verb, "learned") || scan.Is(verb, "learnt")) && scan.Is(verb + 1, "from"))
        {
            Heard(clause, verb);
        }
        else if (scan.In(s_tendered, verb) && scan.Is(verb + 1, "by") && scan.In(s_meals, verb - 1))
        {
            Guests(clause, verb);
        }
        else if (scan.In(s_counterparts, verb))
        {
            Counterpart(clause, verb);
        }
        else if (scan.Is(verb, "represented") && scan.Is(verb + 1, "by"))
        {
            Represented(clause, verb);
        }
        else if (scan.Is(verb, "attended") && scan.Is(verb + 1, "by"))
        {
            AttendedBy(clause, verb);
        }
    }

    /// <summary>"Greeted by Brandt, Lowell went on": who goes on behind the comma.</summary>
    private void Greeted(Clause clause, int participle)
    {
        List<Draft> all = [.. clause.Objects(Later(clause.Scan, participle + 1) + 1).TakeWhile(IsSomebody)];
        if (all.Count == 0)
        {
            return;
        }

        int split = all.FindLastIndex(one => clause.Scan.IsMark(clause.Start(one) - 1, ','));
        List<Draft> guests = split > 0 ? all[split..] : Ahead(clause, all[^1].Tokens.End, opening: true);
        Meeting(clause, participle, guests, split > 0 ? all[..split] : all, 0.75);
    }

    /// <summary>"took … up", "compared notes", "had coffee": the second word within reach.</summary>
    private static bool Phrasal(Scan scan, int verb)
    {
        if (scan.Is(verb, "sat"))
        {
            return scan.Is(verb + 1, "down") || scan.Is(verb + 1, "with");
        }

        bool moved = scan.Is(verb, "ran") || scan.Is(verb, "came");
        int reach = scan.Is(verb, "took") || scan.Is(verb, "take") || scan.Is(verb, "taken") || scan.Is(verb, "brought") || scan.Is(verb, "bring") ? 7
            : scan.Is(verb, "had") ? 3 : 2;
        for (int at = verb + 1; at <= verb + reach; at++)
        {
            if (scan.Has(at, TokenShape.Punctuation) || scan.In(s_parting, at))
            {
                return false;
            }

            if (scan.In(s_phrases, at) && moved == (scan.Is(at, "into") || scan.Is(at, "across"))
                && scan.Is(at, "up") == (reach == 7 || scan.Is(verb, "followed") || scan.Is(verb, "caught")))
            {
                return !moved;
            }
        }

        return false;
    }

    /// <summary>"dropped in on Brandt", "ran into Brandt", "sounded out Brandt": two particles, or one that alone takes a person.</summary>
    private void Upon(Clause clause, int verb)
    {
        Scan scan = clause.Scan;
        int at = verb + 1;
        while (at - verb < 3 && scan.In(s_particles, at))
        {
            at++;
        }

        bool alone = scan.Is(at - 1, "into") || (scan.Is(verb, "sounded") || scan.Is(verb, "sought")) && scan.Is(at - 1, "out")
            || scan.Is(verb, "waited") && scan.Is(at - 1, "on", "upon");
        if (alone || at - verb == 3 && scan.Is(at - 1, "on", "with"))
        {
            Meeting(clause, verb, [.. Subjects(clause, verb).Where(IsSomebody)], [.. Others(clause, at, verb).TakeWhile(IsParty)], 0.75);
        }
    }

    /// <summary>"raised fish prices with Brandt", "Brandt and Lowell sat down".</summary>
    private void WithSomebody(Clause clause, int verb)
    {
        if (clause.Scan.Is(verb, "met") && clause.StartingAt(verb + 1) is not null || OnTelephone(clause, verb))
        {
            return;
        }

        List<Draft> partners = Governed(clause, verb, s_with, s_withNouns, IsParty);
        List<Draft> subjects = partners.Count == 0 ? [] : Subjects(clause, verb);
        if (partners.Count > 0 && subjects.Count == 0 && Passive(clause.Scan, verb) is not null
            && clause.Scan.Is(verb + 1, "by") && clause.Objects(verb + 2) is { Count: > 0 } agents)
        {
            subjects = agents;
        }

        Meeting(clause, verb, [.. subjects.Where(IsSomebody)], partners, 0.75);
    }

    /// <summary>"made clear to Brandt", "expressed concern to Brandt over fish", "was delivered by Lowell to Brandt".</summary>
    private void ToSomebody(Clause clause, int verb)
    {
        Scan scan = clause.Scan;
        if (OnTelephone(clause, verb) || scan.In(s_hand, verb) && scan.Is(verb + 1, "to") && scan.IsMark(verb - 1, ','))
        {
            return;
        }

        bool passive = Passive(scan, verb) is not null;
        if (passive ? !scan.Is(verb + 1, "by") : scan.Is(verb, "given"))
        {
            return;
        }

        List<Draft> agents = passive ? [.. clause.Objects(verb + 2).TakeWhile(IsSomebody)] : [];
        WordList others = scan.In(s_hand, verb) && !scan.Is(verb, "conveyed") ? s_goals : s_toNouns;
        List<Draft> told = Governed(clause, passive && agents.Count > 0 ? agents[^1].Tokens.End - 1 : verb, s_to, others, IsSomebody, 9);
        if (told.Count > 0)
        {
            Meeting(clause, verb, passive ? agents : [.. Tellers(clause, verb, told).Where(IsSomebody)], told, 0.7);
        }
    }

    /// <summary>Whom one of these prepositions governs behind a verb, past objects and dates, up to where another clause begins.</summary>
    private List<Draft> Governed(Clause clause, int verb, WordList prepositions, WordList nouns, Func<Draft, bool> fits, int reach = 12)
    {
        Scan scan = clause.Scan;
        for (int at = verb + 1; at < Math.Min(clause.Sentence.End, verb + reach); at++)
        {
            if (scan.IsMark(at, ',') && Later(scan, at + 1) is var later && later > at + 1 && scan.IsMark(later, ','))
            {
                at = later;
                continue;
            }

            if (scan.In(s_parting, at) || scan.Is(at, "he", "she", "they", "I", "we") || prepositions.Contains("to") && Clausal(clause, at)
                || scan.Has(at, TokenShape.Punctuation) && !scan.IsMark(at, '-') && !scan.IsMark(at, '\'')
                || prepositions.Contains("to") && at > verb + 1 && scan.In(s_about, at) && !scan.In(Dates.Months, at + 1) || scan.Is(at, "to")
                    && !prepositions.Contains("to") && clause.StartingAt(at + 1) is null)
            {
                return [];
            }

            if (prepositions.Contains(scan.Tokens[at]) && !scan.In(nouns, at - 1) && !scan.Is(at + 1, "a", "an"))
            {
                List<Draft> governed = [.. Others(clause, at + 1, verb).TakeWhile(fits)];
                if (governed.Count > 0)
                {
                    return governed;
                }
            }
            else if (clause.StartingAt(at) is { } actor)
            {
                at = actor.Tokens.End - 1;
            }
        }

        return [];
    }

    /// <summary>"remarked the French felt it right to turn to": a verb of another clause that "that" does not open.</summary>
    private static bool Clausal(Clause clause, int at) => clause.Scan.Is(at + 1, "to")
        && clause.Scan.Is(at, "come", "came", "turn", "go", "went", "appeal")
        || Modals.Auxiliaries.Contains(clause.Scan.Tokens[at]) || clause.Scan.Is(at, "might", "may", "could", "should", "felt", "must", "can");

    /// <summary>What the clause says of telephones and letters, from its verb on or right before it.</summary>
    private static bool OnTelephone(Clause clause, int verb)
    {
        int end = verb + 1;
        while (end < clause.Sentence.End && end - verb < 16 && !clause.Scan.In(s_parting, end) && !clause.Scan.IsMark(end, ','))
        {
            end++;
        }

        return Enumerable.Range(Math.Max(clause.Sentence.Start, verb - 4), Math.Max(0, end - Math.Max(clause.Sentence.Start, verb - 4)))
            .Any(token => clause.Scan.In(s_written, token) && (token < verb || Means(clause.Scan, token)));
    }

    /// <summary>"Brandt introduced Lowell to Kovacs", "Brandt was introduced to Kovacs".</summary>
    private void Introduced(Clause clause, int verb)
    {
        Scan scan = clause.Scan;
        bool passive = Passive(scan, verb) is not null;
        List<Draft> first = passive ? [] : [.. Others(clause, verb + 1, verb).TakeWhile(IsParty)];
        int to = passive ? verb + 1 : first.Count > 0 && NamedHere(clause, first[^1]) ? first[^1].Tokens.End : verb + 2;
        if (!passive && !scan.Is(to, "to"))
        {
            return;
        }

        List<Draft> second = scan.Is(to, "to") ? [.. Others(clause, to + 1, verb).TakeWhile(IsSomebody)] : [];
        List<Draft> subjects = [.. Subjects(clause, verb).Where(IsSomebody)];
        Meeting(clause, verb, subjects, [.. first, .. second], 0.75);
        Meeting(clause, verb, first, second, 0.75);
    }

    /// <summary>"heard from Brandt over dinner": only where the occasion is told, since news also come by letter.</summary>
    private void Heard(Clause clause, int verb)
    {
        List<Draft> tellers = [.. Others(clause, verb + 2, verb).TakeWhile(IsSomebody)];
        if (tellers.Count > 0 && Enumerable.Range(verb + 3, 10).TakeWhile(token => token < clause.Sentence.End && !clause.Scan.In(s_parting, token))
            .Any(token => clause.Scan.In(s_meals, token) || clause.Scan.In(s_talks, token)))
        {
            Meeting(clause, verb, [.. Subjects(clause, verb).Where(IsSomebody)], tellers, 0.7);
        }
    }

    private static readonly WordList s_tendered = new("given hosted offered tendered arranged");

    /// <summary>"attended a dinner given by Brandt": host and guests.</summary>
    private void Guests(Clause clause, int verb)
    {
        Scan scan = clause.Scan;
        int attends = verb - 2;
        while (attends > clause.Sentence.Start && verb - attends < 9 && !(scan.Is(attends, "attended") || scan.Is(attends, "attend")
            || scan.Is(attends, "at") || scan.Is(attends, "joined")))
        {
            attends--;
        }

        List<Draft> hosts = [.. clause.Objects(verb + 2).TakeWhile(IsSomebody)];
        if (hosts.Count == 0)
        {
            return;
        }

        if (scan.Is(attends, "attended") || scan.Is(attends, "attend") || scan.Is(attends, "joined"))
        {
            Meeting(clause, attends, [.. Subjects(clause, attends).Where(IsSomebody)], hosts, 0.75);
        }
        else if (scan.Is(attends, "at") && (attends == clause.Sentence.Start ? Ahead(clause, hosts[^1].Tokens.End)
            : Acting(clause, attends).Actors) is { Count: > 0 } guests)
        {
            Meeting(clause, verb, guests, hosts, 0.7);
        }
    }

    private static readonly WordList s_counterparts = new("host hosts guest guests interlocutor interlocutors escort");

    /// <summary>"Brandt's host was Lowell", "Brandt's main interlocutors were Lowell and Kovacs".</summary>
    private void Counterpart(Clause clause, int noun)
    {
        Scan scan = clause.Scan;
        bool copula = scan.Is(noun + 1, "was") || scan.Is(noun + 1, "were") || scan.Is(noun + 1, "included");
        if (!copula)
        {
            return;
        }

        bool ours = scan.Is(noun - 1, "our") || scan.Is(noun - 2, "our") || scan.Is(noun - 1, "their");
        List<Draft> owners = ours ? _party : Possessor(clause, noun);
        Meeting(clause, noun, [.. owners.Where(IsSomebody)], [.. Others(clause, noun + 2, noun).TakeWhile(IsSomebody)], 0.75);
    }

    private (List<Draft> Side, int Sentence) _side = ([], -10);

    /// <summary>"Peru represented by Brandt and Lowell. US represented by Kovacs": two sides told one after the other.</summary>
    private void Represented(Clause clause, int verb)
    {
        List<Draft> side = [.. clause.Objects(verb + 2).TakeWhile(IsSomebody)];
        if (side.Count == 0)
        {
            return;
        }

        if (_sentence - _side.Sentence <= 2 && !side.Exists(one => _side.Side.Exists(other => other.Entity == one.Entity)))
        {
            State(clause, "MET_WITH", verb, _side.Side, side, (Polarity.Asserted, Modality.Actual), 0.8, "two sides represented");
        }

        _side = (side, _sentence);
    }

    /// <summary>"The meeting was attended by Brandt and Lowell", "attended by Brandt": all of a small meeting.</summary>
    private void AttendedBy(Clause clause, int verb)
    {
        Scan scan = clause.Scan;
        List<Draft> guests = Enumerated(clause, [.. clause.Objects(verb + 2).TakeWhile(IsSomebody)]);
        bool small = Enumerable.Range(Math.Max(clause.Sentence.Start, verb - 8), verb - Math.Max(clause.Sentence.Start, verb - 8))
            .Any(token => scan.In(s_talks, token));
        if (small && guests.Count is > 1 and < 6)
        {
            Everyone(clause, verb, guests, 0.7);
        }
    }
}
