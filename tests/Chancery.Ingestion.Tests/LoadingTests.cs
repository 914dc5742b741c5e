using Chancery.Cables;
using Chancery.Cypher;
using Chancery.Graph;
using Chancery.Ingestion.Pipeline;
using Chancery.Resolution;
using CsCheck;
using Xunit;

namespace Chancery.Ingestion.Tests;

/// <summary>The graph is a function of the cables present: compared as full dumps on the embedded engine.</summary>
public sealed class LoadingTests
{
    private static readonly string[] s_sentences =
    [
        "[Person:Alexandru Tomsa] HOLDS [Position:Director]",
        "[Person:Tomsa] HOLDS [Position:Director]",
        "[Person:Victor Tomsa] HOLDS [Position:Director] former",
        "[Position:Director] POSITION_IN [Organization:Black Sea Fisheries Board=BSFB]",
        "[Position:Director] POSITION_IN [Organization:BSFB]",
        "[Organization:Danube Commission=DC] COOPERATES_WITH [Organization:BSFB] proposed 2005-03",
        "[Organization:BSFB] COOPERATES_WITH [Organization:Danube Commission] 2005-04-26",
        "[Organization:DC] PART_OF [Organization:BSFB] denied",
        "[Organization:DC] LOCATED_IN [Place:Budapest]",
        "[Person:Maria Stan] MET_WITH [Person:Alexandru Tomsa] 2005-05-02",
        "[Person:Alexandru Tomsa] MET_WITH [Person:Maria Stan] planned",
        "[Person:Maria Stan] TRAVELED_TO [Place:Istanbul] conditional",
        "[Organization:Drina Council=DC] MEMBER_OF [Organization:BSFB]",
        "TAGS PREL, RO",
        "TAGS ECON, BU",
        "REF BUCHAREST 3",
        "REF SOFIA 1",
    ];

    private static readonly Gen<RawCable> s_cable =
        from post in Gen.OneOf("BUCHAREST", "SOFIA")
        from number in Gen.Int[1, 4]
        from folder in Gen.OneOf("a", "b")
        from sentences in Gen.OneOf(s_sentences).Array[0, 6]
        select WrittenCables.Cable(post, number, $"{folder}/{post}{number}.txt", sentences);

    // A source holds one text under one name.
    private static readonly Gen<RawCable[]> s_corpus = s_cable.Array[0, 8].Select(cables => cables.DistinctBy(cable => cable.Source).ToArray());

    [Fact]
    public async Task Any_order_gives_the_same_graph() =>
        await Gen.Select(s_corpus, Gen.Int).SampleAsync(
            async (corpus, seed) =>
            {
                RawCable[] shuffled = [.. corpus];
                new Random(seed).Shuffle(shuffled);
                Assert.Equal(await BuildAsync(corpus), await BuildAsync(shuffled));
            },
            iter: 60);

    [Fact]
    public async Task Loading_twice_changes_nothing() =>
        await s_corpus.SampleAsync(
            async corpus =>
            {
                await using EmbeddedGraph graph = await EmptyAsync();
                await LoadAsync(Pipeline(graph), corpus);
                string once = await GraphDump.OfAsync(graph);
                IngestReport again = await LoadAsync(Pipeline(graph), corpus);
                Assert.Equal(0, again.Loaded);
                Assert.Equal(once, await GraphDump.OfAsync(graph));
            },
            iter: 30);

    [Fact]
    public async Task A_changed_corpus_gives_the_graph_built_from_scratch() =>
        await Gen.Select(s_corpus, s_corpus).SampleAsync(
            async (before, after) =>
            {
                await using EmbeddedGraph graph = await EmptyAsync();
                await LoadAsync(Pipeline(graph), before);
                await LoadAsync(Pipeline(graph), after, "a/", "b/");
                Assert.Equal(await BuildAsync(after), await GraphDump.OfAsync(graph));
            },
            iter: 80);

