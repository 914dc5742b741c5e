using System.Text.RegularExpressions;
using Chancery.Extraction;

namespace Chancery.Resolution;

/// <summary>
/// The keys of one cable's entities. A gazetteer's id where there is one; else type and normalised name, with what sets namesakes apart:
/// the body of a position, the country of a ministry, the office or post of a surname, and the cable itself where nothing else does.
/// </summary>
internal sealed partial class KeyTable
{
    private readonly CableExtraction _extraction;
    private readonly Dictionary<string, CableEntity> _entities;
    private readonly Dictionary<string, string> _keys = new(StringComparer.Ordinal);
    private readonly HashSet<string> _handles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> _explains = new(StringComparer.Ordinal);

    private KeyTable(CableExtraction extraction)
    {
        _extraction = extraction;
        _entities = extraction.Entities.ToDictionary(entity => entity.Id, StringComparer.Ordinal);
    }

    public string this[string entity] => _keys[entity];

    public bool IsHandle(string entity) => _handles.Contains(entity);

    public IReadOnlyList<string> Explains(string entity) => _explains.GetValueOrDefault(entity, []);

    public static KeyTable Of(CableExtraction extraction)
    {
        // Each kind leans on those before it: a position on its body, a person on positions and posts.
        KeyTable table = new(extraction);
        table.Give(EntityType.Place, entity => "place:" + Slug.Of(entity.Name));
        table.Give(EntityType.Post, entity => "post:" + PostSlug(entity.Name));
        table.Give(EntityType.Organization, table.OrganizationKey);
        table.Give(EntityType.Position, table.PositionKey);
        table.Give(EntityType.Person, table.PersonKey);
        return table;
    }

    private void Give(EntityType type, Func<CableEntity, string> key)
    {
        foreach (CableEntity entity in _extraction.Entities.Where(entity => entity.Type == type))
        {
            _keys[entity.Id] = entity.GazetteerId ?? key(entity);
            _explains[entity.Id] = type switch
            {
                EntityType.Organization => NameHandles(entity),
                EntityType.Person => SurnameHandles(entity),
                _ => [],
            };
        }
    }

    private static string PostSlug(string name) =>
        PostPrefix().Replace(Slug.Of(name), match => match.Groups[1].Value is "congen" ? "consulate-general-" : match.Groups[1].Value switch
        {
            "consul" => "consulate-",
            string kind => kind + "-",
        });

    private string OrganizationKey(CableEntity entity)
    {
        string slug = Slug.OfOrganization(entity.Name);
        if (GenericNames.IsGenericOrganization(slug) && !NamesPlace(entity))
        {
            return $"org:{slug}~{Country() ?? _extraction.Cable.Id}";
        }

        _handles.Add(entity.Id);
        return "org:" + slug;
    }

    private string PositionKey(CableEntity entity)
    {
        string slug = Slug.Of(Article().Replace(entity.Name, ""));
        string title = entity.Properties.TryGetValue("title", out string? stated) ? Slug.Of(stated) : slug;
        if (entity.Properties.GetValueOrDefault("acting") == "true" && !title.Contains("acting", StringComparison.Ordinal))
        {
            title = "acting-" + title;
        }

        string[] bodies = [.. Targets(entity.Id, "POSITION_IN").Where(_keys.ContainsKey).DistinctBy(body => _keys[body])];
        if (bodies.Length == 1 && _handles.Contains(bodies[0]))
        {
            _handles.Add(entity.Id);
        }

        return bodies.Length switch
        {
            1 => $"position:{title}@{_keys[bodies[0]]}",
            > 1 => $"position:{slug}",

            // "SECI Public Affairs Officer" names its body by itself; "Ambassador" alone may be anybody's.
            _ when title != slug => $"position:{slug}",
            _ => $"position:{slug}~{_extraction.Cable.Id}",
        };
    }

    private string PersonKey(CableEntity entity)
    {
        if (!IsSurnameOnly(entity))
        {
            return "person:" + Slug.Of(entity.Name);
        }

        string surname = Slug.Of(Surname(entity));
        string? anchor = Anchors(entity).FirstOrDefault();
        if (anchor is null)
        {
            return $"person:{surname}~{_extraction.Cable.Id}";
        }

        _handles.Add(entity.Id);
        return $"person:{surname}@{anchor}";
    }

