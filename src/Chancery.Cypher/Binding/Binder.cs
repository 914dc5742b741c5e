using System.Diagnostics.CodeAnalysis;
using Chancery.Cypher.Syntax;
using Chancery.Graph;

namespace Chancery.Cypher.Binding;

/// <summary>
/// Gives names their meaning: variables their slots, functions and procedures their signatures; and finds every error that needs no data.
/// </summary>
internal sealed partial class Binder
{
    /// <summary>Expressions higher than this are refused, so that whatever walks them later needs little stack.</summary>
    public const int MaxHeight = 512;

    private readonly string _text;
    private readonly BindingOptions _options;
    private readonly Dictionary<string, ParameterUse> _parameters = new(StringComparer.Ordinal);
    private readonly Dictionary<(NameKind Kind, string Name), NameUse> _reads = [];
    private int _slotCount;
    private int _height;
    private Scope _scope = new(null);
    private AggregationMode _aggregation = AggregationMode.Forbidden;
    private AggregationFrame? _frame;

    private Binder(string text, BindingOptions options)
    {
        _text = text;
        _options = options;
    }

    /// <exception cref="GraphException">The statement means nothing; the error says what and where.</exception>
    public static BoundStatement Bind(string text, BindingOptions options) => Bind(Parser.Parse(text), text, options);

    /// <param name="text">The text that the syntax was parsed from.</param>
    public static BoundStatement Bind(StatementSyntax syntax, string text, BindingOptions options)
    {
        Binder binder = new(text, options);
        BoundStatement statement = binder.BindBody(syntax.Body);
        return statement with { Mode = syntax.Mode, Parameters = [.. binder._parameters.Values], Reads = [.. binder._reads.Values] };
    }

    private BoundStatement BindBody(Statement statement) => statement switch
    {
        Query query => BindTopQuery(query),
        ShowCommand show => BindShow(show),
        TerminateTransactions terminate => BindTerminate(terminate),
        CreateIndex index => BindCreateIndex(index),
        CreateConstraint constraint => BindCreateConstraint(constraint),
        DropIndex drop => new BoundDropIndex(BindName(drop.Name), drop.IfExists) { QueryType = QueryType.Schema },
        DropConstraint drop => new BoundDropConstraint(BindName(drop.Name), drop.IfExists) { QueryType = QueryType.Schema },
        _ => throw new InvalidOperationException($"No binding for {statement.GetType().Name}."),
    };

    private BoundVariable NewVariable(string name, StaticType type) => new(name, _slotCount++, type, hidden: false);

    /// <summary>A blank begins the name, so that it never meets an author's.</summary>
    private BoundVariable NewHidden(string what, StaticType type)
    {
        int slot = _slotCount++;
        return new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $" {what}#{slot}"), slot, type, hidden: true);
    }

    /// <summary>A new variable in the current scope, which must not know the name yet.</summary>
    private BoundVariable Declare(Identifier name, StaticType type)
    {
        RequireUnbound(name);
        BoundVariable variable = NewVariable(name.Name, type);
        _scope.Declare(variable);
        return variable;
    }

    private void RequireUnbound(Identifier name)
    {
        if (_scope.Find(name.Name) is not null)
        {
            Fail(name.Span, "VariableAlreadyBound", $"Variable `{name.Name}` already declared");
        }
    }

    private static BoundReference Reference(BoundVariable variable, TextSpan span = default) =>
        new(variable) { Type = variable.Type, Span = span };

    private T InScope<T>(Scope scope, Func<T> bind)
    {
        Scope outer = _scope;
        _scope = scope;
        T result = bind();
        _scope = outer;
        return result;
    }

    private T WithAggregation<T>(AggregationMode mode, AggregationFrame? frame, Func<T> bind)
    {
        (AggregationMode outerMode, AggregationFrame? outerFrame) = (_aggregation, _frame);
        (_aggregation, _frame) = (mode, frame);
        T result = bind();
        (_aggregation, _frame) = (outerMode, outerFrame);
        return result;
    }

    private void NoteRead(NameKind kind, string name, TextSpan span)
    {
        if (!_reads.ContainsKey((kind, name)))
        {
            _reads.Add((kind, name), new NameUse(kind, name, StatementError.PositionOf(_text, span.Offset)));
        }
    }

    private void NoteReads(NameKind kind, LabelExpression? labels)
    {
        switch (labels)
        {
            case LabelName name:
                NoteRead(kind, name.Name, name.Span);
                break;
            case LabelNot not:
                NoteReads(kind, not.Operand);
                break;
            case LabelAnd and:
                and.Operands.ToList().ForEach(o => NoteReads(kind, o));
                break;
            case LabelOr or:
                or.Operands.ToList().ForEach(o => NoteReads(kind, o));
                break;
            default:
                break;
        }
    }

    private GraphException Error(TextSpan span, string detail, string message) => StatementError.Syntax(_text, span, detail, message);

    [DoesNotReturn]
    private void Fail(TextSpan span, string detail, string message) => throw Error(span, detail, message);
}
