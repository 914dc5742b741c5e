using System.Runtime.CompilerServices;
using Chancery.Cypher.Binding;
using Chancery.Cypher.Execution.Operators;
using Chancery.Cypher.Expressions;
using Chancery.Cypher.Planning;
using Chancery.Cypher.Procedures;
using Chancery.Cypher.Storage;

namespace Chancery.Cypher.Execution;

/// <summary>What operators need besides their plan.</summary>
internal sealed record OperatorEnvironment(
    GraphTokens Tokens, Func<string, Procedure> FindProcedure, ProcedureCatalogue Catalogue, Func<BoundQuery, LogicalPlan> PlanNested, ImportFolder? Imports);

/// <summary>Makes the operators of a plan: the one place where a step becomes something that runs.</summary>
internal sealed partial class OperatorBuilder
{
    private readonly OperatorEnvironment _environment;
    private readonly ExpressionCompiler _compiler;
    private readonly ProfileRecorder? _profile;

    // What is read above the step that is being built; a step that keeps rows keeps these.
    private HashSet<BoundVariable> _needed = [];

    public OperatorBuilder(OperatorEnvironment environment, ProfileRecorder? profile)
    {
        _environment = environment;
        _profile = profile;
        _compiler = new ExpressionCompiler(CompileSubquery, environment.Tokens);
    }

    public Operator Build(LogicalPlan plan, IEnumerable<BoundVariable> needed)
    {
        _needed = [.. needed];
        return Build(plan);
    }

