using Chancery.Extraction.Text;

namespace Chancery.Extraction.Mentions;

internal static partial class PositionRule
{
    private static readonly WordList s_plurals = new(
        """
        ministers ambassadors secretaries directors governors representatives commissioners counselors counsellors attaches attachés presidents
        consuls officers advisers advisors
        """);

    private static readonly WordList s_gatherings = new("meeting meetings conference conferences council level association talks session");

    /// <summary>"Norwegian and Danish Foreign Ministers", "Embassy Labor Officers": with what modifies it in capitals, an office in the plural.</summary>
    private static Draft? Plural(Scan scan, int i)
    {
        if (scan.Capitals || !scan.In(s_plurals, i) || !scan.Has(i, TokenShape.Capital) || !scan.Has(i - 1, TokenShape.Capital)
            || scan.At(i) is not (null or { Type: EntityType.Organization, Entry: null, Key: null, Priority: <= 50 })
            || scan.In(s_gatherings, i + 1) || scan.Has(i + 1, TokenShape.Capital) && scan.StartingAt(i + 1) is not { Type: EntityType.Person } || scan.Has(i + 1, TokenShape.Clitic) || scan.IsMark(i + 1, '\''))
        {
            return null;
        }

        bool sender = scan.At(i - 1) is { Type: EntityType.Post or EntityType.Organization } before && before.Tokens.End == i;
        if (!sender && !scan.In(PositionWords.Modifiers, i - 1) && !(scan.Is(i, "officers", "advisers", "advisors") && !IsNation(scan, i - 1)))
        {
            return null;
        }

        scan.Remove(name => name.Tokens.Start < i && i < name.Tokens.End);
        int start = Left(scan, i, codeword: false);
        while (start < i && (scan.In(s_counted, start) || scan.Is(start, "and") || scan.Is(start + 1, "and") && scan.Is(start - 1, "of")))
        {
            start++;
        }

        while (start < i && IsNation(scan, start) && start > 1 && IsNation(scan, Nationality(scan, start)) && scan.At(Nationality(scan, start)) is null)
        {
            start = Nationality(scan, start);
        }

        return start < i ? New(scan, new TokenRange(start, i + 1), i, i + 1, 0.75, $"several in one office: {scan.Text(i)}") : null;
    }

    private static readonly WordList s_counted = new("two three four five six seven eight nine ten both all these those");

    /// <summary>The word before "and" or a comma.</summary>
    private static int Nationality(Scan scan, int start) => scan.Is(start - 1, "and") || scan.IsMark(start - 1, ',') ? start - 2 : -1;
}
