using Chancery.Cypher.Binding;
using Chancery.Cypher.Expressions.Evaluators;
using Chancery.Cypher.Functions;
using Chancery.Cypher.Storage;
using Chancery.Cypher.Syntax;
using Chancery.Graph;

namespace Chancery.Cypher.Expressions;

/// <summary>Makes the evaluator of a query that stands inside an expression; it runs operators on a copy of the row.</summary>
internal delegate Evaluator SubqueryCompiler(BoundSubqueryExpression expression);

/// <summary>
/// Turns bound expressions into evaluators. What needs no row and no run is computed here, once; an error in it stays for the run, since
/// the expression may never be reached.
/// </summary>
internal sealed class ExpressionCompiler(SubqueryCompiler subqueries, GraphTokens? tokens = null)
{
    public Evaluator Compile(BoundExpression expression) => Folding.Fold(Build(expression), expression);

    public Evaluator? CompileOptional(BoundExpression? expression) => expression is null ? null : Compile(expression);

    public Evaluator[] CompileAll(IEnumerable<BoundExpression> expressions) => [.. expressions.Select(Compile)];

    /// <summary>What a comparison says of two values: true, false or unknown.</summary>
    public static bool? Compare(ComparisonOperator comparison, Value left, Value right) => comparison switch
    {
        ComparisonOperator.Equal => Equal.Apply(left, right),
        ComparisonOperator.NotEqual => NotEqual.Apply(left, right),
        ComparisonOperator.Less => Less.Apply(left, right),
        ComparisonOperator.LessOrEqual => LessOrEqual.Apply(left, right),
        ComparisonOperator.Greater => Greater.Apply(left, right),
        _ => GreaterOrEqual.Apply(left, right),
    };

    private Evaluator Build(BoundExpression expression) => expression switch
    {
        BoundLiteral literal => new ConstantEvaluator(literal.Value),
        BoundParameter parameter => new ParameterEvaluator(parameter.Name),
        BoundReference reference => new SlotEvaluator(reference.Variable.Slot),
        BoundProperty property => Property(property),
        BoundComparison comparison => Comparison(comparison),
        BoundLogical logical => Logical(logical),
        BoundUnary unary => Unary(unary),
        BoundBinary binary => Binary(binary),
        BoundFunctionCall call => Call(call),
        BoundList list => new ListEvaluator(CompileAll(list.Items)),
        BoundMap map => Map(map),
        BoundIndex index => new IndexEvaluator(Compile(index.Target), Compile(index.Index)),
        BoundSlice slice => new SliceEvaluator(Compile(slice.Target), CompileOptional(slice.From), CompileOptional(slice.To)),
        BoundNullPredicate predicate => new IsNullEvaluator(Compile(predicate.Operand), predicate.Not),
        BoundTypePredicate predicate => new TypePredicateEvaluator(Compile(predicate.Operand), predicate.TestedType, predicate.Not),
        BoundNormalizedPredicate predicate => new NormalizedPredicateEvaluator(Compile(predicate.Operand), predicate.Form, predicate.Not),
        BoundLabelPredicate predicate => new LabelPredicateEvaluator(Compile(predicate.Operand), predicate.Labels),
        BoundComputedLabelPredicate test => new ComputedLabelEvaluator(Compile(test.Operand), Compile(test.Names), test.Any),
        BoundCase choice => Case(choice),
        BoundMapProjection projection => MapProjection(projection),
        BoundListComprehension comprehension => new ListComprehensionEvaluator(
            comprehension.Variable.Slot,
            Compile(comprehension.List),
            CompileOptional(comprehension.Where),
            CompileOptional(comprehension.Projection)),
        BoundQuantifier quantifier => new QuantifierEvaluator(
            quantifier.Kind,
            quantifier.Variable.Slot,
            Compile(quantifier.List),
            quantifier.Where is { } where ? Compile(where) : new SlotEvaluator(quantifier.Variable.Slot)),
        BoundReduce reduce => new ReduceEvaluator(
            reduce.Accumulator.Slot, Compile(reduce.Initial), reduce.Variable.Slot, Compile(reduce.List), Compile(reduce.Step)),
        BoundSubqueryExpression subquery => subqueries(subquery),
        _ => throw new InvalidOperationException($"No evaluator for {expression.GetType().Name}."),
    };

    private Evaluator Property(BoundProperty property)
    {
        PropertyKey key = new(property.Key, tokens);
        Evaluator target = Compile(property.Target);
        return target is SlotEvaluator slot ? new SlotPropertyEvaluator(slot.Slot, key) : new PropertyEvaluator(target, key);
    }