    private Operator Build(LogicalPlan plan)
    {
        HashSet<BoundVariable> above = _needed;
        Operator made = plan switch
        {
            Unit => new SingleRow(),
            Planning.AllNodesScan scan => new Operators.AllNodesScan(Input(scan), scan.Node.Slot),
            Planning.LabelScan scan => new Operators.LabelScan(Input(scan), scan.Node.Slot, new TokenSet([scan.Label])),
            Planning.NodeByIdSeek seek => new Operators.NodeByIdSeek(
                Input(seek), seek.Node.Slot, Compile(seek.Ids), seek.IsList, seek.ByElementId),
            Planning.NodeIndexSeek seek => Seek(seek),
            Planning.RelationshipScan scan => new Operators.RelationshipScan(
                Input(scan), scan.From.Slot, scan.Hop.Relationship.Slot, scan.To.Slot, LegsOf(scan.Hop)),
            Planning.Expand { Into: true } expand => new ExpandInto(
                Input(expand), expand.From.Slot, expand.Hop.Relationship.Slot, expand.To.Slot, LegsOf(expand.Hop), Slots(expand.Others)),
            Planning.Expand expand => new Operators.Expand(
                Input(expand), expand.From.Slot, expand.Hop.Relationship.Slot, expand.To.Slot, LegsOf(expand.Hop), Slots(expand.Others)),
            Planning.Endpoints ends => new Operators.Endpoints(
                Input(ends),
                ends.From.Slot,
                ends.FromKnown,
                ends.Hop.Relationship.Slot,
                ends.To.Slot,
                ends.ToKnown,
                LegsOf(ends.Hop),
                Slots(ends.Others)),
            Planning.VarExpand expand => Walk(expand),
            Planning.Repeat repeat => Rounds(
                repeat, repeat.Shape, (input, rounds) => new Operators.Repeat(input, rounds, Slots(repeat.Others))),
            Planning.ShortestRounds shortest => Rounds(
                shortest,
                shortest.Shape,
                (input, rounds) => new Operators.ShortestRounds(input, rounds, shortest.Kind, _compiler.CompileOptional(shortest.Count))),
            Planning.ShortestPath path => Shortest(path),
            Planning.SelectPaths select => Select(select),
            Planning.BuildPath path when !_needed.Contains(path.Path) => Input(path),
            Planning.BuildPath path => new Operators.BuildPath(
                Input(path), path.Path.Slot, [.. path.Parts.Select(part => new PathPiece(part.Kind, part.Variable.Slot, Slots(part.Interleaved)))]),
            Planning.Filter filter => new Operators.Filter(Input(filter), _compiler.CompileAll(filter.Conditions)),
            Planning.Project project => new Operators.Project(Input(project), Items(project.Items)),
            Planning.Aggregate aggregate => Group(aggregate),
            Planning.StoreCount count => new Operators.StoreCount(
                Input(count), count.OfNodes, new TokenSet(count.Names), Slots(count.Outputs), count.Type?.Slot ?? -1),
            Planning.CountExpand expand => Weigh(expand),
            Planning.ScanAggregate scan => GroupColumns(scan),
            Planning.Distinct distinct => new Operators.Distinct(Input(distinct), Slots(distinct.Variables)),
            Planning.Sort sort => new Operators.Sort(Input(sort), Keys(sort.Items), KeptOf(sort.Input, above)),
            Planning.Top top => new Operators.Top(Input(top), Keys(top.Items), Compile(top.Count), KeptOf(top.Input, above)),
            Planning.Skip skip => new Operators.Skip(Input(skip), Compile(skip.Count)),
            Planning.Limit limit => new Operators.Limit(Input(limit), Compile(limit.Count), limit.Steps().Any(step => step.Writes)),
            Planning.Unwind { List: BoundFunctionCall { Function.Name: "range" } range } unwind => new UnwindRange(
                Input(unwind), _compiler.CompileAll(range.Arguments), Compile(range), unwind.Variable.Slot),
            Planning.Unwind unwind => new Operators.Unwind(Input(unwind), Compile(unwind.List), unwind.Variable.Slot),
            Planning.Eager eager => new Operators.Eager(Input(eager), KeptOf(eager.Input, above)),
            Planning.Apply apply => Nested(apply, (outer, inner) => new Operators.Apply(outer, inner)),
            Planning.OptionalApply apply => Nested(apply, (outer, inner) => new Operators.OptionalApply(outer, inner, Slots(apply.Variables))),
            Planning.RunEach run => Nested(run, (outer, inner) => new Operators.RunEach(outer, inner)),
            Planning.HashJoin join => Join(join, above),
            Planning.Union union => new Operators.Union([.. union.Parts.Select(part => Beneath(above, part))]),
            Planning.Exhaust exhaust => new Operators.Exhaust(Input(exhaust)),
            ProduceResults results => Input(results),
            Planning.Create create => new Operators.Create(Input(create), [.. create.Paths.Select(path => Creation(path, refuseNull: false))]),
            Planning.Merge merge => Nested(merge, (outer, inner) => Merge(merge, outer, inner)),
            Planning.SetItems set => new Operators.SetItems(Input(set), Actions(set.Items)),
            Planning.Delete delete => new Operators.Delete(Input(delete), _compiler.CompileAll(delete.Targets), delete.Detach),
            Planning.Foreach loop => Nested(
                loop, (outer, inner) => new Operators.Foreach(outer, inner, Compile(loop.List), loop.Variable.Slot)),
            Planning.ProcedureCall call => Call(call),
            Planning.Show show => new Operators.Show(
                Input(show), show.Command, _compiler.CompileAll(show.Command.Names), _environment.Catalogue),
            Planning.TerminateTransactions terminate => new Operators.TerminateTransactions(
                Input(terminate), _compiler.CompileAll(terminate.Command.Ids), terminate.Command.Columns),
            Planning.LoadCsv load => new Operators.LoadCsv(
                Input(load),
                _environment.Imports,
                Compile(load.Clause.From),
                _compiler.CompileOptional(load.Clause.FieldTerminator),
                load.Clause.WithHeaders,
                load.Clause.Variable.Slot),
            Planning.InTransactions call => Batches(call, above),
            _ => throw new InvalidOperationException($"No operator for {plan.GetType().Name}."),
        };
        _needed = above;
        return _profile is null ? made : _profile.Watch(plan, made);
    }

