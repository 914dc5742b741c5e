using Chancery.Extraction.Mentions;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Relations;

internal sealed partial class StructureClaims
{
    private static readonly WordList s_cooperation = new(
        """
        cooperation collaboration partnership mou memorandum affiliation relationship link links ties coordination liaison agreement agreements
        accord alliance conjunction concert tandem
        """);

    /// <summary>"a coordination unit with the Ministry" says what the unit is, not that it cooperates.</summary>
    private static readonly WordList s_compounds = new("unit body group team office cell mechanism committee officer center centre council board");

    private static readonly WordList s_help = new("assistance help support cooperation collaboration participation backing involvement");
    private static readonly WordList s_works = new("works worked work working");
    private static readonly WordList s_manner = new(
        """
        closely jointly together actively well effectively extensively directly regularly more hand in tandem side by hard very also fully
        """);

    private void Cooperation(Clause clause)
    {
        Scan scan = clause.Scan;
        for (int i = clause.Sentence.Start; i < clause.Sentence.End; i++)
        {
            if (Aid(clause, i))
            {
                continue;
            }

            if (scan.In(s_cooperation, i) && !(scan.In(s_help, i) && Helped(clause, i)))
            {
                foreach ((Draft first, Draft second) in Parties(clause, i))
                {
                    Cooperate(clause, i, first, second, $"\"{scan.Text(i)}\" between two bodies");
                }
            }
            else if (scan.In(s_help, i))
            {
                Helped(clause, i);
            }
            else if (scan.In(s_unions, i) && !scan.Has(i, TokenShape.Capital) && scan.Is(i + 1, "with"))
            {
                foreach ((Draft first, Draft second) in Parties(clause, i))
                {
                    Cooperate(clause, i, first, second, $"\"{scan.Text(i)} with\"");
                }
            }
            else if (scan.In(s_provides, i) && Enumerable.Range(i + 1, 4)
                .FirstOrDefault(token => scan.In(s_aid, token) && scan.Is(token + 1, "to")) is > 0 and var aid)
            {
                Assist(clause, i, aid + 2);
            }
            else if (scan.Is(i, "joint") && Joint(clause, i) || scan.In(s_bound, i) && Bound(clause, i)
                || (scan.Is(i, "jointly") || scan.In(s_together, i) || Co(scan, i)) && Jointly(clause, i))
            {
                continue;
            }
            else if (scan.Is(i, "joint") && Enumerable.Range(i + 1, 3).FirstOrDefault(token => scan.Is(token, "with")) is > 0 and var with
                && !scan.In(s_cooperation, with - 1))
            {
                foreach (Draft partner in clause.Objects(with + 1).TakeWhile(IsParty))
                {
                    if (clause.Actors.FindLast(actor => actor.Tokens.End <= i) is { } leader && IsParty(leader))
                    {
                        Cooperate(clause, i, leader, partner, "\"joint … with\"");
                    }
                }
            }
            else if (scan.In(s_shares, i) && (scan.In(s_shared, i + 1) || scan.In(s_shared, i + 2)) && clause.Subjects(i) is { Count: > 1 } sharers
                && sharers.TrueForAll(IsParty))
            {
                Together(clause, i, sharers);
            }
            else if (scan.In(s_shares, i) && scan.In(s_shared, i + 1) && scan.Is(i + 2, "with"))
            {
                Assist(clause, i, i + 3);
            }
            else if (scan.Is(i, "signed") && Enumerable.Range(i + 1, 4).Any(token => scan.In(s_cooperation, token))
                && clause.Subjects(i) is { Count: >= 2 } signers && signers.TrueForAll(IsParty))
            {
                foreach (Draft other in signers.Skip(1))
                {
                    Cooperate(clause, i, signers[0], other, "\"signed\" by several");
                }
            }
            else if (Shared(clause, i) || Undertaking(clause, i))
            {
                continue;
            }
            else if (scan.In(s_assists, i))
            {
                Assist(clause, i, i + 1);
            }
            else if (Verb(scan, i))
            {
                Act(clause, i);
            }
        }
    }

