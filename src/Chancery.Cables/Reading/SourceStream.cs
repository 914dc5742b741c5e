using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace Chancery.Cables.Reading;

/// <summary>An opened file whose beginning has been looked at: whether it is text at all, and in which encoding.</summary>
internal sealed class SourceStream
{
    private const int OpeningSize = 64 * 1024;

    // Random bytes hold more than ten control characters in a hundred; text hardly any.
    private const int ControlPerThousand = 20;

    // Latin-1 prose of any language stays far below this share of bytes above 127.
    private const int HighPercent = 45;

    private readonly PipeReader _pipe;

    private SourceStream(string name, PipeReader pipe, byte[] opening, bool isWhole)
    {
        Name = name;
        _pipe = pipe;
        (Encoding, int preamble) = Detect(opening);
        IsWhole = isWhole;
        PreambleLength = preamble;
        Refusal = Refuse(opening);
        Opening = Refusal is null ? Encoding.GetString(opening.AsSpan(preamble, Math.Min(opening.Length - preamble, 4096 & ~1))) : "";
    }

    public string Name { get; }

    /// <summary>Why this is no text; null where it may be.</summary>
    public CableProblem? Refusal { get; }

    public string Opening { get; }

    /// <summary>UTF-8 unless a byte order mark, or its pattern, says UTF-16. UTF-8 is not yet proven.</summary>
    public Encoding Encoding { get; }

    public int PreambleLength { get; }

    /// <summary>The opening was all there is.</summary>
    public bool IsWhole { get; }

    public PipeReader Pipe => _pipe;

    public static async ValueTask<SourceStream> OpenAsync(string name, Stream stream, CancellationToken cancellationToken)
    {
        PipeReader pipe = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: OpeningSize, minimumReadSize: 4096, leaveOpen: true));
        ReadResult read = await pipe.ReadAtLeastAsync(OpeningSize, cancellationToken).ConfigureAwait(false);
        byte[] opening = read.Buffer.Slice(0, Math.Min(read.Buffer.Length, OpeningSize)).ToArray();
        pipe.AdvanceTo(read.Buffer.Start, read.Buffer.Start);
        return new SourceStream(name, pipe, opening, read.IsCompleted && read.Buffer.Length <= OpeningSize);
    }

    public bool StartsWith(string text) => Opening.AsSpan().TrimStart().StartsWith(text, StringComparison.OrdinalIgnoreCase);

    /// <summary>All bytes; null where there are more than <paramref name="limit"/>.</summary>
    public async ValueTask<byte[]?> ReadBytesAsync(int limit, CancellationToken cancellationToken)
    {
        while (true)
        {
            ReadResult read = await _pipe.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (read.Buffer.Length > limit)
            {
                _pipe.AdvanceTo(read.Buffer.End);
                return null;
            }

            if (read.IsCompleted)
            {
                byte[] bytes = read.Buffer.ToArray();
                _pipe.AdvanceTo(read.Buffer.End);
                return bytes;
            }

            _pipe.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static (Encoding Encoding, int Preamble) Detect(ReadOnlySpan<byte> opening)
    {
        if (opening.StartsWith<byte>([0xEF, 0xBB, 0xBF]))
        {
            return (Encoding.UTF8, 3);
        }

        if (opening.StartsWith<byte>([0xFF, 0xFE]))
        {
            return (Encoding.Unicode, 2);
        }

        if (opening.StartsWith<byte>([0xFE, 0xFF]))
        {
            return (Encoding.BigEndianUnicode, 2);
        }

        // UTF-16 of a western language without its mark: every other byte is zero.
        int even = 0, odd = 0;
        ReadOnlySpan<byte> sample = opening[..Math.Min(opening.Length & ~1, 512)];
        for (int i = 0; i < sample.Length; i += 2)
        {
            even += sample[i] == 0 ? 1 : 0;
            odd += sample[i + 1] == 0 ? 1 : 0;
        }

        int most = sample.Length / 2 * 8 / 10;
        return sample.Length < 16 ? (Encoding.UTF8, 0) : odd > most && even == 0 ? (Encoding.Unicode, 0) : even > most && odd == 0 ? (Encoding.BigEndianUnicode, 0) : (Encoding.UTF8, 0);
    }

    private CableProblem? Refuse(ReadOnlySpan<byte> opening)
    {
        if (opening.Length <= PreambleLength)
        {
            return new CableProblem(Name, null, "The file is empty.");
        }

        if (Encoding is UnicodeEncoding)
        {
            return null;
        }

        int controls = 0, high = 0, first = -1;
        for (int i = 0; i < opening.Length; i++)
        {
            byte b = opening[i];
            if (b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f' or 0x1A or 0x1B) || b == 0x7F)
            {
                controls++;
                first = first < 0 ? i : first;
            }

            high += b >= 0x80 ? 1 : 0;
        }

        bool isUtf8 = System.Text.Unicode.Utf8.IsValid(TrimCut(opening));
        if (controls * 1000L > (long)opening.Length * ControlPerThousand || opening.Contains((byte)0) || (!isUtf8 && high * 100L > (long)opening.Length * HighPercent))
        {
            return new CableProblem(Name, $"byte {Math.Max(first, 0)}", "This is binary data, not text.");
        }

        return null;
    }

    // The opening may end inside a character.
    private static ReadOnlySpan<byte> TrimCut(ReadOnlySpan<byte> opening)
    {
        int end = opening.Length;
        for (int back = 1; back <= 3 && back <= end; back++)
        {
            if ((opening[end - back] & 0xC0) == 0xC0)
            {
                return opening[..(end - back)];
            }
        }

        return opening;
    }
}
