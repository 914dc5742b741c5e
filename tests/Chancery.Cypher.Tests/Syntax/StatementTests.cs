using System.Text;
using Chancery.Cypher.Binding;
using Chancery.Cypher.Syntax;
using Chancery.Graph;
using Xunit;

namespace Chancery.Cypher.Tests.Syntax;

public sealed class StatementTests
{
    private static readonly BindingOptions s_options = new(new ProcedureCatalogue(
    [
        ProcedureSignature.Parse("db.labels() :: (label :: STRING)"),
        ProcedureSignature.Parse("test.optional(in :: INTEGER, other = 1 + 1 :: INTEGER) :: (out :: INTEGER)"),
    ]));

    [Fact]
    public void Every_statement_of_the_table_parses_and_binds()
    {
        StringBuilder failures = new();
        foreach (string statement in CaseTable.Read("statements.txt"))
        {
            try
            {
                Binder.Bind(statement, s_options);
            }
            catch (GraphException error)
            {
                failures.AppendLine(error.Message);
            }
        }

        Assert.True(failures.Length == 0, failures.ToString());
    }

    [Fact]
    public void What_is_printed_parses_to_the_same()
    {
        StringBuilder failures = new();
        foreach (string statement in CaseTable.Read("statements.txt").Concat(TckTexts()))
        {
            StatementSyntax syntax = Parser.Parse(statement);
            string printed = StatementPrinter.Print(syntax);
            string? fault = Differs(syntax, printed);
            if (fault is not null)
            {
                failures.AppendLine(statement).AppendLine(printed).AppendLine(fault);
            }
        }

        Assert.True(failures.Length == 0, failures.ToString());
    }

    [Fact]
    public void Every_error_of_the_table_is_reported_at_its_place()
    {
        StringBuilder failures = new();
        foreach ((string statement, string expected) in CaseTable.ReadPairs("errors.txt"))
        {
            string actual = Outcome(statement);
            if (!actual.StartsWith(expected, StringComparison.Ordinal))
            {
                failures.AppendLine(statement).AppendLine($"  expected {expected}").AppendLine($"  was      {actual.Split('\n')[0]}");
            }
        }

        Assert.True(failures.Length == 0, failures.ToString());
    }

    [Fact]
    public void An_error_shows_the_line_with_a_caret_under_the_place()
    {
        GraphException error = Assert.Throws<GraphException>(() => Binder.Bind("MATCH (name)\nWHERE name.age > 1\nRETURN nam.name", s_options));
        Assert.Equal("Neo.ClientError.Statement.SyntaxError", error.Code);
        Assert.Equal(
            "Variable `nam` not defined. Did you mean 'name'? (line 3, column 8 (offset: 39))\n\"RETURN nam.name\"\n        ^", error.Message);
    }

    [Fact]
    public void A_missing_parameter_is_named_before_anything_runs()
    {
        BoundStatement statement = Binder.Bind("MATCH (n) WHERE n.x = $x AND n.y = $y RETURN n LIMIT $x", s_options);
        Assert.Equal(["x", "y"], statement.Parameters.Select(p => p.Name));
        GraphException error = Assert.Throws<GraphException>(() => statement.RequireParameters(MapValue.Of(("x", 1L))));
        Assert.Equal("Neo.ClientError.Statement.ParameterMissing", error.Code);
        Assert.Equal("Expected parameter(s): y", error.Message);
    }

    private static IEnumerable<string> TckTexts() =>
        (TckStatements.ReadAll() ?? []).Where(s => s.ErrorPhase != "compile time").Select(s => s.Text).Distinct();

    private static string? Differs(StatementSyntax syntax, string printed)
    {
        try
        {
            return syntax.Equals(Parser.Parse(printed)) ? null : "Parses to something else.";
        }
        catch (GraphException error)
        {
            return error.Message;
        }
    }

    private static string Outcome(string statement)
    {
        try
        {
            Binder.Bind(statement, s_options);
            return "no error";
        }
        catch (GraphException error)
        {
            return $"{error.Position!.Value.Line}:{error.Position.Value.Column} {error.Detail} {error.Message}";
        }
    }
}
