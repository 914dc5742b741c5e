using Xunit;

namespace Chancery.Extraction.Tests;

/// <summary>Where a name begins and ends, beside what its words alone would tell.</summary>
public sealed class NameBoundsTests
{
    [Theory]
    [InlineData("She wrote to the Ministry of Women's Affairs on Friday.", "Ministry of Women's Affairs")]
    [InlineData("He reads for the Ministry of Finance's Budget Department.", "Ministry of Finance")]
    [InlineData("According to the Employers' Federation of Peru, wages fell.", "Employers' Federation of Peru")]
    [InlineData("He left the Coastal Institute of Peru.", "Coastal Institute of Peru")]
    [InlineData("She visited the Confederation of Bolivia in May.", "Confederation of Bolivia")]
    [InlineData("Talks between KDPV-PF and the mayor failed.", "KDPV-PF")]
    [InlineData("A team of the U.S. Forest Service came.", "U.S. Forest Service")]
    public void Bodies(string sentence, string body) => Assert.Contains(body, Read.Body(sentence).Mentions(EntityType.Organization));

    [Theory]
    [InlineData("The Minister for Trade and Rural Development Paulo Medina spoke.", "Minister for Trade and Rural Development", "Paulo Medina")]
    [InlineData("They met the Governor of Bahia Antonio Medina in May.", "Governor of Bahia", "Antonio Medina")]
    public void An_office_ends_before_its_holder(string sentence, string office, string person)
    {
        Assert.Contains(office, Read.Body(sentence).Mentions(EntityType.Position));
        Assert.Contains(person, Read.Body(sentence).Mentions(EntityType.Person));
    }

    [Theory]
    [InlineData("Three inspectors (Peter Brandt - head of the unit; and Anna Tomlin) traveled to Lima.", "Peter Brandt > Lima", "Anna Tomlin > Lima")]
    [InlineData("Anna Tomlin visited several border stations including Callao and Arequipa.", "Anna Tomlin > Callao", "Anna Tomlin > Arequipa")]
    [InlineData("Anna Tomlin visited coastal towns such as Callao and Arequipa.", "Anna Tomlin > Callao", "Anna Tomlin > Arequipa")]
    public void Members_of_a_group_and_examples_of_a_kind(string sentence, params string[] journeys)
    {
        IEnumerable<string> read = Read.Body(sentence).Claims("TRAVELED_TO");
        Assert.All(journeys, journey => Assert.Contains(read, claim => claim.StartsWith(journey, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Anna Tomlin visited to discuss issues including Peru and Chile.")]
    [InlineData("Prices (Peter Brandt says) traveled to Lima last.")]
    public void What_is_no_example_and_no_member(string sentence) => Assert.Empty(Read.Body(sentence).Claims("TRAVELED_TO"));

    [Theory]
    [InlineData("Every deputy minister came, and the Departments of State and Defense agreed.")]
    [InlineData("The train left at 8 PM.")]
    public void What_the_rules_left_is_no_office(string sentence) => Assert.Empty(Read.Body(sentence).Mentions(EntityType.Position));

    [Theory]
    [InlineData("UN Secretary general Anna Tomlin wrote.", "UN Secretary general")]
    [InlineData("They saw the Minister of Fisheries and Marine Resources Development, Jonas Talberg, in Lima.", "Minister of Fisheries and Marine Resources Development")]
    public void Whole_offices(string sentence, string office) => Assert.Contains(office, Read.Body(sentence).Mentions(EntityType.Position));

    [Theory]
    [InlineData("Harbor Party Chairman (and current Foreign Minister) Erik Norum tapped her.", "Erik Norum > Harbor Party Chairman")]
    [InlineData("Harbor Party Chairman (and current Foreign Minister) Erik Norum tapped her.", "Erik Norum > Foreign Minister")]
    [InlineData("Paul Medina's departure as Federal Agriculture Minister surprised us.", "Paul Medina > Federal Agriculture Minister")]
    [InlineData("He praised Erik Norum, a relative unknown 38-year-old Parliament deputy, and left.", "Erik Norum > Parliament deputy")]
    public void Holders(string sentence, string claim) =>
        Assert.Contains(Read.Body(sentence).Claims("HOLDS"), held => held.StartsWith(claim, StringComparison.Ordinal));

    [Theory]
    [InlineData("Harbor Party Chairman (no relation to the Foreign Minister) Erik Norum tapped her.", "Foreign Minister")]
    [InlineData("He praised Erik Norum, the rival of a Parliament deputy, and left.", "deputy")]
    public void Who_holds_no_such_office(string sentence, string office) =>
        Assert.DoesNotContain(Read.Body(sentence).Claims("HOLDS"), held => held.Contains(office, StringComparison.Ordinal));
}
