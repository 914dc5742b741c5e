using Xunit;

namespace Chancery.Resolution.Tests;

public sealed class CurationTests
{
    private const string Example = """
        merge:
          - into: org:SECI
            from: [org:seci-center, org:southeast-european-center]
        split:
          - entity: person:john-smith
            cables: [05LONDON1, 05LONDON2]
            into: person:john-smith-of-london
        rename:
          - entity: org:SECI
            name: Southeast European Cooperative Initiative
        reject:
          - claim: abc123
          - type: HOLDS
            subject: person:a
            object: position:b
          - entity: org:noise
        """;

    [Fact]
    public void Decisions_are_read_and_followed()
    {
        Curation curation = CurationFile.Parse(Example, "curation.yml");
        Assert.Equal("org:SECI", curation.Place("org:seci-center", "05A1"));
        Assert.Equal("org:other", curation.Place("org:other", "05A1"));
        Assert.Equal("person:john-smith-of-london", curation.Place("person:john-smith", "05LONDON2"));
        Assert.Equal("person:john-smith", curation.Place("person:john-smith", "05PARIS1"));
        Assert.Equal("Southeast European Cooperative Initiative", curation.NameOf("org:SECI"));
        Assert.True(curation.Rejects("abc123", "HOLDS", "x", "y", "05A1"));
        Assert.True(curation.Rejects("other", "HOLDS", "person:a", "position:b", "05A1"));
        Assert.True(curation.Rejects("other", "PART_OF", "org:noise", "org:c", "05A1"));
        Assert.False(curation.Rejects("other", "HOLDS", "person:c", "position:b", "05A1"));
    }

    [Fact]
    public void The_hash_tells_decisions_apart_and_ignores_layout()
    {
        string hash = CurationFile.Parse(Example, "curation.yml").Hash;
        Assert.Equal(hash, CurationFile.Parse("# a comment\n" + Example, "other.yml").Hash);
        Assert.NotEqual(hash, CurationFile.Parse(Example.Replace("abc123", "abc124"), "curation.yml").Hash);
        Assert.Equal("", CurationFile.Parse("", "curation.yml").Hash);
        Assert.Equal("", Curation.None.Hash);
    }

    [Theory]
    [InlineData("merge:\n  - into: org:A", "curation.yml: merge, entry 1: 'from' is missing.")]
    [InlineData("merge:\n  - {into: a, from: [b]}\n  - {into: c, from: [b]}", "curation.yml: merge: b is merged twice, into a and into c.")]
    [InlineData("merge:\n  - {into: a, from: [b]}\n  - {into: b, from: [c]}", "curation.yml: merge: b is itself merged into a; name the last one.")]
    [InlineData("reject:\n  - type: HOLDS", "curation.yml: reject, entry 1: give claim, or entity, or type with subject and object.")]
    public void A_decision_that_cannot_be_followed_is_named(string yaml, string message) =>
        Assert.Equal(message, Assert.Throws<CurationException>(() => CurationFile.Parse(yaml, "curation.yml")).Message);

    [Fact]
    public void A_wrong_key_is_named_with_its_line() =>
        Assert.StartsWith("curation.yml: line 2: ", Assert.Throws<CurationException>(() => CurationFile.Parse("merge:\n  - intoo: a", "curation.yml")).Message);
}
