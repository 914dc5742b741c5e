using Chancery.Cypher.Execution;
using Chancery.Graph;

namespace Chancery.Cypher.Functions.Aggregates;

internal sealed class CollectAccumulator : Accumulator
{
    private const int BytesPerEntry = 16;

    private readonly List<Value> _items = [];

    public override void Add(Value value, Value argument, QueryContext context)
    {
        if (!value.IsNull)
        {
            Hold(BytesPerEntry + ValueSize.Beyond(value), context);
            _items.Add(value);
        }
    }

    public override Value Result() => _items.ToArray();
}
