using Chancery.Extraction.Mentions;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Relations;

internal sealed partial class StructureClaims
{
    private static readonly WordList s_runs = new(
        """
        run runs ran running trains organized organised organizes organises organizing hosted host hosts co-hosted cohosted co-hosts co-organized
        co-sponsored cosponsored conducted conducts conducting implemented implements implementing carried held launched launching established
        operated operates operating developed develops sponsored sponsors led trained training built produced produces published
        """);

    private static readonly WordList s_co = new("co-hosted cohosted co-hosts co-organized co-sponsored cosponsored co-financed co-chaired");
    private static readonly WordList s_pacts = new("agreement memorandum mou accord contract protocol arrangement pact");
    private static readonly WordList s_ventures = new("venture consortium partnership alliance");

    /// <summary>What bodies do together, however it is said.</summary>
    private bool Shared(Clause clause, int i)
    {
        Scan scan = clause.Scan;
        return scan.Is(i, "together") && Side(clause, i) || scan.In(s_runs, i) && Run(clause, i)
            || scan.Is(i, "signed", "sign", "signing", "concluded") && (Signed(clause, i) || Signing(clause, i))
            || scan.In(s_ventures, i) && (Shareholders(clause, i) || Venture(clause, i)) || scan.In(s_joinsForces, i) && Forces(clause, i)
                || (scan.Is(i, "partner") || scan.Is(i, "partners")) && (Partner(clause, i) || Partnered(clause, i));
    }

    /// <summary>"the union and the foundation have been monitoring the trials together": all who act.</summary>
    private bool Side(Clause clause, int together)
    {
        Scan scan = clause.Scan;
        if (scan.Is(together + 1, "with") || scan.Is(together + 1, "they"))
        {
            return false;
        }

        int verb = together;
        while (verb > clause.Sentence.Start && together - verb < 9 && !Modals.Auxiliaries.Contains(scan.Tokens[verb]))
        {
            verb--;
        }

        bool acting = scan.Text(verb + 1).EndsWith("ing", StringComparison.OrdinalIgnoreCase);
        List<Draft> parties = acting ? clause.Subjects(verb) : [];
        if (parties.Count < 2 || !parties.TrueForAll(IsParty))
        {
            return false;
        }

        Together(clause, together, parties);
        return true;
    }

    /// <summary>"the plots that the firm runs with the institute", "organized by the union jointly with the foundation".</summary>
    private bool Run(Clause clause, int verb)
    {
        Scan scan = clause.Scan;
        bool co = scan.In(s_co, verb);
        int at = verb + 1;
        if (scan.Is(at, "by") && Modals.Auxiliaries.Contains(scan.Tokens[Math.Max(0, verb - 1)])
            && clause.Objects(at + 1).TakeWhile(IsParty).ToList() is { Count: > 1 } organizers)
        {
            // "was organized by the union and the foundation"
            Together(clause, verb, organizers);
            return true;
        }

        Draft? actor = null;
        while (at < clause.Sentence.End && at - verb < 8 && !scan.Is(at, "with") && !scan.IsMark(at, ',') && !scan.IsMark(at, ';'))
        {
            if (scan.Is(at, "by") && clause.Objects(at + 1) is [{ } agent, ..] && IsParty(agent))
            {
                actor = agent;
                at = agent.Tokens.End;
                continue;
            }

            if (!co && clause.StartingAt(at) is not null)
            {
                return false;
            }

            at++;
        }

        bool near = at == verb + 1 || co || actor is not null || scan.Is(at - 1, "jointly") || scan.Is(at - 1, "together");
        actor ??= clause.Subjects(verb) is [{ } subject, ..] && IsParty(subject) ? subject : null;
        // "the meeting that the ministry held with the union" is a meeting, no work in common.
        if (!scan.Is(at, "with") || !near || actor is null || scan.Is(verb, "held") && !scan.Is(at - 1, "jointly"))
        {
            return false;
        }

        List<Draft> partners = [.. clause.Objects(at + 1).TakeWhile(IsParty)];
        foreach (Draft partner in partners.Where(partner => partner.Entity != actor.Entity))
        {
            Cooperate(clause, verb, actor, partner, $"\"{scan.Text(verb)} with\"");
        }

        return partners.Count > 0;
    }

