using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Chancery.Ingestion.Library;

/// <summary>A numbered change of the schema: <c>V001__constraints</c>.</summary>
/// <param name="Checksum">SHA-256 of its text with line ends as \n, in hexadecimal.</param>
public sealed partial record Migration(int Version, string Name, string Checksum, IReadOnlyList<string> Statements)
{
    internal static Migration Parse(string file, string text)
    {
        Match name = FileName().Match(file);
        if (!name.Success)
        {
            throw new FormatException($"cypher/schema/{file}.cypher: a migration is named V<number>__<name>.");
        }

        string normal = text.ReplaceLineEndings("\n");
        return new Migration(
            int.Parse(name.Groups[1].Value, CultureInfo.InvariantCulture),
            name.Groups[2].Value,
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(normal))),
            [.. StatementEnd().Split(normal).Select(statement => statement.Trim()).Where(statement => statement.Length > 0)]);
    }

    [GeneratedRegex(@"^V(\d+)__(\w+)$")]
    private static partial Regex FileName();

    [GeneratedRegex(@";[ \t]*(?:\n|$)")]
    private static partial Regex StatementEnd();
}
