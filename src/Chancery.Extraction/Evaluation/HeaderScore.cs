using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Chancery.Extraction.Evaluation;

/// <summary>Header fields compared by what they mean: dates by day, references by number, origins by city, subjects by letters.</summary>
internal static partial class HeaderScore
{
    private static readonly string[] s_months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static readonly (string Country, string City)[] s_capitals =
    [
        ("soviet union", "moscow"), ("ussr", "moscow"), ("russia", "moscow"), ("france", "paris"), ("united kingdom", "london"), ("great britain", "london"),
        ("yugoslavia", "belgrade"), ("denmark", "copenhagen"), ("romania", "bucharest"), ("rumania", "bucharest"), ("sweden", "stockholm"), ("germany", "berlin"),
        ("italy", "rome"), ("spain", "madrid"), ("brazil", "brasilia"), ("argentina", "buenos aires"), ("iran", "tehran"), ("turkey", "ankara"), ("israel", "tel aviv"),
    ];

    private static readonly HashSet<string> s_generic =
    [
        .. "american amembassy embassy amconsul consulate consul general legation amlegation mission usmission us u s the in of to from and for united states post washdc washington delegation".Split(' '),
    ];

    /// <summary>For each field that the gold has in the text: whether the system agrees.</summary>
    public static Dictionary<string, bool> Compare(JsonElement gold, JsonElement system)
    {
        string G(string name) => ScoredCable.Text(gold, name);
        string S(string name) => ScoredCable.Text(system, name);
        HashSet<string> Set(JsonElement header, string name, Func<string, string> normal) => [.. ScoredCable.Strings(header, name).Select(normal)];
        var fields = new Dictionary<string, bool>(StringComparer.Ordinal)
        {
            ["reference"] = SameReference(G("reference"), S("reference")),
            ["date"] = Date(G("date")) == Date(S("date")),
            ["origin"] = SameOrigin(G("origin_post"), S("origin")),
            ["classification"] = Classification(G("classification")) == Classification(S("classification")),
            ["tags"] = Set(gold, "tags", Tag).SetEquals(Set(system, "tags", Tag)),
            ["subject"] = Letters(G("subject")) == Letters(S("subject")),
            ["signer"] = Words(G("signer")).Split(' ')[^1] == Words(S("signer")).Split(' ')[^1],
            ["references"] = Set(gold, "references", Reference).SetEquals(Set(system, "references", Reference)),
        };
        foreach (string external in ScoredCable.Strings(gold, "external"))
        {
            fields.Remove(external == "origin_post" ? "origin" : external);
        }

        return fields;
    }

    public static string Words(string text) => NotLetters().Replace(text.ToLowerInvariant(), " ").Trim();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotLetters();

    private static string Letters(string text) => NotLetters().Replace(text.ToLowerInvariant(), "");

