using System.IO.Compression;
using System.Text;
using Xunit;

namespace Chancery.Cables.Tests;

public sealed class CableReaderTests : IDisposable
{
    private const string Message = "UNCLAS BUCHAREST 000999\n\nE.O. 12958: N/A\nTAGS: PREL, RO\nSUBJECT: CAFÉ\n\n1. (U) The café of Ștefan is open.\n\nHOLLOWAY\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("chancery-cables-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_folder_is_read_with_its_subfolders_in_ordinal_order_of_relative_paths()
    {
        Write("b.txt", Message);
        Write("B.txt", Message);
        Write("a/z.txt", Message);
        Write("a/README.md", "no cable");
        Write(".hidden.txt", Message);
        Write("a.jsonl", """{"id":"x","text":"Some text."}""");
        List<CableInput> inputs = await Read();
        Assert.Equal(["B.txt", "a.jsonl#x", "a/z.txt", "b.txt"], inputs.Select(input => input.Cable!.Source));
        Assert.Equal(["B.txt", "a.jsonl", "a/z.txt", "b.txt"], CableReader.Files(_folder).Select(file => Path.GetRelativePath(_folder, file).Replace('\\', '/')));
    }

    [Fact]
    public void A_missing_path_is_an_error_of_the_call()
    {
        CableSourceException error = Assert.Throws<CableSourceException>(() => CableReader.Read(Path.Combine(_folder, "nothing")));
        Assert.Contains("nothing", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_files_are_named_with_their_place_and_stop_nothing()
    {
        Write("empty.txt", "");
        Write("blank.txt", " \n\t\n");
        byte[] noise = new byte[200_000];
        new Random(7).NextBytes(noise);
        File.WriteAllBytes(Path.Combine(_folder, "noise.txt"), noise);
        File.WriteAllBytes(Path.Combine(_folder, "noise.csv"), noise);
        File.WriteAllBytes(Path.Combine(_folder, "noise.jsonl.gz"), noise);
        Write("bad.jsonl", "{\"id\":\"a\",\"text\":\"Hello.\"}\n{bad\n\n[1]\n{\"id\":7}\n{\"id\":\"b\",\"text\":\"Bye.\"}\n");
        Write("good.txt", Message);
        Write("huge.txt", new string('a', CableReader.LargestMessage + 1));
        List<CableInput> inputs = await Read();
        Assert.Equal(["bad.jsonl#a", "bad.jsonl#b", "good.txt"], inputs.Where(input => input.Cable is not null).Select(input => input.Cable!.Source));
        string[] problems = [.. inputs.Where(input => input.Problem is not null).Select(input => input.Problem!.ToString())];
        Assert.Equal(
            [
                "bad.jsonl: line 2, column 2: This is no JSON object.",
                "bad.jsonl: line 4: This is no JSON object.",
                "bad.jsonl: line 5: The object has no \"text\".",
                "blank.txt: The file holds nothing but white space.",
                "empty.txt: The file is empty.",
                $"huge.txt: byte {CableReader.LargestMessage}: The file is too large for one message.",
            ],
            problems.Where(problem => !problem.StartsWith("noise", StringComparison.Ordinal)));
        Assert.Equal(3, problems.Count(problem => problem.StartsWith("noise", StringComparison.Ordinal)));
        Assert.Matches("^noise.txt: byte \\d+: This is binary data, not text.$", problems.Single(problem => problem.StartsWith("noise.txt", StringComparison.Ordinal)));
    }

    public static TheoryData<string, byte[], bool> Encodings => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Message), false },
        { "UTF-8 with mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Message)], false },
        { "UTF-16 LE", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Message)], false },
        { "UTF-16 BE", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Message)], false },
        { "UTF-16 LE without mark", Encoding.Unicode.GetBytes(Message), true },
        { "Windows-1252", Encoding.Latin1.GetBytes(Message.Replace('Ș', 'S')), true },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Every_encoding_gives_the_same_text(string name, byte[] bytes, bool noted)
    {
        File.WriteAllBytes(Path.Combine(_folder, "x.txt"), bytes);
        RawCable raw = Assert.Single(await Read()).Cable!;
        Assert.Equal(name == "Windows-1252" ? Message.Replace('Ș', 'S') : Message, raw.Text);
        Assert.Equal(noted, raw.Notes.Count > 0);
        Cable cable = CableParser.Parse(raw);
        Assert.Equal("CAFÉ", cable.Header.Subject?.Value);
        Assert.Equal(noted, cable.Warnings.Count > 0);
    }

    [Fact]
    public async Task A_dump_gives_a_message_a_row_whichever_way_its_quotes_are_escaped()
    {
        const string good = """
            "1","5/13/2005 14:16","05BUCHAREST1","Embassy Bucharest","UNCLASSIFIED","05STATE1|04ANKARA22","FM AMEMBASSY BUCHAREST
            TO SECSTATE WASHDC","UNCLAS BUCHAREST 000001

            SUBJECT: A \"QUOTED\" THING

            1. (U) It\'s a ""doubled"" quote, and a "lone" one.

            HOLLOWAY
            "
            """;
        Write("dump.csv", $"{good}\n\"2\",\"short\"\n{good.Replace("05BUCHAREST1", "05BUCHAREST2", StringComparison.Ordinal).Replace("000001", "000002", StringComparison.Ordinal)}\n\"3\",\"1/1/2006 0:00\",\"06X1\",\"\",\"\",\"\",\"\",\"\"\n\"4\",\"cut");
        List<CableInput> inputs = await Read();
        Assert.Equal(["05BUCHAREST1", "05BUCHAREST2"], inputs.Where(input => input.Cable is not null).Select(input => input.Cable!.Id));
        Assert.Equal(
            ["dump.csv: row 2 (line 10): The row has 2 fields; a row of the dump has 8.", "dump.csv: row 4, column 8: The row has no body.", "dump.csv: row 5 (line 21): The last field has no closing quote: the file is cut."],
            inputs.Where(input => input.Problem is not null).Select(input => input.Problem!.ToString()));
        Cable cable = CableParser.Parse(inputs[0].Cable!);
        Assert.Equal("A \"QUOTED\" THING", cable.Header.Subject?.Value);
        Assert.Equal("It's a \"doubled\" quote, and a \"lone\" one.", cable.Paragraphs[0].Text.Value);
        Assert.Equal(["05STATE1", "04ANKARA22"], cable.Header.References.Select(reference => reference.Value));
        Assert.Equal("2005-05-13T14:16", cable.Header.Date?.Value.ToString());
        Assert.Equal("AMEMBASSY BUCHAREST", cable.Header.Origin?.Value);
        Assert.Equal(CableForm.Record, cable.Form);
    }

    [Fact]
    public async Task A_dump_may_name_its_columns_in_another_order()
    {
        Write("dump.csv", "body,reference,date\n\"UNCLAS ROME 000005\n\nSUBJECT: X\n\n1. Y.\",06ROME5,2006-01-02 10:00:00\n");
        Cable cable = CableParser.Parse(Assert.Single(await Read()).Cable!);
        Assert.Equal("06ROME5", cable.Id);
        Assert.Equal("2006-01-02T10:00", cable.Header.Date?.Value.ToString());
    }

    [Fact]
    public async Task A_saved_page_keeps_places_in_its_source()
    {
        const string page = """
            <html><head><title>UNCLAS X 1</title><script>var s = "<pre>UNCLAS Y 2</pre>";</script></head><body><p>Menu</p>
            <table class='cable'><tr><th>Reference ID</th><th>Created</th><th>Classification</th><th>Origin</th></tr>
            <tr><td><a href="#">07ROME12</a></td><td>2007-01-03 10:10</td><td>UNCLASSIFIED</td><td>Embassy Rome</td></tr></table>
            <pre>UNCLAS ROME 000012

            TAGS: <a href='/PREL'>PREL</a> IT
            SUBJECT: JONES &amp; SMITH

            <a id='par1' href='#par1'>&#182;</a>1. (U) AT&amp;T met Andr&eacute;
            there.
            HOLLOWAY
            </pre><p>Footer</p></body></html>
            """;
        Write("page.html", page);
        RawCable raw = Assert.Single(await Read()).Cable!;
        Cable cable = CableParser.Parse(raw);
        Assert.Equal("07ROME12", cable.Id);
        Assert.Equal(["PREL", "IT"], cable.Header.Tags.Select(tag => tag.Value));
        Assert.Equal("JONES & SMITH", cable.Header.Subject?.Value);
        Assert.Equal("HOLLOWAY", cable.Header.Signer?.Value);
        Paragraph paragraph = Assert.Single(cable.Paragraphs);
        Assert.Equal("AT&T met André there.", paragraph.Text.Value);
        int name = paragraph.Text.Value.IndexOf("André", StringComparison.Ordinal);
        Assert.Equal("Andr&eacute;", paragraph.Text.ToRaw(new TextSpan(name, name + 5)).Of(raw.Text));
        Assert.Equal("AT&amp;T", paragraph.Text.ToRaw(new TextSpan(0, 4)).Of(raw.Text));
        ParserPropertyTests.Check(raw);
    }

    [Fact]
    public async Task A_TEI_volume_gives_its_documents_and_names_the_one_that_is_cut()
    {
        const string document = """
            <div type="document" subtype="historical-document" n="215" xml:id="d215" frus:doc-dateTime-min="1965-01-10T17:00:00"><head>215. Telegram From the Department of State to the Embassy in Romania<note n="1" type="source">Source: Central Files. Confidential; Priority.</note></head>
            <opener><dateline><placeName>Washington</placeName>, <date>January 10, 1965, 5 p.m.</date></dateline></opener>
            <p>Todis 811. <persName>Ion Doe</persName>, Minister of Trade, came.<note n="2">Not printed.</note> He left.</p><pb n="12"/><closer><signed>Rusker</signed></closer></div>
            """;
        Write("frus1.xml", $"<?xml version=\"1.0\"?>\n<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">{document}\n{document.Replace("d215", "d216", StringComparison.Ordinal)[..300]}");
        List<CableInput> inputs = await Read();
        Assert.Equal("frus1.xml: line 5: The document d216 has no end: the file is cut.", inputs[1].Problem?.ToString());
        RawCable raw = inputs[0].Cable!;
        Cable cable = CableParser.Parse(raw);
        Assert.Equal(
            ["id frus1-d215", "form Frus", "reference Todis 811", "date 1965-01-10T17:00", "origin Department of State", "classification CONFIDENTIAL", "signer Rusker", "TO Embassy in Romania", "#1 Ion Doe, Minister of Trade, came. He left."],
            CableLines.Of(cable));
        Assert.Equal("Ion Doe", cable.Paragraphs[0].Text.ToRaw(new TextSpan(0, 7)).Of(raw.Text));
        ParserPropertyTests.Check(raw);
    }

    [Fact]
    public async Task Compressed_lines_with_headings_are_FRUS_documents()
    {
        using (GZipStream stream = new(File.Create(Path.Combine(_folder, "t.jsonl.gz")), CompressionLevel.Fastest))
        {
            stream.Write("""{"id":"frus1/d2","heading":"2. Telegram From the Embassy in Germany to the Department of State","from":"Embassy in Germany","to":"Department of State","place":"Bonn","date":"1959-02-28T11:00:00","signed":"Bruce","text":"1895. He sent for me.\n\nI went."}"""u8);
        }

        Cable cable = CableParser.Parse(Assert.Single(await Read()).Cable!);
        Assert.Equal(
            ["id frus1/d2", "form Frus", "reference Bonn 1895", "date 1959-02-28T11:00", "origin Embassy Bonn", "signer Bruce", "TO Department of State", "#1 He sent for me.", "#2 I went."],
            CableLines.Of(cable));
    }

    [Fact]
    public async Task Plain_lines_keep_every_character()
    {
        Write("t.jsonl", """{"id":7,"text":"SUMMARY\n-------\n1. One.\nSIPDIS\n\nSmith"}""");
        Cable cable = CableParser.Parse(Assert.Single(await Read()).Cable!);
        Assert.Equal(["id 7", "form Plain", "#1 SUMMARY / ------- / 1. One. / SIPDIS", "#2 Smith"], CableLines.Of(cable));
    }

    [Fact]
    public async Task A_message_cut_within_its_routing_says_so()
    {
        Write("cut.txt", "VZCZCXRO0594\nRR RUEHAO\nDE RUEHBO #1165 0471902\nZNR UUUUU ZZH\nR 161902Z FEB 07\nFM AMEMBASSY BOGOTA\nTO RUEHC/SECST");
        Cable cable = CableParser.Parse(Assert.Single(await Read()).Cable!);
        Assert.Equal(["id cut", "form Cable", "date 2007-02-16T19:02", "origin AMEMBASSY BOGOTA", "TO SECST", "warning The text breaks off within the header.", "partial"], CableLines.Of(cable));
    }

    [Fact]
    public async Task Any_bytes_under_any_ending_give_messages_or_problems_and_no_exception()
    {
        // A fixed seed: the same bytes in every run.
        Random random = new(20060619);
        byte[][] samples = [.. CableReader.Files(Path.Combine(Testing.Repository.Root, "tests/samples")).Select(File.ReadAllBytes)];
        string[] endings = [".txt", ".html", ".xml", ".csv", ".jsonl", ".txt.gz", ".csv.gz"];
        for (int i = 0; i < 300; i++)
        {
            byte[] bytes = [.. samples[random.Next(samples.Length)]];
            int start = random.Next(bytes.Length);
            int length = Math.Min(random.Next(40), bytes.Length - start);
            random.NextBytes(bytes.AsSpan(start, length));
            if (random.Next(3) == 0)
            {
                bytes = bytes[..random.Next(bytes.Length)];
            }

            File.WriteAllBytes(Path.Combine(_folder, $"{i:000}{endings[i % endings.Length]}"), bytes);
        }

        List<CableInput> inputs = await Read();
        Assert.True(inputs.Count >= 300);
        Assert.All(inputs, input => Assert.True(input.Cable is null != input.Problem is null));
        Assert.All(inputs.Where(input => input.Cable is not null), input => ParserPropertyTests.Check(input.Cable!));
    }

    private void Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private async Task<List<CableInput>> Read()
    {
        List<CableInput> inputs = [];
        await foreach (CableInput input in CableReader.Read(_folder, TestContext.Current.CancellationToken))
        {
            inputs.Add(input);
        }

        return inputs;
    }
}
