using Xunit;

namespace Chancery.Extraction.Tests;

/// <summary>Telegrams that leave subjects, articles and prepositions out, and meetings told as who said what.</summary>
public sealed class TersePhrasingTests
{
    private static CableExtraction Telegram(string body) => Read.Text(
        $"12. Telegram From the Embassy in Norway to the Department of State\n\n\nOslo, March 4, 1961, 6 p.m.\n\n310. {body}\n\nSmith\n\n\n\n* * *\n\n\n\n* Source: Department of State, Central Files.\n");

    private static string[] Parties(CableExtraction extraction) =>
        [.. extraction.Claims("MET_WITH").Select(claim => string.Join(" > ", claim.Split(" 1961")[0].Split(" > ").Order(StringComparer.Ordinal))).Distinct().Order(StringComparer.Ordinal)];

    [Theory]
    [InlineData("Saw Peter Brandt this morning.")]
    [InlineData("Met with Peter Brandt today.")]
    [InlineData("We called on Peter Brandt this afternoon.")]
    [InlineData("Peter Brandt told us he would think it over.")]
    [InlineData("Following is text of note handed me by Peter Brandt today.")]
    [InlineData("Note was delivered to me yesterday by Peter Brandt.")]
    [InlineData("Had an hour with Peter Brandt today.")]
    [InlineData("Hard to convey tone of conversation such as that yesterday with Peter Brandt.")]
    [InlineData("In talk with Peter Brandt today, fish were discussed.")]
    [InlineData("Peter Brandt came in to see me.")]
    [InlineData("Peter Brandt gave me copy of his speech.")]
    [InlineData("Peter Brandt said the price was too high. I replied that it was fair.")]
    [InlineData("I said the price was fair. Peter Brandt replied that he would think it over.")]
    [InlineData("At invitation of his brother, I had lunch with Peter Brandt.")]
    [InlineData("I and two officers dined with Peter Brandt.")]
    [InlineData("Two talks which I had with Peter Brandt led nowhere.")]
    [InlineData("At lunch today Peter Brandt said he would think it over.")]
    [InlineData("Peter Brandt, with whom I talked yesterday, is ill.")]
    [InlineData("Peter Brandt opened conversation by speaking of fish.")]
    [InlineData("Peter Brandt said several times during our conversation that fish were dear.")]
    [InlineData("Later in evening talked with Peter Brandt.")]
    [InlineData("Peter Brandt called us Foreign Office to speak of fish.")]
    [InlineData("Peter Brandt informed me letter would not be published.")]
    [InlineData("Taking advantage of visit to his village, I called on Peter Brandt.")]
    [InlineData("Following is fuller account of meeting with Peter Brandt.")]
    [InlineData("Brandt conversation—fish. Peter Brandt was ill.")]
    [InlineData("In response my inquiry, Peter Brandt said he would think it over.")]
    [InlineData("I likewise intend to call on Peter Brandt.", " Planned")]
    public void The_writer_has_met_whom_the_telegram_tells_of(string body, string modality = "") =>
        Assert.Equal(["Peter Brandt > Smith" + modality], Parties(Telegram(body)));

    [Fact]
    public void A_letter_that_acts_stands_for_whom_the_telegram_names_so()
    {
        CableExtraction extraction = Telegram("Saw Peter Brandt today. B said he was ill. I told B to rest. B would not hear of it.");
        Assert.Equal("Peter Brandt", extraction.Entity(EntityType.Person, "B").Name);
    }

    [Fact]
    public void The_writer_is_no_part_of_a_name_before_him() =>
        Assert.Contains("Brandt", Telegram("In talk with Minister Brandt I asked for bread.").Mentions(EntityType.Person));

    [Fact]
    public void He_who_speaks_to_the_writer_is_he_with_whom_the_talk_is() =>
        Assert.Equal(["Peter Brandt > Smith"], Parties(Telegram("I called on Peter Brandt. We spoke of the fate of Jane Lowell. He told me he was sorry.")));

    [Theory]
    [InlineData("Peter Brandt said in an article that the price was too high. I replied that it was fair.")]
    [InlineData("Peter Brandt said the price was too high.")]
    [InlineData("Secy said he had discussed this with Peter Brandt and I reported it.")]
    [InlineData("Peter Brandt called on the telephone.")]
    [InlineData("I said, after telephone conversation with Peter Brandt, that I would go.")]
    [InlineData("Peter Brandt informed me by letter that fish were dear.")]
    [InlineData("Peter Brandt informed US yesterday that fish were dear.")]
    [InlineData("An exchange of notes with Peter Brandt is under way.")]
    [InlineData("It is hard to speak of talks with Peter Brandt.")]
    [InlineData("Secretary opened conversation by speaking of fish.")]
    [InlineData("We would hope visit of Peter Brandt to Helsinki could be hastened.")]
    public void What_tells_of_no_conversation_is_none(string body) => Assert.Empty(Telegram(body).Claims("MET_WITH"));

