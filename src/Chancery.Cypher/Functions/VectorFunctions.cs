using Chancery.Cypher.Expressions;
using Chancery.Graph;

namespace Chancery.Cypher.Functions;

internal static class VectorFunctions
{
    public static IEnumerable<Function> Rows =>
    [
        new("vector.similarity.cosine", static (a, _) => Cosine(Vectors("vector.similarity.cosine", a))),
        new("vector.similarity.euclidean", static (a, _) => Euclidean(Vectors("vector.similarity.euclidean", a))),
    ];

    /// <summary>From 0 (opposite) to 1 (same direction).</summary>
    private static Value Cosine((double[] A, double[] B) vectors)
    {
        double dot = 0;
        double lengthA = 0;
        double lengthB = 0;
        for (int i = 0; i < vectors.A.Length; i++)
        {
            dot += vectors.A[i] * vectors.B[i];
            lengthA += vectors.A[i] * vectors.A[i];
            lengthB += vectors.B[i] * vectors.B[i];
        }

        return lengthA == 0 || lengthB == 0
            ? throw ExpressionErrors.ArgumentError("vector.similarity.cosine() expects vectors other than zero.", "InvalidArgumentValue")
            : (1 + (dot / (Math.Sqrt(lengthA) * Math.Sqrt(lengthB)))) / 2;
    }

    private static Value Euclidean((double[] A, double[] B) vectors)
    {
        double squares = 0;
        for (int i = 0; i < vectors.A.Length; i++)
        {
            squares += (vectors.A[i] - vectors.B[i]) * (vectors.A[i] - vectors.B[i]);
        }

        return 1 / (1 + squares);
    }

    private static (double[] A, double[] B) Vectors(string function, ReadOnlySpan<Value> arguments)
    {
        double[] a = Vector(function, arguments[0]);
        double[] b = Vector(function, arguments[1]);
        return a.Length == b.Length && a.Length > 0
            ? (a, b)
            : throw ExpressionErrors.ArgumentError($"{function}() expects two vectors of one length.", "InvalidArgumentValue");
    }

    private static double[] Vector(string function, Value value) =>
        Array.ConvertAll(Arguments.List(function, value), item => Arguments.Number(function, item));
}
