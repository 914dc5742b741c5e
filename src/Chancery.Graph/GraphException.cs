namespace Chancery.Graph;

/// <summary>
/// The one exception of the seam. <c>Code</c> is a Neo4j status code such as <c>Neo.ClientError.Statement.SyntaxError</c>.
/// </summary>
public sealed class GraphException : Exception
{
    public GraphException(string code, string message, Exception? inner = null)
        : base(message, inner)
    {
        Code = code;
    }

    public string Code { get; }

    /// <summary>The place in the statement that is to blame, where there is one.</summary>
    public TextPosition? Position { get; init; }

    /// <summary>The error's class in the terms of the openCypher TCK: <c>SyntaxError</c>, <c>TypeError</c>, <c>ArgumentError</c>, …</summary>
    public string? Kind { get; init; }

    /// <summary>The error's detail in the terms of the openCypher TCK: <c>UndefinedVariable</c>, <c>InvalidAggregation</c>, …</summary>
    public string? Detail { get; init; }

    /// <summary>True where the error was found before anything ran (the TCK's "compile time").</summary>
    public bool AtCompileTime { get; init; }

    /// <summary>The GQL status, five characters; <c>50N42</c> is the catch-all.</summary>
    public string GqlStatus { get; init; } = "50N42";

    /// <summary>True where the same work may succeed when tried again.</summary>
    public bool IsTransient => Code.StartsWith("Neo.TransientError.", StringComparison.Ordinal);
}
