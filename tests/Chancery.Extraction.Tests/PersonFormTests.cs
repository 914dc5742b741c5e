using Xunit;

namespace Chancery.Extraction.Tests;

/// <summary>What belongs to a person's name and what does not.</summary>
public sealed class PersonFormTests
{
    [Theory]
    [InlineData("He saw Hans-Peter zu Kovacsberg. Later zu Kovacsberg left.", "Hans-Peter zu Kovacsberg", "zu Kovacsberg")]
    [InlineData("Dr. Peter Brandt MP and Min. Maria Lowell agreed.", "Peter Brandt", "Maria Lowell")]
    [InlineData("He met Count von Kovacsberg and Mr. van der Lowell.", "von Kovacsberg", "van der Lowell")]
    [InlineData("He met Peter J. (Steve) Kovacs (Lima) today.", "Peter J. (Steve) Kovacs", "Peter J. (Steve) Kovacs")]
    [InlineData("He met Maria Lopez Vardan. Later Lopez-Vardan agreed.", "Maria Lopez Vardan", "Lopez-Vardan")]
    [InlineData("Peter Osei-Lowell spoke. Osei-Lowell's letter came.", "Peter Osei-Lowell", "Osei-Lowell")]
    public void Names(string text, string first, string second)
    {
        string[] persons = Read.Body(text).Mentions(EntityType.Person);
        Assert.Contains(first, persons);
        Assert.Contains(second, persons);
    }

    [Fact]
    public void Whose_spokesman_it_is_may_be_a_person_named_before()
    {
        CableExtraction read = Read.Body("Sir Peter Vardanyi spoke. Vardanyi's lawyer and Vardanyi's spokesman agreed.");
        Assert.Contains("Vardanyi", read.Mentions(EntityType.Person));
        Assert.DoesNotContain("Vardanyi", read.Mentions(EntityType.Organization));
    }

    [Fact]
    public void What_has_a_plant_and_shareholders_is_no_person()
    {
        CableExtraction read = Read.Body("Vardan bought land in May. The cement maker Vardan is rich, and Vardan's shareholders are glad.");
        Assert.DoesNotContain("Vardan", read.Mentions(EntityType.Person));
    }

    [Theory]
    [InlineData("He lives near Port Vardan today.", "Port Vardan")]
    [InlineData("They invoked the Brandt Doctrine again.", "Brandt Doctrine")]
    [InlineData("The Under Secretary for Rural Affairs agreed.", "Rural Affairs")]
    public void Not_persons(string text, string name) => Assert.DoesNotContain(name, Read.Body(text).Mentions(EntityType.Person));

    [Fact]
    public void A_body_and_the_person_behind_it_are_two() =>
        Assert.Contains("Peter Vardanyi", Read.Body("He met the director of the Harbor Bank Peter Vardanyi today.").Mentions(EntityType.Person));

    [Fact]
    public void A_long_surname_with_a_letter_too_many_is_the_same()
    {
        CableExtraction read = Read.Body("He met Peter Vardanyov. Later Vardannyov left.");
        Assert.Contains("Vardannyov", read.Entity(EntityType.Person, "Peter Vardanyov").Aliases);
    }

    [Theory]
    [InlineData("He met Peter Vardanov and Mrs. Vardanova.", "Peter Vardanov", "Vardanova")]
    [InlineData("He met Peter Hansen and Hanson.", "Peter Hansen", "Hanson")]
    public void Short_surnames_and_wives_are_apart(string text, string first, string second)
    {
        CableExtraction read = Read.Body(text);
        Assert.NotEqual(read.Entity(EntityType.Person, first).Id, read.Entity(EntityType.Person, second).Id);
    }

    [Theory]
    [InlineData("The Crown Prince's office agreed.", "Crown Prince")]
    [InlineData("The Mayor's office agreed.", "Mayor")]
    public void In_somebodys_office_the_office_is_not_spoken_of(string text, string office) =>
        Assert.DoesNotContain(office, Read.Body(text).Mentions(EntityType.Position));

    [Fact]
    public void An_office_may_belong_to_another() =>
        Assert.Equal(["Governor's Deputy Adviser"], Read.Body("The Governor's Deputy Adviser left.").Mentions(EntityType.Position));
}
