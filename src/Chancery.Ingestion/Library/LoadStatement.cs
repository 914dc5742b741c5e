using System.Text.RegularExpressions;

namespace Chancery.Ingestion.Library;

/// <summary>
/// A statement of the loader. Cypher takes no label and no relationship type as a parameter; a file that needs one says
/// <c>// expand WORD: a, b, c</c> and stands for one statement per listed name.
/// </summary>
internal sealed partial record LoadStatement(string Name, string Text, IReadOnlyDictionary<string, string> Variants)
{
    public static LoadStatement Parse(string name, string text)
    {
        Match expand = Expand().Match(text);
        return expand.Success
            ? new LoadStatement(name, text, expand.Groups["names"].Value.Split(',', StringSplitOptions.TrimEntries)
                .ToDictionary(variant => variant, variant => text.Replace(expand.Groups["word"].Value, variant, StringComparison.Ordinal), StringComparer.Ordinal))
            : new LoadStatement(name, text, new Dictionary<string, string>());
    }

    /// <summary>The statement for one of the listed names.</summary>
    public string For(string variant) =>
        Variants.TryGetValue(variant, out string? text)
            ? text
            : throw new ArgumentException($"cypher/load/{Name}.cypher is not written for '{variant}'.", nameof(variant));

    [GeneratedRegex(@"^// expand (?<word>[A-Z_]+): (?<names>.+)$", RegexOptions.Multiline)]
    private static partial Regex Expand();
}
