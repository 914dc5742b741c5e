using Chancery.Cypher.Planning;
using Chancery.Cypher.Syntax;
using Chancery.Graph;

namespace Chancery.Cypher.Execution;

/// <summary>One run of a prepared statement: its rows, one at a time, and then what it did.</summary>
internal sealed class QueryRun : IDisposable
{
    private readonly ProfileRecorder? _profile;
    private OperatorTree? _tree;
    private long _rows;

    public QueryRun(PreparedStatement statement, QueryContext context)
    {
        Statement = statement;
        Context = context;
        if (statement.Statement.Mode == ExecutionMode.Explain || statement.Plan is null)
        {
            return;
        }

        _profile = statement.Statement.Mode == ExecutionMode.Profile ? new ProfileRecorder() : null;
        _tree = _profile is null ? statement.Rent() : statement.Build(_profile);
        try
        {
            _tree.Root.Open(context, _tree.Row);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public PreparedStatement Statement { get; }

    public QueryContext Context { get; }

    public bool IsProfiled => _profile is not null;

    /// <summary>The next row's values, free of the graph that they came from; null at the end.</summary>
    public Value[]? Next()
    {
        Value[]? values = NextAttached();
        if (values is not null)
        {
            Detach(values);
        }

        return values;
    }

    /// <summary>Reads the elements in a row out of the graph as it is now.</summary>
    public static void Detach(Value[] values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = DetachedValue.Of(values[i]);
        }
    }

    /// <summary>The next row's values, elements still standing in the graph; null at the end.</summary>
    public Value[]? NextAttached()
    {
        if (_tree is null)
        {
            return null;
        }

        Context.Tick();
        if (!_tree.Root.MoveNext())
        {
            Dispose();
            return null;
        }

        Context.CheckRows(++_rows);
        int[] slots = Statement.ColumnSlots;
        Value[] values = new Value[slots.Length];
        for (int i = 0; i < slots.Length; i++)
        {
            values[i] = _tree.Row[slots[i]];
        }

        return values;
    }

    /// <summary>The plan, with what was measured where it was profiled; null for a plain run.</summary>
    public PlanDescription? Describe() => Statement.Plan is { } plan && Statement.Statement.Mode != ExecutionMode.Run
        ? PlanDescriber.Describe(plan, _profile)
        : null;

    public void Dispose()
    {
        if (_tree is { } tree)
        {
            _tree = null;
            tree.Root.Close();
            Array.Clear(tree.Row);
            if (_profile is null)
            {
                Statement.Return(tree);
            }
        }
    }
}
