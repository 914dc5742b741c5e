using System.Globalization;
using System.Text;
using Chancery.Cypher.Syntax;
using Chancery.Graph;

namespace Chancery.Cypher.Tests.Syntax;

internal sealed partial class StatementPrinter
{
    private void Expression(Expression expression)
    {
        switch (expression)
        {
            case Literal literal:
                Literal(literal.Value);
                break;
            case Variable variable:
                Name(variable.Name);
                break;
            case Parameter parameter:
                Write("$").Name(parameter.Name);
                break;
            case ListExpression list:
                Write("[").Join(list.Items, ", ", Expression).Write("]");
                break;
            case MapExpression map:
                Write("{").Join(map.Entries, ", ", e => Name(e.Key).Write(": ").Expression(e.Value)).Write("}");
                break;
            case PropertyAccess access:
                Primary(access.Target);
                Write(".").Name(access.Key);
                break;
            case IndexAccess access:
                Primary(access.Target);
                Write("[").Expression(access.Index);
                Write("]");
                break;
            case SliceAccess slice:
                Primary(slice.Target);
                Write("[").Optional("", slice.From, Expression).Write("..").Optional("", slice.To, Expression).Write("]");
                break;
            case FunctionCall { Name: "normalize", Arguments: [var text, Literal form] }:
                Write("normalize(").Expression(text);
                Write($", {form.Value.AsString()})");
                break;
            case FunctionCall call:
                Dotted(call.Name).Write(call.Distinct ? "(DISTINCT " : "(").Join(call.Arguments, ", ", Expression).Write(")");
                break;
            case CaseOperand:
                break;
            case CountStar:
                Write("count(*)");
                break;
            case CaseExpression choice:
                Case(choice);
                break;
            case MapProjection projection:
                Expression(projection.Target);
                Write(" {").Join(projection.Items, ", ", ProjectedItem).Write("}");
                break;
            case PatternExpression pattern:
                Path(pattern.Pattern);
                break;
            case SubqueryExpression subquery:
                Write($"{subquery.Kind} {{ ").Query(subquery.Query);
                Write(" }");
                break;
            case ListComprehension or PatternComprehension or ReduceExpression or QuantifierExpression:
                Iteration(expression);
                break;
            default:
                Write("(").Operation(expression);
                Write(")");
                break;
        }
    }

    // -1.a reads as -(1.a): a negative number keeps its parentheses before a dot.
    private void Primary(Expression expression)
    {
        bool signed = expression is Literal { Value.Kind: ValueKind.Integer or ValueKind.Float };
        Write(signed ? "(" : "").Expression(expression);
        Write(signed ? ")" : "");
    }

    private void Literal(Value value)
    {
        Write(value.Kind switch
        {
            ValueKind.Null => "null",
            ValueKind.Boolean => value.AsBoolean() ? "true" : "false",
            ValueKind.Integer => value.AsInteger().ToString(CultureInfo.InvariantCulture),
            ValueKind.Float => Float(value.AsFloat()),
            _ => Quote(value.AsString()),
        });
    }

    private static string Float(double value) =>
        double.IsNaN(value) ? "NaN"
        : double.IsPositiveInfinity(value) ? "Infinity"
        : value.ToString("E17", CultureInfo.InvariantCulture);

    private static string Quote(string value)
    {
        StringBuilder result = new("'");
        foreach (char c in value)
        {
            _ = c is '\'' or '\\' ? result.Append('\\').Append(c)
                : char.IsControl(c) ? result.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}")
                : result.Append(c);
        }

