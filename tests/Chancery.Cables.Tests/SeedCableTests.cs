using Chancery.Testing;
using Xunit;

namespace Chancery.Cables.Tests;

public class SeedCableTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Repository.Root, "tests/samples/seed/05BUCHAREST1129.txt"));
    private static readonly Cable Cable = CableParser.Parse(new RawCable("05BUCHAREST1129.txt", Text));

    [Fact]
    public void Header_is_read_from_the_flattened_record()
    {
        CableHeader header = Cable.Header;
        Assert.Equal("05BUCHAREST1129", Cable.Id);
        Assert.Equal("05BUCHAREST1129", header.Reference?.Value);
        Assert.Equal("2005-05-13T14:16", header.Date?.Value.ToString());
        Assert.Equal("Embassy Bucharest", header.Origin?.Value);
        Assert.Equal("UNCLASSIFIED", header.Classification?.Value);
        Assert.Equal(["SIPDIS"], header.Captions.Select(caption => caption.Value));
        Assert.Equal("N/A", header.ExecutiveOrder?.Value);
        Assert.Equal(["PREL", "PGOV", "PARM", "RO", "SECI"], header.Tags.Select(tag => tag.Value));
        Assert.Equal("SECI CENTER OFFICIALS TRAVEL TO HQ OF ORGANIZATION FOR BLACK SEA ECONOMIC COOPERATION (BSEC)", header.Subject?.Value);
        Assert.Empty(header.References);
        Assert.Equal("DELARE", header.Signer?.Value);
        Assert.True(Cable.Partial);
    }

    [Fact]
    public void Attention_lines_name_offices_their_agency_and_a_person()
    {
        Assert.Equal(
            [("STATE DEPT", "EUR/NCE", "WILLIAM SILKWORTH"), ("STATE DEPT", "INL/AAE", null), ("STATE DEPT", "EUR/ACE", null)],
            Cable.Header.Addressees.Select(addressee => (addressee.Agency?.Value, addressee.Office?.Value, addressee.Person?.Value)));
        Addressee first = Cable.Header.Addressees[0];
        Assert.Equal("WILLIAM SILKWORTH", first.Person!.Span!.Value.Of(Text));
    }

    [Fact]
    public void Body_is_four_numbered_paragraphs_under_their_headings()
    {
        Assert.Equal([1, 2, 3, 4], Cable.Paragraphs.Select(paragraph => paragraph.Number ?? 0));
        Assert.Equal(
            ["Summary", "BSEC Proposes Memorandum of Understanding", "More than Partnership, Less than Membership", "Comment"],
            Cable.Paragraphs.Select(paragraph => paragraph.Heading?.Value));
        Assert.Equal([ParagraphKind.Summary, ParagraphKind.Body, ParagraphKind.Body, ParagraphKind.Comment], Cable.Paragraphs.Select(paragraph => paragraph.Kind));
        Assert.StartsWith("On April 26-27 DoS Coordinator", Cable.Paragraphs[0].Text.Value, StringComparison.Ordinal);
        Assert.EndsWith("SECI in this effort.", Cable.Paragraphs[3].Text.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_of_the_blog_page_becomes_text()
    {
        string all = string.Join('\n', Cable.Paragraphs.Select(paragraph => paragraph.Text.Value));
        Assert.DoesNotContain("Popescu", all, StringComparison.Ordinal);
        Assert.DoesNotContain("RSS", all, StringComparison.Ordinal);
        Assert.DoesNotContain("DELARE", all, StringComparison.Ordinal);
    }
}
