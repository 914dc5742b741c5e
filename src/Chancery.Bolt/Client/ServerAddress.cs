using System.Globalization;
using Chancery.Bolt.Server;

namespace Chancery.Bolt.Client;

/// <summary>A host, by name or number, and a port.</summary>
public readonly record struct ServerAddress(string Host, int Port)
{
    /// <exception cref="FormatException">The text is no <c>host</c>, <c>host:port</c> or <c>[ipv6]:port</c>.</exception>
    public static ServerAddress Parse(string text)
    {
        int colon = text.LastIndexOf(':');
        bool bracketed = text.StartsWith('[');
        if (colon < 0 || (bracketed && text.EndsWith(']')))
        {
            return new ServerAddress(text.Trim('[', ']'), BoltEndpoint.DefaultPort);
        }

        return int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port is > 0 and <= ushort.MaxValue
            ? new ServerAddress(text[..colon].Trim('[', ']'), port)
            : throw new FormatException($"'{text}' is no address of the form host:port.");
    }

    public override string ToString() => Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]:{Port}" : $"{Host}:{Port}";
}
