using Chancery.Cypher.Tests.Tck;
using Chancery.Graph;
using Xunit;

namespace Chancery.Cypher.Tests.Execution;

/// <summary>Cypher beyond the TCK, as text tables under <c>Cases</c>.</summary>
public sealed class LanguageTests
{
    public static TheoryData<LanguageCase> Cases => [.. LanguageCase.Read("Execution/Cases")];

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public async Task Query_answers_as_the_table_says(LanguageCase language)
    {
        await using EmbeddedGraph graph = EmbeddedGraph.InMemory();
        foreach (string statement in language.Preparation)
        {
            TckOutcome prepared = await TckOutcome.RunAsync(graph, statement, MapValue.Empty);
            Assert.Null(prepared.Error);
        }

        TckOutcome outcome = await TckOutcome.RunAsync(graph, language.Query, MapValue.Empty);
        if (language.Expected is [var code] && !code.StartsWith('|'))
        {
            Assert.Equal(code.Trim(), Assert.IsType<GraphException>(outcome.Error).Code);
            return;
        }

        bool ordered = language.Query.Contains("ORDER BY", StringComparison.Ordinal);
        Assert.Null(outcome.Compare(language.Table is [] ? null : language.Table, ordered, listsAsBags: false));
    }
}