    private static readonly WordList s_bound = new("affiliated linked allied backed sponsored supported funded");

    private static readonly WordList s_together = new(
        """
        co-hosted co-sponsored co-organized co-organised co-financed co-chaired co-founded cohosted cosponsored
        """);

    /// <summary>"joint State-Commerce message", "joint UNHCR/UNICEF appeal": the bodies that do it together.</summary>
    private bool Joint(Clause clause, int joint)
    {
        Scan scan = clause.Scan;
        List<Draft> parties = [];
        Draft? next = clause.StartingAt(joint + 1);
        while (next is not null && IsParty(next))
        {
            parties.Add(next);
            int mark = next.Tokens.End;
            next = scan.Is(mark, "and") ? clause.StartingAt(mark + 1) : scan.IsMark(mark, '-') || scan.IsMark(mark, '–')
                || scan.IsMark(mark, '/') ? clause.StartingAt(mark + 1) : null;
        }

        int link = Enumerable.Range(joint + 1, 4).FirstOrDefault(token => scan.Is(token, "of", "between", "by", "among"));
        if (parties.Count < 2 && link > 0)
        {
            // "a joint program of the ministry and the institute"
            parties = [.. clause.Objects(link + 1).TakeWhile(IsParty)];
        }

        if (parties.Count < 2)
        {
            // "the ministry and the institute launched a joint program"
            parties = [.. clause.Subjects(scan.Is(joint - 1, "a") || scan.Is(joint - 1, "their")
                || scan.Is(joint - 1, "the") ? joint - 2 : joint - 1).Where(IsParty)];
        }

        Together(clause, joint, parties);
        return parties.Count > 1;
    }

    /// <summary>"the ministry and the institute have jointly".</summary>
    private bool Jointly(Clause clause, int adverb)
    {
        List<Draft> parties = [.. clause.Subjects(Co(clause.Scan, adverb) ? adverb - 2 : adverb).Where(IsParty)];
        int by = Enumerable.Range(adverb + 1, 3).FirstOrDefault(token => clause.Scan.Is(token, "by"));
        int with = parties.Count == 1 && (Co(clause.Scan, adverb) || clause.Scan.Is(adverb, "jointly"))
            ? Enumerable.Range(adverb + 1, 8).TakeWhile(token => !clause.Scan.IsMark(token, ',')).FirstOrDefault(token =>
                clause.Scan.Is(token, "with")) : 0;
        parties = with > 0 ? [.. parties, .. clause.Objects(with + 1).TakeWhile(IsParty)] : parties;
        parties = parties.Count < 2 && by > 0 ? [.. clause.Objects(by + 1).TakeWhile(IsParty)] : parties;
        Together(clause, adverb, parties);
        return parties.Count > 1;
    }

    private static readonly WordList s_has = new("have has had maintain maintains maintained enjoy enjoyed run ran");
    private static readonly WordList s_common = new("joint collaborative cooperative common shared bilateral");
    private static readonly WordList s_undertakings = new("program programs programme programmes project projects arrangement arrangements effort efforts activities venture ventures undertaking initiative exercises");

    /// <summary>"the institute and the bank have had a collaborative program": what both have in common.</summary>
    private bool Undertaking(Clause clause, int verb)
    {
        Scan scan = clause.Scan;
        int noun = Enumerable.Range(verb + 1, 7).TakeWhile(token => scan.Has(token, TokenShape.Word) && !scan.Has(token, TokenShape.Capital))
            .FirstOrDefault(token => scan.In(s_undertakings, token));
        if (!scan.In(s_has, verb) || noun == 0 || !Enumerable.Range(verb + 1, noun - verb - 1).Any(token => scan.In(s_common, token))
            || clause.Subjects(verb) is not { Count: > 1 } parties || !parties.TrueForAll(IsParty))
        {
            return false;
        }

        Together(clause, verb, parties);
        return true;
    }

