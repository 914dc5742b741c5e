using Xunit;

namespace Chancery.Extraction.Tests;

/// <summary>A sentence of our own for each rule.</summary>
public sealed class RuleTests
{
    [Fact]
    public void An_acronym_in_brackets_is_its_name_wherever_it_stands()
    {
        CableExtraction read = Read.Body("The Regional Harbor Safety Council (RHSC) met in May. Officials of the RHSC were pleased.");
        CableEntity council = read.Entity(EntityType.Organization, "RHSC");
        Assert.Equal("Regional Harbor Safety Council", council.Name);
        Assert.Equal(3, read.Mentions.Count(mention => mention.Entity == council.Id));
    }

    [Fact]
    public void Two_letters_exchanged_are_a_slip_for_a_defined_acronym()
    {
        CableExtraction read = Read.Body("The Regional Harbor Safety Council (RHSC) met. Talks with RHCS go on.");
        Assert.Contains("RHCS", read.Entity(EntityType.Organization, "RHSC").Aliases);
    }

    [Theory]
    [InlineData("Post believes that this is right.", "Post")]
    [InlineData("In post's view this is right.", "post")]
    [InlineData("The Embassy will report further.", "Embassy")]
    public void The_sender_names_itself(string sentence, string surface)
    {
        CableExtraction read = Read.Body(sentence);
        Mention mention = Assert.Single(read.Mentions, mention => mention.Type == EntityType.Post && mention.Text == surface);
        Assert.Equal("Embassy Bucharest", read.Name(mention.Entity));
    }

    [Theory]
    [InlineData("The post office was closed.")]
    [InlineData("He left his post yesterday.")]
    public void Not_every_post_is_the_sender(string sentence) => Assert.Empty(Read.Body(sentence).Mentions(EntityType.Post));

    [Fact]
    public void A_shared_modifier_makes_two_positions_in_one_body()
    {
        CableExtraction read = Read.Body("The NATO Secretary General and Executive Manager opened the talks.");
        Assert.Equal(["NATO Secretary General", "Executive Manager"], read.Mentions(EntityType.Position));
        Assert.Equal(2, read.Claims("POSITION_IN").Length);
        Assert.Single(read.Claims.Where(claim => claim.Type == "POSITION_IN").Select(claim => claim.Target).Distinct());
    }

    [Fact]
    public void A_rank_is_no_part_of_the_title()
    {
        CableExtraction read = Read.Body("NATO Deputy Director General Peter Brandt spoke first. Later General Brandt left.");
        Assert.Contains("NATO Deputy Director", read.Mentions(EntityType.Position));
        Assert.Equal("Peter Brandt", read.Entity(EntityType.Person, "Brandt").Name);
    }

    [Fact]
    public void An_office_before_a_name_has_a_holder_and_a_nation()
    {
        CableExtraction read = Read.Body("Hungarian President Janos Kovacs underscored this.");
        Assert.Equal(["Janos Kovacs > Hungarian President"], read.Claims("HOLDS"));
        Assert.Equal(["Hungarian President > Hungary"], read.Claims("POSITION_IN"));
    }

    [Fact]
    public void An_office_in_apposition_has_a_holder()
    {
        CableExtraction read = Read.Body("Ana Ferreira, director of the World Bank, agreed.");
        Assert.Equal(["Ana Ferreira > director of the World Bank"], read.Claims("HOLDS"));
    }

    [Theory]
    [InlineData("The candidate for NATO Secretary General, Peter Brandt, was absent.")]
    [InlineData("Peter Brandt, nominee for NATO Secretary General, was absent.")]
    public void A_hopeful_holds_nothing(string sentence) => Assert.Empty(Read.Body(sentence).Claims("HOLDS"));

    [Fact]
    public void A_former_holder_is_former()
    {
        CableExtraction read = Read.Body("The former NATO Secretary General Peter Brandt was absent.");
        Assert.Equal(["Peter Brandt > NATO Secretary General Former"], read.Claims("HOLDS"));
    }

