namespace Chancery.Bolt.PackStream;

/// <summary>The peer sent bytes that no Bolt peer may send; the connection cannot go on.</summary>
internal sealed class ProtocolException : Exception
{
    public ProtocolException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}

/// <summary>A well-formed structure holds what cannot be a value (an unknown zone, a node as parameter); the connection can go on.</summary>
internal sealed class UnusableValueException : Exception
{
    public UnusableValueException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
