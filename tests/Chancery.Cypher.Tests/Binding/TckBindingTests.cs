using System.Text;
using Chancery.Cypher.Binding;
using Chancery.Cypher.Tests.Syntax;
using Chancery.Graph;
using Xunit;

namespace Chancery.Cypher.Tests.Binding;

public sealed class TckBindingTests
{
    private static readonly ProcedureSignature[] s_ownProcedures = [ProcedureSignature.Parse("db.labels() :: (label :: STRING)")];

    [Fact]
    public void Every_statement_that_is_not_expected_to_fail_binds()
    {
        StringBuilder failures = new();
        foreach (TckStatement statement in Statements().Where(s => s.ErrorPhase is not ("compile time" or "any time")))
        {
            if (Bind(statement) is { } error)
            {
                failures.AppendLine(statement.Scenario).AppendLine(error.Message);
            }
        }

        Assert.True(failures.Length == 0, failures.ToString());
    }

    [Fact]
    public void Every_statement_that_is_expected_to_fail_at_compile_time_fails_so()
    {
        StringBuilder failures = new();
        int count = 0;
        foreach (TckStatement statement in Statements().Where(s => s.ErrorPhase == "compile time"))
        {
            count++;
            GraphException? error = Bind(statement);
            if (error is null || error.Kind != statement.ErrorKind || error.Detail != statement.ErrorDetail || !error.AtCompileTime || error.Position is null)
            {
                failures.AppendLine($"{statement.Scenario}: expected {statement.ErrorKind} {statement.ErrorDetail}");
                failures.AppendLine(error is null ? $"no error: {statement.Text}" : $"{error.Kind} {error.Detail}: {error.Message}");
            }
        }

        Assert.True(failures.Length == 0, failures.ToString());
        Assert.True(count > 400, $"Only {count} statements were found.");
    }

    private static IReadOnlyList<TckStatement> Statements()
    {
        IReadOnlyList<TckStatement>? statements = TckStatements.ReadAll();
        if (statements is null)
        {
            Assert.Skip("The openCypher TCK is not beside this checkout.");
        }

        return statements;
    }

    private static GraphException? Bind(TckStatement statement)
    {
        ProcedureCatalogue procedures = new([.. s_ownProcedures, .. statement.Procedures.Select(p => ProcedureSignature.Parse(p))]);
        try
        {
            BoundStatement bound = Binder.Bind(statement.Text, new BindingOptions(procedures));
            if (statement.ErrorKind == "ParameterMissing")
            {
                bound.RequireParameters(MapValue.Empty);
            }

            return null;
        }
        catch (GraphException error)
        {
            return error;
        }
    }
}
