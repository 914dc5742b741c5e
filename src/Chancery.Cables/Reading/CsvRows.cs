using System.Text;

namespace Chancery.Cables.Reading;

/// <summary>One row of a delimited file.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Line">The line of the file that it begins in, from 1.</param>
/// <param name="Error">Why the row, and with it the rest of the file, cannot be read; null where it can.</param>
internal readonly record struct CsvRow(int Number, int Line, IReadOnlyList<string> Fields, string? Error);

/// <summary>
/// Reads delimited rows one by one. Quotes inside a quoted field are doubled or, as in the published dump, escaped with a backslash, both in one
/// file; a quote that neither closes a field nor is escaped stands for itself.
/// </summary>
internal sealed class CsvRows(TextReader reader, char delimiter)
{
    private readonly char[] _buffer = new char[1 << 16];
    private int _length;
    private int _at;
    private int _row;
    private int _line = 1;

    /// <summary>The next row; null at the end.</summary>
    public async ValueTask<CsvRow?> NextAsync(CancellationToken cancellationToken)
    {
        List<string> fields = [];
        StringBuilder field = new();
        int line = _line;
        bool quoted = false, any = false;
        while (true)
        {
            if (_at + 1 >= _length && !await FillAsync(cancellationToken).ConfigureAwait(false) && _at == _length)
            {
                if (quoted)
                {
                    return new CsvRow(++_row, line, fields, "The last field has no closing quote: the file is cut.");
                }

                return any ? Finish(fields, field, line) : null;
            }

            char c = _buffer[_at++];
            _line += c == '\n' ? 1 : 0;
            if (field.Length > CableReader.LargestMessage)
            {
                return new CsvRow(++_row, line, fields, "A field is too long for one message; the rest of the file is left out.");
            }

            char next = _at < _length ? _buffer[_at] : '\n';
            if (quoted)
            {
                if (c == '\\' && next is '"' or '\'' or '\\')
                {
                    field.Append(next);
                    _at++;
                }
                else if (c != '"')
                {
                    field.Append(c);
                }
                else if (next == '"')
                {
                    field.Append('"');
                    _at++;
                }
                else if (next == delimiter || next is '\n' or '\r')
                {
                    quoted = false;
                }
                else
                {
                    field.Append('"');
                }
            }
            else if (c == delimiter)
            {
                fields.Add(field.ToString());
                field.Clear();
                any = true;
            }
            else if (c == '"' && field.Length == 0)
            {
                quoted = any = true;
            }
            else if (c == '\n')
            {
                if (any)
                {
                    return Finish(fields, field, line);
                }

                line = _line;
            }
            else if (c != '\r')
            {
                any |= !char.IsWhiteSpace(c);
                field.Append(c);
            }
        }
    }

    private CsvRow Finish(List<string> fields, StringBuilder field, int line)
    {
        fields.Add(field.ToString());
        return new CsvRow(++_row, line, fields, null);
    }

    // Keeps the last unread character, so that a pair is never torn.
    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        int kept = _length - _at;
        if (kept > 0)
        {
            _buffer[0] = _buffer[_at];
        }

        int read = await reader.ReadAsync(_buffer.AsMemory(kept), cancellationToken).ConfigureAwait(false);
        _at = 0;
        _length = kept + read;
        return read > 0;
    }
}
