using Chancery.Cypher.Binding;

namespace Chancery.Cypher.Planning;

internal sealed record Filter(LogicalPlan Input, IReadOnlyList<BoundExpression> Conditions) : InputPlan(Input)
{
    public override string Details => ExpressionText.Of(Conditions, " AND ");
}

internal sealed record Project(LogicalPlan Input, IReadOnlyList<BoundItem> Items) : InputPlan(Input)
{
    public override string Details =>
        string.Join(", ", Items.Select(item => $"{ExpressionText.Of(item.Expression)} AS {ExpressionText.Of(item.Output)}"));

    public override IEnumerable<BoundVariable> Introduced => Items.Select(item => item.Output);
}

internal sealed record Aggregate(LogicalPlan Input, IReadOnlyList<BoundItem> Keys, IReadOnlyList<BoundAggregateItem> Calls) : InputPlan(Input)
{
    public override string Details =>
        string.Join(", ", Keys.Select(key => ExpressionText.Of(key.Expression)).Concat(Calls.Select(call => ExpressionText.Of(call.Call))));

    public override IEnumerable<BoundVariable> Introduced => Keys.Select(key => key.Output).Concat(Calls.Select(call => call.Output));
}

internal sealed record Distinct(LogicalPlan Input, IReadOnlyList<BoundVariable> Variables) : InputPlan(Input)
{
    public override string Details => ExpressionText.Of(Variables);
}

internal sealed record Sort(LogicalPlan Input, IReadOnlyList<BoundSortItem> Items) : InputPlan(Input)
{
    public override string Details => Print(Items);

    public static string Print(IReadOnlyList<BoundSortItem> items) =>
        string.Join(", ", items.Select(item => ExpressionText.Of(item.Expression) + (item.Descending ? " DESC" : "")));
}

/// <summary>The first rows in an order.</summary>
internal sealed record Top(LogicalPlan Input, IReadOnlyList<BoundSortItem> Items, BoundExpression Count) : InputPlan(Input)
{
    public override string Details => $"{ExpressionText.Of(Count)} by {Sort.Print(Items)}";
}

internal sealed record Skip(LogicalPlan Input, BoundExpression Count) : InputPlan(Input)
{
    public override string Details => ExpressionText.Of(Count);
}

internal sealed record Limit(LogicalPlan Input, BoundExpression Count) : InputPlan(Input)
{
    public override string Details => ExpressionText.Of(Count);
}

internal sealed record Unwind(LogicalPlan Input, BoundExpression List, BoundVariable Variable) : InputPlan(Input)
{
    public override string Details => $"{ExpressionText.Of(List)} AS {ExpressionText.Of(Variable)}";

    public override IEnumerable<BoundVariable> Introduced => [Variable];
}

internal sealed record LoadCsv(LogicalPlan Input, BoundLoadCsv Clause) : InputPlan(Input)
{
    public override string Details => $"{ExpressionText.Of(Clause.From)} AS {ExpressionText.Of(Clause.Variable)}";

    public override IEnumerable<BoundVariable> Introduced => [Clause.Variable];
}

internal sealed record ProcedureCall(LogicalPlan Input, BoundCall Call) : InputPlan(Input)
{
    public override string Details => $"{Call.Procedure.Name}({ExpressionText.Of(Call.Arguments)})";

    public override IEnumerable<BoundVariable> Introduced => Call.Yields.Select(yield => yield.Output);

    public override bool Writes => Call.Procedure.Mode is ProcedureMode.Write or ProcedureMode.Schema;
}

internal sealed record Show(LogicalPlan Input, BoundShow Command) : InputPlan(Input)
{
    public override string Details => $"{Command.Filter} {Command.Kind}".Trim();

    public override IEnumerable<BoundVariable> Introduced => Command.Columns;
}

internal sealed record TerminateTransactions(LogicalPlan Input, BoundTerminateTransactions Command) : InputPlan(Input)
{
    public override IEnumerable<BoundVariable> Introduced => Command.Columns;
}

/// <summary>The inner plan's rows for each row of the input.</summary>
internal sealed record Apply(LogicalPlan Input, LogicalPlan Inner) : NestedPlan(Input, Inner);

/// <summary>The inner plan's rows for each row of the input, or that row once, with nulls for what the inner plan would have introduced.</summary>
internal sealed record OptionalApply(LogicalPlan Input, LogicalPlan Inner, IReadOnlyList<BoundVariable> Variables) : NestedPlan(Input, Inner)
{
    public override string Details => ExpressionText.Of(Variables);
}

/// <summary>Runs the inner plan to its end for each row of the input, and passes that row once.</summary>
internal sealed record RunEach(LogicalPlan Input, LogicalPlan Inner) : NestedPlan(Input, Inner);

/// <summary>Runs the inner plan in transactions of their own, a batch of the input's rows in each.</summary>
internal sealed record InTransactions(LogicalPlan Input, LogicalPlan Inner, BoundCallSubquery Call) : NestedPlan(Input, Inner)
{
    public override IEnumerable<BoundVariable> Introduced => Call.InTransactions?.Status is { } status ? [status] : [];

    public override bool Writes => true;
}

internal sealed record HashJoin(
    LogicalPlan Input, LogicalPlan Inner, IReadOnlyList<BoundExpression> Keys, IReadOnlyList<BoundExpression> InnerKeys) : NestedPlan(Input, Inner)
{
    public override string Details =>
        string.Join(" AND ", Keys.Zip(InnerKeys).Select(pair => $"{ExpressionText.Of(pair.First)} = {ExpressionText.Of(pair.Second)}"));
}

/// <summary>The rows of each part in turn; every part fills the same variables.</summary>
internal sealed record Union(IReadOnlyList<LogicalPlan> Parts) : LogicalPlan
{
    public override IReadOnlyList<LogicalPlan> Inputs => Parts;

    public override LogicalPlan WithInputs(IReadOnlyList<LogicalPlan> inputs) => this with { Parts = inputs };
}

/// <summary>Takes in all rows before it passes the first.</summary>
internal sealed record Eager(LogicalPlan Input) : InputPlan(Input);

/// <summary>No rows: what a query without RETURN answers once its input has run to its end.</summary>
internal sealed record Exhaust(LogicalPlan Input) : InputPlan(Input);

/// <summary>The statement's columns.</summary>
internal sealed record ProduceResults(LogicalPlan Input, IReadOnlyList<BoundVariable> Columns) : InputPlan(Input)
{
    public override string Details => ExpressionText.Of(Columns);
}
