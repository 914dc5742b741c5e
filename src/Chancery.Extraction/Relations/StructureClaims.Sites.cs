using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Mentions;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Relations;

internal sealed partial class StructureClaims
{
    private static readonly WordList s_firms = new(
        """
        firm company corporation bank newspaper daily weekly manufacturer contractor consultancy charity ngo tank shipyard brokerage
        """);

    private static readonly WordList s_firmNames = new("company co corporation corp bank firm inc ltd limited agency agence trading society");

    /// <summary>Where a body has its seat, said by other words than "in" right behind it.</summary>
    private void Sited(Clause clause, Draft body)
    {
        Scan scan = clause.Scan;
        if (body.Type != EntityType.Organization || IsState(body))
        {
            return;
        }

        int at = AfterAcronym(scan, body);
        if (Described(scan, at) is { } town)
        {
            Claim(clause, "LOCATED_IN", body.Entity, town.Entity, 0.8, "described as a body of the place");
        }

        if (scan.Is(at, "of") && scan.StartingAt(at + 1) is { Type: EntityType.Place } seat && IsCity(scan, seat)
            && (at > body.Tokens.End && !scan.In(s_everywhere, body.Tokens.End - 1) || scan.In(s_firmNames, body.Tokens.End - 1)))
        {
            Claim(clause, "LOCATED_IN", body.Entity, seat.Entity, 0.8, "a firm \"of\" a city");
        }

        // "the ABC in Lima": a body known by its letters alone has an office there at the least; in a nation it may only be at work.
        bool letters = body.Tokens.Count == 1 && !scan.Capitals && scan.Has(body.Tokens.Start, TokenShape.AllCapitals)
            && !scan.In(s_troops, body.Tokens.Start) && !scan.Text(body.Tokens.Start).StartsWith("GO", StringComparison.Ordinal);
        if (letters && at == body.Tokens.End && scan.Is(at, "in") && scan.StartingAt(at + 1) is { Type: EntityType.Place } city && IsCity(scan, city)
            && !EventVerbAfter(scan, city) && body.Parent is null
            && !(scan.Is(body.Tokens.Start - 1, "with") && scan.Is(body.Tokens.Start - 2, "served", "worked"))
            // "a meeting of the ABC in Lima"
            && !scan.Is(scan.Is(body.Tokens.Start - 1, "the") ? body.Tokens.Start - 2 : body.Tokens.Start - 1, "of"))
        {
            Claim(clause, "LOCATED_IN", body.Entity, city.Entity, 0.75, "a body's letters \"in\" a city");
        }

        // "the Lima engineering firm Harbor Partners"
        int noun = body.Tokens.Start - 1;
        if (scan.In(s_firms, noun) && !scan.Has(noun, TokenShape.Capital) && Employs(scan, body))
        {
            int word = noun;
            while (noun - word < 4 && scan.Has(word, TokenShape.Word) && !scan.Has(word, TokenShape.Capital))
            {
                word--;
            }

            // "take a firm United States position" has no firm in it.
            if (scan.EndingAt(word + 1) is { Type: EntityType.Place } home
                && (!scan.Is(noun, "firm") || scan.Is(home.Tokens.Start - 1, "the", "a", "an") && !scan.Is(noun - 1, "a", "the")))
            {
                Claim(clause, "LOCATED_IN", body.Entity, home.Entity, 0.85, "a firm of the place before it");
            }
        }

        int of = scan.Is(body.Tokens.Start - 1, "the") ? body.Tokens.Start - 2 : body.Tokens.Start - 1;
        if (scan.Is(of, "of") && scan.Is(of - 1, "headquarters") && scan.EndingAt(of - 1) is { Type: EntityType.Place } main)
        {
            Claim(clause, "LOCATED_IN", body.Entity, main.Entity, 0.8, "the place of its headquarters");
        }

        if (scan.Has(at, TokenShape.Clitic) && scan.StartingAt(at + 1) is { Type: EntityType.Place } owned
            && scan.Is(owned.Tokens.End, "headquarters", "secretariat"))
        {
            Claim(clause, "LOCATED_IN", body.Entity, owned.Entity, 0.85, "the place of its headquarters");
        }
    }

    private static readonly WordList s_troops = new("vc nva arvn pla fatah plo rpf un usg");

    private static bool IsCity(Scan scan, Draft place) => scan.Facts.Matches[place.Tokens.Start] is { } match
        && match.Length == place.Tokens.Count && match.Kinds.HasFlag(EntryKind.City) && !match.Kinds.HasFlag(EntryKind.Country);

    private static readonly WordList s_kinds = new(
        """
        firm company corporation bank agency institute institution arm branch unit center centre organization organisation group school
        charity ngo federation bureau office laboratory hospital foundation newspaper body secretariat headquarters affiliate
        """);

