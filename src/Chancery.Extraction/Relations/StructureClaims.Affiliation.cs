using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Mentions;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Relations;

internal sealed partial class StructureClaims
{
    private static readonly WordList s_staff = new(
        """
        official reporter journalist agent officer aide investigator researcher scientist lawyer diplomat lawmaker activist employee
        executive economist physicist analyst veteran negotiator strategist staffer man woman banker
        engineer
        """);
    private static readonly WordList s_parties = new("party bloc front league coalition alliance movement faction");
    private static readonly WordList s_elects = new("elected reelected appointed named promoted confirmed");
    private static readonly WordList s_benches = new(
        """
        senate house congress parliament council committee commission board assembly court duma bundestag knesset politburo presidium
        cabinet chamber
        """);
    private static readonly WordList s_takesSeat = new(
        """
        assumed assumes took takes won wins holds held occupies occupied has had gained retained retains
        """);

    /// <summary>Whose man somebody is: "ABC's Peter Brandt", "ABC official Peter Brandt", "Brandt, an ABC official", "Brandt's Blue Party".</summary>
    private void Affiliated(Clause clause, Draft person)
    {
        Scan scan = clause.Scan;
        int start = clause.Start(person);
        bool staff = scan.In(s_staff, start - 1);
        if ((staff || scan.Has(start - 1, TokenShape.Clitic)) && clause.OfficeBefore(person) is null
            && clause.EndingAt(start - 1) is { Type: EntityType.Organization } employer && Employs(scan, employer))
        {
            Claim(clause, "MEMBER_OF", person.Entity, employer.Entity, 0.8, staff ? "one of the body's staff, named" : "a body's man");
        }

        int next = person.Tokens.End;
        if (scan.Has(next, TokenShape.Clitic))
        {
            int name = scan.Is(next + 1, "own", "new", "ruling", "opposition") ? next + 2 : next + 1;
            if (scan.StartingAt(name) is { Type: EntityType.Organization, Parent: null } party && scan.In(s_parties, party.Tokens.End - 1))
            {
                Claim(clause, "MEMBER_OF", person.Entity, party.Entity, 0.8, "somebody's party");
            }
        }
        else if (Employer(scan, next) is { } named && clause.OfficeBefore(person) is null && Employs(scan, named)
            && !scan.Has(named.Tokens.End, TokenShape.Clitic))
        {
            Claim(clause, "MEMBER_OF", person.Entity, named.Entity, 0.8, "said to be of the body or to work for it");
        }
        else if (scan.IsMark(next, ',') && scan.Is(next + 1, "a", "an")
            && scan.StartingAt(next + 2) is { Type: EntityType.Organization, Parent: null } body
            && scan.In(s_staff, body.Tokens.End) && Employs(scan, body))
        {
            Claim(clause, "MEMBER_OF", person.Entity, body.Entity, 0.8, "described as of the body's staff");
        }
    }

    /// <summary>", of the Harbor Institute,", "works for the Harbor Institute".</summary>
    private static Draft? Employer(Scan scan, int next)
    {
        bool apposed = scan.IsMark(next, ',') && scan.Is(next + 1, "of");
        bool works = scan.Is(next, "works") && scan.Is(next + 1, "for", "at");
        int name = scan.Is(next + 2, "the") ? next + 3 : next + 2;
        return (apposed || works) && scan.StartingAt(name) is { Type: EntityType.Organization, Parent: null } body ? body : null;
    }

    /// <summary>A city or nation that stands for its government sends nobody of its own by such words.</summary>
    private static bool Employs(Scan scan, Draft body) =>
        (body.Entry is { } row ? row.Kind.HasFlag(EntryKind.Organization) : body.Key is null
            || !body.Key.StartsWith("gov:", StringComparison.Ordinal))
        && (scan.Facts.Matches[body.Tokens.Start] is not { } match || (match.Kinds & (EntryKind.City | EntryKind.Country | EntryKind.Region)) == 0);

    /// <summary>"Norway assumed a nonpermanent seat on the Harbor Council", "Brandt was elected to the Senate".</summary>
    private void Seated(Clause clause, int verb)
    {
        Scan scan = clause.Scan;
        int at = verb + 1;
        if (scan.In(s_takesSeat, verb))
        {
            while (at - verb < 5 && scan.Has(at, TokenShape.Word) && !scan.Is(at, "seat"))
            {
                at++;
            }

            if (!scan.Is(at, "seat") || !scan.Is(at + 1, "on", "in"))
            {
                return;
            }

            at += 2;
        }
        else if (scan.Is(at, "to"))
        {
            at++;
        }
        else
        {
            return;
        }

        if (clause.Objects(at) is [{ Type: EntityType.Organization } body, ..] && body.Tokens.Any(token => scan.In(s_benches, token)))
        {
            List<Draft> members = clause.Subjects(verb);
            Join(clause, verb, members, [body], $"\"{scan.Text(verb)}\" to a seat of the body", 0.8, members.Count > 0
                ? Math.Max(clause.Sentence.Start, members[0].Tokens.Start - 2) : verb);
        }
    }

    private static readonly WordList s_heading = new("heads chairs leads runs directs");
    private static readonly WordList s_passing = new("delegation team mission government govt administration forces force troops list");

    /// <summary>"Brandt, who heads the Harbor Council": whoever leads a body belongs to it.</summary>
    private void Heads(Clause clause, int verb)
    {
        int led = clause.Scan.Is(verb + 1, "the") && clause.StartingAt(verb + 2) is null && !clause.Scan.Has(verb + 2, TokenShape.Capital)
            ? verb + 3 : verb + 1;
        if (clause.Objects(led) is [{ Type: EntityType.Organization } body, ..] && !body.Tokens.Any(token => clause.Scan.In(s_passing, token))
            && !clause.Scan.In(s_passing, body.Tokens.End)
            && clause.Subjects(verb) is [{ Type: EntityType.Person } leader])
        {
            Join(clause, verb, [leader], [body], "leads the body", 0.8);
        }
    }

    private static readonly WordList s_organs = new("assembly council secretariat committee commission");

    /// <summary>Two names side by side: "UN Food and Harbor Organization", and in telegrams "Security Council UN".</summary>
    private void Adjacent(Clause clause, Draft body)
    {
        Scan scan = clause.Scan;
        if (body.Entry is null || body.Tokens.Count > 2 || body.Parent is not null)
        {
            return;
        }

        if (scan.StartingAt(body.Tokens.End) is { Type: EntityType.Organization, Parent: null, Tokens.Count: > 1 } part
            && scan.In(BodyRule.Heads, part.Tokens.End - 1) && !scan.Capitals)
        {
            Claim(clause, "PART_OF", part.Entity, body.Entity, 0.85, "a body's name right behind the other's");
        }

        if (scan.EndingAt(body.Tokens.Start) is { Type: EntityType.Organization, Parent: null } unit && scan.In(s_organs, unit.Tokens.End - 1)
            && scan.Has(body.Tokens.Start, TokenShape.AllCapitals) && !scan.Capitals)
        {
            Claim(clause, "PART_OF", unit.Entity, body.Entity, 0.8, "the letters of the whole right behind its unit");
        }
    }
}