    [Theory]
    [InlineData("Peter Brandt traveled to Istanbul on April 26-27.", "Peter Brandt > Istanbul 2005-04-26..2005-04-27")]
    [InlineData("In March 2005 Peter Brandt visited Istanbul.", "Peter Brandt > Istanbul 2005-03")]
    [InlineData("Peter Brandt will travel to Istanbul tomorrow.", "Peter Brandt > Istanbul Planned 2005-05-14")]
    [InlineData("Peter Brandt spoke of his visit to the remote town of Istanbul.", "Peter Brandt > Istanbul")]
    [InlineData("Peter Brandt did not travel to Istanbul.", "Peter Brandt > Istanbul Denied")]
    public void Journeys_have_dates_and_moods(string sentence, string claim) => Assert.Equal([claim], Read.Body(sentence).Claims("TRAVELED_TO"));

    [Theory]
    [InlineData("On May 10 Poloff met with Maria Silva.", "2005-05-10")]
    [InlineData("Poloff's May 10 meeting with Maria Silva was short.", "2005-05-10")]
    [InlineData("Maria Silva told Poloff on May 10 that this was so.", "2005-05-10")]
    public void Meetings_are_between_two_parties(string sentence, string day)
    {
        Claim met = Assert.Single(Read.Body(sentence).Claims, claim => claim.Type == "MET_WITH");
        Assert.Equal(day, met.On);
        Assert.Equal(Polarity.Asserted, met.Polarity);
    }

    [Fact]
    public void What_is_only_proposed_is_proposed()
    {
        CableExtraction read = Read.Body("NATO proposed cooperation between NATO and the World Bank.");
        Assert.Equal(Modality.Proposed, Assert.Single(read.Claims, claim => claim.Type == "COOPERATES_WITH").Modality);
    }

    [Fact]
    public void Bodies_that_cooperate_closely_cooperate() =>
        Assert.Equal(["North Atlantic Treaty Organization > World Bank"], Read.Body("NATO cooperates closely with the World Bank.").Claims("COOPERATES_WITH"));

    [Fact]
    public void Membership_denied_is_not_asserted()
    {
        CableExtraction read = Read.Body("The MoU does not make the World Bank a member of NATO.");
        Assert.DoesNotContain(read.Claims, claim => claim is { Type: "MEMBER_OF", Polarity: Polarity.Asserted });
    }

    [Fact]
    public void A_body_that_is_part_of_another_and_sits_somewhere()
    {
        CableExtraction read = Read.Body("The Regional Border Agency (RBA), which is part of the Ministry of Interior, is headquartered in Constanta.");
        Assert.Equal(["Regional Border Agency > Ministry of Interior"], read.Claims("PART_OF"));
        Assert.Equal(["Regional Border Agency > Constanta"], read.Claims("LOCATED_IN"));
    }

    [Fact]
    public void Several_members_are_each_a_member() =>
        Assert.Equal(3, Read.Body("Hungary, Moldova and Ukraine are members of NATO.").Claims("MEMBER_OF").Length);

    [Fact]
    public void A_possessive_gives_a_title_its_body()
    {
        CableExtraction read = Read.Body("The World Bank's Governor, Peter Brandt, resigned.");
        Assert.Single(read.Claims("POSITION_IN"));
        Assert.Single(read.Claims("HOLDS"));
    }

    [Fact]
    public void A_topic_ends_before_the_name()
    {
        CableExtraction read = Read.Body("Moldovan Minister of Internal Affairs Gheorghe Plamada agreed.");
        Assert.Equal(["Moldovan Minister of Internal Affairs"], read.Mentions(EntityType.Position));
        Assert.Equal(["Gheorghe Plamada > Moldovan Minister of Internal Affairs"], read.Claims("HOLDS"));
    }

    [Fact]
    public void Another_nations_ambassador_is_not_the_posts_own()
    {
        CableExtraction read = Read.Body("Ambassador Nikoloz Beridze called on Poloff.", post: "MOSCOW");
        Assert.DoesNotContain(read.Claims("POSITION_IN"), claim => claim.StartsWith("Ambassador", StringComparison.Ordinal));
        Assert.Equal(["Nikoloz Beridze > Ambassador"], read.Claims("HOLDS"));
    }

