using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Mentions;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Coreference;

/// <summary>
/// Joins positions by title and body. A title without a body takes it from what it is coordinated with, from the sentence that lists a body's
/// officers, from an earlier mention of the same title, or (staff of a mission) from the sender.
/// </summary>
internal sealed partial class Offices(EntityTable table, Func<Draft, Scan?> scanOf)
{
    private readonly Dictionary<Draft, SortedSet<int>> _bodies = [];

    /// <summary>Positions whose body was not in the phrase, with the rule that gave it.</summary>
    public Dictionary<Draft, string> Supplied { get; } = [];

    public SortedSet<int> BodiesOf(Draft position) => _bodies[position];

    public void Join(IReadOnlyList<Draft> positions)
    {
        for (int i = 0; i < positions.Count; i++)
        {
            Draft position = positions[i];
            // A body that lost its place to another reading of the same words stands in no entity. "U.S. envoy to the United Nations" is of both.
            Draft? sender = position.Bodies is [{ Type: EntityType.Place } first, { Type: EntityType.Organization } seat] && Toward(position, seat)
                ? first : null;
            var bodies = new SortedSet<int>(position.Bodies.Where(body => body.Entity >= 0 && !IsTopic(position, body)).Where(body =>
                body.Type is EntityType.Organization or EntityType.Post
                || body.Type == EntityType.Place
                    && (body == sender || position.Bodies.TrueForAll(other => other.Type == EntityType.Place))).Select(body => body.Entity));
            if (bodies.Count > 1 && position.Bodies is [.., { Type: EntityType.Place } outer, { Type: EntityType.Place } inner]
                && scanOf(position) is { } scan && scan.Is(inner.Tokens.Start - 1, "of") && inner.Tokens.Start - outer.Tokens.End == 2)
            {
                bodies = [inner.Entity];
            }

            // "chair of the ABC's Harbor Committee" chairs the committee.
            for (int body = 1; body < position.Bodies.Count && position.Segment is { } text; body++)
            {
                (Draft whole, Draft part) = (position.Bodies[body - 1], position.Bodies[body]);
                if (part.Type == EntityType.Organization && part.Entity >= 0 && part.Tokens.Start - whole.Tokens.End == 1
                    && text.Tokens[whole.Tokens.End].Is(TokenShape.Clitic))
                {
                    bodies.Remove(whole.Entity);
                }
            }

            if (position.Segment is not null && bodies.Count > 0 && position.Properties.GetValueOrDefault("title") is "Ambassador" or "ambassador"
                && Owner(position) is { Type: EntityType.Place, Entry: { } sending } home)
            {
                bodies.Add(home.Entity);
                position.Properties["nation"] = sending.Name;
                Supplied[position] = "the possessive before it: " + home.Surface;
            }

            _bodies[position] = bodies;
            if (bodies.Count > 0 || position.Segment is null || position.Antecedent is not null)
            {
                continue;
            }

            if (i > 0 && Coordinated(positions[i - 1], position))
            {
                bodies.UnionWith(_bodies[positions[i - 1]]);
                Supplied[position] = "shares the modifier of " + positions[i - 1].Surface;
            }
            else if (Elsewhere(position) is var (body, rule))
            {
                bodies.Add(body.Entity);
                Supplied[position] = rule + body.Surface;
            }
        }

        var clusters = new List<EntityDraft>();
        var byTitle = new Dictionary<string, List<EntityDraft>>(StringComparer.Ordinal);
        foreach (Draft position in positions.OrderBy(position => position.Antecedent is null ? 0 : 1).ThenByDescending(position =>
            _bodies[position].Count).ThenByDescending(position => position.Properties.ContainsKey("nation")).ThenBy(position =>
            position.Span.Start))
        {
            string title = Clusters.Normal(position.Properties.GetValueOrDefault("title", position.Surface));
            string nation = position.Properties.GetValueOrDefault("nation", "");
            string stranger = position.Properties.GetValueOrDefault("stranger", "");
            title += Seat(position);
            if (!byTitle.TryGetValue(title, out List<EntityDraft>? namesakes))
            {
                byTitle[title] = namesakes = [];
            }

            int holder = Holder(position);
            EntityDraft? home = position.Antecedent is { } named
                && clusters.Find(cluster => cluster.Mentions.Contains(named)) is { } same ? same
                    : namesakes.Where(cluster => cluster.Properties.GetValueOrDefault("stranger", "") == stranger
                    && Fits(cluster, position, nation, holder))
                .OrderBy(cluster => holder >= 0 && cluster.Holders.Contains(holder) ? 0 : 1).ThenBy(cluster => _bodies[position].Count == 0
                        && nation.Length == 0 ? Distance(cluster, position) : 0).FirstOrDefault();
            if (home is null)
            {
                home = new EntityDraft(EntityType.Position) { Title = title };
                home.Bodies.UnionWith(_bodies[position]);
                clusters.Add(home);
                namesakes.Add(home);
                if (stranger.Length > 0)
                {
                    home.Properties["stranger"] = stranger;
                }

                if (nation.Length > 0)
                {
                    home.Properties["nation"] = nation;
                }
            }

            home.Mentions.Add(position);
            if (holder >= 0)
            {
                home.Holders.Add(holder);
            }
        }

        Unite(clusters);
        foreach (EntityDraft cluster in clusters)
        {
            cluster.Mentions.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
            table.Add(cluster);
        }
    }

