using Chancery.Extraction.Mentions;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Relations;

/// <summary>Who else was sent a telegram, by its last line or its source note: "Sent Bucharest 12, repeated info London, Moscow 45.", "Department pass Paris."</summary>
internal static class DistributionClaims
{
    private static readonly WordList s_department = new("dept department");
    private static readonly WordList s_passes = new("pass repeat relay rpt");
    private static readonly WordList s_between = new("to info information and also please as no nos");

    public static void Add(Clause clause, ClaimList claims)
    {
        Scan scan = clause.Scan;
        int at = clause.Sentence.Start;
        bool passed = scan.In(s_department, at);
        if (!passed && !scan.In(PostRule.Sent, at))
        {
            return;
        }

        at += passed ? 1 : 0;
        if (passed && !scan.In(s_passes, scan.Is(at, "please", "pls") ? at + 1 : at))
        {
            return;
        }

        while (at < clause.Sentence.End)
        {
            if (clause.Actors.Find(actor => clause.Start(actor) == at) is { } addressee)
            {
                if (addressee.Type is not (EntityType.Post or EntityType.Organization))
                {
                    return;
                }

                claims.Add(new ClaimDraft("ADDRESSED_TO", ClaimList.Cable, addressee.Entity, clause.Evidence, scan.Segment.Paragraph, 0.96, "line of distribution"));
                at = addressee.Tokens.End;
            }
            else if (scan.In(PostRule.Sent, at) || scan.In(s_passes, at) || scan.In(s_between, at) || scan.Has(at, TokenShape.Number)
                || scan.IsMark(at, ',') || scan.IsMark(at, ';') || scan.Is(at, "pls"))
            {
                at++;
            }
            else
            {
                return;
            }
        }
    }
}
