namespace Chancery.Graph;

/// <summary>The outcome of <c>&lt;</c>, <c>&lt;=</c>, <c>&gt;</c> and <c>&gt;=</c> before one of them is asked.</summary>
public enum Comparison : sbyte
{
    Less = -1,
    Equal = 0,
    Greater = 1,

    /// <summary>A NaN took part: each of the four is false.</summary>
    Never = 2,

    /// <summary>A null took part, or the two are of types that do not compare: each of the four is null.</summary>
    Unknown = 3,
}