    [Fact]
    public void A_country_that_is_a_member_is_asserted() =>
        Assert.Equal(["Hungary > North Atlantic Treaty Organization"], Read.Body("Hungary is a member of NATO.").Claims("MEMBER_OF"));

    [Fact]
    public void A_committee_under_a_ministry_is_part_of_it() =>
        Assert.Equal(["National Committee for Harbors > Ministry of Justice"], Read.Body("The National Committee for Harbors, under the Ministry of Justice, agreed.").Claims("PART_OF"));

    [Fact]
    public void Treaties_and_programmes_are_no_bodies() =>
        Assert.DoesNotContain("CHP", Read.Body("The Clean Harbor Program (CHP) began. The CHP is new.").Mentions(EntityType.Organization));

    [Fact]
    public void Mrs_is_another_person()
    {
        CableExtraction read = Read.Body("President Brandt sent a message. Mrs. Brandt thanked the writer.");
        Assert.Equal(2, read.Entities.Count(entity => entity.Type == EntityType.Person && entity.Name.EndsWith("Brandt", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_unnamed_ambassador_is_found_by_date_and_marked_inferred()
    {
        CableExtraction read = Read.Body("The Ambassador met the press.", post: "MOSCOW", day: "131416Z MAY 05");
        Claim holds = Assert.Single(read.Claims, claim => claim.Type == "HOLDS");
        Assert.True(holds.Inferred);
        Assert.Equal("Alexander Russel Vershbow", read.Name(holds.Source));
        Assert.DoesNotContain("Vershbow", ExtractionJson.Line(read).Split("\"relations\"")[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Capitals_only_text_is_read()
    {
        CableExtraction read = Read.Body("CHIEF OF NATIONAL POLICE LTG PETER BRANDT ASSURED EMBOFF THAT ALL WAS WELL IN TEHRAN.", post: "TEHRAN", day: "220927Z AUG 72");
        Assert.Equal(["CHIEF OF NATIONAL POLICE", "EMBOFF"], read.Mentions(EntityType.Position));
        Assert.Equal(["PETER BRANDT"], read.Mentions(EntityType.Person));
        Assert.Equal(["TEHRAN"], read.Mentions(EntityType.Place));
    }

    [Fact]
    public void One_body_has_one_row_under_all_its_names()
    {
        CableExtraction read = Read.Body("The Organization for Black Sea Economic Cooperation (BSEC) replied.");
        Assert.Equal("org:BSEC", read.Entity(EntityType.Organization, "BSEC").GazetteerId);
    }

    [Theory]
    [InlineData("The Secretary denied on Monday that NATO had signed a Memorandum of Understanding with UNESCO.")]
    [InlineData("NATO has no Memorandum of Understanding with UNESCO.")]
    public void What_is_denied_is_no_cooperation(string sentence) =>
        Assert.DoesNotContain(Read.Body(sentence).Claims, claim => claim.Type == "COOPERATES_WITH" && claim.Polarity == Polarity.Asserted);

    [Fact]
    public void A_coming_cooperation_is_a_plan()
    {
        CableExtraction read = Read.Body("NATO will cooperate with UNESCO.");
        Assert.All(read.Claims.Where(claim => claim.Type == "COOPERATES_WITH"), claim => Assert.Equal(Modality.Planned, claim.Modality));
    }

    [Fact]
    public void Every_member_is_a_member_of_every_body()
    {
        CableExtraction read = Read.Body("Norway, Latvia and Hungary are members of NATO and of UNESCO.");
        Assert.Equal(6, read.Claims("MEMBER_OF").Length);
    }

    [Fact]
    public void The_bearer_of_an_office_acts_not_the_ministry_in_its_name()
    {
        CableExtraction read = Read.Body("Peter Brandt, Director General for Energy at the Ministry of Economy, met with Jane Lowell on May 3.");
        Assert.Contains(read.Claims, claim => claim.Type == "MET_WITH" && new[] { read.Name(claim.Source), read.Name(claim.Target) }.Contains("Peter Brandt"));
        Assert.DoesNotContain(read.Claims, claim => claim.Type == "MET_WITH" && (read.Name(claim.Source) + read.Name(claim.Target)).Contains("Ministry", StringComparison.Ordinal));
    }
}
