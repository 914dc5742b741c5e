using Chancery.Extraction.Mentions;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Relations;

/// <summary>Whom the first words of a telegram name as its reader: "Eyes only Secretary.", "For Ambassador from Brandt.", "To Ambassador for Kovacs".</summary>
internal static class AttentionClaims
{
    private const int LongestOpening = 24;

    private static readonly WordList s_markings = new(
        """
        eyes only personal for to deliver attention attn priority niact immediate top secret confidential exdis nodis limdis
        """);
    private static readonly WordList s_between = new("and for or the ,");

    public static void Add(Clause clause, ClaimList claims)
    {
        Scan scan = clause.Scan;
        int at = Opening(scan, clause);
        if (at < 0)
        {
            return;
        }

        List<Draft> readers = [];
        while (at < clause.Sentence.End && at - clause.Sentence.Start < LongestOpening)
        {
            if (clause.Actors.Find(actor => clause.Start(actor) == at && actor.Type is EntityType.Person or EntityType.Position) is { } reader)
            {
                readers.Add(reader);
                at = reader.Tokens.End;
            }
            else if (scan.In(s_between, at) || scan.IsMark(at, ','))
            {
                at++;
            }
            else
            {
                break;
            }
        }

        // "For Ambassador Kovacs the matter is closed." goes on; an address ends, or says from whom.
        bool ends = at >= clause.Sentence.End || scan.IsMark(at, '.') || scan.IsMark(at, ';') || scan.IsMark(at, ':') || scan.Is(at, "from", "del", "by");
        if (!ends)
        {
            return;
        }

        foreach (Draft reader in readers)
        {
            claims.Add(new ClaimDraft("ADDRESSED_TO", ClaimList.Cable, reader.Entity, clause.Evidence, scan.Segment.Paragraph, 0.95,
                "opening words: address"));
        }
    }

    /// <summary>The token after "Eyes only", "For", "To" and the like, the telegram's number before them left out; -1 where nothing of the kind stands there.</summary>
    private static int Opening(Scan scan, Clause clause)
    {
        TokenRange sentence = clause.Sentence;
        int at = sentence.Start;
        // "Topol 12." of a series of telegrams with a name.
        if (scan.Has(at, TokenShape.Capital) && scan.Has(at + 1, TokenShape.Number) && scan.IsMark(at + 2, '.'))
        {
            at++;
        }

        if (scan.Has(at, TokenShape.Number))
        {
            at += scan.IsMark(at + 1, '.') ? 2 : 1;
        }

        // "Paris for Under Secretary.": the mission that hands it on.
        if (clause.Actors.Find(actor => clause.Start(actor) == at && actor.Type is EntityType.Post or EntityType.Place) is { } mission && scan.Is(mission.Tokens.End, "for"))
        {
            at = mission.Tokens.End;
        }

        int first = at;
        while (at < sentence.End && scan.In(s_markings, at))
        {
            at++;
        }

        bool addresses = at > first && scan.Is(at - 1, "only", "for", "to", "deliver", "attention", "attn");
        return !addresses ? -1 : scan.Is(at, "the") ? at + 1 : at;
    }
}
