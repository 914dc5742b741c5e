using Chancery.Cypher.Expressions;
using Chancery.Graph;

namespace Chancery.Cypher.Execution.Operators;

internal readonly record struct SortKey(Evaluator Expression, bool Descending);

/// <summary>Orders rows by their keys, which stand side by side in one growing array.</summary>
internal sealed class SortKeys(SortKey[] keys)
{
    private Value[] _values = new Value[keys.Length * 16];

    public int Width => keys.Length;

    public void Clear() => _values = new Value[keys.Length * 16];

    /// <summary>Evaluates the keys of a row as those of row <paramref name="number"/>.</summary>
    public void Set(int number, Value[] row, QueryContext context)
    {
        int at = number * keys.Length;
        if (at + keys.Length > _values.Length)
        {
            Array.Resize(ref _values, _values.Length * 2);
        }

        for (int i = 0; i < keys.Length; i++)
        {
            _values[at + i] = keys[i].Expression.Evaluate(row, context);
        }
    }

    public int Compare(int left, int right)
    {
        int width = keys.Length;
        for (int i = 0; i < width; i++)
        {
            int order = Value.Order(_values[(left * width) + i], _values[(right * width) + i]);
            if (order != 0)
            {
                return keys[i].Descending ? -order : order;
            }
        }

        return 0;
    }

    public void Copy(int from, int to)
    {
        Array.Copy(_values, from * keys.Length, _values, to * keys.Length, keys.Length);
    }
}