    /// <summary>"co-hosted", "co-organizing", with its hyphen.</summary>
    private static bool Co(Scan scan, int verb) => scan.IsMark(verb - 1, '-') && scan.Is(verb - 2, "co")
        && (scan.Text(verb).EndsWith("ed", StringComparison.OrdinalIgnoreCase) || scan.Text(verb).EndsWith("ing", StringComparison.OrdinalIgnoreCase)
        || scan.Text(verb).EndsWith("s", StringComparison.OrdinalIgnoreCase));

    private void Together(Clause clause, int at, List<Draft> parties)
    {
        for (int i = 0; i < parties.Count; i++)
        {
            foreach (Draft partner in parties.Skip(i + 1))
            {
                Cooperate(clause, at, parties[i], partner, $"\"{clause.Scan.Text(at)}\" of several");
            }
        }
    }

    /// <summary>"the party-affiliated institute", "the institute is affiliated with the party".</summary>
    private bool Bound(Clause clause, int word)
    {
        Scan scan = clause.Scan;
        if (scan.IsMark(word - 1, '-') && clause.EndingAt(word - 1) is { } patron && IsParty(patron))
        {
            Draft[] clients = [.. clause.Objects(word + 1).Take(1).Where(IsParty)];
            if (clients is [var client])
            {
                Cooperate(clause, word, patron, client, $"\"{scan.Text(word)}\" body");
            }

            return clients.Length > 0;
        }

        bool with = scan.Is(word, "affiliated") && (scan.Is(word + 1, "with") || scan.Is(word + 1, "to")) || scan.Is(word, "linked")
            && scan.Is(word + 1, "to");
        if (!with)
        {
            return false;
        }

        Assist(clause, word, word + 2);
        return true;
    }

    private static readonly WordList s_unions = new("union merger fusion coalition pact alignment allied");
    private static readonly WordList s_shares = new("share shares shared exchange exchanges exchanged");
    private static readonly WordList s_shared = new("information intelligence data evidence");
    private static readonly WordList s_provides = new("provides provided provide providing gives gave offers");
    private static readonly WordList s_aid = new("training assistance support help aid advice");
    private static readonly WordList s_assists = new("assist assists assisted assisting aids aided aiding");

    /// <summary>"X assists Y", "X's mission includes assisting Y": one body helps another.</summary>
    private void Assist(Clause clause, int verb, int to)
    {
        Scan scan = clause.Scan;
        List<Draft> subjects = [.. clause.Subjects(verb).Where(IsParty)];
        if (subjects.Count == 0 && clause.Actors.FindLast(actor => actor.Tokens.End <= verb) is { } owner && IsParty(owner)
            && Possessive(scan, owner.Tokens.End) is { } owned && verb - owned is > 0 and <= 4)
        {
            subjects = [owner];
        }

        foreach (Draft helped in clause.Objects(to).TakeWhile(IsParty))
        {
            foreach (Draft subject in subjects)
            {
                Cooperate(clause, verb, subject, helped, $"\"{scan.Text(verb)}\" the other");
            }
        }
    }

    private static bool Verb(Scan scan, int i)
    {
        ReadOnlySpan<char> word = scan.Text(i);
        if (word.Length < 4 || word[0] is not ('c' or 'C' or 'l' or 'L' or 'w' or 'W' or 'p' or 'P' or 't' or 'T'))
        {
            return false;
        }

        return word.StartsWith("cooperat", StringComparison.OrdinalIgnoreCase)
            || word.StartsWith("co-operat", StringComparison.OrdinalIgnoreCase) || word.StartsWith("collaborat", StringComparison.OrdinalIgnoreCase)
            || word.StartsWith("coordinat", StringComparison.OrdinalIgnoreCase) && !word.EndsWith("or", StringComparison.OrdinalIgnoreCase)
                || word.StartsWith("liais", StringComparison.OrdinalIgnoreCase) || scan.In(s_works, i)
            || scan.Is(i, "partnered") || scan.Is(i, "partners") || scan.Is(i, "partnering") || scan.Is(i, "teamed");
    }

