using Xunit;

namespace Chancery.Extraction.Tests;

/// <summary>Offices by their grammar: a field and a noun, whose they are, what completes them, short words for them.</summary>
public sealed class TitleGrammarTests
{
    [Theory]
    [InlineData("Econ chief called on the Ministry.", "Econ chief")]
    [InlineData("UNESCO's new country director, Peter Brandt, agreed.", "country director")]
    [InlineData("We met the UNICEF economist today.", "UNICEF economist")]
    [InlineData("The Norwegian commercial attache was silent.", "Norwegian commercial attache")]
    [InlineData("He saw Peter Brandt and the head of his new harbor police unit.", "head of his new harbor police unit")]
    [InlineData("She is vice chair of the sectoral committee on trade.", "vice chair of the sectoral committee on trade")]
    [InlineData("He came with his first deputy, Janos Kovacs, on Monday.", "first deputy")]
    [InlineData("An adviser to the President, Janos Kovacs, agreed.", "adviser to the President")]
    [InlineData("Janos Kovacs, Head, Harbor Section, came too.", "Head")]
    [InlineData("The Regional Harbor Officer (RHO) called today.", "Regional Harbor Officer")]
    [InlineData("The Regional Harbor Officer (RHO) called. Later RHO left.", "RHO")]
    [InlineData("Interim Director General Janos Kovacs agreed.", "Interim Director General")]
    [InlineData("We met the President-elect of Norway today.", "President-elect of Norway")]
    [InlineData("The Minister of Fisheries and Coastal Development, Janos Kovacs, agreed.", "Minister of Fisheries and Coastal Development")]
    [InlineData("Commerce Secretary Janos Kovacs agreed.", "Commerce Secretary")]
    [InlineData("DAAG Brandt asked for the text.", "DAAG")]
    [InlineData("Janos Kovacs, presidential adviser on trade, agreed.", "presidential adviser on trade")]
    [InlineData("The Norwegian department head was silent.", "Norwegian department head")]
    [InlineData("QRTAVI PRESIDENT PETER BRANDT AGREED.", "QRTAVI PRESIDENT")]
    public void Offices(string sentence, string office) => Assert.Contains(office, Read.Body(sentence).Mentions(EntityType.Position));

    [Theory]
    [InlineData("Minister of Commerce Janos Kovacs agreed.", "Janos Kovacs")]
    [InlineData("Kim Sang-wol, the editor, agreed.", "Kim Sang-wol")]
    [InlineData("DAAG Brandt asked for the text.", "Brandt")]
    [InlineData("He saw Major General (Ret.) Janos Kovacs today.", "Janos Kovacs")]
    [InlineData("He saw Mrs. Vardan-lina today.", "Vardan-lina")]
    [InlineData("HE SAW DEAN OF ENGINEERING PETER BRANDT TODAY.", "PETER BRANDT")]
    public void Persons(string sentence, string person) => Assert.Contains(person, Read.Body(sentence).Mentions(EntityType.Person));

    [Fact]
    public void Attention_lines_tell_readers_from_offices()
    {
        CableExtraction read = Read.Text(
            "R 131416Z MAY 05\nFM AMEMBASSY BUCHAREST\nTO SECSTATE WASHDC 1234\nUNCLAS BUCHAREST 001129\n\nSIPDIS\n\n"
            + "STATE FOR EUR/NCE AND DRL\nTREASURY FOR HARDY, ICN (KOVACS) AND OASIA\nCOMMERCE FOR KBRANDT\nLABOR FOR ILAB (POLSEN)\n"
            + "OSLO AND LIMA FOR HARBOR WATCHERS\n\nE.O. 12958: N/A\nTAGS: PREL\nSUBJECT: A TEST\n\n1. He came.\n\nSMITH\n");
        string[] Header(EntityType type) => [.. read.Mentions.Where(mention => mention.Type == type && mention.Paragraph == 0).Select(mention => mention.Text)];
        Assert.Equal(["HARDY", "KOVACS", "KBRANDT", "POLSEN", "SMITH"], Header(EntityType.Person));
        Assert.Equal(["HARBOR WATCHERS"], Header(EntityType.Position));
        Assert.Equal(["AMEMBASSY BUCHAREST", "OSLO", "LIMA"], Header(EntityType.Post));
        Assert.Superset(new HashSet<string> { "EUR/NCE", "DRL", "ICN", "OASIA", "ILAB" }, Header(EntityType.Organization).ToHashSet());
        Assert.DoesNotContain(read.Claims("ADDRESSED_TO"), claim => claim.Contains("Oslo", StringComparison.Ordinal));
    }

