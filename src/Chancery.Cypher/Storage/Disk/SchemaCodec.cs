using Chancery.Graph;

namespace Chancery.Cypher.Storage.Disk;

/// <summary>Definitions of indexes and constraints as bytes.</summary>
internal static class SchemaCodec
{
    public static void Write(RecordWriter to, IndexDefinition index)
    {
        to.Text(index.Name);
        to.Byte((byte)index.Kind);
        to.Byte(index.OnRelationships ? (byte)1 : (byte)0);
        WriteIds(to, index.Tokens);
        WriteIds(to, index.Keys);
        to.Text(index.OwningConstraint ?? "");
        ValueCodec.Write(to, index.Options, null);
    }

    public static IndexDefinition ReadIndex(ref RecordReader from)
    {
        string name = from.Text();
        IndexKind kind = (IndexKind)from.Byte();
        bool onRelationships = from.Byte() == 1;
        int[] tokens = ReadIds(ref from);
        int[] keys = ReadIds(ref from);
        string owner = from.Text();
        return new IndexDefinition(name, kind, onRelationships, tokens, keys)
        {
            OwningConstraint = owner.Length == 0 ? null : owner,
            Options = ValueCodec.Read(ref from, null, out _).AsMap(),
        };
    }

    public static void Write(RecordWriter to, ConstraintDefinition constraint)
    {
        to.Text(constraint.Name);
        to.Byte((byte)constraint.Kind);
        to.Byte(constraint.OnRelationships ? (byte)1 : (byte)0);
        to.Number(constraint.Token);
        WriteIds(to, constraint.Keys);
        to.Text(constraint.PropertyType ?? "");
    }

    public static ConstraintDefinition ReadConstraint(ref RecordReader from)
    {
        string name = from.Text();
        ConstraintKind kind = (ConstraintKind)from.Byte();
        bool onRelationships = from.Byte() == 1;
        int token = from.Number();
        int[] keys = ReadIds(ref from);
        string type = from.Text();
        return new ConstraintDefinition(name, kind, onRelationships, token, keys) { PropertyType = type.Length == 0 ? null : type };
    }

    private static void WriteIds(RecordWriter to, IReadOnlyList<int> ids)
    {
        to.Number(ids.Count);
        foreach (int id in ids)
        {
            to.Number(id);
        }
    }

    private static int[] ReadIds(ref RecordReader from)
    {
        int[] ids = new int[from.Number()];
        for (int i = 0; i < ids.Length; i++)
        {
            ids[i] = from.Number();
        }

        return ids;
    }
}
