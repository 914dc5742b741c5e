using Chancery.Extraction.Mentions;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Relations;

internal sealed partial class EventClaims
{
    private readonly List<(Clause Clause, int Verb, Draft Principal, Draft Companion)> _companions = [];

    /// <summary>"The Minister was accompanied by Brandt", "Brandt accompanied the Minister".</summary>
    private void Accompanied(Clause clause, int verb)
    {
        Scan scan = clause.Scan;
        bool passive = scan.Is(verb + 1, "by");
        if (passive && !(scan.Is(verb - 1, "was") || scan.Is(verb - 1, "were")))
        {
            return;
        }

        List<Draft> before = clause.Subjects(verb);
        List<Draft> after = clause.Objects(passive ? verb + 2 : verb + 1);
        if (passive && before.Count > 0)
        {
            Retinue(clause, verb, before[0]);
        }

        foreach (Draft principal in (passive ? before : after).Where(IsSomebody))
        {
            foreach (Draft companion in (passive ? after : before).Where(IsSomebody))
            {
                if (_told is { } told && _sentence - told.Sentence <= 4 && Other(told, principal) is { } met && met.Entity != companion.Entity)
                {
                    State(clause, "MET_WITH", verb, [companion], [met], (Polarity.Asserted, Modality.Actual), 0.75, $"\"{scan.Text(verb)}\" who met");
                }
                else
                {
                    _companions.Add((clause, verb, principal, companion));
                }
            }
        }
    }

    /// <summary>"Brandt was accompanied by Lowell; I by Kovacs": who came with the writer met the other.</summary>
    private void Retinue(Clause clause, int verb, Draft principal)
    {
        Scan scan = clause.Scan;
        for (int at = verb + 2; at < clause.Sentence.End - 2; at++)
        {
            if (scan.Is(at, "I") && scan.Is(at + 1, "by") && (scan.IsMark(at - 1, ';') || scan.IsMark(at - 1, ',') || scan.Is(at - 1, "and")))
            {
                State(clause, "MET_WITH", at, clause.Objects(at + 2).TakeWhile(IsSomebody), [principal], (Polarity.Asserted, Modality.Actual), 0.75,
                    $"\"{scan.Text(verb)}\" who met");
            }
        }
    }

    /// <summary>Whom one of two has met.</summary>
    private static Draft? Other((Draft First, Draft Second, int) told, Draft party) =>
        told.First.Entity == party.Entity ? told.Second : told.Second.Entity == party.Entity ? told.First : null;

    private static bool IsSomebody(Draft draft) => draft.Type is EntityType.Person or EntityType.Position && draft.Entity >= 0;

    /// <summary>Who came along met whom the principal met, where the cable tells of one such meeting.</summary>
    public void Finish()
    {
        if (_companions.Count == 0 && _turns.Count == 0)
        {
            return;
        }

        var offices = claims.Claims.Where(claim => claim is { Type: "HOLDS", Polarity: Polarity.Asserted })
            .Select(claim => (claim.Source, claim.Target)).ToHashSet();
        bool Same(int first, int second) => first == second || offices.Contains((first, second)) || offices.Contains((second, first));
        Turns(Same);
        ClaimDraft[] meetings = [.. claims.Claims.Where(claim =>
            claim is { Type: "MET_WITH", Polarity: Polarity.Asserted, Modality: Modality.Actual })];
        foreach ((Clause clause, int verb, Draft principal, Draft companion) in _companions)
        {
            var partners = new List<ClaimDraft>();
            foreach (ClaimDraft meeting in meetings.Where(meeting => Same(meeting.Source, principal.Entity)
                || Same(meeting.Target, principal.Entity)))
            {
                int partner = Same(meeting.Source, principal.Entity) ? meeting.Target : meeting.Source;
                if (!partners.Exists(other => Same(other.Source, partner) || Same(other.Target, partner)))
                {
                    partners.Add(meeting);
                }
            }

            if (partners is [{ } one] && (Same(one.Source, principal.Entity) ? one.Target : one.Source) is var met && !Same(met, companion.Entity))
            {
                claims.Add(new ClaimDraft("MET_WITH", met, companion.Entity, clause.Evidence, clause.Scan.Segment.Paragraph, 0.75,
                    $"\"{clause.Scan.Text(verb)}\" who met") { On = one.On });
            }
        }
    }
}
