using Chancery.Extraction.Mentions;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Coreference;

internal sealed partial class Offices
{
    /// <summary>The body of an office that stands outside the office's own words, and the rule that found it.</summary>
    private (Draft Body, string Rule)? Elsewhere(Draft position) =>
        Owner(position) is { } owner ? (owner, "the possessive before it: ")
        : Behind(position) is { } behind ? (behind, "behind its holder's name: ")
        : Onward(position) is { } onward ? (onward, "behind the office's topic: ")
        : Among(position) is { } among ? (among, "named with the other officials of ")
        : Bracketed(position) is { } bracketed ? (bracketed, "in brackets behind its holder's name: ")
        : SetOff(position) is { } set ? (set, "set off behind the office: ")
        : AtBody(position) is { } at ? (at, "\"at\" ")
        : Stationed(position) is { } station ? (station, "stationed in ")
        : Paper(position) is { } paper ? (paper, "writes in ")
        : Listed(position) is { } listed ? (listed, "listed as an officer of ")
        : Colon(position) is { } headed ? (headed, "in the list of: ")
        : FirstOf(position) is { } first ? (first, BeforeHolder)
        : Its(position) is { } its ? (its, "\"its\" refers to: ")
        : OfNoun(position) is { } named ? (named, "the body meant by the noun before it: ")
        : OfMinistry(position) is { } ministry ? (ministry, "the ministry named before: ")
        : Topic(position) is { } topic ? (topic, "the paragraph is about: ")
        : null;

    /// <summary>What may stand between a body and its office: "Norway's new President".</summary>
    private static readonly WordList s_states = new(
        """
        new newly current interim acting outgoing incoming former ex first second next visiting late then elected top own ruling caretaker
        transitional female woman long-time longtime
        """);

    /// <summary>"the National Bank's Governor".</summary>
    private Draft? Owner(Draft position)
    {
        Scan scan = scanOf(position)!;
        int clitic = position.Tokens.Start - 1;
        for (int words = 0; words < 2 && scan.In(s_states, clitic); words++)
        {
            clitic--;
        }

        return scan.Has(clitic, TokenShape.Clitic)
            && scan.EndingAt(clitic) is { Type: EntityType.Organization or EntityType.Place, Entity: >= 0 } owner ? owner : null;
    }

    /// <summary>"President Peter Brandt of the World Bank".</summary>
    private Draft? Behind(Draft position)
    {
        Scan scan = scanOf(position)!;
        if (scan.StartingAt(position.Tokens.End) is not { Type: EntityType.Person } holder || !scan.Is(holder.Tokens.End, "of"))
        {
            return null;
        }

        int next = scan.Is(holder.Tokens.End + 1, "the") ? holder.Tokens.End + 2 : holder.Tokens.End + 1;
        Draft? body = scan.StartingAt(next);
        while (body is not null && scan.Has(body.Tokens.End, TokenShape.Clitic))
        {
            body = scan.StartingAt(body.Tokens.End + 1);
        }

        return body is { Type: EntityType.Organization or EntityType.Place, Entity: >= 0 } ? body : null;
    }

    /// <summary>"Director of Harbor Operations for the Norwegian Port Authority": the body behind what the office is for.</summary>
    private Draft? Onward(Draft position)
    {
        Scan scan = scanOf(position)!;
        int link = position.Tokens.End;
        bool topic = position.Tokens.Any(token => scan.Is(token, "of", "for")) || position.Tokens.Count > 2;
        if (!topic || !scan.Is(link, "for", "of", "at", "within") || scan.Is(link - 1, "president", "minister", "ambassador", "state", "premier"))
        {
            return null;
        }

        int name = scan.Is(link + 1, "the") ? link + 2 : link + 1;
        name = scan.At(name) is null && PositionRule.IsNation(scan, name) ? name + 1 : name;
        return scan.StartingAt(name) is { Type: EntityType.Organization, Entity: >= 0 } body && PositionRule.IsInstitution(scan, body)
            && !scan.Has(body.Tokens.End, TokenShape.Clitic) && (body.Tokens.End >= scan.Count || !scan.Has(body.Tokens.End, TokenShape.Capital)) ? body : null;
    }

    /// <summary>"the Foreign Minister and other GOI officials".</summary>
    private Draft? Among(Draft position)
    {
        Scan scan = scanOf(position)!;
        int and = position.Tokens.End;
        return scan.Is(and, "and") && scan.Is(and + 1, "other") && scan.StartingAt(and + 2) is { Type: EntityType.Organization, Entity: >= 0 } body
            && scan.Is(body.Tokens.End, "officials", "officers", "leaders", "ministers") ? body : null;
    }

