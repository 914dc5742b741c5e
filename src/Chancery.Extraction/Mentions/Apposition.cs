using Chancery.Extraction.Text;

namespace Chancery.Extraction.Mentions;

/// <summary>"NAME, a satellite station based in Lima,": what stands in apposition tells what the name is, where the model alone named it.</summary>
internal static class Apposition
{
    private const int ModelPriority = 50;

    private static readonly WordList s_bodies = new("station company bank firm newspaper daily weekly magazine broadcaster channel agency organization organisation ngo foundation think-tank network corporation consortium union militia charity airline bureau movement faction");
    private static readonly WordList s_people = new("expert lawyer journalist activist analyst professor businessman businesswoman politician diplomat officer official leader member citizen national editor columnist scholar specialist economist historian poet writer author judge banker cleric veteran dissident engineer physician doctor");
    private static readonly WordList s_places = new("city town village island province suburb neighborhood neighbourhood district port favela");
    private static readonly WordList s_ends = new("of that which who based in for from with at on");

    public static void Find(IReadOnlyList<Scan> scans)
    {
        foreach (Scan scan in scans.Where(scan => !scan.Capitals))
        {
            foreach (Draft draft in scan.Chosen)
            {
                if (draft is { Entry: null, Key: null, Priority: <= ModelPriority, Type: not EntityType.Post } && Kind(scan, draft.Tokens.End) is { } kind && kind != draft.Type
                    && !(kind == EntityType.Person && draft.Tokens.Count > 3) && !(kind != EntityType.Organization && scan.In(BodyRule.Heads, draft.Tokens.End - 1)))
                {
                    draft.Type = kind;
                    draft.Reason += "; what stands in apposition decides";
                    draft.Confidence = Math.Max(draft.Confidence, 0.8);
                }
            }
        }
    }

    private static EntityType? Kind(Scan scan, int comma)
    {
        if (!scan.IsMark(comma, ',') || !(scan.Is(comma + 1, "a") || scan.Is(comma + 1, "an")))
        {
            return null;
        }

        for (int i = comma + 2; i < scan.Count && i - comma < 10 && scan.Has(i, TokenShape.Word | TokenShape.Clitic | TokenShape.Number) | scan.IsMark(i, '-'); i++)
        {
            bool last = i + 1 >= scan.Count || scan.In(s_ends, i + 1) || scan.IsMark(i + 1, ',') || scan.IsMark(i + 1, '.') || scan.IsMark(i + 1, ';');
            if (last && scan.Has(i, TokenShape.Word))
            {
                return scan.In(s_bodies, i) ? EntityType.Organization : scan.In(s_people, i) ? EntityType.Person : scan.In(s_places, i) ? EntityType.Place : null;
            }
        }

        return null;
    }
}
