using System.Globalization;
using System.Text;
using Chancery.Graph;

namespace Chancery.Cypher.Tests.Tck;

/// <summary>Reads the values that stand in the tables of feature files; deliberately apart from the engine's own parser.</summary>
internal sealed class TckValueParser
{
    private readonly string _text;
    private int _at;

    private TckValueParser(string text)
    {
        _text = text;
    }

    public static TckValue Parse(string text)
    {
        TckValueParser parser = new(text);
        TckValue value = parser.ReadValue();
        parser.SkipSpace();
        return parser._at == text.Length ? value : throw parser.Wrong("the end");
    }

    private TckValue ReadValue()
    {
        SkipSpace();
        switch (Peek())
        {
            case '\'':
                return new TckScalar(ReadString());
            case '(':
                return ReadNode();
            case '<':
                return ReadPath();
            case '{':
                return ReadMap();
            case '[':
                return Peek(1) == ':' ? ReadRelationship() : ReadList();
            default:
                return ReadWord();
        }
    }

    private TckScalar ReadWord()
    {
        int start = _at;
        while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] is '-' or '+' or '.'))
        {
            _at++;
        }

        string word = _text[start.._at];
        switch (word)
        {
            case "null":
                return new TckScalar(Value.Null);
            case "true":
                return new TckScalar(Value.True);
            case "false":
                return new TckScalar(Value.False);
            case "NaN":
                return new TckScalar(double.NaN);
            case "Inf":
                return new TckScalar(double.PositiveInfinity);
            case "-Inf":
                return new TckScalar(double.NegativeInfinity);
        }

        if (long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long integer))
        {
            return new TckScalar(integer);
        }

        return double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            ? new TckScalar(number)
            : throw Wrong("a value");
    }

    private string ReadString()
    {
        Expect('\'');
        StringBuilder text = new();
        while (Peek() != '\'')
        {
            char next = Take();
            if (next == '\\')
            {
                char escaped = Take();
                text.Append(escaped switch
                {
                    'n' => '\n',
                    't' => '\t',
                    'r' => '\r',
                    'b' => '\b',
                    'f' => '\f',
                    _ => escaped,
                });
            }
            else
            {
                text.Append(next);
            }
        }

        Expect('\'');
        return text.ToString();
    }

    private TckList ReadList()
    {
        Expect('[');
        List<TckValue> items = [];
        while (!TryTake(']'))
        {
            items.Add(ReadValue());
            TryTake(',');
        }

        return new TckList(items);
    }

    private TckMap ReadMap()
    {
        Expect('{');
        Dictionary<string, TckValue> entries = new(StringComparer.Ordinal);
        while (!TryTake('}'))
        {
            string key = ReadName();
            Expect(':');
            entries.Add(key, ReadValue());
            TryTake(',');
        }

        return new TckMap(entries);
    }

    private TckNode ReadNode()
    {
        Expect('(');
        List<string> labels = [];
        while (TryTake(':'))
        {
            labels.Add(ReadName());
        }

        TckNode node = new(labels, ReadProperties());
        Expect(')');
        return node;
    }

    private TckRelationship ReadRelationship()
    {
        Expect('[');
        Expect(':');
        TckRelationship relationship = new(ReadName(), ReadProperties());
        Expect(']');
        return relationship;
    }

    private TckMap ReadProperties()
    {
        SkipSpace();
        return Peek() == '{' ? ReadMap() : new TckMap(new Dictionary<string, TckValue>());
    }

    private TckPath ReadPath()
    {
        Expect('<');
        TckNode start = ReadNode();
        List<(TckRelationship, bool, TckNode)> steps = [];
        while (!TryTake('>'))
        {
            bool backward = TryTake('<');
            Expect('-');
            TckRelationship relationship = ReadRelationship();
            Expect('-');
            if (!backward)
            {
                Expect('>');
            }

            steps.Add((relationship, !backward, ReadNode()));
        }

        return new TckPath(start, steps);
    }

    private string ReadName()
    {
        SkipSpace();
        if (TryTake('`'))
        {
            int quoted = _at;
            _at = _text.IndexOf('`', _at) + 1;
            return _text[quoted..(_at - 1)];
        }

        int start = _at;
        while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] is '_' or '$' or '.'))
        {
            _at++;
        }

        return _at > start ? _text[start.._at] : throw Wrong("a name");
    }

    private void SkipSpace()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }
    }

    private char Peek(int ahead = 0) => _at + ahead < _text.Length ? _text[_at + ahead] : '\0';

    private char Take() => _at < _text.Length ? _text[_at++] : throw Wrong("more text");

    private bool TryTake(char wanted)
    {
        SkipSpace();
        if (Peek() != wanted)
        {
            return false;
        }

        _at++;
        return true;
    }

    private void Expect(char wanted)
    {
        if (!TryTake(wanted))
        {
            throw Wrong($"'{wanted}'");
        }
    }

    private FormatException Wrong(string wanted) => new($"{wanted} expected at {_at} of the table cell: {_text}");
}