    /// <summary>"the ministry and the foundation are to sign an arrangement".</summary>
    private bool Signing(Clause clause, int verb)
    {
        Scan scan = clause.Scan;
        List<Draft> signers = [.. clause.Subjects(scan.Is(verb - 1, "to") ? verb - 1 : verb).Where(IsParty)];
        bool pact = Enumerable.Range(verb + 1, 6).Any(token => scan.In(s_pacts, token));
        Together(clause, verb, pact && signers.Count is 2 or 3 ? signers : []);
        return pact && signers.Count is 2 or 3;
    }

    /// <summary>"the ministry signed a memorandum with the foundation".</summary>
    private bool Signed(Clause clause, int verb)
    {
        Scan scan = clause.Scan;
        int with = Enumerable.Range(verb + 1, 9).FirstOrDefault(token => scan.Is(token, "with"));
        if (with == 0 || !Enumerable.Range(verb + 1, with - verb - 1).Any(token => scan.In(s_pacts, token)))
        {
            return false;
        }

        List<Draft> partners = [.. clause.Objects(with + 1).TakeWhile(IsParty)];
        foreach (Draft subject in clause.Subjects(verb).Where(IsParty))
        {
            foreach (Draft partner in partners)
            {
                Cooperate(clause, verb, subject, partner, "\"signed … with\"");
            }
        }

        return partners.Count > 0;
    }

    private static readonly WordList s_joinsForces = new("joined allied aligned associated");

    /// <summary>"joined forces with", "allied itself with", "joined with the institute in training".</summary>
    private bool Forces(Clause clause, int verb)
    {
        int at = clause.Scan.Is(verb + 1, "forces", "itself", "hands", "themselves") ? verb + 2 : verb + 1;
        return clause.Scan.Is(at, "with") && Between(clause, verb, [.. clause.Subjects(verb).Where(IsParty)],
            [.. clause.Objects(at + 1).TakeWhile(IsParty)], "with");
    }

    /// <summary>"a joint venture between the bank and the firm", "a consortium of the firm and the institute".</summary>
    private bool Venture(Clause clause, int noun)
    {
        Scan scan = clause.Scan;
        int at = noun + 1;
        at = scan.Is(at, "led") && scan.Is(at + 1, "by") ? at + 1 : at;
        if (!(scan.Is(at, "between") || scan.Is(at, "of") || scan.Is(at, "by")))
        {
            return false;
        }

        List<Draft> parties = [.. clause.Objects(at + 1).TakeWhile(IsParty)];
        if (parties.Count > 0)
        {
            int end = parties[^1].Tokens.End;
            end = scan.IsMark(end, '(') && scan.IsMark(end + 2, ')') ? end + 3 : end;
            parties = scan.Is(end, "with") ? [.. parties, .. clause.Objects(end + 1).TakeWhile(IsParty)] : parties;
        }

        Together(clause, noun, [.. parties.DistinctBy(party => party.Entity)]);
        return parties.Count > 1;
    }

    /// <summary>"the institute, a partner of the foundation", "the institute is a partner of the foundation".</summary>
    private bool Partner(Clause clause, int noun)
    {
        Scan scan = clause.Scan;
        Draft? owner = clause.EndingAt(noun) is { } before && IsParty(before) ? before : null;
        int start = owner?.Tokens.Start ?? noun;
        int first = start;
        while (start > clause.Sentence.Start && first - start < 4 && !scan.Is(start, "a", "an", "the"))
        {
            start--;
        }

        int subject = scan.IsMark(start - 1, ',') ? start - 1 : start;
        while (subject == start && scan.Is(start - 1, "is", "was", "been", "remains", "became") || subject < start && scan.Is(subject - 1, "has", "had", "also", "long"))
        {
            subject--;
        }

        subject = subject < start && scan.Is(subject, "been") && scan.Is(subject - 1, "has", "had") ? subject - 1 : subject;
        if (subject == start || !scan.Is(start, "a", "an", "the") || Party(clause, subject) is not { } body)
        {
            return false;
        }

        if ((owner ?? (scan.Is(noun + 1, "of") && clause.Objects(noun + 2) is [{ } patron, ..] && IsParty(patron) ? patron : null)) is not { } other)
        {
            return false;
        }

        Cooperate(clause, noun, body, other, "\"partner of\"");
        return true;
    }

    /// <summary>The body that ends here, with its letters in brackets or without.</summary>
    private static Draft? Party(Clause clause, int end)
    {
        end = clause.Scan.IsMark(end - 1, ')') && clause.Scan.IsMark(end - 3, '(') ? end - 3 : end;
        return clause.EndingAt(end) is { } body && IsParty(body) ? body : null;
    }
}
