using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Tagging;

/// <summary>Labels the tokens of a sentence with the best path under the model, and tells how much better it was than the next.</summary>
internal sealed class Tagger(TaggerModel model)
{
    private const int Labels = Tag.Count;

    /// <summary>Low enough never to win, high enough never to overflow.</summary>
    private const int Never = -1 << 24;

    /// <summary>The weight of a step that no path takes: lower than anything added to it can make good.</summary>
    private const int Forbidden = -1 << 27;

    private const int Half = TaggerModel.Row / 2;

    private readonly Vector256<int>[] _out = Steps(model.Transitions, into: false);
    private readonly Vector256<int>[] _into = Steps(model.Transitions, into: true);

    private int[] _scores = new int[64 * TaggerModel.Row];
    private int[] _forward = new int[64 * TaggerModel.Row];
    private int[] _backward = new int[64 * TaggerModel.Row];
    private int[] _back = new int[64 * TaggerModel.Row];

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
            _back = new int[_scores.Length];
        }

        var extractor = new FeatureExtractor(text, tokens, facts, sentence, (uint)model.Slots - 1);
        Span<uint> features = stackalloc uint[FeatureExtractor.Capacity];
        Span<uint> ahead = stackalloc uint[FeatureExtractor.Capacity];
        int n = Extract(ref extractor, sentence.Start, features);
        for (int i = 0; i < count; i++)
        {
            int next = i + 1 < count ? Extract(ref extractor, sentence.Start + i + 1, ahead) : 0;
            Sum(features[..n], _scores.AsSpan(i * TaggerModel.Row, TaggerModel.Row));
            Span<uint> done = features;
            features = ahead;
            ahead = done;
            n = next;
        }

        Forward(count);
        Collect(count, sentence, found);
    }

    /// <summary>The features of a token, whose weights are on their way from memory while those of the token before are summed.</summary>
    private unsafe int Extract(ref FeatureExtractor extractor, int token, scoped Span<uint> features)
    {
        int n = extractor.Extract(token, features);
        if (Sse.IsSupported)
        {
            ref sbyte weights = ref model.Weights.First;
            foreach (uint feature in features[..n])
            {
                Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref weights, feature * TaggerModel.Row)));
            }
        }

        return n;
    }

    private void Sum(ReadOnlySpan<uint> features, Span<int> scores)
    {
        ref sbyte weights = ref model.Weights.First;
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

    /// <summary>The best score of a path to each token under each label, for all labels at once, and the label before on that path.</summary>
    private void Forward(int count)
    {
        for (int label = 0; label < Labels; label++)
        {
            _forward[label] = Tag.IsInside(label) ? Never : _scores[label] + model.Transitions[(Labels * Labels) + label];
        }

        for (int row = TaggerModel.Row; row < count * TaggerModel.Row; row += TaggerModel.Row)
        {
            ReadOnlySpan<int> before = _forward.AsSpan(row - TaggerModel.Row, Labels);
            Vector256<int> low = Vector256.Create(Never);
            Vector256<int> high = low;
            Vector256<int> fromLow = Vector256<int>.Zero;
            Vector256<int> fromHigh = Vector256<int>.Zero;
            for (int previous = 0; previous < Labels; previous++)
            {
                Vector256<int> here = Vector256.Create(previous);
                Vector256<int> start = Vector256.Create(before[previous]);
                Vector256<int> reach = start + _out[2 * previous];
                fromLow = Vector256.ConditionalSelect(Vector256.GreaterThan(reach, low), here, fromLow);
                low = Vector256.Max(reach, low);
                reach = start + _out[(2 * previous) + 1];
                fromHigh = Vector256.ConditionalSelect(Vector256.GreaterThan(reach, high), here, fromHigh);
                high = Vector256.Max(reach, high);
            }

            (low + Vector256.LoadUnsafe(ref _scores[row])).StoreUnsafe(ref _forward[row]);
            (high + Vector256.LoadUnsafe(ref _scores[row + Half])).StoreUnsafe(ref _forward[row + Half]);
            fromLow.StoreUnsafe(ref _back[row]);
            fromHigh.StoreUnsafe(ref _back[row + Half]);
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
        _backward.AsSpan((count - 1) * TaggerModel.Row, TaggerModel.Row).Clear();
        for (int row = (count - 2) * TaggerModel.Row; row >= 0; row -= TaggerModel.Row)
        {
            Vector256<int> low = Vector256.Create(int.MinValue);
            Vector256<int> high = low;
            for (int label = 0; label < Labels; label++)
            {
                int next = row + TaggerModel.Row + label;
                Vector256<int> after = Vector256.Create(_backward[next] + _scores[next]);
                low = Vector256.Max(low, after + _into[2 * label]);
                high = Vector256.Max(high, after + _into[(2 * label) + 1]);
            }

            low.StoreUnsafe(ref _backward[row]);
            high.StoreUnsafe(ref _backward[row + Half]);
        }
    }

    /// <summary>The weight of every step, two vectors for each label that it leaves (or enters).</summary>
    private static Vector256<int>[] Steps(short[] transitions, bool into)
    {
        var steps = new Vector256<int>[Labels * 2];
        Span<int> row = stackalloc int[TaggerModel.Row];
        for (int label = 0; label < Labels; label++)
        {
            row.Fill(Forbidden);
            for (int other = 0; other < Labels; other++)
            {
                (int from, int to) = into ? (other, label) : (label, other);
                row[other] = Tag.MayFollow(from, to) ? transitions[(from * Labels) + to] : Forbidden;
            }

            steps[2 * label] = Vector256.Create<int>(row);
            steps[(2 * label) + 1] = Vector256.Create<int>(row[Half..]);
        }

        return steps;
    }
}
