using Chancery.Cables;
using Chancery.Testing;
using CsCheck;
using Xunit;

namespace Chancery.Extraction.Tests;

/// <summary>What holds of every extraction, whatever the input.</summary>
public sealed class SpanTests
{
    private static readonly Gen<string> s_words = Gen.OneOf(new[]
    {
        "Embassy Bucharest", "BSEC", "(BSEC)", "General", "Director", "the", "of", "and", ",", ".", "\n\n", "STATE DEPT FOR EUR/NCE", "Dr. Maria Silva",
        "met with", "traveled to", "Romania", "on May 10", "SUBJECT: TEST", "TAGS: PREL", "1.", "UNCLAS BUCHAREST 000001", "\u00e9\u02bc", "\ud83d\ude00", "'s", "--", "U.S.-Brazil", "\r\n", "Mrs.", "president",
    }.Select(word => Gen.Const(word)).ToArray());

    [Fact]
    public void Holds_on_text_out_of_cables_words()
    {
        var extractor = new CableExtractor();
        s_words.Array[0, 60].Select(words => string.Join(' ', words)).Sample(text => Check(extractor, text), threads: 1, iter: 300);
    }

    [Fact]
    public void Holds_on_noise()
    {
        var extractor = new CableExtractor();
        Gen.String[0, 300].Sample(text => Check(extractor, text), threads: 1, iter: 300);
    }

    [Fact]
    public void Holds_on_real_cables_cut_anywhere()
    {
        string? folder = Repository.SharedData("cables/raw");
        Assert.SkipWhen(folder is null, "the shared cables are absent");
        var extractor = new CableExtractor();
        foreach (string file in Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal))
        {
            string text = File.ReadAllText(file);
            Check(extractor, text);
            Check(extractor, text[..(text.Length / 3)]);
            Check(extractor, text[(text.Length / 3)..]);
        }
    }

    [Fact]
    public void Two_threads_answer_like_one()
    {
        string? folder = Repository.SharedData("cables/raw");
        Assert.SkipWhen(folder is null, "the shared cables are absent");
        string[] texts = [.. Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal).Take(20).Select(File.ReadAllText)];
        string[] alone = [.. texts.Select(text => Line(new CableExtractor(), text))];
        string[] together = [.. texts.AsParallel().AsOrdered().WithDegreeOfParallelism(2).Select(text => Line(new CableExtractor(), text))];
        Assert.Equal(alone, together);
    }

    private static string Line(CableExtractor extractor, string text) => ExtractionJson.Line(extractor.Extract(CableParser.Parse(new RawCable("test", text))));

    private static void Check(CableExtractor extractor, string text)
    {
        Cable cable = CableParser.Parse(new RawCable("test", text));
        CableExtraction extraction = extractor.Extract(cable);
        var entities = extraction.Entities.Select(entity => entity.Id).ToHashSet();
        Assert.Equal(extraction.Entities.Count, entities.Count);
        foreach (Mention mention in extraction.Mentions)
        {
            Assert.InRange(mention.Span.Start, 0, text.Length - 1);
            Assert.InRange(mention.Span.End, mention.Span.Start + 1, text.Length);
            Assert.Equal(text[mention.Span.Start..mention.Span.End], mention.Text);
            Assert.InRange(mention.Confidence, 0, 1);
            Assert.Contains(mention.Entity, entities);
            Assert.NotEmpty(mention.Reason);
        }

        foreach (Claim claim in extraction.Claims)
        {
            Assert.True(claim.Source == "cable" || entities.Contains(claim.Source));
            Assert.Contains(claim.Target, entities);
            Assert.InRange(claim.Evidence.Start, 0, text.Length);
            Assert.InRange(claim.Evidence.End, claim.Evidence.Start, text.Length);
            Assert.InRange(claim.Confidence, 0, 1);
        }

        Assert.Equal(ExtractionJson.Line(extraction), ExtractionJson.Line(new CableExtractor().Extract(CableParser.Parse(new RawCable("test", text)))));
    }
}
