using Chancery.Cypher.Binding;
using Chancery.Cypher.Syntax;

namespace Chancery.Cypher.Planning;

/// <summary>
/// Turns a pattern into scans and expansions: from every start that is worth it, the cheapest next step again and again; then the
/// cheapest of those plans.
/// </summary>
internal sealed class PatternSolver
{
    private const int MostStarts = 12;

    private readonly PlanningContext _context;
    private readonly AccessPaths _access;
    private readonly PatternGraph _pattern;
    private readonly HashSet<BoundVariable> _before;

    public PatternSolver(BoundMatch match, PlanningContext context)
    {
        _context = context;
        _access = new AccessPaths(context);
        _pattern = new PatternGraph(match, context);
        // Whatever the pattern reads and does not introduce has a value before it.
        _before = [.. VariableUse.Of(match).Except(match.Introduced), .. _pattern.Bound];
    }

    public LogicalPlan Solve(LogicalPlan input)
    {
        PatternState start = Filter(new PatternState(input, input.Rows, 0, _before, _pattern.Connections, _pattern.Conjuncts, []));
        PatternState? best = null;
        foreach (PatternState first in Starts(start))
        {
            PatternState state = first;
            while (Next(state) is { } next)
            {
                state = next;
            }

            if (best is null || state.Cost < best.Cost)
            {
                best = state;
            }
        }

        return best!.Plan;
    }

    private IEnumerable<PatternState> Starts(PatternState start)
    {
        if (!_context.Optimize || start.Connections.Any(connection => CanTake(start, connection)))
        {
            return [start];
        }

        BoundVariable[] open = [.. Open(start)];
        PatternState[] starts =
        [
            .. open.Select(node => Scan(start, node)).OrderBy(state => state.Cost).Take(MostStarts),
            .. start.Connections.OfType<SingleHop>().Where(hop => !hop.IsBound && hop.From != hop.To && CanScan(start, hop))
                .Select(hop => ScanRelationships(start, hop)),
        ];
        return starts.Length == 0 ? [start] : starts;
    }

    private IEnumerable<BoundVariable> Open(PatternState state) => _pattern.Nodes.Where(node => !state.Known.Contains(node));

    /// <summary>The cheapest next step, or null where everything is matched.</summary>
    private PatternState? Next(PatternState state)
    {
        PatternState[] steps = [.. state.Connections.Where(connection => CanTake(state, connection)).Select(connection => Take(state, connection))];
        if (steps.Length > 0 && !_context.Optimize)
        {
            return steps[0];
        }

        PatternState? expansion = steps.MinBy(step => step.Rows + step.Cost);
        PatternState[] scans = [.. Open(state).Select(node => Scan(state, node))];
        if (scans.Length == 0)
        {
            return expansion;
        }

        PatternState scan = _context.Optimize ? scans.MinBy(step => step.Rows + step.Cost)! : scans[0];
        // A seek that finds one node is worth more than an expansion that fans out: its node makes a later expansion cheap.
        return expansion is null || (_context.Optimize && scan.Rows <= state.Rows && scan.Cost + scan.Rows < expansion.Cost + expansion.Rows)
            ? scan
            : expansion;
    }

    private static bool CanTake(PatternState state, Connection connection)
    {
        if (!state.Known.IsSupersetOf(connection.Needs.Where(need =>
            !connection.Relationships.Contains(need) && (connection is not Walk walk || need != walk.Step) && (connection is not Shortest path || need != path.Step))))
        {
            return false;
        }

        bool from = state.Known.Contains(connection.From);
        bool to = state.Known.Contains(connection.To);
        return connection switch
        {
            Shortest => from && to,
            SingleHop { IsBound: true } => true,
            Walk { IsBound: true } => from,
            _ => from || to,
        };
    }

    private bool CanScan(PatternState state, SingleHop hop) =>
        !state.Known.Contains(hop.From) && !state.Known.Contains(hop.To) && _context.Estimates.RelationshipsOf(hop.Hop.Types) < _context.Estimates.Nodes;

