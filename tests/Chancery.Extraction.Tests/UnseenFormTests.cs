using Xunit;

namespace Chancery.Extraction.Tests;

/// <summary>Relations by noun phrases, possessives and citations, with what only looks like them.</summary>
public sealed class UnseenFormTests
{
    [Theory]
    [InlineData("Hungary is also a key participant in the Harbor Safety Committee.", "Hungary > Harbor Safety Committee")]
    [InlineData("Norway is a founding member of the joint Hungary/Latvia Harbor Commission.", "Norway > Harbor Commission")]
    [InlineData("Harbor Workers Party deputy Janos Kovacs agreed.", "Janos Kovacs > Harbor Workers Party")]
    public void Memberships_of_noun_phrases_are_read(string sentence, string claim) => Assert.Contains(claim, Read.Body(sentence).Claims("MEMBER_OF"));

    [Theory]
    [InlineData("Hungary is not a participant in the Harbor Safety Committee.")]
    [InlineData("Hungary hopes to be a participant in the Harbor Safety Committee.")]
    [InlineData("Harbor Safety Ministry deputy Janos Kovacs agreed.")]
    public void What_is_no_membership_is_not_asserted(string sentence) =>
        Assert.DoesNotContain(Read.Body(sentence).Claims, claim => claim is { Type: "MEMBER_OF", Polarity: Polarity.Asserted, Modality: Modality.Actual });

    [Theory]
    [InlineData("In May the Harbor Workers Party announced its union with UNESCO.")]
    [InlineData("NATO assisted the World Bank.")]
    [InlineData("NATO's work includes assisting the World Bank to rebuild.")]
    public void Unions_and_help_are_cooperation(string sentence) =>
        Assert.Single(Read.Body(sentence).Claims, claim => claim is { Type: "COOPERATES_WITH", Polarity: Polarity.Asserted });

    [Theory]
    [InlineData("NATO never assisted the World Bank.")]
    [InlineData("Peter Brandt is suspected of assisting the World Bank.")]
    public void Help_that_was_not_given_by_a_body_is_none(string sentence) =>
        Assert.DoesNotContain(Read.Body(sentence).Claims, claim => claim is { Type: "COOPERATES_WITH", Polarity: Polarity.Asserted });

    [Theory]
    [InlineData("They praised charities, such as the Hungarian based Harbor Foundation.", "Harbor Foundation > Hungary")]
    [InlineData("The Helsinki-based research institute Harbor Foundation agreed.", "Harbor Foundation > Helsinki")]
    public void Seats_before_a_body_are_read(string sentence, string claim) => Assert.Contains(claim, Read.Body(sentence).Claims("LOCATED_IN"));

    [Fact]
    public void Papers_cited_by_date_are_bodies_with_their_city()
    {
        CableExtraction read = Read.Body("Regional Vardanische Tiden of Helsinki (12/28) opined that it was late. In the view of Oktora Tiden (12/28), it was not.");
        Assert.Equal(["Vardanische Tiden", "Oktora Tiden"], read.Mentions(EntityType.Organization));
        Assert.Equal(["Vardanische Tiden > Helsinki"], read.Claims("LOCATED_IN"));
    }

    [Fact]
    public void One_date_in_brackets_makes_no_paper() =>
        Assert.DoesNotContain("Brandt", Read.Body("Peter Brandt (12/28) noted that it was late.").Mentions(EntityType.Organization));

    [Theory]
    [InlineData("Hungary's chief trade negotiator, Janos Kovacs, agreed.", "Hungary chief trade negotiator > Hungary", "Janos Kovacs > Hungary chief trade negotiator")]
    [InlineData("The commander of Hungary's Harbor Police Force, Colonel Janos Kovacs, agreed.", "commander of Hungary's Harbor Police Force > Harbor Police Force", "Janos Kovacs > commander of Hungary's Harbor Police Force")]
    public void Owners_of_roles_are_read(string sentence, string position, string holder)
    {
        CableExtraction read = Read.Body(sentence);
        Assert.Contains(position, read.Claims("POSITION_IN"));
        Assert.Contains(holder, read.Claims("HOLDS"));
    }

    [Fact]
    public void The_director_of_one_city_is_not_the_director_of_all()
    {
        CableExtraction read = Read.Body("UNESCO Helsinki Director Janos Kovacs agreed. UNESCO Director Peter Brandt did not.");
        Assert.Equal(2, read.Entities.Count(entity => entity.Type == EntityType.Position));
    }

    [Fact]
    public void An_opportunity_that_was_had_was_taken() =>
        Assert.Contains("Janos Kovacs > Smith", Read.Body("I have had the opportunity of a good talk with Janos Kovacs.").Claims("MET_WITH"));

