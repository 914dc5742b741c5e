using Chancery.Cypher.Syntax;
using Chancery.Graph;

namespace Chancery.Cypher.Binding;

internal sealed partial class Binder
{
    private static readonly StaticType s_element = new(TypeSet.Element);

    private BoundClause BindClause(Clause clause)
    {
        BoundClause bound = clause switch
        {
            MatchClause match => BindMatch(match),
            UnwindClause unwind => BindUnwind(unwind),
            WithClause with => BindWith(with),
            CreateClause create => BindCreate(create),
            MergeClause merge => BindMerge(merge),
            SetClause set => new BoundSet(set.Items.Select(BindSetItem).ToArray()),
            RemoveClause remove => new BoundSet(remove.Items.Select(BindRemoveItem).ToArray()),
            DeleteClause delete => new BoundDelete(delete.Detach, delete.Targets.Select(BindDeleteTarget).ToArray()),
            ForeachClause loop => BindForeach(loop),
            CallProcedureClause call => BindCall(call, standalone: false).Call,
            CallSubqueryClause call => BindCallSubquery(call),
            LoadCsvClause load => BindLoadCsv(load),
            FinishClause => new BoundFinish(),
            _ => throw new InvalidOperationException($"No binding for {clause.GetType().Name}."),
        };
        return bound with { Span = clause.Span };
    }

    private BoundUnwind BindUnwind(UnwindClause unwind)
    {
        BoundExpression list = BindExpression(unwind.List);
        StaticType item = list.Type.Is(TypeSet.List) ? list.Type.Items : StaticType.Any;
        return new BoundUnwind(list, Declare(unwind.Variable, item));
    }

    private BoundForeach BindForeach(ForeachClause loop)
    {
        BoundExpression list = BindExpression(loop.List);
        return InScope(new Scope(_scope), () =>
        {
            BoundVariable variable = NewVariable(loop.Variable.Name, list.Type.Items);
            _scope.Declare(variable);
            foreach (Clause update in loop.Updates)
            {
                if (!IsUpdate(update))
                {
                    Fail(
                        update.Span,
                        "InvalidClauseComposition",
                        $"Invalid use of {NameOf(update)} inside FOREACH: only updating clauses may stand here");
                }
            }

            return new BoundForeach(variable, list, [.. loop.Updates.Select(BindClause)]);
        });
    }

    private BoundLoadCsv BindLoadCsv(LoadCsvClause load)
    {
        BoundExpression from = BindExpression(load.From);
        Require(from, TypeSet.String, "the source of LOAD CSV");
        BoundExpression? terminator = load.FieldTerminator is null ? null : BindExpression(load.FieldTerminator);
        StaticType row = load.WithHeaders ? StaticType.Map : StaticType.ListOf(StaticType.String);
        return new BoundLoadCsv(load.WithHeaders, from, Declare(load.Variable, row), terminator);
    }

    private BoundSetItem BindSetItem(SetItem item)
    {
        BoundSetItem bound = item switch
        {
            SetProperty set => new BoundSetProperty(BindElement(set.Target), set.Key.Name, BindExpression(set.Value)),
            SetDynamicProperty set => new BoundSetDynamicProperty(BindElement(set.Target), BindExpression(set.Key), BindExpression(set.Value)),
            SetAllProperties set => BindSetAll(set),
            SetLabels set => new BoundSetLabels(BindNode(set.Target), BindTokens(set.Labels)),
            _ => throw new InvalidOperationException($"No binding for {item.GetType().Name}."),
        };
        return bound with { Span = item.Span };
    }

    private BoundSetAllProperties BindSetAll(SetAllProperties set)
    {
        BoundExpression target = BindElement(set.Target);
        BoundExpression value = BindExpression(set.Value);
        Require(value, TypeSet.Map | TypeSet.Element, "the properties of an element");
        return new BoundSetAllProperties(target, value, set.Merge);
    }

    private BoundSetItem BindRemoveItem(RemoveItem item)
    {
        BoundLiteral nothing = new(Value.Null) { Type = StaticType.Null, Span = item.Span };
        BoundSetItem bound = item switch
        {
            RemoveProperty remove => new BoundSetProperty(BindElement(remove.Target), remove.Key.Name, nothing),
            RemoveDynamicProperty remove => new BoundSetDynamicProperty(BindElement(remove.Target), BindExpression(remove.Key), nothing),
            RemoveLabels remove => new BoundRemoveLabels(BindNode(remove.Target), BindTokens(remove.Labels)),
            _ => throw new InvalidOperationException($"No binding for {item.GetType().Name}."),
        };
        return bound with { Span = item.Span };
    }

