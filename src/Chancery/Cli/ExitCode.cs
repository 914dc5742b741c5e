namespace Chancery.Cli;

/// <summary>What the process tells its caller.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>The work failed; standard error says why.</summary>
    public const int Failed = 1;

    /// <summary>The command line, a statement or a parameter is wrong.</summary>
    public const int Usage = 2;

    /// <summary>Done, but some inputs were set aside; standard error names them.</summary>
    public const int SomeSetAside = 3;

    /// <summary>The graph cannot be opened: absent, read-only, in use by another process, or a server out of reach.</summary>
    public const int GraphUnavailable = 4;

    /// <summary>Stopped by Ctrl-C or a termination signal.</summary>
    public const int Cancelled = 130;

    public const string Help =
        "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done but some inputs were set aside, 4 the graph cannot be opened, 130 cancelled.";
}
