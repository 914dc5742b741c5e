using Chancery.Cables;
using Chancery.Testing;
using Xunit;

namespace Chancery.Extraction.Tests;

public class TelegramTests
{
    [Fact]
    public async Task Real_telegrams_are_extracted_and_every_claim_has_its_ends()
    {
        string? telegrams = Repository.SharedData("frus/telegrams/dev-00.jsonl.gz");
        Assert.SkipWhen(telegrams is null, "The telegrams of ../shared/data/frus are not here.");
        CableExtractor extractor = new();
        int number = 0;
        await foreach (CableInput input in CableReader.Read(telegrams, TestContext.Current.CancellationToken))
        {
            // Every fourth: some hundreds, in a second or two.
            if (input.Cable is null || number++ % 4 != 0)
            {
                continue;
            }

            CableExtraction extraction = extractor.Extract(CableParser.Parse(input.Cable));
            HashSet<string> entities = [.. extraction.Entities.Select(entity => entity.Id)];
            Assert.All(extraction.Mentions, mention => Assert.Contains(mention.Entity, entities));
            Assert.All(extraction.Claims, claim =>
            {
                Assert.Contains(claim.Target, entities);
                Assert.True(
                    entities.Contains(claim.Source) || (claim.Source == "cable" && claim.Type is "SENT_FROM" or "ADDRESSED_TO" or "SIGNED_BY"),
                    $"{input.Cable.Id}: {claim.Type} from {claim.Source}");
            });
        }

        Assert.True(number > 1_000, $"only {number} telegrams were read");
    }

    [Theory]
    [InlineData("He left. Sent Lima 12; rptd info Oslo 77, Quito, Bogota 31.", new[] { "Embassy Lima", "Embassy Oslo", "Embassy Quito", "Embassy Bogota" })]
    [InlineData("He left. Repeated to Oslo and Quito.", new[] { "Embassy Oslo", "Embassy Quito" })]
    [InlineData("He left. Department pass Oslo.", new[] { "Embassy Oslo" })]
    [InlineData("He left. Repeated reports from Oslo and Quito say so.", new string[0])]
    [InlineData("He left. Department believes Oslo can help.", new string[0])]
    public void A_line_of_distribution_names_addressees(string body, string[] posts) =>
        Assert.Equal(posts.Order(), Read.Body(body).Claims("ADDRESSED_TO").Select(claim => claim[(claim.IndexOf('>', StringComparison.Ordinal) + 2)..])
            .Where(name => name != "Department of State").Order());

    [Theory]
    [InlineData("Oslo for Secretary. He left.", "Secretary")]
    [InlineData("Deliver Ambassador Brandt by nine. He left.", "Brandt")]
    [InlineData("Polto 12. For Brandt. He left.", "Brandt")]
    public void Opening_words_name_the_reader(string body, string reader) =>
        Assert.Contains(Read.Body(body).Claims("ADDRESSED_TO"), claim => claim.EndsWith(reader, StringComparison.Ordinal));
}
