using Chancery.Cypher.Expressions;
using Chancery.Cypher.Expressions.Evaluators;
using Chancery.Cypher.Storage;
using Chancery.Graph;

namespace Chancery.Cypher.Execution.Columns;

/// <summary>
/// Numbers the groups of a page's nodes. One key over a scalar column is looked up by its 64 bits, <c>labels(node)</c> by the number of
/// the set of labels.
/// </summary>
internal sealed class ColumnKeys(Evaluator[] keys, bool areLabels)
{
    // Group numbers of small integers, plus one.
    private const int Small = 1024;

    private readonly PropertyKey? _column = keys is [SlotPropertyEvaluator property] ? property.Key : null;
    private readonly int[] _small = new int[Small];
    private readonly Dictionary<(ValueKind Kind, long Bits), int> _known = [];
    private readonly Value[] _key = new Value[keys.Length];

    public void Begin()
    {
        Array.Clear(_small);
        _known.Clear();
    }

    public void Number(ColumnPage page, GroupTable groups)
    {
        if (keys.Length == 0)
        {
            page.Groups.Clear();
        }
        else if (areLabels)
        {
            NumberLabels(page, groups);
        }
        else if (_column is { } column && page.Column(column) is ScalarPage scalars)
        {
            NumberScalars(page, scalars, groups);
        }
        else
        {
            NumberValues(page, groups);
        }
    }

    private void NumberScalars(ColumnPage page, ScalarPage scalars, GroupTable groups)
    {
        ReadOnlySpan<long> bits = scalars.Bits;
        ReadOnlySpan<int> places = page.Places;
        Span<int> numbers = page.Groups;
        bool isInteger = scalars.Kind == ValueKind.Integer;
        for (int i = 0; i < places.Length; i++)
        {
            int place = places[i];
            long value = bits[place];
            if (isInteger && (ulong)value < Small && scalars.Has(place))
            {
                int known = _small[value];
                numbers[i] = known > 0 ? known - 1 : (_small[value] = Find(groups, value) + 1) - 1;
            }
            else if (!scalars.Has(place))
            {
                numbers[i] = Find(groups, Value.Null);
            }
            else if (!_known.TryGetValue((scalars.Kind, value), out numbers[i]))
            {
                numbers[i] = Find(groups, scalars.Get(place));
                _known.Add((scalars.Kind, value), numbers[i]);
            }
        }
    }

    private void NumberLabels(ColumnPage page, GroupTable groups)
    {
        ReadOnlySpan<int> places = page.Places;
        for (int i = 0; i < places.Length; i++)
        {
            (ValueKind, long) set = (ValueKind.List, page.LabelSet(places[i]));
            if (!_known.TryGetValue(set, out page.Groups[i]))
            {
                page.Groups[i] = Find(groups, page.Evaluate(keys[0], places[i]));
                _known.Add(set, page.Groups[i]);
            }
        }
    }

    private void NumberValues(ColumnPage page, GroupTable groups)
    {
        ReadOnlySpan<int> places = page.Places;
        for (int i = 0; i < places.Length; i++)
        {
            for (int k = 0; k < keys.Length; k++)
            {
                _key[k] = page.Evaluate(keys[k], places[i]);
            }

            page.Groups[i] = groups.Find(_key);
        }
    }

    private int Find(GroupTable groups, Value key)
    {
        _key[0] = key;
        return groups.Find(_key);
    }
}
