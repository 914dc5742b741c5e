using System.Text.RegularExpressions;
using Chancery.Cypher.Execution;
using Chancery.Graph;

namespace Chancery.Cypher.Expressions.Evaluators;

/// <summary><c>text =~ pattern</c>: the whole text must match.</summary>
internal sealed class RegexEvaluator(Evaluator text, Evaluator pattern) : Evaluator
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(1);

    private Compiled? _last;

    public override Value Evaluate(Value[] row, QueryContext context)
    {
        Value subject = text.Evaluate(row, context);
        Value source = pattern.Evaluate(row, context);
        if (subject.Kind != ValueKind.String || source.Kind != ValueKind.String)
        {
            return Value.Null;
        }

        try
        {
            return Expression(source.AsString()).IsMatch(subject.AsString());
        }
        catch (RegexMatchTimeoutException)
        {
            throw ExpressionErrors.ArgumentError(
                $"The regular expression {ValueText.Literal(source)} took longer than {_patience.TotalSeconds} s on one text.", "InvalidArgumentValue");
        }
    }

    private Regex Expression(string source)
    {
        Compiled? last = _last;
        if (last is null || last.Source != source)
        {
            last = new Compiled(source, Compile(source));
            _last = last;
        }

        return last.Expression;
    }

    private static Regex Compile(string source)
    {
        try
        {
            return new Regex($@"\A(?:{source})\z", RegexOptions.CultureInvariant, _patience);
        }
        catch (ArgumentException failure)
        {
            throw ExpressionErrors.ArgumentError($"Invalid regular expression: {failure.Message}", "InvalidArgumentValue");
        }
    }

    private sealed record Compiled(string Source, Regex Expression);
}
