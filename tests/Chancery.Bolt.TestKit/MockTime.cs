namespace Chancery.Bolt.TestKit;

/// <summary>The system's time, until a test stops it and moves it by hand; timers go on as ever.</summary>
internal sealed class MockTime : TimeProvider
{
    private DateTimeOffset? _stopped;

    public override DateTimeOffset GetUtcNow() => _stopped ?? base.GetUtcNow();

    public void Stop() => _stopped = base.GetUtcNow();

    public void Tick(TimeSpan step) => _stopped += step;

    public void GoOn() => _stopped = null;
}
