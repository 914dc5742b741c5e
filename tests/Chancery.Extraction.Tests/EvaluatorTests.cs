using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Chancery.Cables;
using Chancery.Extraction.Evaluation;
using Chancery.Testing;
using Xunit;

namespace Chancery.Extraction.Tests;

/// <summary>The measures against the reference scorer, and floors under them.</summary>
public sealed class EvaluatorTests
{
    private static readonly CableExtractor s_extractor = new();

    private static string Shared(string relative)
    {
        string? path = Repository.SharedData(relative);
        Assert.SkipWhen(path is null, $"{relative} is absent");
        return path;
    }

    private static CableExtraction Extract(Cable cable)
    {
        lock (s_extractor)
        {
            return s_extractor.Extract(cable);
        }
    }

    [Fact]
    public void Cables_of_the_gold_stay_above_the_floors()
    {
        EvaluationReport report = Evaluator.Evaluate(Shared("cables/gold/dev.jsonl"), Extract);
        Assert.InRange(report.MentionF1, 0.92, 1);
        Assert.InRange(report.OverlapF1, 0.95, 1);
        Assert.InRange(report.ClusterF1, 0.88, 1);
        Assert.InRange(report.RelationMacroF1, 0.72, 1);
        Assert.InRange(report.HeaderAccuracy, 0.97, 1);
        Assert.Equal(0, report.HardNegatives);
    }

    [Theory]
    [InlineData("europarl", 0.75)]
    [InlineData("wikigold", 0.68)]
    [InlineData("re3d", 0.55)]
    [InlineData("crossner_politics", 0.74)]
    public void Annotated_sets_stay_above_the_floors(string set, double floor) =>
        Assert.InRange(Evaluator.Evaluate(Shared($"ner/dev/{set}.dev.jsonl"), Extract).MentionF1, floor, 1);