    /// <summary>"a professor at the University of Lima".</summary>
    private Draft? AtBody(Draft position)
    {
        Scan scan = scanOf(position)!;
        int at = position.Tokens.End;
        return scan.Is(at, "at") && PositionWords.Weak.Contains(scan.Tokens[at - 1])
            && scan.StartingAt(scan.Is(at + 1, "the") ? at + 2 : at + 1) is { Type: EntityType.Organization, Entity: >= 0 } body ? body : null;
    }

    /// <summary>"Ambassador Brandt (Norway)".</summary>
    private Draft? Bracketed(Draft position)
    {
        Scan scan = scanOf(position)!;
        int next = position.Tokens.End;
        next = scan.In(Titles.Honorifics, next) ? next + 1 : next;
        return scan.StartingAt(next) is { Type: EntityType.Person } holder && scan.IsMark(holder.Tokens.End, '(')
            && scan.StartingAt(holder.Tokens.End + 1) is { Entity: >= 0 } body && scan.IsMark(body.Tokens.End, ')')
            && (body.Type == EntityType.Place && !scan.Is(position.Tokens.End - 1, "chairman")
            || body.Type == EntityType.Organization && scan.In(s_chiefs, position.Tokens.End - 1))
                ? body : null;
    }

    /// <summary>"Brandt (Deputy Director, Harbor Fund)", "Brandt, Director, Harbor Fund;": in lists of those present.</summary>
    private Draft? SetOff(Draft position)
    {
        Scan scan = scanOf(position)!;
        int comma = position.Tokens.End;
        int before = position.Tokens.Start - 1;
        bool listed = (scan.IsMark(before, ',') || scan.IsMark(before, '(')) && scan.EndingAt(before) is { Type: EntityType.Person };
        if (!listed || !scan.IsMark(comma, ',') || scan.StartingAt(scan.Is(comma + 1, "the") ? comma + 2 : comma + 1) is not { Entity: >= 0 } body)
        {
            return null;
        }

        int end = body.Tokens.End;
        bool ends = end >= scan.Count || scan.IsMark(end, ')') || scan.IsMark(end, ';') || scan.IsMark(end, '.') || scan.IsMark(end, ',');
        return ends && (body.Type == EntityType.Post || body.Type == EntityType.Organization && PositionRule.IsInstitution(scan, body)) ? body
            : null;
    }

    private static readonly WordList s_whose = new("our their his its your");

    /// <summary>"the Norwegian correspondent in Lima", "Undersecretary in Foreign Office".</summary>
    private Draft? Stationed(Draft position)
    {
        Scan scan = scanOf(position)!;
        int at = position.Tokens.End;
        if (!scan.Is(at, "in", "at") || scan.StartingAt(scan.Is(at + 1, "the") ? at + 2 : at + 1) is not { Entity: >= 0 } seat)
        {
            return null;
        }

        if (seat.Type == EntityType.Organization)
        {
            bool state = position.Properties.GetValueOrDefault("title") is "Secretary of State";
            return !state && seat.Tokens.Any(token => scan.In(s_offices, token)) && !scan.Has(seat.Tokens.End, TokenShape.Clitic) ? seat : null;
        }

        bool owned = position.Properties.ContainsKey("nation") || scan.In(s_whose, position.Tokens.Start - 1);
        return seat.Type == EntityType.Place && owned && scan.Is(at - 1, "correspondent") ? seat : null;
    }

    private static readonly WordList s_offices = new("office ministry fonoff department embassy bureau secretariat division section directorate");

    private static readonly WordList s_writers = new("columnist editor correspondent");

    /// <summary>"in liberal NAME, columnist".</summary>
    private Draft? Paper(Draft position)
    {
        Scan scan = scanOf(position)!;
        int comma = position.Tokens.Start - 1;
        if (!scan.In(s_writers, position.Tokens.End - 1) || !scan.IsMark(comma, ',')
            || scan.EndingAt(comma) is not { Type: EntityType.Organization, Entity: >= 0 } paper)
        {
            return null;
        }

        return Enumerable.Range(Math.Max(0, paper.Tokens.Start - 4), Math.Min(4, paper.Tokens.Start)).Any(token => scan.Is(token, "in")) ? paper
            : null;
    }

    /// <summary>"JCC is … made up of elected Chairperson, elected Deputy Chairperson": the sentence's first body.</summary>
    private Draft? Listed(Draft position)
    {
        Scan scan = scanOf(position)!;
        TokenRange sentence = scan.Segment.SentenceOf(position.Tokens.Start);
        for (int i = sentence.Start; i + 1 < position.Tokens.Start; i++)
        {
            bool made = position.Tokens.Start - i <= 12
                && (scan.Is(i, "made") && scan.Is(i + 1, "up") || scan.Is(i, "consists", "composed", "comprises", "consisting"));
            if (made)
            {
                return scan.Chosen.Find(draft => draft.Type == EntityType.Organization && draft.Entity >= 0 && draft.Tokens.Start >= sentence.Start
                        && draft.Tokens.End <= i);
            }
        }

        return null;
    }
}
