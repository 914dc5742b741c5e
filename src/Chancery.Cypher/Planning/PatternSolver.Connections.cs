using Chancery.Cypher.Binding;
using Chancery.Cypher.Syntax;

namespace Chancery.Cypher.Planning;

/// <summary>Each kind of connection as a step from a node that is known.</summary>
internal sealed partial class PatternSolver
{
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
        BoundExpression[] conditions = [.. state.Conjuncts.Where(condition => IsPathCondition(shortest, condition, state)).Select(condition => condition.Expression)];
        BoundExpression[] onSteps = [.. conditions.Select(condition => PathConditions.OnEachStep(condition, shortest)).OfType<BoundExpression>()];
        BoundExpression[] onPath = [.. conditions.Where(condition => PathConditions.OnEachStep(condition, shortest) is null)];
        return (
            new ShortestPath(
                state.Plan,
                shortest.From,
                shortest.Hop,
                shortest.Step,
                shortest.To,
                shortest.Length,
                shortest.All,
                [.. shortest.Predicates, .. onSteps],
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
        if (into && TryTwoSided(state, selected) is { } twoSided)
        {
            return (twoSided, 1);
        }

        (LogicalPlan inner, RoundShape shape) = PlanRound(selected.Rounds, near, far, forward, into);
        return (new ShortestRounds(state.Plan, inner, shape, selected.Kind, selected.Count), into ? 1 : _context.Estimates.Nodes);
    }

    /// <summary>One shortest path, or all, of single relationships between two known nodes: searched from both ends. Null for anything else.</summary>
    private static ShortestPath? TryTwoSided(PatternState state, SelectedRounds selected)
    {
        bool one = selected.Kind is PathSelectorKind.Any or PathSelectorKind.Shortest
            && (selected.Count is null || (selected.Count is BoundLiteral count && count.Value.Equals(1)));
        if ((!one && selected.Kind != PathSelectorKind.AllShortest)
            || selected.Rounds is not
            {
                Pattern:
                {
                    Predicates.Count: 0,
                    Length.Minimum: <= 1,
                    Elements: [BoundNodePattern { Labels: null, Predicates.Count: 0 } from, BoundRelationshipPattern hop, BoundNodePattern { Labels: null, Predicates.Count: 0 } to],
                },
                Groups: [var group],
            }
            || group.Inner != hop.Variable || PatternGraph.SimpleTypes(hop.Types) is not { } types)
        {
            return null;
        }

        return new ShortestPath(
            state.Plan,
            selected.From,
            new Hop(group.Group, types, hop.Direction),
            hop.Variable,
            selected.To,
            selected.Rounds.Pattern.Length,
            selected.Kind == PathSelectorKind.AllShortest,
            hop.Predicates,
            null,
            []);
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
}
