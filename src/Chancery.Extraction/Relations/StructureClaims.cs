using Chancery.Extraction.Coreference;
using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Mentions;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Relations;

/// <summary>How bodies stand to each other and to places: part of, governs, located in, member of, cooperates with.</summary>
internal sealed partial class StructureClaims(CableContext context, EntityTable table, ClaimList claims)
{
    internal static readonly WordList PartUnits = new(
        """
        SECRETARIAT COUNCIL COMMISSION COMMITTEE ASSEMBLY BOARD BUREAU SUBCOMMITTEE DIRECTORATE DIVISION OFFICE SECTION DELEGATION
        """);
    private static readonly WordList s_units = new(
        """
        part branch arm division subsidiary unit office agency bureau department section affiliate wing directorate service body organ
        component committee
        """);
    private static readonly WordList s_answers = new(
        "reports reported answers answered falls fell operates operated comes came belongs functions functioned sits remains");
    private static readonly WordList s_inside = new("of in within with under");

    public void Add(Clause clause)
    {
        Inside(clause);
        Owned(clause);
        foreach (Draft body in clause.Scan.Within(clause.Sentence))
        {
            if (clause.Sentence.Contains(body.Tokens) && body.Type is EntityType.Organization or EntityType.Post)
            {
                Part(clause, body);
                Unit(clause, body);
                Adjacent(clause, body);
                Located(clause, body);
                Sited(clause, body);
                Beneath(clause, body);
                Housed(clause, body);
                Told(clause, body);
                Governs(clause, body);
            }
        }

        Member(clause);
        Lined(clause);
        Cooperation(clause);
    }

