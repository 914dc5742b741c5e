namespace Chancery.Cables.Markup;

internal enum MarkupKind
{
    Text,
    Open,
    Close,
    Empty,
}

/// <summary>
/// Walks HTML or XML from tag to tag, keeping places in the source, which a document tree would lose for text. Tolerant: what is no tag is text.
/// </summary>
internal ref struct MarkupScanner(string source, int start, int end)
{
    private int _at = start;

    public MarkupKind Kind { get; private set; }

    /// <summary>The token in the source, brackets included.</summary>
    public TextSpan Span { get; private set; }

    public ReadOnlySpan<char> Name { get; private set; }

    /// <summary>Comments, declarations, scripts and style sheets are passed over.</summary>
    public bool Next()
    {
        while (_at < end)
        {
            if (source[_at] != '<' || !IsTagStart(_at + 1))
            {
                int stop = _at + 1;
                while (stop < end && !(source[stop] == '<' && IsTagStart(stop + 1)))
                {
                    int skip = source.AsSpan(stop, end - stop).IndexOf('<');
                    stop = skip < 0 ? end : skip == 0 ? stop + 1 : stop + skip;
                }

                Kind = MarkupKind.Text;
                Name = default;
                Span = new TextSpan(_at, stop);
                _at = stop;
                return true;
            }

            if (source[_at + 1] is '!' or '?')
            {
                _at = SkipDeclaration(_at);
                continue;
            }

            ReadTag();
            if (Kind == MarkupKind.Open && (Name.Equals("script", StringComparison.OrdinalIgnoreCase) || Name.Equals("style", StringComparison.OrdinalIgnoreCase)))
            {
                int close = source.AsSpan(_at, end - _at).IndexOf($"</{Name}", StringComparison.OrdinalIgnoreCase);
                _at = close < 0 ? end : _at + close;
                continue;
            }

            return true;
        }

        return false;
    }

    /// <summary>The value of an attribute of the current tag; empty where it has none.</summary>
    public readonly ReadOnlySpan<char> Attribute(ReadOnlySpan<char> name)
    {
        ReadOnlySpan<char> tag = source.AsSpan(Span.Start, Span.Length);
        int from = 0;
        while (true)
        {
            int found = tag[from..].IndexOf(name, StringComparison.OrdinalIgnoreCase);
            if (found < 0)
            {
                return default;
            }

            int at = from + found + name.Length;
            bool whole = from + found > 0 && char.IsWhiteSpace(tag[from + found - 1]);
            while (at < tag.Length && char.IsWhiteSpace(tag[at]))
            {
                at++;
            }

            if (whole && at + 1 < tag.Length && tag[at] == '=')
            {
                ReadOnlySpan<char> value = tag[(at + 1)..].TrimStart();
                if (value.Length > 0 && value[0] is '"' or '\'')
                {
                    int close = value[1..].IndexOf(value[0]);
                    return close < 0 ? default : value.Slice(1, close);
                }

                int stop = value.IndexOfAny(" \t\r\n>");
                return stop < 0 ? value : value[..stop];
            }

            from = from + found + name.Length;
        }
    }

    private readonly bool IsTagStart(int at) => at < end && (char.IsAsciiLetter(source[at]) || source[at] is '!' or '?' || (source[at] == '/' && at + 1 < end && char.IsAsciiLetter(source[at + 1])));

    private readonly int SkipDeclaration(int at)
    {
        ReadOnlySpan<char> rest = source.AsSpan(at, end - at);
        if (rest.StartsWith("<!--", StringComparison.Ordinal))
        {
            int close = rest.IndexOf("-->", StringComparison.Ordinal);
            return close < 0 ? end : at + close + 3;
        }

        int stop = rest.IndexOf('>');
        return stop < 0 ? end : at + stop + 1;
    }

    private void ReadTag()
    {
        int at = _at + 1;
        Kind = MarkupKind.Open;
        if (source[at] == '/')
        {
            Kind = MarkupKind.Close;
            at++;
        }

        int name = at;
        while (at < end && (char.IsLetterOrDigit(source[at]) || source[at] is ':' or '-' or '_'))
        {
            at++;
        }

        Name = source.AsSpan(name, at - name);

        // A bracket inside a quoted attribute does not close the tag.
        char quote = '\0';
        while (at < end && (quote != '\0' || source[at] != '>'))
        {
            char c = source[at];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' or '\'')
            {
                quote = c;
            }

            at++;
        }

        if (Kind == MarkupKind.Open && at > name && at < end && source[at - 1] == '/')
        {
            Kind = MarkupKind.Empty;
        }

        int stop = Math.Min(end, at + 1);
        Span = new TextSpan(_at, stop);
        _at = stop;
    }
}
