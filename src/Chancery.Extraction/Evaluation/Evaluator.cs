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
        int number = 0;
        foreach (string line in File.ReadLines(goldFile))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            try
            {
                using var json = JsonDocument.Parse(line);
                Add(json.RootElement, goldFile, extract, report);
            }
            catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                throw new InvalidDataException($"{goldFile}: line {number} is no gold line: {error.Message}", error);
            }
        }

        return report;
    }

    private static void Add(JsonElement root, string goldFile, Func<Cable, CableExtraction> extract, EvaluationReport report)
    {
        string id = ScoredCable.Text(root, "id");
        if (!root.TryGetProperty("text_file", out JsonElement file))
        {
            string text = ScoredCable.Text(root, "text");
            CableExtraction plain = extract(CableParser.Parse(new RawCable(id, text) { Id = id, Form = CableForm.Plain }));
            report.AddNames(id, text, NameScore.Gold(root, text), NameScore.System(plain));
            return;
        }

        string path = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(goldFile))!, "..", file.GetString()!);
        string raw = File.ReadAllText(path);
        CableExtraction extraction = extract(CableParser.Parse(new RawCable(path, raw)));
        using var answer = JsonDocument.Parse(ExtractionJson.Line(extraction));
        report.AddCable(id, raw, ScoredCable.Gold(root), ScoredCable.System(answer.RootElement));
    }
}
