using Chancery.Extraction.Mentions;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Relations;

/// <summary>Bodies that help, train or pay others, and those that act with others' help: they work together, however little.</summary>
internal sealed partial class StructureClaims
{
    private static readonly WordList s_aids = new(
        """
        trains trained training helps helped helping funds funded funding finances financed financing equips equipped equipping subsidizes subsidized
        contracted hired bankrolls bankrolled mentors mentored mentoring
        """);

    private static readonly WordList s_aided = new(
        """
        funded supported financed sponsored assisted helped trained equipped backed subsidized underwritten bankrolled
        """);

    private static readonly WordList s_gifts = new(
        """
        funding funds money grant grants aid assistance help training equipment support boats vehicles supplies advice data loan loans scholarships
        services expertise advisers advisors trainers computers food intelligence
        """);

    private static readonly WordList s_gives = new(
        """
        provides provided provide providing gives gave give giving donated donates donating supplies supplied supplying supply contributes contributed
        contributing offers lent lends delivers channels channeled granted awarded awards
        """);

    private static readonly WordList s_takesAid = new("receives received receive receiving gets got obtained obtains accepted secured won");

    private static readonly WordList s_backing = new(
        """
        support assistance help backing funding participation money funds grant grants aid cooperation sponsorship sponsoring contributions
        involvement
        """);

    private static readonly WordList s_goesAlong = new("go goes went going gone get gets got play plays played come came put");

    private static readonly WordList s_companyOf = new(
        """
        cooperation partnership coordination collaboration conjunction concert tandem association alliance league
        """);

    private static readonly WordList s_ofGovernors = new("with to from at in for of on against about between");

    private bool Aid(Clause clause, int i)
    {
        Scan scan = clause.Scan;
        if (scan.In(s_aided, i) && (scan.Is(i + 1, "by") || scan.Is(i + 2, "by") && scan.Text(i + 1).EndsWith("ly",
            StringComparison.OrdinalIgnoreCase)))
        {
            List<Draft> givers = [.. clause.Objects(scan.Is(i + 1, "by") ? i + 2 : i + 3).TakeWhile(IsParty)];
            return givers.Count > 0 && Holder(clause, i) is { } holder && Between(clause, i, [holder], givers, "by the other");
        }

        if (scan.In(s_aids, i) && !scan.Has(i, TokenShape.Capital) | scan.Capitals)
        {
            List<Draft> helpers = [.. clause.Chained(i).Where(IsParty)];
            List<Draft> helped = helpers.Count > 0 ? Recipients(clause, i + 1) : [];
            if (helped.Count > 0)
            {
                return Between(clause, i, helpers, helped, "the other");
            }
        }

        if (scan.In(s_gives, i) && Gift(clause, i, "to") is { } to)
        {
            return Between(clause, i, [.. clause.Chained(i).Where(IsParty)], [.. clause.Objects(to + 1).TakeWhile(IsParty)], "to the other");
        }

        if (scan.In(s_takesAid, i) && Gift(clause, i, "from") is { } from)
        {
            return Between(clause, i, [.. clause.Chained(i).Where(IsParty)], [.. clause.Objects(from + 1).TakeWhile(IsParty)], "from the other");
        }

        return Phrase(clause, i) is { } phrase && Accompanied(clause, phrase.Start, phrase.Partners);
    }

    /// <summary>"trains officers of the Guard", "is training sixteen Guard dispatchers": a body within few words.</summary>
    private static List<Draft> Recipients(Clause clause, int after)
    {
        Scan scan = clause.Scan;
        int at = after;
        while (at - after < 4 && at < clause.Sentence.End && clause.StartingAt(at) is null && scan.Has(at, TokenShape.Word | TokenShape.Number)
            && (scan.Capitals || !scan.Has(at, TokenShape.Capital) || scan.Has(at, TokenShape.Number))
                && !scan.Is(at, "to", "in", "by", "with", "and", "for", "that"))
        {
            at++;
        }

        return [.. clause.Objects(at).TakeWhile(IsParty).Where(body => !scan.Has(body.Tokens.End, TokenShape.Clitic))];
    }

    /// <summary>The "to" of "gave a grant to", the "from" of "received funding from".</summary>
    private static int? Gift(Clause clause, int verb, string preposition)
    {
        Scan scan = clause.Scan;
        bool gift = false;
        for (int at = verb + 1; at < Math.Min(clause.Sentence.End, verb + 8) && scan.Has(at, TokenShape.Word | TokenShape.Number); at++)
        {
            if (scan.Is(at, preposition))
            {
                return gift ? at : null;
            }

            gift |= scan.In(s_gifts, at);
        }

        return null;
    }