    private Operator Input(InputPlan step) => Beneath([.. _needed.Except(step.Introduced), .. PlanVariables.ReadBy(step)], step.Input);

    /// <summary>Builds a step of which the one above needs those variables.</summary>
    private Operator Beneath(HashSet<BoundVariable> needed, LogicalPlan plan)
    {
        HashSet<BoundVariable> above = _needed;
        _needed = needed;
        Operator made = Build(plan);
        _needed = above;
        return made;
    }

    private Operator Nested(NestedPlan step, Func<Operator, Operator, Operator> make)
    {
        HashSet<BoundVariable> read = PlanVariables.ReadBy(step);
        Operator outer = Beneath([.. _needed, .. read, .. step.Inner.Steps().SelectMany(PlanVariables.ReadBy)], step.Input);
        Operator inner = Beneath([.. _needed, .. read], step.Inner);
        return make(outer, inner);
    }

    /// <summary>The slots that a step has to keep of its input's rows: what is filled beneath it and read above it.</summary>
    private static int[] KeptOf(LogicalPlan input, HashSet<BoundVariable> needed) =>
        [.. PlanVariables.FilledBy(input).Where(needed.Contains).Select(variable => variable.Slot).Distinct().Order()];

    private static int[] Slots(IEnumerable<BoundVariable> variables) => [.. variables.Select(variable => variable.Slot)];

    private static Legs LegsOf(Hop hop) => new(new TokenSet(hop.Types), hop.Direction);

    private Evaluator Compile(BoundExpression expression) => _compiler.Compile(expression);

    private SlotExpression[] Items(IReadOnlyList<BoundItem> items) =>
        [.. items.Select(item => new SlotExpression(item.Output.Slot, Compile(item.Expression)))];

    private SortKey[] Keys(IReadOnlyList<BoundSortItem> items) => [.. items.Select(item => new SortKey(Compile(item.Expression), item.Descending))];

    private Operator Join(Planning.HashJoin join, HashSet<BoundVariable> above) => Nested(join, (probe, build) => new Operators.HashJoin(
        probe,
        build,
        _compiler.CompileAll(join.Keys),
        _compiler.CompileAll(join.InnerKeys),
        KeptOf(join.Inner, above)));

    private Operators.ProcedureCall Call(Planning.ProcedureCall step) => new(
        Input(step),
        _environment.FindProcedure(step.Call.Procedure.Name),
        _compiler.CompileAll(step.Call.Arguments),
        [.. step.Call.Yields.Select(yield => new YieldSlot(yield.Field, yield.Output.Slot))]);

    private Operator Batches(Planning.InTransactions call, HashSet<BoundVariable> above)
    {
        BoundInTransactions how = call.Call.InTransactions!;
        HashSet<BoundVariable> innerRead = [.. call.Inner.Steps().SelectMany(PlanVariables.ReadBy)];
        HashSet<BoundVariable> filled = PlanVariables.FilledBy(call);
        InTransactionsShape shape = new(
            _compiler.CompileOptional(how.BatchSize),
            how.OnError,
            call.Call.Query.HasOutputs,
            Slots(call.Call.Query.Outputs),
            how.Status?.Slot ?? -1,
            KeptOf(call.Input, [.. above, .. innerRead]),
            [.. filled.Where(above.Contains).Select(variable => variable.Slot).Distinct().Order()]);
        return Nested(call, (outer, inner) => new Operators.InTransactions(outer, inner, shape));
    }

    private SubqueryEvaluator CompileSubquery(BoundSubqueryExpression expression)
    {
        LogicalPlan plan = _environment.PlanNested(expression.Query);
        Operator inner = Beneath([.. expression.Query.Outputs], plan);
        return new SubqueryEvaluator(expression.Kind, inner, expression.Query.HasOutputs ? expression.Query.Outputs[0].Slot : -1);
    }
}