    private static readonly WordList s_matters = new("affairs issues relations policy matters programs questions");

    /// <summary>"Deputy Director for Norwegian Issues", "for Norway Affairs": what the office deals with.</summary>
    private bool IsTopic(Draft position, Draft body) =>
        scanOf(position) is { } scan && position.Segment is not null && scan.Is(body.Tokens.Start - 1, "for") && body.Entry is not { Kind: EntryKind.Organization }
            && (scan.In(s_matters, body.Tokens.End - 1) || body.Tokens.End < position.Tokens.End && scan.In(s_matters, body.Tokens.End));

    /// <summary>A body behind "to", "in" or "at": where a nation's envoy is accredited.</summary>
    public bool Toward(Draft position, Draft body)
    {
        if (scanOf(position) is not { } scan)
        {
            return false;
        }

        int link = scan.Is(body.Tokens.Start - 1, "the") ? body.Tokens.Start - 2 : body.Tokens.Start - 1;
        return scan.Is(link, "to", "in", "at");
    }

    /// <summary>"TGS Chief Brandt" and "army chief Brandt": one person and one noun make one office, unless the bodies differ.</summary>
    private static void Unite(List<EntityDraft> clusters)
    {
        for (int i = 0; i < clusters.Count; i++)
        {
            for (int j = clusters.Count - 1; j > i; j--)
            {
                EntityDraft first = clusters[i];
                EntityDraft second = clusters[j];
                bool compatible = first.Bodies.Count == 0 || second.Bodies.Count == 0 || first.Bodies.SetEquals(second.Bodies);
                bool nations = first.Properties.GetValueOrDefault("nation") is not { } nation
                    || second.Properties.GetValueOrDefault("nation") is not { } other || nation == other;
                if (first.Holders.Overlaps(second.Holders) && compatible && nations && LastWord(first.Title) == LastWord(second.Title)
                    && first.Mentions.Concat(second.Mentions).All(mention => mention.Properties.GetValueOrDefault("acting") != "true"))
                {
                    first.Mentions.AddRange(second.Mentions);
                    first.Bodies.UnionWith(second.Bodies);
                    first.Holders.UnionWith(second.Holders);
                    foreach ((string key, string value) in second.Properties)
                    {
                        first.Properties.TryAdd(key, value);
                    }

                    clusters.RemoveAt(j);
                }
            }
        }
    }

    /// <summary>"Harbor Police Rushtown Director" is not the director of the whole police.</summary>
    private string Seat(Draft position) =>
        _bodies[position].Count > 0 && position.Bodies is [{ Type: EntityType.Organization }, { Type: EntityType.Place } town]
            && position.Bodies[0].Tokens.End == town.Tokens.Start ? " " + Clusters.Normal(town.Surface) : "";

    private static string LastWord(string? title) => title is null ? "" : title[(title.LastIndexOf(' ') + 1)..];

    /// <summary>The person named right after an office (or after its comma), or before "…, director of"; -1 for none.</summary>
    private int Holder(Draft position)
    {
        if (scanOf(position) is not { } scan || position.Segment is null)
        {
            return -1;
        }

        int next = position.Tokens.End;
        while (scan.In(Titles.Honorifics, next) || scan.IsMark(next, ',') || scan.IsMark(next, ':') || (scan.IsMark(next, '.') && scan.In(Titles.Honorifics, next - 1)))
        {
            next++;
        }

        int before = position.Tokens.Start - 1;
        return scan.StartingAt(next) is { Type: EntityType.Person, Entity: >= 0 } person ? person.Entity
            : scan.IsMark(before, ',') && scan.EndingAt(before) is { Type: EntityType.Person, Entity: >= 0 } named && position.Bodies.Count > 0
                ? named.Entity : -1;
    }

