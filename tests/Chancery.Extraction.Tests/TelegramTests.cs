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
}
