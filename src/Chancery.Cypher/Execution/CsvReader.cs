using System.Text;
using Chancery.Graph;

namespace Chancery.Cypher.Execution;

/// <summary>
/// Reads separated values as LOAD CSV defines them: a field without text is null, a quoted one without text is the empty string; inside
/// quotes a quote is doubled or stands behind a backslash.
/// </summary>
internal sealed class CsvReader(TextReader reader, char separator)
{
    private readonly StringBuilder _field = new();
    private int _nextLine = 1;

    /// <summary>The line at which the last record began, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>The next record's fields, or null at the end.</summary>
    /// <exception cref="GraphException">A quoted field does not end.</exception>
    public List<string?>? Read()
    {
        // Blank lines are no records.
        while (reader.Peek() is '\r' or '\n')
        {
            TakeLineEnd(reader.Read());
        }

        if (reader.Peek() < 0)
        {
            return null;
        }

        Line = _nextLine;
        List<string?> fields = [];
        while (true)
        {
            fields.Add(reader.Peek() == '"' ? ReadQuoted() : ReadPlain());
            int next = reader.Read();
            if (next != separator)
            {
                TakeLineEnd(next);
                return fields;
            }
        }
    }

    public void Close() => reader.Dispose();

    private string? ReadPlain()
    {
        _field.Clear();
        while (reader.Peek() is >= 0 and not ('\r' or '\n') and int next && next != separator)
        {
            _field.Append((char)reader.Read());
        }

        return _field.Length == 0 ? null : _field.ToString();
    }

    private string ReadQuoted()
    {
        _field.Clear();
        reader.Read();
        while (true)
        {
            int next = reader.Read();
            switch (next)
            {
                case < 0:
                    throw ImportFolder.Refuse($"The file ends inside the quoted field of line {Line}.");
                case '\\' when reader.Peek() is '"' or '\\':
                    next = reader.Read();
                    break;
                case '"' when reader.Peek() == '"':
                    reader.Read();
                    break;
                case '"':
                    return reader.Peek() is < 0 or '\r' or '\n' || reader.Peek() == separator
                        ? _field.ToString()
                        : throw ImportFolder.Refuse($"In line {_nextLine} there is text between a closing quote and the end of its field.");
                case '\n':
                    _nextLine++;
                    break;
            }

            _field.Append((char)next);
        }
    }

    private void TakeLineEnd(int first)
    {
        if (first == '\r' && reader.Peek() == '\n')
        {
            reader.Read();
        }

        _nextLine += first < 0 ? 0 : 1;
    }
}
