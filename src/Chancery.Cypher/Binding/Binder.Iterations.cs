using Chancery.Cypher.Syntax;
using Chancery.Graph;

namespace Chancery.Cypher.Binding;

internal sealed partial class Binder
{
    private BoundVariable? _caseOperand;

    private BoundCase BindCase(CaseExpression choice)
    {
        BoundVariable? outer = _caseOperand;
        BoundExpression? operand = choice.Operand is null ? null : BindExpression(choice.Operand);
        BoundVariable? variable = operand is null ? null : NewHidden("case", operand.Type);
        List<BoundAlternative> alternatives = [];
        foreach (CaseAlternative alternative in choice.Alternatives)
        {
            _caseOperand = variable;
            BoundExpression[] conditions = [.. alternative.Conditions.Select(BindPredicate)];
            _caseOperand = outer;
            BoundExpression condition = conditions.Length == 1
                ? conditions[0]
                : new BoundLogical(LogicalOperator.Or, conditions) { Type = StaticType.Boolean, Span = alternative.Span };
            alternatives.Add(new BoundAlternative(condition, BindExpression(alternative.Result)));
        }

        BoundExpression? otherwise = choice.Else is null ? null : BindExpression(choice.Else);
        StaticType type = alternatives.Aggregate(otherwise?.Type ?? StaticType.Null, (t, a) => t.Or(a.Result.Type));
        return new BoundCase(variable, operand, alternatives, otherwise) { Type = type };
    }

    private BoundMapProjection BindMapProjection(MapProjection projection)
    {
        BoundExpression target = BindExpression(projection.Target);
        Require(target, TypeSet.Map | TypeSet.Element, "the target of a map projection");
        BoundProjectedEntry[] entries =
        [
            .. projection.Items.Select(item => item switch
            {
                ProjectedProperty p =>
                    new BoundProjectedEntry(p.Key.Name, new BoundProperty(target, p.Key.Name) { Type = StaticType.Any, Span = p.Span }),
                ProjectedEntry e => new BoundProjectedEntry(e.Key.Name, BindExpression(e.Value)),
                ProjectedVariable v => new BoundProjectedEntry(v.Variable.Name, BindExpression(v.Variable)),
                _ => new BoundProjectedEntry(null, null),
            }),
        ];
        return new BoundMapProjection(target, entries) { Type = StaticType.Map };
    }

    private BoundListComprehension BindListComprehension(ListComprehension comprehension)
    {
        BoundExpression list = BindIterated(comprehension.List);
        return Iterate(comprehension.Variable, list, variable =>
        {
            BoundExpression? where = BindLocalPredicate(comprehension.Where);
            BoundExpression? projection = comprehension.Projection is null ? null : BindLocal(comprehension.Projection);
            StaticType item = projection?.Type ?? list.Type.Items;
            return new BoundListComprehension(variable, list, where, projection) { Type = StaticType.ListOf(item) };
        });
    }

    private BoundQuantifier BindQuantifier(QuantifierExpression quantifier)
    {
        BoundExpression list = BindIterated(quantifier.List);
        return Iterate(quantifier.Variable, list, variable =>
            new BoundQuantifier(quantifier.Kind, variable, list, BindLocalPredicate(quantifier.Where)) { Type = StaticType.Boolean });
    }

    private BoundReduce BindReduce(ReduceExpression reduce)
    {
        BoundExpression initial = BindExpression(reduce.Initial);
        BoundExpression list = BindIterated(reduce.List);
        return Iterate(reduce.Variable, list, variable =>
        {
            BoundVariable accumulator = NewVariable(reduce.Accumulator.Name, StaticType.Any);
            _scope.Declare(accumulator);
            BoundExpression step = BindLocal(reduce.Step);
            return new BoundReduce(accumulator, initial, variable, list, step) { Type = initial.Type.Or(step.Type) };
        });
    }

    private BoundExpression BindIterated(Expression syntax)
    {
        BoundExpression list = BindExpression(syntax);
        Require(list, TypeSet.List, "what is iterated over");
        return list;
    }

    private T Iterate<T>(Identifier name, BoundExpression list, Func<BoundVariable, T> bind) =>
        InScope(new Scope(_scope, isLocal: true), () =>
        {
            BoundVariable variable = NewVariable(name.Name, list.Type.Items);
            _scope.Declare(variable);
            return bind(variable);
        });

    /// <summary>Evaluated once an item: no place for an aggregate, though keys keep their meaning.</summary>
    private BoundExpression BindLocal(Expression syntax)
    {
        RefuseAggregates(syntax);
        return BindExpression(syntax);
    }

    private BoundExpression? BindLocalPredicate(Expression? syntax)
    {
        if (syntax is null)
        {
            return null;
        }

        RefuseAggregates(syntax);
        return BindPredicate(syntax);
    }

    private void RefuseAggregates(Expression syntax)
    {
        if (_aggregation != AggregationMode.Inside && SyntaxWalk.HasAggregate(syntax))
        {
            Fail(syntax.Span, "InvalidAggregation", "Can't use aggregating expressions inside of expressions executing over lists");
        }
    }
}
