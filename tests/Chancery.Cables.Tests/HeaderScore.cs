using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Chancery.Cables.Tests;

/// <summary>Compares a parsed header with a gold header field by field, after the normalisation that the gold's own scorer applies.</summary>
internal static partial class HeaderScore
{
    private static readonly Dictionary<string, string> Capitals = new()
    {
        ["soviet union"] = "moscow", ["ussr"] = "moscow", ["russia"] = "moscow", ["france"] = "paris", ["united kingdom"] = "london", ["great britain"] = "london", ["yugoslavia"] = "belgrade",
        ["denmark"] = "copenhagen", ["romania"] = "bucharest", ["rumania"] = "bucharest", ["sweden"] = "stockholm", ["germany"] = "berlin", ["italy"] = "rome", ["spain"] = "madrid", ["brazil"] = "brasilia",
        ["argentina"] = "buenos aires", ["iran"] = "tehran", ["turkey"] = "ankara", ["israel"] = "tel aviv",
    };

    private static readonly HashSet<string> Generic =
    [
        .. "american amembassy embassy amconsul consulate consul general legation amlegation mission usmission us u s the in of to from and for american united states post washdc washington delegation".Split(' '),
    ];

    /// <summary>Each scored field and whether it agrees; fields that the gold calls external are not in the text and not scored.</summary>
    public static IReadOnlyList<(string Field, bool Agrees, string Gold, string Found)> Compare(JsonElement gold, CableHeader header)
    {
        string Gold(string name) => gold.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        HashSet<string> GoldSet(string name, Func<string, string> normal) => [.. gold.GetProperty(name).EnumerateArray().Select(value => normal(value.GetString()!))];
        HashSet<string> external = gold.TryGetProperty("external", out JsonElement list) ? [.. list.EnumerateArray().Select(value => value.GetString()!)] : [];

        HashSet<string> goldTags = GoldSet("tags", Tag);
        HashSet<string> tags = [.. header.Tags.Select(tag => Tag(tag.Value))];
        HashSet<string> goldReferences = GoldSet("references", Reference);
        HashSet<string> references = [.. header.ReferencesAsWritten.Select(Reference)];
        string reference = header.Reference?.Value ?? "", date = header.Date?.Value.ToString() ?? "", origin = header.Origin?.Value ?? "";
        string classification = header.Classification?.Value ?? "", subject = header.Subject?.Value ?? "", signer = header.Signer?.Value ?? "";
        List<(string, bool, string, string)> all =
        [
            ("reference", SameReference(Gold("reference"), reference), Gold("reference"), reference),
            ("date", Day(Gold("date")) == Day(date), Gold("date"), date),
            ("origin_post", SameOrigin(Gold("origin_post"), origin), Gold("origin_post"), origin),
            ("classification", Level(Gold("classification")) == Level(classification), Gold("classification"), classification),
            ("tags", goldTags.SetEquals(tags), string.Join(' ', goldTags), string.Join(' ', tags)),
            ("subject", Letters(Gold("subject")) == Letters(subject), Gold("subject"), subject),
            ("references", goldReferences.SetEquals(references), string.Join(' ', goldReferences), string.Join(' ', references)),
            ("signer", LastWord(Gold("signer")) == LastWord(signer), Gold("signer"), signer),
        ];
        return [.. all.Where(field => !external.Contains(field.Item1))];
    }

    private static string Words(string text) => NotWord().Replace(text.ToLowerInvariant(), " ").Trim();

    private static string Letters(string text) => NotWord().Replace(text.ToLowerInvariant(), "");

    private static string LastWord(string text) => Words(text).Split(' ')[^1];

    private static string Tag(string text) => Space().Replace(text, "").ToUpperInvariant();

    private static string Day(string text) => text.Length >= 10 ? text[..10] : text;

    private static string Reference(string text)
    {
        string letters = NotLetter().Replace(text, "").ToUpperInvariant();
        Match match = Number().Match(letters);
        return match.Success ? match.Groups[1].Value + match.Groups[2].Value : letters;
    }

    private static bool SameReference(string gold, string found)
    {
        if (Reference(gold) == Reference(found))
        {
            return true;
        }

        if (Regex.IsMatch(gold.Replace(" ", "", StringComparison.Ordinal), @"^\d\d[A-Z]"))
        {
            return false;
        }

        // FRUS: the same number, and words that do not contradict.
        (string goldNumber, HashSet<string> goldWords) = Split(gold);
        (string number, HashSet<string> words) = Split(found);
        return goldNumber.Length > 0 && goldNumber == number && (goldWords.Count == 0 || words.Count == 0 || goldWords.IsSubsetOf(words) || words.IsSubsetOf(goldWords));

        static (string, HashSet<string>) Split(string text) =>
            (Regex.Match(text, @"\d+").Value, [.. Words(text).Split(' ').Where(word => word.Length > 0 && word.All(char.IsLetter) && word is not ("to" or "telegram" or "no" or "from"))]);
    }

    private static bool SameOrigin(string gold, string found)
    {
        HashSet<string> a = Origin(gold), b = Origin(found);
        return a.SetEquals(b) || (a.Count > 0 && b.Count > 0 && (a.IsSubsetOf(b) || b.IsSubsetOf(a)));
    }

    private static HashSet<string> Origin(string text)
    {
        string words = Words(text);
        if (Regex.IsMatch(words, "department of state|secretary of state|secstate|^dept of state|^state$|^state department$|^department$"))
        {
            return ["@department"];
        }

        foreach ((string country, string capital) in Capitals)
        {
            words = Regex.Replace(words, $@"\b{country}\b", capital);
        }

        return [.. words.Split(' ').Where(word => word.Length > 0 && !Generic.Contains(word)).Select(word => word switch { "useu" => "eu", "usun" or "unations" => "un", _ => word })];
    }

    private static string Level(string text)
    {
        string upper = text.ToUpper(CultureInfo.InvariantCulture);
        foreach ((string key, string level) in ((string, string)[])
        [
            ("TOP SECRET", "TOP SECRET"), ("SECRET", "SECRET"), ("CONFIDENTIAL", "CONFIDENTIAL"), ("LIMITED OFFICIAL USE", "LOU"), ("FOR OFFICIAL USE ONLY", "FOUO"), ("FOUO", "FOUO"), ("SENSITIVE BUT", "FOUO"), ("UNCLAS", "UNCLASSIFIED"),
        ])
        {
            if (upper.Contains(key, StringComparison.Ordinal))
            {
                return level;
            }
        }

        return upper.Trim();
    }

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotWord();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex("[^A-Za-z0-9]")]
    private static partial Regex NotLetter();

    [GeneratedRegex("^(.*?[A-Z])?0*([0-9]+)$")]
    private static partial Regex Number();
}
