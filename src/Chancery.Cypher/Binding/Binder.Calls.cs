using Chancery.Cypher.Syntax;
using Chancery.Graph;

namespace Chancery.Cypher.Binding;

internal sealed partial class Binder
{
    /// <param name="standalone">The call is the whole statement: arguments may be implicit, and without YIELD all results are columns.</param>
    private (BoundCall Call, IReadOnlyList<BoundVariable> Fields) BindCall(CallProcedureClause call, bool standalone)
    {
        ProcedureSignature procedure = _options.Procedures.Find(call.Name.Name) ?? throw UnknownProcedure(call.Name);
        BoundExpression[] arguments = call.Arguments is { } given
            ? BindProcedureArguments(procedure, call.Name, given)
            : ImplicitArguments(procedure, call, standalone);
        List<BoundYield> yields = BindYields(procedure, call.Yield, standalone);
        BoundExpression? where = BindWhere(call.Yield?.Where);
        BoundCall bound = new(procedure, call.Optional, arguments, yields, where) { Span = call.Span };
        return (bound, [.. yields.Select(y => y.Output)]);
    }

    private GraphException UnknownProcedure(ProcedureName name) =>
        StatementError.At(
            _text,
            name.Span,
            "Neo.ClientError.Procedure.ProcedureNotFound",
            "ProcedureError",
            "ProcedureNotFound",
            $"There is no procedure with the name `{name.Name}` registered for this database instance{Spelling.Suggest(name.Name, _options.Procedures.All.Select(p => p.Name))}",
            "42N08");

    private BoundExpression[] ImplicitArguments(ProcedureSignature procedure, CallProcedureClause call, bool standalone)
    {
        if (!standalone)
        {
            Fail(
                call.Name.Span,
                "InvalidArgumentPassingMode",
                $"Procedure call inside a query does not support passing arguments implicitly: write {procedure.Name}(...) with its arguments");
        }

        return [.. procedure.Inputs.Select(i => BindParameter(i.Name, call.Name.Span))];
    }

    private BoundExpression[] BindProcedureArguments(ProcedureSignature procedure, ProcedureName name, SyntaxList<Expression> given)
    {
        int required = procedure.Inputs.TakeWhile(i => i.Default is null).Count();
        if (given.Count < required || given.Count > procedure.Inputs.Count)
        {
            Fail(
                name.Span,
                "InvalidNumberOfArguments",
                $"Procedure call provides {given.Count} argument(s) where {(required < procedure.Inputs.Count ? "at least " : "")}{required} are needed: the signature is {procedure.Text}");
        }

        BoundExpression[] arguments = new BoundExpression[procedure.Inputs.Count];
        for (int i = 0; i < arguments.Length; i++)
        {
            SignatureField input = procedure.Inputs[i];
            if (i >= given.Count)
            {
                arguments[i] = InScope(new Scope(null), () => BindExpression(Parser.ParseExpression(input.Default!)));
                continue;
            }

            arguments[i] = BindExpression(given[i]);
            TypeSet wanted = input.Type.Kinds;
            wanted |= (wanted & TypeSet.Float) != 0 ? TypeSet.Integer : TypeSet.None;
            Require(arguments[i], wanted, $"argument `{input.Name}` of {procedure.Name}()");
        }

        return arguments;
    }

    private List<BoundYield> BindYields(ProcedureSignature procedure, YieldClause? yield, bool standalone)
    {
        if (yield is { All: true } && !standalone)
        {
            Fail(yield.Span, "UnexpectedSyntax", "Cannot use `YIELD *` outside standalone call: name the results");
        }

        if (yield is null or { All: true })
        {
            return standalone
                ? [.. procedure.Outputs.Select((field, i) => new BoundYield(i, Declare(new Identifier(field.Name), field.Type)))]
                : [];
        }

        List<BoundYield> yields = [];
        foreach (YieldItem item in yield.Items)
        {
            int field = IndexOf(procedure.Outputs, item.Field.Name);
            if (field < 0)
            {
                Fail(
                    item.Field.Span,
                    "UndefinedVariable",
                    $"Unknown procedure output: `{item.Field.Name}`{Spelling.Suggest(item.Field.Name, procedure.Outputs.Select(o => o.Name))}");
            }

            yields.Add(new BoundYield(field, Declare(item.Alias ?? item.Field, procedure.Outputs[field].Type)));
        }

        return yields;
    }

    private static int IndexOf(IReadOnlyList<SignatureField> fields, string name)
    {
        for (int i = 0; i < fields.Count; i++)
        {
            if (fields[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }
}
