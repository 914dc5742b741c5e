using Xunit;

namespace Chancery.Extraction.Tests;

/// <summary>Offices as telegrams and reports write them: without "of", with their city, with a nation before small letters.</summary>
public sealed class OfficeFormTests
{
    [Theory]
    [InlineData("Counselor Norwegian Embassy told us it was late.", "Counselor Norwegian Embassy > Norwegian Embassy")]
    [InlineData("They asked Brandt, First Secretary, Embassy of Norway, to wait.", "First Secretary, Embassy of Norway > Embassy of Norway")]
    [InlineData("Janos Kovacs, Chairman UNESCO Board, agreed.", "Chairman UNESCO Board > UNESCO Board")]
    [InlineData("Views were set forth by Ambassador UK in USSR today.", "Ambassador UK in USSR > Soviet Union")]
    [InlineData("Views were set forth by Ambassador UK in USSR today.", "Ambassador UK in USSR > United Kingdom")]
    [InlineData("He saw the Commander in Chief, United Nations Command, today.", "Commander in Chief, United Nations Command > United Nations Command")]
    [InlineData("The Presidium Chairman sent greetings.", "Presidium Chairman > Presidium")]
    [InlineData("The Chairman of the Presidium of the Harbor Assembly agreed.", "Chairman of the Presidium of the Harbor Assembly > Presidium")]
    [InlineData("Present was DEFG leader Janos Kovacs.", "DEFG leader > DEFG")]
    [InlineData("Janos Kovacs, an Oktora correspondent in Lima, was there.", "Oktora correspondent > Oktora")]
    [InlineData("It was late. Parliament Speaker Janos Kovacs agreed.", "Parliament Speaker > Parliament")]
    [InlineData("Janos Kovacs, Consul in Lima, agreed.", "Consul in Lima > Lima")]
    [InlineData("Janos Kovacs (Deputy Director, Harbor Fund) attended.", "Harbor Fund Deputy Director > Harbor Fund")]
    public void Offices_without_of_name_their_body(string sentence, string claim) => Assert.Contains(claim, Read.Body(sentence).Claims("POSITION_IN"));

    [Theory]
    [InlineData("Janos Kovacs informed President Norwegian Government had agreed.")]
    [InlineData("He told the Chairman USG would agree.")]
    public void Who_is_told_is_not_of_the_body_that_follows(string sentence) => Assert.DoesNotContain(Read.Body(sentence).Claims("POSITION_IN"), claim => claim.Contains("Government", StringComparison.Ordinal));

    [Theory]
    [InlineData("Our Consul in Lima agreed.", "Consul in Lima > Lima")]
    [InlineData("The Norwegian ambassador in Lima, Janos Kovacs, agreed.", "Norwegian ambassador in Lima > Norway")]
    [InlineData("The Norwegian ambassador in Lima, Janos Kovacs, agreed.", "Norwegian ambassador in Lima > Lima")]
    [InlineData("Norway's ambassador to the United Nations, Janos Kovacs, agreed.", "ambassador to the United Nations > United Nations")]
    [InlineData("Janos Kovacs is Undersecretary in the Harbor Ministry.", "Harbor Ministry Undersecretary > Harbor Ministry")]
    [InlineData("Ambassador Kovacs (Norway) called today.", "Norway Ambassador > Norway")]
    [InlineData("Please give the note to Norway FonMin today.", "Norway FonMin > Norway")]
    public void Envoys_are_of_their_sender_and_where_they_stand(string sentence, string claim) => Assert.Contains(claim, Read.Body(sentence).Claims("POSITION_IN"));

    [Fact]
    public void Another_embassys_ambassador_is_not_the_senders() =>
        Assert.DoesNotContain(Read.Body("Our Ambassador in Lima agreed.").Claims, claim => claim.Type == "HOLDS" || claim is { Type: "POSITION_IN", Inferred: true });

