using Xunit;

namespace Chancery.Extraction.Tests;

/// <summary>One relation in the many ways in which reporting says it, with what only looks like them.</summary>
public sealed class PhrasingTests
{
    [Theory]
    [InlineData("LOCATED_IN", "The Harbor Foundation has its headquarters in Helsinki.", "Harbor Foundation > Helsinki")]
    [InlineData("LOCATED_IN", "The Harbor Foundation is a Helsinki-based charity.", "Harbor Foundation > Helsinki")]
    [InlineData("LOCATED_IN", "The Harbor Institute in northern Hungary agreed.", "Harbor Institute > Hungary")]
    [InlineData("LOCATED_IN", "The Harbor Institute (Helsinki) agreed.", "Harbor Institute > Helsinki")]
    [InlineData("MEMBER_OF", "Norway, a UNICEF member, agreed.", "Norway > ")]
    [InlineData("MEMBER_OF", "Norway sits on the Harbor Council.", "Norway > Harbor Council")]
    [InlineData("MEMBER_OF", "As a member of the Harbor Council, Norway agreed.", "Norway > Harbor Council")]
    [InlineData("MET_WITH", "In a meeting with the Ambassador, Janos Kovacs said no.", "Janos Kovacs > Ambassador, Embassy Bucharest")]
    [InlineData("MET_WITH", "During a meeting with Poloff on May 3, Janos Kovacs said no.", "Janos Kovacs > Political Officer, Embassy Bucharest")]
    [InlineData("MET_WITH", "Janos Kovacs confirmed to Poloff that it was late.", "Janos Kovacs > Political Officer, Embassy Bucharest")]
    [InlineData("MET_WITH", "The Ambassador hosted a lunch for Janos Kovacs.", "Janos Kovacs > Ambassador, Embassy Bucharest")]
    [InlineData("MET_WITH", "Janos Kovacs and Jane Lowell discussed trade.", "Janos Kovacs > Jane Lowell")]
    [InlineData("TRAVELED_TO", "Jane Lowell traveled from Lima to Oslo.", "Jane Lowell > Oslo")]
    [InlineData("TRAVELED_TO", "Jane Lowell, in Oslo for talks, said no.", "Jane Lowell > Oslo")]
    [InlineData("TRAVELED_TO", "During his visit to Norway, Janos Kovacs said no.", "Janos Kovacs > Norway")]
    [InlineData("COOPERATES_WITH", "The Harbor Safety Bureau provided training to the Harbor Police.", "Harbor Safety Bureau > Harbor Police")]
    [InlineData("COOPERATES_WITH", "The Harbor Safety Bureau coordinates its work with the Harbor Police.", "Harbor Safety Bureau > Harbor Police")]
    [InlineData("COOPERATES_WITH", "The Harbor Safety Bureau conducted a joint operation with the Harbor Police.", "Harbor Safety Bureau > Harbor Police")]
    [InlineData("PART_OF", "The Harbor Safety Bureau, which is under the Ministry of Justice, agreed.", "Harbor Safety Bureau > Ministry of Justice")]
    [InlineData("PART_OF", "The Harbor Safety Bureau reports to the Ministry of Justice.", "Harbor Safety Bureau > Ministry of Justice")]
    [InlineData("COOPERATES_WITH", "The Harbor Safety Bureau shares information with the Harbor Police.", "Harbor Safety Bureau > Harbor Police")]
    [InlineData("COOPERATES_WITH", "The Harbor Safety Bureau and the Harbor Police signed a memorandum.", "Harbor Safety Bureau > Harbor Police")]
    [InlineData("COOPERATES_WITH", "The Harbor Safety Bureau has links to the Harbor Police.", "Harbor Safety Bureau > Harbor Police")]
    [InlineData("MEMBER_OF", "Janos Kovacs is a member of the ruling Harbor Workers Party.", "Janos Kovacs > Harbor Workers Party")]
    [InlineData("LOCATED_IN", "The Helsinki-headquartered Harbor Foundation agreed.", "Harbor Foundation > Helsinki")]
    [InlineData("HOLDS", "Prime Minister Kovacs and Minister of Trade Lowell agreed.", "Lowell > Minister of Trade")]
    [InlineData("HOLDS", "Former Harbor Safety Bureau Director Janos Kovacs agreed.", "Janos Kovacs > Harbor Safety Bureau Director")]
    [InlineData("HOLDS", "They saw Ministry of Justice State Secretary Janos Kovacs.", "Janos Kovacs > Ministry of Justice State Secretary")]
    [InlineData("HOLDS", "Janos Kovacs, Chief of Staff to the President, agreed.", "Janos Kovacs > Chief of Staff")]
    [InlineData("PART_OF", "The Harbor Department, part of the Ministry of Justice, agreed.", "Harbor Department > Ministry of Justice")]
    [InlineData("POSITION_IN", "They saw Janos Kovacs, head of the MFA's Europe Department.", " > Europe Department")]
    public void Is_read(string type, string sentence, string claim)
    {
        string[] claims = Read.Body(sentence).Claims(type);
        Assert.Contains(claims, found => found.Contains(claim, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("LOCATED_IN", "The Harbor Foundation has its doubts in Helsinki.")]
    [InlineData("COOPERATES_WITH", "The Harbor Safety Bureau refused to share information with the Harbor Police.")]
    [InlineData("LOCATED_IN", "Norway would establish the Harbor University in Lima.")]
    [InlineData("LOCATED_IN", "They praised the Harbor Initiative in Lima.")]
    [InlineData("MEMBER_OF", "Norway will join the Harbor Council next year.")]
    [InlineData("MEMBER_OF", "Norway refused to sit on the Harbor Council.")]
    [InlineData("MEMBER_OF", "As a member of the press, Norway agreed.")]
    [InlineData("MET_WITH", "In a letter to Poloff, Janos Kovacs confirmed to Jane Lowell that it was late.")]
    [InlineData("TRAVELED_TO", "Jane Lowell heard from Lima and Oslo.")]
    [InlineData("COOPERATES_WITH", "The Harbor Safety Bureau never provided training to the Harbor Police.")]
    [InlineData("PART_OF", "The Harbor Safety Bureau reports to Norway.")]
    public void Is_not_asserted(string type, string sentence) =>
        Assert.DoesNotContain(Read.Body(sentence).Claims, claim => claim.Type == type && claim.Polarity == Polarity.Asserted && claim.Modality == Modality.Actual);

    [Fact]
    public void Coming_members_are_planned() => Assert.Equal(["Norway > Harbor Council Planned"], Read.Body("Norway will join the Harbor Council.").Claims("MEMBER_OF"));

    [Fact]
    public void Who_is_visiting_met_with_his_hosts_guest_and_not_with_them() =>
        Assert.DoesNotContain(Read.Body("Poloff and visiting EUR/NCE Desk Officer Jane Lowell met with Janos Kovacs.").Claims("MET_WITH"), claim => !claim.Contains("Janos Kovacs", StringComparison.Ordinal));
}
