using Chancery.Graph;

namespace Chancery.Cypher.Storage.Disk;

/// <summary>The steps of a redo record. The numbers are on disk in every store: they may be added to, never changed.</summary>
internal static class RedoStep
{
    public const byte NewLabel = 1;
    public const byte NewType = 2;
    public const byte NewKey = 3;
    public const byte CreateNode = 4;
    public const byte CreateRelationship = 5;
    public const byte DeleteNode = 6;
    public const byte DeleteRelationship = 7;
    public const byte AddLabel = 8;
    public const byte RemoveLabel = 9;
    public const byte SetNodeProperty = 10;
    public const byte SetRelationshipProperty = 11;
    public const byte SetLastNodeProperty = 12;
    public const byte SetLastRelationshipProperty = 13;
    public const byte CreateIndex = 14;
    public const byte DropIndex = 15;
    public const byte CreateConstraint = 16;
    public const byte DropConstraint = 17;
}

/// <summary>
/// What a transaction did, step by step, as the record that is put on disk when it commits. One that grows beyond
/// <see cref="Largest"/> is given up: such a transaction commits by writing the parts of the graph that it changed.
/// </summary>
internal sealed class RedoLog
{
    public const int Largest = 16 << 20;

    private readonly RecordWriter _record = new(4096);
    // The element that the last step was about, where a reader of the record knows it too; else -1.
    private int _lastNode = -1;
    private int _lastRelationship = -1;

    public bool IsGivenUp { get; private set; }

    public int Length => _record.Length;

    public ReadOnlySpan<byte> Written => _record.Written;

    public void GiveUp()
    {
        IsGivenUp = true;
        _record.Truncate(0);
    }

    public void CreateNode(int node, ReadOnlySpan<int> labels)
    {
        if (Begin(RedoStep.CreateNode))
        {
            _record.Number(node);
            _record.Number(labels.Length);
            foreach (int label in labels)
            {
                _record.Number(label);
            }

            _lastNode = node;
        }
    }

    public void CreateRelationship(int id, int type, int start, int end)
    {
        if (Begin(RedoStep.CreateRelationship))
        {
            _record.Number(id);
            _record.Number(type);
            _record.Number(start);
            _record.Number(end);
            _lastRelationship = id;
        }
    }

    public void Delete(bool relationship, int id)
    {
        if (Begin(relationship ? RedoStep.DeleteRelationship : RedoStep.DeleteNode))
        {
            _record.Number(id);
        }
    }

    public void Label(int node, int label, bool added)
    {
        if (Begin(added ? RedoStep.AddLabel : RedoStep.RemoveLabel))
        {
            _record.Number(node);
            _record.Number(label);
        }
    }

    public void SetProperty(bool relationship, int id, int key, Value value, StoredText? text)
    {
        bool last = (relationship ? _lastRelationship : _lastNode) == id;
        byte step = (relationship, last) switch
        {
            (false, true) => RedoStep.SetLastNodeProperty,
            (false, false) => RedoStep.SetNodeProperty,
            (true, true) => RedoStep.SetLastRelationshipProperty,
            (true, false) => RedoStep.SetRelationshipProperty,
        };
        if (Begin(step))
        {
            if (!last)
            {
                _record.Number(id);
                (relationship ? ref _lastRelationship : ref _lastNode) = id;
            }

            _record.Number(key);
            ValueCodec.Write(_record, value, text);
        }
    }

    public void CreateIndex(IndexDefinition index)
    {
        if (Begin(RedoStep.CreateIndex))
        {
            SchemaCodec.Write(_record, index);
        }
    }

    public void CreateConstraint(ConstraintDefinition constraint)
    {
        if (Begin(RedoStep.CreateConstraint))
        {
            SchemaCodec.Write(_record, constraint);
        }
    }

    public void Drop(byte step, string name)
    {
        if (Begin(step))
        {
            _record.Text(name);
        }
    }

    private bool Begin(byte step)
    {
        if (IsGivenUp)
        {
            return false;
        }

        if (_record.Length > Largest)
        {
            GiveUp();
            return false;
        }

        _record.Byte(step);
        return true;
    }
}
