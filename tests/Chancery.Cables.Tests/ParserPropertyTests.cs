using Chancery.Testing;
using CsCheck;
using Xunit;

namespace Chancery.Cables.Tests;

/// <summary>What holds for any input: no exception, every span inside the text, paragraphs in order, the same answer twice.</summary>
public class ParserPropertyTests
{
    private static readonly string[] Samples = [.. CableReader.Files(Path.Combine(Repository.Root, "tests/samples")).Select(File.ReadAllText)];

    // Pieces that steer the parser into its branches, and characters that trip scanners.
    private static readonly string[] Pieces =
    [
        "VZCZCXRO0594\n", "UNCLAS BUCHAREST 001129", "UNCLAS SECTION 01 OF 02 RIO DE JANEIRO 1", "C O N F I D E N T I A L", "SECRET//NOFORN", "SIPDIS", "E.O. 12958: ", "E O 11652 N A ", "TAGS: ", "TAGS ", "SUBJECT: ", "SUBJ:", "REF: A. ",
        "¶1. ", "\uFFFD2. (SBU) ", "12. ", "(U) ", "(", ")", "-------", "----- -", "STATE FOR EUR/NCE - ", "FROM X FOR ", "PASS", " FOR ", "FM AMEMBASSY X", "\nTO RUEHC/SECSTATE WASHDC PRIORITY 1", "\nINFO LOG-00 AF-00 /000W", "101721Z DEC 09",
        "MADRID 00001952 001.2 OF 002", "PAGE 02 STATE 311722", "End Summary.", "NORTON", "Category: X", "\n\n", "\r\n", "\r", "\n", "\t", " ", "", ".", "...", "-", "JURIS- \nDICTION", "32580 5/13/2005 14:16 05BUCHAREST1129 Embassy X UNCLASSIFIED ",
        "05X1 / 2005-05-27", "Reference ID\nCreated\n", "12. Telegram From the Embassy in France to the Department of StateSource", "711.71114A/9–944: Telegram", "Moscow, November 23, 1963, 2 p.m.", "1759. ", "Topol 1108. Ref: A. Tripoli 546", "Deptel 1024.1 ",
        "* * *", "* Source: X. Secret.", "January 101", "[Page 5]", "\0", "\uD83D", "😀", "İ", "<pre>", "</pre>", "<html><body>", "<p", "&amp;", "&#182;", "&", "<div type=\"document\" subtype=\"historical-document\" xml:id='d1'>", "<note type=\"source\">", "</div>", "<TEI xmlns='http://www.tei-c.org/ns/1.0'>",
    ];

    private static readonly Gen<string> Piece = Gen.Int[0, Pieces.Length - 1].Select(index => Pieces[index]);

    private static readonly Gen<string> FromPieces = Piece.Array[0, 40].Select(string.Concat);

    private static readonly Gen<string> Mutated = Gen.Select(Gen.Int[0, Samples.Length - 1], Gen.Int[0, 4000], Gen.Int[0, 300], Piece, Gen.Bool).Select((sample, at, length, piece, cut) =>
    {
        string text = Samples[sample];
        int start = Math.Min(at, text.Length);
        int end = cut ? text.Length : Math.Min(text.Length, start + length);
        return string.Concat(text.AsSpan(0, start), piece, text.AsSpan(end));
    });

    private static readonly Gen<CableForm> Forms = Gen.Int[0, Enum.GetValues<CableForm>().Length - 1].Select(form => (CableForm)form);

    // The same texts on every machine; CHANCERY_FUZZ_SEED=random asks for others.
    private static string? Seed => Environment.GetEnvironmentVariable("CHANCERY_FUZZ_SEED") == "random" ? null : "bxTSM5IfhP-2";

    [Fact]
    public void Any_pieces_give_a_cable_whose_places_are_in_the_text() => Gen.Select(FromPieces, Forms).Sample((text, form) => Check(new RawCable("x.txt", text) { Form = form }), seed: Seed, iter: 8_000);