    /// <summary>
    /// A gazetteer's body explains every full name and acronym by which the cable calls it; a long name explains its acronyms.
    /// </summary>
    private string[] NameHandles(CableEntity entity)
    {
        bool known = entity.GazetteerId is not null;
        if (!known && IsAcronym(entity.Name))
        {
            return [];
        }

        return [.. Surfaces(entity)
            .Where(surface => IsAcronym(surface) || (known && surface.Contains(' ', StringComparison.Ordinal)))
            .Select(Slug.OfOrganization)
            .Where(slug => !GenericNames.IsGenericOrganization(slug))
            .Select(slug => "org:" + slug)
            .Distinct()
            .Order(StringComparer.Ordinal)];
    }

    private IEnumerable<string> Surfaces(CableEntity entity) =>
        entity.Aliases.Append(entity.Name).Concat(_extraction.Mentions.Where(mention => mention.Entity == entity.Id).Select(mention => mention.Text));

    private string[] SurnameHandles(CableEntity entity) =>
        IsSurnameOnly(entity) ? [] : [.. Anchors(entity).Select(anchor => $"person:{Slug.Of(Surname(entity))}@{anchor}")];

    /// <summary>What a surname may lean on across cables: the post that a signer signs for, then offices held. Posts first, then by key.</summary>
    private IEnumerable<string> Anchors(CableEntity person)
    {
        SortedSet<string> posts = new(StringComparer.Ordinal);
        SortedSet<string> positions = new(StringComparer.Ordinal);
        if (_extraction.Claims.Any(claim => claim.Type == "SIGNED_BY" && claim.Target == person.Id))
        {
            posts.UnionWith(_extraction.Claims.Where(claim => claim.Type == "SENT_FROM").Select(claim => _keys.GetValueOrDefault(claim.Target)).OfType<string>());
        }

        foreach (string position in Targets(person.Id, "HOLDS"))
        {
            if (_keys.GetValueOrDefault(position) is { } key && !key.Contains('~', StringComparison.Ordinal))
            {
                positions.Add(key);
            }

            posts.UnionWith(Targets(position, "POSITION_IN")
                .Where(body => _entities.GetValueOrDefault(body)?.Type == EntityType.Post)
                .Select(body => _keys.GetValueOrDefault(body))
                .OfType<string>());
        }

        return posts.Concat(positions);
    }

    private IEnumerable<string> Targets(string source, string type) =>
        _extraction.Claims
            .Where(claim => claim.Type == type && claim.Source == source && claim.Polarity == Polarity.Asserted)
            .Select(claim => claim.Target);

    private bool NamesPlace(CableEntity entity)
    {
        string slug = $"-{Slug.Of(entity.Name)}-";
        return _extraction.Entities.Any(place =>
            place.Type == EntityType.Place && slug.Contains($"-{Slug.Of(place.Name)}-", StringComparison.Ordinal));
    }

    /// <summary>The country in which the cable was written.</summary>
    private string? Country()
    {
        CableEntity? post = _extraction.Claims
            .Where(claim => claim.Type == "SENT_FROM")
            .Select(claim => _entities.GetValueOrDefault(claim.Target))
            .FirstOrDefault(entity => entity is not null);
        string? place = post?.Properties.GetValueOrDefault("country") ?? post?.Name ?? _extraction.Cable.Header.Origin?.Value;
        return place is null ? null : Slug.Of(place);
    }

    private static bool IsSurnameOnly(CableEntity entity) =>
        !entity.Properties.ContainsKey("givenName")
        && (entity.Properties.TryGetValue("surname", out string? surname)
            ? string.Equals(surname, Honorific().Replace(entity.Name, ""), StringComparison.OrdinalIgnoreCase)
            : !Honorific().Replace(entity.Name, "").Contains(' ', StringComparison.Ordinal));

    private static string Surname(CableEntity entity) =>
        entity.Properties.GetValueOrDefault("surname") ?? Honorific().Replace(entity.Name, "").Split(' ')[^1];

    private static bool IsAcronym(string name) => Acronym().IsMatch(name);

    [GeneratedRegex(@"^\p{Lu}[\p{Lu}\d&/-]{1,7}$")]
    private static partial Regex Acronym();

    [GeneratedRegex(@"^the\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Article();

    [GeneratedRegex(@"^((mr|mrs|ms|miss|dr|amb|gen|col|sen|rep|sir)\.?\s+)+", RegexOptions.IgnoreCase)]
    private static partial Regex Honorific();

    [GeneratedRegex(@"^(?:us-|am|american-|u-s-)(embassy|consulate|congen|consul|mission)-")]
    private static partial Regex PostPrefix();
}
