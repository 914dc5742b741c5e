using Chancery.Extraction.Text;

namespace Chancery.Extraction.Mentions;

/// <summary>"NAME, a satellite station based in Lima,": what stands in apposition tells what the name is, where the model alone named it.</summary>
internal static class Apposition
{
    private const int ModelPriority = 50;

    private static readonly WordList s_bodies = new("station company bank firm newspaper daily weekly magazine broadcaster channel agency organization organisation ngo foundation think-tank network corporation consortium union militia charity airline bureau movement faction institution enterprise subsidiary conglomerate parastatal utility institute manufacturer producer operator retailer insurer developer refiner publisher tabloid website portal venture party association federation coalition");
    private static readonly WordList s_people = new("expert lawyer journalist activist analyst professor businessman businesswoman politician diplomat officer official leader member citizen national editor columnist scholar specialist economist historian poet writer author judge banker cleric veteran dissident engineer physician doctor");
    private static readonly WordList s_places = new("city town village island province suburb neighborhood neighbourhood district port favela");
    private static readonly WordList s_ends = new("of that which who based in for from with at on between among to");

    public static void Find(IReadOnlyList<Scan> scans)
    {
        foreach (Scan scan in scans.Where(scan => !scan.Capitals))
        {
            foreach (Draft draft in scan.Chosen)
            {
                if (draft is { Entry: null, Key: null, Priority: <= ModelPriority, Type: not EntityType.Post }
                    && (Before(scan, draft.Tokens) ?? Kind(scan, draft.Tokens.End)) is { } kind && kind != draft.Type
                    && !(kind == EntityType.Person && draft.Tokens.Count > 3)
                    && !(kind != EntityType.Organization && scan.In(BodyRule.Heads, draft.Tokens.End - 1)))
                {
                    draft.Type = kind;
                    draft.Reason += "; what stands in apposition decides";
                    draft.Confidence = Math.Max(draft.Confidence, 0.8);
                }
                else if (draft is { Entry: null, Key: null, Priority: <= ModelPriority, Type: EntityType.Organization or EntityType.Place, Tokens.Count: 2 or 3 }
                    && BesidePerson(scan, draft))
                {
                    draft.Type = EntityType.Person;
                    draft.Reason += "; named beside a person";
                }
            }
        }
    }

    /// <summary>"released PERSON in March and NAME in July": unknown words after "and", a person a few words back.</summary>
    private static bool BesidePerson(Scan scan, Draft draft)
    {
        int and = draft.Tokens.Start - 1;
        if (!scan.Is(and, "and")
            || !draft.Tokens.All(token => scan.Has(token, TokenShape.Word) && scan.Has(token, TokenShape.Capital)
                && !scan.Has(token, TokenShape.AllCapitals)
                && (scan.Facts.Words[token] & (Gazetteers.WordKind.Lower | Gazetteers.WordKind.PlaceName)) == 0 && scan.Facts.Matches[token] is null
                && !scan.In(BodyRule.Heads, token)))
        {
            return false;
        }

        for (int back = and; back > and - 4 && back > 0; back--)
        {
            if (scan.EndingAt(back) is { } before)
            {
                return before.Type == EntityType.Person && before.Tokens.Count > 1;
            }
        }

        return false;
    }

    /// <summary>"in the same town, NAME,".</summary>
    private static EntityType? Before(Scan scan, TokenRange name) =>
        scan.IsMark(name.Start - 1, ',') && scan.In(s_places, name.Start - 2) && !scan.Has(name.Start - 2, TokenShape.Capital)
            && scan.IsMark(name.End, ',') ? EntityType.Place : null;

    /// <summary>What a name before a comma is, by the noun of ", a firm that", ", the city's largest daily,".</summary>
    internal static EntityType? Kind(Scan scan, int comma)
    {
        bool one = scan.Is(comma + 1, "a", "an");
        if (!scan.IsMark(comma, ',') || !one && !scan.Is(comma + 1, "the"))
        {
            return null;
        }

        for (int i = comma + 2; i < scan.Count && i - comma < 10
                && scan.Has(i, TokenShape.Word | TokenShape.Clitic | TokenShape.Number) | scan.IsMark(i, '-'); i++)
        {
            bool last = i + 1 >= scan.Count || scan.In(s_ends, i + 1) || scan.IsMark(i + 1, ',') || scan.IsMark(i + 1, '.')
                || scan.IsMark(i + 1, ';');
            if (last && scan.Has(i, TokenShape.Word))
            {
                return scan.In(s_bodies, i) && (one || i > comma + 2) ? EntityType.Organization : !one ? null : scan.In(s_people, i) ? EntityType.Person : scan.In(s_places, i) ? EntityType.Place : null;
            }
        }

        return null;
    }
}
