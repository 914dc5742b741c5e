using System.Collections.Concurrent;
using Chancery.Cypher.Binding;
using Chancery.Cypher.Execution;
using Chancery.Cypher.Planning;
using Chancery.Cypher.Procedures;
using Chancery.Cypher.Storage;
using Chancery.Graph;

namespace Chancery.Cypher;

/// <summary>
/// A query's way: text → <c>Syntax</c> → <c>Binding</c> → <c>Planning</c> (all three in <see cref="Prepare"/>, kept by text) →
/// <c>Execution</c> over <c>Storage</c> (in <see cref="Start"/>).
/// </summary>
internal sealed class CypherEngine(EmbeddedGraphOptions options)
{
    private const int MostPlans = 1000;

    private readonly ConcurrentDictionary<string, PreparedStatement> _plans = new(StringComparer.Ordinal);
    private readonly ProcedureTable _procedures = new(options);

    /// <summary>The plan that is kept for the text, or a new one where the graph has changed too much since.</summary>
    public PreparedStatement Prepare(string text, GraphView view)
    {
        if (_plans.TryGetValue(text, out PreparedStatement? known) && known.IsCurrent(view))
        {
            return known;
        }

        PreparedStatement made = PreparedStatement.Prepare(text, _procedures.Binding, view, options.Optimize, Environment);
        if (_plans.Count >= MostPlans)
        {
            // Plans are cheap to make again; which of them are worth keeping shows soon enough.
            _plans.Clear();
        }

        _plans[text] = made;
        return made;
    }

    /// <summary>Begins to run a statement on a view; the rows come out of what is returned.</summary>
    public QueryRun Start(PreparedStatement statement, QueryContext context)
    {
        statement.Statement.RequireParameters(context.Parameters);
        return new QueryRun(statement, context);
    }

    private OperatorEnvironment Environment(PlanningContext planning)
    {
        Dictionary<BoundQuery, LogicalPlan> nested = new(ReferenceEqualityComparer.Instance);
        return new OperatorEnvironment(planning.View.Tokens, _procedures.Get, _procedures.Binding.Procedures, PlanNested, options.Imports);

        LogicalPlan PlanNested(BoundQuery query)
        {
            if (!nested.TryGetValue(query, out LogicalPlan? plan))
            {
                plan = new QueryPlanner(planning).PlanNested(query);
                nested.Add(query, plan);
            }

            return plan;
        }
    }
}
