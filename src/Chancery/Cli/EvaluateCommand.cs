using System.CommandLine;
using Chancery.Extraction.Evaluation;
using Chancery.Extraction.Tagging;

namespace Chancery.Cli;

/// <summary><c>chancery evaluate</c>: the extractor against gold.</summary>
internal static class EvaluateCommand
{
    public static Command Create()
    {
        Option<FileInfo[]> gold = new("--gold")
        {
            Description = "gold as JSON lines: annotated cables or plain texts", HelpName = "FILE", AllowMultipleArgumentsPerToken = true,
        };
        Option<bool> errors = new("--errors") { Description = "print each error in its sentence" };
        Option<DirectoryInfo?> all = new("--all")
        {
            Description = "the folder with cables, ner and frus: one table of all sets; annotated texts by folds, each half scored by a model trained on the other (two trainings, some minutes)",
            HelpName = "FOLDER",
        };
        Command command = new("evaluate", "Score the extractor against gold: mentions, entities, clusters, relations, header fields, confidences.") { gold, errors, all };
        CableAnnotations annotations = new();
        annotations.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
        {
            FileInfo[] files = parsed.GetValue(gold) ?? [];
            DirectoryInfo? folder = parsed.GetValue(all);
            if (files.Length == 0 == folder is null)
            {
                throw new CommandException(ExitCode.Usage, "Give either --gold FILE or --all FOLDER.");
            }

            try
            {
                if (folder is not null)
                {
                    WriteAll(folder, annotations.Read(parsed, folder), parsed.InvocationConfiguration);
                }

                foreach (FileInfo file in files)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    Evaluate(file).Write(parsed.InvocationConfiguration.Output, parsed.GetValue(errors));
                }
            }
            catch (InvalidDataException wrong)
            {
                throw new CommandException(ExitCode.Failed, wrong.Message, wrong);
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static void WriteAll(DirectoryInfo folder, TrainingSet? annotated, InvocationConfiguration configuration)
    {
        EvaluationReport cables = Evaluate(new FileInfo(Path.Combine(folder.FullName, "cables/gold/dev.jsonl")));
        EvaluationTable.Write(configuration.Output, cables, FoldedEvaluation.Run(folder.FullName, annotated, configuration.Error.WriteLine));
    }

    private static EvaluationReport Evaluate(FileInfo file) => file.Exists
        ? Evaluator.Evaluate(file.FullName, Extractors.Cables.Extract)
        : throw new CommandException(ExitCode.Usage, $"{file}: there is no such file.");
}
