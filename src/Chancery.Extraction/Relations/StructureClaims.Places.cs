using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Mentions;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Relations;

internal sealed partial class StructureClaims
{
    private static readonly WordList s_seated = new("located based headquartered situated seated");
    private static readonly WordList s_everywhere = new(
        """
        initiative campaign coalition alliance movement front forces force police army navy government govt congress session
        """);

    private void Located(Clause clause, Draft body)
    {
        Scan scan = clause.Scan;
        int at = AfterAcronym(scan, body);
        at = scan.Has(at, TokenShape.Clitic) && scan.Is(at + 1, "headquarters", "office", "offices", "seat") ? at + 2 : at;
        if (scan.Is(at, "headquarters", "office"))
        {
            at++;
        }

        int seat = scan.IsMark(at, ',') ? at + 1 : at;
        while (scan.Is(seat, "which") || scan.Is(seat, "is") && !scan.IsMark(seat - 1, ',') || scan.Is(seat, "are", "was"))
        {
            seat++;
        }

        if (scan.IsMark(at, ',') && scan.Is(seat, "a", "an", "the"))
        {
            // ", a small research institute based in"
            int described = seat + 1;
            while (described - seat < 7 && scan.Has(described, TokenShape.Word) && !scan.Has(described, TokenShape.Capital)
                && !scan.In(s_seated, described))
            {
                described++;
            }

            seat = scan.In(s_seated, described) ? described : seat;
        }

        if (!scan.In(s_seated, seat) && clause.Sentence.End > seat
            && Enumerable.Range(seat, Math.Min(12, clause.Sentence.End - seat)).FirstOrDefault(token => scan.In(s_seated, token)
            && scan.Is(token - 1, "is"), -1) is > 0 and var later
            && clause.Actors.Find(actor => actor.Type is EntityType.Organization) == body)
        {
            seat = later;
        }

        bool seated = scan.In(s_seated, seat);
        int link = seated ? seat + 1 : at;
        // "the UN in Iraq" is at work there, it has its seat elsewhere.
        bool worldwide = !seated && body.Tokens.Count == 1 && at == body.Tokens.End && body.Entry is not null
            && scan.Has(body.Tokens.Start, TokenShape.AllCapitals | TokenShape.Dotted);
        bool institution = seated || link - body.Tokens.End == 1 && scan.Is(link - 1, "headquarters", "office") || body.Type == EntityType.Post || body.Entry is not null || body.Key is not null
            || body.Tokens.Any(token => scan.In(BodyRule.Heads, token) && !scan.In(s_everywhere, token));
        if (IsAt(scan, body, link) && !worldwide && institution && (seated || !IsState(body))
            && !(scan.Is(link + 1, "the") && body.Type == EntityType.Organization && !seated))
        {
            int next = scan.Is(link + 1, "the") ? link + 2 : link + 1;
            next = scan.In(s_sides, next) && !scan.Has(next, TokenShape.Capital) ? next + 1 : next;
            if (scan.StartingAt(next) is { Type: EntityType.Place } place && !EventVerbAfter(scan, place))
            {
                Claim(clause, "LOCATED_IN", body.Entity, place.Entity, seated ? 0.92
                    : 0.8, "a body \"in\" a place", modality: Founding(clause, body));
            }
        }

        if (scan.Capitals && body.Type == EntityType.Organization && scan.EndingAt(body.Tokens.Start) is { Type: EntityType.Place } before
            && body.Tokens.Count > 2)
        {
            Claim(clause, "LOCATED_IN", body.Entity, before.Entity, 0.6, "a place's name right before a body's");
        }

        if (institution && body.Type == EntityType.Organization && Seat(scan, at) is { } seatOf)
        {
            Claim(clause, "LOCATED_IN", body.Entity, seatOf.Entity, 0.85, "where a body has its seat");
        }

        // "the Lima-based ABC representative": he is based there, not the body.
        bool man = scan.In(PositionWords.Weak, body.Tokens.End) || scan.In(PositionWords.Heads, body.Tokens.End) || scan.In(s_staff, body.Tokens.End)
            || (scan.In(PositionWords.Modifiers, body.Tokens.End) && scan.In(PositionWords.Heads, body.Tokens.End + 1));
        if (!man && body.Parent is null && Based(scan, body) is { } home)
        {
            Claim(clause, "LOCATED_IN", body.Entity, home, 0.9, "\"-based\" before a body");
        }

        if (body.Properties.GetValueOrDefault("kind") == PressRule.Kind && scan.Is(at, "of")
            && scan.StartingAt(at + 1) is { Type: EntityType.Place } city)
        {
            Claim(clause, "LOCATED_IN", body.Entity, city.Entity, 0.9, "a paper \"of\" a place");
        }

        int apart = scan.Is(at + 1, "in") ? at + 2 : -1;
        bool stands = body.Type == EntityType.Organization && scan.IsMark(at, ',') && institution && !worldwide;
        if (stands && scan.StartingAt(apart) is { Type: EntityType.Place } set
            && (scan.IsMark(set.Tokens.End, ',') || scan.IsMark(set.Tokens.End, '.')))
        {
            Claim(clause, "LOCATED_IN", body.Entity, set.Entity, 0.75, "a place set off behind a body");
        }

        if (body.Type == EntityType.Organization && scan.Has(body.Tokens.Start - 1, TokenShape.Clitic)
            && scan.EndingAt(body.Tokens.Start - 1) is { Type: EntityType.Place } owner
            && scan.In(s_campuses, body.Tokens.End - 1))
        {
            Claim(clause, "LOCATED_IN", body.Entity, owner.Entity, 0.8, "a place's institution");
        }

        if (body.Type == EntityType.Organization && scan.IsMark(at, ',') && scan.StartingAt(at + 1) is { Type: EntityType.Place } town
            && body.Tokens.Any(token => scan.In(s_campuses, token))
            && !scan.Is(town.Tokens.End, "and"))
        {
            Claim(clause, "LOCATED_IN", body.Entity, town.Entity, 0.75, "a place in apposition to an institution");
        }

        if (body.Type == EntityType.Post && body.Tokens.Count > 2)
        {
            EmbassyTo(clause, body);
        }
    }