    [Fact]
    public void Measures_agree_with_the_reference_scorer()
    {
        string gold = Shared("cables/gold/dev.jsonl");
        string scorer = Shared("cables/score.py");
        string folder = Directory.CreateTempSubdirectory("chancery-evaluate").FullName;
        string system = Path.Combine(folder, "system.jsonl");
        string result = Path.Combine(folder, "result.json");
        try
        {
            File.WriteAllLines(system, Answers(gold));
            if (RunPython(scorer, "--gold", gold, "--system", system, "--json", result) is null)
            {
                Assert.Skip("no python3 to run the reference scorer with");
            }

            using var json = JsonDocument.Parse(File.ReadAllText(result));
            JsonElement root = json.RootElement;
            EvaluationReport report = Evaluator.Evaluate(gold, Extract);
            Assert.Equal(root.GetProperty("exact").GetProperty("MICRO").GetProperty("f").GetDouble(), report.MentionF1, 9);
            Assert.Equal(root.GetProperty("overlap").GetProperty("MICRO").GetProperty("f").GetDouble(), report.OverlapF1, 9);
            Assert.Equal(root.GetProperty("entity").GetProperty("MICRO").GetProperty("f").GetDouble(), report.EntityF1, 9);
            Assert.Equal(root.GetProperty("b3_end_to_end").GetProperty("f").GetDouble(), report.ClusterF1, 9);
            Assert.Equal(root.GetProperty("relation_macro8").GetProperty("f").GetDouble(), report.RelationMacroF1, 9);
            Assert.Equal(root.GetProperty("hard_negatives").GetProperty("extracted").GetInt32(), report.HardNegatives);
            foreach (JsonProperty relation in root.GetProperty("relation").EnumerateObject())
            {
                Assert.Equal(relation.Value.GetProperty("tp").GetInt32(), report.Of(relation.Name).Right);
                Assert.Equal(relation.Value.GetProperty("fp").GetInt32(), report.Of(relation.Name).Spurious);
                Assert.Equal(relation.Value.GetProperty("fn").GetInt32(), report.Of(relation.Name).Missed);
            }

            double header = root.GetProperty("header").EnumerateObject().Count(field => field.Value.ValueKind == JsonValueKind.Number && field.Value.GetDouble() < 1);
            Assert.Equal(header == 0, report.HeaderAccuracy == 1);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("wikigold")]
    [InlineData("re3d")]
    public void Names_are_scored_as_the_reference_scorer_does(string set)
    {
        string gold = Shared($"ner/dev/{set}.dev.jsonl");
        string scorer = Shared("ner/score.py");
        string system = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(system, Names(gold));
            if (RunPython(scorer, gold, system, "--named") is not { } printed)
            {
                Assert.Skip("no python3 to run the reference scorer with");
                return;
            }

            EvaluationReport report = Evaluator.Evaluate(gold, Extract);
            Assert.Contains(Printed("exact:ALL", report.Mentions), printed, StringComparison.Ordinal);
            Assert.Contains(Printed("exact:ORG", report.Of("ORG")), printed, StringComparison.Ordinal);
            Assert.Contains(Printed("overlap:ALL", report.Overlaps), printed, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(system);
        }
    }

    private static string Printed(string measure, Tally tally) => string.Create(
        CultureInfo.InvariantCulture,
        $"{measure,-12} P {100 * tally.Precision,5:0.0} R {100 * tally.Recall,5:0.0} F1 {100 * tally.F1,5:0.0} gold {tally.Right + tally.Missed} pred {tally.Right + tally.Spurious}");

    private static IEnumerable<string> Names(string gold)
    {
        foreach (string line in File.ReadLines(gold))
        {
            using var json = JsonDocument.Parse(line);
            string id = json.RootElement.GetProperty("id").GetString()!;
            string text = json.RootElement.GetProperty("text").GetString()!;
            CableExtraction answer = Extract(CableParser.Parse(new RawCable(id, text) { Id = id, Form = CableForm.Plain }));
            yield return JsonSerializer.Serialize(new
            {
                id,
                entities = NameScore.System(answer).Select(span => new { start = CodePoints(text, span.Start), end = CodePoints(text, span.End), type = span.Type }),
            });
        }
    }

    private static int CodePoints(string text, int units) => text[..units].EnumerateRunes().Count();

    [Fact]
    public void Reliability_counts_by_what_was_said()
    {
        var reliability = new Reliability();
        reliability.Add(0.55, right: true);
        reliability.Add(0.55, right: false);
        reliability.Add(1, right: true);
        Assert.Equal("| all | – | 0.50 of 2 | – | – | – | 1.00 of 1 | 0.033 |", reliability.Row("all"));
    }

    [Fact]
    public void A_line_that_is_no_gold_is_named()
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "{\"id\":\"a\",\"text\":\"b\",\"entities\":[]}\nnot json\n");
            InvalidDataException error = Assert.Throws<InvalidDataException>(() => Evaluator.Evaluate(file, Extract));
            Assert.Contains("line 2", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void The_report_shows_each_error_in_its_sentence()
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "{\"id\":\"a\",\"text\":\"They flew to Budapest.\",\"entities\":[{\"start\":0,\"end\":4,\"type\":\"PER\"}]}\n");
            var writer = new StringWriter();
            Evaluator.Evaluate(file, Extract).Write(writer, errors: true);
            Assert.Contains("missed mention: PER \"They\"", writer.ToString(), StringComparison.Ordinal);
            Assert.Contains("…[They] flew to Budapest.…", writer.ToString(), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static IEnumerable<string> Answers(string gold)
    {
        foreach (string line in File.ReadLines(gold))
        {
            using var json = JsonDocument.Parse(line);
            string file = Path.Combine(Path.GetDirectoryName(gold)!, "..", json.RootElement.GetProperty("text_file").GetString()!);
            Cable cable = CableParser.Parse(new RawCable(file, File.ReadAllText(file)));
            yield return ExtractionJson.Line(Extract(cable with { Id = json.RootElement.GetProperty("id").GetString()! }));
        }
    }

    /// <summary>What the script printed; null without Python.</summary>
    private static string? RunPython(params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("python3", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            string printed = process.StandardOutput.ReadToEnd();
            string error = process.StandardError.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, error);
            return printed;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
