using System.IO.Compression;
using System.Text.Json;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Gazetteers;

/// <summary>
/// Groups words by the company they keep: k-means over their <see cref="WordVectors"/>, and again over the groups' centres, so that each
/// word has a fine, a middle and a coarse group. Words of one group behave alike ("Bucharest", "Ankara"), also those that no annotated
/// text has.
/// </summary>
internal static class ClusterCompiler
{
    private const int Vocabulary = 60_000;
    private const int Rounds = 10;

    /// <summary>How often texts other than telegrams count: they are few, and stand for the language of today.</summary>
    private const int Weight = 3;

    /// <summary>Writes word groups as <see cref="WordGroups.Read"/> reads them.</summary>
    /// <param name="telegrams">JSON lines with a <c>text</c>, gzipped or not.</param>
    /// <param name="others">The like, of which each counts several times.</param>
    public static void Write(string output, IEnumerable<string> telegrams, IEnumerable<string> others)
    {
        List<ulong[]> texts = [.. telegrams.SelectMany(Texts)];
        List<ulong[]> few = [.. others.SelectMany(Texts)];
        List<ulong[]> mixed = Mix(texts, few);
        var counts = new Dictionary<ulong, int>();
        foreach (ulong word in mixed.SelectMany(text => text))
        {
            counts[word] = counts.GetValueOrDefault(word) + 1;
        }

        ulong[] words = [.. counts.Where(pair => pair.Value >= 4).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(Vocabulary).Select(pair => pair.Key)];
        Dictionary<ulong, int> numbers = words.Select((word, i) => (word, i)).ToDictionary(pair => pair.word, pair => pair.i);
        float[] vectors = WordVectors.Learn([.. mixed.Select(text => Array.ConvertAll(text, word => numbers.GetValueOrDefault(word, -1)))], [.. words.Select(word => counts[word])]);
        (ushort[] fine, float[] fineCentres) = Group(vectors, WordGroups.Fine);
        (ushort[] middle, float[] middleCentres) = Group(fineCentres, WordGroups.Middle);
        (ushort[] coarse, _) = Group(middleCentres, WordGroups.Coarse);
        (uint Key, ushort Group)[] rows = [.. words.Select((word, i) => (WordSets.Key(word), fine[i])).DistinctBy(row => row.Item1).OrderBy(row => row.Item1)];
        WordGroups.Write(output, rows, middle, [.. middle.Select(group => coarse[group])]);
    }

    /// <summary>The few texts spread evenly among the many, each as often as its weight says.</summary>
    private static List<ulong[]> Mix(List<ulong[]> many, List<ulong[]> few)
    {
        List<(double Place, ulong[] Text)> placed = [.. many.Select((text, i) => ((double)i / many.Count, text))];
        for (int copy = 0; copy < Weight; copy++)
        {
            placed.AddRange(few.Select((text, i) => (((double)i / few.Count + copy) / Weight, text)));
        }

        return [.. placed.OrderBy(text => text.Place).Select(text => text.Text)];
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

    /// <summary>Spherical k-means, rows spread over the whole as first centres; the same input gives the same groups.</summary>
    private static (ushort[] Groups, float[] Centres) Group(float[] vectors, int groups)
    {
        const int size = WordVectors.Size;
        int count = vectors.Length / size;
        var centres = new float[groups * size];
        int stride = Math.Max(1, Math.Min(count, 8 * groups) / groups);
        for (int k = 0; k < groups && k * stride < count; k++)
        {
            vectors.AsSpan(k * stride * size, size).CopyTo(centres.AsSpan(k * size));
        }

        var assigned = new ushort[count];
        for (int round = 0; round < Rounds; round++)
        {
            for (int row = 0; row < count; row++)
            {
                assigned[row] = Nearest(vectors.AsSpan(row * size, size), centres, groups);
            }

            Array.Clear(centres);
            for (int row = 0; row < count; row++)
            {
                Span<float> centre = centres.AsSpan(assigned[row] * size, size);
                for (int i = 0; i < size; i++)
                {
                    centre[i] += vectors[(row * size) + i];
                }
            }

            for (int k = 0; k < groups; k++)
            {
                WordVectors.Normalise(centres.AsSpan(k * size, size));
            }
        }

        return (assigned, centres);
    }

    private static ushort Nearest(ReadOnlySpan<float> vector, float[] centres, int groups)
    {
        int best = 0;
        float most = float.MinValue;
        for (int k = 0; k < groups; k++)
        {
            float likeness = WordVectors.Dot(vector, centres.AsSpan(k * WordVectors.Size, WordVectors.Size));
            if (likeness > most)
            {
                (best, most) = (k, likeness);
            }
        }

        return (ushort)best;
    }
}
