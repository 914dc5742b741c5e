using System.Globalization;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Gazetteers;

[Flags]
internal enum EntryKind : ushort
{
    None = 0,
    Country = 1,
    City = 2,
    Region = 4,
    Organization = 8,
    Office = 16,
    Demonym = 32,

    /// <summary>An abbreviation for an office that people hold: DCM, RSO, Poloff.</summary>
    PositionWord = 64,
    PostWord = 128,

    /// <summary>A treaty, programme or series: named, but no entity of ours.</summary>
    Excluded = 256,

    /// <summary>An acronym or code, which must stand in capitals.</summary>
    Acronym = 512,

    /// <summary>A place of less than 200,000 people: its name alone is weak evidence.</summary>
    Small = 1024,
}

/// <summary>A row of the tables.</summary>
internal sealed record GazetteerEntry(EntryKind Kind, string Id, string Name)
{
    public string? Acronym { get; init; }

    public string? Iso { get; init; }

    public string? Latitude { get; init; }

    public string? Longitude { get; init; }

    /// <summary>For a city its country's id; for a country its capital; for a demonym the country's id.</summary>
    public string? Related { get; init; }

    public int Population { get; init; }

    /// <summary>An abbreviation read off lists in volumes of telegrams: good evidence in mixed case, weak in capitals.</summary>
    public bool Passing { get; init; }

    /// <summary>Listed in few volumes: a body, but another cable may mean another by it.</summary>
    public bool Ambiguous { get; init; }
}

/// <summary>A name found in the text: the longest that begins at its first token.</summary>
internal readonly record struct GazetteerMatch(int Length, GazetteerEntry Entry, EntryKind Kinds);

