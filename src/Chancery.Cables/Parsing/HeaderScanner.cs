namespace Chancery.Cables.Parsing;

/// <summary>
/// Reads everything that stands before the body: wrapper, record, routing, classification line, attention lines, E.O., TAGS, SUBJECT, REF.
/// Published copies may have lost line ends, so a line is cut again wherever a label begins within it.
/// </summary>
internal sealed partial class HeaderScanner
{
    // The classification line comes within the first lines, however long the routing.
    private const int SearchedLines = 400;

    private readonly LineTable _lines;
    private readonly string _text;
    private readonly HeaderDraft _draft = new();

    private HeaderScanner(LineTable lines)
    {
        _lines = lines;
        _text = lines.Text;
    }

    /// <param name="bodyStart">Where the body begins; the length of the text where nothing but a header is left.</param>
    public static HeaderDraft Read(LineTable lines, int start, out int bodyStart)
    {
        HeaderScanner scanner = new(lines);
        int anchorEnd = scanner.FindClassification(start);
        int labels = anchorEnd >= 0 ? anchorEnd : scanner.FindFirstLabel(start);
        if (labels < 0)
        {
            // A message may be cut off within its routing.
            bool routing = lines.Text.AsSpan(start).TrimStart().StartsWith("VZCZC", StringComparison.Ordinal);
            bodyStart = routing ? lines.Text.Length : start;
            scanner._draft.SaysPartial = routing;
            if (routing)
            {
                scanner.ReadRouting(start, bodyStart);
            }

            return scanner._draft;
        }

        int before = anchorEnd >= 0 ? scanner._draft.Line!.Span.Start : labels;
        scanner.ReadRecord(start, before);
        scanner.ReadRouting(start, before);
        bodyStart = scanner.ReadLabels(labels);
        return scanner._draft;
    }

    private int FindClassification(int start)
    {
        int first = _lines.At(start);
        int last = Math.Min(_lines.Count, first + SearchedLines);
        for (int i = first; i < last; i++)
        {
            TextSpan line = _lines[i];
            if (line.Length == 0 || line.End <= start)
            {
                continue;
            }

            if (line.Length <= 120 && PageHeaders.IsPageOf(_text, line))
            {
                continue;
            }

            if (ClassificationLine.Find(_text, line) is { } found)
            {
                _draft.Line = found;
                foreach (TextSpan caption in found.Captions)
                {
                    AddCaption(caption);
                }

                return found.Span.End;
            }

            // A first numbered paragraph means that the header is over.
            if (line.Start > start && Numbering.TryRead(_text, line, out Numbering number) && number.HasPilcrow)
            {
                break;
            }
        }

        return -1;
    }

    private int FindFirstLabel(int start)
    {
        int first = _lines.At(start);
        for (int i = first; i < Math.Min(_lines.Count, first + SearchedLines); i++)
        {
            TextSpan line = _lines[i];
            if (line.Length > 0 && line.End > start && LabelAt(line.Start, line.End, out _) is Label.ExecutiveOrder or Label.Tags or Label.Subject)
            {
                return line.Start;
            }
        }

        return -1;
    }

    /// <summary>The rest of the current line from <paramref name="at"/>, or the next line that is not blank, cut before a label inside it.</summary>
    private bool TryNext(int at, out TextSpan segment, out bool blankBefore)
    {
        blankBefore = false;
        int index = _lines.At(at);
        bool sameLine = true;
        for (; index < _lines.Count; index++, sameLine = false)
        {
            TextSpan line = _lines[index];
            TextSpan rest = line.Start >= at ? line : TextScan.Trim(_text, new TextSpan(Math.Min(at, line.End), line.End));
            if (rest.Length == 0)
            {
                blankBefore |= line.Length == 0 && !sameLine;
                continue;
            }

            segment = new TextSpan(rest.Start, NextLabelIn(rest));
            segment = TextScan.Trim(_text, segment);
            return true;
        }

        segment = new TextSpan(_text.Length, _text.Length);
        return false;
    }

    private void AddCaption(TextSpan span)
    {
        Located<string> caption = TextScan.Locate(_text, span);
        if (!_draft.Captions.Exists(known => known.Value == caption.Value))
        {
            _draft.Captions.Add(caption);
        }
    }
}
