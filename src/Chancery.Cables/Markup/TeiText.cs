using Chancery.Cables.Parsing;

namespace Chancery.Cables.Markup;

/// <summary>
/// The readable text of a FRUS document in TEI, laid out as the series prints it: heading, dateline, paragraphs, signature, then the source note
/// below a rule. Footnotes and page numbers are left out.
/// </summary>
internal static class TeiText
{
    public static bool Recognises(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> start = text[..Math.Min(text.Length, 4000)];
        return start.TrimStart().StartsWith("<", StringComparison.Ordinal) && TextScan.ContainsAny(start, "historical-document", "http://www.tei-c.org/ns/1.0");
    }

    /// <param name="fields">What the markup states: id, date, number.</param>
    public static CleanText Read(string source, out IReadOnlyDictionary<string, string> fields)
    {
        Dictionary<string, string> stated = [];
        CleanTextBuilder builder = new(source);
        MarkupScanner scanner = new(source, 0, source.Length);
        List<TextSpan> sources = [];
        int note = 0;
        bool sourceNote = false, document = false;
        while (scanner.Next())
        {
            if (scanner.Kind == MarkupKind.Text)
            {
                if (note == 0 && document)
                {
                    MarkupText.Append(builder, source, scanner.Span, verbatim: false);
                }
                else if (sourceNote)
                {
                    sources.Add(scanner.Span);
                }

                continue;
            }

            ReadOnlySpan<char> name = scanner.Name;
            if (name is "div" && scanner.Kind == MarkupKind.Open && !document)
            {
                document = true;
                State(stated, scanner);
            }
            else if (name is "note" && scanner.Kind != MarkupKind.Empty)
            {
                note += scanner.Kind == MarkupKind.Open ? 1 : -1;
                sourceNote = note > 0 && (sourceNote || scanner.Attribute("type") is "source");
                note = Math.Max(0, note);
            }
            else if (note == 0 && document)
            {
                Lay(builder, scanner);
            }
        }

        if (sources.Count > 0)
        {
            int at = sources[0].Start;
            MarkupText.Break(builder, at, 2);
            foreach (char c in "* * *\n\n")
            {
                builder.AppendChar(c, at);
            }

            foreach (TextSpan run in sources)
            {
                MarkupText.Append(builder, source, run, verbatim: false);
            }
        }

        fields = stated;
        return builder.Build();
    }

    private static void State(Dictionary<string, string> fields, in MarkupScanner scanner)
    {
        ReadOnlySpan<char> id = scanner.Attribute("xml:id");
        if (id.Length > 0)
        {
            fields["id"] = id.ToString();
        }

        ReadOnlySpan<char> date = scanner.Attribute("frus:doc-dateTime-min");
        if (date.Length > 0)
        {
            fields["date"] = date.ToString();
        }
    }

    private static void Lay(CleanTextBuilder builder, in MarkupScanner scanner)
    {
        switch (scanner.Name)
        {
            case "head" or "p" or "dateline" or "signed" or "div" or "opener" or "closer" or "list" or "table" or "quote" or "postscript" or "salute":
                MarkupText.Break(builder, scanner.Span.Start, 2);
                break;
            case "lb" or "item" or "row" or "label":
                MarkupText.Break(builder, scanner.Span.Start, 1);
                break;
            case "cell":
                builder.AppendSpace(' ', scanner.Span.Start);
                break;
        }
    }
}
