using Xunit;

namespace Chancery.Extraction.Tests;

/// <summary>What joins a mention to its entity, and how sure that is said to be.</summary>
public sealed class LinkTests
{
    [Fact]
    public void Each_mention_tells_what_joins_it()
    {
        CableExtraction read = Read.Body(
            "On May 3 Ambassador met Anna Brandt of the Harbor Safety Committee (HSC). Brandt said that HSC inspectors had been to Ankara. "
            + "Mr. Karl Lindner and Mrs. Eva Lindner came later. Lindner asked for time.");
        Assert.Equal("surname", Link(read, "Brandt"));
        Assert.Equal("the nearest of several with this surname", Link(read, "Lindner"));
        Assert.Equal("code or letters that the cable explains", Link(read, "HSC"));
        Assert.Equal("the only mention", Link(read, "Ankara"));
        Assert.All(read.Mentions, mention => Assert.InRange(mention.LinkConfidence, 0.5, 0.999));
        Assert.True(Of(read, "Lindner").LinkConfidence < Of(read, "Brandt").LinkConfidence);
    }

    [Fact]
    public void An_office_tells_whether_its_body_stands_beside_it()
    {
        CableExtraction read = Read.Body(
            "The Rector of the Ostrava Mining Institute spoke first. The Ostrava Mining Institute has no budget. Later the Rector left for Prague.");
        Assert.Equal("title and body", Of(read, "Rector of the Ostrava Mining Institute").LinkReason);
        Assert.NotEqual("title and body", Of(read, "Rector").LinkReason);
        Assert.Equal(Of(read, "Rector of the Ostrava Mining Institute").Entity, Of(read, "Rector").Entity);
    }

    private static Mention Of(CableExtraction read, string text) => read.Mentions.Last(mention => mention.Text == text);

    private static string Link(CableExtraction read, string text) => Of(read, text).LinkReason;
}
