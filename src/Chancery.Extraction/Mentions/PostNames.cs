using Chancery.Extraction.Gazetteers;

namespace Chancery.Extraction.Mentions;

/// <summary>A mission's name taken apart: its key for clustering, its name for people, its city and country where known.</summary>
internal sealed record PostName(string Key, string Name, string City, string Country, Post? Row);

/// <summary>Reads the many spellings of a mission's name: AMEMBASSY BUCHAREST, Embassy Bucharest, USMISSION GENEVA.</summary>
internal static class PostNames
{
    private static readonly (string Prefix, string Kind, string? Type)[] s_prefixes =
    [
        ("AMEMBASSY", "Embassy", "embassy"), ("AMERICAN EMBASSY", "Embassy", "embassy"), ("US EMBASSY", "Embassy", "embassy"),
        ("U.S. EMBASSY", "Embassy", "embassy"), ("EMBASSY", "Embassy", "embassy"),
        ("AMEMB", "Embassy", "embassy"), ("AMCONSULATE GENERAL", "Consulate", "consulate"), ("AMCONSULATE", "Consulate", "consulate"),
        ("AMCONSUL", "Consulate", "consulate"), ("AMCONGEN", "Consulate", "consulate"), ("CONSULATE GENERAL", "Consulate", "consulate"),
        ("CONSULATE", "Consulate", "consulate"), ("CONGEN", "Consulate", "consulate"), ("AMLEGATION", "Legation", null), ("LEGATION", "Legation", null),
        ("USMISSION", "US Mission", null), ("US MISSION", "US Mission", null), ("MISSION", "US Mission", null), ("USINT", "US Interests Section", null),
        ("US INTERESTS SECTION", "US Interests Section", null), ("AIT", "American Institute in Taiwan", null), ("USLO", "US Liaison Office", null), ("USDEL", "US Delegation", null),
        ("USOFFICE", "US Office", null), ("US OFFICE", "US Office", null), ("AMEMBASSY TO", "Embassy", "embassy"),
    ];

    private static readonly Dictionary<string, string> s_missions = new(StringComparer.Ordinal)
    {
        ["USEU BRUSSELS"] = "USEU Brussels", ["USEU"] = "USEU Brussels", ["USNATO"] = "US Mission NATO", ["USMISSION USNATO"] = "US Mission NATO",
        ["USUN NEW YORK"] = "USUN New York", ["USUN"] = "USUN New York", ["UNVIE VIENNA"] = "UNVIE Vienna", ["UNVIE"] = "UNVIE Vienna",
        ["USOSCE"] = "US Mission OSCE", ["USMISSION USOSCE"] = "US Mission OSCE", ["USMISSION UNVIE VIENNA"] = "UNVIE Vienna",
        ["USMISSION USUN NEW YORK"] = "USUN New York", ["USDEL"] = "US Delegation", ["USAU"] = "US Mission African Union",
        ["USMISSION USEU BRUSSELS"] = "USEU Brussels", ["USMISSION UNESCO PARIS"] = "US Mission UNESCO Paris", ["USMISSION UN ROME"] = "US Mission UN Rome",
    };

    public static PostName? Parse(string? text, Gazetteer gazetteer, int year)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        string name = string.Join(' ', Text.Folding.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (s_missions.TryGetValue(name, out string? mission) || name is "USDEL SECRETARY" && s_missions.TryGetValue("USDEL", out mission))
        {
            return new PostName("post:" + mission, mission, "", "", null);
        }

        foreach ((string prefix, string kind, string? type) in s_prefixes)
        {
            if (name.StartsWith(prefix + " ", StringComparison.Ordinal))
            {
                string rest = name[(prefix.Length + 1)..];
                if (rest.StartsWith("IN ", StringComparison.Ordinal) || rest.StartsWith("TO ", StringComparison.Ordinal))
                {
                    string country = rest[3..].StartsWith("THE ", StringComparison.Ordinal) ? rest[7..] : rest[3..];
                    return (EmbassyTo(country, gazetteer, year) is { } embassy ? kind == "Embassy" ? embassy : embassy with { Key = $"post:{kind}/{embassy.City}", Name = $"{kind} {embassy.City}" } : null) ?? new PostName($"post:{kind}/{country}", $"{kind} in {TitleCase(country)}", "", TitleCase(country), null);
                }

                return Named(kind, type, rest, gazetteer, year);
            }
        }

        return gazetteer.Posts.IsPostCity(name) && !name.Contains("WASH", StringComparison.Ordinal)
            ? Named(null, null, name, gazetteer, year)
            : null;
    }

