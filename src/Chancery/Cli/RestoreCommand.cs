using System.CommandLine;
using Chancery.Cypher;
using Chancery.Graph;

namespace Chancery.Cli;

/// <summary><c>chancery restore</c>: a backup becomes the graph.</summary>
internal static class RestoreCommand
{
    public static Command Create()
    {
        Argument<DirectoryInfo> backup = new("folder") { Description = "the folder that 'chancery backup' made" };
        Command command = new("restore", "Copy a backup to where an embedded graph is to be; nothing may be there yet.") { backup };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            string folder = GraphAddress.Folder(GraphOption.Address(parsed))
                ?? throw new CommandException(ExitCode.Usage, "Only an embedded graph can be restored: give --graph embedded:PATH.");
            await using EmbeddedGraph graph = await EmbeddedGraph.RestoreAsync(parsed.GetRequiredValue(backup).FullName, folder);
            await using IGraphResult result = await graph.RunAsync("MATCH (n) RETURN count(n)", null, TransactionOptions.ReadOnly, cancellationToken);
            await result.ReadAsync(cancellationToken);
            await parsed.InvocationConfiguration.Error.WriteLineAsync($"{graph.Description} is restored with {Output.Counts.Of(result.Current[0].AsInteger(), "node")}");
            return ExitCode.Done;
        });
        return command;
    }
}
