using Chancery.Cables;
using Chancery.Testing;
using Xunit;

namespace Chancery.Extraction.Tests;

/// <summary>The facts that must come out of the cable the project began with.</summary>
public sealed class SeedCableTests
{
    private static CableExtraction Seed()
    {
        string? path = Repository.SharedData("cables/raw/05BUCHAREST1129.txt");
        Assert.SkipWhen(path is null, "the shared cables are absent");
        return Read.Text(File.ReadAllText(path));
    }

    [Theory]
    [InlineData(EntityType.Organization, "SECI Center", "SECI")]
    [InlineData(EntityType.Organization, "Organization for Black Sea Economic Cooperation", "BSCE")]
    [InlineData(EntityType.Organization, "Joint Cooperation Committee", "JCC")]
    [InlineData(EntityType.Post, "Embassy Bucharest", "Post")]
    public void Names_are_one_entity(EntityType type, string name, string alias) =>
        Assert.Equal(name, Seed().Entity(type, alias).Name);

    [Fact]
    public void Places_and_the_secretariat_are_there()
    {
        CableExtraction seed = Seed();
        Assert.Equal(["Black Sea", "Bucharest", "Istanbul"], seed.Entities.Where(entity => entity.Type == EntityType.Place).Select(entity => entity.Name).Order(StringComparer.Ordinal));
        Assert.Empty(seed.Entity(EntityType.Organization, "BSEC Secretariat").Aliases);
        Assert.DoesNotContain(seed.Entities, entity => entity.Name.Contains("Popescu", StringComparison.Ordinal));
    }

    [Fact]
    public void Eight_positions_are_named_with_their_bodies()
    {
        CableExtraction seed = Seed();
        string[] expected =
        [
            "BSEC Executive Manager", "BSEC Secretary General", "DoS Coordinator for SECI Center", "JCC Chairperson", "JCC Deputy Chairperson",
            "Regional Security Officer, Embassy Bucharest", "SECI Center Acting Director", "SECI Public Affairs Officer",
        ];
        Assert.Equal(expected, seed.Entities.Where(entity => entity.Type == EntityType.Position).Select(entity => entity.Name).Order(StringComparer.Ordinal));
        string[] bodies = seed.Claims("POSITION_IN");
        Assert.Contains("SECI Center Acting Director > SECI Center", bodies);
        Assert.Contains("JCC Deputy Chairperson > Joint Cooperation Committee", bodies);
        Assert.Contains("BSEC Executive Manager > Organization for Black Sea Economic Cooperation", bodies);
    }

    [Fact]
    public void Structure_cooperation_and_journeys_are_claimed()
    {
        CableExtraction seed = Seed();
        Assert.Equal(["Joint Cooperation Committee > SECI Center"], seed.Claims("GOVERNS"));
        Assert.Contains("BSEC Secretariat > Organization for Black Sea Economic Cooperation", seed.Claims("PART_OF"));
        Assert.Equal(["BSEC Secretariat > Istanbul"], seed.Claims("LOCATED_IN"));
        Claim cooperation = Assert.Single(seed.Claims.Where(claim => claim.Type == "COOPERATES_WITH").DistinctBy(claim => (claim.Source, claim.Target)));
        Assert.Equal(Modality.Proposed, cooperation.Modality);
        Assert.Contains("DoS Coordinator for SECI Center > Istanbul 2005-04-26..2005-04-27", seed.Claims("TRAVELED_TO"));
        Assert.Contains("Organization for Black Sea Economic Cooperation > Bucharest 2005-03", seed.Claims("TRAVELED_TO"));
        Assert.Contains("cable > William Silkworth", seed.Claims("ADDRESSED_TO"));
        Assert.Equal(["cable > Delare"], seed.Claims("SIGNED_BY"));
        Assert.DoesNotContain(seed.Claims, claim => claim is { Type: "MEMBER_OF", Polarity: Polarity.Asserted });
    }
}