    [Theory]
    [InlineData("The Harbor Council (HAC) Safety Committee (SAC) met.", "Safety Committee > Harbor Council")]
    [InlineData("It commands the Harbor Safety Force's (HSF) Northern Command.", "Northern Command > Harbor Safety Force")]
    public void A_body_behind_the_others_letters_is_its_part(string sentence, string claim) => Assert.Contains(claim, Read.Body(sentence).Claims("PART_OF"));

    [Theory]
    [InlineData("They sail the Gulf of Vardan.", "Gulf of Vardan")]
    [InlineData("It is near Peter Brandt international airport.", "Peter Brandt international airport")]
    public void Places_by_their_noun_are_read(string sentence, string place) => Assert.Contains(place, Read.Body(sentence).Mentions(EntityType.Place));

    [Theory]
    [InlineData("The Committee to Protect Harbors agreed.", "Committee to Protect Harbors")]
    [InlineData("Ships of Combined Task Force (CTF) 99 came.", "Combined Task Force (CTF) 99")]
    [InlineData("It helps the Hungarian Armed forces.", "Hungarian Armed forces")]
    public void Bodies_by_their_form_are_read(string sentence, string body) => Assert.Contains(body, Read.Body(sentence).Mentions(EntityType.Organization));

    [Theory]
    [InlineData("Peter Brandt stepped down as Governor of the World Bank.", "Peter Brandt > Governor of the World Bank Former")]
    [InlineData("Peter Brandt resigned as Governor of the World Bank.", "Peter Brandt > Governor of the World Bank Former")]
    public void Who_leaves_an_office_held_it(string sentence, string claim) => Assert.Contains(claim, Read.Body(sentence).Claims("HOLDS"));

    [Fact]
    public void Somebody_believed_in_is_no_place() =>
        Assert.DoesNotContain("Brandt", Read.Body("Peter Brandt spoke. They have confidence in Brandt.").Mentions(EntityType.Place));

    [Fact]
    public void Who_came_along_met_too()
    {
        string[] met = Read.Body("Peter Brandt met with Janos Kovacs. Brandt was accompanied by Jane Lowell.").Claims("MET_WITH");
        Assert.Contains(met, claim => claim.Contains("Janos Kovacs", StringComparison.Ordinal) && claim.Contains("Jane Lowell", StringComparison.Ordinal));
        Assert.Equal(2, met.Length);
    }

    [Fact]
    public void Company_on_no_meeting_met_nobody() => Assert.Empty(Read.Body("Peter Brandt spoke. Brandt was accompanied by Jane Lowell.").Claims("MET_WITH"));

    [Fact]
    public void The_writer_named_at_the_beginning_is_who_says_I() =>
        Assert.Contains("Janos Kovacs > Lowell", Read.Body("For the Secretary from Ambassador Lowell. I had a long talk with Janos Kovacs.").Claims("MET_WITH"));

    [Theory]
    [InlineData("Peter Brandt left Lima for consultations in Helsinki.", "Peter Brandt > Helsinki")]
    [InlineData("Peter Brandt went on a UNESCO tour in October in Norway.", "Peter Brandt > Norway")]
    public void Journeys_for_a_purpose_are_read(string sentence, string claim) =>
        Assert.Contains(Read.Body(sentence).Claims("TRAVELED_TO"), found => found.StartsWith(claim, StringComparison.Ordinal));

    [Fact]
    public void Leaving_for_talks_about_a_place_goes_nowhere() => Assert.Empty(Read.Body("Peter Brandt left office for reasons unknown in the press.").Claims("TRAVELED_TO"));

    [Theory]
    [InlineData("Norway's ambassador to Hungary agreed.", "Norway")]
    [InlineData("Sov Foreign Minister Brandt agreed.", "Soviet Union")]
    [InlineData("We told Brit Amb Helsinki of it.", "United Kingdom")]
    public void The_sending_nation_is_what_an_envoy_is_in(string sentence, string nation) => Assert.Contains(Read.Body(sentence).Claims("POSITION_IN"), claim => claim.EndsWith(" > " + nation, StringComparison.Ordinal));

    [Fact]
    public void A_name_before_CEO_is_a_company() => Assert.Contains("Odrava", Read.Body("They saw Odrava CEO Peter Brandt.").Mentions(EntityType.Organization));

    [Fact]
    public void Initials_join_a_name_that_no_bracket_defines()
    {
        CableExtraction read = Read.Body("The Harbor Safety Committee met. The HSC agreed that HSC members pay.");
        Assert.Contains("HSC", read.Entity(EntityType.Organization, "Harbor Safety Committee").Aliases);
    }
}