    /// <summary>", a small research institute in Lima", ", the ABC's crime agency in Lima", ", which sits in Lima".</summary>
    private static Draft? Described(Scan scan, int comma)
    {
        if (!scan.IsMark(comma, ','))
        {
            return null;
        }

        int at = comma + 1;
        if (scan.Is(at, "which") && scan.Is(at + 1, "sits") && scan.Is(at + 2, "in", "at"))
        {
            return scan.StartingAt(at + 3) is { Type: EntityType.Place } sat ? sat : null;
        }

        int name = scan.Is(at, "the") ? at + 1 : at;
        bool owned = scan.StartingAt(name) is { Type: EntityType.Organization or EntityType.Place } owner
            && scan.Has(owner.Tokens.End, TokenShape.Clitic);
        bool described = scan.Is(at, "a", "an", "the") || owned || scan.Capitals;
        for (int word = at; described && word - comma < 12 && word < scan.Count; word++)
        {
            if (scan.In(s_kinds, word) && scan.Is(word + 1, "in", "at"))
            {
                return scan.StartingAt(word + 2) is { Type: EntityType.Place } place && !EventVerbAfter(scan, place) ? place : null;
            }

            if (!scan.Has(word, TokenShape.Word) && !scan.Has(word, TokenShape.Clitic) && !scan.IsMark(word, '-')
                || scan.Is(word, "which", "who", "that", "is", "was", "has", "had", "in", "to"))
            {
                return null;
            }
        }

        return null;
    }

    private static readonly WordList s_oneOf = new(
        """
        arm wing front branch subsidiary affiliate agency unit directorate bureau division department section office commission council
        center centre institute laboratory organ service
        """);

    private static readonly WordList s_goesOn = new("and or in at for to with which who that is was has had on from by");

    /// <summary>"the ABC's anti-drug commission, the DEF", "housed at the ABC", "Harbor Unit under the Ministry".</summary>
    private void Beneath(Clause clause, Draft body)
    {
        Scan scan = clause.Scan;
        int at = AfterAcronym(scan, body);
        if (body.Type == EntityType.Organization && Possessive(scan, at) is { } own && Apposed(scan, own) is { } part && part.Entity != body.Entity)
        {
            Claim(clause, "PART_OF", part.Entity, body.Entity, 0.8, "named as a unit of the other");
        }

        // "Brandt, Director, Harbor Office, Ministry of Finance": in lists the whole stands behind its unit.
        int whose = scan.Is(at + 1, "the") ? at + 2 : at + 1;
        if (scan.IsMark(body.Tokens.Start - 1, ',') && scan.IsMark(at, ',') && body.Type == EntityType.Organization && body.Parent is null
            && (scan.In(s_oneOf, body.Tokens.Start) || scan.In(s_oneOf, body.Tokens.End - 1))
            && clause.EndingAt(body.Tokens.Start - 1) is null or { Type: EntityType.Person or EntityType.Position }
            && scan.StartingAt(whose) is { Type: EntityType.Organization } above && above.Entity != body.Entity && IsWhole(scan, above)
            && (above.Tokens.End >= clause.Sentence.End || !scan.Has(above.Tokens.End, TokenShape.Word) && !scan.IsMark(above.Tokens.End, ',')
                && !scan.Has(above.Tokens.End, TokenShape.Clitic)))
        {
            Claim(clause, "PART_OF", body.Entity, above.Entity, 0.85, "its whole behind it in a list");
        }

        int link = scan.IsMark(at, ',') ? at + 1 : at;
        link = scan.Is(link, "which") && scan.Is(link + 1, "is", "was") ? link + 2 : link;
        bool housed = scan.Is(link, "housed") && scan.Is(link + 1, "at", "in", "within", "inside")
            || scan.Is(link, "attached") && link > at && scan.Is(link + 1, "to");
        bool under = scan.Is(link, "under") && link == at && body.Tokens.Any(token => scan.In(s_oneOf, token) || scan.In(PartUnits, token));
        int upper = housed ? link + 2 : link + 1;
        upper = scan.Is(upper, "the") ? upper + 1 : upper;
        if ((housed || under) && body.Type == EntityType.Organization
            && scan.StartingAt(upper) is { Type: EntityType.Organization } whole && whole.Entity != body.Entity
            && !scan.Has(whole.Tokens.End, TokenShape.Clitic) 
            && (housed || !IsState(whole) && !(scan.Has(whole.Tokens.End, TokenShape.Word) && !scan.In(s_goesOn, whole.Tokens.End))))
        {
            Claim(clause, "PART_OF", body.Entity, whole.Entity, 0.8, housed ? "housed within the other" : "\"under\" the other");
        }
    }

    private static readonly WordList s_wholes = new("department ministry agency service administration force command secretariat state defense");

    private static bool IsWhole(Scan scan, Draft body) =>
        body.Tokens.Any(token => scan.In(s_wholes, token)) || body.Tokens.Count == 1 && scan.Has(body.Tokens.Start, TokenShape.AllCapitals);

    /// <summary>Small words that end in the noun of a unit, a comma and the unit's name.</summary>
    private static Draft? Apposed(Scan scan, int from)
    {
        int noun = from;
        while (noun - from < 6 && (scan.Has(noun, TokenShape.Word) && !scan.Has(noun, TokenShape.Capital) || scan.IsMark(noun, '-'))
            && !(scan.In(s_oneOf, noun) && scan.IsMark(noun + 1, ',')))
        {
            noun++;
        }

        int name = scan.Is(noun + 2, "the") ? noun + 3 : noun + 2;
        return scan.In(s_oneOf, noun) && scan.IsMark(noun + 1, ',') && scan.StartingAt(name) is { Type: EntityType.Organization, Parent: null } part
            && (part.Tokens.End >= scan.Count || !scan.Has(part.Tokens.End, TokenShape.Word) && !scan.Has(part.Tokens.End, TokenShape.Clitic))
                ? part : null;
    }
}
