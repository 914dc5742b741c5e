using System.CommandLine;
using System.Runtime.InteropServices;
using Chancery.Graph;
using Chancery.Resolution;

namespace Chancery.Cli;

/// <summary>The command line: builds the commands, runs one, and turns whatever it throws into a message and an exit code.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        using CancellationTokenSource cancel = new();
        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Stop(signal, cancel));
        using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Stop(signal, cancel));
        ParseResult parsed = Build().Parse(args);
        InvocationConfiguration configuration = new()
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        try
        {
            int code = await parsed.InvokeAsync(configuration, cancel.Token);
            return parsed.Errors.Count > 0 ? ExitCode.Usage : code;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            await error.WriteLineAsync("cancelled");
            return ExitCode.Cancelled;
        }
        catch (CommandException wrong)
        {
            await error.WriteLineAsync(wrong.Message);
            return wrong.Code;
        }
        catch (GraphException wrong)
        {
            await error.WriteLineAsync(wrong.Message);
            return wrong.Code.StartsWith("Neo.ClientError.Statement.", StringComparison.Ordinal) ? ExitCode.Usage : ExitCode.Failed;
        }
        catch (Exception wrong) when (wrong is CurationException or ArgumentException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync(wrong.Message);
            return ExitCode.Failed;
        }
    }

    public static RootCommand Build()
    {
        RootCommand root = new("Diplomatic cables in, a graph of organizations and officials out. " + ExitCode.Help);
        root.Options.Add(GraphOption.Instance);
        root.Subcommands.Add(DemoCommand.Create());
        root.Subcommands.Add(IngestCommand.Create());
        root.Subcommands.Add(ExtractCommand.Create());
        root.Subcommands.Add(QueryCommand.Create());
        root.Subcommands.Add(AskCommand.Create());
        root.Subcommands.Add(JobsCommand.Create());
        root.Subcommands.Add(AnalyzeCommand.Create());
        root.Subcommands.Add(ExportCommand.Create());
        root.Subcommands.Add(ImportCommand.Create());
        root.Subcommands.Add(TrainCommand.Create());
        root.Subcommands.Add(TablesCommand.Create());
        root.Subcommands.Add(EvaluateCommand.Create());
        root.Subcommands.Add(CheckCommand.Create());
        root.Subcommands.Add(ServeCommand.Create());
        root.Subcommands.Add(BackupCommand.Create());
        root.Subcommands.Add(RestoreCommand.Create());
        return root;
    }

    /// <summary>The first signal asks for a clean stop; the second is left to end the process.</summary>
    private static void Stop(PosixSignalContext signal, CancellationTokenSource cancel)
    {
        if (!cancel.IsCancellationRequested)
        {
            signal.Cancel = true;
            cancel.Cancel();
        }
    }
}
