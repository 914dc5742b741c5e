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
    public void Offices(string sentence, string office) => Assert.Contains(office, Read.Body(sentence).Mentions(EntityType.Position));

    [Theory]
    [InlineData("Minister of Commerce Janos Kovacs agreed.", "Janos Kovacs")]
    [InlineData("Kim Sang-wol, the editor, agreed.", "Kim Sang-wol")]
    [InlineData("DAAG Brandt asked for the text.", "Brandt")]
    public void Persons(string sentence, string person) => Assert.Contains(person, Read.Body(sentence).Mentions(EntityType.Person));

    [Theory]
    [InlineData("Several Norwegian members stayed away.")]
    [InlineData("The Ministry representatives agreed.")]
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
    [InlineData("HE FORMERLY HEADED VARDAN TRAINING CENTER IN NORWAY.", "VARDAN TRAINING CENTER")]
    [InlineData("HE IS IN DEPARTMENT OF INDUSTRY NOW.", "DEPARTMENT OF INDUSTRY")]
    public void Bodies(string sentence, string body) => Assert.Contains(body, Read.Body(sentence).Mentions(EntityType.Organization));

    [Theory]
    [InlineData("The Prosecutor General's Office (PGO) agreed.", "Prosecutor General's Office", "PGO")]
    public void An_office_called_after_its_holder_has_its_acronym(string sentence, string name, string acronym) =>
        Assert.Equal([name, acronym], Read.Body(sentence).Mentions(EntityType.Organization));
}
