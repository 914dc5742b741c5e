using Chancery.Cypher.Expressions;
using Chancery.Cypher.Storage;
using Chancery.Graph;

namespace Chancery.Cypher.Execution.Operators;

/// <summary>What a seek asks of its index, with the values still to be computed.</summary>
internal abstract record IndexQuestion;

/// <summary><c>Exactly</c>: the values cover all keys of a unique index, so that there is one answer at most.</summary>
internal sealed record EqualQuestion(Evaluator[] Values, bool Exactly) : IndexQuestion;

internal sealed record AnyOfQuestion(Evaluator List) : IndexQuestion;

internal sealed record RangeQuestion(Evaluator? Lower, bool LowerInclusive, Evaluator? Upper, bool UpperInclusive) : IndexQuestion;

internal sealed record PrefixQuestion(Evaluator Prefix) : IndexQuestion;

internal sealed record AllQuestion : IndexQuestion;

/// <summary>Nodes of a range index, in the order of the index; for each row of the input its own question.</summary>
internal sealed class NodeIndexSeek(Operator input, int slot, string indexName, IndexQuestion question) : InputOperator(input)
{
    private readonly Value[] _values = new Value[question is EqualQuestion equal ? equal.Values.Length : 0];
    private IndexCursor _cursor;
    private bool _inside;
    private int _single = -1;
    private Value[] _items = [];
    private int _item;

    public override bool MoveNext()
    {
        while (true)
        {
            if (_single >= 0)
            {
                Fill(_single);
                _single = -1;
                return true;
            }

            if (_inside && _cursor.MoveNext())
            {
                Context.Tick();
                Fill(_cursor.Current);
                return true;
            }

            if (_item < _items.Length)
            {
                _cursor = Index().Find(_items[_item++]);
                _inside = true;
                continue;
            }

            _inside = false;
            if (!Input.MoveNext())
            {
                return false;
            }

            Ask(Index());
        }
    }

    protected override void OnOpen()
    {
        _inside = false;
        _single = -1;
        _items = [];
        _item = 0;
        base.OnOpen();
    }

    // The statement's own writes make new versions of the index, so it is asked for anew.
    private RangeIndex Index()
    {
        IndexDefinition definition = Context.View.Schema.FindIndex(indexName) ?? throw StorageError.NoSuchIndex(indexName);
        return (RangeIndex)Context.View.Index(definition);
    }

    private void Ask(RangeIndex index)
    {
        switch (question)
        {
            case EqualQuestion equal:
                AskEqual(index, equal);
                break;
            case AnyOfQuestion any:
                Value list = any.List.Evaluate(Row, Context);
                _items = list.Kind == ValueKind.List ? [.. list.AsList().Where(item => !item.IsNull).Distinct()] : [];
                _item = 0;
                break;
            case RangeQuestion range:
                AskRange(index, range);
                break;
            case PrefixQuestion starts:
                Value prefix = starts.Prefix.Evaluate(Row, Context);
                if (prefix.Kind == ValueKind.String)
                {
                    Walk(index.FindPrefix(prefix.AsString()));
                }

                break;
            default:
                Walk(index.All());
                break;
        }
    }

    private void AskEqual(RangeIndex index, EqualQuestion equal)
    {
        for (int i = 0; i < equal.Values.Length; i++)
        {
            _values[i] = equal.Values[i].Evaluate(Row, Context);
            if (_values[i].IsNull)
            {
                return;
            }
        }

        if (equal.Exactly)
        {
            _single = _values.Length == 1 ? index.FindFirst(_values[0]) : index.FindFirst(_values);
        }
        else
        {
            Walk(index.Definition.Keys.Count == 1 ? index.Find(_values[0]) : index.Find(_values));
        }
    }

    private void AskRange(RangeIndex index, RangeQuestion range)
    {
        Value lower = range.Lower?.Evaluate(Row, Context) ?? default;
        Value upper = range.Upper?.Evaluate(Row, Context) ?? default;
        if ((range.Lower is not null && lower.IsNull) || (range.Upper is not null && upper.IsNull))
        {
            return;
        }

        Walk(index.FindRange(
            [],
            range.Lower is null ? null : new RangeBound(lower, range.LowerInclusive),
            range.Upper is null ? null : new RangeBound(upper, range.UpperInclusive)));
    }

    private void Walk(IndexCursor cursor)
    {
        _cursor = cursor;
        _inside = true;
    }

    private void Fill(int node)
    {
        Context.Hits++;
        Row[slot] = Value.Node(Context.View, node);
    }
}