    [Fact]
    public void Any_change_of_a_sample_gives_a_cable_whose_places_are_in_the_text() => Gen.Select(Mutated, Forms).Sample((text, form) => Check(new RawCable("x.txt", text) { Form = form }), seed: Seed, iter: 1_500);

    [Fact]
    public void Samples_cut_anywhere_give_a_cable()
    {
        foreach (string sample in Samples)
        {
            for (int length = 0; length < sample.Length; length += 101)
            {
                Check(new RawCable("x.txt", sample[..length]));
            }
        }
    }

    [Fact]
    public void A_text_of_one_long_line_takes_no_longer_than_its_length_allows()
    {
        // A quadratic scanner would need minutes for these.
        foreach (string piece in (string[])["A ", "1. ", "TAGS ", "E.O. ", "(U) ", "STATE FOR ", "12 ", "<p ", "&amp", "- ", "UNCLAS A ", "ABC\n", "ABC-\n", "---\n", "¶1. a\n", "RUEHC/X ", "REF: X 1 "])
        {
            string text = string.Concat(Enumerable.Repeat(piece, 300_000 / piece.Length));
            Check(new RawCable("x.txt", $"UNCLAS X 1\nSUBJECT: {text}"));
            Check(new RawCable("x.txt", text));
        }
    }

    internal static void Check(RawCable raw)
    {
        Cable cable = CableParser.Parse(raw);
        CableHeader header = cable.Header;
        int length = raw.Text.Length;
        IEnumerable<TextSpan?> spans =
        [
            header.Reference?.Span, header.Date?.Span, header.Origin?.Span, header.Classification?.Span, header.ExecutiveOrder?.Span, header.Subject?.Span, header.Signer?.Span,
            .. header.Captions.Select(caption => caption.Span), .. header.Tags.Select(tag => tag.Span), .. header.References.Select(reference => reference.Span),
            .. header.Addressees.SelectMany(to => (TextSpan?[])[to.Span, to.Post?.Span, to.Agency?.Span, to.Office?.Span, to.Person?.Span, to.Position?.Span]),
            .. cable.Paragraphs.Select(paragraph => paragraph.Heading?.Span),
        ];
        foreach (TextSpan? span in spans)
        {
            Assert.True(span is null || (0 <= span.Value.Start && span.Value.Start <= span.Value.End && span.Value.End <= length), $"{span} in {length}");
        }

        Assert.Equal(header.References.Count, header.ReferencesAsWritten.Count);
        int ordinal = 0, end = 0;
        foreach (Paragraph paragraph in cable.Paragraphs)
        {
            Assert.Equal(++ordinal, paragraph.Ordinal);
            Assert.True(end <= paragraph.Span.Start && paragraph.Span.Start < paragraph.Span.End && paragraph.Span.End <= length, $"{paragraph.Span} after {end} in {length}");
            end = paragraph.Span.End;
            string text = paragraph.Text.Value;
            Assert.NotEmpty(text);
            for (int i = 0; i < text.Length; i++)
            {
                TextSpan at = paragraph.Text.ToRaw(new TextSpan(i, i + 1));
                Assert.True(paragraph.Span.Start <= at.Start && at.End <= paragraph.Span.End, $"{i} is {at}, outside {paragraph.Span}");
                Assert.True(char.IsWhiteSpace(text[i]) || at.Length > 1 || raw.Text[at.Start] == text[i], $"'{text[i]}' is '{raw.Text[at.Start]}' in the text");
            }
        }

        Cable again = CableParser.Parse(raw);
        Assert.Equal(cable.ContentHash, again.ContentHash);
        Assert.Equal(cable.Id, again.Id);
        Assert.Equal(cable.Paragraphs.Select(paragraph => (paragraph.Number, paragraph.Span, paragraph.Kind, paragraph.Text.Value)), again.Paragraphs.Select(paragraph => (paragraph.Number, paragraph.Span, paragraph.Kind, paragraph.Text.Value)));
    }
}