    private static string Tag(string tag) => string.Concat(tag.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();

    private static string Reference(string text)
    {
        string plain = string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        Match match = NumberAtEnd().Match(plain);
        return match.Success ? match.Groups[1].Value + match.Groups[2].Value : plain;
    }

    [GeneratedRegex("^(.*?[A-Z])?0*([0-9]+)$")]
    private static partial Regex NumberAtEnd();

    private static bool SameReference(string gold, string system)
    {
        if (Reference(gold) == Reference(system))
        {
            return true;
        }

        if (YearFirst().IsMatch(gold.Replace(" ", "", StringComparison.Ordinal)))
        {
            return false;
        }

        string number = Digits().Match(gold).Value;
        HashSet<string> first = ReferenceWords(gold);
        HashSet<string> second = ReferenceWords(system);
        return number.Length > 0 && number == Digits().Match(system).Value
            && (first.Count == 0 || second.Count == 0 || first.IsSubsetOf(second) || second.IsSubsetOf(first));
    }

    private static HashSet<string> ReferenceWords(string text) =>
        [.. Words(text).Split(' ').Where(word => word.Length > 0 && word.All(char.IsLetter) && word is not ("to" or "telegram" or "no" or "from"))];

    [GeneratedRegex("^[0-9][0-9][A-Z]")]
    private static partial Regex YearFirst();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();

    private static string Date(string text)
    {
        text = text.Trim();
        if (IsoDay().Match(text) is { Success: true } iso)
        {
            return iso.Value;
        }

        if (American().Match(text) is { Success: true } american)
        {
            return $"{american.Groups[3].Value}-{Two(american.Groups[1].Value)}-{Two(american.Groups[2].Value)}";
        }

        foreach ((Regex pattern, int day, int month, int year) in new[] { (Group(), 1, 2, 3), (MonthFirst(), 2, 1, 3), (DayFirst(), 1, 2, 3) })
        {
            Match match = pattern.Match(text);
            int number = match.Success ? Array.IndexOf(s_months, match.Groups[month].Value.ToLowerInvariant()) + 1 : 0;
            if (number > 0)
            {
                return $"{Year(match.Groups[year].Value):D4}-{number:D2}-{Two(match.Groups[day].Value)}";
            }
        }

        return text.ToLowerInvariant();
    }

    private static string Two(string number) => int.Parse(number, CultureInfo.InvariantCulture).ToString("D2", CultureInfo.InvariantCulture);

    private static int Year(string text)
    {
        int year = int.Parse(text, CultureInfo.InvariantCulture);
        return year > 99 ? year : year >= 40 ? 1900 + year : 2000 + year;
    }

    [GeneratedRegex(@"\b[0-9]{4}-[0-9]{2}-[0-9]{2}")]
    private static partial Regex IsoDay();

    [GeneratedRegex(@"\b([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")]
    private static partial Regex American();

    [GeneratedRegex(@"\b([0-9]{2})[0-9]{4}Z\b.*?\b([A-Za-z]{3})[a-z]*\b\.?\s*([0-9]{2,4})\b")]
    private static partial Regex Group();

    [GeneratedRegex(@"\b([A-Za-z]{3})[a-z]*\.?\s+([0-9]{1,2}),?\s+([0-9]{4})")]
    private static partial Regex MonthFirst();

    [GeneratedRegex(@"\b([0-9]{1,2})\s+([A-Za-z]{3})[a-z]*\.?,?\s+([0-9]{2,4})")]
    private static partial Regex DayFirst();

    private static bool SameOrigin(string gold, string system)
    {
        HashSet<string> first = Origin(gold);
        HashSet<string> second = Origin(system);
        return first.SetEquals(second) || (first.Count > 0 && second.Count > 0 && (first.IsSubsetOf(second) || second.IsSubsetOf(first)));
    }

    private static HashSet<string> Origin(string text)
    {
        string words = Words(text);
        if (Department().IsMatch(words))
        {
            return ["@department"];
        }

        var built = new StringBuilder(" " + words + " ");
        foreach ((string country, string city) in s_capitals)
        {
            built.Replace($" {country} ", $" {city} ");
        }

        return [.. built.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !s_generic.Contains(word))
            .Select(word => word is "useu" ? "eu" : word is "usun" or "unations" ? "un" : word)];
    }

    [GeneratedRegex("department of state|secretary of state|secstate|^dept of state|^state$|^state department$|^department$")]
    private static partial Regex Department();

    private static string Classification(string text)
    {
        string upper = text.ToUpperInvariant();
        foreach ((string word, string level) in new[]
        {
            ("TOP SECRET", "TOP SECRET"), ("SECRET", "SECRET"), ("CONFIDENTIAL", "CONFIDENTIAL"), ("LIMITED OFFICIAL USE", "LOU"),
            ("FOR OFFICIAL USE ONLY", "FOUO"), ("FOUO", "FOUO"), ("SENSITIVE BUT", "FOUO"), ("UNCLAS", "UNCLASSIFIED"),
        })
        {
            if (upper.Contains(word, StringComparison.Ordinal))
            {
                return level;
            }
        }

        return upper.Trim();
    }
}
