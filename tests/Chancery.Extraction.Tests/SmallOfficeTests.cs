using Xunit;

namespace Chancery.Extraction.Tests;

/// <summary>Offices in small letters, and holders that do not stand right beside them.</summary>
public sealed class SmallOfficeTests
{
    [Theory]
    [InlineData("The Harbor Fund objects. Its chairman, Peter Brandt, said so.", "chairman")]
    [InlineData("The Harbor Fund objects, and its new deputy director told us so.", "deputy director")]
    [InlineData("Peter Brandt, who was deputy minister of fisheries in May, agreed.", "deputy minister of fisheries")]
    [InlineData("Peter Brandt is also honorary consul of Norway.", "honorary consul of Norway")]
    [InlineData("Peter Brandt was appointed director of the Harbor Fund.", "director of the Harbor Fund")]
    [InlineData("Peter Brandt ran for mayor and lost.", "mayor")]
    [InlineData("As president, Peter Brandt has kept quiet.", "president")]
    [InlineData("They met Norway's former attorney general.", "attorney general")]
    [InlineData("They came with his general manager, Peter Brandt.", "general manager")]
    [InlineData("The company's director, Peter Brandt, agreed.", "director")]
    [InlineData("They met the UNESCO program officer.", "UNESCO program officer")]
    public void Roles_are_offices_behind_words_that_give_them(string sentence, string office) =>
        Assert.Contains(office, Read.Body(sentence).Mentions(EntityType.Position));

    [Theory]
    [InlineData("This is its chief concern.")]
    [InlineData("They talked in its head office.")]
    [InlineData("The plan is general and its representative character is plain.")]
    public void Nouns_that_go_on_are_none(string sentence) => Assert.Empty(Read.Body(sentence).Mentions(EntityType.Position));

    [Theory]
    [InlineData("The Harbor Fund, which works with UNESCO, objects. Its chairman told us so.", "Harbor Fund")]
    [InlineData("The Harbor Fund wrote to Norway; its deputy director said so.", "Harbor Fund")]
    [InlineData("They went to the Harbor Fund. The company's director agreed.", "Harbor Fund")]
    public void Its_office_is_of_what_the_sentence_is_about(string text, string body) =>
        Assert.Contains(Read.Body(text).Claims("POSITION_IN"), claim => claim.EndsWith(" > " + body, StringComparison.Ordinal));

    [Theory]
    [InlineData("The cabinet: -Minister of Fisheries: Peter Brandt, 59; -Minister of Justice: Janos Kovacs, 40.")]
    [InlineData("The cabinet: -Minister of Fisheries and Minister of Mines: Peter Brandt, 59.")]
    [InlineData("They met the head of the Harbor Office at the Norwegian Ministry of Fisheries, Peter Brandt.")]
    [InlineData("Its Special Coordinator (Norwegian diplomat Peter Brandt) agreed.")]
    [InlineData("The head of the Harbor Department, Assistant Commissioner Peter Brandt, said so.")]
    [InlineData("As Foreign Minister, Peter Brandt has kept quiet.")]
    [InlineData("Peter Brandt, a retired colonel and friend of Janos Kovacs, is the Deputy Director of UNESCO.")]
    [InlineData("UNESCO chose Dr. Peter Brandt as Deputy Director.")]
    [InlineData("They saw Chairman and Managing Director Peter Brandt there.")]
    [InlineData("UNESCO elected its first female president, the 64-year-old Peter Brandt.")]
    [InlineData("Peter Brandt is UNESCO's Executive Secretary.")]
    [InlineData("Peter Brandt was for two years the director of the Harbor Fund.", true)]
    [InlineData("Janos Kovacs, director of the Harbor Fund, is ill. Acting in his stead: Peter Brandt.")]
    [InlineData("UNESCO has its say, and its leader, Prime Minister Peter Brandt, kept his own.")]
    [InlineData("Peter Brandt, a lawyer, adds the title of Secretary of the Harbor Fund.")]
    public void Holders_stand_apart(string sentence, bool former = false) =>
        Assert.Contains(Read.Body(sentence).Claims("HOLDS"), claim => claim.StartsWith("Peter Brandt > ", StringComparison.Ordinal)
            && claim.Contains("Former", StringComparison.Ordinal) == former);

    [Theory]
    [InlineData("He spoke with Peter Brandt as a national leader.")]
    [InlineData("It is impossible for Peter Brandt to be elected president.")]
    [InlineData("According to Ambassador Peter Brandt, political counselor did not come.", "Political Counselor")]
    public void What_somebody_is_like_or_cannot_be_he_does_not_hold(string sentence, string office = "") =>
        Assert.DoesNotContain(Read.Body(sentence).Claims("HOLDS"), claim => claim.StartsWith("Peter Brandt > " + office, StringComparison.Ordinal));

