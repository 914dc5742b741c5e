using System.CommandLine;
using Chancery.Graph;
using Chancery.Settings;

namespace Chancery.Cli;

/// <summary><c>--graph</c>, on every command that has to do with one.</summary>
internal static class GraphOption
{
    public static Option<string?> Instance { get; } = new("--graph", "-g")
    {
        Description = "Where the graph is: embedded:PATH, or bolt://[USER:PASSWORD@]HOST:PORT (also bolt+s, bolt+ssc, neo4j). "
            + "Default: the setting 'Graph' (environment Chancery__Graph), then embedded:./data/graph.",
        HelpName = "ADDRESS",
        Recursive = true,
    };

    /// <summary>The address that the command line or else the settings give.</summary>
    public static string Address(ParseResult parsed) => parsed.GetValue(Instance) ?? ChancerySettings.Load().Graph;

    /// <exception cref="CommandException">It cannot be opened (<see cref="ExitCode.GraphUnavailable"/>).</exception>
    public static async Task<IGraphDatabase> OpenAsync(ParseResult parsed, CancellationToken cancellationToken, bool create = false)
    {
        string address = Address(parsed);
        try
        {
            return await GraphAddress.OpenAsync(address, create, cancellationToken);
        }
        catch (Exception error) when (error is GraphException or IOException or UnauthorizedAccessException or ArgumentException or FormatException)
        {
            throw new CommandException(ExitCode.GraphUnavailable, $"{GraphAddress.WithoutPassword(address)} cannot be opened: {error.Message}", error);
        }
    }
}