    /// <summary>A city alone, as the classification line gives it.</summary>
    public static bool IsBareCity(string text) => !s_prefixes.Any(prefix => Text.Folding.Fold(text).StartsWith(prefix.Prefix + " ", StringComparison.Ordinal))
        && !s_missions.ContainsKey(Text.Folding.Fold(text)) && !Text.Folding.Fold(text).StartsWith("DELEGATION ", StringComparison.Ordinal);

    /// <summary>The American embassy to a country, named by the country.</summary>
    public static PostName? EmbassyTo(string country, Gazetteer gazetteer, int year)
    {
        string[] names = gazetteer.Country(country) is { } entry ? [entry.Name, country] : [country];
        Post? post = names.Select(name => gazetteer.Posts.EmbassyIn(name, year)).FirstOrDefault(found => found is not null);
        if (post is not null)
        {
            return new PostName("post:" + post.Id, post.Name, post.City, post.Country, post);
        }

        string? capital = Capital(Text.Folding.Fold(country), year);
        post = capital is null ? null : gazetteer.Posts.Find(capital, "embassy", year);
        return post is null ? null : new PostName("post:" + post.Id, post.Name, post.City, names[0] is "Soviet Union" or "USSR" ? post.Country : names[0], post);
    }

    /// <summary>Where states that are no more, or go by another name, had their capital.</summary>
    private static string? Capital(string country, int year) => country switch
    {
        "SOVIET UNION" or "USSR" => "Moscow",
        "YUGOSLAVIA" => "Belgrade",
        "CZECHOSLOVAKIA" => "Prague",
        "FEDERAL REPUBLIC OF GERMANY" or "WEST GERMANY" => year is > 1949 and < 1999 ? "Bonn" : "Berlin",
        "GERMAN DEMOCRATIC REPUBLIC" or "EAST GERMANY" => "Berlin",
        "UNITED ARAB REPUBLIC" => "Cairo",
        "REPUBLIC OF CHINA" or "FORMOSA" => "Taipei",
        "SOUTH VIETNAM" or "VIET-NAM" or "VIET NAM" or "REPUBLIC OF VIETNAM" => "Saigon",
        "BURMA" => "Rangoon",
        "CEYLON" => "Colombo",
        "PERSIA" => "Tehran",
        "SIAM" => "Bangkok",
        "RUMANIA" => "Bucharest",
        _ => null,
    };

    private static PostName? Named(string? kind, string? type, string city, Gazetteer gazetteer, int year)
    {
        city = city is "MEXICO" ? "MEXICO CITY" : city;
        Post? post = gazetteer.Posts.Find(city, type, year);
        if (post is null)
        {
            return kind is null ? null : new PostName($"post:{kind}/{city}", $"{kind} {TitleCase(city)}", TitleCase(city), "", null);
        }

        string name = kind is null ? post.Name : $"{kind} {post.City}";
        bool typed = type is null || post.Type.StartsWith(type, StringComparison.Ordinal);
        string key = kind is not ("Embassy" or "Consulate" or null) ? $"post:{kind}/{post.City}" : typed ? "post:" + post.Id : $"post:{kind}/{post.City}";
        return new PostName(key, name, post.City, post.Country, post);
    }

    public static string TitleCase(string text) => string.Join(' ', text.Split(' ').Select(word =>
        word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..].ToLowerInvariant()));
}
