using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Tagging;

/// <summary>An annotated text: for each token the labels that it may bear, as a set of bits.</summary>
internal sealed class TrainingText
{
    public TrainingText(string text, bool capitals)
    {
        Text = text;
        Tokens = Tokenizer.Tokenize(text);
        Sentences = Extraction.Text.Sentences.Split(text, Tokens);
        Facts = new TokenFacts(Tokens, capitals, Gazetteer.Default);
        Allowed = new ushort[Tokens.Length];
    }

    public string Text { get; }

    public Token[] Tokens { get; }

    public List<TokenRange> Sentences { get; }

    public TokenFacts Facts { get; }

    public ushort[] Allowed { get; }

    /// <summary>The same text and labels in capitals.</summary>
    public TrainingText InCapitals()
    {
        var copy = new TrainingText(Upper(Text), capitals: true);
        if (copy.Tokens.Length == Tokens.Length)
        {
            Allowed.CopyTo(copy.Allowed, 0);
        }
        else
        {
            Array.Fill(copy.Allowed, Tag.Any);
        }

        return copy;
    }

    /// <summary>The text in capitals, no offset changed.</summary>
    public static string Upper(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (int i = 0; i < span.Length; i++)
        {
            span[i] = char.ToUpperInvariant(source[i]);
        }
    });

    /// <summary>The tokens that a span of characters touches; null where it touches none.</summary>
    public TokenRange? Tokenwise(int start, int end)
    {
        int first = Array.FindIndex(Tokens, token => token.End > start);
        if (first < 0 || Tokens[first].Start >= end)
        {
            return null;
        }

        int last = first;
        while (last + 1 < Tokens.Length && Tokens[last + 1].Start < end)
        {
            last++;
        }

        return new TokenRange(first, last + 1);
    }

    private static readonly WordList s_links = new("of for to at in on with by the and");

    private readonly Dictionary<int, TokenRange> _labelled = [];

    /// <summary>Gives the range a type, unless part of it has one; the same range may bear one type or another.</summary>
    public void Label(TokenRange range, TagType type)
    {
        bool again = false;
        for (int i = range.Start; i < range.End; i++)
        {
            if (_labelled.TryGetValue(i, out TokenRange other))
            {
                if (other != range)
                {
                    return;
                }

                again = true;
            }
        }

        for (int i = range.Start; i < range.End; i++)
        {
            _labelled[i] = range;
            var label = (ushort)(1 << (i == range.Start ? Tag.Begin(type) : Tag.Inside(type)));
            Allowed[i] = again ? (ushort)(Allowed[i] | label) : label;
        }
    }

    /// <summary>Gives what no other annotation of the range has taken a type, run by run.</summary>
    public void LabelRest(TokenRange range, TagType type)
    {
        for (int start = range.Start; start < range.End; start++)
        {
            int end = start;
            while (end < range.End && !_labelled.ContainsKey(end))
            {
                end++;
            }

            while (end > start && s_links.Contains(Tokens[end - 1]) && end < range.End)
            {
                end--;
            }

            if (end > start && Tokens[start].Is(TokenShape.Word) && !s_links.Contains(Tokens[start]))
            {
                Label(new TokenRange(start, end), type);
            }

            start = Math.Max(start, end);
        }
    }

    public void Free(TokenRange range)
    {
        for (int i = range.Start; i < range.End; i++)
        {
            Allowed[i] = Tag.Any;
        }
    }
}