    [Fact]
    public void Attention_lines_pass_on_to_agency_person_and_office()
    {
        CableExtraction read = Read.Text(
            "R 131416Z MAY 05\nFM AMEMBASSY BUCHAREST\nTO SECSTATE WASHDC 1234\nUNCLAS BUCHAREST 001129\n\nSIPDIS\n\n"
            + "STATE PASS USTR FOR PETER BRANDT\nBERLIN FOR LEGATT\n\nE.O. 12958: N/A\nTAGS: PREL\nSUBJECT: A TEST\n\n1. He came.\n\nSMITH\n");
        Assert.Contains(read.Mentions, mention => mention is { Text: "USTR", Type: EntityType.Organization });
        Assert.Contains(read.Mentions, mention => mention is { Text: "PETER BRANDT", Type: EntityType.Person });
        Assert.Contains(read.Mentions, mention => mention is { Text: "LEGATT", Type: EntityType.Position });
    }

    [Fact]
    public void A_paragraph_may_speak_to_another_post() =>
        Assert.Contains("LIMA", Read.Body("FOR LIMA: PLEASE PASS COPY TO THE MINISTRY.").Mentions(EntityType.Post));

    [Fact]
    public void A_nations_high_commission_is_a_post() =>
        Assert.Contains("Australian High Commission", Read.Body("The Australian High Commission agreed.").Mentions(EntityType.Post));

    [Theory]
    [InlineData("Several Norwegian members stayed away.")]
    [InlineData("The Ministry representatives agreed.")]
    [InlineData("He saw Lieutenant Commander Kovacs today.")]
    [InlineData("He is the head of a large family.")]
    public void Not_every_noun_is_an_office(string sentence) => Assert.Empty(Read.Body(sentence).Mentions(EntityType.Position));

    [Theory]
    [InlineData("They met Harbor Mills (Lima) Ltd. in May.", "Harbor Mills (Lima) Ltd.")]
    [InlineData("P.T. Vardan Mills builds it.", "P.T. Vardan Mills")]
    [InlineData("QRTVA told us that it had no money.", "QRTVA")]
    [InlineData("QRTVA's members stayed away.", "QRTVA")]
    [InlineData("No one from Commerce had called her.", "Commerce")]
    [InlineData("The Rushtown district court freed him.", "Rushtown district court")]
    [InlineData("The Norwegian 12th brigade left.", "Norwegian 12th brigade")]
    [InlineData("The GVN agreed.", "GVN")]
    [InlineData("Staffdel Brandt toured the mills.", "Staffdel Brandt")]
    [InlineData("They flew by Air Rushtown on Monday.", "Air Rushtown")]
    [InlineData("HE FORMERLY HEADED VARDAN TRAINING CENTER IN NORWAY.", "VARDAN TRAINING CENTER")]
    [InlineData("HE IS IN DEPARTMENT OF AGRICULTURE NOW.", "DEPARTMENT OF AGRICULTURE")]
    [InlineData("QRTAVIN'S GENERAL MANAGER LEFT FOR LIMA.", "QRTAVIN")]
    public void Bodies(string sentence, string body) => Assert.Contains(body, Read.Body(sentence).Mentions(EntityType.Organization));

    [Theory]
    [InlineData("The Prosecutor General's Office (PGO) agreed.", "Prosecutor General's Office", "PGO")]
    public void An_office_called_after_its_holder_has_its_acronym(string sentence, string name, string acronym) =>
        Assert.Equal([name, acronym], Read.Body(sentence).Mentions(EntityType.Organization));

    [Fact]
    public void A_dash_ends_a_name_and_begins_an_office()
    {
        CableExtraction read = Read.Body("Two experts came: Jack Brandt - Harbor Master of Oslo; and Paul Olsen -- Director for Fire Programs.");
        Assert.Equal(["Jack Brandt", "Paul Olsen"], read.Mentions(EntityType.Person));
        Assert.Contains("Paul Olsen > Director for Fire Programs", read.Claims("HOLDS"));
    }

    [Fact]
    public void Attention_lines_tell_what_is_part_of_whom()
    {
        CableExtraction read = Read.Text(
            "R 131416Z MAY 05\nFM AMEMBASSY BUCHAREST\nTO SECSTATE WASHDC 1234\nUNCLAS BUCHAREST 001129\n\nSIPDIS\n\n"
            + "STATE PASS USTR\nDEPT PASS USAID TO XYZ/ABC\nNSC FOR SENIOR HARBOR DIRECTOR\n\nE.O. 12958: N/A\nTAGS: PREL\nSUBJECT: A TEST\n\n1. He came.\n\nSMITH\n");
        Assert.Equal(["XYZ/ABC > Agency for International Development"], read.Claims("PART_OF"));
        Assert.Contains(read.Claims("POSITION_IN"), claim => claim.EndsWith("National Security Council", StringComparison.Ordinal));
    }
}
