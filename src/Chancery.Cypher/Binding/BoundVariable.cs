namespace Chancery.Cypher.Binding;

/// <summary>
/// A name that rows carry a value for. All variables of a statement, those of its subqueries and comprehensions among them, share one
/// space of slots, so that a row is one array and an inner scope reads its outer variables in place. Compared by identity.
/// </summary>
internal sealed class BoundVariable(string name, int slot, StaticType type, bool hidden)
{
    /// <summary>The author's name; hidden variables have one that no author can write.</summary>
    public string Name { get; } = name;

    public int Slot { get; } = slot;

    public StaticType Type { get; } = type;

    /// <summary>True where the statement gave no name: an anonymous pattern element, a lifted aggregate.</summary>
    public bool IsHidden { get; } = hidden;

    public override string ToString() => $"{Name}@{Slot}";
}
