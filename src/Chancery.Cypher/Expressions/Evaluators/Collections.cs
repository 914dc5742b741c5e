using Chancery.Cypher.Execution;
using Chancery.Graph;

namespace Chancery.Cypher.Expressions.Evaluators;

internal sealed class ListEvaluator(Evaluator[] items) : Evaluator
{
    public override Value Evaluate(Value[] row, QueryContext context)
    {
        Value[] values = new Value[items.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = items[i].Evaluate(row, context);
        }

        return values;
    }
}

/// <summary>The keys are distinct.</summary>
internal sealed class MapEvaluator(string[] keys, Evaluator[] values) : Evaluator
{
    public override Value Evaluate(Value[] row, QueryContext context)
    {
        Value[] results = new Value[values.Length];
        for (int i = 0; i < results.Length; i++)
        {
            results[i] = values[i].Evaluate(row, context);
        }

        return new MapValue(keys, results);
    }
}

/// <summary><c>target[index]</c></summary>
internal sealed class IndexEvaluator(Evaluator target, Evaluator index) : Evaluator
{
    public override Value Evaluate(Value[] row, QueryContext context)
    {
        Value container = target.Evaluate(row, context);
        Value place = index.Evaluate(row, context);
        if (container.IsNull || place.IsNull)
        {
            return Value.Null;
        }

        switch (container.Kind)
        {
            case ValueKind.List:
                return Item(container.AsList(), place.TryGetInteger(out long at) ? at : throw ExpressionErrors.ListIndex(place));
            case ValueKind.Map:
                return container.AsMap().GetOrNull(Key(place));
            case ValueKind.Node or ValueKind.Relationship:
                return ElementReader.Property(container, Key(place));
            default:
                throw ExpressionErrors.NotIndexable(container);
        }
    }

    private static string Key(Value place) =>
        place.Kind == ValueKind.String ? place.AsString() : throw ExpressionErrors.MapIndex(place);

    /// <summary>Negative places count from the end; places outside are null.</summary>
    private static Value Item(Value[] items, long at)
    {
        long place = at < 0 ? at + items.Length : at;
        return place >= 0 && place < items.Length ? items[place] : Value.Null;
    }
}

/// <summary><c>target[from..to]</c>; a bound that was not written is open.</summary>
internal sealed class SliceEvaluator(Evaluator target, Evaluator? from, Evaluator? to) : Evaluator
{
    public override Value Evaluate(Value[] row, QueryContext context)
    {
        Value list = target.Evaluate(row, context);
        Value start = from is null ? 0 : from.Evaluate(row, context);
        Value end = to is null ? long.MaxValue : to.Evaluate(row, context);
        if (list.IsNull || start.IsNull || end.IsNull)
        {
            return Value.Null;
        }

        if (list.Kind != ValueKind.List)
        {
            throw ExpressionErrors.NotIndexable(list);
        }

        Value[] items = list.AsList();
        int first = Bound(start, items.Length);
        int last = Bound(end, items.Length);
        return first < last ? items[first..last] : Value.EmptyList;
    }

    private static int Bound(Value value, int length)
    {
        if (!value.TryGetInteger(out long bound))
        {
            throw ExpressionErrors.ListIndex(value);
        }

        return (int)Math.Clamp(bound < 0 ? bound + length : bound, 0, length);
    }
}

/// <summary>Entries apply in order; a null key stands for all properties of the target.</summary>
internal sealed class MapProjectionEvaluator(Evaluator target, (string? Key, Evaluator? Value)[] entries) : Evaluator
{
    public override Value Evaluate(Value[] row, QueryContext context)
    {
        Value source = target.Evaluate(row, context);
        if (source.IsNull)
        {
            return Value.Null;
        }

        MapValue.Builder map = new(entries.Length);
        foreach ((string? key, Evaluator? value) in entries)
        {
            if (key is not null)
            {
                map.Set(key, value!.Evaluate(row, context));
                continue;
            }

            foreach ((string name, Value property) in Functions.GraphFunctions.PropertiesOf("A map projection", source))
            {
                map.Set(name, property);
            }
        }

        return map.Build();
    }
}
