using Chancery.Cypher.Expressions;
using Chancery.Graph;

namespace Chancery.Cypher.Execution.Operators;

/// <summary>One row for each record of a file: a list of strings, or a map by the names in the file's first record.</summary>
internal sealed class LoadCsv(Operator input, ImportFolder? imports, Evaluator from, Evaluator? separator, bool withHeaders, int slot)
    : InputOperator(input)
{
    private CsvReader? _reader;
    private string[] _headers = [];

    public override bool MoveNext()
    {
        while (true)
        {
            if (_reader?.Read() is { } record)
            {
                Context.Tick();
                Row[slot] = withHeaders ? Map(record) : Value.List([.. record.Select(Value.String)]);
                return true;
            }

            Stop();
            if (!Input.MoveNext())
            {
                return false;
            }

            Start();
        }
    }

    public override void Close()
    {
        Stop();
        base.Close();
    }

    protected override void OnOpen()
    {
        Stop();
        base.OnOpen();
    }

    private void Start()
    {
        Value address = from.Evaluate(Row, Context);
        if (address.Kind != ValueKind.String)
        {
            throw RuntimeErrors.TypeError($"LOAD CSV needs a file's name, not {address.Kind}.", "InvalidArgumentType");
        }

        if (imports is null)
        {
            throw ImportFolder.Refuse("LOAD CSV is off: the settings name no import folder.");
        }

        _reader = new CsvReader(imports.Open(address.AsString()), Separator());
        _headers = withHeaders ? [.. (_reader.Read() ?? []).Select(name => name ?? "")] : [];
    }

    private char Separator()
    {
        Value text = separator?.Evaluate(Row, Context) ?? ",";
        return text.Kind == ValueKind.String && text.AsString().Length == 1
            ? text.AsString()[0]
            : throw RuntimeErrors.TypeError("FIELDTERMINATOR needs a string of one character.", "InvalidArgumentValue");
    }

    private Value Map(List<string?> record)
    {
        MapValue.Builder map = new(_headers.Length);
        for (int i = 0; i < _headers.Length; i++)
        {
            map.Set(_headers[i], i < record.Count ? record[i] : null);
        }

        return map.Build();
    }

    private void Stop()
    {
        _reader?.Close();
        _reader = null;
    }
}
