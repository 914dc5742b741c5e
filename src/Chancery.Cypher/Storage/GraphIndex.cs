using Chancery.Graph;

namespace Chancery.Cypher.Storage;

/// <summary>One version of an index's content; <see cref="Edit"/> gives the next one.</summary>
internal abstract class GraphIndex(IndexDefinition definition)
{
    public IndexDefinition Definition { get; } = definition;

    /// <summary>Elements in the index.</summary>
    public abstract int Count { get; }

    public static GraphIndex Create(IndexDefinition definition) => definition.Kind switch
    {
        IndexKind.Range => new RangeIndex(definition, OrderedTree.Empty),
        IndexKind.Text => new TextIndex(definition, OrderedTree.Empty, 0),
        _ => new FullTextIndex(definition),
    };

    public abstract GraphIndex Edit(object owner);

    /// <summary>Takes an element in; <paramref name="values"/> stand in the order of the definition's keys, null where absent.</summary>
    public abstract void Add(int id, ReadOnlySpan<Value> values);

    /// <summary>Takes an element out that was added with the same values.</summary>
    public abstract void Remove(int id, ReadOnlySpan<Value> values);

    /// <summary>Whether two versions of one index hold the same.</summary>
    public abstract bool SameContent(GraphIndex other);
}
