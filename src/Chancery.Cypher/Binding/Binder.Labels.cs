using Chancery.Cypher.Syntax;

namespace Chancery.Cypher.Binding;

internal sealed partial class Binder
{
    private BoundExpression BindLabelPredicate(LabelPredicate predicate)
    {
        BoundExpression operand = BindExpression(predicate.Operand);
        Require(operand, TypeSet.Element, "a test of labels or types");
        if (operand.Type.Is(TypeSet.Element))
        {
            NoteReads(operand.Type.Is(TypeSet.Node) ? NameKind.Label : NameKind.RelationshipType, predicate.Labels);
        }

        return BindLabelTest(operand, predicate.Labels);
    }

    /// <summary>Names that are computed make conditions of their own; what is left of the expression stays one test that plans can use.</summary>
    private BoundExpression BindLabelTest(BoundExpression operand, LabelExpression labels) => !HasComputed(labels)
        ? new BoundLabelPredicate(operand, labels) { Type = StaticType.Boolean, Span = labels.Span }
        : labels switch
        {
            LabelComputed computed => new BoundComputedLabelPredicate(operand, BindNames(computed), computed.Any)
            {
                Type = StaticType.Boolean,
                Span = labels.Span,
            },
            LabelNot not => new BoundUnary(UnaryOperator.Not, BindLabelTest(operand, not.Operand)) { Type = StaticType.Boolean, Span = labels.Span },
            LabelAnd and => Combine(LogicalOperator.And, and.Operands, operand),
            LabelOr or => Combine(LogicalOperator.Or, or.Operands, operand),
            _ => throw new InvalidOperationException($"{labels.GetType().Name} holds no computed names."),
        };

    /// <summary>Splits what a pattern asks of an element into the part whose names are known now, and the conditions whose names are computed.</summary>
    private LabelExpression? SplitLabels(BoundVariable element, LabelExpression? labels, List<BoundExpression> predicates)
    {
        if (labels is null || !HasComputed(labels))
        {
            return labels;
        }

        IReadOnlyList<LabelExpression> operands = labels is LabelAnd and ? and.Operands : [labels];
        predicates.AddRange(operands.Where(HasComputed).Select(operand => BindLabelTest(Reference(element, operand.Span), operand)));
        LabelExpression[] known = [.. operands.Where(operand => !HasComputed(operand))];
        return known.Length switch
        {
            0 => null,
            1 => known[0],
            _ => new LabelAnd(known.ToSyntaxList()) { Span = labels.Span },
        };
    }

    private BoundExpression BindNames(LabelComputed computed)
    {
        BoundExpression names = WithAggregation(AggregationMode.Forbidden, null, () => BindExpression(computed.Names));
        Require(names, TypeSet.String | TypeSet.List, "the names of labels or types");
        return names;
    }

    private BoundLogical Combine(LogicalOperator operation, IReadOnlyList<LabelExpression> operands, BoundExpression element) =>
        new(operation, [.. operands.Select(operand => BindLabelTest(element, operand))]) { Type = StaticType.Boolean };

    private static bool HasComputed(LabelExpression labels) => labels switch
    {
        LabelComputed => true,
        LabelNot not => HasComputed(not.Operand),
        LabelAnd and => and.Operands.Any(HasComputed),
        LabelOr or => or.Operands.Any(HasComputed),
        _ => false,
    };
}
