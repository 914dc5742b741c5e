using System.Collections.Concurrent;
using Chancery.Bolt.Server;
using Microsoft.Extensions.Logging;

namespace Chancery.Bolt.Tests.Server;

/// <summary>What the server logged, for people: "Warning: bolt-1 from …".</summary>
internal sealed class LogLines : ILogger<BoltServer>
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyCollection<string> Lines => _lines;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue($"{logLevel}: {formatter(state, exception)}");
}