    private static readonly WordList s_atCities = new("mission delegation embassy consulate legation headquarters university college institute");

    /// <summary>"in", or "at" behind what stands in a city; a comma before "in" sets the seat off where one follows it too.</summary>
    private static bool IsAt(Scan scan, Draft body, int link) =>
        scan.Is(link, "in") || scan.Is(link, "at") && body.Tokens.Any(token => scan.In(s_atCities, token))
            && scan.StartingAt(link + 1) is { Type: EntityType.Place };

    private static readonly WordList s_wants = new(
        """
        want wants wanted propose proposes proposed proposing seek seeks sought favor favors favored prefer prefers preferred suggest suggests
        suggested place placing put putting see locate locating house housing keep keeping
        """);

    private static readonly WordList s_founds = new(
        """
        establish open build create found launch construct establishing opening building creating launching
        """);

    /// <summary>"would establish the Harbor University in Lima": it does not stand there yet.</summary>
    private static Modality Founding(Clause clause, Draft body)
    {
        int wish = clause.Scan.Is(body.Tokens.Start - 1, "the", "a", "an", "its", "their") ? body.Tokens.Start - 2 : body.Tokens.Start - 1;
        if (clause.Scan.In(s_wants, wish))
        {
            return Modality.Conditional;
        }

        for (int at = body.Tokens.Start - 1; at >= clause.Sentence.Start && body.Tokens.Start - at <= 5; at--)
        {
            if (clause.Scan.In(s_founds, at))
            {
                return Modals.Of(clause, clause.Sentence.Start, at).Modality;
            }
        }

        return Modality.Actual;
    }

    private static readonly WordList s_sides = new(
        """
        northern southern eastern western central downtown nearby northeastern northwestern southeastern southwestern
        """);

