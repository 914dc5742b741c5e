using Chancery.Cypher.Binding;

namespace Chancery.Cypher.Planning;

/// <summary>What the steps of a plan read and fill, from which follows what a step that keeps rows must keep.</summary>
internal static class PlanVariables
{
    /// <summary>The variables that the step itself reads from its input's rows.</summary>
    public static HashSet<BoundVariable> ReadBy(LogicalPlan step)
    {
        HashSet<BoundVariable> read = [.. Expressions(step).SelectMany(VariableUse.Of)];
        read.UnionWith(Direct(step));
        return read;
    }

    /// <summary>All variables that a tree gives values to.</summary>
    public static HashSet<BoundVariable> FilledBy(LogicalPlan plan) => [.. plan.Steps().SelectMany(Fills)];

    private static IEnumerable<BoundVariable> Fills(LogicalPlan step) => step switch
    {
        Merge merge => merge.Clause.Create.Elements.Select(element => element.Variable)
            .Concat(merge.Clause.Create.Variable is { } path ? [path] : Array.Empty<BoundVariable>()),
        OptionalApply optional => optional.Variables,
        _ => step.Introduced,
    };

    public static IEnumerable<BoundExpression> Expressions(LogicalPlan step) => step switch
    {
        MatchPattern match => VariableUse.Expressions(match.Match),
        NodeByIdSeek seek => [seek.Ids],
        NodeIndexSeek seek => seek.Key.Expressions,
        VarExpand expand => expand.Predicates,
        ShortestPath path => path.StepPredicates.Concat(path.PathPredicates),
        SelectPaths { Count: { } count } => [count],
        ShortestRounds { Count: { } count } => [count],
        Filter filter => filter.Conditions,
        Project project => project.Items.Select(item => item.Expression),
        Aggregate aggregate => aggregate.Keys.Select(key => key.Expression).Concat(aggregate.Calls.Select(call => (BoundExpression)call.Call)),
        CountExpand expand => expand.Conditions,
        ScanAggregate scan =>
        [
            .. scan.Conditions,
            .. scan.Keys.Select(key => key.Expression),
            .. scan.Calls.Select(call => call.Call),
        ],
        Sort sort => sort.Items.Select(item => item.Expression),
        Top top => top.Items.Select(item => item.Expression).Append(top.Count),
        Skip skip => [skip.Count],
        Limit limit => [limit.Count],
        Unwind unwind => [unwind.List],
        LoadCsv load => VariableUse.Expressions(load.Clause),
        ProcedureCall call => call.Call.Arguments,
        Show show => show.Command.Names,
        TerminateTransactions terminate => terminate.Command.Ids,
        InTransactions call => VariableUse.Expressions(call.Call),
        HashJoin join => join.Keys.Concat(join.InnerKeys),
        Create create => create.Paths.SelectMany(path => path.Elements).Select(element => element.Properties).OfType<BoundExpression>(),
        Merge merge => VariableUse.Expressions(merge.Clause),
        SetItems set => set.Items.SelectMany(VariableUse.Expressions),
        Delete delete => delete.Targets,
        Foreach loop => [loop.List],
        _ => [],
    };

    private static IEnumerable<BoundVariable> Direct(LogicalPlan step) => step switch
    {
        Expand expand => [expand.From, .. expand.Into ? [expand.To] : Array.Empty<BoundVariable>(), .. expand.Others],
        CountExpand expand => [expand.From, .. expand.Others, .. expand.Before is { } before ? [before] : Array.Empty<BoundVariable>()],
        Endpoints ends => [ends.From, ends.Hop.Relationship, ends.To, .. ends.Others],
        VarExpand expand => [expand.From, expand.To, expand.Hop.Relationship, .. expand.Others],
        Repeat repeat => [repeat.Shape.From, repeat.Shape.To, .. repeat.Others],
        ShortestRounds rounds => [rounds.Shape.From, rounds.Shape.To],
        ShortestPath path => [path.From, path.To],
        SelectPaths select => [select.Start, select.End, .. select.Relationships],
        BuildPath path => path.Parts.SelectMany(part => part.Interleaved.Append(part.Variable)),
        Distinct distinct => distinct.Variables,
        Create create => create.Paths.SelectMany(path => path.Elements).Select(element => element.Variable),
        Merge merge => merge.Clause.Create.Elements.Select(element => element.Variable),
        ProduceResults results => results.Columns,
        _ => [],
    };
}