    /// <summary>"the Harbor Division of the Ministry", "the Committee (CHR), under the Ministry", "the Center at the University".</summary>
    private void Part(Clause clause, Draft body)
    {
        Scan scan = clause.Scan;
        int at = AfterAcronym(scan, body);
        bool comma = scan.IsMark(at, ',');
        int link = comma ? at + 1 : at;
        int said = link;
        if (comma && scan.In(s_seated, link))
        {
            // "the Harbor School, located in Lima, is part of the Ministry"
            said = Enumerable.Range(link, Math.Max(0, Math.Min(8, clause.Sentence.End - link)))
                .FirstOrDefault(token => scan.IsMark(token, ','), link - 1) + 1;
        }

        while (scan.Is(said, "which", "is", "was", "a", "are"))
        {
            said++;
        }

        if (Possessive(scan, body.Tokens.End) is { } after
            && (scan.IsMark(after, '(') && scan.StartingAt(after + 1) is { Type: EntityType.Organization } letters
            && scan.IsMark(letters.Tokens.End, ')') ? letters.Tokens.End + 1 : after) is var first && Unnamed(scan, first) is var own
            && scan.StartingAt(own) is { Type: EntityType.Organization } owned && body.Type is EntityType.Organization or EntityType.Post
            && (owned.Parent is null || owned.Parent == body.Parent))
        {
            Claim(clause, "PART_OF", owned.Entity, body.Entity, 0.8, "a body's body");
        }

        if (at > body.Tokens.End && body.Type == EntityType.Organization
            && scan.StartingAt(at) is { Type: EntityType.Organization, Parent: null, Tokens.Count: > 1 } inner && body.Parent is null)
        {
            Claim(clause, "PART_OF", inner.Entity, body.Entity, 0.8, "a body right behind the other and its acronym");
        }

        if ((comma || scan.IsMark(at, '(')) && Owner(scan, at + 1) is { } holder && holder.Entity != body.Entity
            && body.Type == EntityType.Organization)
        {
            Claim(clause, "PART_OF", body.Entity, holder.Entity, 0.8, "described as a unit of the other");
            return;
        }

        if (scan.IsMark(body.Tokens.End, '(') && body.Type == EntityType.Organization
            && scan.StartingAt(body.Tokens.End + 1) is { Type: EntityType.Organization } division
            && scan.IsMark(division.Tokens.End, ')') && division.Entity != body.Entity && scan.In(s_divisions, division.Tokens.End - 1)
            && division.Tokens.Count > 1)
        {
            Claim(clause, "PART_OF", division.Entity, body.Entity, 0.85, "a division in brackets behind its body");
        }

        said = scan.Is(said, "an", "integral", "itself") ? said + 1 : said;
        if (scan.Is(said, "part") && scan.Is(said + 1, "of") || scan.In(s_subordinate, said) && scan.Is(said + 1, "to"))
        {
            if (clause.Objects(said + 2).FirstOrDefault() is { Type: EntityType.Organization or EntityType.Post } above
                && body.Type == EntityType.Organization)
            {
                (Polarity polarity, Modality modality) = Modals.Of(clause, Math.Max(clause.Sentence.Start, body.Tokens.Start - 2), said);
                Claim(clause, "PART_OF", body.Entity, above.Entity, 0.9, $"\"{scan.Text(said)} {scan.Text(said + 1)}\"", polarity, modality);
            }

            return;
        }

        int answers = scan.Is(link, "which", "that", "now", "also", "formally", "still", "directly") ? link + 1 : link;
        answers = scan.Is(answers, "now", "also", "formally", "still", "directly") ? answers + 1 : answers;
        bool beneath = said > link && scan.Is(said, "under") || scan.In(s_answers, answers) && scan.Is(answers + 1, "to", "under", "directly");
        if (beneath && body.Type == EntityType.Organization)
        {
            int upper = scan.Is(said, "under") ? said + 1 : scan.Is(answers + 1, "directly") ? answers + 3 : answers + 2;
            if (Higher(scan, upper) is { } higher)
            {
                Claim(clause, "PART_OF", body.Entity, higher.Entity, 0.8, $"\"{scan.Text(upper - 1)}\" the other");
            }

            return;
        }

        if (comma && body.Type == EntityType.Organization && AlsoPart(clause, link) is { } also && also.Entity != body.Entity)
        {
            Claim(clause, "PART_OF", body.Entity, also.Entity, 0.85, "\"and part of\"");
            return;
        }

        bool unit = body.Tokens.Any(token => scan.In(BodyRule.Heads, token)) || body.Key is not null
            && !body.Key.StartsWith("gov:", StringComparison.Ordinal);
        bool of = unit && (scan.Is(link, "of", "at", "within") || comma && scan.Is(link, "under") || scan.Is(link, "in")
            && !scan.In(s_governments, body.Tokens.Start) && !scan.In(s_governments, body.Tokens.End - 1));
        if (of && (!comma || scan.Is(link, "under", "within", "part")))
        {
            int next = scan.Is(link + 1, "the") ? link + 2 : link + 1;
            next = scan.At(next) is null && PositionRule.IsNation(scan, next) ? next + 1 : next;
            if (scan.StartingAt(next) is { } whole && whole.Type is EntityType.Organization or EntityType.Post
                && body.Type == EntityType.Organization
                && !(whole.Type == EntityType.Post && scan.Has(whole.Tokens.End, TokenShape.Clitic)))
            {
                Claim(clause, "PART_OF", body.Entity, whole.Entity, 0.85, $"\"{scan.Text(link)}\" between two bodies");
            }
        }
        else if (comma && scan.StartingAt(link) is { Type: EntityType.Organization } office && scan.In(s_lowUnits, office.Tokens.Start)
            && !scan.Has(office.Tokens.Start, TokenShape.Capital))
        {
            Claim(clause, "PART_OF", office.Entity, body.Entity, 0.8, "an office in apposition after its body");
        }
    }

    private static readonly WordList s_divisions = new("dept department division section desk bureau directorate branch");
    private static readonly WordList s_subordinate = new("subordinate answerable accountable responsible subordinated attached");
    private static readonly WordList s_controls = new("control authority auspices umbrella jurisdiction supervision aegis direction oversight command purview");

    /// <summary>"the Norwegian Ministry", "the control of the Ministry": the body above.</summary>
    private static Draft? Higher(Scan scan, int upper)
    {
        int at = scan.Is(upper, "the") ? upper + 1 : upper;
        at = scan.In(s_controls, at) && scan.Is(at + 1, "of") ? scan.Is(at + 2, "the") ? at + 3 : at + 2 : at;
        at = scan.At(at) is null && PositionRule.IsNation(scan, at) ? at + 1 : at;
        return scan.StartingAt(at) is { Type: EntityType.Organization } higher && !scan.Has(higher.Tokens.End, TokenShape.Clitic) ? higher : null;
    }

    /// <summary>"the Embassy's consular Harbor Unit": at most two words in small letters before a unit's name.</summary>
    private static int Unnamed(Scan scan, int after)
    {
        int name = after;
        while (name - after < 2 && scan.StartingAt(name) is null && scan.Has(name, TokenShape.Word) && !scan.Has(name, TokenShape.Capital)
            && !scan.In(s_goesOn, name))
        {
            name++;
        }

        return name > after && !(scan.StartingAt(name) is { } unit && unit.Tokens.Any(token => scan.In(s_oneOf, token) || scan.In(PartUnits, token)))
            ? after : name;
    }

