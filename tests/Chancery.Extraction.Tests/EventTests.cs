using Xunit;

namespace Chancery.Extraction.Tests;

/// <summary>Journeys and meetings, with what only looks like them.</summary>
public sealed class EventTests
{
    [Theory]
    [InlineData("The visit of Peter Brandt to Helsinki was short.")]
    [InlineData("A visit to Helsinki by Peter Brandt was short.")]
    [InlineData("Peter Brandt arrived in Helsinki on May 3.")]
    [InlineData("Peter Brandt left Moscow for Helsinki.")]
    [InlineData("Peter Brandt was en route to Helsinki.")]
    [InlineData("Peter Brandt, a professor at the college who had arrived in Helsinki, spoke.")]
    [InlineData("Peter Brandt will come to Helsinki in May.")]
    [InlineData("Peter Brandt spoke. He then traveled to Helsinki.")]
    [InlineData("Peter Brandt left Moscow for consultations in Helsinki.")]
    [InlineData("Peter Brandt was first expelled to Helsinki.")]
    [InlineData("Peter Brandt will return Helsinki soon.")]
    [InlineData("Peter Brandt passed through Helsinki.")]
    [InlineData("Peter Brandt spent two days in Helsinki.")]
    [InlineData("Peter Brandt returned from Helsinki.")]
    [InlineData("During his stay in Helsinki, Peter Brandt spoke.")]
    [InlineData("Peter Brandt spoke well of fish during his visit Helsinki.")]
    [InlineData("Peter Brandt went on a UNESCO tour in May in Helsinki.")]
    [InlineData("Peter Brandt attended the opening -- a long affair with music -- in Helsinki.")]
    [InlineData("Peter Brandt was in Helsinki discussing fish.")]
    [InlineData("Peter Brandt will meet Jane Lowell in Helsinki on May 30.")]
    [InlineData("Peter Brandt traveled with Jane Lowell to Helsinki.")]
    [InlineData("On a May 3 trip to Helsinki, Peter Brandt met fishers.")]
    [InlineData("Peter Brandt will attend a fair in Helsinki.")]
    [InlineData("Peter Brandt made his first trip abroad to Helsinki.")]
    [InlineData("Peter Brandt toured the port of Helsinki.")]
    [InlineData("Peter Brandt made a stop in Helsinki.")]
    public void Journeys_are_read(string sentence) => Assert.Contains(Read.Body(sentence).Claims("TRAVELED_TO"), claim => claim.StartsWith("Peter Brandt > Helsinki", StringComparison.Ordinal));

    [Theory]
    [InlineData("Subjects were trade, the Brandt visit, Helsinki, and fish.")]
    [InlineData("Peter Brandt left Helsinki.")]
    [InlineData("Peter Brandt sent a letter to Helsinki.")]
    [InlineData("Peter Brandt spent money on Helsinki.")]
    [InlineData("Peter Brandt stopped shipments in Helsinki.")]
    [InlineData("Peter Brandt expelled Jane Lowell to Helsinki.")]
    public void What_is_no_journey_is_none(string sentence) => Assert.DoesNotContain(Read.Body(sentence).Claims("TRAVELED_TO"), claim => claim.Contains("Helsinki", StringComparison.Ordinal));

    [Fact]
    public void An_invitation_is_no_journey() =>
        Assert.All(Read.Body("He hoped to issue an invitation for Peter Brandt to visit Helsinki.").Claims("TRAVELED_TO"), claim => Assert.EndsWith("Conditional", claim));

    [Theory]
    [InlineData("Talks between Peter Brandt and Jane Lowell began.")]
    [InlineData("Peter Brandt and Jane Lowell met in Helsinki.")]
    [InlineData("Peter Brandt and Jane Lowell had a long exchange of views.")]
    [InlineData("Peter Brandt called on Jane Lowell.")]
    [InlineData("Peter Brandt called in Jane Lowell to discuss the arrest.")]
    [InlineData("Peter Brandt delivered the note to Jane Lowell.")]
    [InlineData("Peter Brandt was received by Jane Lowell.")]
    [InlineData("Peter Brandt lunched with Jane Lowell.")]
    [InlineData("Peter Brandt spoke separately to Jane Lowell.")]
    [InlineData("Peter Brandt called Jane Lowell to his office.")]
    [InlineData("Peter Brandt called me in this morning.")]
    [InlineData("Peter Brandt sent for me.")]
    [InlineData("Peter Brandt came to see Jane Lowell.")]
    [InlineData("In a long talk with Peter Brandt today, Jane Lowell complained.")]
    [InlineData("In frank conversation with Peter Brandt May 3 we learned of the plan.")]
    [InlineData("In frank conversation yesterday Peter Brandt spoke of the plan.")]
    [InlineData("As result of talks between Peter Brandt and Jane Lowell, Helsinki gave in.")]
    [InlineData("Peter Brandt commented to Jane Lowell that fish were dear.")]
    [InlineData("Peter Brandt passed the paper to Jane Lowell.")]
    [InlineData("Peter Brandt shared his views with Jane Lowell over lunch.")]
    [InlineData("When asked by Peter Brandt, Jane Lowell said fish were dear.")]
    [InlineData("Peter Brandt sat down with Jane Lowell.")]
    [InlineData("Peter Brandt joined Jane Lowell for lunch.")]
    [InlineData("Peter Brandt used his first call on Jane Lowell to speak of fish.")]
    [InlineData("Peter Brandt's visit included a meeting with Jane Lowell.")]
    public void Meetings_are_read(string sentence)
    {
        Claim met = Assert.Single(Read.Body(sentence).Claims, claim => claim.Type == "MET_WITH");
        Assert.Equal((Polarity.Asserted, Modality.Actual), (met.Polarity, met.Modality));
    }