        return result.Append('\'').ToString();
    }

    private void Operation(Expression expression)
    {
        switch (expression)
        {
            case UnaryExpression unary:
                Write(unary.Operator switch { UnaryOperator.Not => "NOT ", UnaryOperator.Plus => "+ ", _ => "- " });
                Primary(unary.Operand);
                break;
            case BinaryExpression binary:
                Expression(binary.Left);
                Write(Text(binary.Operator)).Expression(binary.Right);
                break;
            case LogicalExpression logical:
                Join(logical.Operands, $" {logical.Operator} ", Expression);
                break;
            case ComparisonExpression comparison:
                Expression(comparison.Operands[0]);
                for (int i = 0; i < comparison.Operators.Count; i++)
                {
                    Write(Text(comparison.Operators[i])).Expression(comparison.Operands[i + 1]);
                }

                break;
            case NullPredicate predicate:
                Expression(predicate.Operand);
                Write(predicate.Not ? " IS NOT NULL" : " IS NULL");
                break;
            case TypePredicate predicate:
                Expression(predicate.Operand);
                Write(predicate.Not ? " IS NOT :: " : " IS :: ").Type(predicate.Type);
                break;
            case NormalizedPredicate predicate:
                Expression(predicate.Operand);
                Write(predicate.Not ? " IS NOT " : " IS ").Write(predicate.Form).Write(" NORMALIZED");
                break;
            case LabelPredicate predicate:
                Expression(predicate.Operand);
                Write(":").Labels(predicate.Labels);
                break;
            default:
                throw new InvalidOperationException($"No text for {expression.GetType().Name}.");
        }
    }

    private void Iteration(Expression expression)
    {
        switch (expression)
        {
            case ListComprehension comprehension:
                Write("[").Name(comprehension.Variable).Write(" IN ").Expression(comprehension.List);
                Optional(" WHERE ", comprehension.Where, Expression).Optional(" | ", comprehension.Projection, Expression).Write("]");
                break;
            case PatternComprehension comprehension:
                Write("[").Path(comprehension.Pattern);
                Optional(" WHERE ", comprehension.Where, Expression).Write(" | ").Expression(comprehension.Projection);
                Write("]");
                break;
            case ReduceExpression reduce:
                Write("reduce(").Name(reduce.Accumulator).Write(" = ").Expression(reduce.Initial);
                Write(", ").Name(reduce.Variable).Write(" IN ").Expression(reduce.List);
                Write(" | ").Expression(reduce.Step);
                Write(")");
                break;
            case QuantifierExpression quantifier:
                Write($"{quantifier.Kind}(").Name(quantifier.Variable).Write(" IN ").Expression(quantifier.List);
                Optional(" WHERE ", quantifier.Where, Expression).Write(")");
                break;
            default:
                throw new InvalidOperationException($"No text for {expression.GetType().Name}.");
        }
    }

    private void Case(CaseExpression choice)
    {
        Write("CASE ").Optional("", choice.Operand, Expression, " ");
        foreach (CaseAlternative alternative in choice.Alternatives)
        {
            Write("WHEN ").Join(alternative.Conditions, ", ", condition => CaseTest(condition, choice.Operand is not null));
            Write(" THEN ").Expression(alternative.Result);
            Write(" ");
        }

        Optional("ELSE ", choice.Else, Expression, " ").Write("END");
    }

    /// <summary>A test of the operand is written without its left side.</summary>
    private void CaseTest(Expression condition, bool hasOperand)
    {
        if (!hasOperand)
        {
            Expression(condition);
            return;
        }

        Operation(condition);
    }

    private void ProjectedItem(MapProjectionItem item)
    {
        switch (item)
        {
            case ProjectedProperty property:
                Write(".").Name(property.Key);
                break;
            case ProjectedAllProperties:
                Write(".*");
                break;
            case ProjectedEntry entry:
                Name(entry.Key).Write(": ").Expression(entry.Value);
                break;
            case ProjectedVariable variable:
                Name(variable.Variable.Name);
                break;
            default:
                throw new InvalidOperationException($"No text for {item.GetType().Name}.");
        }
    }

    private static string Text(BinaryOperator operation) => operation switch
    {
        BinaryOperator.Add => " + ",
        BinaryOperator.Subtract => " - ",
        BinaryOperator.Multiply => " * ",
        BinaryOperator.Divide => " / ",
        BinaryOperator.Modulo => " % ",
        BinaryOperator.Power => " ^ ",
        BinaryOperator.Concatenate => " || ",
        BinaryOperator.In => " IN ",
        BinaryOperator.StartsWith => " STARTS WITH ",
        BinaryOperator.EndsWith => " ENDS WITH ",
        BinaryOperator.Contains => " CONTAINS ",
        _ => " =~ ",
    };

    private static string Text(ComparisonOperator operation) => operation switch
    {
        ComparisonOperator.Equal => " = ",
        ComparisonOperator.NotEqual => " <> ",
        ComparisonOperator.Less => " < ",
        ComparisonOperator.LessOrEqual => " <= ",
        ComparisonOperator.Greater => " > ",
        _ => " >= ",
    };
}