    private static int Distance(EntityDraft cluster, Draft position) =>
        cluster.Mentions.Min(other => other.Span.Start <= position.Span.Start ? position.Span.Start - other.Span.Start
            : 1_000_000 + other.Span.Start - position.Span.Start);

    /// <summary>Offices that every state has; a text about two states means two of them.</summary>
    private static readonly WordList s_everyState = new("president minister premier ambassador king queen secretary chief general director chairman");

    private bool Fits(EntityDraft cluster, Draft position, string nation, int holder)
    {
        // Two heads of two states are both "the President": a name beside the title tells them apart, unless one of them is said to be gone.
        if (holder >= 0 && cluster.Holders.Count > 0 && !cluster.Holders.Contains(holder) && _bodies[position].Count == 0 && nation.Length == 0
            && s_everyState.Contains(LastWord(position.Properties.GetValueOrDefault("title", position.Surface))) && !Gone(position) && !cluster.Mentions.Exists(Gone))
        {
            return false;
        }

        string other = cluster.Properties.GetValueOrDefault("nation", "");
        if (nation.Length > 0 && other.Length > 0 && nation != other)
        {
            return false;
        }

        // "the President" of a text that only later, or in its notes, tells of another nation's.
        if (_bodies[position].Count == 0 && nation.Length == 0 && Folding.Fold(position.Properties.GetValueOrDefault("title", "")) == "PRESIDENT"
            && cluster.Mentions.Count > 0 && cluster.Mentions.TrueForAll(mention => mention.Span.Start > position.Span.Start) && IsForeign(cluster, position))
        {
            return false;
        }

        bool mission = position.Properties.GetValueOrDefault("title") is "Ambassador" or "AMBASSADOR" or "Charge d'Affaires";
        if (nation != other && (nation.Length > 0 || mission))
        {
            return false;
        }

        SortedSet<int> bodies = _bodies[position];
        return bodies.Count == 0 ? nation == other || nation.Length == 0 || cluster.Bodies.Count == 0 : bodies.IsSubsetOf(cluster.Bodies);
    }

    /// <summary>An office of a nation that is neither ours nor the sending post's host.</summary>
    private bool IsForeign(EntityDraft cluster, Draft position)
    {
        if (scanOf(position)?.Context is not { } context)
        {
            return false;
        }

        string[] nations = [.. cluster.Bodies.Select(body => table.Entities[body]).Where(body => body.Type == EntityType.Place).Select(body => body.Name)];
        string? nation = cluster.Properties.GetValueOrDefault("nation") is { } named ? context.Gazetteer.Country(named)?.Name ?? named : nations.FirstOrDefault();
        return nation is not null && nation != "United States" && nation != context.Host?.Name;
    }

    private bool Gone(Draft position)
    {
        if (scanOf(position) is not { } scan || position.Segment is null)
        {
            return false;
        }

        TokenRange sentence = scan.Segment.SentenceOf(position.Tokens.Start);
        return sentence.Any(token => scan.In(s_gone, token));
    }

    private static readonly WordList s_gone = new(
        """
        late former then ex death dead died assassination assassinated murder tragedy funeral predecessor successor succeeded succeeds
        replaced replaces outgoing incoming elect
        """);

    /// <summary>"BSEC Secretary General and Executive Manager": nothing but "and" or a comma between them.</summary>
    private bool Coordinated(Draft first, Draft second)
    {
        if (first.Segment != second.Segment || _bodies[first].Count == 0 || second.Properties.ContainsKey("nation") || first.Bodies.Count == 0
            || first.Bodies[0].Tokens.Start != first.Tokens.Start)
        {
            return false;
        }

        Segment segment = first.Segment!;
        return second.Tokens.Start - first.Tokens.End == 1
            && segment.Of(segment.Tokens[first.Tokens.End]).Equals("and", StringComparison.OrdinalIgnoreCase)
            && !PositionWords.MissionStaff.Contains(segment.Tokens[second.Tokens.Start]);
    }
}
