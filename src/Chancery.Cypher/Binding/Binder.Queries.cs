using Chancery.Cypher.Syntax;
using Chancery.Graph;

namespace Chancery.Cypher.Binding;

internal sealed partial class Binder
{
    /// <summary>What a query is for, which decides what it may hold and how it must end.</summary>
    private enum QueryRole : byte
    {
        Statement,
        CallSubquery,
        Exists,
        Count,
        Collect,
    }

    private BoundQueryStatement BindTopQuery(Query query)
    {
        BoundQuery bound = BindQuery(query, QueryRole.Statement, importsFrom: null);
        QueryType type = !bound.Updates ? QueryType.Read : bound.HasOutputs ? QueryType.ReadWrite : QueryType.Write;
        return new BoundQueryStatement(bound, _slotCount) { QueryType = type };
    }

    /// <param name="importsFrom">The scope that a leading WITH of each part may take variables from.</param>
    private BoundQuery BindQuery(Query query, QueryRole role, Scope? importsFrom)
    {
        RequireOneKindOfUnion(query);
        List<BoundSingleQuery> parts = [];
        UnionTargets? targets = query.Parts.Count > 1 ? new() : null;
        IReadOnlyList<BoundVariable> outputs = [];
        Scope scope = _scope;
        for (int i = 0; i < query.Parts.Count; i++)
        {
            _scope = new Scope(scope);
            (BoundSingleQuery part, IReadOnlyList<BoundVariable> columns) = BindSingleQuery(query.Parts[i], role, importsFrom, targets);
            if (i > 0 && columns.Count != outputs.Count)
            {
                throw DifferentColumns(query.Unions[i - 1].Span);
            }

            outputs = i == 0 ? columns : outputs;
            targets?.Close(() => throw DifferentColumns(query.Unions[Math.Max(0, i - 1)].Span));
            parts.Add(part);
        }

        _scope = scope;
        RequireOneOutput(query, role, outputs);
        UnionKind union = query.Unions.Count == 0 ? UnionKind.None : query.Unions[0].All ? UnionKind.All : UnionKind.Distinct;
        return new BoundQuery(parts, union, outputs) { Updates = parts.Any(p => p.Clauses.Any(Updates)) };
    }

    private GraphException DifferentColumns(TextSpan span) =>
        Error(span, "DifferentColumnsInUnion", "All sub queries in an UNION must have the same return column names");

    private void RequireOneKindOfUnion(Query query)
    {
        UnionOperator? other = query.Unions.FirstOrDefault(u => u.All != query.Unions[0].All);
        if (other is not null)
        {
            Fail(other.Span, "InvalidClauseComposition", "Invalid combination of UNION and UNION ALL");
        }
    }

    private void RequireOneOutput(Query query, QueryRole role, IReadOnlyList<BoundVariable> outputs)
    {
        if (role == QueryRole.Collect && outputs.Count != 1)
        {
            Fail(query.Span, "InvalidClauseComposition", "A COLLECT subquery must end in RETURN with exactly one column");
        }
    }

    private static bool Updates(BoundClause clause) => clause switch
    {
        BoundCreate or BoundMerge or BoundSet or BoundDelete or BoundForeach => true,
        BoundCallSubquery call => call.Query.Updates,
        BoundCall call => call.Procedure.Mode is ProcedureMode.Write or ProcedureMode.Schema,
        _ => false,
    };

