using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Mentions;

namespace Chancery.Extraction.Coreference;

/// <summary>The entities of a cable: mentions joined, each entity named, linked and described.</summary>
internal sealed class EntityTable(Gazetteer gazetteer)
{
    public List<EntityDraft> Entities { get; } = [];

    /// <summary>Joins everything but positions, which need the bodies' entities first.</summary>
    public void JoinNames(IReadOnlyList<Draft> drafts)
    {
        foreach (EntityType type in new[] { EntityType.Organization, EntityType.Post, EntityType.Place })
        {
            foreach (List<Draft> cluster in Clusters.Join([.. drafts.Where(draft => draft.Type == type)]))
            {
                Add(Filled(type, cluster));
            }
        }

        foreach (List<Draft> cluster in People.Join([.. drafts.Where(draft => draft.Type == EntityType.Person)]))
        {
            Add(Filled(EntityType.Person, cluster));
        }
    }

    public int Add(EntityDraft entity)
    {
        foreach (Draft mention in entity.Mentions)
        {
            mention.Entity = Entities.Count;
        }

        Entities.Add(entity);
        return Entities.Count - 1;
    }

    /// <summary>An entity that a claim needs though no mention names it: the nation in "Romanian President".</summary>
    public int PlaceOf(GazetteerEntry country)
    {
        int known = Entities.FindIndex(entity => entity.Type == EntityType.Place
                && (entity.GazetteerId == country.Id || entity.Name == country.Name));
        if (known >= 0)
        {
            return known;
        }

        var entity = new EntityDraft(EntityType.Place) { Name = country.Name, GazetteerId = country.Id };
        EntityNames.DescribePlace(entity, country);
        return Add(entity);
    }

    /// <summary>The organization of a row, also where no mention names it.</summary>
    public int BodyOf(GazetteerEntry row)
    {
        int known = Entities.FindIndex(entity => entity.Type == EntityType.Organization && entity.GazetteerId == row.Id);
        return known >= 0 ? known : Add(new EntityDraft(EntityType.Organization) { Name = row.Name, GazetteerId = row.Id });
    }

    public int? PostOf(PostName post)
    {
        int known = Entities.FindIndex(entity => entity.Type == EntityType.Post && entity.GazetteerId == post.Key);
        return known >= 0 ? known : null;
    }

    private EntityDraft Filled(EntityType type, List<Draft> mentions)
    {
        var entity = new EntityDraft(type);
        entity.Mentions.AddRange(mentions);
        EntityNames.Name(entity);
        if (entity is { Type: EntityType.Organization, GazetteerId: null })
        {
            Linking.Link(entity, gazetteer);
        }

        return entity;
    }

    /// <summary>Entities that are mentioned (or claimed of) in the order of their first mention, numbered e1, e2, ….</summary>
    public int[] Order()
    {
        int[] order = [.. Enumerable.Range(0, Entities.Count)
            .OrderBy(index => Entities[index].Mentions.Count == 0 ? int.MaxValue : Entities[index].Mentions.Min(mention => mention.Span.Start))
            .ThenBy(index => Entities[index].Type == EntityType.Position ? 0 : 1).ThenBy(index => index)];
        var ids = new int[Entities.Count];
        for (int i = 0; i < order.Length; i++)
        {
            ids[order[i]] = i + 1;
        }

        return ids;
    }
}
