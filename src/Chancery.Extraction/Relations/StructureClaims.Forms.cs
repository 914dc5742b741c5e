using Chancery.Extraction.Mentions;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Relations;

/// <summary>Seats, parts and members told by other words than the plain ones.</summary>
internal sealed partial class StructureClaims
{
    private static readonly WordList s_houses = new(
        "headquarters office offices branch branches bureau seat base desk campus secretariat representation outpost plant factory");

    private static readonly WordList s_keeps = new("has had have keeps maintains maintained operates opened opens runs established set moved relocated transferred");

    /// <summary>"with headquarters in Lima", "maintains an office in Lima", "'s Lima office", "operates out of Lima".</summary>
    private void Housed(Clause clause, Draft body)
    {
        Scan scan = clause.Scan;
        if (body.Type != EntityType.Organization || IsState(body))
        {
            return;
        }

        int at = AfterAcronym(scan, body);
        if (Housing(scan, at) is { } place && !EventVerbAfter(scan, place))
        {
            Claim(clause, "LOCATED_IN", body.Entity, place.Entity, 0.8, "a place where it has its house");
        }

        // "the Lima office of the Harbor Institute"
        int of = scan.Is(body.Tokens.Start - 1, "the") ? body.Tokens.Start - 2 : body.Tokens.Start - 1;
        if (scan.Is(of, "of") && scan.Is(of - 1, "office", "branch", "bureau", "campus", "plant") && scan.EndingAt(of - 1) is { Type: EntityType.Place } branch)
        {
            Claim(clause, "LOCATED_IN", body.Entity, branch.Entity, 0.8, "the place of its office");
        }

        // "a Lima company, Harbor Works,", "a harbor plant in Lima named Harbor Works"
        int name = scan.Has(body.Tokens.Start - 1, TokenShape.Word) ? body.Tokens.Start : body.Tokens.Start - 1;
        bool called = scan.Is(name - 1, "named", "called");
        if (called && scan.EndingAt(name - 1) is { Type: EntityType.Place } town && scan.Is(town.Tokens.Start - 1, "in", "at", "near")
            && (scan.In(s_firms, town.Tokens.Start - 2) || scan.In(s_kinds, town.Tokens.Start - 2) || scan.In(s_houses, town.Tokens.Start - 2)))
        {
            Claim(clause, "LOCATED_IN", body.Entity, town.Entity, 0.85, "what stands there is called so");
        }
        else if (scan.IsMark(body.Tokens.Start - 1, ',') && scan.In(s_firms, body.Tokens.Start - 2) && scan.EndingAt(body.Tokens.Start - 2) is { Type: EntityType.Place } home
            && scan.Is(home.Tokens.Start - 1, "a", "an", "the"))
        {
            Claim(clause, "LOCATED_IN", body.Entity, home.Entity, 0.8, "a firm of the place before it");
        }
    }

    private static Draft? Housing(Scan scan, int at)
    {
        int next = at;
        if (scan.Has(at, TokenShape.Clitic) && scan.StartingAt(at + 1) is { Type: EntityType.Place } owned)
        {
            int noun = scan.Is(owned.Tokens.End, "field", "regional", "country", "branch", "head", "main") ? owned.Tokens.End + 1 : owned.Tokens.End;
            return scan.In(s_houses, noun) ? owned : null;
        }

        if (scan.Is(at, "operates", "operating", "works") && scan.Is(at + 1, "out") && scan.Is(at + 2, "of"))
        {
            return scan.StartingAt(at + 3) is { Type: EntityType.Place } whence ? whence : null;
        }

        next = scan.IsMark(next, ',') ? next + 1 : next;
        bool has = scan.In(s_keeps, next) || next > at && scan.Is(next, "which") && scan.In(s_keeps, next + 1);
        bool to = scan.Is(next, "moved", "relocated", "transferred");
        if (!(has || scan.Is(next, "with", "whose")))
        {
            return null;
        }

        int house = scan.Is(next, "which") ? next + 2 : next + 1;
        int start = house;
        while (house - start < 4 && scan.Has(house, TokenShape.Word) && !scan.Has(house, TokenShape.Capital) && !scan.In(s_houses, house)
            && !scan.In(s_goesOn, house))
        {
            house++;
        }

        int link = scan.Is(house + 1, "is", "are") ? house + 2 : house + 1;
        return scan.In(s_houses, house) && (scan.Is(link, "in", "at") && !to || to && scan.Is(link, "to"))
            && scan.StartingAt(link + 1) is { Type: EntityType.Place } place ? place : null;
    }

