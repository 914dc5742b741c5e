using System.Globalization;
using Chancery.Cypher.Execution;
using Chancery.Cypher.Expressions;
using Chancery.Graph;

namespace Chancery.Cypher.Functions;

internal static class ScalarFunctions
{
    public static IEnumerable<Function> Rows =>
    [
        new("coalesce", static (a, _) => Coalesce(a), NullRule.Passes),
        new("exists", static (a, _) => !a[0].IsNull, NullRule.Passes),
        new("isEmpty", static (a, _) => IsEmpty(a[0])),
        new("nullIf", static (a, _) => Value.AreEqual(a[0], a[1]) == true ? Value.Null : a[0], NullRule.Passes),
        new("randomUUID", static (_, c) => RandomUuid(c.Random)),
        new("timestamp", static (_, c) => c.StatementTime.ToUnixTimeMilliseconds()),
        new("valueType", static (a, _) => ValueTypeName.Of(a[0]), NullRule.Passes),
        new("graph.names", static (_, _) => Value.EmptyList),
        new("db.nameFromElementId", static (a, c) => DatabaseOf(Arguments.Text("db.nameFromElementId", a[0]), c)),
    ];

    private static Value Coalesce(ReadOnlySpan<Value> arguments)
    {
        foreach (Value argument in arguments)
        {
            if (!argument.IsNull)
            {
                return argument;
            }
        }

        return Value.Null;
    }

    private static Value IsEmpty(Value value) => value.Kind switch
    {
        ValueKind.List => value.AsList().Length == 0,
        ValueKind.Map => value.AsMap().Count == 0,
        ValueKind.String => value.AsString().Length == 0,
        _ => throw ExpressionErrors.WrongArgument("isEmpty", "a LIST, a MAP or a STRING", value),
    };

    private static Value DatabaseOf(string elementId, QueryContext context)
    {
        string[] parts = elementId.Split(':');
        return parts is ["4" or "5", string store, _] && store == context.View.Store.Id && context.Transaction is { } transaction
            ? transaction.DatabaseName
            : throw ExpressionErrors.ArgumentError($"'{elementId}' is no element id of this database.", "InvalidArgumentValue");
    }

    // From the statement's own source of chance, so that a seeded run repeats.
    private static Value RandomUuid(Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString("D", CultureInfo.InvariantCulture);
    }
}
