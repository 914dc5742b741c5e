using Chancery.Cypher.Syntax;

namespace Chancery.Cypher.Binding;

/// <summary>Questions about an expression before it is bound. Iterative, as nothing has bounded its height yet.</summary>
internal static class SyntaxWalk
{
    public static bool HasAggregate(Expression expression) =>
        Descendants(expression).Any(e => e is CountStar || (e is FunctionCall call && FunctionCatalogue.Find(call.Name) is { IsAggregate: true }));

    public static bool Mentions(Expression expression, string variable) =>
        Descendants(expression).Any(e => e is Variable v && v.Name == variable);

    public static IEnumerable<Variable> Variables(Expression expression) => Descendants(expression).OfType<Variable>();

    /// <summary>The expression and all below it, those inside subqueries and patterns excepted.</summary>
    private static IEnumerable<Expression> Descendants(Expression expression)
    {
        Stack<Expression> open = new([expression]);
        while (open.TryPop(out Expression? next))
        {
            yield return next;
            PushChildren(next, open);
        }
    }

    private static void PushChildren(Expression expression, Stack<Expression> open)
    {
        void Push(Expression? child)
        {
            if (child is not null)
            {
                open.Push(child);
            }
        }

        void PushAll(IEnumerable<Expression> children)
        {
            foreach (Expression child in children)
            {
                open.Push(child);
            }
        }

        switch (expression)
        {
            case ListExpression list:
                PushAll(list.Items);
                break;
            case MapExpression map:
                PushAll(map.Entries.Select(e => e.Value));
                break;
            case PropertyAccess access:
                Push(access.Target);
                break;
            case IndexAccess access:
                PushAll([access.Target, access.Index]);
                break;
            case SliceAccess slice:
                Push(slice.Target);
                Push(slice.From);
                Push(slice.To);
                break;
            case UnaryExpression unary:
                Push(unary.Operand);
                break;
            case BinaryExpression binary:
                PushAll([binary.Left, binary.Right]);
                break;
            case LogicalExpression logical:
                PushAll(logical.Operands);
                break;
            case ComparisonExpression comparison:
                PushAll(comparison.Operands);
                break;
            case NullPredicate predicate:
                Push(predicate.Operand);
                break;
            case TypePredicate predicate:
                Push(predicate.Operand);
                break;
            case NormalizedPredicate predicate:
                Push(predicate.Operand);
                break;
            case LabelPredicate predicate:
                Push(predicate.Operand);
                PushAll(Computed(predicate.Labels));
                break;
            case FunctionCall call:
                PushAll(call.Arguments);
                break;
            case CaseExpression choice:
                Push(choice.Operand);
                PushAll(choice.Alternatives.SelectMany(a => a.Conditions.Append(a.Result)));
                Push(choice.Else);
                break;
            case MapProjection projection:
                Push(projection.Target);
                PushAll(projection.Items.OfType<ProjectedEntry>().Select(e => e.Value));
                PushAll(projection.Items.OfType<ProjectedVariable>().Select(v => v.Variable));
                break;
            case ListComprehension comprehension:
                Push(comprehension.List);
                Push(comprehension.Where);
                Push(comprehension.Projection);
                break;
            case PatternComprehension comprehension:
                Push(comprehension.Where);
                Push(comprehension.Projection);
                break;
            case ReduceExpression reduce:
                PushAll([reduce.Initial, reduce.List, reduce.Step]);
                break;
            case QuantifierExpression quantifier:
                Push(quantifier.List);
                Push(quantifier.Where);
                break;
            default:
                break;
        }
    }

    private static IEnumerable<Expression> Computed(LabelExpression labels) => labels switch
    {
        LabelComputed computed => [computed.Names],
        LabelNot not => Computed(not.Operand),
        LabelAnd and => and.Operands.SelectMany(Computed),
        LabelOr or => or.Operands.SelectMany(Computed),
        _ => [],
    };
}
