using Chancery.Extraction.Mentions;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Relations;

internal sealed partial class OfficeClaims
{
    private static readonly WordList s_articles = new("the its his her their our");
    private static readonly WordList s_newly = new("new newly current visiting acting interim resident local first own then outgoing incoming female woman next");

    /// <summary>"The new director is Peter Brandt."</summary>
    private static Draft? Predicated(Scan scan, int verb)
    {
        if (!scan.Is(verb, "is") || scan.StartingAt(SkipRanks(scan, verb + 1)) is not { Type: EntityType.Person } holder)
        {
            return null;
        }

        int end = holder.Tokens.End;
        return end >= scan.Count || scan.IsMark(end, ',') || scan.IsMark(end, '.') || scan.IsMark(end, ';') || scan.IsMark(end, '(') ? holder : null;
    }

    private static readonly WordList s_times = new(
        "last recently month week year early late mid spring summer autumn fall winter days ago yesterday");

    /// <summary>The token before "until last month", "until March 2004", where these words end right there; null where they do not.</summary>
    private static int? Until(Scan scan, int last)
    {
        int at = scan.Is(last, "own") ? last - 1 : last;
        at = scan.Has(at, TokenShape.Clitic) && scan.EndingAt(at) is { } body ? body.Tokens.Start - 1 : at;
        int first = at;
        while (first - at < 4 && at > 0 && (scan.In(s_times, at) || scan.In(Dates.Months, at) || scan.Has(at, TokenShape.Number)))
        {
            at--;
        }

        return at < first && scan.Is(at, "until") ? at - 1 : null;
    }

    private static readonly WordList s_replacing = new("replacing replaces replaced succeeding succeeds succeeded");

    /// <summary>"Brandt was named director, replacing Kovacs", "Brandt replaces Kovacs.": who held before what the first is said to hold.</summary>
    private void Replaced(Scan scan, int verb)
    {
        TokenRange sentence = scan.Segment.SentenceOf(verb);
        if (scan.StartingAt(SkipRanks(scan, verb + 1)) is not { Type: EntityType.Person } gone)
        {
            return;
        }

        Cables.TextSpan evidence = scan.Segment.Raw(sentence);
        Draft? comer = scan.Within(new TokenRange(sentence.Start, verb)).LastOrDefault(draft => draft.Type == EntityType.Person);
        bool plain = comer is not null && (scan.Is(verb, "replacing", "succeeding") || Enumerable.Range(comer.Tokens.End, verb - comer.Tokens.End)
            .All(token => scan.Is(token, "who", "has", "had", "recently", "just") || scan.IsMark(token, ',') || scan.IsMark(token, '(')));
        if (plain && gone.Entity != comer!.Entity && claims.Claims.FindLast(claim => claim is { Type: "HOLDS", Polarity: Polarity.Asserted }
            && claim.Paragraph == scan.Segment.Paragraph && claim.Evidence.Start <= evidence.Start
            && claim.Source == comer.Entity && claim.Modality is Modality.Actual or Modality.Planned) is { } held)
        {
            claims.Add(new ClaimDraft("HOLDS", gone.Entity, held.Target, evidence, scan.Segment.Paragraph, 0.75, "replaced in the office")
            {
                Modality = Modality.Former,
            });
        }
    }

    private static readonly WordList s_stands = new("is comes stands acts serves acting serving");

    /// <summary>"Acting in his stead: Peter Brandt", "In his place comes Peter Brandt": the office last given to somebody in the paragraph.</summary>
    private void InStead(Scan scan, int noun)
    {
        TokenRange sentence = scan.Segment.SentenceOf(noun);
        int name = scan.IsMark(noun + 1, ':') || scan.In(s_stands, noun + 1) ? noun + 2 : -1;
        Cables.TextSpan evidence = scan.Segment.Raw(sentence);
        if (name > 0 && scan.StartingAt(SkipRanks(scan, name)) is { Type: EntityType.Person } other && claims.Claims.FindLast(claim =>
            claim is { Type: "HOLDS", Polarity: Polarity.Asserted, Inferred: false } && claim.Paragraph == scan.Segment.Paragraph
            && claim.Evidence.Start < evidence.Start) is { } held && held.Source != other.Entity)
        {
            claims.Add(new ClaimDraft("HOLDS", other.Entity, held.Target, evidence, scan.Segment.Paragraph, 0.75, "acts in another's stead"));
        }
    }

    /// <summary>"His predecessor, Peter Brandt," "His successor, Janos Kovacs,": of the office that the sentence before gave to somebody.</summary>
    private void Others(Scan scan)
    {
        for (int i = 1; i < scan.Count; i++)
        {
            if (scan.In(s_replacing, i))
            {
                Replaced(scan, i);
                continue;
            }

            if (scan.Is(i, "stead", "place", "absence") && scan.Is(i - 1, "his", "her") && scan.Is(i - 2, "in"))
            {
                InStead(scan, i);
                continue;
            }

            if (!scan.Is(i, "predecessor", "successor") || !scan.Is(i - 1, "his", "her"))
            {
                continue;
            }

            int name = scan.IsMark(i + 1, ',') ? i + 2 : i + 1;
            TokenRange sentence = scan.Segment.SentenceOf(i);
            Cables.TextSpan evidence = scan.Segment.Raw(sentence);
            if (scan.StartingAt(SkipRanks(scan, name)) is not { Type: EntityType.Person } other || claims.Claims.FindLast(claim =>
                claim is { Type: "HOLDS", Polarity: Polarity.Asserted, Inferred: false } && claim.Paragraph == scan.Segment.Paragraph
                && claim.Evidence.Start <= evidence.Start) is not { } held || held.Source == other.Entity)
            {
                continue;
            }

            bool former = scan.Is(i, "predecessor");
            claims.Add(new ClaimDraft("HOLDS", other.Entity, held.Target, evidence, scan.Segment.Paragraph, 0.75,
                "predecessor or successor in the office")
            {
                Modality = former ? Modality.Former : held.Modality == Modality.Former ? Modality.Actual : Modality.Planned,
            });
        }
    }
}
