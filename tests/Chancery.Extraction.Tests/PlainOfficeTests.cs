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
    [InlineData("He was deputy minister of fisheries then.", "deputy minister of fisheries")]
    [InlineData("He was minister of trade, industry and tourism then.", "minister of trade, industry and tourism")]
    [InlineData("We met the director of the paper factory.", "director of the paper factory")]
    [InlineData("He is chairman of the hospital's board of governors.", "chairman of the hospital's board of governors")]
    [InlineData("He is governor of the province of Lima.", "governor of the province of Lima")]
    [InlineData("They met a political officer.", "political officer")]
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
    [InlineData("He met Norwegian Minister President Janos Kovacs.", "Norwegian Minister President")]
    [InlineData("She is First Lady since May.", "First Lady")]
    [InlineData("Crown Prince is away.", "Crown Prince")]
    [InlineData("He is Minister of Economics and Deputy Prime Minister.", "Deputy Prime Minister")]
    [InlineData("Deputy Director for Hungary Issues Janos Kovacs agreed.", "Deputy Director for Hungary Issues")]
    [InlineData("The DOE-NNSA Attache called.", "DOE-NNSA Attache")]
    [InlineData("Asst. Commissioner Janos Kovacs agreed.", "Asst. Commissioner")]
    [InlineData("He met the Greek and Danish Foreign Ministers today.", "Greek and Danish Foreign Ministers")]
    [InlineData("FM Vardanyi agreed.", "FM")]
    [InlineData("Harbor Court Chief Prosecutor Peter Brandt agreed.", "Harbor Court Chief Prosecutor")]
    [InlineData("The appeal went to Judge Brandt.", "Judge")]
    [InlineData("Federal Deputy Peter Brandt agreed.", "Federal Deputy")]
    [InlineData("She was the Chancellor's chief of staff.", "chief of staff")]
    [InlineData("He is the head of Hungary's main opposition Harbor Party today.", "head of Hungary's main opposition Harbor Party")]
    [InlineData("The Knesset member Peter Brandt agreed.", "Knesset member")]
    [InlineData("He is head of the Norwegian delegation now.", "head of the Norwegian delegation")]
    [InlineData("Norwegian Min came at noon.", "Norwegian Min")]
    [InlineData("Saw Vice Min Fisheries today.", "Vice Min Fisheries")]
    [InlineData("He wrote to Gov of Lima.", "Gov of Lima")]
    [InlineData("He asked Amb Lima to speak to him.", "Amb Lima")]
    public void Of_several_words(string sentence, string office) => Assert.Contains(office, Read.Body(sentence).Mentions(EntityType.Position));

    [Fact]
    public void A_short_title_makes_a_name() => Assert.Contains("Vardanyi", Read.Body("FM Vardanyi agreed.").Mentions(EntityType.Person));

    [Fact]
    public void Ministers_without_a_field_are_no_office() => Assert.Empty(Read.Body("The Ministers agreed.").Mentions(EntityType.Position));
}
