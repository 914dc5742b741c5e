using Chancery.Cypher.Binding;
using Chancery.Cypher.Syntax;
using Chancery.Graph;

namespace Chancery.Cypher.Planning;

/// <summary>Bound expressions as short text, for plans; not always valid Cypher, always the same for the same expression.</summary>
internal static class ExpressionText
{
    public static string Of(BoundVariable variable) => variable.IsHidden ? $"anon_{variable.Slot}" : variable.Name;

    public static string Of(IEnumerable<BoundVariable> variables) => string.Join(", ", variables.Select(Of));

    public static string Of(IEnumerable<BoundExpression> expressions, string separator = ", ") =>
        string.Join(separator, expressions.Select(Of));

    public static string Of(BoundExpression expression) => expression switch
    {
        BoundLiteral literal => Of(literal.Value),
        BoundParameter parameter => "$" + parameter.Name,
        BoundReference reference => Of(reference.Variable),
        BoundList list => $"[{Of(list.Items)}]",
        BoundMap map => $"{{{string.Join(", ", map.Entries.Select(entry => $"{entry.Key}: {Of(entry.Value)}"))}}}",
        BoundProperty property => $"{Of(property.Target)}.{property.Key}",
        BoundIndex index => $"{Of(index.Target)}[{Of(index.Index)}]",
        BoundSlice slice => $"{Of(slice.Target)}[{(slice.From is null ? "" : Of(slice.From))}..{(slice.To is null ? "" : Of(slice.To))}]",
        BoundUnary unary => unary.Operator switch
        {
            UnaryOperator.Not => $"NOT {Of(unary.Operand)}",
            UnaryOperator.Minus => $"-{Of(unary.Operand)}",
            _ => $"+{Of(unary.Operand)}",
        },
        BoundBinary binary => $"{Of(binary.Left)} {Of(binary.Operator)} {Of(binary.Right)}",
        BoundComparison comparison => $"{Of(comparison.Left)} {Of(comparison.Operator)} {Of(comparison.Right)}",
        BoundLogical logical => $"({Of(logical.Operands, $" {logical.Operator.ToString().ToUpperInvariant()} ")})",
        BoundNullPredicate test => $"{Of(test.Operand)} IS {(test.Not ? "NOT " : "")}NULL",
        BoundTypePredicate test => $"{Of(test.Operand)} IS {(test.Not ? "NOT " : "")}TYPED …",
        BoundNormalizedPredicate test => $"{Of(test.Operand)} IS {(test.Not ? "NOT " : "")}{test.Form} NORMALIZED",
        BoundLabelPredicate test => $"{Of(test.Operand)}:{Of(test.Labels)}",
        BoundComputedLabelPredicate test => $"{Of(test.Operand)}:${(test.Any ? "any" : "")}({Of(test.Names)})",
        BoundFunctionCall call => $"{call.Function.Name}({Of(call.Arguments)})",
        BoundAggregate { Arguments.Count: 0 } call => $"{call.Function.Name}(*)",
        BoundAggregate call => $"{call.Function.Name}({(call.Distinct ? "DISTINCT " : "")}{Of(call.Arguments)})",
        BoundCase => "CASE …",
        BoundMapProjection projection => $"{Of(projection.Target)} {{…}}",
        BoundListComprehension list => $"[{Of(list.Variable)} IN {Of(list.List)} …]",
        BoundQuantifier quantifier => $"{quantifier.Kind.ToString().ToLowerInvariant()}({Of(quantifier.Variable)} IN {Of(quantifier.List)} …)",
        BoundReduce reduce => $"reduce({Of(reduce.Accumulator)} … {Of(reduce.List)})",
        BoundSubqueryExpression subquery => $"{subquery.Kind.ToString().ToUpperInvariant()} {{…}}",
        _ => expression.GetType().Name,
    };

    public static string Of(LabelExpression labels) => labels switch
    {
        LabelName name => name.Name,
        LabelWildcard => "%",
        LabelNot negated => $"!{Of(negated.Operand)}",
        LabelAnd all => string.Join('&', all.Operands.Select(Of)),
        LabelOr any => $"({string.Join('|', any.Operands.Select(Of))})",
        _ => labels.GetType().Name,
    };

    private static string Of(Value value) => value.Kind switch
    {
        ValueKind.String => $"'{value.AsString()}'",
        _ => value.ToString(),
    };

    private static string Of(BinaryOperator operation) => operation switch
    {
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Divide => "/",
        BinaryOperator.Modulo => "%",
        BinaryOperator.Power => "^",
        BinaryOperator.Concatenate => "||",
        BinaryOperator.In => "IN",
        BinaryOperator.StartsWith => "STARTS WITH",
        BinaryOperator.EndsWith => "ENDS WITH",
        BinaryOperator.Contains => "CONTAINS",
        _ => "=~",
    };

    private static string Of(ComparisonOperator operation) => operation switch
    {
        ComparisonOperator.Equal => "=",
        ComparisonOperator.NotEqual => "<>",
        ComparisonOperator.Less => "<",
        ComparisonOperator.LessOrEqual => "<=",
        ComparisonOperator.Greater => ">",
        _ => ">=",
    };
}
