using Chancery.Extraction.Coreference;
using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Mentions;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Relations;

/// <summary>How bodies stand to each other and to places: part of, governs, located in, member of, cooperates with.</summary>
internal sealed partial class StructureClaims(CableContext context, EntityTable table, ClaimList claims)
{
    internal static readonly WordList PartUnits = new("SECRETARIAT COUNCIL COMMISSION COMMITTEE ASSEMBLY BOARD BUREAU SUBCOMMITTEE DIRECTORATE DIVISION OFFICE SECTION DELEGATION");
    private static readonly WordList s_governing = new("governing supervisory oversight executive ruling");
    private static readonly WordList s_governs = new("governs oversees supervises controls");
    private static readonly WordList s_seated = new("located based headquartered situated seated");
    private static readonly WordList s_units = new("part branch arm division subsidiary unit office agency bureau department section affiliate wing directorate service body organ component committee");
    private static readonly WordList s_answers = new("reports answers falls operates comes");
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
                Located(clause, body);
                Governs(clause, body);
            }
        }

        Member(clause);
        Cooperation(clause);
    }

    /// <summary>"the Harbor Division of the Ministry", "the Committee (CHR), under the Ministry of Justice", "the Center at the University".</summary>
    private void Part(Clause clause, Draft body)
    {
        Scan scan = clause.Scan;
        int at = AfterAcronym(scan, body);
        bool comma = scan.IsMark(at, ',');
        int link = comma ? at + 1 : at;
        int said = link;
        while (scan.Is(said, "which") || scan.Is(said, "is") || scan.Is(said, "was") || scan.Is(said, "a") || scan.Is(said, "are"))
        {
            said++;
        }

        if (Possessive(scan, body.Tokens.End) is { } after && (scan.IsMark(after, '(') && scan.StartingAt(after + 1) is { Type: EntityType.Organization } letters && scan.IsMark(letters.Tokens.End, ')') ? letters.Tokens.End + 1 : after) is var own && scan.StartingAt(own) is { Type: EntityType.Organization } owned && body.Type is EntityType.Organization or EntityType.Post && owned.Parent is null)
        {
            Claim(clause, "PART_OF", owned.Entity, body.Entity, 0.8, "a body's body");
        }

        if (at > body.Tokens.End && body.Type == EntityType.Organization && scan.StartingAt(at) is { Type: EntityType.Organization, Parent: null, Tokens.Count: > 1 } inner && body.Parent is null)
        {
            Claim(clause, "PART_OF", inner.Entity, body.Entity, 0.8, "a body right behind the other and its acronym");
        }

        if ((comma || scan.IsMark(at, '(')) && Owner(scan, at + 1) is { } holder && holder.Entity != body.Entity && body.Type == EntityType.Organization)
        {
            Claim(clause, "PART_OF", body.Entity, holder.Entity, 0.8, "described as a unit of the other");
            return;
        }

        if (scan.Is(said, "part") && scan.Is(said + 1, "of") || scan.Is(said, "subordinate") && scan.Is(said + 1, "to"))
        {
            if (clause.Objects(said + 2).FirstOrDefault() is { Type: EntityType.Organization or EntityType.Post } above && body.Type == EntityType.Organization)
            {
                Claim(clause, "PART_OF", body.Entity, above.Entity, 0.9, $"\"{scan.Text(said)} {scan.Text(said + 1)}\"");
            }

            return;
        }

        bool beneath = said > link && scan.Is(said, "under") || scan.In(s_answers, link) && (scan.Is(link + 1, "to") || scan.Is(link + 1, "under"));
        if (beneath && body.Type == EntityType.Organization)
        {
            int upper = scan.Is(said, "under") ? said + 1 : link + 2;
            if (scan.StartingAt(scan.Is(upper, "the") ? upper + 1 : upper) is { Type: EntityType.Organization } higher && !scan.Has(higher.Tokens.End, TokenShape.Clitic))
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

        bool unit = Enumerable.Range(body.Tokens.Start, body.Tokens.Count).Any(token => scan.In(BodyRule.Heads, token)) || body.Key is not null && !body.Key.StartsWith("gov:", StringComparison.Ordinal);
        bool of = unit && (scan.Is(link, "of") || scan.Is(link, "at") || scan.Is(link, "within") || scan.Is(link, "under") || scan.Is(link, "in") && !scan.In(s_governments, body.Tokens.Start) && !scan.In(s_governments, body.Tokens.End - 1));
        if (of && (!comma || scan.Is(link, "under") || scan.Is(link, "within") || scan.Is(link, "part")))
        {
            int next = scan.Is(link + 1, "the") ? link + 2 : link + 1;
            if (scan.StartingAt(next) is { } whole && whole.Type is EntityType.Organization or EntityType.Post && body.Type == EntityType.Organization)
            {
                Claim(clause, "PART_OF", body.Entity, whole.Entity, 0.85, $"\"{scan.Text(link)}\" between two bodies");
            }
        }
        else if (comma && scan.StartingAt(link) is { Type: EntityType.Organization } office && scan.In(s_lowUnits, office.Tokens.Start) && !scan.Has(office.Tokens.Start, TokenShape.Capital))
        {
            Claim(clause, "PART_OF", office.Entity, body.Entity, 0.8, "an office in apposition after its body");
        }
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
        scan.Has(at, TokenShape.Clitic) ? at + 1 : scan.IsMark(at, ',') && scan.Is(at + 1, "s") && !scan.Has(at + 1, TokenShape.SpaceBefore) ? at + 2 : null;

    /// <summary>"the Ministry of Finance's investigation unit", "a coordination unit with the Ministry of Interior".</summary>
    private static Draft? Owner(Scan scan, int start)
    {
        int at = scan.Is(start, "the") || scan.Is(start, "a") || scan.Is(start, "an") ? start + 1 : start;
        if (scan.StartingAt(at) is { Type: EntityType.Organization } owner && Possessive(scan, owner.Tokens.End) is { } owned)
        {
            return Enumerable.Range(owned, 7).TakeWhile(token => scan.Has(token, TokenShape.Word)).Any(token => scan.In(s_units, token)) ? owner : null;
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
        if (!scan.Is(start, "within") || clause.Objects(start + 1) is not [{ Type: EntityType.Organization } whole, ..] || !scan.IsMark(whole.Tokens.End, ','))
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
            else if (scan.IsMark(at, ',') || scan.Is(at, "and") || scan.Is(at, "the"))
            {
                at++;
            }
            else
            {
                break;
            }
        }
    }

    private static readonly WordList s_agencies = new("agencies services branches units departments bureaus divisions arms directorates sections offices bodies subsidiaries wings");

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
            while (noun - i < 6 && scan.Has(noun, TokenShape.Word) && !scan.Has(noun, TokenShape.Capital) && !scan.In(s_agencies, noun))
            {
                noun++;
            }

            if (!scan.In(s_agencies, noun) || clause.Nearest(i, EntityType.Organization) is not { } owner)
            {
                continue;
            }

            int at = noun + 1;
            bool named = scan.IsMark(at, '-') || scan.IsMark(at, '(') || scan.IsMark(at, ':') || scan.IsMark(at, '—') || scan.IsMark(at, '–') || scan.Is(at, "--");
            List<Draft> parts = named ? [.. clause.Objects(scan.IsMark(at + 1, '-') ? at + 2 : at + 1).TakeWhile(part => part.Type == EntityType.Organization)] : [];
            foreach (Draft part in parts.Where(part => part.Entity != owner.Entity))
            {
                Claim(clause, "PART_OF", part.Entity, owner.Entity, 0.8, "named as agencies of the other");
            }
        }
    }

    private static readonly WordList s_everywhere = new("initiative campaign coalition alliance movement front forces force police army navy government govt congress session");
    private static readonly WordList s_governments = new("government govt delegation mission ministry forces army");

    private static readonly WordList s_lowUnits = new("office bureau department directorate division section unit");

    private static int AfterAcronym(Scan scan, Draft body)
    {
        int at = body.Tokens.End;
        return scan.IsMark(at, '(') && scan.StartingAt(at + 1) is { Type: EntityType.Organization } acronym && scan.IsMark(acronym.Tokens.End, ')') ? acronym.Tokens.End + 1 : at;
    }

    /// <summary>"BSEC Secretariat" is part of the BSEC that the cable names elsewhere.</summary>
    private void Unit(Clause clause, Draft body)
    {
        int last = body.Tokens.End - 1;
        if (body.Tokens.Count > 3 && (clause.Scan.Is(last - 1, "of") || clause.Scan.Is(last - 2, "of") && clause.Scan.Is(last - 1, "the")) && clause.Scan.Has(last, TokenShape.AllCapitals))
        {
            string owner = clause.Scan.Text(last).ToString();
            int above = table.Entities.FindIndex(entity => entity.Type == EntityType.Organization && entity.Mentions.Exists(mention => mention.Surface == owner));
            if (above >= 0)
            {
                Claim(clause, "PART_OF", body.Entity, above, 0.85, "its name ends in the other's");
            }

            return;
        }

        if (clause.Scan.Is(last, "section") && !clause.Scan.Has(last, TokenShape.Capital) && context.Own is { } own && table.PostOf(own) is { } post)
        {
            Claim(clause, "PART_OF", body.Entity, post, 0.8, "a section of the sending mission");
            return;
        }

        if (body.Tokens.Count < 2 || !clause.Scan.In(PartUnits, last))
        {
            return;
        }

        for (int end = last; end > body.Tokens.Start; end--)
        {
            // "United Nations Harbor Committee", "the UN's Harbor Committee"
            if (end - body.Tokens.Start == 1 && !clause.Scan.Has(body.Tokens.Start, TokenShape.AllCapitals) && !clause.Scan.Has(end, TokenShape.Clitic))
            {
                break;
            }

            string whole = clause.Scan.Segment.Surface(new TokenRange(body.Tokens.Start, end));
            int known = table.Entities.FindIndex(entity => entity.Type == EntityType.Organization && entity.Mentions.Exists(mention => mention.Surface.Equals(whole, StringComparison.OrdinalIgnoreCase)));
            if (known >= 0 && known != body.Entity)
            {
                Claim(clause, "PART_OF", body.Entity, known, 0.9, body.Tokens.Count == 2 ? "the body's acronym begins the name" : "the body's name begins the name");
                return;
            }
        }
    }

    private void Located(Clause clause, Draft body)
    {
        Scan scan = clause.Scan;
        int at = AfterAcronym(scan, body);
        at = scan.Has(at, TokenShape.Clitic) && (scan.Is(at + 1, "headquarters") || scan.Is(at + 1, "office") || scan.Is(at + 1, "offices") || scan.Is(at + 1, "seat")) ? at + 2 : at;
        if (scan.Is(at, "headquarters") || scan.Is(at, "office") || scan.Is(at, "offices"))
        {
            at++;
        }

        int seat = scan.IsMark(at, ',') ? at + 1 : at;
        while (scan.Is(seat, "which") || scan.Is(seat, "is") && !scan.IsMark(seat - 1, ',') || scan.Is(seat, "are") || scan.Is(seat, "was"))
        {
            seat++;
        }

        if (scan.IsMark(at, ',') && (scan.Is(seat, "a") || scan.Is(seat, "an") || scan.Is(seat, "the")))
        {
            // ", a small research institute based in"
            int described = seat + 1;
            while (described - seat < 7 && scan.Has(described, TokenShape.Word) && !scan.Has(described, TokenShape.Capital) && !scan.In(s_seated, described))
            {
                described++;
            }

            seat = scan.In(s_seated, described) ? described : seat;
        }

        if (!scan.In(s_seated, seat) && clause.Sentence.End > seat && Enumerable.Range(seat, Math.Min(12, clause.Sentence.End - seat)).FirstOrDefault(token => scan.In(s_seated, token) && scan.Is(token - 1, "is"), -1) is > 0 and var later
            && clause.Actors.Find(actor => actor.Type is EntityType.Organization) == body)
        {
            seat = later;
        }

        bool seated = scan.In(s_seated, seat);
        int link = seated ? seat + 1 : at;
        // "the UN in Iraq" is at work there, it has its seat elsewhere.
        bool worldwide = !seated && body.Tokens.Count == 1 && at == body.Tokens.End && body.Entry is not null && scan.Has(body.Tokens.Start, TokenShape.AllCapitals | TokenShape.Dotted);
        bool institution = seated || body.Type == EntityType.Post || body.Entry is not null || body.Key is not null || Enumerable.Range(body.Tokens.Start, body.Tokens.Count).Any(token => scan.In(BodyRule.Heads, token) && !scan.In(s_everywhere, token));
        if (scan.Is(link, "in") && !worldwide && institution && !(scan.Is(link + 1, "the") && body.Type == EntityType.Organization && !seated))
        {
            int next = scan.Is(link + 1, "the") ? link + 2 : link + 1;
            next = scan.In(s_sides, next) && !scan.Has(next, TokenShape.Capital) ? next + 1 : next;
            if (scan.StartingAt(next) is { Type: EntityType.Place } place && !EventVerbAfter(scan, place))
            {
                Claim(clause, "LOCATED_IN", body.Entity, place.Entity, seated ? 0.92 : 0.8, "a body \"in\" a place", modality: Founding(clause, body));
            }
        }

        if (scan.Capitals && body.Type == EntityType.Organization && scan.EndingAt(body.Tokens.Start) is { Type: EntityType.Place } before && body.Tokens.Count > 2)
        {
            Claim(clause, "LOCATED_IN", body.Entity, before.Entity, 0.6, "a place's name right before a body's");
        }

        if (institution && body.Type == EntityType.Organization && Seat(scan, at) is { } seatOf)
        {
            Claim(clause, "LOCATED_IN", body.Entity, seatOf.Entity, 0.85, "where a body has its seat");
        }

        if (Based(scan, body) is { } home)
        {
            Claim(clause, "LOCATED_IN", body.Entity, home, 0.9, "\"-based\" before a body");
        }

        if (body.Properties.GetValueOrDefault("kind") == PressRule.Kind && scan.Is(at, "of") && scan.StartingAt(at + 1) is { Type: EntityType.Place } city)
        {
            Claim(clause, "LOCATED_IN", body.Entity, city.Entity, 0.9, "a paper \"of\" a place");
        }

        if (body.Type == EntityType.Organization && scan.IsMark(at, ',') && scan.StartingAt(at + 1) is { Type: EntityType.Place } town && Enumerable.Range(body.Tokens.Start, body.Tokens.Count).Any(token => scan.In(s_campuses, token))
            && !scan.Is(town.Tokens.End, "and"))
        {
            Claim(clause, "LOCATED_IN", body.Entity, town.Entity, 0.75, "a place in apposition to an institution");
        }

        if (body.Type == EntityType.Post && body.Tokens.Count > 2)
        {
            EmbassyTo(clause, body);
        }
    }

    private static readonly WordList s_founds = new("establish open build create found launch construct establishing opening building creating launching");

    /// <summary>"would establish the Harbor University in Lima": it does not stand there yet.</summary>
    private static Modality Founding(Clause clause, Draft body)
    {
        for (int at = body.Tokens.Start - 1; at >= clause.Sentence.Start && body.Tokens.Start - at <= 5; at--)
        {
            if (clause.Scan.In(s_founds, at))
            {
                return Modals.Of(clause, clause.Sentence.Start, at).Modality;
            }
        }

        return Modality.Actual;
    }

    private static readonly WordList s_sides = new("northern southern eastern western central downtown nearby northeastern northwestern southeastern southwestern");

    /// <summary>Behind a body: "has its headquarters in Lima", "is a Lima-based charity", "(Lima)".</summary>
    private static Draft? Seat(Scan scan, int at)
    {
        if (scan.IsMark(at, '(') && scan.StartingAt(at + 1) is { Type: EntityType.Place } bracketed && scan.IsMark(bracketed.Tokens.End, ')'))
        {
            return bracketed;
        }

        if ((scan.Is(at, "has") || scan.Is(at, "had") || scan.Is(at, "maintains")) && (scan.Is(at + 1, "its") || scan.Is(at + 1, "their")) && (scan.Is(at + 2, "headquarters") || scan.Is(at + 2, "seat") || scan.Is(at + 2, "base")) && scan.Is(at + 3, "in"))
        {
            return scan.StartingAt(at + 4) is { Type: EntityType.Place } place ? place : null;
        }

        return (scan.Is(at, "is") || scan.IsMark(at, ',')) && (scan.Is(at + 1, "a") || scan.Is(at + 1, "an")) && scan.StartingAt(at + 2) is { Type: EntityType.Place } home && scan.IsMark(home.Tokens.End, '-') && scan.Is(home.Tokens.End + 1, "based") ? home : null;
    }

    /// <summary>"the Lima-based Harbor Foundation", "the French based charity Harbor Foundation": the entity of the place.</summary>
    private int? Based(Scan scan, Draft body)
    {
        int based = body.Tokens.Start - 1;
        while (based > 0 && body.Tokens.Start - based <= 3 && scan.Has(based, TokenShape.Word) && (!scan.Has(based, TokenShape.Capital) || scan.Is(based, "ngo")) && !scan.Is(based, "based") && !scan.Is(based, "headquartered"))
        {
            based--;
        }

        int end = scan.IsMark(based - 1, '-') ? based - 1 : based;
        if (!(scan.Is(based, "based") || scan.Is(based, "headquartered")) || end < 1)
        {
            return null;
        }

        return scan.EndingAt(end) is { Type: EntityType.Place } place ? place.Entity
            : scan.Facts.Matches[end - 1] is { Length: 1 } nation && nation.Kinds.HasFlag(EntryKind.Demonym) && context.Gazetteer.Country(nation.Entry.Name) is { } country ? table.PlaceOf(country) : null;
    }

    private static readonly WordList s_campuses = new("university college hospital institute museum academy school library laboratory");

    private static bool EventVerbAfter(Scan scan, Draft place) => scan.Has(place.Tokens.End, TokenShape.Number) || scan.In(Dates.Months, place.Tokens.End);

    private static readonly WordList s_founding = new("establishment establishing establish opening open reopen reopening proposal proposed");

    /// <summary>"United States Embassy to Colombia" stands in Colombia, "the Mission at Lima" in Lima.</summary>
    private void EmbassyTo(Clause clause, Draft post)
    {
        if (post.Bodies is [{ Type: EntityType.Place } city, ..])
        {
            bool proposed = Enumerable.Range(Math.Max(clause.Sentence.Start, post.Tokens.Start - 6), Math.Min(6, post.Tokens.Start - clause.Sentence.Start)).Any(token => clause.Scan.In(s_founding, token));
            Claim(clause, "LOCATED_IN", post.Entity, city.Entity, 0.9, "the city in the mission's name", modality: proposed ? Modality.Proposed : Modality.Actual);
            return;
        }

        Scan scan = clause.Scan;
        for (int i = post.Tokens.Start + 1; i < post.Tokens.End - 1; i++)
        {
            int next = scan.Is(i + 1, "the") ? i + 2 : i + 1;
            if ((scan.Is(i, "to") || scan.Is(i, "in")) && next < post.Tokens.End && scan.Facts.Matches[next] is { } match && match.Kinds.HasFlag(EntryKind.Country))
            {
                Claim(clause, "LOCATED_IN", post.Entity, table.PlaceOf(match.Entry), 0.85, "the country in the mission's name");
            }
        }
    }

    /// <summary>"JCC is the governing Board of SECI Center": it governs it and is part of it.</summary>
    private void Governs(Clause clause, Draft body)
    {
        Scan scan = clause.Scan;
        int at = AfterAcronym(scan, body);
        if (scan.In(s_governs, at) && clause.Objects(at + 1).FirstOrDefault() is { Type: EntityType.Organization } governed)
        {
            Claim(clause, "GOVERNS", body.Entity, governed.Entity, 0.85, $"\"{scan.Text(at)}\"");
            return;
        }

        if (!(scan.Is(at, "is") || scan.IsMark(at, ',')))
        {
            return;
        }

        int next = at + 1;
        while (scan.Is(next, "the") || scan.Is(next, "a"))
        {
            next++;
        }

        if (scan.In(s_governing, next) && (scan.Is(next + 1, "board") || scan.Is(next + 1, "body") || scan.Is(next + 1, "council") || scan.Is(next + 1, "organ")) && scan.Is(next + 2, "of"))
        {
            int target = scan.Is(next + 3, "the") ? next + 4 : next + 3;
            if (scan.StartingAt(target) is { Type: EntityType.Organization } whole)
            {
                Claim(clause, "GOVERNS", body.Entity, whole.Entity, 0.93, "\"governing board of\"");
                Claim(clause, "PART_OF", body.Entity, whole.Entity, 0.85, "\"governing board of\"");
            }
        }
    }

    private void Claim(Clause clause, string type, int source, int target, double confidence, string rule, Polarity polarity = Polarity.Asserted, Modality modality = Modality.Actual) =>
        claims.Add(new ClaimDraft(type, source, target, clause.Evidence, clause.Scan.Segment.Paragraph, confidence, rule)
        {
            Polarity = polarity,
            Modality = modality,
            On = type is "COOPERATES_WITH" ? Dates.Find(clause.Scan.Segment, clause.Sentence, context.Document.Date) : null,
        });
}
