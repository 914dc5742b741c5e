namespace Chancery.Extraction.Evaluation;

/// <summary>One cable's answer against its gold: mentions exact and by overlap, entities, clusters, relations, hard negatives.</summary>
internal sealed class CableScore
{
    private static readonly HashSet<string> s_symmetric = ["MET_WITH", "COOPERATES_WITH"];

    private readonly ScoredCable _gold;
    private readonly ScoredCable _system;
    private readonly Dictionary<ScoredSpan, string?> _found = [];
    private readonly Dictionary<ScoredSpan, ScoredMention> _said = [];
    private readonly HashSet<ScoredSpan> _required = [];
    private readonly HashSet<ScoredSpan> _optional = [];
    private Dictionary<string, string> _match = [];

    public CableScore(ScoredCable gold, ScoredCable system)
    {
        _gold = gold;
        _system = system;
        ReadSpans();
        ScoreExact();
        ScoreOverlap();
        ScoreEntities();
        ScoreClusters();
        ScoreRelations();
    }

    public Tallies Exact { get; } = new();

    public Tallies Overlap { get; } = new();

    public Tallies Entities { get; } = new();

    public Tallies Relations { get; } = new();

    public Clustering Clusters { get; } = new();

    /// <summary>Of the mentions that the gold requires or has not.</summary>
    public Reliability MentionConfidence { get; } = new();

    /// <summary>Of right mentions, by what was said of their link: whether their entity is the gold's.</summary>
    public Reliability LinkConfidence { get; } = new();

    /// <summary>The same by what joined them.</summary>
    public List<(string Reason, bool Right)> LinkReasons { get; } = [];

    public Reliability ClaimConfidence { get; } = new();

    public int HardNegatives { get; private set; }

    public int HardNegativesOfGold { get; private set; }

    /// <summary>Spans with what is wrong with them, for people.</summary>
    public List<(string Kind, ScoredSpan? Span, string Text)> Errors { get; } = [];

    private void ReadSpans()
    {
        foreach (ScoredMention mention in _gold.Mentions)
        {
            (mention.Optional ? _optional : _required).Add(mention.Span);
        }

        _optional.ExceptWith(_required);
        var alternatives = new Dictionary<ScoredSpan, ScoredSpan>();
        foreach (ScoredMention mention in _gold.Mentions)
        {
            foreach ((int start, int end) in mention.Alternatives)
            {
                alternatives[new ScoredSpan(start, end, mention.Span.Type)] = mention.Span;
            }
        }

        var have = _system.Mentions.Select(mention => mention.Span).ToHashSet();
        foreach (ScoredMention mention in _system.Mentions)
        {
            ScoredSpan span = alternatives.TryGetValue(mention.Span, out ScoredSpan meant) && !have.Contains(meant) ? meant : mention.Span;
            if (_found.TryAdd(span, mention.Entity))
            {
                _said[span] = mention;
            }
        }
    }

    private void ScoreExact()
    {
        foreach (ScoredSpan span in _found.Keys.Order())
        {
            if (_required.Contains(span))
            {
                Exact[span.Type].Right++;
                MentionConfidence.Add(_said[span].Confidence, right: true);
            }
            else if (!_optional.Contains(span))
            {
                MentionConfidence.Add(_said[span].Confidence, right: false);
                Exact[span.Type].Spurious++;
                Errors.Add(("spurious mention", span, span.Type));
            }
        }

        foreach (ScoredSpan span in _required.Where(span => !_found.ContainsKey(span)).Order())
        {
            Exact[span.Type].Missed++;
            Errors.Add(("missed mention", span, span.Type));
        }
    }

    private void ScoreOverlap()
    {
        ScoredSpan[] gold = [.. _required.Order()];
        ScoredSpan[] system = [.. _found.Keys.Order()];
        List<(int Gold, int System)> pairs = Pair(gold, system);
        var pairedGold = pairs.Select(pair => pair.Gold).ToHashSet();
        var pairedSystem = pairs.Select(pair => pair.System).ToHashSet();
        foreach ((int index, _) in pairs)
        {
            Overlap[gold[index].Type].Right++;
        }

        for (int i = 0; i < gold.Length; i++)
        {
            if (!pairedGold.Contains(i))
            {
                Overlap[gold[i].Type].Missed++;
            }
        }

        ScoredSpan[] rest = [.. system.Where((_, i) => !pairedSystem.Contains(i))];
        var excused = Pair([.. _optional.Order()], rest).Select(pair => pair.System).ToHashSet();
        for (int i = 0; i < rest.Length; i++)
        {
            if (!excused.Contains(i))
            {
                Overlap[rest[i].Type].Spurious++;
            }
        }
    }

