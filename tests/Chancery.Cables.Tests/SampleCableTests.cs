using Chancery.Testing;
using Xunit;

namespace Chancery.Cables.Tests;

/// <summary>The samples are what the demo shows: all of them parse, and all but the seed say that they are fiction.</summary>
public class SampleCableTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests/samples");

    [Fact]
    public async Task Every_sample_is_a_cable_with_a_date_a_sender_and_a_body()
    {
        List<Cable> cables = [];
        await foreach (CableInput input in CableReader.Read(Folder, TestContext.Current.CancellationToken))
        {
            Assert.Null(input.Problem);
            cables.Add(CableParser.Parse(input.Cable!));
        }

        Assert.True(cables.Count >= 30, $"{cables.Count} samples");
        Assert.Equal(cables.Count, cables.Select(cable => cable.Id).Distinct().Count());
        Assert.All(cables, cable =>
        {
            Assert.NotNull(cable.Header.Date);
            Assert.NotNull(cable.Header.Origin);
            Assert.NotNull(cable.Header.Reference);
            Assert.NotEmpty(cable.Paragraphs);
            Assert.True(cable.Header.Signer is not null || cable.Partial, cable.Id);
            Assert.DoesNotContain(cable.Paragraphs, paragraph => paragraph.Text.Value.Contains("FICTION", StringComparison.OrdinalIgnoreCase));
        });
        Assert.Equal([CableForm.Cable, CableForm.WebPage, CableForm.Record, CableForm.Teletype, CableForm.Frus], cables.Select(cable => cable.Form).Distinct().Order());
    }

    [Fact]
    public void Every_file_but_the_seed_says_that_it_is_fiction() =>
        Assert.All(CableReader.Files(Folder), file => Assert.True(file.Contains("seed", StringComparison.Ordinal) || File.ReadAllText(file).Contains("FICTIONAL SAMPLE", StringComparison.Ordinal), file));

    [Fact]
    public void References_between_samples_meet()
    {
        Dictionary<string, Cable> cables = CableReader.Files(Folder).Where(file => file.EndsWith(".txt", StringComparison.Ordinal)).Select(file => CableParser.Parse(new RawCable(Path.GetFileName(file), File.ReadAllText(file)))).ToDictionary(cable => cable.Id);
        Assert.Equal(["05BUCHAREST1129", "04ISTANBUL9017"], cables["05BUCHAREST9030"].Header.References.Select(reference => reference.Value));
        Assert.All(cables["05BUCHAREST9030"].Header.References, reference => Assert.True(cables.ContainsKey(reference.Value)));
    }
}
