namespace Chancery.Cypher.Storage.Disk;

/// <summary>What the segments add up to: the commit they show, the next ids, names, schema, and texts that nothing refers to any more.</summary>
internal sealed record CheckpointRecord(long Commit, int NextNode, int NextRelationship, long NextText, GraphSchema Schema, IReadOnlyList<long> UnusedTexts)
{
    public static CheckpointRecord Empty { get; } = new(0, 0, 0, 0, GraphSchema.Empty, []);

    public byte[] Encode(GraphTokens tokens)
    {
        RecordWriter to = new();
        to.Unsigned((ulong)Commit);
        to.Number(NextNode);
        to.Number(NextRelationship);
        to.Unsigned((ulong)NextText);
        WriteNames(to, tokens.Labels);
        WriteNames(to, tokens.Types);
        WriteNames(to, tokens.Keys);
        to.Number(Schema.Indexes.Count);
        foreach (IndexDefinition index in Schema.Indexes)
        {
            SchemaCodec.Write(to, index);
        }

        to.Number(Schema.Constraints.Count);
        foreach (ConstraintDefinition constraint in Schema.Constraints)
        {
            SchemaCodec.Write(to, constraint);
        }

        to.Number(UnusedTexts.Count);
        foreach (long text in UnusedTexts)
        {
            to.Unsigned((ulong)text);
        }

        return to.Written.ToArray();
    }

    /// <summary>Reads the record, and its names into the tables, which must be empty.</summary>
    public static CheckpointRecord Decode(ReadOnlySpan<byte> record, GraphTokens tokens)
    {
        RecordReader from = new(record);
        long commit = (long)from.Unsigned();
        int nextNode = from.Number();
        int nextRelationship = from.Number();
        long nextText = (long)from.Unsigned();
        ReadNames(ref from, tokens.Labels);
        ReadNames(ref from, tokens.Types);
        ReadNames(ref from, tokens.Keys);
        IndexDefinition[] indexes = new IndexDefinition[from.Number()];
        for (int i = 0; i < indexes.Length; i++)
        {
            indexes[i] = SchemaCodec.ReadIndex(ref from);
        }

        ConstraintDefinition[] constraints = new ConstraintDefinition[from.Number()];
        for (int i = 0; i < constraints.Length; i++)
        {
            constraints[i] = SchemaCodec.ReadConstraint(ref from);
        }

        long[] unused = new long[from.Number()];
        for (int i = 0; i < unused.Length; i++)
        {
            unused[i] = (long)from.Unsigned();
        }

        return new CheckpointRecord(commit, nextNode, nextRelationship, nextText, new GraphSchema(indexes, constraints), unused);
    }

    private static void WriteNames(RecordWriter to, TokenTable table)
    {
        int count = table.Count;
        to.Number(count);
        for (int id = 0; id < count; id++)
        {
            to.Text(table.Name(id));
        }
    }

    private static void ReadNames(ref RecordReader from, TokenTable table)
    {
        for (int rest = from.Number(); rest > 0; rest--)
        {
            table.Intern(from.Text());
        }
    }
}