    /// <summary>One to one, the best share of overlap first.</summary>
    private static List<(int Gold, int System)> Pair(ScoredSpan[] gold, ScoredSpan[] system)
    {
        var candidates = new List<(double Share, int Gold, int System)>();
        for (int i = 0; i < gold.Length; i++)
        {
            for (int j = 0; j < system.Length; j++)
            {
                if (gold[i].Type == system[j].Type && gold[i].Start < system[j].End && system[j].Start < gold[i].End)
                {
                    int shared = Math.Min(gold[i].End, system[j].End) - Math.Max(gold[i].Start, system[j].Start);
                    int whole = Math.Max(gold[i].End, system[j].End) - Math.Min(gold[i].Start, system[j].Start);
                    candidates.Add((-(double)shared / whole, i, j));
                }
            }
        }

        candidates.Sort();
        var usedGold = new HashSet<int>();
        var usedSystem = new HashSet<int>();
        var pairs = new List<(int, int)>();
        foreach ((_, int i, int j) in candidates)
        {
            if (!usedGold.Contains(i) && !usedSystem.Contains(j))
            {
                usedGold.Add(i);
                usedSystem.Add(j);
                pairs.Add((i, j));
            }
        }

        return pairs;
    }

    private void ScoreEntities()
    {
        var gold = _gold.Entities.Select(entity => (entity.Id, entity.Type, Spans: _gold.Mentions.Where(mention => mention.Entity == entity.Id).Select(mention => mention.Span).ToHashSet())).ToList();
        var named = gold.Where(entity => entity.Spans.Count > 0).ToList();
        var wanted = named.Where(entity => entity.Spans.Overlaps(_required)).Select(entity => entity.Id).ToHashSet();
        var system = _system.Entities.Select(entity => (entity.Id, entity.Type,
            Spans: _found.Where(pair => pair.Value == entity.Id).Select(pair => (pair.Key.Start, pair.Key.End)).ToHashSet())).ToList();
        _match = EntityMatching.Match([.. named.Select(entity => (entity.Id, entity.Type, entity.Spans.Select(span => (span.Start, span.End)).ToHashSet()))], system);
        MatchImplicit([.. gold.Where(entity => entity.Spans.Count == 0).Select(entity => entity.Id)]);
        foreach ((string id, string type, _) in system)
        {
            if (!_match.TryGetValue(id, out string? goldId))
            {
                Entities[type].Spurious++;
                Errors.Add(("spurious entity", null, $"{type} {_system.Entities.First(entity => entity.Id == id).Name}"));
            }
            else if (wanted.Contains(goldId))
            {
                Entities[type].Right++;
            }
        }

        var reached = _match.Values.ToHashSet();
        foreach ((string id, string type, _) in named.Where(entity => wanted.Contains(entity.Id) && !reached.Contains(entity.Id)))
        {
            Entities[type].Missed++;
            Errors.Add(("missed entity", null, $"{type} {_gold.Entities.First(entity => entity.Id == id).Name}"));
        }
    }

    /// <summary>Gold entities without a mention are matched by a name or alias.</summary>
    private void MatchImplicit(IReadOnlyList<string> ids)
    {
        foreach (ScoredEntity implied in _gold.Entities.Where(entity => ids.Contains(entity.Id)))
        {
            var names = implied.Aliases.Append(implied.Name).Select(HeaderScore.Words).ToHashSet();
            ScoredEntity? system = _system.Entities.FirstOrDefault(entity => !_match.ContainsKey(entity.Id) && entity.Type == implied.Type
                && entity.Aliases.Append(entity.Name).Where(name => name.Length > 0).Select(HeaderScore.Words).Any(names.Contains));
            if (system is not null)
            {
                _match[system.Id] = implied.Id;
            }
        }
    }

