using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Mentions;

/// <summary>"the Council of State (Danistar)": one unknown capitalised word in brackets after a body is what the body is called at home.</summary>
internal static class Aliases
{
    public static void Find(IReadOnlyList<Scan> scans)
    {
        var aliases = new Dictionary<ulong, Draft>();
        foreach (Scan scan in scans.Where(scan => !scan.Capitals))
        {
            foreach (Draft body in scan.Chosen)
            {
                int word = body.Tokens.End + 1;
                if (body.Type == EntityType.Organization && body.Tokens.Count > 1 && scan.IsMark(word - 1, '(') && scan.IsMark(word + 1, ')')
                    && scan.Has(word, TokenShape.Capital) && !scan.Has(word, TokenShape.AllCapitals)
                    && (scan.Facts.Words[word] & (WordKind.Surname | WordKind.GivenName | WordKind.Lower)) == 0 && scan.Facts.Matches[word] is null
                    && scan.Tokens[word].Length > 3)
                {
                    aliases.TryAdd(scan.Tokens[word].Fold, body);
                }
            }
        }

        foreach (Scan scan in aliases.Count > 0 ? scans : [])
        {
            for (int i = 0; i < scan.Count; i++)
            {
                if (scan.Has(i, TokenShape.Capital) && aliases.TryGetValue(scan.Tokens[i].Fold, out Draft? body)
                    && (scan.At(i) is null || scan.At(i) is { Tokens.Count: 1 }))
                {
                    scan.Remove(draft => draft.Tokens.Start == i && draft.Tokens.Count == 1);
                    scan.Add(new TokenRange(i, i + 1), EntityType.Organization, 0.85, $"in brackets after {body.Surface}", 60).Antecedent = body;
                }
            }

            scan.Add();
        }
    }
}
