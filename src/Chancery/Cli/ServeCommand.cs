using System.CommandLine;
using Chancery.Graph;
using Chancery.Ingestion;
using Chancery.Resolution;
using Chancery.Service;
using Chancery.Settings;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Chancery.Cli;

/// <summary><c>chancery serve</c>: the service, until it is stopped.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        Option<int?> port = new("--port") { Description = "the HTTP port (default: the setting Http:Port, then 5080)" };
        Option<int?> bolt = new("--bolt-port") { Description = "the Bolt port (default: the setting Bolt:Port, then 7687)" };
        Option<string?> watch = new("--watch") { Description = "a folder to read again whenever it changes", HelpName = "FOLDER" };
        Command command = new("serve", "Serve the dashboard, the HTTP API and Bolt, and run jobs by schedule. Stops on Ctrl-C.") { port, bolt, watch };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            ChancerySettings settings = ChancerySettings.Load();
            settings.Http.Port = parsed.GetValue(port) ?? settings.Http.Port;
            settings.Bolt.Port = parsed.GetValue(bolt) ?? settings.Bolt.Port;
            settings.Ingestion.Watch = parsed.GetValue(watch) ?? settings.Ingestion.Watch;
            if (settings.Ingestion.Watch is { } folder && !Directory.Exists(folder))
            {
                throw new CommandException(ExitCode.Usage, $"{folder}: there is no such folder to watch.");
            }

            Curation curation = settings.Ingestion.Curation is { } file ? CurationFile.Read(file) : Curation.None;
            await using IGraphDatabase graph = await GraphOption.OpenAsync(parsed, cancellationToken, create: true);
            await SchemaMigrations.ApplyAsync(graph, TimeProvider.System, cancellationToken);
            await using WebApplication application = ServiceHost.Build(settings, graph, curation);
            await application.StartAsync(cancellationToken);
            await parsed.InvocationConfiguration.Error.WriteLineAsync($"{graph.Description}: listening on {Addresses(application)}");
            await application.WaitForShutdownAsync(cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    // Kestrel takes every address for one of HTTP; those of Bolt stand behind it.
    private static string Addresses(WebApplication application)
    {
        string[] addresses = [.. application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses];
        return string.Join(" and ", addresses.Take(1).Concat(addresses.Skip(1).Select(address =>
            address.Replace("https://", "bolt+s://", StringComparison.Ordinal).Replace("http://", "bolt://", StringComparison.Ordinal))));
    }
}
