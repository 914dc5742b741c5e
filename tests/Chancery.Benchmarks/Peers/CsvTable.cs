using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Text;
using Chancery.Graph;

namespace Chancery.Benchmarks.Peers;

/// <summary>Makes a value of a field's bytes.</summary>
internal delegate Value ReadField(ReadOnlySpan<byte> field);

/// <summary>A table in columns, each as long as the table has rows. Its file is cut into pieces that are read side by side.</summary>
/// <remarks>What is marked for aggressive optimization runs once, over all rows.</remarks>
internal sealed class CsvTable
{
    private const int PieceSize = 1 << 20;

    private readonly byte[] _bytes;

    public CsvTable(string path, params ReadField[] fields)
    {
        _bytes = File.ReadAllBytes(path);
        int start = _bytes.AsSpan().IndexOf((byte)'\n') + 1;
        Names = Encoding.UTF8.GetString(_bytes.AsSpan(0, start - 1)).Split(',');
        List<(int Start, int End, int Row)> pieces = [];
        while (start < _bytes.Length)
        {
            int end = Math.Min(start + PieceSize, _bytes.Length);
            end = end == _bytes.Length ? end : end + _bytes.AsSpan(end).IndexOf((byte)'\n') + 1;
            pieces.Add((start, end, Rows));
            Rows += _bytes.AsSpan(start, end - start).Count((byte)'\n');
            start = end;
        }

        Columns = [.. fields.Select(_ => new Value[Rows])];
        Parallel.ForEach(pieces, piece => Read(_bytes.AsSpan(piece.Start, piece.End - piece.Start), piece.Row, fields));
    }

    public int Rows { get; }

    public string[] Names { get; }

    public Value[][] Columns { get; }

    public static Value Text(ReadOnlySpan<byte> field) => Encoding.UTF8.GetString(field);

    public static Value Number(ReadOnlySpan<byte> field) => Utf8Parser.TryParse(field, out long number, out _) ? number : throw new FormatException();

    public static Value Float(ReadOnlySpan<byte> field) => Utf8Parser.TryParse(field, out double number, out _) ? number : throw new FormatException();

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Value Day(ReadOnlySpan<byte> field)
    {
        if (field.IsEmpty)
        {
            return Value.Null;
        }

        DateOnly day = new(Digits(field[..4]), Digits(field[5..7]), Digits(field[8..10]));
        return Value.Date(new DateValue(day.DayNumber - 719_162));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Digits(ReadOnlySpan<byte> digits)
    {
        int number = 0;
        foreach (byte digit in digits)
        {
            number = digit is >= (byte)'0' and <= (byte)'9' ? number * 10 + digit - '0' : throw new FormatException();
        }

        return number;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Read(ReadOnlySpan<byte> rest, int row, ReadField[] fields)
    {
        for (; !rest.IsEmpty; row++)
        {
            int end = rest.IndexOf((byte)'\n');
            ReadOnlySpan<byte> line = rest[..end];
            rest = rest[(end + 1)..];
            for (int i = 0; i < fields.Length; i++)
            {
                int length = line.IndexOf((byte)',');
                Columns[i][row] = fields[i](length < 0 ? line : line[..length]);
                line = length < 0 ? default : line[(length + 1)..];
            }
        }
    }
}
