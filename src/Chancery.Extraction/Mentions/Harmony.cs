using Chancery.Extraction.Coreference;
using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Mentions;

/// <summary>One spelling in one cable is one kind of thing: where the model names it differently from place to place, its firmer readings win.</summary>
internal static class Harmony
{
    private const int ModelPriority = 50;

    /// <summary>Words after which no further noun of the same phrase comes.</summary>
    private static readonly WordList s_ends = new("in on at by to from for with of and or but as is was are were be has have had will would could should may must that which who");

    public static void Restore(IReadOnlyList<Scan> scans)
    {
        var votes = new Dictionary<string, Dictionary<EntityType, double>>(StringComparer.Ordinal);
        foreach (Draft draft in scans.SelectMany(scan => scan.Chosen).Where(draft => draft.Type != EntityType.Post))
        {
            string name = Clusters.Normal(draft.Surface);
            if (!votes.TryGetValue(name, out Dictionary<EntityType, double>? kinds))
            {
                votes[name] = kinds = [];
            }

            kinds[draft.Type] = kinds.GetValueOrDefault(draft.Type) + draft.Confidence;
        }

        foreach (Draft thing in scans.SelectMany(scan => scan.Chosen.Where(draft => BehindArticle(scan, draft))))
        {
            Dictionary<EntityType, double> kinds = votes[Clusters.Normal(thing.Surface)];
            if (kinds.Remove(EntityType.Person) && kinds.Count == 0)
            {
                kinds[EntityType.Organization] = thing.Confidence;
            }
        }

        foreach ((Scan scan, Draft draft) in scans.SelectMany(scan => scan.Chosen.Select(draft => (scan, draft))).Where(pair => pair.draft.Type != EntityType.Post
                && pair.draft.Priority <= ModelPriority))
        {
            Dictionary<EntityType, double> kinds = votes[Clusters.Normal(draft.Surface)];
            // A city's name that also stands for a government ("Washington appreciates") is told apart by its surroundings, place by place.
            bool seat = scan.Facts.Matches[draft.Tokens.Start] is { } match && match.Length == draft.Tokens.Count
                && match.Kinds.HasFlag(EntryKind.City) && kinds.ContainsKey(EntityType.Organization);
            if ((kinds.Count > 1 || !kinds.ContainsKey(draft.Type)) && !seat)
            {
                EntityType most = kinds.OrderByDescending(kind => kind.Value).ThenBy(kind => kind.Key).First().Key;
                if (most != draft.Type)
                {
                    draft.Type = most;
                    draft.Reason += "; the same name elsewhere in the cable decides";
                }
            }
        }
    }

    /// <summary>"the Meridian has": a ship or a firm, for no person has an article; but "the Brandt report" is a person's.</summary>
    private static bool BehindArticle(Scan scan, Draft draft) =>
        draft is { Tokens.Count: 1, Priority: <= ModelPriority, Type: not EntityType.Post } && !scan.Capitals && scan.Is(draft.Tokens.Start - 1, "the")
            && (scan.IsMark(draft.Tokens.End, '.') || scan.IsMark(draft.Tokens.End, ',') || scan.In(s_ends, draft.Tokens.End));
}
