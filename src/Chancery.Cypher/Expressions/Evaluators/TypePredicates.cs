using Chancery.Cypher.Execution;
using Chancery.Cypher.Functions;
using Chancery.Cypher.Syntax;
using Chancery.Graph;

namespace Chancery.Cypher.Expressions.Evaluators;

/// <summary><c>x IS :: type</c></summary>
internal sealed class TypePredicateEvaluator(Evaluator operand, TypeSyntax type, bool not) : Evaluator
{
    public override Value Evaluate(Value[] row, QueryContext context) => Fits(operand.Evaluate(row, context), type) != not;

    private static bool Fits(Value value, TypeSyntax type)
    {
        foreach (TypeName name in type.Alternatives)
        {
            if (Fits(value, name))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Fits(Value value, TypeName name)
    {
        if (value.IsNull)
        {
            return name.Nullable && !name.IsNothing;
        }

        if (name.IsNothing)
        {
            return false;
        }

        if (name.IsPropertyValue)
        {
            return IsPropertyValue(value);
        }

        return name.Kind is null
            || (value.Kind == name.Kind && (name.Element is null || value.AsList().All(item => Fits(item, name.Element))));
    }

    private static bool IsPropertyValue(Value value) => value.Kind switch
    {
        ValueKind.Map or ValueKind.Node or ValueKind.Relationship or ValueKind.Path or ValueKind.Null => false,
        ValueKind.List => value.AsList().All(item => item.Kind != ValueKind.List && IsPropertyValue(item)),
        _ => true,
    };
}

/// <summary><c>x IS NFC NORMALIZED</c>; null for anything but a string.</summary>
internal sealed class NormalizedPredicateEvaluator(Evaluator operand, string form, bool not) : Evaluator
{
    private readonly System.Text.NormalizationForm _form = StringFunctions.Form(form);

    public override Value Evaluate(Value[] row, QueryContext context)
    {
        Value value = operand.Evaluate(row, context);
        return value.Kind == ValueKind.String ? UnicodeForms.IsNormalized(value.AsString(), _form) != not : Value.Null;
    }
}
