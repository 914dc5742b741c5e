using Chancery.Cypher.Syntax;

namespace Chancery.Cypher.Binding;

internal sealed partial class Binder
{
    private BoundUnary BindUnary(UnaryExpression unary)
    {
        if (unary.Operator == UnaryOperator.Not)
        {
            return new BoundUnary(unary.Operator, BindPredicate(unary.Operand)) { Type = StaticType.Boolean };
        }

        BoundExpression operand = BindExpression(unary.Operand);
        Require(operand, TypeSet.Number | TypeSet.Duration, "the operand of a sign");
        return new BoundUnary(unary.Operator, operand) { Type = operand.Type };
    }

    private BoundLogical BindLogical(LogicalExpression logical)
    {
        List<BoundExpression> operands = [];
        foreach (Expression operand in logical.Operands)
        {
            BoundExpression bound = BindPredicate(operand);
            if (bound is BoundLogical inner && inner.Operator == logical.Operator)
            {
                operands.AddRange(inner.Operands);
            }
            else
            {
                operands.Add(bound);
            }
        }

        return new BoundLogical(logical.Operator, operands) { Type = StaticType.Boolean };
    }

    private BoundExpression BindComparison(ComparisonExpression comparison)
    {
        BoundExpression[] operands = [.. comparison.Operands.Select(BindExpression)];
        BoundExpression[] pairs =
        [
            .. comparison.Operators.Select((op, i) =>
                new BoundComparison(op, operands[i], operands[i + 1])
                {
                    Type = StaticType.Boolean,
                    Span = operands[i].Span.To(operands[i + 1].Span),
                }),
        ];
        return pairs.Length == 1 ? pairs[0] : new BoundLogical(LogicalOperator.And, pairs) { Type = StaticType.Boolean };
    }

    private BoundBinary BindBinary(BinaryExpression binary)
    {
        BoundExpression left = BindExpression(binary.Left);
        BoundExpression right = BindExpression(binary.Right);
        return new BoundBinary(binary.Operator, left, right) { Type = TypeOfBinary(binary.Operator, left, right) };
    }

    private StaticType TypeOfBinary(BinaryOperator operation, BoundExpression left, BoundExpression right)
    {
        switch (operation)
        {
            case BinaryOperator.In:
                Require(right, TypeSet.List, "the right side of IN");
                return StaticType.Boolean;
            case BinaryOperator.StartsWith or BinaryOperator.EndsWith or BinaryOperator.Contains or BinaryOperator.RegexMatch:
                return StaticType.Boolean;
            case BinaryOperator.Power:
                RequireBoth(left, right, TypeSet.Number, "an operand of '^'");
                return StaticType.Float;
            case BinaryOperator.Modulo:
                RequireBoth(left, right, TypeSet.Number, "an operand of '%'");
                return Arithmetic(left.Type, right.Type);
            case BinaryOperator.Multiply or BinaryOperator.Divide:
                RequireBoth(left, right, TypeSet.Number | TypeSet.Duration, operation == BinaryOperator.Multiply ? "an operand of '*'" : "an operand of '/'");
                return Arithmetic(left.Type, right.Type);
            case BinaryOperator.Subtract:
                RequireBoth(left, right, TypeSet.Number | TypeSet.Duration | TypeSet.Instant, "an operand of '-'");
                return Arithmetic(left.Type, right.Type);
            default:
                return TypeOfSum(left.Type, right.Type);
        }
    }

    private void RequireBoth(BoundExpression left, BoundExpression right, TypeSet kinds, string role)
    {
        Require(left, kinds, role);
        Require(right, kinds, role);
    }

    private static StaticType Arithmetic(StaticType left, StaticType right) =>
        left.Is(TypeSet.Integer) && right.Is(TypeSet.Integer) ? StaticType.Integer
        : left.Is(TypeSet.Number) && right.Is(TypeSet.Number) && (left.Is(TypeSet.Float) || right.Is(TypeSet.Float)) ? StaticType.Float
        : left.Is(TypeSet.Number) && right.Is(TypeSet.Number) ? StaticType.Number
        : StaticType.Any;

    private static StaticType TypeOfSum(StaticType left, StaticType right)
    {
        if (left.Is(TypeSet.List) || right.Is(TypeSet.List))
        {
            StaticType leftItem = left.Is(TypeSet.List) ? left.Items : left;
            StaticType rightItem = right.Is(TypeSet.List) ? right.Items : right;
            return StaticType.ListOf(leftItem.Or(rightItem));
        }

        const TypeSet Text = TypeSet.String | TypeSet.Number | TypeSet.Boolean;
        return (left.Is(TypeSet.String) && right.Is(Text)) || (right.Is(TypeSet.String) && left.Is(Text))
            ? StaticType.String
            : Arithmetic(left, right);
    }
}
