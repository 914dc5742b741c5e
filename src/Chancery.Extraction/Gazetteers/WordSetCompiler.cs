using System.IO.Compression;
using System.Text.Json;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Gazetteers;

/// <summary>Writes words.bin: kinds of words from name lists, GeoNames and counts of upper and lower case in FRUS telegrams.</summary>
internal static class WordSetCompiler
{
    public static void Write(string path, string gazetteers, string frus, List<string[]> cities)
    {
        var kinds = new SortedDictionary<uint, WordKind>();
        void Add(string word, WordKind kind)
        {
            uint key = WordSets.Key(Folding.Hash(word));
            kinds[key] = kinds.GetValueOrDefault(key) | kind;
        }

        int rank = 0;
        foreach (string[] row in GazetteerCompiler.Rows(gazetteers, "surnames.tsv.gz"))
        {
            Add(row[0], rank++ < 2000 ? WordKind.Surname | WordKind.CommonSurname : WordKind.Surname);
        }

        foreach (string[] row in GazetteerCompiler.Rows(gazetteers, "given_names.tsv"))
        {
            Add(row[0], WordKind.GivenName);
        }

        foreach (string[] row in cities)
        {
            string[] words = row[0].Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
            foreach (string word in words.Where(word => word.Length > 3))
            {
                Add(word, words.Length == 1 ? WordKind.PlaceWord | WordKind.PlaceName : WordKind.PlaceWord);
            }
        }

        foreach ((ulong fold, WordKind kind) in Cases(Path.Combine(frus, "telegrams")))
        {
            uint key = WordSets.Key(fold);
            kinds[key] = kinds.GetValueOrDefault(key) | kind;
        }

        using var writer = new BinaryWriter(File.Create(path));
        writer.Write(kinds.Count);
        foreach (uint key in kinds.Keys)
        {
            writer.Write(key);
        }

        foreach (WordKind kind in kinds.Values)
        {
            writer.Write((byte)kind);
        }
    }

    /// <summary>How words are written inside sentences of the training telegrams.</summary>
    private static IEnumerable<(ulong Fold, WordKind Kind)> Cases(string folder)
    {
        var counts = new Dictionary<ulong, (int Lower, int Upper)>();
        foreach (string file in Directory.GetFiles(folder, "train-*.jsonl.gz").Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
            while (reader.ReadLine() is string line)
            {
                using var json = JsonDocument.Parse(line);
                Count(json.RootElement.GetProperty("text").GetString() ?? "", counts);
            }
        }

        foreach ((ulong fold, (int lower, int upper)) in counts)
        {
            if (lower >= 3 && lower >= 9 * upper)
            {
                yield return (fold, WordKind.Lower);
            }
            else if (upper >= 3 && upper >= 9 * lower)
            {
                yield return (fold, WordKind.Capital);
            }
        }
    }

    private static void Count(string text, Dictionary<ulong, (int Lower, int Upper)> counts)
    {
        Token[] tokens = Tokenizer.Tokenize(text);
        if (tokens.Count(token => token.Is(TokenShape.AllCapitals)) * 3 > tokens.Count(token => token.Is(TokenShape.Word)))
        {
            return;
        }

        foreach (TokenRange sentence in Sentences.Split(text, tokens))
        {
            for (int i = sentence.Start + 1; i < sentence.End; i++)
            {
                Token token = tokens[i];
                if (token.Is(TokenShape.Word) && token.Length > 1)
                {
                    (int lower, int upper) = counts.GetValueOrDefault(token.Fold);
                    counts[token.Fold] = token.Is(TokenShape.Capital) ? (lower, upper + 1) : (lower + 1, upper);
                }
            }
        }
    }
}