    /// <summary>Whose quality the participle is: the subject of its auxiliary, or the body before ", a group funded by".</summary>
    private static Draft? Holder(Clause clause, int participle)
    {
        Scan scan = clause.Scan;
        int at = participle - 1;
        if (Modals.Auxiliaries.Contains(scan.Tokens[Math.Max(0, at)]) || scan.Is(at, "is"))
        {
            return clause.Subjects(at).Find(IsParty);
        }

        while (participle - at < 6 && at > clause.Sentence.Start && scan.Has(at, TokenShape.Word) && (scan.Capitals
            || !scan.Has(at, TokenShape.Capital))
            && !scan.Is(at, "a", "an"))
        {
            at--;
        }

        int end = scan.Is(at, "a", "an") && (scan.IsMark(at - 1, ',') || scan.IsMark(at - 1, '(')) ? at - 1 : scan.IsMark(participle - 1, ',')
            ? participle - 1
            : participle;
        return clause.EndingAt(end) is { } body && IsParty(body) ? body : null;
    }

    private bool Between(Clause clause, int at, List<Draft> first, List<Draft> second, string how)
    {
        foreach (Draft one in first)
        {
            foreach (Draft other in second.Where(other => other.Entity != one.Entity))
            {
                Cooperate(clause, at, one, other, $"\"{clause.Scan.Text(at)}\" {how}");
            }
        }

        return first.Count > 0 && second.Count > 0;
    }

    /// <summary>"in cooperation with Y", "jointly with Y", "together with Y", "with money from Y", "with the support of Y", "on behalf of Y".</summary>
    private static (int Start, List<Draft> Partners)? Phrase(Clause clause, int i)
    {
        Scan scan = clause.Scan;
        int start = i;
        int at;
        if (scan.In(s_companyOf, i) && scan.Is(i + 1, "with"))
        {
            start = i - 1;
            while (i - start < 2 && !scan.Is(start, "in") && scan.Has(start, TokenShape.Word))
            {
                start--;
            }

            at = scan.Is(start, "in") ? i + 2 : -1;
        }
        else if (scan.Is(i, "jointly", "together", "along") && scan.Is(i + 1, "with") && !scan.In(s_goesAlong, i - 1))
        {
            at = i + 2;
        }
        else if (scan.Is(i, "alongside"))
        {
            at = i + 1;
        }
        else if (scan.Is(i, "behalf") && scan.Is(i - 1, "on") && scan.Is(i + 1, "of"))
        {
            (start, at) = (i - 1, i + 2);
        }
        else if (scan.In(s_backing, i))
        {
            start = i - 1;
            while (i - start < 5 && !scan.Is(start, "with") && (scan.Has(start, TokenShape.Word) || scan.Has(start, TokenShape.Clitic)))
            {
                start--;
            }

            if (!scan.Is(start, "with"))
            {
                return null;
            }

            if (clause.StartingAt(scan.Is(start + 1, "the") ? start + 2 : start + 1) is { } backer && IsParty(backer) && backer.Tokens.End <= i
                && i - backer.Tokens.End <= 2)
            {
                return (start, [backer]);
            }

            at = scan.Is(i + 1, "of", "from") ? i + 2 : -1;
        }
        else
        {
            return null;
        }

        List<Draft> partners = at < 0 ? [] : [.. clause.Objects(at).TakeWhile(IsParty).Where(body => !scan.Has(body.Tokens.End, TokenShape.Clitic))];
        return partners.Count > 0 ? (start, partners) : null;
    }

    /// <summary>Who acts with these partners: behind the comma of an opening phrase, before that of an insertion, "by" whom it is done, or the subject.</summary>
    private bool Accompanied(Clause clause, int start, List<Draft> partners)
    {
        Scan scan = clause.Scan;
        int comma = partners[^1].Tokens.End;
        Draft? actor = null;
        if (start <= clause.Sentence.Start + 1)
        {
            // What looks like one more of the list behind the comma is who acts.
            bool parted = partners.Count > 1 && scan.IsMark(partners[^2].Tokens.End, ',')
                && !new TokenRange(partners[^2].Tokens.End, partners[^1].Tokens.Start).Any(token => scan.Is(token, "and"));
            actor = parted ? partners[^1] : scan.IsMark(comma, ',') ? clause.Objects(comma + 1).FirstOrDefault() : null;
            partners = parted ? partners[..^1] : partners;
        }
        else if (scan.IsMark(start - 1, ',') && clause.EndingAt(start - 1) is { } inserted)
        {
            actor = inserted;
        }
        else
        {
            List<Draft> before = clause.Actors.FindAll(one => one.Tokens.End <= start && IsParty(one));
            actor = before.FindLast(one => ByWhom(clause, one) && start - one.Tokens.End < 12) ?? (scan.Is(start, "on") ? null
                : Doer(clause, start, scan.Is(start, "together", "along", "alongside") ? 6 : 20));
        }

        return actor is not null && IsParty(actor) && Between(clause, start, [actor], partners, "the other");
    }

