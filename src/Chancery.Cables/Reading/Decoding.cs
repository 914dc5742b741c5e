using System.Text;

namespace Chancery.Cables.Reading;

/// <summary>Bytes to text: what the byte order mark says, else UTF-8, else Windows-1252.</summary>
internal static class Decoding
{
    private static readonly Encoding StrictUtf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <param name="note">What had to be guessed; null where nothing had to.</param>
    public static string Decode(SourceStream source, ReadOnlySpan<byte> bytes, out string? note)
    {
        note = null;
        ReadOnlySpan<byte> text = bytes[source.PreambleLength..];
        if (source.Encoding is UnicodeEncoding)
        {
            if (source.PreambleLength == 0)
            {
                note = "The text is UTF-16 without a byte order mark.";
            }

            return source.Encoding.GetString(text);
        }

        if (System.Text.Unicode.Utf8.IsValid(text))
        {
            return StrictUtf8.GetString(text);
        }

        note = $"The text is not UTF-8 from byte {FirstInvalid(text) + source.PreambleLength} on; it was read as Windows-1252, and offsets count its characters.";
        return Windows1252.GetString(text);
    }

    private static int FirstInvalid(ReadOnlySpan<byte> text)
    {
        int at = 0;
        while (at < text.Length && Rune.DecodeFromUtf8(text[at..], out _, out int length) == System.Buffers.OperationStatus.Done)
        {
            at += length;
        }

        return at;
    }
}
