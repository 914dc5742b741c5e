using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Chancery.Cables.Parsing;

namespace Chancery.Cables;

/// <summary>Turns a message as read into a cable: header, paragraphs, and for each of them its place in the text.</summary>
public static class CableParser
{
    /// <summary>Never fails: what cannot be read is left out, and <see cref="Cable.Warnings"/> says so.</summary>
    public static Cable Parse(RawCable raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        string text = raw.Text;
        List<string> warnings = [];
        LineTable lines = new(text);
        CableForm form = Settle(raw, lines);
        HeaderDraft header = new();
        TextSpan body = new(0, text.Length);
        List<TextSpan> cuts = [];
        switch (form)
        {
            case CableForm.Plain:
                break;
            case CableForm.Frus:
                header = FrusScanner.Read(lines, raw, out body, out cuts);
                break;
            default:
                header = HeaderScanner.Read(lines, 0, out int bodyStart);
                body = new TextSpan(bodyStart, text.Length);
                break;
        }

        if (form != CableForm.Plain)
        {
            body = Signature.Cut(lines, body, out Located<string>? signer);
            header.Signer ??= signer;
        }

        IReadOnlyList<Paragraph> paragraphs = ParagraphBuilder.Build(text, BodyScanner.Read(lines, header, body, warnings), cuts, warnings);
        CableHeader done = header.ToHeader(text, raw);
        return new Cable
        {
            Id = Identify(raw, form, done),
            Raw = raw,
            Form = form,
            Header = done,
            Paragraphs = paragraphs,
            ContentHash = Hash(raw),
            Partial = header.SaysPartial,
            Warnings = warnings,
        };
    }

    // A telegram's number in FRUS repeats every year or two, so it names a document less well than the publisher's id.
    private static string Identify(RawCable raw, CableForm form, CableHeader header) =>
        form is CableForm.Plain or CableForm.Frus || header.Reference is null ? raw.Id ?? HeaderDraft.SourceName(raw.Source) : header.Reference.Value;

    private static CableForm Settle(RawCable raw, LineTable lines)
    {
        if (raw.Form != CableForm.Unknown)
        {
            return raw.Form;
        }

        return FrusScanner.Recognises(lines) ? CableForm.Frus : CableForm.Cable;
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