    private PatternState Scan(PatternState state, BoundVariable node)
    {
        AccessPath path = _access.Best(node, [.. state.Conjuncts.Where(condition => condition.Needs.Contains(node))], state.Known);
        double rows = state.Rows * path.Rows;
        return Filter(state with
        {
            Plan = path.Plan(state.Plan) with { Rows = rows },
            Rows = rows,
            Cost = state.Cost + rows,
            Known = [.. state.Known, node],
            Conjuncts = [.. state.Conjuncts.Except(path.Settled)],
        });
    }

    private PatternState ScanRelationships(PatternState state, SingleHop hop)
    {
        bool directed = hop.Hop.Direction is RelationshipDirection.Left or RelationshipDirection.Right;
        double rows = state.Rows * _context.Estimates.RelationshipsOf(hop.Hop.Types) * (directed ? 1 : 2);
        return Filter(state with
        {
            Plan = new RelationshipScan(state.Plan, hop.From, hop.Hop, hop.To) { Rows = rows },
            Rows = rows,
            // Each relationship is looked up to learn its ends, which an expansion knows from the start.
            Cost = state.Cost + (rows * 1.5),
            Known = [.. state.Known, hop.From, hop.Hop.Relationship, hop.To],
            Connections = [.. state.Connections.Where(connection => connection != hop)],
            Met = [.. state.Met, hop],
        });
    }

    private PatternState Take(PatternState state, Connection connection)
    {
        bool forward = state.Known.Contains(connection.From);
        bool into = forward && state.Known.Contains(connection.To);
        (BoundVariable near, BoundVariable far) = forward ? (connection.From, connection.To) : (connection.To, connection.From);
        BoundVariable[] others = [.. state.Met.Where(met => MayShare(met, connection)).SelectMany(met => met.Relationships)];
        (LogicalPlan plan, double fanOut) = connection switch
        {
            SingleHop { IsBound: true } hop => (
                new Endpoints(
                    state.Plan, hop.From, state.Known.Contains(hop.From), hop.Hop, hop.To, state.Known.Contains(hop.To), others),
                1.0),
            SingleHop hop => TakeHop(state, hop, near, far, forward, into, others),
            Walk walk => TakeWalk(state, walk, near, far, forward, into, others),
            Shortest shortest => TakeShortest(state, shortest),
            Rounds rounds => TakeRounds(state, rounds, near, far, forward, into, others),
            SelectedRounds selected => TakeSelectedRounds(state, selected, near, far, forward, into),
            Selected selected => TakeSelected(state, selected),
            _ => throw new InvalidOperationException($"{connection.GetType().Name} cannot be planned."),
        };
        double rows = Math.Max(state.Rows * fanOut, 1e-3);
        HashSet<BoundVariable> known = [.. state.Known, connection.From, connection.To, .. plan.Introduced, .. IntroducedBy(connection)];
        return Filter(state with
        {
            Plan = plan with { Rows = rows },
            Rows = rows,
            Cost = state.Cost + Math.Max(rows, state.Rows),
            Known = known,
            Connections = [.. state.Connections.Where(other => !ReferenceEquals(other, connection))],
            Conjuncts = connection is Shortest { Path: { } } or Shortest
                ? [.. state.Conjuncts.Where(condition => !IsPathCondition((Shortest)connection, condition, state))]
                : state.Conjuncts,
            Met = [.. state.Met, connection],
        });
    }

    private static IEnumerable<BoundVariable> IntroducedBy(Connection connection) => connection switch
    {
        Rounds rounds => rounds.Groups.Select(group => group.Group),
        SelectedRounds selected => IntroducedBy(selected.Rounds),
        Selected selected => PatternVariables.Introduced([selected.Pattern]),
        _ => [],
    };