    [Fact]
    public async Task A_run_broken_off_anywhere_and_run_again_gives_the_same_graph() =>
        await Gen.Select(s_corpus, Gen.Int[0, 60]).SampleAsync(
            async (corpus, commits) =>
            {
                await using EmbeddedGraph graph = await EmptyAsync();
                FailingGraph failing = new(graph, commits);
                try
                {
                    await Pipeline(failing).RunAsync(WrittenCables.Source(corpus));
                }
                catch (GraphException error) when (error.Code == FailingGraph.Code)
                {
                    // The point of the test.
                }

                await LoadAsync(Pipeline(graph), corpus);
                Assert.Equal(await BuildAsync(corpus), await GraphDump.OfAsync(graph));
            },
            iter: 60);

    [Fact]
    public async Task Refused_commits_are_tried_again_as_a_whole() =>
        await Gen.Select(s_corpus, Gen.Int[1, 3]).SampleAsync(
            async (corpus, commits) =>
            {
                await using EmbeddedGraph graph = await EmptyAsync();
                await LoadAsync(Pipeline(new FailingGraph(graph, commits, passing: true)), corpus);
                Assert.Equal(await BuildAsync(corpus), await GraphDump.OfAsync(graph));
            },
            iter: 20);

    [Fact]
    public async Task Another_extractor_reads_every_cable_anew()
    {
        RawCable cable = WrittenCables.Cable("BUCHAREST", 1, "a/1.txt", s_sentences[0]);
        await using EmbeddedGraph graph = await EmptyAsync();
        await LoadAsync(Pipeline(graph), [cable]);
        CablePipeline newer = new(graph, WrittenCables.Extractor("written-2"), Curation.None, TimeProvider.System);
        Assert.Equal(1, (await LoadAsync(newer, [cable])).Loaded);
        Assert.Equal(0, (await LoadAsync(newer, [cable])).Loaded);
    }

    [Fact]
    public async Task Withdrawing_all_cables_leaves_nothing() =>
        await s_corpus.SampleAsync(
            async corpus =>
            {
                await using EmbeddedGraph graph = await EmptyAsync();
                await LoadAsync(Pipeline(graph), corpus);
                await LoadAsync(Pipeline(graph), [], "a/", "b/");
                Assert.Equal("", await GraphDump.OfAsync(graph));
            },
            iter: 30);

    [Fact]
    public async Task Every_promise_holds_after_every_change() =>
        await Gen.Select(s_corpus, s_corpus).SampleAsync(
            async (before, after) =>
            {
                await using EmbeddedGraph graph = await EmptyAsync();
                await LoadAsync(Pipeline(graph), before);
                await LoadAsync(Pipeline(graph), after, "a/");
                Assert.All(await GraphCheck.RunAsync(graph), result => Assert.Empty(result.Violations));
            },
            iter: 30);

    internal static async Task<EmbeddedGraph> EmptyAsync()
    {
        EmbeddedGraph graph = EmbeddedGraph.InMemory();
        await SchemaMigrations.ApplyAsync(graph, TimeProvider.System);
        return graph;
    }

    internal static async Task<IngestReport> LoadAsync(CablePipeline pipeline, IEnumerable<RawCable> cables, params string[] mirrored)
    {
        IngestReport report = await pipeline.RunAsync(WrittenCables.Source(cables, mirrored));
        Assert.Empty(report.Problems);
        return report;
    }

    internal static CablePipeline Pipeline(IGraphDatabase graph, Curation? curation = null) =>
        new(graph, WrittenCables.Extractor(), curation ?? Curation.None, TimeProvider.System);

    private static async Task<string> BuildAsync(IEnumerable<RawCable> corpus)
    {
        await using EmbeddedGraph graph = await EmptyAsync();
        await LoadAsync(Pipeline(graph), corpus);
        return await GraphDump.OfAsync(graph);
    }
}
