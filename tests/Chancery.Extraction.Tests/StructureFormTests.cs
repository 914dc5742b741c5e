using Xunit;

namespace Chancery.Extraction.Tests;

/// <summary>Seats, parts and members by the many words that tell of them.</summary>
public sealed class StructureFormTests
{
    [Theory]
    [InlineData("Norway has been a member of NATO since 1949.", "Norway > North Atlantic Treaty Organization")]
    [InlineData("Peter Brandt represents Norway on the Harbor Council.", "Norway > Harbor Council")]
    [InlineData("Peter Brandt left the Harbor Party in 1990.", "Peter Brandt > Harbor Party Former")]
    [InlineData("Peter Brandt teaches at Harbor University.", "Peter Brandt > Harbor University")]
    [InlineData("Peter Brandt is employed by the Harbor Institute.", "Peter Brandt > Harbor Institute")]
    [InlineData("Peter Brandt, an employee of the Harbor Institute, agreed.", "Peter Brandt > Harbor Institute")]
    [InlineData("The Harbor Commission is made up of the Ministry of Fisheries and the Ministry of Trade.", "Ministry of Trade > Harbor Commission")]
    [InlineData("The Harbor Commission, on which the Ministry of Fisheries and the Harbor Institute are represented, met.", "Harbor Institute > Harbor Commission")]
    public void Members(string sentence, string claim) => Assert.Contains(claim, Read.Body(sentence).Claims("MEMBER_OF"));

    [Theory]
    [InlineData("Peter Brandt left the Harbor Institute at noon.")]
    [InlineData("Peter Brandt represents Norway in Lima.")]
    [InlineData("Norway has never been a member of the Harbor Council.")]
    [InlineData("The day on which the Ministry of Fisheries and the Harbor Institute are represented is near.")]
    public void No_members(string sentence) =>
        Assert.DoesNotContain(Read.Body(sentence).Claims, claim => claim is { Type: "MEMBER_OF", Polarity: Polarity.Asserted });

    [Theory]
    [InlineData("The Harbor Institute, with headquarters in Lima, agreed.")]
    [InlineData("The Harbor Institute, whose headquarters are in Lima, agreed.")]
    [InlineData("The Harbor Institute moved its headquarters to Lima.")]
    [InlineData("The Harbor Institute maintains a small office in Lima.")]
    [InlineData("The Harbor Institute operates out of Lima.")]
    [InlineData("The Harbor Institute's Lima office closed.")]
    [InlineData("The Lima office of the Harbor Institute closed.")]
    public void Seats(string sentence) => Assert.Contains("Harbor Institute > Lima", Read.Body(sentence).Claims("LOCATED_IN"));

    [Theory]
    [InlineData("The Harbor Institute has friends in Lima.")]
    [InlineData("The Harbor Institute moved its headquarters from Lima.")]
    [InlineData("He wants the Harbor Institute in Lima.")]
    public void No_seats(string sentence) =>
        Assert.DoesNotContain(Read.Body(sentence).Claims, claim => claim is { Type: "LOCATED_IN", Modality: Modality.Actual });

    [Theory]
    [InlineData("The Harbor Office (part of the Ministry of Fisheries) agreed.", "Harbor Office > Ministry of Fisheries")]
    [InlineData("The Harbor Office is a small unit of the Ministry of Fisheries.", "Harbor Office > Ministry of Fisheries")]
    [InlineData("The Bureau of Harbors, Department of Commerce, agreed.", "Bureau of Harbors > Department of Commerce")]
    public void Parts(string sentence, string claim) => Assert.Contains(claim, Read.Body(sentence).Claims("PART_OF"));

    [Theory]
    [InlineData("They met the Bureau of Harbors, Department of Commerce and Ministry of Trade officials.")]
    [InlineData("He claimed that the Harbor Office is a unit of the Ministry of Fisheries.")]
    [InlineData("The Harbor Office is not a unit of the Ministry of Fisheries.")]
    public void No_parts(string sentence) =>
        Assert.DoesNotContain(Read.Body(sentence).Claims, claim => claim is { Type: "PART_OF", Polarity: Polarity.Asserted, Modality: Modality.Actual });
}