    private void ScoreClusters()
    {
        var owner = _gold.Mentions.GroupBy(mention => mention.Span).ToDictionary(group => group.Key, group => group.Last().Entity);
        List<ScoredSpan> common = [.. _found.Where(pair => _required.Contains(pair.Key) && pair.Value is not null).Select(pair => pair.Key)];
        List<ScoredSpan> counted = [.. _found.Keys.Where(span => _required.Contains(span) || !_optional.Contains(span))];
        var goldCommon = common.ToLookup(span => owner[span]);
        var systemCommon = common.ToLookup(span => _found[span]);
        var goldAll = _required.ToLookup(span => owner[span]);
        var systemAll = counted.ToLookup(span => _found[span] ?? $"{span}");
        Clusters.Matched = common.Count;
        Clusters.System = counted.Count;
        Clusters.Gold = _required.Count;
        foreach (ScoredSpan span in common)
        {
            bool joined = _match.GetValueOrDefault(_found[span]!) == owner[span];
            LinkConfidence.Add(_said[span].LinkConfidence, joined);
            LinkReasons.Add((_said[span].Link, joined));
            int shared = systemCommon[_found[span]].Count(other => owner[other] == owner[span]);
            Clusters.Precision += (double)shared / systemCommon[_found[span]].Count();
            Clusters.Recall += (double)shared / goldCommon[owner[span]].Count();
            int sharedAll = systemAll[_found[span]!].Count(other => _required.Contains(other) && owner[other] == owner[span]);
            Clusters.EndPrecision += (double)sharedAll / systemAll[_found[span]!].Count();
            Clusters.EndRecall += (double)sharedAll / goldAll[owner[span]].Count();
        }
    }

    private void ScoreRelations()
    {
        var required = new HashSet<(string, string, string)>();
        var optional = new HashSet<(string, string, string)>();
        foreach (ScoredRelation relation in _gold.Relations)
        {
            (relation.Inferred ? optional : required).Add(Key(relation.Type, relation.Source, relation.Target));
        }

        optional.ExceptWith(required);
        var negative = _gold.HardNegatives.Select(relation => Key(relation.Type, relation.Source, relation.Target)).Where(key => !required.Contains(key) && !optional.Contains(key)).ToHashSet();
        Dictionary<(string, string, string), double> found = _system.Relations.GroupBy(relation => Key(relation.Type, Gold(relation.Source), Gold(relation.Target)))
            .ToDictionary(group => group.Key, group => group.Max(relation => relation.Confidence));
        foreach ((string, string, string) key in found.Keys.Order())
        {
            if (!optional.Contains(key))
            {
                ClaimConfidence.Add(found[key], required.Contains(key));
            }

            if (required.Contains(key))
            {
                Relations[key.Item1].Right++;
            }
            else if (!optional.Contains(key))
            {
                Relations[key.Item1].Spurious++;
                Errors.Add(("spurious relation", null, key.ToString()));
            }

            if (negative.Contains(key))
            {
                HardNegatives++;
                Errors.Add(("hard negative extracted", null, key.ToString()));
            }
        }

        foreach ((string, string, string) key in required.Where(key => !found.ContainsKey(key)).Order())
        {
            Relations[key.Item1].Missed++;
            Errors.Add(("missed relation", null, key.ToString()));
        }

        HardNegativesOfGold = negative.Count;
    }

    private string Gold(string id) => id is "cable" or "Cable" || id == _gold.Id ? "cable" : _match.GetValueOrDefault(id, "?" + id);

    private static (string, string, string) Key(string type, string source, string target) =>
        s_symmetric.Contains(type) && string.CompareOrdinal(source, target) > 0 ? (type, target, source) : (type, source, target);

    /// <summary>Sums of B-cubed over mentions; end to end, missed and spurious mentions count.</summary>
    internal sealed class Clustering
    {
        public double Precision { get; set; }

        public double Recall { get; set; }

        public int Matched { get; set; }

        public double EndPrecision { get; set; }

        public int System { get; set; }

        public double EndRecall { get; set; }

        public int Gold { get; set; }

        public void Add(Clustering other)
        {
            Precision += other.Precision;
            Recall += other.Recall;
            Matched += other.Matched;
            EndPrecision += other.EndPrecision;
            System += other.System;
            EndRecall += other.EndRecall;
            Gold += other.Gold;
        }

        public double F1 => Harmonic(Matched == 0 ? 0 : Precision / Matched, Matched == 0 ? 0 : Recall / Matched);

        public double EndF1 => Harmonic(System == 0 ? 0 : EndPrecision / System, Gold == 0 ? 0 : EndRecall / Gold);

        private static double Harmonic(double precision, double recall) => precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
}