    /// <summary>", the foreign information service and part of the Ministry": the body behind, where no other stands between.</summary>
    private static Draft? AlsoPart(Clause clause, int from)
    {
        Scan scan = clause.Scan;
        for (int at = from; at < Math.Min(clause.Sentence.End, from + 12) && scan.StartingAt(at) is not { Type: EntityType.Organization }; at++)
        {
            if (scan.Is(at, "and") && scan.Is(at + 1, "part") && scan.Is(at + 2, "of"))
            {
                return clause.Objects(at + 3).FirstOrDefault() is { Type: EntityType.Organization } whole ? whole : null;
            }
        }

        return null;
    }

    /// <summary>The token after "'s" (also written ",s"); null where none stands there.</summary>
    private static int? Possessive(Scan scan, int at) =>
        scan.Has(at, TokenShape.Clitic) ? at + 1
            : (scan.IsMark(at, '\'') || scan.IsMark(at, '’')) && !scan.Has(at, TokenShape.SpaceBefore)
                && scan.Text(at - 1).EndsWith("s", StringComparison.OrdinalIgnoreCase) ? at + 1 : scan.IsMark(at, ',') && scan.Is(at + 1, "s") && !scan.Has(at + 1, TokenShape.SpaceBefore)
            ? at + 2 : null;

    /// <summary>"the Ministry of Finance's investigation unit", "a coordination unit with the Ministry of Interior".</summary>
    private static Draft? Owner(Scan scan, int start)
    {
        int at = scan.Is(start, "the", "a", "an") ? start + 1 : start;
        if (scan.StartingAt(at) is { Type: EntityType.Organization } owner && Possessive(scan, owner.Tokens.End) is { } owned)
        {
            return Enumerable.Range(owned, 7).TakeWhile(token => scan.Has(token, TokenShape.Word)).Any(token => scan.In(s_units, token)) ? owner
                : null;
        }

        for (int i = at; i < at + 7 && at > start && (scan.Has(i, TokenShape.Word) && !scan.Has(i, TokenShape.Capital) || scan.IsMark(i, '-')); i++)
        {
            int next = scan.Is(i + 2, "the") ? i + 3 : i + 2;
            if (scan.In(s_units, i) && scan.In(s_inside, i + 1) && scan.StartingAt(next) is { Type: EntityType.Organization } whole)
            {
                return whole;
            }
        }

        return null;
    }

    /// <summary>"Within the Ministry, the ABC (police), the DEF and the GHI": a list of its parts.</summary>
    private void Inside(Clause clause)
    {
        Scan scan = clause.Scan;
        int start = clause.Sentence.Start;
        if (!scan.Is(start, "within") || clause.Objects(start + 1) is not [{ Type: EntityType.Organization } whole, ..]
            || !scan.IsMark(whole.Tokens.End, ','))
        {
            return;
        }

        int at = whole.Tokens.End + 1;
        while (at < clause.Sentence.End)
        {
            if (scan.StartingAt(at) is { } part)
            {
                if (part.Type == EntityType.Organization)
                {
                    Claim(clause, "PART_OF", part.Entity, whole.Entity, 0.8, "\"within\" the other");
                }

                at = part.Tokens.End;
            }
            else if (scan.IsMark(at, '('))
            {
                while (at < clause.Sentence.End && !scan.IsMark(at, ')'))
                {
                    at++;
                }

                at++;
            }
            else if (scan.IsMark(at, ',') || scan.Is(at, "and", "the"))
            {
                at++;
            }
            else
            {
                break;
            }
        }
    }