    [Fact]
    public void The_President_is_not_one_whom_only_a_note_names()
    {
        CableExtraction read = Read.Body("They spoke of the President's plan, which the President had seen.\n\n2. The Danish President, Peter Brandt, came.");
        Assert.Equal(2, read.Entities.Count(entity => entity.Type == EntityType.Position && entity.Name.Contains("President", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Peter Brandt, who is Director of Harbor Operations for the Danish Harbor Authority (DHA), agreed.", "Danish Harbor Authority")]
    [InlineData("The Deputy Director for Norwegian Issues agreed.", null)]
    public void What_an_office_is_for_and_whose_it_is(string sentence, string? body)
    {
        string[] claims = Read.Body(sentence).Claims("POSITION_IN");
        Assert.True(body is null ? claims.Length == 0 : Array.Exists(claims, claim => claim.EndsWith(" > " + body, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("As Foreign Minister, Peter Brandt had kept quiet.")]
    [InlineData("They saw the President and Chairman Peter Brandt there.", "President")]
    [InlineData("Janos Kovacs, President of UNESCO, told Peter Brandt, a lawyer, that he is the Director.", "President of UNESCO")]
    public void Others_hold_nothing(string sentence, string office = "Foreign Minister") =>
        Assert.DoesNotContain("Peter Brandt > " + office, Read.Body(sentence).Claims("HOLDS"));

    [Theory]
    [InlineData("He met the Minister of Fisheries.")]
    [InlineData("He met the Minister of Interior.")]
    public void A_ministers_topic_is_no_body(string sentence) => Assert.Empty(Read.Body(sentence).Mentions(EntityType.Organization));

    [Theory]
    [InlineData("The Harbor Institute, which is answerable to the Ministry of Fisheries, agreed.", "Harbor Institute > Ministry of Fisheries")]
    [InlineData("The Harbor Institute falls under the control of the Ministry of Fisheries.", "Harbor Institute > Ministry of Fisheries")]
    [InlineData("The Harbor Institute now reports directly to the Norwegian Ministry of Fisheries.", "Harbor Institute > Norwegian Ministry of Fisheries")]
    [InlineData("They met the Ministry of Fisheries (Harbor Department) twice.", "Harbor Department > Ministry of Fisheries")]
    [InlineData("They met the Ministry of Fisheries' Protocol Office.", "Protocol Office > Ministry of Fisheries")]
    [InlineData("The Ministry of Fisheries's small Harbor Office agreed.", "Harbor Office > Ministry of Fisheries")]
    public void Bodies_are_beneath_others(string sentence, string claim) => Assert.Contains(claim, Read.Body(sentence).Claims("PART_OF"));

    [Fact]
    public void A_body_that_may_come_under_another_is_no_part_of_it_yet() =>
        Assert.DoesNotContain("Harbor Institute > Ministry of Fisheries",
            Read.Body("They left it open whether the Harbor Institute would be subordinate to the Ministry of Fisheries.").Claims("PART_OF"));

    [Theory]
    [InlineData("Peter Brandt (Harbor Union, Lima) agreed.", "Peter Brandt > Harbor Union")]
    [InlineData("Peter Brandt of Norway's State Customs Committee agreed.", "Peter Brandt > State Customs Committee")]
    [InlineData("Peter Brandt left in June and now sits on the board of the Harbor Fund.", "Peter Brandt > Harbor Fund")]
    [InlineData("The trip of Kovacs and Brandt of State was short.", "Brandt > Department of State")]
    [InlineData("Peter Brandt will remain a member of the Harbor Council.", "Peter Brandt > Harbor Council")]
    public void Members_are_read(string sentence, string claim) => Assert.Contains(claim, Read.Body(sentence).Claims("MEMBER_OF"));

    [Fact]
    public void Two_bearers_of_one_bare_office_share_it_and_two_presidents_do_not()
    {
        CableExtraction read = Read.Body("Judge Peter Brandt left. Judge Jane Olsen came. President Peter Brandt left. President Jane Olsen came.");
        Assert.Single(read.Entities, entity => entity.Type == EntityType.Position && entity.Name.Contains("udge", StringComparison.Ordinal));
        Assert.Equal(2, read.Entities.Count(entity => entity.Type == EntityType.Position && entity.Name.Contains("resident", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("He will meet the new Harbor Fund Administrator Peter Brandt once confirmed.", 0)]
    [InlineData("They will see Harbor Fund Administrator Peter Brandt, if approved by the Senate.", 0)]
    [InlineData("He met the new Harbor Fund Administrator Peter Brandt once.", 1)]
    public void Who_has_yet_to_be_confirmed_holds_nothing(string sentence, int holders) => Assert.Equal(holders, Read.Body(sentence).Claims("HOLDS").Length);
}
