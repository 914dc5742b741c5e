using Xunit;

namespace Chancery.Extraction.Tests;

/// <summary>Whose people are, and how bodies and their units stand side by side.</summary>
public sealed class AffiliationTests
{
    [Theory]
    [InlineData("NATO's Peter Brandt agreed.", "Peter Brandt > North Atlantic Treaty Organization")]
    [InlineData("Harbor Institute official Peter Brandt agreed.", "Peter Brandt > Harbor Institute")]
    [InlineData("Peter Brandt, a Harbor Institute official, agreed.", "Peter Brandt > Harbor Institute")]
    [InlineData("They left Janos Kovacs's Harbor Workers Party.", "Janos Kovacs > Harbor Workers Party")]
    [InlineData("In June, Norway assumed a nonpermanent seat on the Harbor Safety Council.", "Norway > Harbor Safety Council")]
    [InlineData("Peter Brandt was elected to the Harbor Safety Council.", "Peter Brandt > Harbor Safety Council")]
    [InlineData("The members of the Harbor Safety Council include Norway and Latvia.", "Latvia > Harbor Safety Council")]
    [InlineData("Peter Brandt, who heads the powerful Harbor Council, agreed.", "Peter Brandt > Harbor Council")]
    [InlineData("Peter Brandt, of the Harbor Institute, agreed.", "Peter Brandt > Harbor Institute")]
    [InlineData("Peter Brandt works for the Harbor Institute.", "Peter Brandt > Harbor Institute")]
    public void People_and_nations_belong_to_bodies(string sentence, string claim) => Assert.Contains(claim, Read.Body(sentence).Claims("MEMBER_OF"));

    [Theory]
    [InlineData("Norway's Peter Brandt agreed.")]
    [InlineData("Norway seeks a seat on the Harbor Safety Council.")]
    [InlineData("Peter Brandt heads the Harbor Ministry delegation.")]
    [InlineData("Peter Brandt joined the Harbor Safety Council at dinner.")]
    [InlineData("They wrote to some NATO members, Norway says.")]
    [InlineData("It was sent to UNESCO members and Peter Brandt's answer came.")]
    [InlineData("They agreed on receipt by Peter Brandt of UNESCO message.")]
    [InlineData("The senator from Norway was a member of the Harbor Safety Council.")]
    [InlineData("Peter Brandt was not elected to the Harbor Safety Council.")]
    public void What_is_no_membership_is_not_asserted(string sentence) =>
        Assert.DoesNotContain(Read.Body(sentence).Claims, claim => claim is { Type: "MEMBER_OF", Polarity: Polarity.Asserted, Modality: Modality.Actual });

    [Theory]
    [InlineData("The question is before the Security Council UN today.", "Security Council > United Nations")]
    [InlineData("He wrote to the NATO Harbor Agency.", null)]
    [InlineData("They told the UN Secretariat of it.", "UN Secretariat > United Nations")]
    public void Units_are_part_of_what_stands_beside_them(string sentence, string? claim) =>
        Assert.True(claim is null ? Read.Body(sentence).Claims("PART_OF").Length == 0 : Read.Body(sentence).Claims("PART_OF").Contains(claim));

    [Theory]
    [InlineData("They spoke at the Harbor Institute, in Lima, on May 5.", "Harbor Institute > Lima")]
    [InlineData("He is at Lima's Harbor Hospital.", "Harbor Hospital > Lima")]
    [InlineData("The Norwegian Delegation at Lima agreed.", "Norwegian Delegation > Lima")]
    public void Seats_of_bodies_are_read(string sentence, string claim) => Assert.Contains(claim, Read.Body(sentence).Claims("LOCATED_IN"));

    [Theory]
    [InlineData("They saw the Government of Norway in Lima.", "LOCATED_IN")]
    [InlineData("It was made for the Harbor Guard under UNESCO training.", "PART_OF")]
    public void A_government_has_no_seat_and_a_hand_no_whole(string sentence, string type) => Assert.Empty(Read.Body(sentence).Claims(type));

    [Theory]
    [InlineData("Harbor Party (HP) Governor Peter Brandt agreed.", "Peter Brandt")]
    [InlineData("HP voters left. HP stalwart Peter Brandt agreed.", "Peter Brandt")]
    [InlineData("HP voters left. It fell to Peter Brandt (HP-Oslo).", "Peter Brandt")]
    [InlineData("HP voters left. Minister Peter Brandt, also HP, agreed.", "Peter Brandt")]
    [InlineData("HPO voters left. Peter Brandt was the last senior HPO politician there.", "Peter Brandt")]
    public void Parties_beside_a_name(string sentence, string member) =>
        Assert.Contains(Read.Body(sentence).Claims("MEMBER_OF"), claim => claim.StartsWith(member + " > ", StringComparison.Ordinal) && !claim.Contains("Former", StringComparison.Ordinal));

    [Theory]
    [InlineData("HP voters left. The anti-HP Governor Peter Brandt agreed.")]
    [InlineData("HP voters left. HP, Governor Peter Brandt agreed, is weak.")]
    [InlineData("HP voters left. Peter Brandt was the first HP candidate.")]
    [InlineData("The Bank (BKO) told Governor Peter Brandt.")]
    public void Parties_near_a_name_that_are_not_said_to_be_his(string sentence) => Assert.Empty(Read.Body(sentence).Claims("MEMBER_OF"));

    [Theory]
    [InlineData("Brandt has reportedly remained a long-standing member of the Harbor Council.", "Brandt > Harbor Council")]
    [InlineData("Peter Brandt, a card-carrying member of the Harbor Party, left.", "Peter Brandt > Harbor Party")]
    public void Membership_behind_any_words_of_its_phrase(string sentence, string claim) => Assert.Contains(claim, Read.Body(sentence).Claims("MEMBER_OF"));

    [Fact]
    public void What_somebody_opines_makes_him_no_newspaper() =>
        Assert.Contains("Rosenlund", Read.Body("We met Court Chief Prosecutor Javier Rosenlund. Rosenlund opined that it was late.").Mentions(EntityType.Person));

    [Fact]
    public void A_chief_prosecutor_is_one_office() =>
        Assert.Contains("Supreme Court Chief Prosecutor", Read.Body("We met Supreme Court Chief Prosecutor Peter Brandt.").Mentions(EntityType.Position));
}
