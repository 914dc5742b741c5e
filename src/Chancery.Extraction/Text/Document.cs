using Chancery.Cables;

namespace Chancery.Extraction.Text;

internal enum SegmentKind
{
    Subject,
    Heading,
    Body,

    /// <summary>Text around the paragraphs that still names things: a FRUS dateline or note.</summary>
    Margin,
}

/// <summary>A stretch of running text of the cable, cut into tokens and sentences, able to give every range back in the raw text.</summary>
internal sealed class Segment
{
    private readonly string _raw;

    /// <param name="lines">True where every line is a paragraph or an item of a list, not a stretch of a wrapped one.</param>
    public Segment(SegmentKind kind, CleanText text, int paragraph, string raw, bool lines = false)
    {
        Kind = kind;
        Text = text;
        Paragraph = paragraph;
        _raw = raw;
        Tokens = Tokenizer.Tokenize(text.Value);
        Sentences = Extraction.Text.Sentences.Split(text.Value, Tokens, lines);
        Capitals = IsCapitals(Tokens);
    }

    public SegmentKind Kind { get; }

    public CleanText Text { get; }

    /// <summary>The ordinal of its paragraph; 0 outside.</summary>
    public int Paragraph { get; }

    public Token[] Tokens { get; }

    public List<TokenRange> Sentences { get; }

    /// <summary>True where (nearly) all its words are in capitals, so that case tells nothing.</summary>
    public bool Capitals { get; }

    public ReadOnlySpan<char> Of(Token token) => Text.Value.AsSpan(token.Start, token.Length);

    public string Surface(TokenRange range) => OneLine(Text.Value.AsSpan(Tokens[range.Start].Start..Tokens[range.End - 1].End));

    public TextSpan Raw(TokenRange range) => Text.ToRaw(new TextSpan(Tokens[range.Start].Start, Tokens[range.End - 1].End));

    public string RawText(TextSpan span) => span.Of(_raw);

    public TokenRange SentenceOf(int token)
    {
        int low = 0;
        int high = Sentences.Count - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (Sentences[middle].End <= token)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return Sentences[low];
    }

    /// <summary>White space, line ends included, becomes one space; a hyphen at a line's end stays.</summary>
    public static string OneLine(ReadOnlySpan<char> text)
    {
        Span<char> buffer = text.Length <= 512 ? stackalloc char[text.Length] : new char[text.Length];
        int length = 0;
        foreach (char c in text)
        {
            char plain = char.IsWhiteSpace(c) ? ' ' : c;
            if (plain != ' ' || (length > 0 && buffer[length - 1] != ' '))
            {
                buffer[length++] = plain;
            }
        }

        return new string(buffer[..length]).TrimEnd();
    }

    private static bool IsCapitals(Token[] tokens)
    {
        int capitals = 0;
        int lower = 0;
        foreach (Token token in tokens)
        {
            if (token.Is(TokenShape.Word) && token.Length > 2)
            {
                if (token.Is(TokenShape.AllCapitals))
                {
                    capitals++;
                }
                else
                {
                    lower++;
                }
            }
        }

        return capitals > 0 && capitals >= 4 * lower;
    }
}

/// <summary>A cable made ready to be read: its running text in order, and what its header says of time and place.</summary>
internal sealed class Document
{
    public Document(Cable cable)
    {
        Cable = cable;
        Raw = cable.Raw.Text;
        Year = cable.Header.Date?.Value.Value.Year ?? YearOf(cable.Header.Reference?.Value) ?? 2000;
        Segments = [.. Segmentize(cable)];
        IsCapitals = Segments.All(segment => segment.Capitals || segment.Kind != SegmentKind.Body);
    }

    public Cable Cable { get; }

    public string Raw { get; }

    public int Year { get; }

    public DateTime? Date => Cable.Header.Date?.Value.Value;

    public IReadOnlyList<Segment> Segments { get; }

    /// <summary>True where no paragraph is written in upper and lower case.</summary>
    public bool IsCapitals { get; }

