using System.Runtime.CompilerServices;

namespace Chancery.Cypher.Syntax;

/// <summary>A piece of a parsed statement. Equality is that of the words: where they stand in the text does not count.</summary>
internal abstract record SyntaxNode
{
    public TextSpan Span { get; init; }

    public virtual bool Equals(SyntaxNode? other) => other is not null && EqualityContract == other.EqualityContract;

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(EqualityContract);
}

/// <summary>A name as written, without backticks.</summary>
internal sealed record Identifier(string Name) : SyntaxNode
{
    public override string ToString() => Name;
}
