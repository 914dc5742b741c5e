using System.CommandLine;
using Chancery.Graph;
using Chancery.Output;

namespace Chancery.Cli;

/// <summary><c>chancery export</c>: the network of entities for other programs.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        Option<NetworkFormat> format = new("--format", "-o") { Description = "graphml, gexf, json or csv", DefaultValueFactory = _ => NetworkFormat.GraphMl };
        Option<FileInfo?> file = new("--to") { Description = "the file to write; without it standard output", HelpName = "FILE" };
        Command command = new("export", "Write entities and their relations as GraphML, GEXF, JSON or a CSV list of relations.") { format, file };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using IGraphDatabase graph = await GraphOption.OpenAsync(parsed, cancellationToken);
            Network network = await Network.ReadAsync(graph, cancellationToken);
            if (parsed.GetValue(file) is { } target)
            {
                await using StreamWriter writer = new(target.FullName);
                await NetworkWriter.WriteAsync(network, parsed.GetValue(format), writer);
            }
            else
            {
                await NetworkWriter.WriteAsync(network, parsed.GetValue(format), parsed.InvocationConfiguration.Output);
            }

            await parsed.InvocationConfiguration.Error.WriteLineAsync(
                $"{Counts.Of(network.Entities.Count, "entity", "entities")}, {Counts.Of(network.Relations.Count, "relation")}");
            return ExitCode.Done;
        });
        return command;
    }
}
