using System.CommandLine;
using Chancery.Extraction.Evaluation;

namespace Chancery.Cli;

/// <summary><c>chancery evaluate</c>: the extractor against gold.</summary>
internal static class EvaluateCommand
{
    public static Command Create()
    {
        Option<FileInfo[]> gold = new("--gold")
        {
            Description = "gold as JSON lines: annotated cables or plain texts", Required = true, HelpName = "FILE", AllowMultipleArgumentsPerToken = true,
        };
        Option<bool> errors = new("--errors") { Description = "print each error in its sentence" };
        Command command = new("evaluate", "Score the extractor against gold: mentions, entities, clusters, relations, header fields.") { gold, errors };
        command.SetAction((parsed, cancellationToken) =>
        {
            foreach (FileInfo file in parsed.GetRequiredValue(gold))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!file.Exists)
                {
                    throw new CommandException(ExitCode.Usage, $"{file}: there is no such file.");
                }

                Evaluator.Evaluate(file.FullName, Extractors.Cables.Extract).Write(parsed.InvocationConfiguration.Output, parsed.GetValue(errors));
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }
}
