using System.Globalization;

namespace Chancery.Extraction.Gazetteers;

/// <summary>A diplomatic or consular post of the United States.</summary>
/// <param name="Since">The year from which it is listed; <paramref name="Until"/> 9999 where it stands.</param>
internal sealed record Post(string Id, string City, string Country, string Type, int Since, int Until)
{
    public string Name => Type switch
    {
        "embassy" => "Embassy " + City,
        "consulate-general" or "consulate" => "Consulate " + City,
        _ => "Mission " + City,
    };
}

/// <summary>Posts by city and type, at a date.</summary>
internal sealed class Posts
{
    private readonly Dictionary<string, List<Post>> _byCity = new(StringComparer.OrdinalIgnoreCase);

    public static Posts Load()
    {
        var posts = new Posts();
        foreach (string[] row in Gazetteer.Rows("posts.tsv"))
        {
            int since = Year(row[4], 0);
            int until = Year(row[5], 9999);
            string key = Key(row[1]);
            if (!posts._byCity.TryGetValue(key, out List<Post>? list))
            {
                posts._byCity[key] = list = [];
            }

            list.Add(new Post(row[0], row[1], row[2], row[3], since, until));
        }

        return posts;
    }

    /// <summary>The post in a city, preferring one that stood at the year and is of the type asked for.</summary>
    public Post? Find(string city, string? type, int year)
    {
        if (!_byCity.TryGetValue(Key(city), out List<Post>? posts) && !_byCity.TryGetValue(Key(city + " City"), out posts))
        {
            return null;
        }

        return posts.OrderBy(post => type is null || post.Type.StartsWith(type, StringComparison.Ordinal) ? 0 : 1)
            .ThenBy(post => post.Since <= year && year <= post.Until ? 0 : 1)
            .ThenBy(post => post.Type == "embassy" ? 0 : post.Type == "consulate-general" ? 1 : 2)
            .First();
    }

    public bool IsPostCity(string city) => _byCity.ContainsKey(Key(city));

    /// <summary>The embassy in a country at a year.</summary>
    public Post? EmbassyIn(string country, int year) =>
        _byCity.Values.SelectMany(posts => posts)
            .Where(post => post.Type == "embassy" && string.Equals(post.Country, country, StringComparison.OrdinalIgnoreCase))
            .OrderBy(post => post.Since <= year && year <= post.Until ? 0 : 1).ThenBy(post => post.Id, StringComparer.Ordinal)
            .FirstOrDefault();

    private static int Year(string text, int unknown) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int year) ? year : unknown;

    private static string Key(string city) => Text.Folding.Fold(city.Replace("-", " ", StringComparison.Ordinal).Trim());
}
