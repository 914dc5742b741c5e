namespace Chancery.Benchmarks.Bolt;

/// <summary>What both clients do; driver.js gets it as JSON.</summary>
internal static class Workload
{
    public const int WarmUp = 2_000;
    public const int RoundTrips = 10_000;
    public const int Records = 1_000_000;
    public const int TripsTogether = 40_000;
    public const int IdleConnections = 1_000;
    public const string Trip = "RETURN $i AS i";

    public static readonly int[] Sessions = [16, 100];

    public static readonly (string Name, string Cypher)[] Streams =
    [
        ("narrow_per_s", "UNWIND range(1, $records) AS n RETURN n"),
        ("wide_per_s", "UNWIND range(1, $records) AS n RETURN n, n * 0.5 AS half, 'record ' + n AS text, n % 2 = 0 AS even, [n, n + 1] AS pair"),
    ];
}