    private (BoundSingleQuery Query, IReadOnlyList<BoundVariable> Outputs) BindSingleQuery(
        SingleQuery query, QueryRole role, Scope? importsFrom, UnionTargets? targets)
    {
        List<BoundClause> clauses = [];
        IReadOnlyList<BoundVariable> outputs = [];
        SyntaxList<Clause> syntax = query.Clauses;
        bool standalone = role == QueryRole.Statement && syntax.Count(c => c is not UseClause) == 1;
        for (int i = 0; i < syntax.Count; i++)
        {
            Clause clause = syntax[i];
            bool last = i == syntax.Count - 1;
            RequireAllowed(clause, role, last);
            switch (clause)
            {
                case UseClause use:
                    CheckDatabase(use);
                    break;
                case ReturnClause returned:
                    (BoundReturn bound, outputs) = BindReturn(returned, targets);
                    clauses.Add(bound);
                    break;
                case CallProcedureClause call:
                    (BoundCall boundCall, IReadOnlyList<BoundVariable> fields) = BindCall(call, standalone);
                    clauses.Add(boundCall);
                    outputs = standalone ? fields : outputs;
                    break;
                case WithClause with when i == 0 && importsFrom is not null && IsImport(with):
                    clauses.Add(BindImportingWith(with, importsFrom));
                    break;
                default:
                    clauses.Add(BindClause(clause));
                    break;
            }
        }

        return (new BoundSingleQuery(clauses), outputs);
    }

    private void RequireAllowed(Clause clause, QueryRole role, bool last)
    {
        if (clause is ReturnClause or FinishClause && !last)
        {
            Fail(clause.Span, "InvalidClauseComposition", $"{NameOf(clause)} can only be used at the end of the query");
        }

        bool isSubqueryExpression = role is QueryRole.Exists or QueryRole.Count or QueryRole.Collect;
        if (isSubqueryExpression && (IsUpdate(clause) || clause is FinishClause or CallSubqueryClause { InTransactions: not null }))
        {
            Fail(
                clause.Span,
                "InvalidClauseComposition",
                $"{(role == QueryRole.Exists ? "An" : "A")} {role.ToString().ToUpperInvariant()} subquery cannot contain {NameOf(clause)}: it only reads");
        }

        bool endsQuery = clause is not (MatchClause or UnwindClause or WithClause or LoadCsvClause or UseClause);
        if (last && !endsQuery && !isSubqueryExpression)
        {
            Fail(
                clause.Span,
                "InvalidClauseComposition",
                $"Query cannot conclude with {NameOf(clause)} (must be a RETURN clause, a FINISH clause, an update clause, a unit subquery call, or a procedure call with no YIELD)");
        }
    }

    private static bool IsUpdate(Clause clause) =>
        clause is CreateClause or MergeClause or SetClause or RemoveClause or DeleteClause or ForeachClause;

    private static string NameOf(Clause clause) => clause switch
    {
        MatchClause match => match.Optional ? "OPTIONAL MATCH" : "MATCH",
        CallProcedureClause or CallSubqueryClause => "CALL",
        LoadCsvClause => "LOAD CSV",
        _ => clause.GetType().Name[..^"Clause".Length].ToUpperInvariant(),
    };

    private void CheckDatabase(UseClause use)
    {
        if (!string.Equals(use.GraphName, _options.DatabaseName, StringComparison.OrdinalIgnoreCase))
        {
            throw StatementError.At(
                _text,
                use.Span,
                "Neo.ClientError.Database.DatabaseNotFound",
                "DatabaseError",
                "DatabaseNotFound",
                $"Graph not found: {use.GraphName}. The only one here is '{_options.DatabaseName}'",
                "22N51");
        }
    }

    /// <summary>The output variables that the parts of a UNION share: made by the first part, found by the others.</summary>
    private sealed class UnionTargets
    {
        private readonly List<BoundVariable> _variables = [];
        private int _found;
        private bool _closed;

        public BoundVariable? Get(string name, Func<BoundVariable> create)
        {
            BoundVariable? known = _variables.Find(v => v.Name == name);
            if (known is null && !_closed)
            {
                known = create();
                _variables.Add(known);
            }

            _found += known is null ? 0 : 1;
            return known;
        }

        /// <summary>At the end of a part: every column must have been written.</summary>
        public void Close(Action differ)
        {
            if (_found != _variables.Count)
            {
                differ();
            }

            _closed = true;
            _found = 0;
        }
    }
}
