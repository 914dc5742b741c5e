namespace Chancery.Cypher.Tests.Execution.Generated;

/// <summary>
/// The meaning of a <see cref="ModelQuery"/> by trying everything: each place of a path takes each node, each hop each relationship that
/// fits, in the order in which they are written. No statistics, no indexes, no plan.
/// </summary>
internal sealed class NaiveInterpreter(ModelGraph graph)
{
    private const int MostTrials = 2_000_000;

    private int _trials;

    /// <summary>
    /// The rows as text, sorted, as <see cref="GeneratedQueryTests"/> prints the engine's; null where trying everything would take too
    /// long, as now and then on a graph of many cycles.
    /// </summary>
    public IReadOnlyList<string>? Run(ModelQuery query)
    {
        _trials = 0;
        IEnumerable<Binding> rows = [Binding.Empty];
        foreach (ClauseModel clause in query.Clauses)
        {
            rows = [.. rows.SelectMany(row => Match(clause, row))];
        }

        string first = query.Nodes[0];
        IEnumerable<string> lines = query.Counts
            ? rows.GroupBy(row => row.NodeText(first)).Select(group => $"{group.Key}|{group.Count()}")
            : rows.Select(row => string.Join('|', query.Nodes.Select(row.NodeText).Concat(query.Hops.Select(row.HopText))));
        string[] sorted = [.. lines.Order(StringComparer.Ordinal)];
        return _trials > MostTrials ? null : sorted;
    }

    private IReadOnlyList<Binding> Match(ClauseModel clause, Binding row)
    {
        IEnumerable<(Binding Row, IReadOnlyList<ModelRelationship> Used)> found = [(row, [])];
        foreach (PathModel path in clause.Paths)
        {
            found = [.. found.SelectMany(one => Walk(path, 0, one.Row, one.Used))];
        }

        Binding[] matches = [.. found.Select(one => one.Row).Where(match => clause.Conditions.All(condition => Holds(condition, match)))];
        return matches.Length > 0 || !clause.Optional ? matches : [Missing(clause, row)];
    }

    private IEnumerable<(Binding, IReadOnlyList<ModelRelationship>)> Walk(
        PathModel path, int place, Binding row, IReadOnlyList<ModelRelationship> used)
    {
        if (place == 0)
        {
            return Nodes(path.Nodes[0], row).SelectMany(next => Hop(path, 0, next, used));
        }

        return Hop(path, place, row, used);
    }

    private IEnumerable<(Binding, IReadOnlyList<ModelRelationship>)> Hop(
        PathModel path, int place, Binding row, IReadOnlyList<ModelRelationship> used)
    {
        if (place == path.Hops.Count)
        {
            return [(row, used)];
        }

        HopSlot hop = path.Hops[place];
        NodeSlot target = path.Nodes[place + 1];
        ModelNode from = row.Nodes[path.Nodes[place].Name]!;
        return Steps(hop, from, [], hop.Minimum ?? 1, hop.Maximum ?? 1, used)
            .SelectMany(walk => Nodes(target, row).Where(next => next.Nodes[target.Name] == walk.End)
                .SelectMany(next => Hop(path, place + 1, next.With(hop.Name, walk.Way), [.. used, .. walk.Way])));
    }

    private IEnumerable<(ModelNode End, IReadOnlyList<ModelRelationship> Way)> Steps(
        HopSlot hop, ModelNode at, IReadOnlyList<ModelRelationship> way, int minimum, int maximum, IReadOnlyList<ModelRelationship> used)
    {
        if (way.Count >= minimum)
        {
            yield return (at, way);
        }

        if (way.Count == maximum)
        {
            yield break;
        }

        foreach (ModelRelationship step in graph.Relationships)
        {
            if (++_trials > MostTrials)
            {
                yield break;
            }

            if ((hop.Type is not null && step.Type != hop.Type) || used.Contains(step) || way.Contains(step))
            {
                continue;
            }

            IEnumerable<ModelNode> ends = new[]
            {
                hop.Direction >= 0 && step.From == at ? step.To : null,
                hop.Direction <= 0 && step.To == at ? step.From : null,
            }.OfType<ModelNode>().Distinct();
            foreach ((ModelNode, IReadOnlyList<ModelRelationship>) further in ends.SelectMany(end =>
                Steps(hop, end, [.. way, step], minimum, maximum, used)))
            {
                yield return further;
            }
        }
    }

    private IEnumerable<Binding> Nodes(NodeSlot slot, Binding row)
    {
        // A name that is bound stands for its node alone, or for none where it is null.
        IEnumerable<ModelNode> candidates = !row.Nodes.TryGetValue(slot.Name, out ModelNode? bound) ? graph.Nodes : bound is null ? [] : [bound];
        return candidates
            .Where(node => (slot.Label is null || node.Labels.Contains(slot.Label)) && (slot.X is null || node.X == slot.X))
            .Select(node => row.With(slot.Name, node));
    }

    private static bool Holds(ConditionModel condition, Binding row)
    {
        int? left = row.Nodes[condition.Node]?.X;
        int? right = condition.Other is null ? condition.Constant : row.Nodes[condition.Other]?.X;
        return left is { } a && right is { } b && condition.Operator switch
        {
            "=" => a == b,
            "<" => a < b,
            ">=" => a >= b,
            _ => a != b,
        };
    }

    private static Binding Missing(ClauseModel clause, Binding row)
    {
        foreach (PathModel path in clause.Paths)
        {
            row = path.Nodes.Aggregate(row, (next, node) => next.Nodes.ContainsKey(node.Name) ? next : next.With(node.Name, (ModelNode?)null));
            row = path.Hops.Aggregate(row, (next, hop) => next.With(hop.Name, (IReadOnlyList<ModelRelationship>?)null));
        }

        return row;
    }

    private sealed record Binding(
        IReadOnlyDictionary<string, ModelNode?> Nodes, IReadOnlyDictionary<string, IReadOnlyList<ModelRelationship>?> Hops)
    {
        public static Binding Empty { get; } = new(new Dictionary<string, ModelNode?>(), new Dictionary<string, IReadOnlyList<ModelRelationship>?>());

        public Binding With(string name, ModelNode? node) => this with { Nodes = new Dictionary<string, ModelNode?>(Nodes) { [name] = node } };

        public Binding With(string name, IReadOnlyList<ModelRelationship>? way) =>
            this with { Hops = new Dictionary<string, IReadOnlyList<ModelRelationship>?>(Hops) { [name] = way } };

        public string NodeText(string name) => Nodes[name] is { } node ? $"{node.Id}" : "null";

        public string HopText(HopSlot hop) => Hops[hop.Name] switch
        {
            null => "null",
            [var only] when hop.Minimum is null => $"{only.Id}",
            IReadOnlyList<ModelRelationship> way => $"[{string.Join(',', way.Select(one => one.Id))}]",
        };
    }
}
