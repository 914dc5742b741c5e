using Xunit;

namespace Chancery.Extraction.Tests;

/// <summary>Visitors who travel and call as a group, and what cables of later years say of meetings and of work in common.</summary>
public sealed class PartyTests
{
    [Theory]
    [InlineData("Jane Lowell of the Fish Ministry was in Helsinki May 4 to 6, accompanied by Mark Olsen.")]
    [InlineData("A delegation led by Jane Lowell visited Helsinki.")]
    [InlineData("Jane Lowell completed ten days in Riga May 4 and left the same evening for Helsinki.")]
    [InlineData("Jane Lowell spent a week in June in Helsinki looking at boats.")]
    [InlineData("Jane Lowell, just back from Helsinki, handed over a draft.")]
    [InlineData("Jane Lowell has gone to Helsinki for talks.")]
    [InlineData("Jane Lowell came up to Helsinki instead.")]
    [InlineData("Jane Lowell, transiting Helsinki on her way to Riga, told Poloff that fish was short.")]
    [InlineData("Jane Lowell, who happened to be in Helsinki, told Poloff that fish was short.")]
    public void Visitors_travel(string sentence) =>
        Assert.Contains(Read.Body(sentence).Claims("TRAVELED_TO"), claim => claim.StartsWith("Jane Lowell > Helsinki", StringComparison.Ordinal));

    [Theory]
    [InlineData("Jane Lowell's side trip to Helsinki fell through.")]
    [InlineData("Jane Lowell's visit to Helsinki, laid on for May 4, was cancelled.")]
    [InlineData("Jane Lowell was to go to Helsinki this week but fell ill.")]
    public void A_journey_that_fell_through_is_denied(string sentence) =>
        Assert.All(Read.Body(sentence).Claims("TRAVELED_TO"), claim => Assert.Contains("Denied", claim, StringComparison.Ordinal));

    [Fact]
    public void Who_met_the_travellers_on_arrival_did_not_travel()
    {
        CableExtraction cable = Read.Body("Jane Lowell and Mark Olsen flew to Helsinki. They were met at Riga by Peter Brandt and later called on Dora Finch.");
        Assert.DoesNotContain(cable.Claims("TRAVELED_TO"), claim => claim.StartsWith("Peter Brandt", StringComparison.Ordinal));
        string[] met = cable.Claims("MET_WITH");
        Assert.Contains(met, claim => claim.Contains("Mark Olsen", StringComparison.Ordinal) && claim.Contains("Peter Brandt", StringComparison.Ordinal));
        Assert.Contains(met, claim => claim.Contains("Mark Olsen", StringComparison.Ordinal) && claim.Contains("Dora Finch", StringComparison.Ordinal));
        Assert.DoesNotContain(met, claim => claim.Contains("Peter Brandt", StringComparison.Ordinal) && claim.Contains("Dora Finch", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Jane Lowell and Mark Olsen visited Bucharest May 4. Peter Brandt received the group for two hours.")]
    [InlineData("Jane Lowell and Mark Olsen visited Bucharest May 4. The delegation's first call, on May 4, was on Peter Brandt.")]
    [InlineData("Codel Lowell (Senators Jane Lowell and Mark Olsen) visited Bucharest May 4. The group met with Peter Brandt.")]
    [InlineData("Jane Lowell, accompanied by Mark Olsen, paid a courtesy call May 4 on Peter Brandt.")]
    public void The_group_is_who_came(string text)
    {
        string[] met = Read.Body(text).Claims("MET_WITH");
        Assert.Contains(met, claim => claim.Contains("Jane Lowell", StringComparison.Ordinal) && claim.Contains("Peter Brandt", StringComparison.Ordinal));
        Assert.Contains(met, claim => claim.Contains("Mark Olsen", StringComparison.Ordinal) && claim.Contains("Peter Brandt", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Dora Finch proposed that Jane Lowell come to Helsinki.")]
    [InlineData("Jane Lowell was to have gone to Helsinki.")]
    public void A_journey_proposed_or_missed_is_no_fact(string sentence) =>
        Assert.All(Read.Body(sentence).Claims("TRAVELED_TO"), claim => Assert.Contains("Conditional", claim, StringComparison.Ordinal));

    [Fact]
    public void Who_calls_in_another_city_went_there() =>
        Assert.Contains("Jane Lowell > Riga", Read.Body("In Riga, Jane Lowell met Peter Brandt.").Claims("TRAVELED_TO"));

    [Fact]
    public void A_visiting_official_is_not_visited_by_its_body() =>
        Assert.Empty(Read.Body("UNICEF's visiting economist, Dr. Jane Lowell, spoke well.").Claims("MET_WITH"));

    [Theory]
    [InlineData("Jane Lowell's meetings included Peter Brandt.")]
    [InlineData("Peter Brandt received Dora Finch with his deputy, Mark Olsen. Jane Lowell called May 4 on Peter Brandt.")]
    [InlineData("Jane Lowell called May 4 on Peter Brandt.")]
    [InlineData("Jane Lowell took a softer line with Peter Brandt at a May 4 lunch.")]
    [InlineData("Jane Lowell came to town and spent the morning with Peter Brandt.")]
    [InlineData("Jane Lowell, the former baker who now runs the Fish Union, told Peter Brandt over tea that fish was short.")]
    [InlineData("Jane Lowell gave Peter Brandt useful figures on fish.")]
    public void Meetings_are_read(string sentence) =>
        Assert.Contains(Read.Body(sentence).Claims("MET_WITH"), claim => claim.Contains("Jane Lowell", StringComparison.Ordinal)
            && claim.Contains("Peter Brandt", StringComparison.Ordinal));

    [Theory]
    [InlineData("UNICEF and the Red Cross have been training fishers together since July.")]
    [InlineData("The boats that UNICEF runs with the Red Cross are dry.")]
    [InlineData("UNICEF signed an agreement with the Red Cross on May 4.")]
    [InlineData("The work is carried out by a consortium led by UNICEF with the Red Cross.")]
    [InlineData("The Red Cross, a partner of UNICEF, is broke.")]
    public void Work_in_common_is_read(string sentence) =>
        Assert.Contains(Read.Body(sentence).Claims("COOPERATES_WITH"), claim => !claim.EndsWith("Denied", StringComparison.Ordinal));

    [Theory]
    [InlineData("UNICEF refused to sign an agreement with the Red Cross.")]
    [InlineData("UNICEF has not signed an agreement with the Red Cross.")]
    [InlineData("UNICEF held talks with the Red Cross.")]
    public void What_is_no_work_in_common_is_none(string sentence) =>
        Assert.DoesNotContain(Read.Body(sentence).Claims("COOPERATES_WITH"), claim => !claim.EndsWith("Denied", StringComparison.Ordinal));
}