    /// <summary>"(part of the Ministry)", "is a subsidiary of the Bank", "the Bureau of Harbors, Department of Commerce, agreed".</summary>
    private void Told(Clause clause, Draft body)
    {
        Scan scan = clause.Scan;
        int at = AfterAcronym(scan, body);
        if (body.Type != EntityType.Organization || body.Parent is not null)
        {
            return;
        }

        if (scan.IsMark(at, '(') && scan.Is(at + 1, "part") && scan.Is(at + 2, "of")
            && clause.Objects(at + 3) is [{ Type: EntityType.Organization } whole, ..] && whole.Entity != body.Entity)
        {
            Claim(clause, "PART_OF", body.Entity, whole.Entity, 0.9, "\"part of\" in brackets");
        }
        else if (scan.Is(at, "is", "was", "remains") && scan.Is(at + 1, "a", "an", "the") && Owner(scan, at + 1) is { } holder && holder.Entity != body.Entity
            && !Enumerable.Range(clause.Sentence.Start, Math.Max(0, body.Tokens.Start - clause.Sentence.Start)).Any(token => scan.In(s_hearsay, token)))
        {
            (Polarity polarity, Modality modality) = Modals.Of(clause, Math.Max(clause.Sentence.Start, body.Tokens.Start - 2), at);
            Claim(clause, "PART_OF", body.Entity, holder.Entity, 0.85, "said to be a unit of the other", polarity, modality);
        }

        int upper = scan.Is(at + 1, "the") ? at + 2 : at + 1;
        if (scan.IsMark(at, ',') && !scan.IsMark(body.Tokens.Start - 1, ',') && !scan.Is(body.Tokens.Start - 1, "and")
            && (scan.In(s_oneOf, body.Tokens.Start) || scan.In(s_oneOf, body.Tokens.End - 1)) && body.Tokens.Count > 1
            && scan.StartingAt(upper) is { Type: EntityType.Organization } above && above.Entity != body.Entity
            && above.Tokens.Any(token => scan.In(s_wholes, token)) && above.Tokens.Count > 1 && Ends(scan, above.Tokens.End))
        {
            Claim(clause, "PART_OF", body.Entity, above.Entity, 0.85, "its whole set off behind it");
        }
    }

    /// <summary>What is only claimed to be so often is not.</summary>
    private static readonly WordList s_hearsay = new("claimed claims claim alleged alleges allegedly supposedly rumored rumoured pretends wrongly mistakenly if whether");

    private static bool Ends(Scan scan, int end) =>
        end >= scan.Count || scan.IsMark(end, '.') || scan.IsMark(end, ')') || scan.IsMark(end, ';')
        || scan.IsMark(end, ',') && scan.Has(end + 1, TokenShape.Word) && !scan.Has(end + 1, TokenShape.Capital) && !scan.Is(end + 1, "and", "or", "the");

    /// <summary>"the Commission, on which the Ministry and the Institute are represented".</summary>
    private void Represented(Clause clause, int which)
    {
        Scan scan = clause.Scan;
        int end = scan.IsMark(which - 2, ',') ? which - 2 : which - 1;
        List<Draft> members = clause.Objects(which + 1);
        if (clause.EndingAt(end) is { Type: EntityType.Organization } body && members.Count > 0
            && scan.Is(members[^1].Tokens.End, "are", "is", "sit", "sits", "serve", "have", "has")
            && (scan.Is(members[^1].Tokens.End + 1, "represented") || scan.Is(members[^1].Tokens.End, "sit", "sits", "serve")
                || scan.In(s_seatsHeld, members[^1].Tokens.End + 1) || scan.In(s_seatsHeld, members[^1].Tokens.End + 2)))
        {
            Join(clause, which, members, [body], "those represented on the body", 0.85);
        }
    }

    private static readonly WordList s_seatsHeld = new("seat seats");

    /// <summary>"Brandt represents Norway on the Harbor Council": the nation is of it.</summary>
    private void Represents(Clause clause, int verb)
    {
        Scan scan = clause.Scan;
        if (clause.Objects(verb + 1) is [{ Type: EntityType.Place } nation] && scan.Is(nation.Tokens.End, "on", "in")
            && clause.Objects(nation.Tokens.End + 1) is [{ Type: EntityType.Organization } body, ..] && body.Tokens.Any(token => scan.In(s_benches, token)
                || scan.In(s_gatherings, token)))
        {
            Join(clause, verb, [nation], [body], "represented on the body", 0.8, Math.Max(clause.Sentence.Start, verb - 3));
        }
    }

    /// <summary>"Brandt, an employee of the Harbor Institute", "Brandt is employed by the Harbor Institute".</summary>
    private void Employee(Clause clause, Draft person)
    {
        Scan scan = clause.Scan;
        int at = person.Tokens.End;
        if (scan.Is(at, "is", "was") && scan.Is(at + 1, "employed") && scan.Is(at + 2, "by", "at", "with") && Employed(clause, at + 3) is { } firm)
        {
            Claim(clause, "MEMBER_OF", person.Entity, firm.Entity, 0.8, "employed by the body", modality: scan.Is(at, "was") ? Modality.Former : Modality.Actual);
            return;
        }

        if (!scan.IsMark(at, ',') && !scan.Is(at, "is"))
        {
            return;
        }

        int noun = scan.Is(at + 1, "a", "an") ? at + 2 : -1;
        int start = noun;
        while (noun > 0 && noun - start < 3 && scan.Has(noun, TokenShape.Word) && !scan.Has(noun, TokenShape.Capital) && !scan.In(s_staff, noun))
        {
            noun++;
        }

        bool former = start > 0 && Enumerable.Range(start, noun - start).Any(token => scan.Is(token, "former", "retired"));
        if (noun > 0 && scan.In(s_staff, noun) && scan.Is(noun + 1, "of", "at", "with", "from", "for") && Employed(clause, noun + 2) is { } body
            && !clause.Actors.Exists(actor => actor.Type == EntityType.Position && actor.Tokens.Start <= noun && noun < actor.Tokens.End)
            && !scan.Has(body.Tokens.End, TokenShape.Clitic))
        {
            Claim(clause, "MEMBER_OF", person.Entity, body.Entity, 0.8, "described as of the body's staff", modality: former ? Modality.Former : Modality.Actual);
        }
    }
}
