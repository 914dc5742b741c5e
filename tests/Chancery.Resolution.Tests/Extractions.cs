using Chancery.Cables;
using Chancery.Extraction;

namespace Chancery.Resolution.Tests;

/// <summary>Extractions written by hand, one line an entity or a claim.</summary>
internal sealed class Extractions(string cable)
{
    private readonly List<CableEntity> _entities = [];
    private readonly List<Mention> _mentions = [];
    private readonly List<Claim> _claims = [];

    public Extractions Entity(string id, EntityType type, string name, string? gazetteer = null, string[]? aliases = null, params (string, string)[] properties)
    {
        _entities.Add(new CableEntity(id, type, name)
        {
            GazetteerId = gazetteer,
            Aliases = aliases ?? [],
            Properties = properties.ToDictionary(property => property.Item1, property => property.Item2),
        });
        return this;
    }

    public Extractions Mention(string entity, string text, int start)
    {
        EntityType type = _entities.First(candidate => candidate.Id == entity).Type;
        _mentions.Add(new Mention(new TextSpan(start, start + text.Length), text, type, entity, 0.9, "test"));
        return this;
    }

    public Extractions Claim(string type, string source, string target)
    {
        _claims.Add(new Claim(type, source, target, new TextSpan(0, 10), 0.9, "test"));
        return this;
    }

    public CableExtraction Build() => new(
        new Cable
        {
            Id = cable,
            Raw = new RawCable(cable + ".txt", new string('x', 1_000)),
            Form = CableForm.Cable,
            Header = new CableHeader(),
            Paragraphs = [],
            ContentHash = cable,
        },
        _mentions, _entities, _claims);

    public ResolvedCable Resolve() => CableResolver.Resolve(Build());

    /// <summary>The one key of a resolved cable with a single entity of the type.</summary>
    public static string Key(ResolvedCable cable, EntityType type) => cable.Entities.Single(entity => entity.Type == type).Key;
}
