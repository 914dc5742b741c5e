using System.Text;
using Chancery.Cypher.Expressions;
using Chancery.Graph;

namespace Chancery.Cypher.Functions;

/// <summary>Lengths and places count UTF-16 code units, as Neo4j's do.</summary>
internal static class StringFunctions
{
    public static IEnumerable<Function> Rows =>
    [
        new("btrim", static (a, _) => Trim("btrim", a, atStart: true, atEnd: true)),
        new("char_length", static (a, _) => Arguments.Text("char_length", a[0]).Length),
        new("character_length", static (a, _) => Arguments.Text("character_length", a[0]).Length),
        new("left", static (a, _) => Left(Arguments.Text("left", a[0]), Arguments.Count("left", a[1]))),
        new("lower", static (a, _) => Arguments.Text("lower", a[0]).ToLowerInvariant()),
        new("ltrim", static (a, _) => Trim("ltrim", a, atStart: true, atEnd: false)),
        new("normalize", static (a, _) => Normalize(a)),
        new("replace", static (a, _) => Replace(a)),
        new("right", static (a, _) => Right(Arguments.Text("right", a[0]), Arguments.Count("right", a[1]))),
        new("rtrim", static (a, _) => Trim("rtrim", a, atStart: false, atEnd: true)),
        new("split", static (a, _) => Split(Arguments.Text("split", a[0]), a[1])),
        new("substring", static (a, _) => Substring(a)),
        new("toLower", static (a, _) => Arguments.Text("toLower", a[0]).ToLowerInvariant()),
        new("toUpper", static (a, _) => Arguments.Text("toUpper", a[0]).ToUpperInvariant()),
        new("trim", static (a, _) => Trim("trim", a, atStart: true, atEnd: true)),
        new("upper", static (a, _) => Arguments.Text("upper", a[0]).ToUpperInvariant()),
    ];

    /// <summary>Code points turn round; a surrogate pair stays whole.</summary>
    public static Value Reverse(string text)
    {
        StringBuilder reversed = new(text.Length);
        for (int end = text.Length; end > 0;)
        {
            int length = end > 1 && char.IsSurrogatePair(text[end - 2], text[end - 1]) ? 2 : 1;
            reversed.Append(text, end - length, length);
            end -= length;
        }

        return reversed.ToString();
    }

    /// <summary>The form that NFC, NFD, NFKC or NFKD names.</summary>
    public static NormalizationForm Form(string name) => name.ToUpperInvariant() switch
    {
        "NFC" => NormalizationForm.FormC,
        "NFD" => NormalizationForm.FormD,
        "NFKC" => NormalizationForm.FormKC,
        "NFKD" => NormalizationForm.FormKD,
        _ => throw ExpressionErrors.ArgumentError($"'{name}' is no normal form; there are NFC, NFD, NFKC and NFKD.", "InvalidArgumentValue"),
    };

    private static string Left(string text, int length) => length < text.Length ? text[..length] : text;

    private static string Right(string text, int length) => length < text.Length ? text[^length..] : text;

    private static Value Normalize(ReadOnlySpan<Value> arguments)
    {
        string text = Arguments.Text("normalize", arguments[0]);
        return UnicodeForms.Normalize(text, arguments.Length > 1 ? Form(Arguments.Text("normalize", arguments[1])) : NormalizationForm.FormC);
    }

    private static Value Replace(ReadOnlySpan<Value> arguments)
    {
        string text = Arguments.Text("replace", arguments[0]);
        string search = Arguments.Text("replace", arguments[1]);
        string replacement = Arguments.Text("replace", arguments[2]);
        if (search.Length > 0)
        {
            return text.Replace(search, replacement, StringComparison.Ordinal);
        }

        // The empty text stands before each character and at the end.
        return replacement + string.Concat(text.Select(c => c + replacement));
    }

    private static Value Split(string text, Value delimiters)
    {
        string[] separators = delimiters.Kind == ValueKind.List
            ? Array.ConvertAll(delimiters.AsList(), item => Arguments.Text("split", item))
            : [Arguments.Text("split", delimiters)];
        if (text.Length > 0 && separators.Contains(""))
        {
            return text.Select(c => Value.String(c.ToString())).ToArray();
        }

        return Array.ConvertAll(text.Split(separators, StringSplitOptions.None), Value.String);
    }

    private static Value Substring(ReadOnlySpan<Value> arguments)
    {
        string text = Arguments.Text("substring", arguments[0]);
        int start = Arguments.Count("substring", arguments[1]);
        int length = arguments.Length > 2 ? Arguments.Count("substring", arguments[2]) : int.MaxValue;
        return start >= text.Length ? "" : text.Substring(start, Math.Min(length, text.Length - start));
    }

    private static Value Trim(string function, ReadOnlySpan<Value> arguments, bool atStart, bool atEnd)
    {
        string text = Arguments.Text(function, arguments[0]);
        string? characters = arguments.Length > 1 ? Arguments.Text(function, arguments[1]) : null;
        int start = 0;
        int end = text.Length;
        while (atStart && start < end && IsTrimmed(text[start]))
        {
            start++;
        }

        while (atEnd && end > start && IsTrimmed(text[end - 1]))
        {
            end--;
        }

        return text[start..end];

        bool IsTrimmed(char c) => characters?.Contains(c, StringComparison.Ordinal) ?? char.IsWhiteSpace(c);
    }
}