    [Theory]
    [InlineData("But Norwegian opposition leader Janos Kovacs agreed.", "Norwegian opposition leader > Norway")]
    [InlineData("Last month, Norwegian election chief, Janos Kovacs, agreed.", "Norwegian election chief > Norway")]
    [InlineData("But Norwegian Fuel and Energy Minister Janos Kovacs agreed.", "Norwegian Fuel and Energy Minister > Norway")]
    [InlineData("It was late. New Orleans Mayor Janos Kovacs agreed.", "New Orleans Mayor > New Orleans")]
    [InlineData("Norway's newly elected President Janos Kovacs agreed.", "Norway President > Norway")]
    [InlineData("In Lima, U.S. Secretary of State Peter Brandt agreed.", "U.S. Secretary of State > United States")]
    public void The_nation_before_an_office_is_its_own(string sentence, string claim) => Assert.Contains(claim, Read.Body(sentence).Claims("POSITION_IN"));

    [Theory]
    [InlineData("However, a Harbor Ministry spokesman, Janos Kovacs, agreed.", "Janos Kovacs > Harbor Ministry spokesman")]
    [InlineData("Janos Kovacs took over from Peter Brandt as Director of the Harbor Institute.", "Janos Kovacs > Director of the Harbor Institute")]
    [InlineData("Janos Kovacs remains Director of the Harbor Institute.", "Janos Kovacs > Director of the Harbor Institute")]
    [InlineData("The board named Janos Kovacs the Director of the Harbor Institute.", "Janos Kovacs > Director of the Harbor Institute")]
    public void Holders_are_read(string sentence, string claim) => Assert.Contains(claim, Read.Body(sentence).Claims("HOLDS"));

    [Theory]
    [InlineData("They agreed on the desirability of Janos Kovacs as Director of the Harbor Institute.")]
    [InlineData("Brandt, supplanting Janos Kovacs as Director of the Harbor Institute, agreed.")]
    [InlineData("If Janos Kovacs remains Director of the Harbor Institute, it may close.")]
    [InlineData("What you should convey to Janos Kovacs is the President's desire for peace.")]
    [InlineData("He wants Janos Kovacs to replace Peter Brandt as Director of the Harbor Institute.")]
    [InlineData("It came from General Kovacs, ARMA is convinced.")]
    [InlineData("The board nominated Janos Kovacs Director of the Harbor Institute.")]
    [InlineData("Present were Denis Brandt, Counselor, Embassy of Norway Mr. Janos Kovacs.")]
    public void Who_only_stands_by_holds_nothing(string sentence) =>
        Assert.DoesNotContain(Read.Body(sentence).Claims("HOLDS"), claim => claim.StartsWith("Janos", StringComparison.Ordinal) );

    [Theory]
    [InlineData("Kovacs served as Director of the Harbor Institute.")]
    [InlineData("Janos Kovacs has previously served as Director of the Harbor Institute.")]
    public void Who_served_held_it_once(string sentence) =>
        Assert.DoesNotContain(Read.Body(sentence).Claims, claim => claim is { Type: "HOLDS", Modality: Modality.Actual });

    [Theory]
    [InlineData("A Harbor Ministry spokesman Monday told us it was late.")]
    [InlineData("Harbor Minister Janos Kovacs Monday told us it was late.")]
    [InlineData("In Oslo Tuesday Ambassador Kovacs told us it was late.")]
    public void Days_are_no_part_of_names(string sentence) =>
        Assert.DoesNotContain(Read.Body(sentence).Mentions, mention => mention.Text.Contains("Monday", StringComparison.Ordinal) || mention.Text.Contains("Tuesday", StringComparison.Ordinal));

    [Fact]
    public void A_man_in_an_attention_line_is_no_office_of_his_agency()
    {
        const string Cable = "R 131416Z MAY 05\nFM AMEMBASSY LIMA\nTO SECSTATE WASHDC 1234\nUNCLAS LIMA 001129\n\nSIPDIS\n\nNSC FOR BRANDT; TREASURY FOR DO/TFFC\n\nE.O. 12958: N/A\nTAGS: PREL\nSUBJECT: A TEST\n\n1. Nothing.\n\nSMITH\n";
        Assert.Equal(["DO/TFFC > Department of the Treasury"], Read.Text(Cable).Claims("PART_OF"));
    }
}