    private (LogicalPlan, double) TakeHop(
        PatternState state, SingleHop hop, BoundVariable near, BoundVariable far, bool forward, bool into, BoundVariable[] others)
    {
        Hop seen = forward ? hop.Hop : hop.Hop with { Direction = Reverse(hop.Hop.Direction) };
        double degree = _context.Estimates.Degree(LabelOf(near), seen);
        return (new Expand(state.Plan, near, seen, far, into, others), into ? Math.Min(1, degree / _context.Estimates.Nodes) : degree);
    }

    private (LogicalPlan, double) TakeWalk(
        PatternState state, Walk walk, BoundVariable near, BoundVariable far, bool forward, bool into, BoundVariable[] others)
    {
        Hop seen = forward ? walk.Hop : walk.Hop with { Direction = Reverse(walk.Hop.Direction) };
        double walks = Estimates.Walks(_context.Estimates.Degree(null, seen), walk.Length);
        LogicalPlan plan = new VarExpand(
            state.Plan, near, seen, walk.Step, far, walk.Length, walk.Predicates, into, Reversed: !forward, walk.IsBound, others);
        return (plan, walk.IsBound ? 1 : into ? Math.Max(1e-3, walks / _context.Estimates.Nodes) : walks);
    }

    private static (LogicalPlan, double) TakeShortest(PatternState state, Shortest shortest)
    {
        BoundExpression[] onPath = [.. state.Conjuncts.Where(condition => IsPathCondition(shortest, condition, state)).Select(condition => condition.Expression)];
        return (
            new ShortestPath(
                state.Plan,
                shortest.From,
                shortest.Hop,
                shortest.Step,
                shortest.To,
                shortest.Length,
                shortest.All,
                shortest.Predicates,
                shortest.Path,
                onPath),
            1.0);
    }

    /// <summary>A condition that reads the path: the shortest path is sought among those that satisfy it.</summary>
    private static bool IsPathCondition(Shortest shortest, Conjunct condition, PatternState state) =>
        condition.Needs.Any(need => need == shortest.Path || need == shortest.Hop.Relationship)
        && condition.Needs.All(need => need == shortest.Path || need == shortest.Hop.Relationship || state.Known.Contains(need));

    private (LogicalPlan, double) TakeRounds(
        PatternState state, Rounds rounds, BoundVariable near, BoundVariable far, bool forward, bool into, BoundVariable[] others)
    {
        (LogicalPlan inner, RoundShape shape) = PlanRound(rounds, near, far, forward, into);
        double walks = Estimates.Walks(Math.Max(inner.Rows, 1e-3), rounds.Pattern.Length);
        return (new Repeat(state.Plan, inner, shape, others), into ? Math.Max(1e-3, walks / _context.Estimates.Nodes) : walks);
    }

    private (LogicalPlan, double) TakeSelectedRounds(
        PatternState state, SelectedRounds selected, BoundVariable near, BoundVariable far, bool forward, bool into)
    {
        (LogicalPlan inner, RoundShape shape) = PlanRound(selected.Rounds, near, far, forward, into);
        return (new ShortestRounds(state.Plan, inner, shape, selected.Kind, selected.Count), into ? 1 : _context.Estimates.Nodes);
    }

    /// <summary>The plan that matches one round from a given node.</summary>
    private (LogicalPlan Inner, RoundShape Shape) PlanRound(Rounds rounds, BoundVariable near, BoundVariable far, bool forward, bool into)
    {
        BoundVariable innerFirst = ((BoundNodePattern)rounds.Pattern.Elements[0]).Variable;
        BoundVariable innerLast = ((BoundNodePattern)rounds.Pattern.Elements[^1]).Variable;
        (BoundVariable innerNear, BoundVariable innerFar) = forward ? (innerFirst, innerLast) : (innerLast, innerFirst);
        BoundPatternElement[] elements =
        [
            .. rounds.Pattern.Elements.Select(element =>
                element is BoundNodePattern node && node.Variable == innerNear ? node with { IsBound = true } : element),
        ];
        BoundPathPattern round = new(null, null, elements) { Predicates = rounds.Pattern.Predicates };
        BoundVariable[] introduced = [.. PatternVariables.Introduced([round])];
        LogicalPlan inner = new PatternSolver(new BoundMatch(false, [round], null, introduced), _context).Solve(new Unit());
        RoundShape shape = new(
            near, far, innerNear, innerFar, rounds.Pattern.Length, [.. rounds.InnerRelationships], rounds.Groups, into, Reversed: !forward);
        return (inner, shape);
    }

