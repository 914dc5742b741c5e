using Chancery.Cypher.Binding;
using Chancery.Cypher.Execution;
using Chancery.Cypher.Planning;
using Chancery.Cypher.Storage;
using Chancery.Cypher.Syntax;
using Chancery.Graph;

namespace Chancery.Cypher;

/// <summary>
/// A statement that was parsed, bound and planned, ready to run any number of times. Operators hold the state of a run, so each run
/// takes a set of them and gives it back for the next one.
/// </summary>
internal sealed class PreparedStatement
{
    // Below this a graph is too small for its growth to matter to a plan.
    private const int SmallGraph = 1000;
    private const double GrowthThatMatters = 4;

    private readonly OperatorPool _idle = new();
    private readonly PlanningContext _planning;
    private readonly OperatorEnvironment? _environment;
    private readonly GraphSchema _schema;
    private readonly int _size;

    private PreparedStatement(BoundStatement statement, PlanningContext planning, OperatorEnvironment? environment)
    {
        Statement = statement;
        _planning = planning;
        _environment = environment;
        _schema = planning.View.Schema;
        _size = planning.View.NodeCount + planning.View.RelationshipCount;
        Administers = statement.QueryType == QueryType.Schema;
        if (statement is BoundQueryStatement query)
        {
            Plan = new QueryPlanner(planning).Plan(query.Query);
            Columns = [.. query.Query.Outputs.Select(output => output.Name)];
            ColumnSlots = [.. query.Query.Outputs.Select(output => output.Slot)];
            Administers = Plan.Steps().Any(step => step is Planning.TerminateTransactions or ProcedureCall { Call.Procedure.Mode: ProcedureMode.Schema });
            RunsAtOnce = statement.Mode != ExecutionMode.Explain && Plan.Steps().Any(step => step is Planning.InTransactions or Planning.TerminateTransactions);
            RunsTransactions = !IsRead && Plan.Steps().Any(step => step is Planning.InTransactions);
        }
    }

    public BoundStatement Statement { get; }

    /// <summary>True where it changes the schema, or ends the work of others.</summary>
    public bool Administers { get; }

    /// <summary>Null for schema commands, which have nothing to plan.</summary>
    public LogicalPlan? Plan { get; }

    public IReadOnlyList<string> Columns { get; } = [];

    public int[] ColumnSlots { get; } = [];

    /// <summary>True where running it changes nothing: it reads, or is only to be explained.</summary>
    public bool IsRead => Statement.QueryType == QueryType.Read || Statement.Mode == ExecutionMode.Explain;

    /// <summary>True for <c>CALL { } IN TRANSACTIONS</c>, which brings its own.</summary>
    public bool RunsTransactions { get; }

    /// <summary>True where it has effects outside of its own transaction, which must not wait for somebody to read its records.</summary>
    public bool RunsAtOnce { get; }

    public static PreparedStatement Prepare(
        string text, BindingOptions binding, GraphView view, bool optimize, Func<PlanningContext, OperatorEnvironment> environment)
    {
        BoundStatement statement = Binder.Bind(text, binding);
        PlanningContext planning = new(view, statement is BoundQueryStatement query ? query.SlotCount : 0, optimize);
        return new PreparedStatement(statement, planning, environment(planning));
    }

    /// <summary>Whether the plan still suits the graph: the schema is the same, and the graph of about the same size.</summary>
    public bool IsCurrent(GraphView view)
    {
        if (!ReferenceEquals(_schema, view.Schema))
        {
            return false;
        }

        int size = view.NodeCount + view.RelationshipCount;
        return (size <= SmallGraph && _size <= SmallGraph) || (size <= _size * GrowthThatMatters && _size <= size * GrowthThatMatters);
    }

    /// <summary>Operators for one run; give them back when it has ended.</summary>
    public OperatorTree Rent() => _idle.TryRent() ?? Build(null);

    public void Return(OperatorTree tree) => _idle.Return(tree);

    /// <summary>Operators that measure themselves; not to be given back.</summary>
    public OperatorTree Build(ProfileRecorder? profile)
    {
        // Building compiles nested queries, which may add to the planner's variables: one at a time.
        lock (_planning)
        {
            IReadOnlyList<BoundVariable> outputs = ((BoundQueryStatement)Statement).Query.Outputs;
            Operator root = new OperatorBuilder(_environment!, profile).Build(Plan!, outputs);
            // A row is written at every step: what stands behind it may be another thread's.
            return new OperatorTree(root, new Value[_planning.SlotCount + Striping.ValuesApart]);
        }
    }
}
