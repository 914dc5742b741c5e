using Chancery.Cypher.Binding;
using Chancery.Cypher.Syntax;

namespace Chancery.Cypher.Planning;

/// <summary>One condition of a pattern, and what the pattern must have given values to before it can be asked.</summary>
internal sealed record Conjunct(BoundExpression Expression, IReadOnlySet<BoundVariable> Needs);

internal sealed record NamedPath(BoundVariable Variable, IReadOnlyList<PathPart> Parts);

/// <summary>The patterns of one MATCH as nodes, connections and conditions, in the order in which they were written.</summary>
internal sealed class PatternGraph
{
    private readonly PlanningContext _context;
    private readonly HashSet<BoundVariable> _own;
    private readonly HashSet<BoundVariable> _seen = [];

    public PatternGraph(BoundMatch match, PlanningContext context)
    {
        _context = context;
        _own = [.. match.Introduced];
        foreach (BoundPathPattern pattern in match.Patterns)
        {
            Add(pattern);
        }

        foreach (BoundVariable node in Bound.Where(node => !Connections.Any(connection => connection.From == node || connection.To == node)))
        {
            // Nothing else asks such a node anything, and null is no match.
            Add(new BoundNullPredicate(Reference(node), Not: true) { Type = StaticType.Boolean });
        }

        if (match.Where is not null)
        {
            Add(match.Where);
        }
    }

    public List<BoundVariable> Nodes { get; } = [];

    /// <summary>The nodes that have values before the pattern is matched.</summary>
    public HashSet<BoundVariable> Bound { get; } = [];

    public List<Connection> Connections { get; } = [];

    public List<Conjunct> Conjuncts { get; } = [];

    public List<NamedPath> Paths { get; } = [];

    public static BoundReference Reference(BoundVariable variable) => new(variable) { Type = variable.Type };

    /// <summary>The names, where the expression is one or a choice of several; null for anything else.</summary>
    public static IReadOnlyList<string>? SimpleTypes(LabelExpression? types) => types switch
    {
        null => [],
        LabelName name => [name.Name],
        LabelOr any when any.Operands.All(operand => operand is LabelName) => [.. any.Operands.Cast<LabelName>().Select(name => name.Name).Distinct()],
        _ => null,
    };

    private void Add(BoundPathPattern pattern)
    {
        if (pattern.Selector is { Legacy: false })
        {
            AddSelected(pattern);
            return;
        }

        AddNode((BoundNodePattern)pattern.Elements[0]);
        List<PathPart> parts = [new PathPart(((BoundNodePattern)pattern.Elements[0]).Variable, PathPartKind.Node, [])];
        for (int i = 1; i < pattern.Elements.Count; i += 2)
        {
            BoundNodePattern next = (BoundNodePattern)pattern.Elements[i + 1];
            AddNode(next);
            BoundVariable from = ((BoundNodePattern)pattern.Elements[i - 1]).Variable;
            parts.Add(pattern.Elements[i] switch
            {
                BoundRelationshipPattern relationship => AddRelationship(from, next.Variable, relationship, pattern),
                BoundQuantifiedPath path => AddRounds(from, next.Variable, path, pattern.Variable is not null),
                _ => throw new InvalidOperationException($"{pattern.Elements[i].GetType().Name} is no connection."),
            });
            parts.Add(new PathPart(next.Variable, PathPartKind.Node, []));
        }

        foreach (BoundExpression predicate in pattern.Predicates)
        {
            Add(predicate);
        }

        if (pattern.Variable is { } variable && pattern.Selector is null)
        {
            Paths.Add(new NamedPath(variable, parts));
        }
    }

    private void AddSelected(BoundPathPattern pattern)
    {
        BoundNodePattern first = (BoundNodePattern)pattern.Elements[0];
        BoundNodePattern last = (BoundNodePattern)pattern.Elements[^1];
        AddNode(first);
        AddNode(last);
        if (pattern.Elements.Count != 3 || pattern.Predicates.Count > 0 || Repeated(pattern.Elements[1]) is not { } repeated)
        {
            Connections.Add(new Selected(first.Variable, last.Variable, pattern, new HashSet<BoundVariable>()));
            return;
        }

        // A walk's nodes follow from its relationships; those of other rounds must be kept for the path.
        bool isWalk = pattern.Elements[1] is BoundRelationshipPattern;
        (Rounds rounds, PathPart part) = RoundsOf(first.Variable, last.Variable, repeated, pattern.Variable is not null && !isWalk);
        part = isWalk ? new PathPart(part.Variable, PathPartKind.RelationshipList, []) : part;
        Connections.Add(new SelectedRounds(rounds, pattern.Selector!.Kind, pattern.Selector.Count));
        if (pattern.Variable is { } variable)
        {
            PathPart start = new(first.Variable, PathPartKind.Node, []);
            PathPart end = new(last.Variable, PathPartKind.Node, []);
            Paths.Add(new NamedPath(variable, [start, part, end]));
        }
    }

    /// <summary>A quantified path, or a relationship of variable length as one of a single relationship; null for a plain relationship.</summary>
    private BoundQuantifiedPath? Repeated(BoundPatternElement element)
    {
        if (element is not BoundRelationshipPattern { Length: { } length, IsBound: false } relationship)
        {
            return element as BoundQuantifiedPath;
        }

        BoundNodePattern Node(string name) => new(_context.NewVariable(name, StaticType.Node), null, [], IsBound: false);
        BoundRelationshipPattern step = relationship with { Variable = relationship.Step, Length = null };
        return new BoundQuantifiedPath(
            [Node("from"), step, Node("to")], [], length, [new BoundGroupVariable(relationship.Step, relationship.Variable)]);
    }

