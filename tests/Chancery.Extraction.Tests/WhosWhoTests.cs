using Xunit;

namespace Chancery.Extraction.Tests;

/// <summary>Dense sentences about who is who, as in lists of officials, notes on careers and paragraphs that each tell of one body.</summary>
public sealed class WhosWhoTests
{
    [Theory]
    [InlineData("Peter Brandt, who served with NATO in Lima, agreed.", "Peter Brandt > North Atlantic Treaty Organization Former")]
    [InlineData("Peter Brandt spent four years at the Harbor Institute.", "Peter Brandt > Harbor Institute Former")]
    [InlineData("Peter Brandt, formerly with the Harbor Institute, agreed.", "Peter Brandt > Harbor Institute Former")]
    [InlineData("Peter Brandt (now with the Harbor Institute) agreed.", "Peter Brandt > Harbor Institute")]
    [InlineData("Peter Brandt moves from the Harbor Institute to Lima.", "Peter Brandt > Harbor Institute Former")]
    [InlineData("Harbor Guard Colonel Peter Brandt showed it.", "Peter Brandt > Harbor Guard")]
    [InlineData("Harbor Institute: Peter Brandt, Janos Kovacs.", "Janos Kovacs > Harbor Institute")]
    [InlineData("Peter Brandt, Harbor Institute", "Peter Brandt > Harbor Institute")]
    [InlineData("Peter Brandt, who oversees the Harbor Fund, is a member of the Harbor Institute.", "Peter Brandt > Harbor Institute")]
    [InlineData("Peter Brandt sits on the board of directors of the Harbor Institute.", "Peter Brandt > Harbor Institute")]
    [InlineData("They met their candidate, the Harbor Institute's Peter Brandt.", "Peter Brandt > Harbor Institute")]
    public void Careers_make_members(string sentence, string claim) => Assert.Contains(claim, Read.Body(sentence).Claims("MEMBER_OF"));

    [Theory]
    [InlineData("Peter Brandt worked with the Harbor Institute on it.")]
    [InlineData("UNESCO: Peter Brandt, having heard of it, agreed.")]
    [InlineData("They saw Janos Kovacs, Department of Harbors Colonel Peter Brandt, and left.")]
    public void Company_makes_none(string sentence) =>
        Assert.DoesNotContain(Read.Body(sentence).Claims("MEMBER_OF"), claim => claim.StartsWith("Peter Brandt", StringComparison.Ordinal));

    [Theory]
    [InlineData("The Minister of Finance (Peter Brandt) agreed.", "Peter Brandt")]
    [InlineData("Peter Brandt was promoted to Deputy Director of UNESCO in May.", "Peter Brandt")]
    [InlineData("Peter Brandt assumed the post of Deputy Director of UNESCO.", "Peter Brandt")]
    [InlineData("Peter Brandt took over as Deputy Director of UNESCO.", "Peter Brandt")]
    [InlineData("Peter Brandt stays on as Deputy Director of UNESCO.", "Peter Brandt")]
    [InlineData("UNESCO's director in Lima, Peter Brandt, told us so.", "Peter Brandt")]
    [InlineData("UNESCO's visiting director, Dr. Peter Brandt, said so.", "Peter Brandt")]
    [InlineData("The new director of UNESCO is Peter Brandt.", "Peter Brandt")]
    [InlineData("They saw UNESCO's Deputy Director (Peter Brandt, now abroad) there.", "Peter Brandt")]
    [InlineData("Present: Secretary, Ministry of Harbors, Peter Brandt; others.", "Peter Brandt")]
    public void Holders_are_read(string sentence, string holder) =>
        Assert.Contains(Read.Body(sentence).Claims("HOLDS"), claim => claim.StartsWith(holder + " > ", StringComparison.Ordinal)
            && !claim.Contains("Former", StringComparison.Ordinal));

    [Theory]
    [InlineData("Janos Kovacs is Deputy Director of UNESCO. His predecessor, Peter Brandt, retired.", "Former")]
    [InlineData("Peter Brandt (he had been Deputy Director of UNESCO) agreed.", "Former")]
    [InlineData("Peter Brandt, until last month Deputy Director of UNESCO, agreed.", "Former")]
    [InlineData("Janos Kovacs is Deputy Director of UNESCO. Kovacs replaces Peter Brandt.", "Former")]
    [InlineData("Janos Kovacs, Deputy Director of UNESCO, came in May, succeeding Dr. Peter Brandt.", "Former")]
    [InlineData("Janos Kovacs is Deputy Director of UNESCO. His successor, Peter Brandt, arrives in May.", "Planned")]
    public void Offices_pass_from_hand_to_hand(string text, string modality) =>
        Assert.Contains(Read.Body(text).Claims("HOLDS"), claim => claim.StartsWith("Peter Brandt > ", StringComparison.Ordinal)
            && claim.Contains(modality, StringComparison.Ordinal));

