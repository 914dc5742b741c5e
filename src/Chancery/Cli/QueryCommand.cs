using System.CommandLine;
using System.Text.Json;
using Chancery.Cypher;
using Chancery.Graph;
using Chancery.Ingestion.Library;
using Chancery.Output;

namespace Chancery.Cli;

/// <summary><c>chancery query</c>: a Cypher statement, or a script of several, each in a transaction of its own.</summary>
internal static class QueryCommand
{
    public static Command Create()
    {
        Argument<string?> statement = new("cypher")
        {
            Description = "the statement, or several separated by semicolons; without it and without --file it is read from standard input",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Option<FileInfo?> file = new("--file", "-f") { Description = "read the statement from a file" };
        Option<string[]> parameters = new("--param", "-p") { Description = "NAME=VALUE, the value as JSON (or else taken as text)", HelpName = "NAME=VALUE" };
        Option<RowFormat> format = FormatOption.Create();
        Option<bool> readOnly = new("--read-only") { Description = "refuse statements that would write" };
        Option<double?> timeout = new("--timeout") { Description = "seconds after which the statement ends with an error" };
        Command command = new("query", "Run a Cypher statement. EXPLAIN and PROFILE print the plan.") { statement, file, parameters, format, readOnly, timeout };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            string text = await TextAsync(parsed.GetValue(statement), parsed.GetValue(file), cancellationToken);
            MapValue values = Parameters(parsed.GetValue(parameters) ?? []);
            TransactionOptions options = new()
            {
                Mode = parsed.GetValue(readOnly) ? AccessMode.Read : AccessMode.Write,
                Timeout = parsed.GetValue(timeout) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            };
            await using IGraphDatabase graph = await GraphOption.OpenAsync(parsed, cancellationToken);
            StatementRun run = new(graph, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            IReadOnlyList<ScriptStatement> script = CypherScript.Split(text);
            foreach (ScriptStatement one in script)
            {
                try
                {
                    await run.RunAsync(one.Text, values, options, parsed.GetValue(format), cancellationToken);
                }
                catch (CommandException error) when (script.Count > 1)
                {
                    throw new CommandException(error.Code, $"The statement that begins on line {one.Line} of the script: {error.Message}", error);
                }
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<string> TextAsync(string? argument, FileInfo? file, CancellationToken cancellationToken)
    {
        if (argument is not null && file is not null)
        {
            throw new CommandException(ExitCode.Usage, "Give the statement or --file, not both.");
        }

        try
        {
            string text = argument
                ?? (file is not null
                    ? await File.ReadAllTextAsync(file.FullName, cancellationToken)
                    : await Console.In.ReadToEndAsync(cancellationToken));
            return string.IsNullOrWhiteSpace(text) ? throw new CommandException(ExitCode.Usage, "There is no statement.") : text;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCode.Usage, $"{file}: {error.Message}", error);
        }
    }

    internal static MapValue Parameters(IEnumerable<string> given)
    {
        MapValue.Builder values = new();
        foreach ((string name, string text) in given.Select(NameAndValue))
        {
            values.Set(name, Read(text));
        }

        return values.Build();
    }

    internal static (string Name, string Value) NameAndValue(string pair)
    {
        int equals = pair.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 ? (pair[..equals], pair[(equals + 1)..]) : throw new CommandException(ExitCode.Usage, $"'{pair}' is not of the form NAME=VALUE.");
    }

    private static Value Read(string text)
    {
        try
        {
            return JsonValues.ToValue(JsonElement.Parse(text));
        }
        catch (JsonException)
        {
            // BSEC needs no quotes; a value that must be text although it looks like a number has them.
            return text;
        }
    }
}
