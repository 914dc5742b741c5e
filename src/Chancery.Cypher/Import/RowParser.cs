using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;
using Chancery.Graph;

namespace Chancery.Cypher.Import;

/// <summary>Makes columns of the records of a block; rows that are wrong are set aside in it. For any number of threads.</summary>
internal sealed class RowParser(ImportHeader header, RecordSplitter splitter, IReadOnlyDictionary<string, IdSpace> spaces, bool skipsBad)
{
    private readonly HeaderColumn[] _columns = header.Columns;
    private readonly IdSpace?[] _spaces = Array.ConvertAll(header.Columns, column => spaces.GetValueOrDefault(column.Space));

    /// <exception cref="GraphException">A quoted field does not end: nothing can be said of what follows.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Parse(ImportBlock block)
    {
        ReadOnlySpan<byte> text = block.Text;
        MakeRoom(block, text.Count((byte)'\n') + 1);
        bool isValid = Utf8.IsValid(text);
        Field[] fields = new Field[_columns.Length];
        long line = block.Line;
        for (int at = 0; at < text.Length && (skipsBad || block.Bad == 0);)
        {
            int end = splitter.Split(text, at, fields, out int count, out SplitFault fault);
            ReadOnlySpan<byte> record = text[at..end];
            if (record.ContainsAnyExcept((byte)'\r', (byte)'\n'))
            {
                (int Column, string Reason)? wrong = WrongWithRecord(text, record, fields, count, fault, isValid);
                if (fault == SplitFault.Unclosed)
                {
                    throw Problem(block, line, wrong!.Value).ToException();
                }

                wrong ??= Read(block, text, fields, line);
                if (wrong is { } found)
                {
                    block.SetAside(Problem(block, line, found));
                }
                else
                {
                    block.Rows++;
                }
            }

            line += record.Count((byte)'\n');
            at = end;
        }
    }

    private ImportProblem Problem(ImportBlock block, long line, (int Column, string Reason) wrong) =>
        new(block.File, line, wrong.Column, wrong.Column > 0 ? _columns[wrong.Column - 1].Text : null, wrong.Reason);

    private void MakeRoom(ImportBlock block, int rows)
    {
        block.Columns = Array.ConvertAll(_columns, column => column.Role is ColumnRole.Property or ColumnRole.Id ? new Value[rows] : []);
        foreach (HeaderColumn column in _columns)
        {
            switch (column.Role)
            {
                case ColumnRole.Names:
                    block.Names = new string[rows];
                    break;
                case ColumnRole.Id:
                    block.Ids = new (int, int)[rows];
                    break;
                case ColumnRole.Start:
                    block.Starts = new int[rows];
                    break;
                case ColumnRole.End:
                    block.Ends = new int[rows];
                    break;
            }
        }
    }

    private (int Column, string Reason)? WrongWithRecord(
        ReadOnlySpan<byte> text, ReadOnlySpan<byte> record, Field[] fields, int count, SplitFault fault, bool isValid)
    {
        if (fault == SplitFault.Unclosed)
        {
            return (Math.Min(count, _columns.Length), "the quoted field does not end.");
        }

        if (fault == SplitFault.TextAfterQuote)
        {
            return (0, "there is text between a closing quote and the end of its field.");
        }

        if (count != _columns.Length)
        {
            return (0, $"the row has {count} field{(count == 1 ? "" : "s")}, the header {_columns.Length}.");
        }

        if (!isValid && !Utf8.IsValid(record))
        {
            for (int i = 0; i < count; i++)
            {
                if (!Utf8.IsValid(text.Slice(fields[i].Start, fields[i].Length)))
                {
                    return (i + 1, "the text is not valid UTF-8.");
                }
            }
        }

        return null;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (int Column, string Reason)? Read(ImportBlock block, ReadOnlySpan<byte> text, Field[] fields, long line)
    {
        int row = block.Rows;
        for (int i = 0; i < _columns.Length; i++)
        {
            HeaderColumn column = _columns[i];
            ReadOnlySpan<byte> field = text.Slice(fields[i].Start, fields[i].Length);
            if (fields[i].HasDoubledQuotes)
            {
                field = Undoubled(field);
            }

            switch (column.Role)
            {
                case ColumnRole.Property:
                    if (field.IsEmpty)
                    {
                        block.Columns[i][row] = fields[i].IsQuoted && FieldTypes.IsText(column.Read!) ? "" : Value.Null;
                    }
                    else if (Read(column.Read!, field, out block.Columns[i][row]) is { } reason)
                    {
                        return (i + 1, reason);
                    }

                    break;
                case ColumnRole.Id:
                    block.Columns[i][row] = field.IsEmpty ? Value.Null : FieldTypes.Text(field);
                    block.Ids[row] = (IdSpace.Hash(field), (int)(line - block.Line));
                    break;
                case ColumnRole.Names when field.IsEmpty && header.NeedsNames:
                    return (i + 1, "the type is missing.");
                case ColumnRole.Names:
                    block.Names[row] = row > 0 && Ascii.Equals(field, block.Names[row - 1])
                        ? block.Names[row - 1]
                        : Encoding.UTF8.GetString(field);
                    break;
                case ColumnRole.Start or ColumnRole.End:
                    int node = _spaces[i]!.Find(field);
                    if (node < 0)
                    {
                        return (i + 1, field.IsEmpty ? "the id is missing." : $"no node has the id '{Encoding.UTF8.GetString(field)}'.");
                    }

                    (column.Role == ColumnRole.Start ? block.Starts : block.Ends)[row] = node;
                    break;
            }
        }

        return null;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static string? Read(ReadField read, ReadOnlySpan<byte> field, out Value value)
    {
        try
        {
            value = read(field);
            return null;
        }
        catch (Exception wrong) when (wrong is FormatException or GraphException)
        {
            value = Value.Null;
            return wrong.Message;
        }
    }

    private static ReadOnlySpan<byte> Undoubled(ReadOnlySpan<byte> field)
    {
        byte[] text = new byte[field.Length];
        int length = 0;
        for (int i = 0; i < field.Length; i++)
        {
            text[length++] = field[i];
            i += field[i] == '"' ? 1 : 0;
        }

        return text.AsSpan(0, length);
    }
}
