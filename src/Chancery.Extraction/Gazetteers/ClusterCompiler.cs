using System.IO.Compression;
using System.Numerics;
using System.Text.Json;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Gazetteers;

/// <summary>
/// Groups words by the company they keep: for each frequent word the counts of its neighbours, projected at random to a short vector, and
/// k-means over those. Words of one group behave alike ("Bucharest", "Ankara"), also those that no annotated text has.
/// </summary>
internal static class ClusterCompiler
{
    public const int Clusters = 255;
    private const int Dimensions = 96;
    private const int Vocabulary = 40_000;
    private const int Rounds = 12;

    /// <summary>Writes a count, 32-bit hashes of folded words ascending, and a byte of group for each.</summary>
    /// <param name="paths">JSON lines with a <c>text</c>, gzipped or not.</param>
    public static void Write(string output, IEnumerable<string> paths)
    {
        List<ulong[]> texts = [.. paths.SelectMany(Texts)];
        var counts = new Dictionary<ulong, int>();
        foreach (ulong word in texts.SelectMany(text => text))
        {
            counts[word] = counts.GetValueOrDefault(word) + 1;
        }

        ulong[] words = [.. counts.Where(pair => pair.Value >= 4).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(Vocabulary).Select(pair => pair.Key)];
        float[] vectors = Vectors(texts, words, counts);
        byte[] groups = Group(vectors, words.Length);
        (uint Key, byte Group)[] rows = [.. words.Select((word, i) => (WordSets.Key(word), groups[i])).DistinctBy(row => row.Item1).OrderBy(row => row.Item1)];
        using var writer = new BinaryWriter(File.Create(output));
        writer.Write(rows.Length);
        foreach ((uint key, _) in rows)
        {
            writer.Write(key);
        }

        foreach ((_, byte group) in rows)
        {
            writer.Write(group);
        }
    }

    private static IEnumerable<ulong[]> Texts(string path)
    {
        using Stream file = File.OpenRead(path);
        using Stream plain = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(plain);
        while (reader.ReadLine() is string line)
        {
            using var json = JsonDocument.Parse(line);
            string text = json.RootElement.GetProperty("text").GetString() ?? "";
            yield return [.. Tokenizer.Tokenize(text).Select(token => token.Is(TokenShape.Number) ? 0x1000UL + (ulong)token.Length : token.Fold)];
        }
    }

    /// <summary>Each neighbour adds its own random direction, by side, weighed down by how common it is.</summary>
    private static float[] Vectors(List<ulong[]> texts, ulong[] words, Dictionary<ulong, int> counts)
    {
        var index = words.Select((word, i) => (word, i)).ToDictionary(pair => pair.word, pair => pair.i);
        var vectors = new float[words.Length * Dimensions];
        foreach (ulong[] text in texts)
        {
            for (int i = 0; i < text.Length; i++)
            {
                if (!index.TryGetValue(text[i], out int row))
                {
                    continue;
                }

                Span<float> vector = vectors.AsSpan(row * Dimensions, Dimensions);
                for (int side = -2; side <= 2; side++)
                {
                    int other = i + side;
                    if (side != 0 && other >= 0 && other < text.Length && counts[text[other]] >= 20)
                    {
                        float weight = (Math.Abs(side) == 1 ? 1f : 0.5f) / MathF.Sqrt(counts[text[other]]);
                        Add(vector, text[other] ^ ((ulong)(side + 3) * 0x9E3779B97F4A7C15UL), weight);
                    }
                }
            }
        }

        for (int row = 0; row < words.Length; row++)
        {
            Normalise(vectors.AsSpan(row * Dimensions, Dimensions));
        }

        return vectors;
    }

    private static void Add(Span<float> vector, ulong seed, float weight)
    {
        for (int part = 0; part < Dimensions; part += 64)
        {
            seed += 0x9E3779B97F4A7C15;
            ulong bits = (seed ^ (seed >> 30)) * 0xBF58476D1CE4E5B9;
            bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
            bits ^= bits >> 31;
            for (int i = 0; i < 64 && part + i < Dimensions; i++)
            {
                vector[part + i] += (bits >> i & 1) == 0 ? weight : -weight;
            }
        }
    }

    private static void Normalise(Span<float> vector)
    {
        float length = 0;
        for (int i = 0; i < vector.Length; i++)
        {
            vector[i] = MathF.Sign(vector[i]) * MathF.Sqrt(MathF.Abs(vector[i]));
            length += vector[i] * vector[i];
        }

        float scale = length > 0 ? 1 / MathF.Sqrt(length) : 0;
        for (int i = 0; i < vector.Length; i++)
        {
            vector[i] *= scale;
        }
    }

    /// <summary>Spherical k-means from the most frequent words as first centres; the same input gives the same groups.</summary>
    private static byte[] Group(float[] vectors, int count)
    {
        var centres = new float[Clusters * Dimensions];
        int stride = Math.Max(1, Math.Min(count, 4 * Clusters) / Clusters);
        for (int k = 0; k < Clusters && k * stride < count; k++)
        {
            vectors.AsSpan(k * stride * Dimensions, Dimensions).CopyTo(centres.AsSpan(k * Dimensions));
        }

        var groups = new byte[count];
        for (int round = 0; round < Rounds; round++)
        {
            for (int row = 0; row < count; row++)
            {
                groups[row] = Nearest(vectors.AsSpan(row * Dimensions, Dimensions), centres);
            }

            Array.Clear(centres);
            for (int row = 0; row < count; row++)
            {
                Span<float> centre = centres.AsSpan((groups[row] - 1) * Dimensions, Dimensions);
                for (int i = 0; i < Dimensions; i++)
                {
                    centre[i] += vectors[(row * Dimensions) + i];
                }
            }

            for (int k = 0; k < Clusters; k++)
            {
                Length(centres.AsSpan(k * Dimensions, Dimensions));
            }
        }

        return groups;
    }

    private static void Length(Span<float> centre)
    {
        float length = 0;
        foreach (float value in centre)
        {
            length += value * value;
        }

        float scale = length > 0 ? 1 / MathF.Sqrt(length) : 0;
        for (int i = 0; i < centre.Length; i++)
        {
            centre[i] *= scale;
        }
    }

    private static byte Nearest(ReadOnlySpan<float> vector, float[] centres)
    {
        int best = 0;
        float most = float.MinValue;
        for (int k = 0; k < Clusters; k++)
        {
            Vector<float> sum = Vector<float>.Zero;
            ReadOnlySpan<float> centre = centres.AsSpan(k * Dimensions, Dimensions);
            for (int i = 0; i < Dimensions; i += Vector<float>.Count)
            {
                sum += new Vector<float>(vector[i..]) * new Vector<float>(centre[i..]);
            }

            float likeness = Vector.Sum(sum);
            if (likeness > most)
            {
                (best, most) = (k, likeness);
            }
        }

        return (byte)(best + 1);
    }
}