    /// <summary>Behind a body: "has its headquarters in Lima", "is a Lima-based charity", "(Lima)".</summary>
    private static Draft? Seat(Scan scan, int at)
    {
        if (scan.IsMark(at, '(') && scan.StartingAt(at + 1) is { Type: EntityType.Place } bracketed && scan.IsMark(bracketed.Tokens.End, ')'))
        {
            return bracketed;
        }

        if (scan.Is(at, "has", "had", "maintains") && scan.Is(at + 1, "its", "their") && scan.Is(at + 2, "headquarters", "seat", "base")
            && scan.Is(at + 3, "in"))
        {
            return scan.StartingAt(at + 4) is { Type: EntityType.Place } place ? place : null;
        }

        int has = scan.IsMark(at, ',') && scan.Is(at + 1, "which") && scan.Is(at + 2, "has") ? at + 3 : scan.Is(at, "has") ? at + 1 : -1;
        if (has > 0 && scan.Is(has, "headquarters") && scan.Is(has + 1, "in"))
        {
            return scan.StartingAt(has + 2) is { Type: EntityType.Place } town ? town : null;
        }

        return (scan.Is(at, "is") || scan.IsMark(at, ',')) && scan.Is(at + 1, "a", "an")
            && scan.StartingAt(at + 2) is { Type: EntityType.Place } home && scan.IsMark(home.Tokens.End, '-')
            && scan.Is(home.Tokens.End + 1, "based") ? home : null;
    }

    /// <summary>"the Lima-based Harbor Foundation", "the French based charity Harbor Foundation": the entity of the place.</summary>
    private int? Based(Scan scan, Draft body)
    {
        int based = body.Tokens.Start - 1;
        while (based > 0 && body.Tokens.Start - based <= 3 && scan.Has(based, TokenShape.Word)
            && (!scan.Has(based, TokenShape.Capital) || scan.Is(based, "ngo")) && !scan.Is(based, "based") && !scan.Is(based, "headquartered"))
        {
            based--;
        }

        int end = scan.IsMark(based - 1, '-') ? based - 1 : based;
        if (!(scan.Is(based, "based", "headquartered")) || end < 1)
        {
            return null;
        }

        return scan.EndingAt(end) is { Type: EntityType.Place } place ? place.Entity
            : scan.Facts.Matches[end - 1] is { Length: 1 } nation && nation.Kinds.HasFlag(EntryKind.Demonym)
                && context.Gazetteer.Country(nation.Entry.Name) is { } country ? table.PlaceOf(country) : null;
    }

    private static readonly WordList s_campuses = new("university college hospital institute museum academy school library laboratory");

    private static bool EventVerbAfter(Scan scan, Draft place) => scan.Has(place.Tokens.End, TokenShape.Number)
        || scan.In(Dates.Months, place.Tokens.End);

    private static readonly WordList s_founding = new("establishment establishing establish opening open reopen reopening proposal proposed");

    /// <summary>"United States Embassy to Colombia" stands in Colombia, "the Mission at Lima" in Lima.</summary>
    private void EmbassyTo(Clause clause, Draft post)
    {
        if (post.Bodies is [{ Type: EntityType.Place } city, ..])
        {
            bool proposed = Enumerable.Range(Math.Max(clause.Sentence.Start, post.Tokens.Start - 6),
                Math.Min(6, post.Tokens.Start - clause.Sentence.Start)).Any(token => clause.Scan.In(s_founding, token));
            Claim(clause, "LOCATED_IN", post.Entity, city.Entity, 0.9, "the city in the mission's name", modality: proposed ? Modality.Proposed
                : Modality.Actual);
            return;
        }

        Scan scan = clause.Scan;
        for (int i = post.Tokens.Start + 1; i < post.Tokens.End - 1; i++)
        {
            int next = scan.Is(i + 1, "the") ? i + 2 : i + 1;
            if (scan.Is(i, "to", "in") && next < post.Tokens.End && scan.Facts.Matches[next] is { } match && match.Kinds.HasFlag(EntryKind.Country))
            {
                Claim(clause, "LOCATED_IN", post.Entity, table.PlaceOf(match.Entry), 0.85, "the country in the mission's name");
            }
        }
    }
}
