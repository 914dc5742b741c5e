using System.Runtime.CompilerServices;
using Chancery.Cables.Markup;

namespace Chancery.Cables.Reading;

/// <summary>A FRUS volume, or a part of one, in TEI: one message for each historical document in it.</summary>
internal static class TeiVolume
{
    // The largest volumes take about 30 MB.
    private const int LargestVolume = 200 * 1024 * 1024;

    public static async IAsyncEnumerable<CableInput> Read(SourceStream source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        byte[]? bytes = await source.ReadBytesAsync(LargestVolume, cancellationToken).ConfigureAwait(false);
        if (bytes is null)
        {
            yield return new CableInput(null, new CableProblem(source.Name, $"byte {LargestVolume}", "The file is too large for a volume."));
            yield break;
        }

        string text = Decoding.Decode(source, bytes, out string? note);
        bool any = false;
        foreach ((TextSpan span, string id, bool closed) in Documents(text))
        {
            any = true;
            cancellationToken.ThrowIfCancellationRequested();
            if (!closed)
            {
                yield return new CableInput(null, new CableProblem(source.Name, $"line {1 + text.AsSpan(0, span.Start).Count('\n')}", $"The document {id} has no end: the file is cut."));
                continue;
            }

            bool whole = span.Start == 0 && span.End == text.Length;
            string name = Path.GetFileNameWithoutExtension(source.Name);
            string document = name.EndsWith(id, StringComparison.Ordinal) ? name : $"{name}-{id}";
            yield return new CableInput(
                new RawCable(whole ? source.Name : $"{source.Name}#{id}", whole ? text : span.Of(text)) { Id = document, Form = CableForm.Frus, Notes = note is null ? [] : [note] },
                null);
        }

        if (!any)
        {
            yield return new CableInput(null, new CableProblem(source.Name, null, "The file holds no historical document."));
        }
    }

    /// <summary>The outermost divisions that are documents.</summary>
    private static List<(TextSpan Span, string Id, bool Closed)> Documents(string text)
    {
        List<(TextSpan, string, bool)> found = [];
        MarkupScanner scanner = new(text, 0, text.Length);
        int depth = 0, start = -1;
        string id = "";
        while (scanner.Next())
        {
            if (scanner.Name is not "div")
            {
                continue;
            }

            if (scanner.Kind == MarkupKind.Open)
            {
                if (start < 0 && scanner.Attribute("subtype") is not "editorial-note" && (scanner.Attribute("type") is "document" || scanner.Attribute("subtype") is "historical-document"))
                {
                    start = scanner.Span.Start;
                    id = scanner.Attribute("xml:id") is { Length: > 0 } stated ? stated.ToString() : $"d{found.Count + 1}";
                    depth = 0;
                }

                depth++;
            }
            else if (scanner.Kind == MarkupKind.Close && start >= 0 && --depth == 0)
            {
                found.Add((new TextSpan(start, scanner.Span.End), id, true));
                start = -1;
            }
        }

        if (start >= 0)
        {
            found.Add((new TextSpan(start, text.Length), id, false));
        }

        return found;
    }
}
