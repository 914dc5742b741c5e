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
        HeaderDraft header;
        int bodyStart = 0;
        if (raw.Form == CableForm.Plain)
        {
            header = new HeaderDraft();
        }
        else
        {
            header = HeaderScanner.Read(lines, 0, out bodyStart);
        }

        TextSpan body = Signature.Cut(lines, new TextSpan(bodyStart, text.Length), out Located<string>? signer);
        header.Signer = raw.Form == CableForm.Plain ? null : signer;
        IReadOnlyList<Paragraph> paragraphs = ParagraphBuilder.Build(text, BodyScanner.Read(lines, header, body, warnings), warnings);
        CableHeader done = header.ToHeader(text, raw);
        return new Cable
        {
            Id = done.Reference?.Value ?? raw.Id ?? HeaderDraft.SourceName(raw.Source),
            Raw = raw,
            Form = raw.Form == CableForm.Unknown ? CableForm.Cable : raw.Form,
            Header = done,
            Paragraphs = paragraphs,
            ContentHash = Hash(raw),
            Partial = header.SaysPartial,
            Warnings = warnings,
        };
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
