using Chancery.Extraction.Text;

namespace Chancery.Extraction.Mentions;

/// <summary>
/// A name that the model takes for a person's, but in which something stands or happens ("the city of NAME", "in NAME"), is a place wherever the
/// cable writes it, unless it is titled somewhere.
/// </summary>
internal static class PlaceUse
{
    private const int ModelPriority = 50;

    private static readonly WordList s_settlements = new("city town village community municipality district province port region county state department capital suburb neighborhood canton");
    private static readonly WordList s_trust = new("call calls called calling brought bring brings took take takes sent let turned confidence interest interested believe believes believed trust faith belief hope role part change invest engage engaged invested confided confide result resulted resulting found saw see");

    public static void Find(IReadOnlyList<Scan> scans)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        var titled = new HashSet<string>(StringComparer.Ordinal);
        foreach (Scan scan in scans.Where(scan => !scan.Capitals))
        {
            foreach (Draft draft in scan.Chosen.Where(draft => draft.Type == EntityType.Person))
            {
                if (draft.Priority > ModelPriority || IsTitled(scan, draft.Tokens.Start))
                {
                    titled.Add(draft.Surface);
                }
                else if (Inside(scan, draft.Tokens))
                {
                    used.Add(draft.Surface);
                }
            }
        }

        used.ExceptWith(titled);
        if (used.Count == 0)
        {
            return;
        }

        foreach (Draft draft in scans.SelectMany(scan => scan.Chosen).Where(draft => draft.Type == EntityType.Person && used.Contains(draft.Surface)))
        {
            draft.Type = EntityType.Place;
            draft.Reason += "; something stands or happens in it";
        }
    }

    private static bool IsTitled(Scan scan, int start) =>
        scan.In(Titles.Honorifics, start - 1) || scan.IsMark(start - 1, '.') && scan.In(Titles.Honorifics, start - 2)
            || scan.In(PositionWords.Heads, start - 1) || scan.In(PositionWords.Codes, start - 1);

    private static bool Inside(Scan scan, TokenRange name)
    {
        int before = name.Start - 1;
        if (scan.Has(name.End, TokenShape.Clitic) || scan.Is(name.End, "and"))
        {
            return false;
        }

        return scan.Is(before, "of") && scan.In(s_settlements, before - 1)
            || scan.Is(before, "in") && scan.Has(before - 1, TokenShape.Word) && !scan.In(s_trust, before - 1);
    }
}
