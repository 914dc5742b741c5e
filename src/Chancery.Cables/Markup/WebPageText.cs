using Chancery.Cables.Parsing;

namespace Chancery.Cables.Markup;

/// <summary>The readable text of a saved web page: the tables and preformatted blocks of a cable page, or else the whole page.</summary>
internal static class WebPageText
{
    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "table", "blockquote", "section", "article", "header", "footer", "ul", "ol", "dl", "pre", "body", "hr", "title", "form",
    };

    private static readonly HashSet<string> Lines = new(StringComparer.OrdinalIgnoreCase) { "br", "tr", "td", "th", "li", "dt", "dd", "option" };

    public static bool Recognises(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> start = text[..Math.Min(text.Length, 1000)].TrimStart();
        return start.StartsWith("<!DOCTYPE html", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || (start.StartsWith("<", StringComparison.Ordinal) && start.Contains("<body", StringComparison.OrdinalIgnoreCase))
            || (start.StartsWith("<table", StringComparison.OrdinalIgnoreCase) && start.Contains("cable", StringComparison.OrdinalIgnoreCase));
    }

    public static CleanText Read(string source)
    {
        bool onlyCable = HasCableBlocks(source);
        CleanTextBuilder builder = new(source);
        MarkupScanner scanner = new(source, 0, source.Length);
        int preformatted = 0, table = 0, skipped = 0;
        while (scanner.Next())
        {
            bool inside = !onlyCable || preformatted > 0 || table > 0;
            if (scanner.Kind == MarkupKind.Text)
            {
                if (inside && skipped == 0)
                {
                    MarkupText.Append(builder, source, scanner.Span, verbatim: preformatted > 0);
                }

                continue;
            }

            string name = scanner.Name.ToString();
            int step = scanner.Kind == MarkupKind.Open ? 1 : scanner.Kind == MarkupKind.Close ? -1 : 0;
            if (name.Equals("pre", StringComparison.OrdinalIgnoreCase))
            {
                preformatted = Math.Max(0, preformatted + step);
            }
            else if (name.Equals("table", StringComparison.OrdinalIgnoreCase) && (step < 0 ? table > 0 : table > 0 || scanner.Attribute("class").Contains("cable", StringComparison.OrdinalIgnoreCase)))
            {
                table = Math.Max(0, table + step);
            }
            else if (name.Equals("head", StringComparison.OrdinalIgnoreCase) || name.Equals("nav", StringComparison.OrdinalIgnoreCase) || name.Equals("select", StringComparison.OrdinalIgnoreCase))
            {
                skipped = Math.Max(0, skipped + step);
            }

            if ((inside || preformatted > 0 || table > 0) && skipped == 0)
            {
                if (Blocks.Contains(name))
                {
                    MarkupText.Break(builder, scanner.Span.Start, 2);
                }
                else if (Lines.Contains(name) && (step >= 0 || name.Equals("tr", StringComparison.OrdinalIgnoreCase)))
                {
                    // A break in a preformatted block is one more line; between cells one is enough.
                    if (name.Equals("br", StringComparison.OrdinalIgnoreCase))
                    {
                        builder.AppendChar('\n', scanner.Span.Start);
                    }
                    else
                    {
                        MarkupText.Break(builder, scanner.Span.Start, 1);
                    }
                }
            }
        }

        return builder.Build();
    }

    private static bool HasCableBlocks(string source)
    {
        MarkupScanner scanner = new(source, 0, source.Length);
        int preformatted = 0;
        while (scanner.Next())
        {
            if (scanner.Name.Equals("pre", StringComparison.OrdinalIgnoreCase))
            {
                preformatted += scanner.Kind == MarkupKind.Open ? 1 : 0;
            }
            else if (scanner.Kind == MarkupKind.Text && preformatted > 0 && IsCable(source.AsSpan(scanner.Span.Start, scanner.Span.Length)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsCable(ReadOnlySpan<char> text) =>
        text.Contains("UNCLAS", StringComparison.Ordinal) || text.Contains("SUBJECT:", StringComparison.Ordinal) || text.Contains("C O N F I D E N T I A L", StringComparison.Ordinal)
        || text.Contains("S E C R E T", StringComparison.Ordinal);
}