    /// <summary>"X cooperates closely with Y and Z", "X and Y work together".</summary>
    private void Act(Clause clause, int verb)
    {
        Scan scan = clause.Scan;
        int at = verb + 1;
        bool together = false;
        while (at < clause.Sentence.End && at - verb < 4 && (scan.In(s_manner, at) || scan.Is(at, "up")))
        {
            together |= scan.Is(at, "together") || scan.Is(at, "jointly");
            at++;
        }

        if (scan.Text(verb).StartsWith("coordinat", StringComparison.OrdinalIgnoreCase) && (scan.Is(at, "its") || scan.Is(at, "their"))
            && scan.Is(at + 2, "with"))
        {
            at += 2;
        }

        List<Draft> subjects = [.. clause.Chained(verb).Where(IsParty)];
        while (!scan.In(s_works, verb) && !scan.Is(at, "with") && at - verb < 7 && scan.Has(at, TokenShape.Word) && !scan.Is(at, "and", "to", "that")
            && clause.StartingAt(at) is null)
        {
            // "cooperate in time of need with"
            at++;
        }

        if (scan.Is(at, "with"))
        {
            foreach (Draft partner in clause.Objects(at + 1).TakeWhile(IsParty))
            {
                foreach (Draft subject in subjects)
                {
                    Cooperate(clause, verb, subject, partner, $"\"{scan.Text(verb)} with\"");
                }
            }
        }
        else if (subjects.Count >= 2 && (together || scan.Is(verb + 1, "their") && scan.Text(verb).StartsWith("coordinat",
            StringComparison.OrdinalIgnoreCase) || !scan.In(s_works, verb)
            && !scan.Text(verb).StartsWith("coordinat", StringComparison.OrdinalIgnoreCase)))
        {
            for (int i = 0; i < subjects.Count; i++)
            {
                foreach (Draft partner in subjects.Skip(i + 1))
                {
                    Cooperate(clause, verb, subjects[i], partner, $"\"{scan.Text(verb)}\" of several");
                }
            }
        }
    }

    /// <summary>"reactivated with the assistance of X and Y", "studied by X with Y assistance": those who act and those who help.</summary>
    private bool Helped(Clause clause, int noun)
    {
        Scan scan = clause.Scan;
        List<Draft> helpers = [];
        int with = -1;
        if ((scan.Is(noun + 1, "of") || scan.Is(noun + 1, "from"))
            && (scan.Is(noun - 1, "the") ? scan.Is(noun - 2, "with") : scan.Is(noun - 1, "with") || scan.Is(noun - 2, "with")))
        {
            with = scan.Is(noun - 1, "with") ? noun - 1 : noun - 2;
            helpers = clause.Objects(noun + 2);
        }
        else
        {
            int end = scan.Has(noun - 1, TokenShape.Clitic) ? noun - 1 : noun;
            if (clause.EndingAt(end) is { Type: EntityType.Organization } helper
                && (scan.Is(helper.Tokens.Start - 1, "with") || scan.Is(helper.Tokens.Start - 2, "with")))
            {
                with = scan.Is(helper.Tokens.Start - 1, "with") ? helper.Tokens.Start - 1 : helper.Tokens.Start - 2;
                helpers = [helper];
            }
        }

        if (helpers.Count == 0 || clause.Nearest(Math.Max(with, clause.Sentence.Start), EntityType.Organization) is not { } actor)
        {
            return false;
        }

        foreach (Draft helper in helpers.TakeWhile(helper => helper.Type == EntityType.Organization))
        {
            Cooperate(clause, noun, actor, helper, $"\"with … {scan.Text(noun)}\"");
        }

        return true;
    }

