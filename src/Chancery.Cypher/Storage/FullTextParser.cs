using Chancery.Graph;
using static Chancery.Cypher.Storage.FullTextQuery;

namespace Chancery.Cypher.Storage;

/// <summary>Reads full-text queries.</summary>
internal sealed class FullTextParser(string text)
{
    private const int DeepestNesting = 100;

    private int _at;
    private int _depth;

    public FullTextQuery Parse()
    {
        FullTextQuery query = Clauses();
        return _at == text.Length ? query : throw Wrong("an unexpected ')'");
    }

    private FullTextQuery Clauses()
    {
        List<(Occur Occur, FullTextQuery Query)> items = [];
        bool and = false;
        while (!AtEnd())
        {
            Occur occur = Occur.Should;
            if (TakeWord("AND") || TakeWord("&&"))
            {
                if (items.Count > 0 && items[^1].Occur == Occur.Should)
                {
                    items[^1] = (Occur.Must, items[^1].Query);
                }

                and = true;
                continue;
            }

            if (TakeWord("OR") || TakeWord("||"))
            {
                continue;
            }

            if (TakeWord("NOT") || Take('-') || Take('!'))
            {
                occur = Occur.MustNot;
            }
            else if (Take('+') || and)
            {
                occur = Occur.Must;
            }

            and = false;
            if (AtEnd())
            {
                break;
            }

            if (Clause(null) is { } clause)
            {
                items.Add((occur, clause));
            }
        }

        return new Clauses(items);
    }

    private FullTextQuery? Clause(string? key)
    {
        if (Take('('))
        {
            if (++_depth > DeepestNesting)
            {
                throw Wrong("parentheses nested too deep");
            }

            FullTextQuery inner = Clauses();
            _depth--;
            return Take(')') ? inner : throw Wrong("a missing ')'");
        }

        if (Take('"'))
        {
            int end = text.IndexOf('"', _at);
            if (end < 0)
            {
                throw Wrong("a missing '\"'");
            }

            string[] words = [.. FullTextWords.Of(text[_at..end])];
            _at = end + 1;
            SkipSuffix();
            return words.Length == 0 ? null : new Phrase(key, words);
        }

        int start = _at;
        while (_at < text.Length && !char.IsWhiteSpace(text[_at]) && !"()\":^~".Contains(text[_at]))
        {
            _at += text[_at] == '\\' ? 2 : 1;
        }

        _at = Math.Min(_at, text.Length);
        string term = text[start.._at].Replace("\\", "", StringComparison.Ordinal);
        if (_at < text.Length && text[_at] == ':' && key is null && term.Length > 0)
        {
            _at++;
            return Clause(term);
        }

        if (_at == start)
        {
            throw Wrong($"an unexpected '{text[_at]}'");
        }

        return Term(key, term);
    }

    private FullTextQuery? Term(string? key, string term)
    {
        if (_at < text.Length && text[_at] == '~')
        {
            _at++;
            int edits = _at < text.Length && text[_at] is '0' or '1' or '2' ? text[_at] - '0' : 2;
            SkipSuffix();
            return new Word(key, FullTextWords.Folded(term), WordKind.Fuzzy, edits);
        }

        SkipSuffix();
        if (term.AsSpan().IndexOfAny('*', '?') is var wild and >= 0)
        {
            string folded = FullTextWords.Folded(term);
            return wild == term.Length - 1 && term[wild] == '*'
                ? new Word(key, folded[..^1], WordKind.Prefix, 0)
                : new Word(key, folded, WordKind.Pattern, 0);
        }

        string[] words = [.. FullTextWords.Of(term)];
        return words.Length switch
        {
            0 => null,
            1 => new Word(key, words[0], WordKind.Exact, 0),
            _ => new Phrase(key, words),
        };
    }

    // A boost (^2) does not change the order here; the number is read and left aside.
    private void SkipSuffix()
    {
        while (_at < text.Length && (text[_at] is '^' or '~' or '.' || char.IsAsciiDigit(text[_at])))
        {
            _at++;
        }
    }

    private bool AtEnd()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
        {
            _at++;
        }

        return _at == text.Length || text[_at] == ')';
    }

    private bool Take(char letter)
    {
        if (_at < text.Length && text[_at] == letter)
        {
            _at++;
            return true;
        }

        return false;
    }

    private bool TakeWord(string word)
    {
        if (string.CompareOrdinal(text, _at, word, 0, word.Length) == 0
            && (_at + word.Length == text.Length || char.IsWhiteSpace(text[_at + word.Length]) || text[_at + word.Length] == '('))
        {
            _at += word.Length;
            return true;
        }

        return false;
    }

    private GraphException Wrong(string what) =>
        new("Neo.ClientError.Statement.ArgumentError", $"The full-text query has {what} at position {_at + 1}: {text}") { Kind = "ArgumentError" };
}