    /// <summary>"the Ministry urged its two small agencies - the ABC and the DEF - to": what "its" agencies are called.</summary>
    private void Owned(Clause clause)
    {
        Scan scan = clause.Scan;
        for (int i = clause.Sentence.Start + 1; i < clause.Sentence.End; i++)
        {
            if (!scan.Is(i, "its"))
            {
                continue;
            }

            int noun = i + 1;
            while (noun - i < 6 && scan.Has(noun, TokenShape.Word) && !scan.Has(noun, TokenShape.Capital) && !scan.In(s_partsOf, noun))
            {
                noun++;
            }

            if (clause.Nearest(i, EntityType.Organization) is not { } owner)
            {
                continue;
            }

            if (Apposed(scan, i + 1) is { } one && one.Entity != owner.Entity)
            {
                Claim(clause, "PART_OF", one.Entity, owner.Entity, 0.75, "named as \"its\" unit");
            }

            if (!scan.In(s_partsOf, noun))
            {
                continue;
            }

            int at = noun + 1;
            bool named = scan.IsMark(at, '-') || scan.IsMark(at, '(') || scan.IsMark(at, ':') || scan.IsMark(at, '—') || scan.IsMark(at, '–')
                || scan.Is(at, "--");
            List<Draft> parts = named
                ? [.. clause.Objects(scan.IsMark(at + 1, '-') ? at + 2 : at + 1).TakeWhile(part => part.Type == EntityType.Organization)] : [];
            foreach (Draft part in parts.Where(part => part.Entity != owner.Entity))
            {
                Claim(clause, "PART_OF", part.Entity, owner.Entity, 0.8, "named as agencies of the other");
            }
        }
    }

    private static readonly WordList s_governments = new("government govt delegation mission ministry forces army");

    private static readonly WordList s_lowUnits = new("office bureau department directorate division section unit");

    private static int AfterAcronym(Scan scan, Draft body)
    {
        int at = body.Tokens.End;
        return scan.IsMark(at, '(') && scan.StartingAt(at + 1) is { Type: EntityType.Organization } acronym && scan.IsMark(acronym.Tokens.End, ')')
            ? acronym.Tokens.End + 1 : at;
    }

    /// <summary>"BSEC Secretariat" is part of the BSEC that the cable names elsewhere.</summary>
    private void Unit(Clause clause, Draft body)
    {
        int last = body.Tokens.End - 1;
        if (body.Tokens.Count > 3 && (clause.Scan.Is(last - 1, "of") || clause.Scan.Is(last - 2, "of") && clause.Scan.Is(last - 1, "the"))
            && clause.Scan.Has(last, TokenShape.AllCapitals))
        {
            string owner = clause.Scan.Text(last).ToString();
            int above = table.Entities.FindIndex(entity => entity.Type == EntityType.Organization
                && entity.Mentions.Exists(mention => mention.Surface == owner));
            if (above >= 0)
            {
                Claim(clause, "PART_OF", body.Entity, above, 0.85, "its name ends in the other's");
            }

            return;
        }

        if (clause.Scan.Is(last, "section") && !clause.Scan.Has(last, TokenShape.Capital) && context.Own is { } own
            && table.PostOf(own) is { } post)
        {
            Claim(clause, "PART_OF", body.Entity, post, 0.8, "a section of the sending mission");
            return;
        }

        // "the Nordic Council Division of the Ministry" is about the one and part of the other.
        if (body.Tokens.Count < 2 || !clause.Scan.In(PartUnits, last) || clause.Scan.Is(last, "division") && clause.Scan.Is(last + 1, "of"))
        {
            return;
        }

        for (int end = last; end > body.Tokens.Start; end--)
        {
            // "United Nations Harbor Committee", "the UN's Harbor Committee"
            if (end - body.Tokens.Start == 1 && !clause.Scan.Has(body.Tokens.Start, TokenShape.AllCapitals | TokenShape.Dotted)
                && !(clause.Scan.In(s_chambers, body.Tokens.Start) && body.Tokens.Count > 2) && !clause.Scan.Has(end, TokenShape.Clitic))
            {
                break;
            }

            string whole = clause.Scan.Segment.Surface(new TokenRange(body.Tokens.Start, end));
            int known = table.Entities.FindIndex(entity => entity.Type == EntityType.Organization
                && entity.Mentions.Exists(mention => mention.Surface.Equals(whole, StringComparison.OrdinalIgnoreCase)));
            if (known >= 0 && known != body.Entity)
            {
                Claim(clause, "PART_OF", body.Entity, known, 0.9, body.Tokens.Count == 2 ? "the body's acronym begins the name"
                    : "the body's name begins the name");
                return;
            }
        }
    }

    private void Claim(Clause clause, string type, int source, int target, double confidence, string rule, Polarity polarity = Polarity.Asserted,
        Modality modality = Modality.Actual) =>
        claims.Add(new ClaimDraft(type, source, target, clause.Evidence, clause.Scan.Segment.Paragraph, confidence, rule)
        {
            Polarity = polarity,
            Modality = modality,
            On = type is "COOPERATES_WITH" ? Dates.Find(clause.Scan.Segment, clause.Sentence, context.Document.Date) : null,
        });
}