    private static IEnumerable<(Draft, Draft)> Parties(Clause clause, int noun)
    {
        Scan scan = clause.Scan;
        if (scan.In(s_compounds, noun + 1))
        {
            yield break;
        }

        Draft? before = clause.EndingAt(noun);
        if (before is not null && IsParty(before) && (scan.IsMark(before.Tokens.Start - 1, '/') || scan.IsMark(before.Tokens.Start - 1, '-'))
            && clause.EndingAt(before.Tokens.Start - 1) is { } slash && IsParty(slash))
        {
            yield return (slash, before);
        }

        for (int at = noun + 1; at < Math.Min(clause.Sentence.End, noun + 8); at++)
        {
            if (scan.Is(at, "between") || scan.Is(at, "among"))
            {
                List<Draft> parties = [.. clause.Objects(at + 1).TakeWhile(IsParty)];
                for (int i = 0; i < parties.Count; i++)
                {
                    for (int j = i + 1; j < parties.Count; j++)
                    {
                        yield return (parties[i], parties[j]);
                    }
                }

                yield break;
            }

            if (scan.Is(at, "with") || scan.Is(at, "to") && at == noun + 1 && (scan.Is(noun, "links") || scan.Is(noun, "ties")))
            {
                if (scan.Text(noun).StartsWith("agreement", StringComparison.OrdinalIgnoreCase) || scan.Is(noun, "accord"))
                {
                    yield break;
                }

                Draft? subject = clause.Nearest(noun, EntityType.Organization);
                foreach (Draft partner in clause.Objects(at + 1).TakeWhile(IsParty))
                {
                    if (subject is not null)
                    {
                        yield return (subject, partner);
                    }
                }

                yield break;
            }
        }
    }

    /// <summary>Bodies alone: that states cooperate is said in every second cable and tells nothing.</summary>
    private static bool IsParty(Draft draft) => draft.Type == EntityType.Organization;

    private void Cooperate(Clause clause, int at, Draft first, Draft second, string rule)
    {
        Scan scan = clause.Scan;
        bool proposed = Enumerable.Range(clause.Sentence.Start, clause.Sentence.Count).Any(token => scan.In(Modals.Proposed, token));
        bool denied = Enumerable.Range(Math.Max(clause.Sentence.Start, at - 3), at - Math.Max(clause.Sentence.Start, at - 3))
            .Any(token => scan.In(s_denies, token)) || Modals.Disavowed(clause, at) || Failed(clause, at);
        Modality modality = proposed || Discussed(scan, clause) ? Modality.Proposed
            : scan.Is(at - 1, "would", "could", "should", "might") ? Modality.Conditional
            : scan.Is(at - 1, "will") || scan.Is(at - 2, "will") ? Modality.Planned
            : Modality.Actual;
        Claim(clause, "COOPERATES_WITH", first.Entity, second.Entity, 0.8, rule, denied ? Polarity.Denied : Polarity.Asserted, modality);
    }

    /// <summary>"was to train the Guard and has trained none", "has yet to sign with".</summary>
    private static bool Failed(Clause clause, int at)
    {
        Scan scan = clause.Scan;
        bool yet = new TokenRange(Math.Max(clause.Sentence.Start, at - 4), at).Any(token => scan.Is(token, "yet") && scan.Is(token + 1, "to"));
        bool meant = new TokenRange(Math.Max(clause.Sentence.Start + 1, at - 3), at).Any(token => scan.Is(token, "to")
            && scan.Is(token - 1, "was", "were"));
        return yet || meant && new TokenRange(at, clause.Sentence.End).Any(token => scan.Is(token, "none", "never", "not", "nobody"));
    }

    private static readonly WordList s_denies = new(
        """
        no not without never nor cannot neither lack lacks refuse refused refuses declined ended suspended rejected stopped ceased halted
        cut severed terminated broke fewer
        instead
        """);

    /// <summary>Cooperation that is only talked about is a proposal.</summary>
    private static bool Discussed(Scan scan, Clause clause) =>
        Enumerable.Range(clause.Sentence.Start, clause.Sentence.Count)
            .Any(token => scan.Is(token, "discuss") || scan.Is(token, "discussion") || scan.Is(token, "entering"));
}
