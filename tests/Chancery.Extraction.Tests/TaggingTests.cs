using System.Security.Cryptography;
using Chancery.Extraction.Tagging;
using Chancery.Extraction.Text;
using CsCheck;
using Xunit;

namespace Chancery.Extraction.Tests;

/// <summary>Training: sums over paths against every path written out, labels of nested annotations, and the same bytes from the same sets.</summary>
public sealed class TaggingTests
{
    private const int Row = TaggerModel.Row;

    private static readonly Gen<float> s_weight = Gen.Float[-3, 3];

    [Fact]
    public void Sums_over_paths_are_those_of_all_paths_written_out() =>
        Gen.Select(s_weight.Array[3 * Row], s_weight.Array[(Tag.Count + 1) * Row], Gen.Int[1, (1 << Tag.Count) - 1].Array[3]).Sample((scores, transitions, permitted) =>
        {
            ushort[] allowed = [.. permitted.Select(labels => (ushort)labels)];
            var lattice = new Lattice();
            List<(int[] Path, double Weight)> paths = [.. Paths(scores, transitions, allowed)];
            bool any = lattice.Run(scores, 3, allowed, transitions);
            Assert.Equal(paths.Count > 0, any);
            if (!any)
            {
                return;
            }

            double all = paths.Sum(path => path.Weight);
            Assert.Equal(Math.Log(all), lattice.Log, 1e-3);
            for (int i = 0; i < 3; i++)
            {
                for (int label = 0; label < Tag.Count; label++)
                {
                    Assert.Equal(paths.Where(path => path.Path[i] == label).Sum(path => path.Weight) / all, lattice.At(i)[label], 1e-3);
                }
            }

            for (int from = 0; from <= Tag.Count; from++)
            {
                for (int to = 0; to < Tag.Count; to++)
                {
                    double steps = paths.Sum(path => path.Weight * Enumerable.Range(0, 3).Count(i => (i == 0 ? Tag.Count : path.Path[i - 1]) == from && path.Path[i] == to));
                    Assert.Equal(steps / all, lattice.Pairs(from)[to], 1e-3);
                }
            }
        }, iter: 30);

    private static IEnumerable<(int[] Path, double Weight)> Paths(float[] scores, float[] transitions, ushort[] allowed)
    {
        foreach (int code in Enumerable.Range(0, Tag.Count * Tag.Count * Tag.Count))
        {
            int[] path = [code / (Tag.Count * Tag.Count), code / Tag.Count % Tag.Count, code % Tag.Count];
            double weight = 0;
            bool open = !Tag.IsInside(path[0]);
            for (int i = 0; i < path.Length; i++)
            {
                open = open && (allowed[i] >> path[i] & 1) != 0 && (i == 0 || Tag.MayFollow(path[i - 1], path[i]));
                weight += scores[(i * Row) + path[i]] + transitions[((i == 0 ? Tag.Count : path[i - 1]) * Row) + path[i]];
            }

            if (open)
            {
                yield return (path, Math.Exp(weight));
            }
        }
    }

    [Fact]
    public void Of_nested_annotations_the_innermost_teach_and_one_range_may_be_of_two_types()
    {
        var text = new TrainingText("The city of Almaty", capitals: false);
        text.Label(new TokenRange(3, 4), TagType.Place);
        text.Label(new TokenRange(1, 4), TagType.Organization);
        text.Label(new TokenRange(3, 4), TagType.Organization);
        Assert.Equal(new[] { 0, 0, 0, (1 << Tag.Begin(TagType.Place)) | (1 << Tag.Begin(TagType.Organization)) }, text.Allowed.Select(labels => (int)labels));
    }