    private void AddNode(BoundNodePattern node)
    {
        if (_seen.Add(node.Variable))
        {
            Nodes.Add(node.Variable);
            if (node.IsBound)
            {
                Bound.Add(node.Variable);
            }
        }

        if (node.Labels is not null)
        {
            AddLabels(node.Variable, node.Labels);
        }

        foreach (BoundExpression predicate in node.Predicates)
        {
            Add(predicate);
        }
    }

    private void AddLabels(BoundVariable variable, LabelExpression labels)
    {
        if (labels is LabelAnd all)
        {
            foreach (LabelExpression operand in all.Operands)
            {
                AddLabels(variable, operand);
            }

            return;
        }

        Add(new BoundLabelPredicate(Reference(variable), labels) { Type = StaticType.Boolean });
    }

    private PathPart AddRelationship(BoundVariable from, BoundVariable to, BoundRelationshipPattern relationship, BoundPathPattern pattern)
    {
        IReadOnlyList<string>? types = SimpleTypes(relationship.Types);
        Hop hop = new(relationship.Variable, types ?? [], relationship.Direction);
        BoundExpression[] predicates =
        [
            .. types is null ? new[] { new BoundLabelPredicate(Reference(relationship.Step), relationship.Types!) { Type = StaticType.Boolean } } : [],
            .. relationship.Predicates,
        ];
        if (pattern.Selector is { } selector)
        {
            Connections.Add(new Shortest(
                from,
                to,
                hop,
                relationship.Step,
                relationship.Length ?? new BoundLength(1, 1),
                predicates,
                selector.Kind == PathSelectorKind.AllShortest,
                pattern.Variable,
                NeedsOf(predicates)));
            return new PathPart(relationship.Variable, PathPartKind.RelationshipList, []);
        }

        if (relationship.Length is { } length)
        {
            Connections.Add(new Walk(from, to, hop, relationship.Step, length, predicates, relationship.IsBound, NeedsOf(predicates)));
            return new PathPart(relationship.Variable, PathPartKind.RelationshipList, []);
        }

        Connections.Add(new SingleHop(from, to, hop, relationship.IsBound));
        foreach (BoundExpression predicate in predicates)
        {
            Add(predicate);
        }

        return new PathPart(relationship.Variable, PathPartKind.Relationship, []);
    }

    private PathPart AddRounds(BoundVariable from, BoundVariable to, BoundQuantifiedPath path, bool named)
    {
        (Rounds rounds, PathPart part) = RoundsOf(from, to, path, named);
        Connections.Add(rounds);
        return part;
    }

    private (Rounds Rounds, PathPart Part) RoundsOf(BoundVariable from, BoundVariable to, BoundQuantifiedPath path, bool named)
    {
        List<BoundGroupVariable> groups = [.. path.Groups];
        List<BoundVariable> interleaved = [];
        foreach (BoundPatternElement element in path.Elements.Skip(1))
        {
            BoundVariable inner = element is BoundNodePattern node ? node.Variable : ((BoundRelationshipPattern)element).Variable;
            BoundGroupVariable? group = groups.Find(candidate => candidate.Inner == inner);
            if (group is null && (named || element is BoundRelationshipPattern))
            {
                group = new BoundGroupVariable(inner, _context.NewVariable(inner.Name, StaticType.ListOf(inner.Type)));
                groups.Add(group);
            }

            if (group is not null)
            {
                interleaved.Add(group.Group);
            }
        }

        IEnumerable<BoundExpression> conditions = path.Predicates.Concat(path.Elements.SelectMany(element => element switch
        {
            BoundNodePattern node => node.Predicates,
            BoundRelationshipPattern relationship => relationship.Predicates,
            _ => [],
        }));
        return (
            new Rounds(from, to, path, groups, NeedsOf(conditions)),
            new PathPart(interleaved.Count > 0 ? interleaved[0] : from, PathPartKind.Rounds, interleaved));
    }

    private HashSet<BoundVariable> NeedsOf(IEnumerable<BoundExpression> expressions) =>
        [.. expressions.SelectMany(VariableUse.Of).Where(_own.Contains)];

    private void Add(BoundExpression condition)
    {
        if (condition is BoundLogical { Operator: LogicalOperator.And } all)
        {
            foreach (BoundExpression operand in all.Operands)
            {
                Add(operand);
            }

            return;
        }

        if (condition is BoundLabelPredicate { Labels: LabelAnd every } labels)
        {
            foreach (LabelExpression operand in every.Operands)
            {
                Add(labels with { Labels = operand });
            }

            return;
        }

        condition = AsChoice(condition);
        Conjuncts.Add(new Conjunct(condition, NeedsOf([condition])));
    }

    /// <summary><c>n.x = 1 OR n.x = 2</c> as <c>n.x IN [1, 2]</c>, which an index can answer.</summary>
    private static BoundExpression AsChoice(BoundExpression condition)
    {
        if (condition is not BoundLogical { Operator: LogicalOperator.Or } any
            || any.Operands is not [BoundComparison { Left: BoundProperty { Target: BoundReference } first }, ..]
            || !any.Operands.All(operand => operand is BoundComparison { Operator: ComparisonOperator.Equal, Left: BoundProperty { Target: BoundReference reference } property }
                && reference.Variable == ((BoundReference)first.Target).Variable && property.Key == first.Key))
        {
            return condition;
        }

        BoundExpression[] values = [.. any.Operands.Cast<BoundComparison>().Select(comparison => comparison.Right)];
        BoundList list = new(values) { Type = StaticType.List };
        return new BoundBinary(BinaryOperator.In, first, list) { Type = StaticType.Boolean, Span = condition.Span };
    }
}
