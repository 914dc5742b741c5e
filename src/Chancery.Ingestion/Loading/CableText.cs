using System.Text;
using Chancery.Cables;

namespace Chancery.Ingestion.Loading;

/// <summary>Passages for people.</summary>
internal static class CableText
{
    /// <summary>What stands before the first paragraph, on one line; of a page or an edition without its tags.</summary>
    public static CleanText Header(Cable cable)
    {
        string raw = cable.Raw.Text;
        int end = cable.Paragraphs.Count > 0 ? cable.Paragraphs[0].Span.Start : raw.Length;
        bool tagged = raw.AsSpan().TrimStart().StartsWith("<", StringComparison.Ordinal);
        StringBuilder clean = new(end);
        List<(int Clean, int Raw)> pieces = [];
        int expected = -1;
        bool space = false;
        for (int at = 0; at < end; at++)
        {
            int close = tagged && raw[at] == '<' ? raw.IndexOf('>', at, end - at) : -1;
            if (close > 0 || char.IsWhiteSpace(raw[at]))
            {
                space = true;
                at = Math.Max(at, close);
                continue;
            }

            if (space && clean.Length > 0)
            {
                pieces.Add((clean.Length, at - 1));
                clean.Append(' ');
                expected = at;
            }

            if (at != expected)
            {
                pieces.Add((clean.Length, at));
            }

            space = false;
            expected = at + 1;
            clean.Append(raw[at]);
        }

        return new CleanText(clean.ToString(), pieces);
    }
}
