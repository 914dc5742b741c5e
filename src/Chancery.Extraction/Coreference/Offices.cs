using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Mentions;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Coreference;

/// <summary>
/// Joins positions by title and body. A title without a body takes it from what it is coordinated with, from the sentence that lists a body's
/// officers, from an earlier mention of the same title, or (staff of a mission) from the sender.
/// </summary>
internal sealed class Offices(EntityTable table, Func<Draft, Scan?> scanOf)
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
            Draft? sender = position.Bodies is [{ Type: EntityType.Place } first, { Type: EntityType.Organization } seat] && Toward(position, seat) ? first : null;
            var bodies = new SortedSet<int>(position.Bodies.Where(body => body.Entity >= 0).Where(body => body.Type is EntityType.Organization or EntityType.Post
                || body.Type == EntityType.Place && (body == sender || position.Bodies.TrueForAll(other => other.Type == EntityType.Place))).Select(body => body.Entity));
            if (bodies.Count > 1 && position.Bodies is [.., { Type: EntityType.Place } outer, { Type: EntityType.Place } inner]
                && scanOf(position) is { } scan && scan.Is(inner.Tokens.Start - 1, "of") && inner.Tokens.Start - outer.Tokens.End == 2)
            {
                bodies = [inner.Entity];
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
        foreach (Draft position in positions.OrderBy(position => position.Antecedent is null ? 0 : 1).ThenByDescending(position => _bodies[position].Count).ThenByDescending(position => position.Properties.ContainsKey("nation")).ThenBy(position => position.Span.Start))
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
                && clusters.Find(cluster => cluster.Mentions.Contains(named)) is { } same ? same : namesakes.Where(cluster => cluster.Properties.GetValueOrDefault("stranger", "") == stranger
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

    /// <summary>The person named right after an office (or after its comma); -1 for none.</summary>
    private int Holder(Draft position)
    {
        if (scanOf(position) is not { } scan || position.Segment is null)
        {
            return -1;
        }

        int next = position.Tokens.End;
        while (scan.In(Titles.Honorifics, next) || scan.IsMark(next, ',') || (scan.IsMark(next, '.') && scan.In(Titles.Honorifics, next - 1)))
        {
            next++;
        }

        return scan.StartingAt(next) is { Type: EntityType.Person, Entity: >= 0 } person ? person.Entity : -1;
    }

    private static int Distance(EntityDraft cluster, Draft position) =>
        cluster.Mentions.Min(other => other.Span.Start <= position.Span.Start ? position.Span.Start - other.Span.Start : 1_000_000 + other.Span.Start - position.Span.Start);

    private bool Fits(EntityDraft cluster, Draft position, string nation, int holder)
    {
        // Two heads of two states are both "the President": a name beside the title tells them apart, unless one of them is said to be gone.
        if (holder >= 0 && cluster.Holders.Count > 0 && !cluster.Holders.Contains(holder) && _bodies[position].Count == 0 && nation.Length == 0
            && !Gone(position) && !cluster.Mentions.Exists(Gone))
        {
            return false;
        }

        string other = cluster.Properties.GetValueOrDefault("nation", "");
        if (nation.Length > 0 && other.Length > 0 && nation != other)
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

    private bool Gone(Draft position)
    {
        if (scanOf(position) is not { } scan || position.Segment is null)
        {
            return false;
        }

        TokenRange sentence = scan.Segment.SentenceOf(position.Tokens.Start);
        return sentence.Any(token => scan.In(s_gone, token));
    }

    private static readonly WordList s_gone = new("late former then ex death dead died assassination assassinated murder tragedy funeral predecessor successor succeeded succeeds replaced replaces outgoing incoming elect");

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

    /// <summary>The body of an office that stands outside the office's own words, and the rule that found it.</summary>
    private (Draft Body, string Rule)? Elsewhere(Draft position) =>
        Owner(position) is { } owner ? (owner, "the possessive before it: ")
        : Behind(position) is { } behind ? (behind, "behind its holder's name: ")
        : Among(position) is { } among ? (among, "named with the other officials of ")
        : Bracketed(position) is { } bracketed ? (bracketed, "in brackets behind its holder's name: ")
        : SetOff(position) is { } set ? (set, "set off behind the office: ")
        : AtBody(position) is { } at ? (at, "\"at\" ")
        : Stationed(position) is { } station ? (station, "stationed in ")
        : Paper(position) is { } paper ? (paper, "writes in ")
        : Listed(position) is { } listed ? (listed, "listed as an officer of ")
        : null;

    /// <summary>What may stand between a body and its office: "Norway's new President".</summary>
    private static readonly WordList s_states = new("new newly current interim acting outgoing incoming former ex first next visiting late then elected top own ruling caretaker transitional");

    /// <summary>"the National Bank's Governor".</summary>
    private Draft? Owner(Draft position)
    {
        Scan scan = scanOf(position)!;
        int clitic = position.Tokens.Start - 1;
        for (int words = 0; words < 2 && scan.In(s_states, clitic); words++)
        {
            clitic--;
        }

        return scan.Has(clitic, TokenShape.Clitic)
            && scan.EndingAt(clitic) is { Type: EntityType.Organization or EntityType.Place, Entity: >= 0 } owner ? owner : null;
    }

    /// <summary>"President Peter Brandt of the World Bank".</summary>
    private Draft? Behind(Draft position)
    {
        Scan scan = scanOf(position)!;
        if (scan.StartingAt(position.Tokens.End) is not { Type: EntityType.Person } holder || !scan.Is(holder.Tokens.End, "of"))
        {
            return null;
        }

        int next = scan.Is(holder.Tokens.End + 1, "the") ? holder.Tokens.End + 2 : holder.Tokens.End + 1;
        return scan.StartingAt(next) is { Type: EntityType.Organization or EntityType.Place, Entity: >= 0 } body
            && !scan.Has(body.Tokens.End, TokenShape.Clitic) ? body : null;
    }

    /// <summary>"the Foreign Minister and other GOI officials".</summary>
    private Draft? Among(Draft position)
    {
        Scan scan = scanOf(position)!;
        int and = position.Tokens.End;
        return scan.Is(and, "and") && scan.Is(and + 1, "other") && scan.StartingAt(and + 2) is { Type: EntityType.Organization, Entity: >= 0 } body
            && scan.Is(body.Tokens.End, "officials", "officers", "leaders", "ministers") ? body : null;
    }

    /// <summary>"a professor at the University of Lima".</summary>
    private Draft? AtBody(Draft position)
    {
        Scan scan = scanOf(position)!;
        int at = position.Tokens.End;
        return scan.Is(at, "at") && PositionWords.Weak.Contains(scan.Tokens[at - 1])
            && scan.StartingAt(scan.Is(at + 1, "the") ? at + 2 : at + 1) is { Type: EntityType.Organization, Entity: >= 0 } body ? body : null;
    }

    /// <summary>"Ambassador Brandt (Norway)".</summary>
    private Draft? Bracketed(Draft position)
    {
        Scan scan = scanOf(position)!;
        int next = position.Tokens.End;
        next = scan.In(Titles.Honorifics, next) ? next + 1 : next;
        return scan.StartingAt(next) is { Type: EntityType.Person } holder && scan.IsMark(holder.Tokens.End, '(')
            && scan.StartingAt(holder.Tokens.End + 1) is { Type: EntityType.Place, Entity: >= 0 } nation && scan.IsMark(nation.Tokens.End, ')') ? nation : null;
    }

    /// <summary>"Brandt (Deputy Director, Harbor Fund)", "Brandt, Director, Harbor Fund;": in lists of those present.</summary>
    private Draft? SetOff(Draft position)
    {
        Scan scan = scanOf(position)!;
        int comma = position.Tokens.End;
        int before = position.Tokens.Start - 1;
        bool listed = (scan.IsMark(before, ',') || scan.IsMark(before, '(')) && scan.EndingAt(before) is { Type: EntityType.Person };
        if (!listed || !scan.IsMark(comma, ',') || scan.StartingAt(scan.Is(comma + 1, "the") ? comma + 2 : comma + 1) is not { Entity: >= 0 } body)
        {
            return null;
        }

        int end = body.Tokens.End;
        bool ends = end >= scan.Count || scan.IsMark(end, ')') || scan.IsMark(end, ';') || scan.IsMark(end, '.') || scan.IsMark(end, ',');
        return ends && (body.Type == EntityType.Post || body.Type == EntityType.Organization && PositionRule.IsInstitution(scan, body)) ? body : null;
    }

    private static readonly WordList s_whose = new("our their his its your");

    /// <summary>"the Norwegian correspondent in Lima", "Undersecretary in Foreign Office".</summary>
    private Draft? Stationed(Draft position)
    {
        Scan scan = scanOf(position)!;
        int at = position.Tokens.End;
        if (!scan.Is(at, "in", "at") || scan.StartingAt(scan.Is(at + 1, "the") ? at + 2 : at + 1) is not { Entity: >= 0 } seat)
        {
            return null;
        }

        if (seat.Type == EntityType.Organization)
        {
            bool state = position.Properties.GetValueOrDefault("title") is "Secretary of State";
            return !state && seat.Tokens.Any(token => scan.In(s_offices, token)) && !scan.Has(seat.Tokens.End, TokenShape.Clitic) ? seat : null;
        }

        bool owned = position.Properties.ContainsKey("nation") || scan.In(s_whose, position.Tokens.Start - 1);
        return seat.Type == EntityType.Place && owned && scan.Is(at - 1, "correspondent") ? seat : null;
    }

    private static readonly WordList s_offices = new("office ministry fonoff department embassy bureau secretariat division section directorate");

    private static readonly WordList s_writers = new("columnist editor correspondent");

    /// <summary>"in liberal NAME, columnist".</summary>
    private Draft? Paper(Draft position)
    {
        Scan scan = scanOf(position)!;
        int comma = position.Tokens.Start - 1;
        if (!scan.In(s_writers, position.Tokens.End - 1) || !scan.IsMark(comma, ',')
            || scan.EndingAt(comma) is not { Type: EntityType.Organization, Entity: >= 0 } paper)
        {
            return null;
        }

        return Enumerable.Range(Math.Max(0, paper.Tokens.Start - 4), Math.Min(4, paper.Tokens.Start)).Any(token => scan.Is(token, "in")) ? paper : null;
    }

    /// <summary>"JCC is … made up of elected Chairperson, elected Deputy Chairperson": the sentence's first body.</summary>
    private Draft? Listed(Draft position)
    {
        Scan scan = scanOf(position)!;
        TokenRange sentence = scan.Segment.SentenceOf(position.Tokens.Start);
        for (int i = sentence.Start; i + 1 < position.Tokens.Start; i++)
        {
            bool made = position.Tokens.Start - i <= 12
                && (scan.Is(i, "made") && scan.Is(i + 1, "up") || scan.Is(i, "consists", "composed", "comprises", "consisting"));
            if (made)
            {
                return scan.Chosen.Find(draft => draft.Type == EntityType.Organization && draft.Entity >= 0 && draft.Tokens.Start >= sentence.Start
                        && draft.Tokens.End <= i);
            }
        }

        return null;
    }
}
