using Chancery.Cables;
using Xunit;

namespace Chancery.Extraction.Tests;

/// <summary>Classes of names, each with what belongs to it and what does not.</summary>
public sealed class NameClassTests
{
    [Theory]
    [InlineData("The frigate HMS Sherwood sailed, and the search for the Sherwood goes on.")]
    [InlineData("It was placed on the Priority Watch List and in the Ministerial Handbook.")]
    [InlineData("Several ISPs and NGOs replied to the Andorrian authorities.")]
    public void Ships_lists_plurals_and_adjectives_are_no_names(string sentence)
    {
        CableExtraction read = Read.Body(sentence);
        Assert.Empty(read.Mentions(EntityType.Organization));
        Assert.Empty(read.Mentions(EntityType.Person));
    }

    [Fact]
    public void A_heading_run_into_a_paragraph_names_nobody() =>
        Assert.Empty(Read.Body("The group was dissolved.\n\nMAJOR COUNTERSMUGGLING ACTIONS IN BRIEF\n\nPolice seized two boats.").Mentions(EntityType.Person));

    [Theory]
    [InlineData("The Hungary Chamber of Commerce replied.", "Hungary Chamber of Commerce")]
    [InlineData("The Regional Court of Harbor Rights (RCHR) has ruled.", "Regional Court of Harbor Rights")]
    [InlineData("The Congress of Danube Harbor Workers (Codahawo) met.", "Congress of Danube Harbor Workers")]
    [InlineData("The National Harbor Fund's (NHF) branch helps.", "National Harbor Fund")]
    public void A_body_keeps_its_whole_name(string sentence, string name) => Assert.Contains(name, Read.Body(sentence).Mentions(EntityType.Organization));

    [Fact]
    public void An_acronym_written_like_a_word_is_the_name_before_it()
    {
        CableExtraction read = Read.Body("The Congress of Danube Harbor Workers (Codahawo) met. Codahawo then voted.");
        Assert.Equal(3, read.Mentions.Count(mention => mention.Entity == read.Entity(EntityType.Organization, "Codahawo").Id));
    }

    [Fact]
    public void Two_surnames_with_a_hyphen_are_two_persons()
    {
        CableExtraction read = Read.Body("Mr. Brandt and Mr. Lowell were there. The Brandt-Lowell talks were short.");
        Assert.Equal(["Brandt", "Lowell", "Brandt", "Lowell"], read.Mentions(EntityType.Person));
        Assert.Single(read.Claims("MET_WITH"));
    }

    [Fact]
    public void A_double_surname_is_one_person() => Assert.Equal(["Brandt-Lowell"], Read.Body("Mr. Brandt-Lowell was there.").Mentions(EntityType.Person));

    [Theory]
    [InlineData("Opposition leader Peter Brandt agreed.", "Opposition leader")]
    [InlineData("Police arrested gang leader Peter Brandt.", "gang leader")]
    [InlineData("They spoke of Peter Brandt, a project coordinator, at length.", "project coordinator")]
    public void Roles_in_small_letters_beside_their_holders_are_positions(string sentence, string role)
    {
        CableExtraction read = Read.Body(sentence);
        Assert.Equal([role], read.Mentions(EntityType.Position));
        Assert.Single(read.Claims("HOLDS"));
    }

    [Theory]
    [InlineData("The party has no leader and wants a chief who can win.")]
    [InlineData("He is in charge of the harbor.")]
    [InlineData("The train left at 8 PM and reached 88 FM listeners.")]
    public void Ordinary_words_are_no_positions(string sentence) => Assert.Empty(Read.Body(sentence).Mentions(EntityType.Position));

    [Fact]
    public void Presidents_of_two_states_hold_two_positions()
    {
        CableExtraction read = Read.Body("Hungarian President Janos Kovacs met President Ion Munteanu. President Kovacs was pleased.");
        string[] held = [.. read.Claims.Where(claim => claim.Type == "HOLDS").Select(claim => claim.Target).Distinct()];
        Assert.Equal(2, held.Length);
        Assert.DoesNotContain("Ion Munteanu > Hungarian President", read.Claims("HOLDS"));
    }

    [Fact]
    public void A_topic_before_a_title_is_no_body()
    {
        CableExtraction read = Read.Body("Harbor Industries Policy Director General Peter Brandt agreed.");
        Assert.Empty(read.Mentions(EntityType.Organization));
        Assert.Empty(read.Claims("POSITION_IN"));
    }

    [Fact]
    public void The_last_country_of_a_list_does_not_modify_a_title() =>
        Assert.Equal(["President"], Read.Body("On matters of Congo, Laos and Cuba President has made clear his stance.").Mentions(EntityType.Position));

    [Fact]
    public void Cities_of_a_distribution_line_are_missions()
    {
        CableExtraction read = Read.Body("Sent to Helsinki, repeated to Moscow and Stockholm.");
        Assert.Equal(["Helsinki", "Moscow", "Stockholm"], read.Mentions(EntityType.Post));
        Assert.Empty(read.Mentions(EntityType.Place));
    }

    [Fact]
    public void Cities_elsewhere_are_places() => Assert.Equal(["Moscow", "Stockholm"], Read.Body("The fair goes to Moscow and Stockholm.").Mentions(EntityType.Place));

    [Fact]
    public void A_heading_between_two_officers_names_both()
    {
        CableExtraction read = Read.Text("711.71114A/9–944: Telegram\n\nThe Minister in Finland (Brandt) to the Secretary of State\n\n228. Talks go on.\n\nBrandt\n");
        Assert.Contains("Brandt > Minister in Finland", read.Claims("HOLDS"));
        Assert.Contains("Minister in Finland > Finland", read.Claims("POSITION_IN"));
    }
}
