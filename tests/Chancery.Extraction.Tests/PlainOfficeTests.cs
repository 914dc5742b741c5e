using Xunit;

namespace Chancery.Extraction.Tests;

/// <summary>Offices that small letters, the plural or a second noun hide.</summary>
public sealed class PlainOfficeTests
{
    [Theory]
    [InlineData("They hoped that the minister would come.", "minister")]
    [InlineData("Its chairman, Peter Brandt, agreed.", "chairman")]
    [InlineData("Brandt ran for mayor last year.", "mayor")]
    [InlineData("As president, Brandt kept quiet.", "president")]
    [InlineData("The firm's manager said so.", "manager")]
    [InlineData("He was deputy minister of transport then.", "deputy minister of transport")]
    [InlineData("He was minister of trade, industry and tourism then.", "minister of trade, industry and tourism")]
    [InlineData("We met the director of the paper factory.", "director of the paper factory")]
    [InlineData("He is president of the foundation's board of directors.", "president of the foundation's board of directors")]
    [InlineData("He is governor of the province of Lima.", "governor of the province of Lima")]
    [InlineData("A visiting political officer came too.", "political officer")]
    [InlineData("The police chief stayed away.", "police chief")]
    [InlineData("He met the corps commander.", "corps commander")]
    [InlineData("Brandt told poloff that he agreed.", "poloff")]
    [InlineData("Two econoffs went with him.", "econoffs")]
    public void In_small_letters(string sentence, string office) => Assert.Contains(office, Read.Body(sentence).Mentions(EntityType.Position));

    [Theory]
    [InlineData("Every minister and no director came.")]
    [InlineData("Our principal aim is peace.")]
    [InlineData("He shook his head, and his chief concern is money.")]
    [InlineData("Several police officers were there.")]
    public void Nobodys_office(string sentence) => Assert.Empty(Read.Body(sentence).Mentions(EntityType.Position));

    [Theory]
    [InlineData("He met Bavarian Minister President Janos Kovacs.", "Bavarian Minister President")]
    [InlineData("She is First Lady since May.", "First Lady")]
    [InlineData("Crown Prince is away.", "Crown Prince")]
    [InlineData("He is Minister of Economics and Deputy Prime Minister.", "Deputy Prime Minister")]
    [InlineData("Deputy Director for Hungary Issues Janos Kovacs agreed.", "Deputy Director for Hungary Issues")]
    [InlineData("The DHS-CBP Attache called.", "DHS-CBP Attache")]
    [InlineData("Asst. Commissioner Janos Kovacs agreed.", "Asst. Commissioner")]
    [InlineData("He met the Greek and Danish Foreign Ministers today.", "Greek and Danish Foreign Ministers")]
    [InlineData("FM Vardanyi agreed.", "FM")]
    [InlineData("National Court Chief Prosecutor Peter Brandt agreed.", "National Court Chief Prosecutor")]
    [InlineData("The appeal went to Judge Brandt.", "Judge")]
    [InlineData("Federal Deputy Peter Brandt agreed.", "Federal Deputy")]
    [InlineData("She was the Chancellor's chief of staff.", "chief of staff")]
    [InlineData("He is the head of Spain's main opposition Harbor Party today.", "head of Spain's main opposition Harbor Party")]
    [InlineData("The Knesset member Peter Brandt agreed.", "Knesset member")]
    [InlineData("He is head of the Norwegian delegation now.", "head of the Norwegian delegation")]
    [InlineData("Norwegian Min does not believe in it.", "Norwegian Min")]
    [InlineData("Saw Vice Min Agriculture today.", "Vice Min Agriculture")]
    [InlineData("The letter was addressed to Gov of Lima in April.", "Gov of Lima")]
    [InlineData("He asked Amb Lima to speak to him.", "Amb Lima")]
    public void Of_several_words(string sentence, string office) => Assert.Contains(office, Read.Body(sentence).Mentions(EntityType.Position));

    [Fact]
    public void A_short_title_makes_a_name() => Assert.Contains("Vardanyi", Read.Body("FM Vardanyi agreed.").Mentions(EntityType.Person));

    [Fact]
    public void Ministers_without_a_field_are_no_office() => Assert.Empty(Read.Body("The Ministers agreed.").Mentions(EntityType.Position));
}
