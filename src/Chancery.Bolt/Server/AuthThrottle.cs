namespace Chancery.Bolt.Server;

/// <summary>Slows the guessing of passwords: after so many failures of a user from an address, further attempts are refused unheard for a while.</summary>
internal sealed class AuthThrottle(int allowed, TimeSpan lockout, TimeProvider time)
{
    // An attacker who varies user names must not fill the memory either.
    private const int TrackedLimit = 10_000;

    private readonly Dictionary<(string Address, string User), (int Failures, DateTimeOffset Last)> _failures = [];

    public bool IsBlocked(string address, string user)
    {
        lock (_failures)
        {
            return _failures.TryGetValue((address, user), out (int Failures, DateTimeOffset Last) seen)
                && seen.Failures >= allowed && time.GetUtcNow() - seen.Last < lockout;
        }
    }

    public void Failed(string address, string user)
    {
        DateTimeOffset now = time.GetUtcNow();
        lock (_failures)
        {
            if (_failures.Count >= TrackedLimit)
            {
                Forget(now);
            }

            _failures.TryGetValue((address, user), out (int Failures, DateTimeOffset Last) seen);
            _failures[(address, user)] = (now - seen.Last < lockout ? seen.Failures + 1 : 1, now);
        }
    }

    public void Succeeded(string address, string user)
    {
        lock (_failures)
        {
            _failures.Remove((address, user));
        }
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (((string, string) key, (int _, DateTimeOffset last)) in _failures.ToArray())
        {
            if (now - last >= lockout)
            {
                _failures.Remove(key);
            }
        }

        if (_failures.Count >= TrackedLimit)
        {
            _failures.Clear();
        }
    }
}
