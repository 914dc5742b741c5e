using System.Text;
using Chancery.Cypher.Syntax;
using Chancery.Graph;
using Xunit;

namespace Chancery.Cypher.Tests.Syntax;

public sealed class TckParsingTests
{
    [Fact]
    public void Every_statement_that_is_not_expected_to_fail_parses()
    {
        IReadOnlyList<TckStatement>? statements = TckStatements.ReadAll();
        if (statements is null)
        {
            Assert.Skip("The openCypher TCK is not beside this checkout.");
        }

        StringBuilder failures = new();
        foreach (TckStatement statement in statements.Where(s => s.ErrorPhase != "compile time"))
        {
            try
            {
                Parser.Parse(statement.Text);
            }
            catch (GraphException e)
            {
                failures.AppendLine(statement.Scenario).AppendLine(e.Message);
            }
        }

        Assert.True(failures.Length == 0, failures.ToString());
        Assert.True(statements.Count > 4000, $"Only {statements.Count} statements were found.");
    }
}