/// <summary>The known names, found by the folded words of a text.</summary>
internal sealed partial class Gazetteer
{
    private readonly PhraseIndex _phrases = new();
    private readonly Dictionary<string, GazetteerEntry> _countries = new(StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, GazetteerEntry> _organizations = new(StringComparer.Ordinal);

    private Gazetteer()
    {
    }

    // Lazy, so that loading waits for its parts outside a type's initialization.
    private static readonly Lazy<Gazetteer> s_default = new(Load);

    public static Gazetteer Default => s_default.Value;

    public WordSets Words { get; private set; } = null!;

    public WordGroups Groups { get; private set; } = null!;

    public Posts Posts { get; private set; } = null!;

    public Appointments Appointments { get; private set; } = null!;

    public GazetteerMatch? Match(ReadOnlySpan<Token> tokens, int start) => _phrases.Match(tokens, start);

    public GazetteerEntry? Find(string phrase)
    {
        Token[] tokens = Tokenizer.Tokenize(phrase);
        return tokens.Length > 0 && _phrases.Match(tokens, 0) is { } match && match.Length == tokens.Length ? match.Entry : null;
    }

    /// <summary>The body whose content words (<see cref="Coreference.Linking.Content"/>) are these.</summary>
    public GazetteerEntry? Organization(string content) => content.Length > 0 ? _organizations.GetValueOrDefault(content) : null;

    /// <summary>The country with this id, name or alias.</summary>
    public GazetteerEntry? Country(string idOrName) => _countries.GetValueOrDefault(idOrName);

    private static Gazetteer Load()
    {
        // Side by side: a cold start waits for this.
        Task<(WordSets, WordGroups)> words = Task.Run(LoadWords);
        Task<(Posts, Appointments)> missions = Task.Run(() => (Posts.Load(), Appointments.Load()));
        var gazetteer = new Gazetteer();
        gazetteer.AddPlaces();
        gazetteer.AddCountries();
        gazetteer.AddCities();
        gazetteer.AddOrganizations("agencies.tsv");
        gazetteer.AddOrganizations("organizations.tsv");
        gazetteer.AddOffices();
        gazetteer.AddAbbreviations();
        (gazetteer.Words, gazetteer.Groups) = words.GetAwaiter().GetResult();
        (gazetteer.Posts, gazetteer.Appointments) = missions.GetAwaiter().GetResult();
        return gazetteer;
    }

    private static (WordSets Words, WordGroups Groups) LoadWords() =>
        (WordSets.Read(Carried.Bytes("gazetteer/words.bin")), WordGroups.Read(Carried.Bytes("gazetteer/clusters.bin")));

    internal static IEnumerable<string[]> Rows(string name)
    {
        using var reader = new StreamReader(Carried.Open("gazetteer/" + name));
        while (reader.ReadLine() is string line)
        {
            if (line.Length > 0)
            {
                yield return line.Split('\t');
            }
        }
    }

    private void AddPlaces()
    {
        foreach (string[] row in Rows("places.tsv"))
        {
            EntryKind kind = row[3] == "country" ? EntryKind.Country : row[3] == "city" ? EntryKind.City : EntryKind.Region;
            string? iso = kind == EntryKind.Country && row[0].Length == 2 ? row[0] : null;
            string id = row[0].Contains(':', StringComparison.Ordinal) ? "place:" + row[0].Split(':')[1] : "place:" + row[0];
            Add(new GazetteerEntry(kind, id, row[1]) { Iso = iso }, row[2]);
        }
    }

    private void AddCountries()
    {
        foreach (string[] row in Rows("countries.tsv"))
        {
            if (_countries.TryGetValue(row[1], out GazetteerEntry? known))
            {
                Add(known, row[2]);
                AddDemonyms(known, row[3]);
                continue;
            }

            string id = "place:" + row[0];
            string? iso = row[0].Length == 2 ? row[0] : null;
            EntryKind kind = EntryKind.Country;
            var entry = new GazetteerEntry(kind, id, row[1]) { Iso = iso, Related = row[4] };
            Add(entry, row[2]);
            AddDemonyms(entry, row[3]);
        }

        foreach ((string demonym, string country) in new[]
        {
            ("Soviet", "Soviet Union"), ("Soviets", "Soviet Union"), ("Rumanian", "Romania"), ("Argentinian", "Argentina"), ("Congolese", "Democratic Republic of the Congo"),
            ("Yugoslav", "Yugoslavia"), ("Czechoslovak", "Czechoslovakia"), ("Palestinian", "Palestine"), ("Kosovar", "Kosovo"), ("English", "England"),
            ("Scottish", "Scotland"), ("Turkish", "Turkey"), ("Burmese", "Burma"), ("Dutch", "Netherlands"), ("Lao", "Laos"), ("Chicom", "China"),
        })
        {
            if (Country(country) is { } entry)
            {
                AddDemonyms(entry, demonym);
            }
        }
    }

    private void AddDemonyms(GazetteerEntry country, string demonyms)
    {
        foreach (string demonym in demonyms.Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            var entry = new GazetteerEntry(EntryKind.Demonym, country.Id, country.Name) { Iso = country.Iso, Related = country.Id };
            _phrases.Add(demonym, entry, EntryKind.Demonym);
            if (!demonym.EndsWith('s') && !demonym.EndsWith("ese", StringComparison.Ordinal) && !demonym.EndsWith("ish", StringComparison.Ordinal))
            {
                _phrases.Add(demonym + "s", entry, EntryKind.Demonym);
            }
        }
    }

    private void AddCities()
    {
        foreach (string[] row in Rows("cities.tsv"))
        {
            int population = int.Parse(row[4], CultureInfo.InvariantCulture);
            EntryKind kind = population is >= 200_000 or 1 ? EntryKind.City : EntryKind.City | EntryKind.Small;
            string iso = row[1].Length == 2 ? row[1] : "";
            var entry = new GazetteerEntry(kind, $"place:{row[1]}/{row[0]}", row[0])
            {
                Iso = iso.Length > 0 ? iso : null,
                Latitude = row[2].Length > 0 ? row[2] : null,
                Longitude = row[3].Length > 0 ? row[3] : null,
                Related = row[1],
                Population = population,
            };
            _phrases.Add(row[0], entry, kind);
            if (row[0].EndsWith(" City", StringComparison.Ordinal) && population > 1_000_000)
            {
                _phrases.Add(row[0][..^5], entry, kind);
            }
        }
    }

    private void AddOrganizations(string table)
    {
        foreach (string[] row in Rows(table))
        {
            string? acronym = row[2].Length > 0 ? row[2] : null;
            var entry = new GazetteerEntry(EntryKind.Organization, row[0], row[1]) { Acronym = acronym };
            _organizations.TryAdd(Coreference.Linking.Content(row[1]), entry);
            _phrases.Add(row[1], entry, EntryKind.Organization);
            if (acronym is not null)
            {
                _phrases.Add(acronym, entry, EntryKind.Organization | EntryKind.Acronym);
            }

            foreach (string alias in row[3].Split('|', StringSplitOptions.RemoveEmptyEntries))
            {
                bool code = alias.All(c => !char.IsLower(c)) && !alias.Contains(' ', StringComparison.Ordinal);
                _phrases.Add(alias, entry, code ? EntryKind.Organization | EntryKind.Acronym : EntryKind.Organization);
            }
        }
    }

    private void AddOffices()
    {
        foreach (string[] row in Rows("offices.tsv"))
        {
            var entry = new GazetteerEntry(EntryKind.Office, "org:US-State/" + row[0], row[1]) { Acronym = row[0], Related = "org:US-State" };
            _phrases.Add(row[1], entry, EntryKind.Office);
            if (row[1].StartsWith("Bureau of ", StringComparison.Ordinal) && row[1].Count(c => c == ' ') > 4)
            {
                _phrases.Add(row[1]["Bureau of ".Length..], entry, EntryKind.Office);
            }

            if (row[0].Length > 2 || row[0].Contains('/', StringComparison.Ordinal))
            {
                _phrases.Add(row[0], entry, EntryKind.Office | EntryKind.Acronym);
            }

            _offices.TryAdd(row[0], entry);
        }
    }

    private readonly Dictionary<string, GazetteerEntry> _offices = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The bureau of the Department of State with this code.</summary>
    public GazetteerEntry? Office(string code) => _offices.GetValueOrDefault(code);

    private void AddAbbreviations()
    {
        foreach (string[] row in Rows("abbreviations.tsv"))
        {
            EntryKind kind = row[2] switch
            {
                "ORG" => EntryKind.Organization,
                "POSITION" => EntryKind.PositionWord,
                "POST" => EntryKind.PostWord,
                "LOC" => EntryKind.Region,
                _ => EntryKind.Excluded,
            };
            if (row[0].Length < 3)
            {
                continue;
            }

            var entry = new GazetteerEntry(kind, kind == EntryKind.Organization ? "org:" + row[0] : "abbr:" + row[0], row[1]) { Acronym = row[0], Passing = true, Ambiguous = int.Parse(row[3], CultureInfo.InvariantCulture) < 8 };
            _phrases.Add(row[0], entry, kind | EntryKind.Acronym);
        }
    }

    private void Add(GazetteerEntry entry, string aliases)
    {
        foreach (string name in aliases.Split('|', StringSplitOptions.RemoveEmptyEntries).Prepend(entry.Name))
        {
            bool code = name.Length <= 5 && name.All(c => !char.IsLower(c));
            _phrases.Add(name, entry, code ? entry.Kind | EntryKind.Acronym : entry.Kind);
            if (entry.Kind == EntryKind.Country)
            {
                _countries.TryAdd(name, entry);
                _countries.TryAdd(entry.Id["place:".Length..], entry);
            }
        }
    }
}
