using Xunit;

namespace Chancery.Extraction.Tests;

/// <summary>Who met whom by the list above a memorandum of conversation.</summary>
public sealed class ParticipantTests
{
    private static string[] Meetings(string list) =>
        [.. Read.Text($"""
            12. Memorandum of Conversation


            Washington, March 4, 1961, 6 p.m.


            SUBJECT
            Herring Quotas

            PARTICIPANTS
            {list}

            The talk began with a review of the herring quotas, which had been the matter of several notes in the last weeks.
            """).Claims("MET_WITH").Select(claim => string.Join(" > ", claim.Replace(" 1961-03-04T18:00", "").Replace(" 1961-03-04", "").Split(" > ").Order(StringComparer.Ordinal)))
            .Order(StringComparer.Ordinal)];

    [Fact]
    public void Sides_with_a_line_of_their_own_met_each_other() => Assert.Equal(
        ["Brandt > Olsen", "Brandt > Sverdrup", "Carver > Olsen", "Carver > Sverdrup"],
        Meetings("United States\nMr. Brandt\nAmbassador Carver\nNorway\nForeign Minister Olsen\nMr. Sverdrup"));

    [Fact]
    public void Sides_are_told_by_whom_they_serve() => Assert.Equal(
        ["Carver > Nils Olsen", "Carver > Per Sverdrup", "John Brandt > Nils Olsen", "John Brandt > Per Sverdrup"],
        Meetings("Mr. Nils Olsen, Norwegian Ambassador\nMr. Per Sverdrup, Counselor, Norwegian Embassy\nMr. John Brandt, Deputy Director, Office of Northern European Affairs\nMr. Carver, Norway Desk"));

    [Fact]
    public void Who_stands_between_two_foreigners_is_of_their_side() => Assert.Equal(
        ["Aas > Carver", "Carver > Nils Olsen", "Carver > Per Sverdrup"],
        Meetings("Mr. Nils Olsen, Norwegian Ambassador\nMr. Aas\nMr. Per Sverdrup, Counselor, Norwegian Embassy\nMr. Carver, Norway Desk"));

    [Fact]
    public void Two_alone_met_and_colleagues_did_not()
    {
        Assert.Equal(["Brandt > Olsen"], Meetings("Mr. Olsen\nMr. Brandt"));
        Assert.Empty(Meetings("Mr. Olsen\nMr. Brandt\nMr. Carver"));
    }

    [Fact]
    public void Interpreters_meet_nobody_and_names_end_with_their_line() => Assert.Equal(
        ["Brandt > Olsen"],
        Meetings("United States\nMr. Brandt\nMr. Weir (interpreter)\nNorway\nMr. Olsen"));
}
