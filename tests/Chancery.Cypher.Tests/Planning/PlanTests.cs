using Chancery.Cypher.Tests.Execution;
using Chancery.Cypher.Tests.Tck;
using Chancery.Graph;
using Xunit;

namespace Chancery.Cypher.Tests.Planning;

/// <summary>Plans as short strings, under <c>Cases</c>.</summary>
public sealed class PlanTests
{
    public static TheoryData<LanguageCase> Cases => [.. LanguageCase.Read("Planning/Cases")];

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public async Task Plan_is_the_one_expected(LanguageCase language)
    {
        await using EmbeddedGraph graph = EmbeddedGraph.InMemory();
        foreach (string statement in language.Preparation)
        {
            Assert.Null((await TckOutcome.RunAsync(graph, statement, MapValue.Empty)).Error);
        }

        string plan = graph.Prepare(language.Query, graph.Store.Current, TransactionOptions.Default).Plan!.Print();
        Assert.Equal(language.Expected, plan.Split('\n'));
    }
}
