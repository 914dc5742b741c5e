using Chancery.Cypher.Binding;

namespace Chancery.Cypher.Planning;

internal sealed record Create(LogicalPlan Input, IReadOnlyList<BoundCreatePath> Paths) : InputPlan(Input)
{
    public override string Details => ExpressionText.Of(Introduced);

    public override bool Writes => true;

    public override IEnumerable<BoundVariable> Introduced => Paths
        .SelectMany(path => path.Elements.Where(element => element is not BoundCreateNode { IsBound: true }).Select(element => element.Variable)
            .Concat(path.Variable is null ? Array.Empty<BoundVariable>() : [path.Variable]))
        .Distinct();
}

/// <summary>The inner plan looks for the pattern; where it finds nothing, the pattern is created.</summary>
internal sealed record Merge(LogicalPlan Input, LogicalPlan Inner, BoundMerge Clause) : NestedPlan(Input, Inner)
{
    public override string Details => ExpressionText.Of(Clause.Create.Elements.Select(element => element.Variable));

    public override bool Writes => true;
}

internal sealed record SetItems(LogicalPlan Input, IReadOnlyList<BoundSetItem> Items) : InputPlan(Input)
{
    public override bool Writes => true;
}

internal sealed record Delete(LogicalPlan Input, IReadOnlyList<BoundExpression> Targets, bool Detach) : InputPlan(Input)
{
    public override string Name => Detach ? "DetachDelete" : "Delete";

    public override string Details => ExpressionText.Of(Targets);

    public override bool Writes => true;
}

/// <summary>Runs the inner plan to its end for each item of a list, and passes the row once.</summary>
internal sealed record Foreach(LogicalPlan Input, LogicalPlan Inner, BoundVariable Variable, BoundExpression List) : NestedPlan(Input, Inner)
{
    public override string Details => $"{ExpressionText.Of(Variable)} IN {ExpressionText.Of(List)}";

    public override IEnumerable<BoundVariable> Introduced => [Variable];
}
