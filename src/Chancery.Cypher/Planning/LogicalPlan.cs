using System.Text;
using Chancery.Cypher.Binding;

namespace Chancery.Cypher.Planning;

/// <summary>
/// One step of a plan, as data: what is to be done, not yet how a row moves. Steps form a tree by their inputs; a step adds to its
/// input's rows, so that <c>Expand(Unit…)</c> reads from the inside out.
/// </summary>
internal abstract record LogicalPlan
{
    /// <summary>The steps whose rows this one reads; an apply's inner side stands last.</summary>
    public abstract IReadOnlyList<LogicalPlan> Inputs { get; }

    /// <summary>How many rows the planner expects.</summary>
    public double Rows { get; init; } = 1;

    /// <summary>The step's name in EXPLAIN.</summary>
    public virtual string Name => GetType().Name;

    /// <summary>What EXPLAIN prints beside the name.</summary>
    public virtual string Details => "";

    /// <summary>The variables that this step itself gives values to.</summary>
    public virtual IEnumerable<BoundVariable> Introduced => [];

    /// <summary>True where the step itself changes the graph.</summary>
    public virtual bool Writes => false;

    /// <summary>The same step over other inputs, in the order of <see cref="Inputs"/>.</summary>
    public abstract LogicalPlan WithInputs(IReadOnlyList<LogicalPlan> inputs);

    /// <summary>The tree as one step a line, the last step first, each branch indented beneath the step that reads it.</summary>
    public string Print()
    {
        StringBuilder text = new();
        Print(text, this, 0);
        return text.ToString().TrimEnd('\n');
    }

    /// <summary>This step and all steps beneath it.</summary>
    public IEnumerable<LogicalPlan> Steps()
    {
        yield return this;
        foreach (LogicalPlan step in Inputs.SelectMany(input => input.Steps()))
        {
            yield return step;
        }
    }

    /// <summary>Rewrites the tree from its leaves upward.</summary>
    public LogicalPlan Rewrite(Func<LogicalPlan, LogicalPlan> rule)
    {
        LogicalPlan[] inputs = new LogicalPlan[Inputs.Count];
        bool changed = false;
        for (int i = 0; i < inputs.Length; i++)
        {
            inputs[i] = Inputs[i].Rewrite(rule);
            changed |= !ReferenceEquals(inputs[i], Inputs[i]);
        }

        return rule(changed ? WithInputs(inputs) : this);
    }

    private static void Print(StringBuilder text, LogicalPlan plan, int depth)
    {
        text.Append(' ', depth * 2).Append(plan.Name);
        if (plan.Details.Length > 0)
        {
            text.Append(' ').Append(plan.Details);
        }

        text.Append('\n');
        // The main line of a plan stays flush; only what hangs beside it is indented.
        for (int i = plan.Inputs.Count - 1; i >= 0; i--)
        {
            Print(text, plan.Inputs[i], i == 0 ? depth : depth + 1);
        }
    }
}

/// <summary>A step over the rows of one other.</summary>
internal abstract record InputPlan(LogicalPlan Input) : LogicalPlan
{
    public override IReadOnlyList<LogicalPlan> Inputs => [Input];

    public override LogicalPlan WithInputs(IReadOnlyList<LogicalPlan> inputs) => this with { Input = inputs[0] };
}

/// <summary>A step that runs an inner plan for each row of its input; the inner plan begins with <see cref="Unit"/>, that row.</summary>
internal abstract record NestedPlan(LogicalPlan Input, LogicalPlan Inner) : LogicalPlan
{
    public override IReadOnlyList<LogicalPlan> Inputs => [Input, Inner];

    public override LogicalPlan WithInputs(IReadOnlyList<LogicalPlan> inputs) => this with { Input = inputs[0], Inner = inputs[1] };
}

/// <summary>One row: the start of a statement, or the row around an inner plan.</summary>
internal sealed record Unit : LogicalPlan
{
    public override IReadOnlyList<LogicalPlan> Inputs => [];

    public override LogicalPlan WithInputs(IReadOnlyList<LogicalPlan> inputs) => this;
}
