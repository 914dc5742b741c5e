using System.IO.Compression;
using System.Text.Json;
using Chancery.Testing;
using Xunit;

namespace Chancery.Cables.Tests;

/// <summary>Headers of shared cables against what people or the series' editors wrote down.</summary>
public class GoldHeaderTests
{
    [Fact]
    public void Header_fields_agree_with_the_gold()
    {
        string? gold = Repository.SharedData("cables/gold/dev.jsonl");
        Assert.SkipWhen(gold is null, "The shared gold cables are not beside this checkout.");
        int fields = 0;
        List<string> wrong = [];
        foreach (string line in File.ReadLines(gold))
        {
            using JsonDocument document = JsonDocument.Parse(line);
            string file = document.RootElement.GetProperty("text_file").GetString()!;
            string text = File.ReadAllText(Repository.SharedData($"cables/{file}")!);
            Cable cable = CableParser.Parse(new RawCable(Path.GetFileName(file), text));
            foreach ((string field, bool agrees, string expected, string found) in HeaderScore.Compare(document.RootElement.GetProperty("header"), cable.Header))
            {
                fields++;
                if (!agrees)
                {
                    wrong.Add($"{cable.Id} {field}: expected '{expected}', found '{found}'");
                }
            }
        }

        Assert.True(fields >= 80, $"Only {fields} fields were compared.");
        Assert.Empty(wrong);
    }

    [Fact]
    public void Frus_headings_datelines_and_signatures_agree_with_the_series()
    {
        string? path = Repository.SharedData("frus/telegrams/dev-00.jsonl.gz");
        Assert.SkipWhen(path is null, "The shared FRUS telegrams are not beside this checkout.");
        using StreamReader reader = new(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        int documents = 0, agree = 0, number = 0;
        while (reader.ReadLine() is { } line)
        {
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement root = document.RootElement;
            string Field(string name) => root.GetProperty(name).GetString() ?? "";
            if (Field("kind") != "telegram" || Field("from").Length == 0 || Field("place").Length == 0 || Field("signed").Length == 0 || number++ % 5 != 0)
            {
                continue;
            }

            // The document printed as the series prints it, without the fields.
            DateTime date = DateTime.Parse(Field("date"), System.Globalization.CultureInfo.InvariantCulture);
            string clock = Field("date").Contains('T', StringComparison.Ordinal) ? date.ToString(", h:mm tt", System.Globalization.CultureInfo.InvariantCulture).Replace("PM", "p.m.", StringComparison.Ordinal).Replace("AM", "a.m.", StringComparison.Ordinal) : "";
            string text = $"{Field("heading")}\n\n{Field("place")}, {date.ToString("MMMM d, yyyy", System.Globalization.CultureInfo.InvariantCulture)}{clock}\n\n{Field("text")}\n\n{Field("signed")}\n";
            CableHeader header = CableParser.Parse(new RawCable("x.txt", text)).Header;
            string stated = Field("from").StartsWith("No. ", StringComparison.Ordinal) ? Field("from")[(Field("from").IndexOf("The ", StringComparison.Ordinal) + 4)..] : Field("from");

            // The editors' own field stops at the first "to": "Delegation" for "Delegation to the Foreign Ministers Meeting".
            bool from = header.Origin is { } origin && (origin.Value.StartsWith(stated, StringComparison.Ordinal) || origin.Value.EndsWith(Field("place"), StringComparison.Ordinal));
            documents++;
            agree += from && header.Signer?.Value == Field("signed") && header.Date?.Value.Value == date && header.Addressees.Count > 0 ? 1 : 0;
        }

        Assert.True(documents > 200, $"Only {documents} documents were compared.");
        Assert.True(agree >= 0.98 * documents, $"{agree} of {documents} agree.");
    }
}
