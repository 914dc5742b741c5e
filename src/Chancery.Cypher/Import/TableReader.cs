using System.Buffers;
using System.IO.Compression;
using System.Text;
using System.Text.Unicode;

namespace Chancery.Cypher.Import;

/// <summary>Reads the files of one table, one after the other, and cuts them into blocks of whole records.</summary>
internal sealed class TableReader : IDisposable
{
    private const int BlockSize = 1 << 20;
    private const int LongestRecord = 64 << 20;

    private readonly IReadOnlyList<string> _files;
    private readonly RecordSplitter _splitter;
    private readonly Action<long> _read;
    private Stream? _raw;
    private Stream? _stream;
    private int _next;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(BlockSize);
    private int _filled;
    private bool _ended;
    private long _line;
    private long _counted;

    /// <param name="read">Hears of bytes that were read, as they stand on disk.</param>
    /// <exception cref="Chancery.Graph.GraphException">The first file cannot be read, or has no header.</exception>
    public TableReader(IReadOnlyList<string> files, RecordSplitter splitter, Action<long> read)
    {
        _files = files;
        _splitter = splitter;
        _read = read;
        OpenNext();
        Header = TakeHeader();
    }

    public IReadOnlyList<string> Header { get; }

    private string File => _files[_next - 1];

    /// <exception cref="Chancery.Graph.GraphException">A file cannot be read, or a record is endless.</exception>
    public IEnumerable<ImportBlock> Blocks()
    {
        while (_stream is not null || OpenNext())
        {
            Fill();
            int end = _ended ? _filled : _splitter.EndOfWhole(_buffer.AsSpan(0, _filled));
            if (end > 0)
            {
                yield return Cut(end);
            }
            else if (!_ended)
            {
                Grow();
            }

            if (_ended && _filled == 0)
            {
                Close();
            }
        }
    }

    public void Dispose()
    {
        Close();
        ArrayPool<byte>.Shared.Return(_buffer);
    }

    private ImportBlock Cut(int end)
    {
        byte[] whole = _buffer;
        _buffer = ArrayPool<byte>.Shared.Rent(Math.Max(BlockSize, _filled - end));
        whole.AsSpan(end, _filled - end).CopyTo(_buffer);
        _filled -= end;
        ImportBlock block = new(File, _line, whole, end);
        _line += block.Text.Count((byte)'\n');
        return block;
    }

    private bool OpenNext()
    {
        if (_next == _files.Count)
        {
            return false;
        }

        _next++;
        (_line, _counted, _ended) = (1, 0, false);
        try
        {
            _stream = _raw = new FileStream(File, FileMode.Open, FileAccess.Read, FileShare.Read, 0, FileOptions.SequentialScan);
            if (File.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
            {
                _stream = new GZipStream(_raw, CompressionMode.Decompress);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ImportProblem(File, 0, 0, null, $"the file cannot be opened: {error.Message}").ToException(error);
        }

        Fill();
        ReadOnlySpan<byte> start = _buffer.AsSpan(0, _filled);
        if (start is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            throw new ImportProblem(File, 1, 0, null, "the file is UTF-16; it must be UTF-8.").ToException();
        }

        if (start is [0xEF, 0xBB, 0xBF, ..])
        {
            Drop(3);
        }

        return true;
    }

    private List<string> TakeHeader()
    {
        ReadOnlySpan<byte> text = _buffer.AsSpan(0, _filled);
        int end = _splitter.Split(text, 0, [], out int count, out SplitFault fault);
        ReadOnlySpan<byte> record = text[..end];
        if (fault != SplitFault.None || record.IsEmpty || !Utf8.IsValid(record) || (end == _filled && !_ended && record[^1] != '\n'))
        {
            string reason = record.IsEmpty
                ? "the file is empty; it must begin with a header."
                : "the header is no record of UTF-8 text of at most a megabyte.";
            throw new ImportProblem(File, 1, 0, null, reason).ToException();
        }

        Field[] fields = new Field[count];
        _splitter.Split(text, 0, fields, out _, out _);
        List<string> header = new(count);
        foreach (Field field in fields)
        {
            header.Add(Encoding.UTF8.GetString(text.Slice(field.Start, field.Length)).Replace("\"\"", "\"", StringComparison.Ordinal).Trim());
        }

        _line += record.Count((byte)'\n');
        Drop(end);
        return header;
    }

    private void Drop(int count)
    {
        _buffer.AsSpan(count, _filled - count).CopyTo(_buffer);
        _filled -= count;
    }

    private void Fill()
    {
        try
        {
            while (!_ended && _filled < _buffer.Length)
            {
                int read = _stream!.Read(_buffer.AsSpan(_filled));
                _filled += read;
                _ended = read == 0;
                long position = _raw!.CanSeek ? _raw.Position : _counted + read;
                _read(position - _counted);
                _counted = position;
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new ImportProblem(File, _line, 0, null, $"the file cannot be read on from here: {error.Message}").ToException(error);
        }
    }

    private void Grow()
    {
        if (_buffer.Length >= LongestRecord)
        {
            throw new ImportProblem(File, _line, 0, null, $"the record that begins here does not end within {LongestRecord >> 20} MB; is a quote missing?").ToException();
        }

        byte[] larger = ArrayPool<byte>.Shared.Rent(2 * _buffer.Length);
        _buffer.AsSpan(0, _filled).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }

    private void Close()
    {
        _stream?.Dispose();
        _raw?.Dispose();
        _stream = null;
    }
}
