namespace Chancery.Cables.Parsing;

/// <summary>Text without a header, taken whole: nothing in it is a heading, a number or a page line; blank lines part its paragraphs.</summary>
internal static class PlainText
{
    // Lines of a wrapped paragraph are about this long; a shorter one ends on purpose.
    private const int WrappedLength = 50;

    public static IReadOnlyList<Paragraph> Read(LineTable lines)
    {
        List<Paragraph> paragraphs = [];
        CleanTextBuilder? builder = null;
        int start = 0, end = 0;
        for (int i = 0; i < lines.Count; i++)
        {
            TextSpan line = lines[i];
            if (line.Length == 0)
            {
                Close();
                continue;
            }

            if (builder is null)
            {
                builder = new CleanTextBuilder(lines.Text);
                start = line.Start;
            }
            else
            {
                builder.AppendSpace(lines[i - 1].Length >= WrappedLength ? ' ' : '\n', lines[i - 1].End);
            }

            builder.Append(line.Start, line.End);
            end = line.End;
        }

        Close();
        return paragraphs;

        void Close()
        {
            if (builder is not null)
            {
                paragraphs.Add(new Paragraph { Ordinal = paragraphs.Count + 1, Span = new TextSpan(start, end), Text = builder.Build() });
                builder = null;
            }
        }
    }
}
