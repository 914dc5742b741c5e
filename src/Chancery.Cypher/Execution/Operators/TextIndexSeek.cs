using Chancery.Cypher.Expressions;
using Chancery.Cypher.Storage;
using Chancery.Graph;

namespace Chancery.Cypher.Execution.Operators;

/// <summary>Candidates of a text index; where the text is too short to help, every node with the label. The condition is asked again.</summary>
internal sealed class TextIndexSeek(Operator input, int slot, string indexName, Evaluator text) : InputOperator(input)
{
    private IReadOnlyList<int> _candidates = [];
    private int _at;

    public override bool MoveNext()
    {
        while (_at >= _candidates.Count)
        {
            if (!Input.MoveNext())
            {
                return false;
            }

            Value wanted = text.Evaluate(Row, Context);
            _candidates = wanted.Kind == ValueKind.String ? Find(wanted.AsString()) : [];
            _at = 0;
        }

        Context.Tick();
        Context.Hits++;
        Row[slot] = Value.Node(Context.View, _candidates[_at++]);
        return true;
    }

    protected override void OnOpen()
    {
        _candidates = [];
        _at = 0;
        base.OnOpen();
    }

    private IReadOnlyList<int> Find(string wanted)
    {
        IndexDefinition definition = Context.View.Schema.FindIndex(indexName) ?? throw StorageError.NoSuchIndex(indexName);
        if (((TextIndex)Context.View.Index(definition)).Candidates(wanted) is { } found)
        {
            return found;
        }

        List<int> all = [];
        foreach (int node in Context.View.NodesWithLabel(definition.Tokens[0]))
        {
            all.Add(node);
        }

        return all;
    }
}
