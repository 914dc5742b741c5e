using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Chancery.Cables.Markup;
using Chancery.Cables.Parsing;

namespace Chancery.Cables;

/// <summary>Turns a message as read into a cable: header, paragraphs, and for each of them its place in the text.</summary>
public static class CableParser
{
    /// <summary>Never fails: what cannot be read is left out, and <see cref="Cable.Warnings"/> says so.</summary>
    public static Cable Parse(RawCable raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        (CableForm form, CleanText? page, RawCable source) = Open(raw);
        string text = page?.Value ?? raw.Text;
        LineTable lines = new(text);
        form = form == CableForm.Unknown ? FrusScanner.Recognises(lines) ? CableForm.Frus : CableForm.Cable : form;

        List<string> warnings = [.. raw.Notes];
        HeaderDraft header = ReadHeader(form, lines, source, out TextSpan body, out List<TextSpan> cuts);
        if (form is not (CableForm.Plain or CableForm.Frus) && header.IsEmpty)
        {
            form = CableForm.Plain;
            warnings.Add("No cable header was found.");
        }
        else if (form != CableForm.Plain)
        {
            body = Signature.Cut(lines, body, out Located<string>? signer);
            header.Signer ??= signer;
        }

        IReadOnlyList<Paragraph> paragraphs = raw.Form == CableForm.Plain
            ? PlainText.Read(lines)
            : ParagraphBuilder.Build(text, BodyScanner.Read(lines, header, body, warnings), cuts, warnings);
        bool cut = form != CableForm.Plain && BreaksOff(paragraphs, header, warnings);
        CableHeader done = header.ToHeader(text, source);
        return new Cable
        {
            Id = Identify(source, form, done),
            Raw = raw,
            Form = form == CableForm.Cable ? TeletypeOr(form, done) : form,
            Header = page is null ? done : SpanMapping.Through(done, page),
            Paragraphs = page is null ? paragraphs : SpanMapping.Through(paragraphs, page),
            ContentHash = Hash(raw),
            Partial = header.SaysPartial || cut,
            Warnings = warnings,
        };
    }

    // A page's text is parsed in place of its source, and what it states of itself counts as the record's fields.
    private static (CableForm Form, CleanText? Page, RawCable Source) Open(RawCable raw)
    {
        if (raw.Form is CableForm.Frus or CableForm.Unknown && TeiText.Recognises(raw.Text))
        {
            CleanText document = TeiText.Read(raw.Text, out IReadOnlyDictionary<string, string> fields);
            Dictionary<string, string> all = new(fields);
            foreach ((string name, string value) in raw.Fields)
            {
                all[name] = value;
            }

            return (CableForm.Frus, document, raw with { Fields = all });
        }

        return raw.Form == CableForm.WebPage || (raw.Form == CableForm.Unknown && WebPageText.Recognises(raw.Text))
            ? (CableForm.WebPage, WebPageText.Read(raw.Text), raw)
            : (raw.Form, null, raw);
    }

    private static HeaderDraft ReadHeader(CableForm form, LineTable lines, RawCable raw, out TextSpan body, out List<TextSpan> cuts)
    {
        cuts = [];
        switch (form)
        {
            case CableForm.Plain:
                body = new TextSpan(0, lines.Text.Length);
                return new HeaderDraft();
            case CableForm.Frus:
                return FrusScanner.Read(lines, raw, out body, out cuts);
            default:
                HeaderDraft header = HeaderScanner.Read(lines, 0, out int bodyStart);
                header.Apply(raw.Fields);
                body = new TextSpan(bodyStart, lines.Text.Length);
                return header;
        }
    }

    // A telegram's number in FRUS repeats every year or two, so it names a document less well than the publisher's id.
    private static string Identify(RawCable raw, CableForm form, CableHeader header) =>
        form is CableForm.Plain or CableForm.Frus || header.Reference is null ? raw.Id ?? HeaderDraft.SourceName(raw.Source) : header.Reference.Value;

    private static CableForm TeletypeOr(CableForm form, CableHeader header) => header.Date is { Value.Value.Year: < 1980 } ? CableForm.Teletype : form;

    private static bool BreaksOff(IReadOnlyList<Paragraph> paragraphs, HeaderDraft header, List<string> warnings)
    {
        if (paragraphs.Count == 0 && header.From is not null && header.Line is null)
        {
            warnings.Add("The text breaks off within the header.");
            return true;
        }

        if (paragraphs.Count == 0 || header.Signer is not null)
        {
            return false;
        }

        string last = paragraphs[^1].Text.Value;
        bool dots = last.EndsWith("...", StringComparison.Ordinal) || last.EndsWith('…');
        bool open = last.Length > 40 && char.IsLetterOrDigit(last[^1]) && !last[Math.Max(0, last.Length - 14)..].Contains("end ", StringComparison.OrdinalIgnoreCase);
        if (!dots && !open)
        {
            return false;
        }

        warnings.Add("The text breaks off.");
        return true;
    }

    private static string Hash(RawCable raw)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(MemoryMarshal.AsBytes(raw.Text.AsSpan()));
        foreach ((string name, string value) in raw.Fields.OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            hash.AppendData(MemoryMarshal.AsBytes($"\0{name}={value}".AsSpan()));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