    [Theory]
    [InlineData("Peter Brandt may yet turn up as Deputy Director of UNESCO.")]
    [InlineData("They will wait until Peter Brandt takes over as Deputy Director of UNESCO.")]
    public void Who_may_come_holds_nothing_yet(string sentence) =>
        Assert.DoesNotContain(Read.Body(sentence).Claims, claim => claim is { Type: "HOLDS", Modality: Modality.Actual });

    [Theory]
    [InlineData("HARBOR POLICE SERVICE (HPS). Deputy Commander Peter Brandt was named in May.", "Harbor Police Service")]
    [InlineData("The Harbor Fund objects. Deputy Director Peter Brandt told us so.", "Harbor Fund")]
    [InlineData("Norway wants one, but its Attorney General waits.", "Norway")]
    [InlineData("Harbor Institute: Deputy Director Peter Brandt.", "Harbor Institute")]
    [InlineData("They went to the Harbor Fund's headquarters. Deputy Director Peter Brandt told us so.", "Harbor Fund")]
    [InlineData("The Norwegian Ministry of Harbors objects and the Minister will not sign.", "Norwegian Ministry of Harbors")]
    [InlineData("He is chairman of UNESCO's Harbor Committee.", "Harbor Committee")]
    [InlineData("Deputy Director Peter Brandt of UNESCO's Harbor Division agreed.", "Harbor Division")]
    public void Bodies_told_before_are_those_of_offices(string text, string body) =>
        Assert.Contains(Read.Body(text).Claims("POSITION_IN"), claim => claim.EndsWith("> " + body, StringComparison.OrdinalIgnoreCase));

    [Theory]
    [InlineData("The Harbor Fund objects. Finance Minister Peter Brandt told us so.")]
    [InlineData("Norway's army and its leader waited.")]
    public void What_is_of_the_state_is_not_of_the_body_before(string text) =>
        Assert.DoesNotContain(Read.Body(text).Claims("POSITION_IN"), claim => claim.EndsWith("Harbor Fund", StringComparison.Ordinal)
            || claim.EndsWith("leader > Norway", StringComparison.Ordinal));

    [Theory]
    [InlineData("LOCATED_IN", "The Harbor Institute, UNESCO's research arm in Lima, agreed.", "Harbor Institute > Lima")]
    [InlineData("LOCATED_IN", "The Harbor Institute, which sits in Lima, agreed.", "Harbor Institute > Lima")]
    [InlineData("LOCATED_IN", "The Harbor Institute, which has headquarters in Lima, agreed.", "Harbor Institute > Lima")]
    [InlineData("PART_OF", "The Harbor Institute, located in Lima, is part of the Ministry of Finance.", "Harbor Institute > Ministry of Finance")]
    [InlineData("LOCATED_IN", "They asked the Lima engineering firm Harbor Partners Ltd.", "Harbor Partners Ltd > Lima")]
    [InlineData("LOCATED_IN", "They bought it from the Harbor Research Institute (HRI) of Oslo.", "Harbor Research Institute > Oslo")]
    [InlineData("PART_OF", "They wrote to NATO's small research unit, the Harbor Institute.", "Harbor Institute > North Atlantic Treaty Organization")]
    [InlineData("PART_OF", "The Harbor Institute, housed at the Ministry of Finance, agreed.", "Harbor Institute > Ministry of Finance")]
    [InlineData("PART_OF", "Peter Brandt, Director, Office of Harbor Affairs, Ministry of Finance", "Office of Harbor Affairs > Ministry of Finance")]
    [InlineData("PART_OF", "He served in the Harbor Safety Unit under the Ministry of Finance.", "Harbor Safety Unit > Ministry of Finance")]
    public void Bodies_have_seats_and_wholes(string type, string sentence, string claim) => Assert.Contains(claim, Read.Body(sentence).Claims(type));

    [Theory]
    [InlineData("LOCATED_IN", "They took a firm United States position at the meeting of UNESCO in Lima.")]
    [InlineData("PART_OF", "They asked the Harbor Council under UNESCO supervision.")]
    public void What_only_happens_there_is_no_seat(string type, string sentence) => Assert.Empty(Read.Body(sentence).Claims(type));
}
