using Chancery.Extraction.Tagging;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Mentions;

/// <summary>A segment with all that is known of its tokens, and the drafts found in it so far.</summary>
internal sealed class Scan(Segment segment, CableContext context, TokenFacts facts, List<TaggedRange> tagged)
{
    private const int FirmBlocker = 60;

    private readonly List<int> _barred = [];
    private readonly Draft?[] _at = new Draft?[segment.Tokens.Length];
    private readonly Token[] _tokens = segment.Tokens;
    private readonly string _text = segment.Text.Value;

    public Segment Segment { get; } = segment;

    public CableContext Context { get; } = context;

    public TokenFacts Facts { get; } = facts;

    public List<TaggedRange> Tagged { get; } = tagged;

    /// <summary>Candidates of every rule, overlapping.</summary>
    public List<Draft> Candidates { get; } = [];

    /// <summary>The chosen drafts, in order, none overlapping another; positions come in a second layer.</summary>
    public List<Draft> Chosen { get; } = [];

    public Token[] Tokens => _tokens;

    public int Count => _tokens.Length;

    public bool Capitals => Segment.Capitals;

    public ReadOnlySpan<char> Text(int token) =>
        (uint)token < (uint)_tokens.Length ? _text.AsSpan(_tokens[token].Start, _tokens[token].Length) : default;

    public bool Is(int token, string word)
    {
        ReadOnlySpan<char> text = Text(token);
        return MayBe(text, word) && text.Equals(word, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Is it one of these words?</summary>
    public bool Is(int token, params ReadOnlySpan<string> words)
    {
        ReadOnlySpan<char> text = Text(token);
        foreach (string word in words)
        {
            if (MayBe(text, word) && text.Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A quick no: most words differ in length or in their first letter. (Letters beyond ASCII may have cases that are ASCII.)</summary>
    private static bool MayBe(ReadOnlySpan<char> text, string word) =>
        text.Length == word.Length && (text.Length == 0 || (text[0] | 0x20) == (word[0] | 0x20) || !char.IsAscii(text[0]) || !char.IsAscii(word[0]));

    public bool IsMark(int token, char mark) =>
        (uint)token < (uint)_tokens.Length && _tokens[token].Length == 1 && _text[_tokens[token].Start] == mark;

    public bool Has(int token, TokenShape shape) => (uint)token < (uint)_tokens.Length && (_tokens[token].Shape & shape) != 0;

    public bool In(WordList words, int token) => (uint)token < (uint)_tokens.Length && words.Contains(_tokens[token].Fold);

    /// <summary>A word with a capital; in capitals-only text a word that is not known to be written small.</summary>
    public bool Named(int token) => Has(token, TokenShape.Word) && Has(token, TokenShape.Capital)
        && (!Capitals || (Facts.Words[token] & Gazetteers.WordKind.Lower) == 0);

    public Draft Add(TokenRange range, EntityType type, double confidence, string reason, int priority)
    {
        // "told Brandt I agreed": the writer is no part of the name.
        if (type == EntityType.Person && range.Count > 1 && Text(range.End - 1) is "I" && Has(range.End, TokenShape.Word) && !Has(range.End, TokenShape.Capital))
        {
            range = range with { End = range.End - 1 };
        }

        var draft = Draft.In(Segment, range, type, confidence, reason, priority);
        Candidates.Add(draft);
        return draft;
    }

    /// <summary>The chosen draft that covers a token.</summary>
    public Draft? At(int token) => (uint)token < (uint)_at.Length ? _at[token] : null;

    public Draft? EndingAt(int token) => At(token - 1) is { } draft && draft.Tokens.End == token ? draft : null;

    public Draft? StartingAt(int token) => At(token) is { } draft && draft.Tokens.Start == token ? draft : null;

    /// <summary>The chosen drafts that begin inside a range.</summary>
    public IEnumerable<Draft> Within(TokenRange range)
    {
        for (int i = range.Start; i < range.End; i++)
        {
            if (StartingAt(i) is { } draft)
            {
                yield return draft;
                i = draft.Tokens.End - 1;
            }
        }
    }

    /// <summary>Takes back chosen drafts that another reading replaces.</summary>
    public void Remove(Predicate<Draft> replaced)
    {
        if (Chosen.RemoveAll(replaced) > 0)
        {
            Place();
        }
    }

    private void Place()
    {
        Array.Clear(_at);
        foreach (Draft draft in Chosen)
        {
            _at.AsSpan(draft.Tokens.Start, draft.Tokens.Count).Fill(draft);
        }
    }

    /// <summary>Of overlapping candidates the one of the higher priority stays, then the longer, then the earlier.</summary>
    public void Choose()
    {
        Candidates.Sort((a, b) =>
            a.Priority != b.Priority ? b.Priority.CompareTo(a.Priority)
            : a.Tokens.Count != b.Tokens.Count ? b.Tokens.Count.CompareTo(a.Tokens.Count)
            : a.Tokens.Start.CompareTo(b.Tokens.Start));
        var taken = new bool[Count];
        foreach (Draft candidate in Candidates)
        {
            bool free = true;
            for (int i = candidate.Tokens.Start; i < candidate.Tokens.End && free; i++)
            {
                free = !taken[i];
            }

            if (!free)
            {
                continue;
            }

            taken.AsSpan(candidate.Tokens.Start, candidate.Tokens.Count).Fill(true);
            if (candidate.Reason != Blocker)
            {
                Chosen.Add(candidate);
            }
            else if (candidate.Priority >= FirmBlocker)
            {
                _barred.AddRange(Enumerable.Range(candidate.Tokens.Start, candidate.Tokens.Count));
            }
        }

        Chosen.Sort((a, b) => a.Tokens.Start.CompareTo(b.Tokens.Start));
        Candidates.Clear();
        Place();
    }

    /// <summary>A rule said that no entity stands here, so that what is found elsewhere does not come back.</summary>
    public bool IsBarred(int token) => _barred.Contains(token);

    /// <summary>Chooses further candidates where nothing was chosen yet.</summary>
    public void Add()
    {
        if (Candidates.Count == 0)
        {
            return;
        }

        foreach (Draft candidate in Candidates)
        {
            if (_at.AsSpan(candidate.Tokens.Start, candidate.Tokens.Count).IndexOfAnyExcept((Draft?)null) < 0)
            {
                Chosen.Add(candidate);
                _at.AsSpan(candidate.Tokens.Start, candidate.Tokens.Count).Fill(candidate);
            }
        }

        Chosen.Sort((a, b) => a.Tokens.Start.CompareTo(b.Tokens.Start));
        Candidates.Clear();
        Place();
    }

    /// <summary>The reason of a candidate that only keeps others away: a treaty's name, a series.</summary>
    public const string Blocker = "no entity";
}
