using System.Numerics;

namespace Chancery.Extraction.Gazetteers;

/// <summary>
/// Vectors of words learned from running text by skip-grams with negative sampling: words that stand among the same neighbours come to lie
/// close together. One thread and a generator of our own: the same texts give the same vectors.
/// </summary>
internal sealed class WordVectors
{
    public const int Size = 64;
    private const int Window = 2;
    private const int Negatives = 5;
    private const int Epochs = 3;
    private const float FirstRate = 0.04f;
    private const double Subsample = 2e-4;
    private const int NoiseSize = 1 << 20;

    private readonly float[] _inner;
    private readonly float[] _outer;
    private readonly int[] _noise = new int[NoiseSize];
    private readonly float[] _keep;
    private readonly float[] _change = new float[Size];
    private ulong _state = 1;

    private WordVectors(int[] counts)
    {
        _inner = new float[counts.Length * Size];
        _outer = new float[counts.Length * Size];
        for (int i = 0; i < _inner.Length; i++)
        {
            _inner[i] = (((Next() & 0xFFFF) / 65536f) - 0.5f) / Size;
        }

        double total = counts.Sum(count => (double)count);
        _keep = [.. counts.Select(count => (float)Math.Min(1, Math.Sqrt(Subsample * total / count) + (Subsample * total / count)))];
        FillNoise(counts);
    }

    /// <summary>A vector of length one for each word, laid end to end.</summary>
    /// <param name="texts">Words by number; -1 for those without one.</param>
    /// <param name="counts">How often each word stands in the texts.</param>
    public static float[] Learn(IReadOnlyList<int[]> texts, int[] counts)
    {
        var vectors = new WordVectors(counts);
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            for (int i = 0; i < texts.Count; i++)
            {
                float left = 1 - (((float)epoch + ((float)i / texts.Count)) / Epochs);
                vectors.Read(texts[i], FirstRate * Math.Max(left, 0.01f));
            }
        }

        for (int word = 0; word < counts.Length; word++)
        {
            Normalise(vectors._inner.AsSpan(word * Size, Size));
        }

        return vectors._inner;
    }

    public static void Normalise(Span<float> vector)
    {
        float length = 0;
        foreach (float value in vector)
        {
            length += value * value;
        }

        float scale = length > 0 ? 1 / MathF.Sqrt(length) : 0;
        for (int i = 0; i < vector.Length; i++)
        {
            vector[i] *= scale;
        }
    }

    /// <summary>Words are drawn as noise by their count to the power of three quarters.</summary>
    private void FillNoise(int[] counts)
    {
        double total = counts.Sum(count => Math.Pow(count, 0.75));
        double reached = 0;
        int slot = 0;
        for (int word = 0; word < counts.Length; word++)
        {
            reached += Math.Pow(counts[word], 0.75);
            for (; slot < NoiseSize && slot < reached / total * NoiseSize; slot++)
            {
                _noise[slot] = word;
            }
        }
    }

    private void Read(int[] text, float rate)
    {
        var kept = new List<int>(text.Length);
        foreach (int word in text)
        {
            if (word < 0 || (Next() & 0xFFFFFF) / 16777216f < _keep[word])
            {
                kept.Add(word);
            }
        }

        for (int i = 0; i < kept.Count; i++)
        {
            int reach = 1 + (int)(Next() % Window);
            for (int j = Math.Max(0, i - reach); j <= Math.Min(kept.Count - 1, i + reach); j++)
            {
                if (j != i && kept[i] >= 0 && kept[j] >= 0)
                {
                    Pair(kept[i], kept[j], rate);
                }
            }
        }
    }

    private void Pair(int word, int neighbour, float rate)
    {
        Span<float> inner = _inner.AsSpan(word * Size, Size);
        Span<float> change = _change;
        change.Clear();
        for (int k = 0; k <= Negatives; k++)
        {
            int other = k == 0 ? neighbour : _noise[(int)(Next() % NoiseSize)];
            if (k > 0 && other == neighbour)
            {
                continue;
            }

            Span<float> outer = _outer.AsSpan(other * Size, Size);
            float likeness = Dot(inner, outer);
            float step = ((k == 0 ? 1 : 0) - (1 / (1 + MathF.Exp(-Math.Clamp(likeness, -8, 8))))) * rate;
            for (int i = 0; i < Size; i += Vector<float>.Count)
            {
                var from = new Vector<float>(outer[i..]);
                (new Vector<float>(change[i..]) + (from * step)).CopyTo(change[i..]);
                (from + (new Vector<float>(inner[i..]) * step)).CopyTo(outer[i..]);
            }
        }

        for (int i = 0; i < Size; i += Vector<float>.Count)
        {
            (new Vector<float>(inner[i..]) + new Vector<float>(change[i..])).CopyTo(inner[i..]);
        }
    }

    internal static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        Vector<float> sum = Vector<float>.Zero;
        for (int i = 0; i < a.Length; i += Vector<float>.Count)
        {
            sum += new Vector<float>(a[i..]) * new Vector<float>(b[i..]);
        }

        return Vector.Sum(sum);
    }

    private ulong Next()
    {
        ulong z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