    private BoundExpression BindElement(Expression syntax)
    {
        BoundExpression target = BindExpression(syntax);
        Require(target, TypeSet.Element, "the target of SET or REMOVE");
        return target;
    }

    private BoundExpression BindNode(Variable syntax)
    {
        BoundExpression target = BindExpression(syntax);
        Require(target, TypeSet.Node, "the target of labels");
        return target;
    }

    private static string[] Names(SyntaxList<Identifier> names) => [.. names.Select(n => n.Name)];

    private BoundExpression BindDeleteTarget(Expression syntax)
    {
        if (syntax is LabelPredicate)
        {
            Fail(syntax.Span, "InvalidDelete", "DELETE doesn't support removing labels from a node. Try REMOVE");
        }

        BoundExpression target = BindExpression(syntax);
        Require(target, TypeSet.Element | TypeSet.Path, "the target of DELETE");
        return target;
    }

    private BoundCallSubquery BindCallSubquery(CallSubqueryClause call)
    {
        Scope outer = _scope;
        List<BoundVariable> imports = [];
        Scope inner = new(null);
        if (call.Scope is { } declared)
        {
            imports = declared.All ? [.. outer.Visible] : [.. declared.Variables.Select(v => Resolve(v.Name, v.Span))];
            imports.ForEach(inner.Declare);
        }
        else
        {
            imports = [.. call.Query.Parts.SelectMany(part => ImportsOf(part, outer)).Distinct()];
        }

        BoundQuery query = InScope(
            inner, () => BindQuery(call.Query, QueryRole.CallSubquery, importsFrom: call.Scope is null ? outer : null));
        BoundInTransactions? inTransactions = call.InTransactions is { } transactions ? BindInTransactions(transactions) : null;
        foreach (BoundVariable output in query.Outputs)
        {
            if (outer.Find(output.Name) is not null)
            {
                Fail(call.Query.Span, "VariableAlreadyBound", $"Variable `{output.Name}` already declared in outer scope");
            }

            outer.Declare(output);
        }

        return new BoundCallSubquery(query, call.Optional, imports, inTransactions);
    }

    private static IEnumerable<BoundVariable> ImportsOf(SingleQuery part, Scope outer)
    {
        if (part.Clauses[0] is not WithClause with || !IsImport(with))
        {
            return [];
        }

        return with.Projection.All
            ? outer.Visible
            : with.Projection.Items.Select(i => outer.Find(((Variable)i.Expression).Name)).OfType<BoundVariable>();
    }

    /// <summary>A WITH of nothing but plain variables takes them from outside a CALL subquery.</summary>
    private static bool IsImport(WithClause with) =>
        with is { Where: null, Projection: { Distinct: false, OrderBy.Count: 0, Skip: null, Limit: null } projection }
        && projection.Items.All(i => i is { Expression: Variable, Alias: null });

    private BoundClause BindImportingWith(WithClause with, Scope importsFrom)
    {
        Scope own = _scope;
        _scope = new Scope(null);
        foreach (BoundVariable variable in importsFrom.Visible)
        {
            _scope.Declare(variable);
        }

        BoundWith bound = BindWith(with);
        Scope imported = new(own.Outer);
        foreach (BoundVariable variable in _scope.Own)
        {
            imported.Declare(variable);
        }

        _scope = imported;
        return bound with { Span = with.Span };
    }

    private BoundInTransactions BindInTransactions(InTransactions syntax)
    {
        if (syntax.OnError == ErrorBehaviour.Fail && syntax.Status is not null)
        {
            Fail(syntax.Span, "InvalidClauseComposition", "REPORT STATUS can only be used when specifying ON ERROR CONTINUE or ON ERROR BREAK");
        }

        BoundExpression? concurrency = syntax.Concurrency is null ? null : BindCount(syntax.Concurrency, "CONCURRENT TRANSACTIONS");
        BoundExpression? size = syntax.BatchSize is null ? null : BindCount(syntax.BatchSize, "OF ... ROWS");
        BoundVariable? status = syntax.Status is null ? null : Declare(syntax.Status, StaticType.Map);
        return new BoundInTransactions(syntax.Concurrent, concurrency, size, syntax.OnError, status);
    }
}