    [Fact]
    public void The_same_sets_and_seed_give_the_same_bytes_and_the_model_names_what_they_name()
    {
        string folder = Directory.CreateTempSubdirectory("chancery-train").FullName;
        try
        {
            string set = Path.Combine(folder, "set.jsonl");
            File.WriteAllLines(set, Enumerable.Range(0, 40).Select(i => Line($"Yesterday Mr. {Name(i)} spoke in Odessa .", Name(i), "Odessa")));
            string first = Path.Combine(folder, "first.bin");
            string second = Path.Combine(folder, "second.bin");
            var told = new List<string>();
            TaggerTrainer.Train([new TrainingSet(set)], 3, 4, first, told.Add);
            TaggerTrainer.Train([new TrainingSet(set)], 3, 4, second);
            Assert.Equal(File.ReadAllBytes(first), File.ReadAllBytes(second));
            Assert.Contains(told, line => line.StartsWith("run 3 of 3, epoch 4 of 4", StringComparison.Ordinal));

            byte[] model = File.ReadAllBytes(first);
            Assert.Equal(["Person Dorvalin", "Place Odessa"], Named(TaggerModel.Load(model), "Yesterday Mr. Dorvalin spoke in Odessa ."));
            Assert.Throws<InvalidDataException>(() => TaggerModel.Load(model.AsSpan(4)));
            Assert.Throws<InvalidDataException>(() => TaggerModel.Load(model.AsSpan(0, 40)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void What_is_peculiar_to_another_policy_is_not_learned_as_ours()
    {
        string folder = Directory.CreateTempSubdirectory("chancery-train").FullName;
        try
        {
            string ours = Path.Combine(folder, "ours.jsonl");
            string other = Path.Combine(folder, "other.jsonl");
            string[] lines = [.. Enumerable.Range(0, 40).Select(i => Line($"Yesterday Mr. {Name(i)} spoke in Odessa .", Name(i), "Odessa"))];
            File.WriteAllLines(ours, lines);
            File.WriteAllLines(other, lines.Concat(lines).Select(line => line.Replace("\"LOC\"", "\"ORG\"", StringComparison.Ordinal)));
            Assert.Equal(["Person Dorvalin", "Organization Odessa"], Learned(new TrainingSet(ours), new TrainingSet(other)));
            Assert.Equal(["Person Dorvalin", "Place Odessa"], Learned(new TrainingSet(ours, Policy: TrainingSet.Ours), new TrainingSet(other, Policy: "other")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<string> Learned(params TrainingSet[] sets) =>
        Named(TaggerTrainer.Train(sets, 3, 4), "Yesterday Mr. Dorvalin spoke in Odessa .");

    [Theory]
    [InlineData("German", true)]
    [InlineData("Europeans", true)]
    [InlineData("North American", true)]
    [InlineData("Central and Eastern European", true)]
    [InlineData("Germany", false)]
    [InlineData("Central Europe", false)]
    [InlineData("European Union", false)]
    public void Adjectives_of_regions_are_told_from_regions(string name, bool adjective)
    {
        var text = new TrainingText(name, capitals: false);
        Assert.Equal(adjective, RegionAdjectives.Is(text.Tokens, text.Facts, new TokenRange(0, text.Tokens.Length)));
    }

    [Theory]
    [InlineData("We have heard Mrs Marie Duval of the European Commission.", "Marie Duval", "European Commission")]
    [InlineData("European industry suffers, and so does Germany.", "Germany")]
    public void Plain_text_gives_bare_names(string text, params string[] names) =>
        Assert.Equal(names, new CableExtractor().Extract(Cables.CableParser.Parse(new Cables.RawCable("test", text) { Id = "test", Form = Cables.CableForm.Plain })).Mentions.Select(mention => mention.Text));

    [Fact]
    public void A_line_that_is_no_annotated_text_is_named()
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "{\"text\":\"a\",\"entities\":[]}\n{\"text\":\"b\"}\n");
            InvalidDataException error = Assert.Throws<InvalidDataException>(() => TaggerTrainer.Train([new TrainingSet(file)], 1, 1, file + ".bin"));
            Assert.Contains($"{file}: line 2", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Folds_part_a_set_in_two()
    {
        string file = Path.GetTempFileName();
        try
        {
            foreach (int lines in new[] { 7, 120 })
            {
                File.WriteAllLines(file, Enumerable.Repeat("{}", lines));
                Func<int, bool> first = TrainingPlan.FoldOf(file, fold => fold == 0);
                Func<int, bool> second = TrainingPlan.FoldOf(file, fold => fold == 1);
                Assert.All(Enumerable.Range(0, lines), i => Assert.NotEqual(first(i), second(i)));
                Assert.InRange(Enumerable.Range(0, lines).Count(first), lines / 2, (lines + 1) / 2);
            }
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Of_a_cable_annotated_apart_from_its_text_the_body_teaches_and_offices_without_their_bodies()
    {
        string folder = Directory.CreateTempSubdirectory("chancery-train").FullName;
        try
        {
            const string text = "UNCLAS LIMA 000123\n\nSUBJECT: A TEST\n\n1. The harbour inspector of Callao met \U0001F600 Peter Brandt.\n";
            File.WriteAllText(Path.Combine(folder, "one.txt"), text);
            string hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, "one.txt"))));
            TrainingSet set = Written(folder, hash, text);
            TrainingText read = Assert.Single(TrainingData.Read(set));
            IEnumerable<string> labelled = Enumerable.Range(0, read.Tokens.Length).Where(i => (read.Allowed[i] & 1) == 0)
                .Select(i => read.Text[read.Tokens[i].Start..read.Tokens[i].End]);
            Assert.Equal(["harbour", "inspector", "Callao", "Peter", "Brandt"], labelled);
            Assert.DoesNotContain("SUBJECT", read.Text, StringComparison.Ordinal);
            Assert.Equal(["two"], set.Missing());

            File.AppendAllText(Path.Combine(folder, "one.txt"), "2. More.\n");
            InvalidDataException other = Assert.Throws<InvalidDataException>(() => TrainingData.Read(set).Count());
            Assert.Contains("line 1", other.Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Offsets in code points, of which the text has one that takes two units.</summary>
    private static TrainingSet Written(string folder, string hash, string text)
    {
        string Mention(string name, string type)
        {
            int start = new System.Globalization.StringInfo(text[..text.IndexOf(name, StringComparison.Ordinal)]).LengthInTextElements;
            return $"[{start},{start + name.Length},\"{type}\"]";
        }

        string file = Path.Combine(folder, "cables.jsonl");
        string mentions = string.Join(',', Mention("LIMA", "Post"), Mention("Callao", "Place"), Mention("harbour inspector of Callao", "Position"), Mention("Peter Brandt", "Person"));
        File.WriteAllLines(file, [$$"""{"id":"one","sha256":"{{hash}}","mentions":[{{mentions}}]}""", $$"""{"id":"two","sha256":"","mentions":[]}"""]);
        return TrainingPlan.Cables(file, [folder]);
    }

    private static string Name(int i) => new[] { "Kelvarin", "Mondrego", "Tasviliu", "Brandescu" }[i % 4];

    private static string Line(string text, string person, string place)
    {
        string Span(string name, string type) => $"[{text.IndexOf(name, StringComparison.Ordinal)},{text.IndexOf(name, StringComparison.Ordinal) + name.Length},\"{type}\"]";
        return $$"""{"text":"{{text}}","caps":0,"spans":[{{Span(person, "PER")}},{{Span(place, "LOC")}}],"uncov":[]}""";
    }

    private static IEnumerable<string> Named(TaggerModel model, string text)
    {
        var read = new TrainingText(text, capitals: false);
        var found = new List<TaggedRange>();
        new Tagger(model).Read(text, read.Tokens, read.Sentences, read.Facts, found);
        return found.Select(range => $"{range.Type} {text[read.Tokens[range.Tokens.Start].Start..read.Tokens[range.Tokens.End - 1].End]}");
    }
}
