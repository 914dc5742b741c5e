using System.CommandLine;
using Chancery.Graph;
using Chancery.Ingestion.Library;
using Chancery.Output;

namespace Chancery.Cli;

/// <summary><c>chancery ask</c>: the saved questions.</summary>
internal static class AskCommand
{
    public static Command Create()
    {
        Argument<string?> name = new("name") { Description = "the question; without it all are listed", Arity = ArgumentArity.ZeroOrOne };
        Argument<string[]> arguments = new("parameters") { Description = "NAME=VALUE for each parameter that differs from its default", Arity = ArgumentArity.ZeroOrMore };
        Option<bool> describe = new("--describe") { Description = "show the question's parameters, columns and Cypher instead of asking it" };
        Option<RowFormat> format = FormatOption.Create();
        Command command = new("ask", "Ask a saved question; alone it lists them.") { name, arguments, describe, format };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            TextWriter output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(name) is not { } asked)
            {
                RowWriter.WriteTable(
                    ["question", "title", "parameters"],
                    CypherLibrary.Questions.Select(each => new[] { each.Name, each.Title, string.Join(' ', each.Parameters.Select(Signature)) }),
                    output);
                return ExitCode.Done;
            }

            SavedQuery question = CypherLibrary.Question(asked)
                ?? throw new CommandException(ExitCode.Usage, $"There is no question '{asked}'. 'chancery ask' lists them.");
            if (parsed.GetValue(describe))
            {
                await output.WriteLineAsync(question.Text.TrimEnd());
                return ExitCode.Done;
            }

            MapValue values = Values(question, parsed.GetValue(arguments) ?? []);
            await using IGraphDatabase graph = await GraphOption.OpenAsync(parsed, cancellationToken);
            StatementRun run = new(graph, output, parsed.InvocationConfiguration.Error, hints: false);
            await run.RunAsync(question.Text, values, TransactionOptions.ReadOnly, parsed.GetValue(format), cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    private static string Signature(QueryParameter parameter) => $"{parameter.Name}={parameter.Default.GetRawText()}";

    private static MapValue Values(SavedQuery question, IEnumerable<string> arguments)
    {
        try
        {
            return QueryArguments.FromText(question, arguments.Select(QueryCommand.NameAndValue).ToDictionary(pair => pair.Name, pair => pair.Value));
        }
        catch (ArgumentException error)
        {
            throw new CommandException(ExitCode.Usage, error.Message, error);
        }
    }
}
