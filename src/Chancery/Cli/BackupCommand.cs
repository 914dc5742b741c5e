using System.CommandLine;
using Chancery.Cypher;
using Chancery.Graph;

namespace Chancery.Cli;

/// <summary><c>chancery backup</c>: a copy of an embedded graph.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        Argument<DirectoryInfo> target = new("folder") { Description = "the folder to make; it must not be there yet" };
        Command command = new("backup", "Copy an embedded graph, as of its last commit, into a new folder.") { target };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using IGraphDatabase graph = await GraphOption.OpenAsync(parsed, cancellationToken);
            if (graph is not EmbeddedGraph embedded)
            {
                throw new CommandException(ExitCode.Usage, $"{graph.Description} is a server: back it up with its own tools.");
            }

            string folder = parsed.GetRequiredValue(target).FullName;
            await embedded.BackupAsync(folder);
            await parsed.InvocationConfiguration.Error.WriteLineAsync($"{graph.Description} is copied to {folder}");
            return ExitCode.Done;
        });
        return command;
    }
}