    private (LogicalPlan, double) TakeSelected(PatternState state, Selected selected)
    {
        BoundPatternElement[] elements =
        [
            .. selected.Pattern.Elements.Select(element =>
                element is BoundNodePattern node && state.Known.Contains(node.Variable) ? node with { IsBound = true } : element),
        ];
        BoundPathPattern pattern = selected.Pattern with { Selector = null, Elements = elements };
        BoundVariable[] introduced = [.. PatternVariables.Introduced([pattern])];
        PatternSolver inner = new(new BoundMatch(false, [pattern], null, introduced), _context);
        LogicalPlan plan = inner.Solve(new Unit());
        return (
            new SelectPaths(
                state.Plan,
                plan,
                selected.From,
                selected.To,
                [.. inner._pattern.Connections.SelectMany(connection => connection.Relationships)],
                selected.Pattern.Selector!.Kind,
                selected.Pattern.Selector.Count),
            Math.Max(1, plan.Rows * 0.1));
    }

    private string? LabelOf(BoundVariable node) => _pattern.Conjuncts
        .Select(condition => AccessPaths.LabelOf(node, condition)).OfType<string>()
        .MinBy(_context.Estimates.NodesWithLabel);

    private static bool MayShare(Connection left, Connection right) =>
        left.Types.Count == 0 || right.Types.Count == 0 || left.Types.Intersect(right.Types).Any();

    private static RelationshipDirection Reverse(RelationshipDirection direction) => direction switch
    {
        RelationshipDirection.Left => RelationshipDirection.Right,
        RelationshipDirection.Right => RelationshipDirection.Left,
        _ => direction,
    };

    /// <summary>Asks every condition that can be asked now, and builds every path that is complete.</summary>
    private PatternState Filter(PatternState state)
    {
        foreach (NamedPath path in _pattern.Paths)
        {
            if (!state.Known.Contains(path.Variable) && path.Parts.All(part => IsKnown(part, state)))
            {
                state = state with
                {
                    Plan = new BuildPath(state.Plan, path.Variable, path.Parts) { Rows = state.Rows },
                    Known = [.. state.Known, path.Variable],
                };
            }
        }

        Conjunct[] ready = [.. state.Conjuncts.Where(condition => state.Known.IsSupersetOf(condition.Needs))];
        if (ready.Length == 0)
        {
            return state;
        }

        double rows = state.Rows * ready.Aggregate(1.0, (share, condition) => share * _context.Estimates.Selectivity(condition.Expression));
        return state with
        {
            Plan = new Filter(state.Plan, [.. ready.Select(condition => condition.Expression).OrderBy(ConditionCost)]) { Rows = rows },
            Rows = rows,
            Conjuncts = [.. state.Conjuncts.Except(ready)],
        };
    }

    private static bool IsKnown(PathPart part, PatternState state) =>
        part.Kind == PathPartKind.Rounds ? part.Interleaved.All(state.Known.Contains) : state.Known.Contains(part.Variable);

    // Labels are a bit test; a query inside a condition is anything.
    private static int ConditionCost(BoundExpression condition) => condition switch
    {
        BoundLabelPredicate => 0,
        _ when VariableUse.HasSubquery(condition) => 2,
        _ => 1,
    };

    private sealed record PatternState(
        LogicalPlan Plan,
        double Rows,
        double Cost,
        HashSet<BoundVariable> Known,
        IReadOnlyList<Connection> Connections,
        IReadOnlyList<Conjunct> Conjuncts,
        IReadOnlyList<Connection> Met);
}
