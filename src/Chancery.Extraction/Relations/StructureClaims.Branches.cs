using Chancery.Extraction.Mentions;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Relations;

/// <summary>A whole and its parts by name: "branches of the Norwegian Government, particularly the Ministry of Trade", "the agencies of the Council such as A, B and C".</summary>
internal sealed partial class StructureClaims
{
    private static readonly WordList s_partsOf = new(
        """
        agencies branches elements ministries departments bodies arms organs components institutions units offices entities services subsidiaries divisions
        directorates bureaus commissions committees sections wings
        """);

    private static readonly WordList s_names = new("including include includes particularly especially namely notably are were");

    /// <summary>How far behind the whole its parts may be named.</summary>
    private const int BranchReach = 40;

    private void Branches(Clause clause, int noun)
    {
        Scan scan = clause.Scan;
        int at = scan.Is(noun + 2, "the", "a") ? noun + 3 : noun + 2;
        if (!scan.Is(noun + 1, "of") || clause.StartingAt(at) is not { Type: EntityType.Organization } whole)
        {
            return;
        }

        int limit = Math.Min(clause.Sentence.End, whole.Tokens.End + BranchReach);
        for (int i = whole.Tokens.End; i < limit; i++)
        {
            bool such = scan.Is(i, "such") && scan.Is(i + 1, "as");
            if (!such && !scan.In(s_names, i) && !(scan.IsMark(i, ':') && scan.Has(i + 1, TokenShape.SpaceBefore)))
            {
                continue;
            }

            int first = such ? i + 2 : i + 1;
            List<Draft> parts = clause.Objects(scan.IsMark(first, ':') ? first + 1 : first);
            // "are" alone may say anything of the whole; what it lists are several bodies and nothing else.
            bool stated = !scan.Is(i, "are", "were") || parts.Count > 1;
            if (parts.Count > 0 && stated && parts.TrueForAll(part => part.Type == EntityType.Organization))
            {
                foreach (Draft part in parts.Where(part => part.Entity != whole.Entity))
                {
                    Claim(clause, "PART_OF", part.Entity, whole.Entity, 0.8, $"named among the {scan.Text(noun)} of the whole");
                }

                return;
            }
        }
    }
}
