using Xunit;

namespace Chancery.Cypher.Tests.Syntax;

public sealed class CypherScriptTests
{
    [Theory]
    [InlineData("RETURN 1; RETURN 2", "RETURN 1|RETURN 2")]
    [InlineData("RETURN 1;", "RETURN 1")]
    [InlineData(" ;; \n;", "")]
    [InlineData("// first\nRETURN 1; // second; still\nRETURN 2 /* ; */ ;", "RETURN 1|RETURN 2")]
    [InlineData("RETURN ';', \"a;b\", `c;d`; RETURN 'it\\';s'", "RETURN ';', \"a;b\", `c;d`|RETURN 'it\\';s'")]
    [InlineData("CALL { RETURN 1 AS x }\nRETURN x;\nMATCH (n)\nRETURN n", "CALL { RETURN 1 AS x }\nRETURN x|MATCH (n)\nRETURN n")]
    [InlineData("RETURN 'open; RETURN 2", "RETURN 'open; RETURN 2")]
    public void A_script_is_cut_at_its_semicolons(string script, string expected) =>
        Assert.Equal(expected, string.Join('|', CypherScript.Split(script).Select(statement => statement.Text)));

    [Fact]
    public void Each_statement_knows_its_line() =>
        Assert.Equal([1, 4], CypherScript.Split("RETURN 1;\n\n// the next\nRETURN 2").Select(statement => statement.Line));
}
