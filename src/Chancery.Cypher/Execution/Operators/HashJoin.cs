using Chancery.Cypher.Expressions;
using Chancery.Graph;

namespace Chancery.Cypher.Execution.Operators;

/// <summary>
/// Joins rows whose keys are equal: keeps the build side's rows by key, then passes each probe row once for each match. A null key
/// matches nothing.
/// </summary>
internal sealed class HashJoin(Operator probe, Operator build, Evaluator[] probeKeys, Evaluator[] buildKeys, int[] buildSlots)
    : InputOperator(probe)
{
    private readonly RowStore _rows = new(buildSlots);
    private readonly GroupIndex _keys = new(buildKeys.Length);
    private readonly Value[] _key = new Value[buildKeys.Length];

    // Rows of one key form a chain: the key's first row, then each row's next one; -1 ends it.
    private readonly List<int> _first = [];
    private readonly List<int> _last = [];
    private readonly List<int> _after = [];
    private bool _built;
    private int _match = -1;

    public override bool MoveNext()
    {
        if (!_built)
        {
            Build();
        }

        while (_match < 0)
        {
            if (_rows.Count == 0 || !Input.MoveNext())
            {
                return false;
            }

            Context.Tick();
            int key = ReadKey(probeKeys) ? _keys.Find(_key) : -1;
            _match = key < 0 ? -1 : _first[key];
        }

        _rows.Restore(_match, Row);
        _match = _after[_match];
        return true;
    }

    public override void Close()
    {
        Forget();
        build.Close();
        base.Close();
    }

    protected override void OnOpen()
    {
        Forget();
        _rows.Clear(Context);
        _keys.Clear(Context);
        base.OnOpen();
    }

    private void Build()
    {
        build.Open(Context, Row);
        while (build.MoveNext())
        {
            Context.Tick();
            if (!ReadKey(buildKeys))
            {
                continue;
            }

            int row = _rows.Add(Row);
            _after.Add(-1);
            if (_keys.FindOrAdd(_key, Context, out int key))
            {
                _first.Add(row);
                _last.Add(row);
            }
            else
            {
                _after[_last[key]] = row;
                _last[key] = row;
            }
        }

        _built = true;
    }

    private bool ReadKey(Evaluator[] parts)
    {
        for (int i = 0; i < parts.Length; i++)
        {
            Value part = parts[i].Evaluate(Row, Context);
            if (part.IsNull || (part.Kind == ValueKind.Float && double.IsNaN(part.AsFloat())))
            {
                return false;
            }

            _key[i] = part;
        }

        return true;
    }

    private void Forget()
    {
        _rows.Release();
        _keys.Release();
        _first.Clear();
        _last.Clear();
        _after.Clear();
        _built = false;
        _match = -1;
    }
}
