using Chancery.Extraction.Mentions;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Relations;

/// <summary>Whose party somebody belongs to, said beside the name: "ABC Governor Brandt", "Brandt (ABC)", "Brandt, also ABC,", "ABC stalwart Brandt".</summary>
internal sealed partial class StructureClaims
{
    /// <summary>What a party's name ends in or holds.</summary>
    private static readonly WordList s_partyNames = new(
        """
        party parties bloc front alliance movement league coalition democrats socialists liberals greens conservatives labour democracy partido parti partei
        """);

    /// <summary>What follows the letters of a party and of no other body.</summary>
    private static readonly WordList s_partyPeople = new(
        """
        party politician politicians congressman congressmen senator senators candidate candidates lawmaker lawmakers legislator legislators mp mps mep meps
        parliamentarian parliamentarians caucus stalwart stalwarts voters ticket primary primaries backbencher backbenchers heavyweight heavyweights
        leadership activist activists militant militants deputies bench benches
        """);

    /// <summary>Public offices that parties fill; who is secretary or spokesman "of" a party holds the party's own office.</summary>
    private static readonly WordList s_publicOffices = new(
        """
        governor mayor minister premier senator deputy congressman congresswoman representative councilman councilwoman councillor councilor assemblyman
        mp mep lawmaker legislator parliamentarian chancellor alderman
        """);

    private static readonly WordList s_partyFolk = new(
        """
        politician stalwart heavyweight ally member insider activist militant lawmaker legislator parliamentarian backbencher veteran colleague candidate
        figure strategist dissident rebel hardliner moderate senator deputy congressman mp mep governor mayor
        """);

    private static readonly WordList s_partyShades = new("senior local fellow veteran prominent leading influential longtime young key top federal state national regional");

    /// <summary>Words between a name's comma and its party.</summary>
    private static readonly WordList s_also = new("also himself herself likewise of from the a an");

    private const int Brackets = 8;

    private void Partisan(Clause clause, Draft person)
    {
        Scan scan = clause.Scan;
        if (scan.Segment.Kind == SegmentKind.Body && Stated(clause, person) is var (party, rule))
        {
            int before = party.Tokens.Start - 1;
            if (scan.Is(before, "anti", "non") || scan.IsMark(before, '-') && scan.Is(before - 1, "anti", "non") || scan.Is(before, "opposed", "against", "rival"))
            {
                return;
            }

            bool former = scan.Is(before, "former", "ex", "erstwhile") || scan.IsMark(before, '-') && scan.Is(before - 1, "ex");
            Claim(clause, "MEMBER_OF", person.Entity, party.Entity, 0.8, rule, modality: former ? Modality.Former : Modality.Actual);
        }
    }

    private (Draft Party, string Rule)? Stated(Clause clause, Draft person) => Prefixed(clause, person) ?? Bracketed(clause, person) ?? Apposed(clause, person);

    // "ABC Governor Brandt", "Harbor Party (HP) Senator Brandt", "ABC ally Senator Brandt"
    private (Draft, string)? Prefixed(Clause clause, Draft person)
    {
        Scan scan = clause.Scan;
        int start = clause.Start(person);
        Draft? office = clause.OfficeBefore(person);
        if (office is not null && office.Bodies.Find(body => body.Type == EntityType.Organization && IsPolitical(body)) is { } bench && bench.Tokens.Start <= office.Tokens.Start
            && Public(scan, office))
        {
            return (bench, "the party before a public office and its holder");
        }

        int at = start;
        while (start - at < 4 && (scan.In(s_partyFolk, at - 1) || scan.In(s_partyShades, at - 1)) && !scan.Has(at - 1, TokenShape.Capital))
        {
            at--;
        }

        bool described = at < start && scan.In(s_partyFolk, start - 1);
        bool seated = office is not null && Public(scan, office);
        if (!described && !seated)
        {
            return null;
        }

        Draft? party = scan.IsMark(at - 1, ')') ? scan.EndingAt(at - 1) : scan.EndingAt(at);
        return party is { Type: EntityType.Organization, Parent: null } && IsPolitical(party) ? (party, described ? "the party's people before a name" : "the party before a public office and its holder") : null;
    }

    private static bool Public(Scan scan, Draft office) => office.Tokens.Any(token => scan.In(s_publicOffices, token));

    // "Brandt (ABC)", "Brandt (Harbor Party, HP)", "Brandt (ABC-Oslo)"
    private (Draft, string)? Bracketed(Clause clause, Draft person)
    {
        Scan scan = clause.Scan;
        int at = person.Tokens.End;
        if (!scan.IsMark(at, '(') || scan.StartingAt(at + 1) is not { Type: EntityType.Organization, Parent: null } party || !IsPolitical(party))
        {
            return null;
        }

        for (int close = party.Tokens.End; close < party.Tokens.End + Brackets && close < clause.Sentence.End; close++)
        {
            if (scan.IsMark(close, ')'))
            {
                return (party, "the party in brackets after a name");
            }
        }

        return null;
    }

    // "Brandt, also ABC,", "Brandt is the last senior ABC politician"
    private (Draft, string)? Apposed(Clause clause, Draft person)
    {
        Scan scan = clause.Scan;
        int at = person.Tokens.End;
        bool comma = scan.IsMark(at, ',');
        if (!comma && !scan.Is(at, "is", "was", "remains", "became"))
        {
            return null;
        }

        at++;
        int limit = at + 5;
        while (at < limit && (scan.In(s_also, at) || scan.In(s_partyShades, at) || scan.Is(at, "last", "first", "only", "oldest", "youngest")))
        {
            at++;
        }

        if (scan.StartingAt(at) is not { Type: EntityType.Organization, Parent: null } party || !IsPolitical(party))
        {
            return null;
        }

        int next = party.Tokens.End;
        bool folk = scan.In(s_partyFolk, next) && !scan.Is(next, "candidate");
        bool bare = comma && (scan.IsMark(next, ',') || scan.IsMark(next, '.') || scan.IsMark(next, ';')) && scan.Is(at - 1, "also", "himself", "herself", "likewise");
        return folk || bare ? (party, "said to be of the party") : null;
    }

    private readonly Dictionary<int, bool> _parties = [];

    /// <summary>Named like a party, or spoken of in this cable as only parties are: "an ABC senator", "ABC voters".</summary>
    private bool IsPolitical(Draft body)
    {
        if (body.Entity < 0)
        {
            return false;
        }

        if (!_parties.TryGetValue(body.Entity, out bool known))
        {
            known = table.Entities[body.Entity].Mentions.Exists(mention => mention.Segment is { } segment
                && (mention.Tokens.Any(token => s_partyNames.Contains(segment.Tokens[token])) || (mention.Tokens.End < segment.Tokens.Length && s_partyPeople.Contains(segment.Tokens[mention.Tokens.End]))));
            _parties.Add(body.Entity, known);
        }

        return known;
    }
}
