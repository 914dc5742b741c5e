using Chancery.Cypher.Binding;
using Chancery.Cypher.Syntax;

namespace Chancery.Cypher.Planning;

/// <summary>
/// Turns a pattern into scans and expansions: from every start that is worth it, the cheapest next step again and again; then the
/// cheapest of those plans.
/// </summary>
internal sealed partial class PatternSolver
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
        PatternState[] scans = [.. Open(state).Select(node => Cheaper(Scan(state, node), _context.Optimize ? Join(state, node) : null))];
        if (scans.Length == 0)
        {
            return expansion;
        }

        if (expansion is null)
        {
            return _context.Optimize ? scans.MinBy(step => step.Rows + step.Cost)! : scans[0];
        }

        // A seek that finds one node is worth more than an expansion that fans out: its node makes a later expansion cheap.
        PatternState? seek = Open(state).Where(node => PathTo(state, node).Rows < 2).Select(node => Scan(state, node)).MinBy(step => step.Rows + step.Cost);
        return seek is not null && seek.Rows <= state.Rows && seek.Cost + seek.Rows < expansion.Cost + expansion.Rows ? seek : expansion;
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

    private AccessPath PathTo(PatternState state, BoundVariable node) =>
        _access.Best(node, [.. state.Conjuncts.Where(condition => condition.Needs.Contains(node))], state.Known);

    private PatternState Scan(PatternState state, BoundVariable node)
    {
        AccessPath path = PathTo(state, node);
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

    /// <summary>
    /// Finds a node once for all rows, by its own conditions alone, and joins it to them by a value that it must equal. Null where no
    /// condition asks for that, or where there is one row and nothing would be gained.
    /// </summary>
    private PatternState? Join(PatternState state, BoundVariable node)
    {
        const double FewRows = 4;
        if (state.Rows < FewRows)
        {
            return null;
        }

        (BoundExpression Known, BoundExpression Own)[] equal =
        [
            .. state.Conjuncts.Select(condition => condition.Expression).OfType<BoundComparison>()
                .Where(comparison => comparison.Operator == ComparisonOperator.Equal)
                .SelectMany(comparison => new[] { (comparison.Left, comparison.Right), (comparison.Right, comparison.Left) })
                .Where(sides => IsOf(node, sides.Item2) && !VariableUse.Of(sides.Item1).Contains(node) && state.Known.IsSupersetOf(VariableUse.Of(sides.Item1))
                    && VariableUse.Of(sides.Item1).Count > 0),
        ];
        if (equal.Length == 0)
        {
            return null;
        }

        Conjunct[] own = [.. state.Conjuncts.Where(condition => IsOf(node, condition.Expression))];
        PatternState alone = Scan(new PatternState(new Unit(), 1, 0, [], [], own, []), node);
        double rows = Math.Max(1, state.Rows * alone.Rows * Math.Pow(Estimates.EqualitySelectivity, equal.Length));
        // Equal values of a group are not always equal to the operator (a list with a null in it): the conditions are asked again.
        return Filter(state with
        {
            Plan = new HashJoin(state.Plan, alone.Plan, [.. equal.Select(pair => pair.Known)], [.. equal.Select(pair => pair.Own)]) { Rows = rows },
            Rows = rows,
            Cost = state.Cost + state.Rows + alone.Cost + rows,
            Known = [.. state.Known, node],
            Conjuncts = [.. state.Conjuncts.Except(own)],
        });
    }

    // Nothing but the node, so that it is the same for every row.
    private static bool IsOf(BoundVariable node, BoundExpression expression) =>
        VariableUse.Of(expression) is { Count: 1 } used && used.Contains(node) && !VariableUse.HasSubquery(expression);

    private static PatternState Cheaper(PatternState scan, PatternState? join) =>
        join is not null && join.Cost + join.Rows < scan.Cost + scan.Rows ? join : scan;

    private PatternState ScanRelationships(PatternState state, SingleHop hop)
    {
        bool directed = hop.Hop.Direction is RelationshipDirection.Left or RelationshipDirection.Right;
        // More than the one row of a seek, also where there is none yet: the statement itself may be about to make them.
        double rows = state.Rows * Math.Max(2, _context.Estimates.RelationshipsOf(hop.Hop.Types)) * (directed ? 1 : 2);
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