    private static IEnumerable<Segment> Segmentize(Cable cable)
    {
        string raw = cable.Raw.Text;
        if (cable.Header.Subject?.Span is { Length: > 0 } subject)
        {
            yield return new Segment(SegmentKind.Subject, Slice(raw, subject), 0, raw);
        }

        if (cable.Form == CableForm.Frus)
        {
            foreach (Segment margin in Margins(cable))
            {
                yield return margin;
            }
        }

        TextSpan? lastHeading = null;
        foreach (Paragraph paragraph in cable.Paragraphs)
        {
            if (paragraph.Heading?.Span is { Length: > 0 } heading && heading != lastHeading)
            {
                lastHeading = heading;
                yield return new Segment(SegmentKind.Heading, Slice(raw, heading), paragraph.Ordinal, raw);
            }

            if (paragraph is { Kind: ParagraphKind.Participants, Number: null } && paragraph.Text.Value.Contains('\n', StringComparison.Ordinal))
            {
                foreach (Segment item in Items(paragraph, raw))
                {
                    yield return item;
                }
            }
            else if (paragraph.Text.Value.Length > 0)
            {
                yield return new Segment(SegmentKind.Body, paragraph.Text, paragraph.Ordinal, raw, cable.Form == CableForm.Frus);
            }
        }
    }

    /// <summary>A list of participants, item by item: no name goes on in the next line.</summary>
    private static IEnumerable<Segment> Items(Paragraph paragraph, string raw)
    {
        int start = paragraph.Span.Start;
        while (start < paragraph.Span.End)
        {
            int end = raw.IndexOf('\n', start, paragraph.Span.End - start);
            end = end < 0 ? paragraph.Span.End : end;
            if (raw.AsSpan(start, end - start).Trim().Length > 1)
            {
                yield return new Segment(SegmentKind.Body, Slice(raw, new TextSpan(start, end)), paragraph.Ordinal, raw);
            }

            start = end + 1;
        }
    }

    /// <summary>Lines of a FRUS document outside its paragraphs: the dateline and the editors' notes.</summary>
    private static IEnumerable<Segment> Margins(Cable cable)
    {
        string raw = cable.Raw.Text;
        TextSpan[] read = [.. cable.Paragraphs.Select(paragraph => paragraph.Span)
            .Concat(new[] { cable.Header.Signer?.Span, cable.Header.Origin?.Span, cable.Header.Subject?.Span }.OfType<TextSpan>())
            .Concat(cable.Header.Addressees.Select(addressee => addressee.Span))];
        int start = 0;
        while (start < raw.Length)
        {
            int end = raw.IndexOf('\n', start);
            end = end < 0 ? raw.Length : end;
            int files = raw.IndexOf(", Central Files", start, end - start, StringComparison.Ordinal);
            var line = new TextSpan(start, files < 0 ? end : files);
            if (raw.AsSpan(start, line.Length).Trim().Length > 3 && !read.Any(span => span.Overlaps(line)))
            {
                yield return new Segment(SegmentKind.Margin, Slice(raw, line), 0, raw);
            }

            int told = files < 0 ? -1 : Told(raw.AsSpan(files, end - files));
            if (told >= 0 && !read.Any(span => span.Overlaps(new TextSpan(files + told, end))))
            {
                yield return new Segment(SegmentKind.Margin, Slice(raw, new TextSpan(files + told, end)), 0, raw);
            }

            start = end + 1;
        }
    }

    private static readonly string[] s_markings = ["Top Secret", "Secret", "Confidential", "Unclassified", "Limited Official Use", "Official Use Only", "Eyes Only", "Priority", "Niact", "No Distribution", "Limit Distribution", "Noforn", "Nodis", "Exdis", "Limdis", "Personal", "Verbatim Text"];

    private static readonly System.Buffers.SearchValues<char> s_ends = System.Buffers.SearchValues.Create(".)");

    /// <summary>Where a source note begins to tell of persons, behind the archive's file numbers and the markings; -1 for nowhere.</summary>
    private static int Told(ReadOnlySpan<char> note)
    {
        int at = 0;
        do
        {
            // A bracket that holds the file number closes before the note goes on.
            int stop = note[at..].IndexOfAny(s_ends);
            while (stop >= 0 && at + stop + 1 < note.Length && note[at + stop + 1] != ' ')
            {
                int next = note[(at + stop + 1)..].IndexOfAny(s_ends);
                stop = next < 0 ? -1 : stop + 1 + next;
            }

            if (stop < 0)
            {
                return -1;
            }

            at = Math.Min(at + stop + 2, note.Length);
        }
        while (StartsWithMarking(note[at..]));
        return at;
    }

    private static bool StartsWithMarking(ReadOnlySpan<char> sentence)
    {
        foreach (string marking in s_markings)
        {
            if (sentence.StartsWith(marking, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static CleanText Slice(string raw, TextSpan span) => new(span.Of(raw), [(0, span.Start)]);

    private static int? YearOf(string? reference) =>
        reference is { Length: > 2 } && int.TryParse(reference.AsSpan(0, 2), out int year) ? year + (year < 40 ? 2000 : 1900) : null;
}
