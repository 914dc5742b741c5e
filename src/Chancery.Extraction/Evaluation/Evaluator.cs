using System.Text.Json;
using Chancery.Cables;

namespace Chancery.Extraction.Evaluation;

/// <summary>Scores an extractor against a file of gold lines: cables (lines that name a <c>text_file</c>) or annotated plain texts.</summary>
public static class Evaluator
{
    /// <param name="goldFile">JSON lines; a cable's <c>text_file</c> is relative to the folder above the gold's.</param>
    /// <param name="extract">The system under test.</param>
    /// <exception cref="InvalidDataException">A line is no gold; the message names the file and the line.</exception>
    /// <exception cref="IOException">The gold, or a text that it names, cannot be read.</exception>
    public static EvaluationReport Evaluate(string goldFile, Func<Cable, CableExtraction> extract)
    {
        ArgumentNullException.ThrowIfNull(extract);
        var report = new EvaluationReport(Path.GetFileName(goldFile));
        Add(goldFile, extract, report);
        return report;
    }

    /// <param name="picks">Tells by its number, from 0, whether a line is to be read.</param>
    /// <param name="rewrite">Changes a plain text, but no offset in it.</param>
    internal static void Add(string goldFile, Func<Cable, CableExtraction> extract, EvaluationReport report, Func<int, bool>? picks = null, Func<string, string>? rewrite = null)
    {
        int number = 0;
        foreach (string line in File.ReadLines(goldFile))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line) || picks?.Invoke(number - 1) == false)
            {
                continue;
            }

            try
            {
                using var json = JsonDocument.Parse(line);
                Add(json.RootElement, goldFile, extract, report, rewrite);
            }
            catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                throw new InvalidDataException($"{goldFile}: line {number} is no gold line: {error.Message}", error);
            }
        }
    }

    private static void Add(JsonElement root, string goldFile, Func<Cable, CableExtraction> extract, EvaluationReport report, Func<string, string>? rewrite)
    {
        string id = ScoredCable.Text(root, "id");
        if (!root.TryGetProperty("text_file", out JsonElement file))
        {
            string text = ScoredCable.Text(root, "text");
            text = rewrite?.Invoke(text) ?? text;
            CableExtraction plain = extract(CableParser.Parse(new RawCable(id, text) { Id = id, Form = CableForm.Plain }));
            report.AddNames(id, text, NameScore.Gold(root, text), plain);
            return;
        }

        string path = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(goldFile))!, "..", file.GetString()!);
        string raw = File.ReadAllText(path);
        CableExtraction extraction = extract(CableParser.Parse(new RawCable(path, raw)));
        using var answer = JsonDocument.Parse(ExtractionJson.Line(extraction));
        report.AddCable(id, raw, ScoredCable.Gold(root), ScoredCable.System(answer.RootElement));
    }
}