    [Theory]
    [InlineData("Peter Brandt gave a small dinner for Jane Lowell.")]
    [InlineData("Note handed Jane Lowell by Peter Brandt has not been answered.")]
    [InlineData("Fish were the subject of the Brandt–Lowell talks. Peter Brandt was ill, Jane Lowell old.")]
    [InlineData("In conversation with Peter Brandt yesterday Jane Lowell said she would go.")]
    [InlineData("When Peter Brandt had spoken of fish, talks which he held with Jane Lowell began.")]
    [InlineData("Views put forward by Peter Brandt in conversation with Jane Lowell are known.")]
    [InlineData("Peter Brandt said he had talked on this matter to Jane Lowell.")]
    [InlineData("Peter Brandt asked about fish. Jane Lowell replied that they were dear.")]
    public void Others_have_met_too(string body) => Assert.Equal(["Jane Lowell > Peter Brandt"], Parties(Telegram(body)));

    [Fact]
    public void Who_was_present_has_met_those_who_met() =>
        Assert.Equal(
            ["Jane Lowell > Maria Kovacs", "Jane Lowell > Smith", "Maria Kovacs > Smith"],
            Parties(Telegram("I called on Jane Lowell this morning. Maria Kovacs was also present.")));

    [Fact]
    public void Who_invites_to_a_meal_is_there() =>
        Assert.Equal(["Jane Lowell > Smith", "Peter Brandt > Smith"], Parties(Telegram("At invitation of Peter Brandt, I had lunch with Jane Lowell.")));

    [Fact]
    public void All_who_took_part_have_met_each_other() =>
        Assert.Contains("Maria Kovacs > Peter Brandt", Parties(Telegram("I had lunch with Jane Lowell. Conversation in which Peter Brandt and Maria Kovacs participated was long.")));

    [Theory]
    [InlineData("Joint State-USIA message.")]
    [InlineData("USIA and Department of State have jointly answered.")]
    public void What_bodies_do_jointly_is_cooperation(string body) => Assert.Single(Telegram(body).Claims("COOPERATES_WITH"));

    [Theory]
    [InlineData("I will see Peter Brandt tomorrow.", Modality.Planned)]
    [InlineData("Peter Brandt asked to see Jane Lowell.", Modality.Conditional)]
    [InlineData("Jane Lowell spoke in favor of meeting Peter Brandt.", Modality.Conditional)]
    public void What_is_to_come_is_no_fact(string body, Modality modality) =>
        Assert.Equal(modality, Assert.Single(Telegram(body).Claims, claim => claim.Type == "MET_WITH").Modality);

    [Theory]
    [InlineData("Peter Brandt will come Helsinki soon.")]
    [InlineData("Peter Brandt was recalled to Helsinki.")]
    [InlineData("Jane Lowell has sent Peter Brandt to Helsinki.")]
    [InlineData("Peter Brandt is now in Helsinki.")]
    [InlineData("Since his return from Helsinki, Peter Brandt has been ill.")]
    [InlineData("Peter Brandt spoke of his trip Helsinki.")]
    [InlineData("Peter Brandt has been to Helsinki.")]
    [InlineData("Peter Brandt is en route Helsinki.")]
    public void Journeys_without_their_preposition_are_read(string body) =>
        Assert.Contains(Telegram(body).Claims("TRAVELED_TO"), claim => claim.StartsWith("Peter Brandt > Helsinki", StringComparison.Ordinal));

    [Theory]
    [InlineData("Then came Helsinki riots.")]
    [InlineData("Following are views of UNICEF regarding your visit to Helsinki.")]
    [InlineData("Peter Brandt spoke of the trip Helsinki papers made so much of.")]
    [InlineData("Views of Peter Brandt on return of Helsinki were well known.")]
    public void What_only_looks_like_a_journey_is_none(string body) => Assert.Empty(Telegram(body).Claims("TRAVELED_TO"));

    [Fact]
    public void Here_is_where_the_telegram_comes_from() =>
        Assert.Equal(["Peter Brandt > Oslo 1961-03-03"], Telegram("Peter Brandt arrived here yesterday.").Claims("TRAVELED_TO"));

    [Fact]
    public void A_journey_taken_for_granted_is_planned_at_least() =>
        Assert.Equal(["Smith > Helsinki Planned"], Telegram("Hope to discuss fish upon my return Helsinki.").Claims("TRAVELED_TO"));

    [Fact]
    public void Those_who_meet_have_come_to_where_they_meet() =>
        Assert.Equal(
            ["Jane Lowell > Vardan Palace", "Peter Brandt > Vardan Palace"],
            Telegram("Peter Brandt met Jane Lowell at Vardan Palace.").Claims("TRAVELED_TO").Order(StringComparer.Ordinal));
}