    [Theory]
    [InlineData("Peter Brandt called on Jane Lowell to resign.")]
    [InlineData("In a letter Peter Brandt asked Jane Lowell for her views.")]
    [InlineData("Peter Brandt called Jane Lowell a liar.")]
    [InlineData("Peter Brandt sent for bread.")]
    [InlineData("In the conversation Peter Brandt's letter was read.")]
    [InlineData("In a book on talks with Peter Brandt, it was said.")]
    [InlineData("Jane Lowell spoke of the contention, conveyed to Peter Brandt, that fish were dear.")]
    [InlineData("Jane Lowell asked that the message be conveyed to Peter Brandt.")]
    [InlineData("Poloff knew of Brandt's concern through discussions with Jane Lowell's office.")]
    public void What_is_no_meeting_is_none(string sentence) => Assert.Empty(Read.Body(sentence).Claims("MET_WITH"));

    [Theory]
    [InlineData("Peter Brandt will travel to Helsinki on May 30 and meet with Jane Lowell.", Modality.Planned)]
    [InlineData("Peter Brandt was ready to meet with Jane Lowell.", Modality.Conditional)]
    public void A_meeting_to_come_is_not_a_fact(string sentence, Modality modality) =>
        Assert.Equal(modality, Assert.Single(Read.Body(sentence).Claims, claim => claim.Type == "MET_WITH").Modality);

    [Fact]
    public void A_refused_meeting_is_denied() =>
        Assert.Equal(Polarity.Denied, Assert.Single(Read.Body("Peter Brandt refused to meet with Jane Lowell.").Claims, claim => claim.Type == "MET_WITH").Polarity);

    [Fact]
    public void The_writer_is_whom_others_told() =>
        Assert.Equal(["Peter Brandt > Smith"], [.. Read.Body("Peter Brandt told me that all was well.").Claims("MET_WITH").Select(Sorted)]);

    [Fact]
    public void Several_who_complain_in_their_meetings_have_each_met_the_one_named_before() =>
        Assert.Equal(2, Read.Body("In separate meetings with Poloff, Peter Brandt and Jane Lowell complained.").Claims("MET_WITH").Length);

    [Fact]
    public void A_group_of_guests_is_met_one_by_one() =>
        Assert.Equal(2, Read.Body("Poloff held meetings with Prime Minister Peter Brandt and army chief General Jane Lowell.").Claims("MET_WITH").Length);

    private static string Sorted(string claim) => string.Join(" > ", claim.Split(" > ").Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("For the Secretary from Peter Brandt. I called on Jane Lowell.", "Peter Brandt > Jane Lowell")]
    [InlineData("I have a telegram from Peter Brandt. I called on Jane Lowell.", "Jane Lowell > Smith")]
    public void The_author_named_in_the_opening_is_who_says_I(string text, string met) => Assert.Equal([met], Read.Body(text).Claims("MET_WITH"));

    [Fact]
    public void Whom_a_message_is_from_is_not_whom_it_is_for() =>
        Assert.Equal(["Jane Lowell > Smith"], Read.Body("Personal from Secretary for Peter Brandt. I called on Jane Lowell.").Claims("MET_WITH"));

    [Fact]
    public void The_short_title_is_the_holders_of_the_one_long_title() =>
        Assert.Equal(["Peter Brandt > Jane Lowell"], Read.Body("Secretary of State Peter Brandt arrived. Later Secretary met with Jane Lowell.").Claims("MET_WITH"));

    [Fact]
    public void A_palace_with_its_name_is_a_place() =>
        Assert.Contains("Vardan palace", Read.Body("They met at the Vardan palace.").Mentions(EntityType.Place));

    [Fact]
    public void A_body_behind_the_comma_is_not_travelled_to() =>
        Assert.Equal(["Smith > Helsinki"], Read.Body("Upon my return to Helsinki, Harbor Committee met.").Claims("TRAVELED_TO"));
}
