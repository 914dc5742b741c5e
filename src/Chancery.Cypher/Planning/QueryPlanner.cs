using Chancery.Cypher.Binding;

namespace Chancery.Cypher.Planning;

/// <summary>Lays a bound query out as a plan, clause after clause, and then lets the rewrites improve it.</summary>
internal sealed class QueryPlanner(PlanningContext context)
{
    /// <summary>The plan of a statement's query, its columns or its end on top.</summary>
    public LogicalPlan Plan(BoundQuery query)
    {
        LogicalPlan plan = LayOut(query, query.HasOutputs);
        plan = query.HasOutputs ? new ProduceResults(plan, query.Outputs) { Rows = plan.Rows } : plan;
        return Rewrites.PlanRewrites.Apply(plan, context);
    }

    /// <summary>The plan of a query inside an expression, which may count its rows; it begins with the row around it.</summary>
    public LogicalPlan PlanNested(BoundQuery query) => Rewrites.PlanRewrites.Apply(LayOut(query, keepsRows: true), context);

    private LogicalPlan LayOut(BoundQuery query, bool keepsRows)
    {
        if (query.Union == UnionKind.None)
        {
            return LayOut(query.Parts[0], keepsRows);
        }

        LogicalPlan union = new Union([.. query.Parts.Select(part => LayOut(part, keepsRows))]);
        return query.Union == UnionKind.Distinct && query.HasOutputs ? new Distinct(union, query.Outputs) : union;
    }

    private LogicalPlan LayOut(BoundSingleQuery query, bool keepsRows)
    {
        LogicalPlan plan = query.Clauses.Aggregate((LogicalPlan)new Unit(), LayOut);
        return keepsRows || plan is Exhaust ? plan : new Exhaust(plan);
    }

    private LogicalPlan LayOut(LogicalPlan input, BoundClause clause) => clause switch
    {
        BoundMatch { Optional: true } match => new OptionalApply(input, new MatchPattern(new Unit(), match), match.Introduced),
        BoundMatch match => new MatchPattern(input, match),
        BoundUnwind unwind => new Unwind(input, unwind.List, unwind.Variable),
        BoundWith with => Where(LayOut(input, with.Projection), with.Where),
        BoundReturn end => LayOut(input, end.Projection),
        BoundFinish => new Exhaust(input),
        BoundCreate create => new Create(input, create.Paths),
        BoundMerge merge => LayOut(input, merge),
        BoundSet set => new SetItems(input, set.Items),
        BoundDelete delete => new Delete(input, delete.Targets, delete.Detach),
        BoundForeach loop => new Foreach(input, loop.Updates.Aggregate((LogicalPlan)new Unit(), LayOut), loop.Variable, loop.List),
        BoundCall { Optional: true } call => new OptionalApply(
            input, Where(new ProcedureCall(new Unit(), call), call.Where), [.. call.Yields.Select(yield => yield.Output)]),
        BoundCall call => Where(new ProcedureCall(input, call), call.Where),
        BoundCallSubquery call => LayOut(input, call),
        BoundLoadCsv load => new LoadCsv(input, load),
        BoundShow show => new Show(input, show),
        BoundTerminateTransactions terminate => new TerminateTransactions(input, terminate),
        _ => throw new InvalidOperationException($"No plan for {clause.GetType().Name}."),
    };

    private static LogicalPlan LayOut(LogicalPlan input, BoundMerge merge)
    {
        BoundVariable[] introduced = [.. PatternVariables.Introduced([merge.Pattern])];
        BoundMatch match = new(false, [merge.Pattern], null, introduced);
        return new Merge(input, new MatchPattern(new Unit(), match), merge);
    }

    private LogicalPlan LayOut(LogicalPlan input, BoundCallSubquery call)
    {
        LogicalPlan inner = LayOut(call.Query, call.Query.HasOutputs);
        if (call.InTransactions is not null)
        {
            return new InTransactions(input, inner, call);
        }

        if (!call.Query.HasOutputs)
        {
            return new RunEach(input, inner);
        }

        return call.Optional ? new OptionalApply(input, inner, call.Query.Outputs) : new Apply(input, inner);
    }

    private static LogicalPlan LayOut(LogicalPlan input, BoundProjection projection)
    {
        LogicalPlan plan = projection.Aggregation is { } grouping ? new Aggregate(input, grouping.Keys, grouping.Aggregates) : input;
        BoundItem[] computed =
        [
            .. projection.Items.Where(item => item.Expression is not BoundReference reference || reference.Variable != item.Output),
        ];
        if (computed.Length > 0)
        {
            plan = new Project(plan, computed);
        }

        if (projection.Distinct)
        {
            plan = new Distinct(plan, [.. projection.Items.Select(item => item.Output)]);
        }

        if (projection.OrderBy.Count > 0)
        {
            plan = new Sort(plan, projection.OrderBy);
        }

        if (projection.Skip is not null)
        {
            plan = new Skip(plan, projection.Skip);
        }

        return projection.Limit is null ? plan : new Limit(plan, projection.Limit);
    }

    private static LogicalPlan Where(LogicalPlan input, BoundExpression? condition) =>
        condition is null ? input : new Filter(input, [condition]);
}