    /// <summary>The body that is the subject of the nearest verb before the phrase.</summary>
    private static Draft? Doer(Clause clause, int before, int reach)
    {
        for (int verb = before - 1; verb > clause.Sentence.Start && before - verb < reach; verb--)
        {
            if (clause.Scan.Is(verb, "that", "which", "who", "what") || clause.Scan.IsMark(verb, ';'))
            {
                return null;
            }

            if (clause.Scan.Has(verb, TokenShape.Word) && clause.Chained(verb) is { Count: > 0 } subjects && !clause.Scan.In(s_ofGovernors, verb)
                && clause.StartingAt(verb) is null)
            {
                return IsParty(subjects[0]) && !clause.Scan.In(s_ofGovernors, subjects[0].Tokens.Start - 1)
                    && !(clause.Scan.Is(subjects[0].Tokens.Start - 1, "the") && clause.Scan.In(s_ofGovernors, subjects[0].Tokens.Start - 2))
                        ? subjects[0] : null;
            }
        }

        return null;
    }

    /// <summary>"by the Lima firm Harbor Partners": the agent of a passive, past what describes it.</summary>
    private static bool ByWhom(Clause clause, Draft agent)
    {
        int at = agent.Tokens.Start - 1;
        while (agent.Tokens.Start - at < 5 && at > clause.Sentence.Start && !clause.Scan.Is(at, "by") && clause.Scan.Has(at, TokenShape.Word)
            && !clause.Scan.In(s_ofGovernors, at))
        {
            at--;
        }

        return clause.Scan.Is(at, "by") && (clause.Scan.Text(at - 1).EndsWith("ed", StringComparison.OrdinalIgnoreCase)
            || clause.Scan.Is(at - 1, "run", "held", "made", "led", "built", "jointly", "done", "taken", "written", "drawn", "together"));
    }

    /// <summary>"a joint venture in which the firm holds sixty percent and the bank the rest": who have a share in it.</summary>
    private bool Shareholders(Clause clause, int venture)
    {
        Scan scan = clause.Scan;
        if (!(scan.Is(venture + 1, "in") && scan.Is(venture + 2, "which")))
        {
            return false;
        }

        List<Draft> holders = clause.Actors.FindAll(actor => actor.Tokens.Start > venture && actor.Tokens.Start - venture < 24 && IsParty(actor)
            && !scan.Has(actor.Tokens.End, TokenShape.Clitic));
        Together(clause, venture, holders.Count is 2 or 3 ? holders : []);
        return holders.Count is 2 or 3;
    }

    /// <summary>"the Board's local partner, the Institute", "the Institute, the Board's partner", "the Board's partners include the Institute".</summary>
    private bool Partnered(Clause clause, int noun)
    {
        Scan scan = clause.Scan;
        int at = noun - 1;
        while (noun - at < 4 && scan.Has(at, TokenShape.Word) && !scan.Has(at, TokenShape.Clitic) && !scan.Is(at, "its", "their"))
        {
            at--;
        }

        bool its = scan.Is(at, "its", "their");
        Draft? owner = scan.Has(at, TokenShape.Clitic) ? clause.EndingAt(at) : its ? clause.EndingAt(scan.Is(at - 1, "and", "with") ? at - 1 : at)
            : null;
        if (owner is null || !IsParty(owner))
        {
            return false;
        }

        int next = scan.IsMark(noun + 1, ',') ? noun + 2 : scan.Is(noun + 1, "is", "are", "was", "were", "include", "includes", "included") ? noun + 2
            : noun + 1;
        List<Draft> partners = [.. clause.Objects(next).TakeWhile(IsParty)];
        int first = scan.Is(owner.Tokens.Start - 1, "the") ? owner.Tokens.Start - 2 : owner.Tokens.Start - 1;
        Draft? before = !its && scan.IsMark(first, ',') ? clause.EndingAt(first) : null;
        partners = before is not null && IsParty(before) ? [before] : partners;
        return Between(clause, noun, [owner], partners, "of the other");
    }
}
