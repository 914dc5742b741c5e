namespace Chancery.Cypher.Tests.Execution.Generated;

internal sealed record NodeSlot(string Name, string? Label, int? X);

/// <summary>A relationship between two places of a path; with bounds it is one of variable length. Direction: 1 right, -1 left, 0 either.</summary>
internal sealed record HopSlot(string Name, string? Type, int Direction, int? Minimum, int? Maximum);

internal sealed record PathModel(IReadOnlyList<NodeSlot> Nodes, IReadOnlyList<HopSlot> Hops);

/// <summary>A comparison of a node's <c>x</c> with a constant, or with that of another node.</summary>
internal sealed record ConditionModel(string Node, string Operator, int? Constant, string? Other);

internal sealed record ClauseModel(bool Optional, IReadOnlyList<PathModel> Paths, IReadOnlyList<ConditionModel> Conditions);

/// <summary>A query of one or two MATCH clauses that returns what each variable was bound to, or counts by the first of them.</summary>
internal sealed record ModelQuery(IReadOnlyList<ClauseModel> Clauses, bool Counts)
{
    private static readonly string[] _names = ["a", "b", "c", "d"];
    private static readonly string[] _operators = ["=", "<", ">=", "<>"];

    public IReadOnlyList<string> Nodes => [.. Clauses.SelectMany(clause => clause.Paths).SelectMany(path => path.Nodes).Select(node => node.Name).Distinct()];

    public IReadOnlyList<HopSlot> Hops => [.. Clauses.SelectMany(clause => clause.Paths).SelectMany(path => path.Hops)];

    public static ModelQuery Make(Random random)
    {
        int hops = 0;
        List<ClauseModel> clauses = [];
        for (int i = random.Next(1, 3); i > 0; i--)
        {
            PathModel[] paths = [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => Path(random, ref hops))];
            string[] nodes = [.. clauses.SelectMany(clause => clause.Paths).Concat(paths).SelectMany(path => path.Nodes).Select(node => node.Name)];
            ConditionModel[] conditions = [.. Enumerable.Range(0, random.Next(0, 3)).Select(_ => Condition(random, nodes))];
            clauses.Add(new ClauseModel(clauses.Count > 0 && random.Next(2) == 0, paths, conditions));
        }

        return new ModelQuery(clauses, random.Next(3) == 0);
    }

    public override string ToString()
    {
        string first = Nodes[0];
        string columns = Counts
            ? $"{first}.i AS {first}, count(*) AS n"
            : string.Join(", ", Nodes.Select(node => $"{node}.i AS {node}").Concat(Hops.Select(hop =>
                hop.Minimum is null ? $"{hop.Name}.i AS {hop.Name}" : $"[e IN {hop.Name} | e.i] AS {hop.Name}")));
        return $"{string.Join(' ', Clauses.Select(Print))} RETURN {columns}";
    }

    private static PathModel Path(Random random, ref int hops)
    {
        List<NodeSlot> nodes = [Node(random)];
        List<HopSlot> path = [];
        for (int i = random.Next(0, 3); i > 0; i--)
        {
            bool walk = random.Next(4) == 0;
            int minimum = random.Next(0, 3);
            path.Add(new HopSlot(
                $"r{hops++}",
                random.Next(2) == 0 ? null : random.Next(2) == 0 ? "R" : "S",
                random.Next(-1, 2),
                walk ? minimum : null,
                walk ? minimum + random.Next(0, 3) : null));
            nodes.Add(Node(random));
        }

        return new PathModel(nodes, path);
    }

    private static NodeSlot Node(Random random) => new(
        _names[random.Next(_names.Length)],
        random.Next(3) == 0 ? ((string[])["A", "B", "C"])[random.Next(3)] : null,
        random.Next(4) == 0 ? random.Next(4) : null);

    private static ConditionModel Condition(Random random, string[] nodes) => random.Next(2) == 0
        ? new(nodes[random.Next(nodes.Length)], _operators[random.Next(4)], random.Next(4), null)
        : new(nodes[random.Next(nodes.Length)], _operators[random.Next(4)], null, nodes[random.Next(nodes.Length)]);

    private static string Print(ClauseModel clause)
    {
        string where = clause.Conditions.Count == 0
            ? ""
            : " WHERE " + string.Join(" AND ", clause.Conditions.Select(condition =>
                $"{condition.Node}.x {condition.Operator} {(condition.Other is null ? condition.Constant : condition.Other + ".x")}"));
        return $"{(clause.Optional ? "OPTIONAL " : "")}MATCH {string.Join(", ", clause.Paths.Select(Print))}{where}";
    }

    private static string Print(PathModel path)
    {
        string text = Print(path.Nodes[0]);
        for (int i = 0; i < path.Hops.Count; i++)
        {
            HopSlot hop = path.Hops[i];
            string length = hop.Minimum is null ? "" : $"*{hop.Minimum}..{hop.Maximum}";
            string inside = $"[{hop.Name}{(hop.Type is null ? "" : ":" + hop.Type)}{length}]";
            text += $"{(hop.Direction < 0 ? "<" : "")}-{inside}-{(hop.Direction > 0 ? ">" : "")}{Print(path.Nodes[i + 1])}";
        }

        return text;
    }

    private static string Print(NodeSlot node) =>
        $"({node.Name}{(node.Label is null ? "" : ":" + node.Label)}{(node.X is null ? "" : $" {{x: {node.X}}}")})";
}