    private Evaluator Comparison(BoundComparison comparison)
    {
        Evaluator left = Compile(comparison.Left);
        Evaluator right = Compile(comparison.Right);
        return comparison.Operator switch
        {
            ComparisonOperator.Equal => new ComparisonEvaluator<Equal>(left, right),
            ComparisonOperator.NotEqual => new ComparisonEvaluator<NotEqual>(left, right),
            ComparisonOperator.Less => new ComparisonEvaluator<Less>(left, right),
            ComparisonOperator.LessOrEqual => new ComparisonEvaluator<LessOrEqual>(left, right),
            ComparisonOperator.Greater => new ComparisonEvaluator<Greater>(left, right),
            ComparisonOperator.GreaterOrEqual => new ComparisonEvaluator<GreaterOrEqual>(left, right),
            _ => throw new InvalidOperationException($"No evaluator for {comparison.Operator}."),
        };
    }

    private Evaluator Logical(BoundLogical logical)
    {
        Evaluator[] operands = CompileAll(logical.Operands);
        return logical.Operator switch
        {
            LogicalOperator.And => new AndEvaluator(operands),
            LogicalOperator.Or => new OrEvaluator(operands),
            _ => new XorEvaluator(operands),
        };
    }

    private Evaluator Unary(BoundUnary unary)
    {
        Evaluator operand = Compile(unary.Operand);
        return unary.Operator switch
        {
            UnaryOperator.Not => new NotEvaluator(operand),
            UnaryOperator.Minus => new NegateEvaluator(operand),
            _ => new PlusEvaluator(operand),
        };
    }

    private Evaluator Binary(BoundBinary binary)
    {
        Evaluator left = Compile(binary.Left);
        Evaluator right = Compile(binary.Right);
        return binary.Operator switch
        {
            BinaryOperator.Add => new AdditionEvaluator(left, right),
            BinaryOperator.Subtract => new OperationEvaluator<Subtraction>(left, right),
            BinaryOperator.Multiply => new OperationEvaluator<Multiplication>(left, right),
            BinaryOperator.Divide => new OperationEvaluator<Division>(left, right),
            BinaryOperator.Modulo => new OperationEvaluator<Modulo>(left, right),
            BinaryOperator.Power => new OperationEvaluator<Power>(left, right),
            BinaryOperator.Concatenate => new OperationEvaluator<Concatenation>(left, right),
            BinaryOperator.StartsWith => new OperationEvaluator<StartsWith>(left, right),
            BinaryOperator.EndsWith => new OperationEvaluator<EndsWith>(left, right),
            BinaryOperator.Contains => new OperationEvaluator<Contains>(left, right),
            BinaryOperator.In => new InEvaluator(left, right),
            BinaryOperator.RegexMatch => new RegexEvaluator(left, right),
            _ => throw new InvalidOperationException($"No evaluator for {binary.Operator}."),
        };
    }

    private Evaluator Call(BoundFunctionCall call)
    {
        Function function = FunctionTable.Find(call.Function.Name)
            ?? throw new InvalidOperationException($"{call.Function.Name}() has a signature and no implementation.");
        Evaluator[] arguments = CompileAll(call.Arguments);
        return function.Name == "coalesce" ? new CoalesceEvaluator(arguments)
            : arguments.Length == 1 ? new UnaryFunctionEvaluator(function, arguments[0])
            : new FunctionEvaluator(function, arguments);
    }

    private Evaluator Map(BoundMap map)
    {
        // A key that stands twice keeps its first place and its last value.
        Dictionary<string, BoundExpression> entries = new(StringComparer.Ordinal);
        foreach (BoundMapEntry entry in map.Entries)
        {
            entries[entry.Key] = entry.Value;
        }

        return new MapEvaluator([.. entries.Keys], CompileAll(entries.Values));
    }

    private CaseEvaluator Case(BoundCase choice) => new(
        choice.OperandVariable?.Slot ?? -1,
        CompileOptional(choice.Operand),
        [.. choice.Alternatives.Select(alternative => (Compile(alternative.Condition), Compile(alternative.Result)))],
        CompileOptional(choice.Else));

    private MapProjectionEvaluator MapProjection(BoundMapProjection projection) => new(
        Compile(projection.Target),
        [.. projection.Entries.Select(entry => (entry.Key, CompileOptional(entry.Value)))]);
}
