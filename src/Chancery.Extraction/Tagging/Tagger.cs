using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Tagging;

/// <summary>Labels the tokens of a sentence with the best path under the model, and tells how much better it was than the next.</summary>
internal sealed class Tagger(TaggerModel model)
{
    private const int Labels = Tag.Count;

    /// <summary>Low enough never to win, high enough never to overflow.</summary>
    private const int Never = -1 << 24;

    private int[] _scores = new int[64 * TaggerModel.Row];
    private int[] _forward = new int[64 * TaggerModel.Row];
    private int[] _backward = new int[64 * TaggerModel.Row];
    private byte[] _back = new byte[64 * TaggerModel.Row];

    /// <summary>Appends the ranges that the model names in the text's sentences.</summary>
    public void Read(ReadOnlySpan<char> text, Token[] tokens, IReadOnlyList<TokenRange> sentences, TokenFacts facts, List<TaggedRange> found)
    {
        foreach (TokenRange sentence in sentences)
        {
            TagSentence(text, tokens, sentence, facts, found);
        }
    }

    private void TagSentence(ReadOnlySpan<char> text, Token[] tokens, TokenRange sentence, TokenFacts facts, List<TaggedRange> found)
    {
        int count = sentence.Count;
        if (_scores.Length < count * TaggerModel.Row)
        {
            _scores = new int[count * TaggerModel.Row * 2];
            _forward = new int[_scores.Length];
            _backward = new int[_scores.Length];
            _back = new byte[_scores.Length];
        }

        var extractor = new FeatureExtractor(text, tokens, facts, sentence, (uint)model.Slots - 1);
        Span<uint> features = stackalloc uint[FeatureExtractor.Capacity];
        for (int i = 0; i < count; i++)
        {
            int n = extractor.Extract(sentence.Start + i, features);
            Sum(features[..n], _scores.AsSpan(i * TaggerModel.Row, TaggerModel.Row));
        }

        Forward(count);
        Collect(count, sentence, found);
    }

    private void Sum(ReadOnlySpan<uint> features, Span<int> scores)
    {
        ref sbyte weights = ref MemoryMarshal.GetArrayDataReference(model.Weights);
        Vector128<short> low = Vector128<short>.Zero;
        Vector128<short> high = Vector128<short>.Zero;
        foreach (uint feature in features)
        {
            Vector128<sbyte> row = Vector128.LoadUnsafe(ref weights, feature * TaggerModel.Row);
            (Vector128<short> a, Vector128<short> b) = Vector128.Widen(row);
            low += a;
            high += b;
        }

        (Vector128<int> first, Vector128<int> second) = Vector128.Widen(low);
        (Vector128<int> third, Vector128<int> fourth) = Vector128.Widen(high);
        first.CopyTo(scores);
        second.CopyTo(scores[4..]);
        third.CopyTo(scores[8..]);
        fourth.CopyTo(scores[12..]);
    }

    private void Forward(int count)
    {
        short[] transitions = model.Transitions;
        for (int label = 0; label < Labels; label++)
        {
            _forward[label] = Tag.IsInside(label) ? Never : _scores[label] + transitions[(Labels * Labels) + label];
        }

        for (int i = 1; i < count; i++)
        {
            ReadOnlySpan<int> before = _forward.AsSpan((i - 1) * TaggerModel.Row, Labels);
            for (int label = 0; label < Labels; label++)
            {
                int best = Never * 2;
                int from = 0;
                if (Tag.IsInside(label))
                {
                    int begin = before[label - 1] + transitions[((label - 1) * Labels) + label];
                    int inside = before[label] + transitions[(label * Labels) + label];
                    (best, from) = begin >= inside ? (begin, label - 1) : (inside, label);
                }
                else
                {
                    for (int previous = 0; previous < Labels; previous++)
                    {
                        int score = before[previous] + transitions[(previous * Labels) + label];
                        if (score > best)
                        {
                            best = score;
                            from = previous;
                        }
                    }
                }

                _forward[(i * TaggerModel.Row) + label] = Math.Max(best, Never) + _scores[(i * TaggerModel.Row) + label];
                _back[(i * TaggerModel.Row) + label] = (byte)from;
            }
        }
    }

    private void Collect(int count, TokenRange sentence, List<TaggedRange> found)
    {
        int first = found.Count;
        int last = (count - 1) * TaggerModel.Row;
        int label = 0;
        for (int candidate = 1; candidate < Labels; candidate++)
        {
            label = _forward[last + candidate] > _forward[last + label] ? candidate : label;
        }

        if (Names(count, label))
        {
            Backward(count);
        }

        int end = count;
        float margin = float.MaxValue;
        for (int i = count - 1; i >= 0; i--)
        {
            if (label != 0)
            {
                margin = Math.Min(margin, Margin(i, label));
                if (!Tag.IsInside(label))
                {
                    found.Add(new TaggedRange(new TokenRange(sentence.Start + i, sentence.Start + end), Tag.TypeOf(label), margin));
                }
            }

            int previous = i > 0 ? _back[(i * TaggerModel.Row) + label] : 0;
            if (!Tag.IsInside(label))
            {
                end = i;
                margin = float.MaxValue;
            }

            label = previous;
        }

        found.Reverse(first, found.Count - first);
    }

    private bool Names(int count, int label)
    {
        for (int i = count - 1; i >= 0; i--)
        {
            if (label != 0)
            {
                return true;
            }

            label = i > 0 ? _back[i * TaggerModel.Row] : 0;
        }

        return false;
    }

    /// <summary>By how much the best path through the token with this type beats the best path that gives it another.</summary>
    private float Margin(int i, int label)
    {
        int own = int.MinValue;
        int other = int.MinValue;
        for (int candidate = 0; candidate < Labels; candidate++)
        {
            int path = _forward[(i * TaggerModel.Row) + candidate] + _backward[(i * TaggerModel.Row) + candidate];
            if (Tag.TypeOf(candidate) == Tag.TypeOf(label))
            {
                own = Math.Max(own, path);
            }
            else
            {
                other = Math.Max(other, path);
            }
        }

        return (own - other) * model.Scale;
    }

    /// <summary>The best score of what follows each token under each label.</summary>
    private void Backward(int count)
    {
        short[] transitions = model.Transitions;
        _backward.AsSpan((count - 1) * TaggerModel.Row, TaggerModel.Row).Clear();
        Span<int> after = stackalloc int[Labels];
        for (int i = count - 2; i >= 0; i--)
        {
            int next = (i + 1) * TaggerModel.Row;
            for (int label = 0; label < Labels; label++)
            {
                after[label] = _backward[next + label] + _scores[next + label];
            }

            for (int label = 0; label < Labels; label++)
            {
                int row = label * Labels;
                int best = after[0] + transitions[row];
                for (int begin = 1; begin < Labels; begin += 2)
                {
                    best = Math.Max(best, after[begin] + transitions[row + begin]);
                }

                if (label > 0)
                {
                    int inside = Tag.Inside(Tag.TypeOf(label));
                    best = Math.Max(best, after[inside] + transitions[row + inside]);
                }

                _backward[(i * TaggerModel.Row) + label] = best;
            }
        }
    }
}
