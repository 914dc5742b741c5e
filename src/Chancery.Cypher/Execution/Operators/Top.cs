using Chancery.Cypher.Expressions;

namespace Chancery.Cypher.Execution.Operators;

/// <summary>The first rows in an order, without keeping the others: a heap whose root is the last row that is still in.</summary>
internal sealed class Top(Operator input, SortKey[] keys, Evaluator count, int[] slots) : InputOperator(input)
{
    private readonly RowStore _rows = new(slots);
    private readonly SortKeys _keys = new(keys);

    // Row numbers in heap order, the greatest first; arrival numbers break ties so that the order is stable.
    private int[] _heap = [];
    private long[] _arrival = [];
    private int _size;
    private int _next = -1;

    public override bool MoveNext()
    {
        if (_next < 0)
        {
            Fill(RowBounds.Read(count, "LIMIT", Row, Context));
        }

        if (_next >= _size)
        {
            return false;
        }

        _rows.Restore(_heap[_next++], Row);
        return true;
    }

    public override void Close()
    {
        _rows.Release();
        _keys.Clear();
        base.Close();
    }

    protected override void OnOpen()
    {
        _rows.Clear(Context);
        _keys.Clear();
        _size = 0;
        _next = -1;
        base.OnOpen();
    }

    private void Fill(long limit)
    {
        long arrived = 0;
        while (limit > 0 && Input.MoveNext())
        {
            arrived++;
            if (_size < limit)
            {
                Push(arrived);
            }
            else
            {
                ReplaceGreatest(arrived);
            }
        }

        Array.Sort(_heap, 0, _size, Comparer<int>.Create(Compare));
        _next = 0;
    }

    private void Push(long arrived)
    {
        int number = _rows.Count;
        // One place more than rows: the candidate that may replace the greatest.
        if (_size + 1 >= _heap.Length)
        {
            int capacity = Math.Max(16, _heap.Length * 2);
            Array.Resize(ref _heap, capacity);
            Array.Resize(ref _arrival, capacity);
        }

        _keys.Set(number, Row, Context);
        _rows.Add(Row);
        _arrival[number] = arrived;
        int at = _size++;
        while (at > 0 && Compare(number, _heap[(at - 1) / 2]) > 0)
        {
            _heap[at] = _heap[(at - 1) / 2];
            at = (at - 1) / 2;
        }

        _heap[at] = number;
    }

    private void ReplaceGreatest(long arrived)
    {
        int candidate = _size;
        _keys.Set(candidate, Row, Context);
        _arrival[candidate] = arrived;
        int greatest = _heap[0];
        if (Compare(candidate, greatest) >= 0)
        {
            return;
        }

        _keys.Copy(candidate, greatest);
        _arrival[greatest] = arrived;
        _rows.Replace(greatest, Row);
        SiftDown();
    }

    private void SiftDown()
    {
        int moving = _heap[0];
        int at = 0;
        while (true)
        {
            int child = (2 * at) + 1;
            if (child >= _size)
            {
                break;
            }

            if (child + 1 < _size && Compare(_heap[child + 1], _heap[child]) > 0)
            {
                child++;
            }

            if (Compare(_heap[child], moving) <= 0)
            {
                break;
            }

            _heap[at] = _heap[child];
            at = child;
        }

        _heap[at] = moving;
    }

    private int Compare(int left, int right)
    {
        int order = _keys.Compare(left, right);
        return order != 0 ? order : _arrival[left].CompareTo(_arrival[right]);
    }
}
