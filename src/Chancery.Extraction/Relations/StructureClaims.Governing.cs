using Chancery.Extraction.Mentions;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Relations;

internal sealed partial class StructureClaims
{
    private static readonly WordList s_governing = new("governing supervisory oversight executive ruling");
    private static readonly WordList s_governs = new("governs oversees supervises controls");

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
        while (scan.Is(next, "the", "a"))
        {
            next++;
        }

        if (scan.In(s_governing, next) && scan.Is(next + 1, "board", "body", "council", "organ") && scan.Is(next + 2, "of"))
        {
            int target = scan.Is(next + 3, "the") ? next + 4 : next + 3;
            if (scan.StartingAt(target) is { Type: EntityType.Organization } whole)
            {
                Claim(clause, "GOVERNS", body.Entity, whole.Entity, 0.93, "\"governing board of\"");
                Claim(clause, "PART_OF", body.Entity, whole.Entity, 0.85, "\"governing board of\"");
            }
        }
    }
}
