using Chancery.Cypher.Binding;
using Chancery.Cypher.Storage;

namespace Chancery.Cypher.Planning;

/// <summary>What planning a statement stands on: the graph's statistics and schema, and the row's width so far.</summary>
internal sealed class PlanningContext(GraphView view, int slotCount, bool optimize)
{
    public GraphView View { get; } = view;

    /// <summary>False plans patterns as they are written, without indexes and rewrites: the yardstick for the optimizer.</summary>
    public bool Optimize { get; } = optimize;

    /// <summary>The width of a row, hidden variables of the planner among them.</summary>
    public int SlotCount { get; private set; } = slotCount;

    public Estimates Estimates { get; } = new(view);

    /// <summary>A variable of the planner's own.</summary>
    public BoundVariable NewVariable(string name, StaticType type) => new(name, SlotCount++, type, hidden: true);
}
