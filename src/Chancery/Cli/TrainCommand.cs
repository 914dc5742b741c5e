using System.CommandLine;
using System.Globalization;
using Chancery.Extraction.Tagging;

namespace Chancery.Cli;

/// <summary><c>chancery train</c>: the sequence tagger's model from annotated sets.</summary>
internal static class TrainCommand
{
    public static Command Create()
    {
        Argument<FileInfo[]> files = new("set") { Description = "annotated texts as JSON lines, gzipped or not", Arity = ArgumentArity.ZeroOrMore };
        Option<DirectoryInfo?> data = new("--data") { Description = "instead of sets: the folder with ner and frus; trains as the shipped model was trained", HelpName = "FOLDER" };
        Option<FileInfo> output = new("--to") { Description = "the model file to write", Required = true, HelpName = "FILE" };
        Option<ulong> seed = new("--seed") { Description = "orders the sentences; the same sets and seed give the same model", DefaultValueFactory = _ => TrainingPlan.Seed };
        Option<int> epochs = new("--epochs") { Description = "rounds through the sets", DefaultValueFactory = _ => TrainingPlan.Epochs };
        Command command = new("train", "Train the name tagger; takes some minutes and a gigabyte of memory, and tells of its progress.") { files, data, output, seed, epochs };
        CableAnnotations cables = new();
        cables.AddTo(command);
        command.SetAction(parsed =>
        {
            IReadOnlyList<TrainingSet> sets;
            try
            {
                sets = Sets(parsed, parsed.GetValue(files) ?? [], parsed.GetValue(data), cables);
            }
            catch (InvalidDataException wrong)
            {
                throw new CommandException(ExitCode.Failed, wrong.Message, wrong);
            }

            if (sets.FirstOrDefault(set => !File.Exists(set.Path)) is { } missing)
            {
                throw new CommandException(ExitCode.Usage, $"{missing.Path}: there is no such file.");
            }

            if (parsed.GetValue(epochs) is < 1 and var rounds)
            {
                throw new CommandException(ExitCode.Usage, $"--epochs {rounds.ToString(CultureInfo.InvariantCulture)}: at least one round is needed.");
            }

            try
            {
                TaggerTrainer.Train(sets, parsed.GetValue(seed), parsed.GetValue(epochs), parsed.GetRequiredValue(output).FullName, parsed.InvocationConfiguration.Error.WriteLine);
            }
            catch (InvalidDataException wrong)
            {
                throw new CommandException(ExitCode.Failed, wrong.Message, wrong);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static IReadOnlyList<TrainingSet> Sets(ParseResult parsed, FileInfo[] files, DirectoryInfo? data, CableAnnotations cables) => (files.Length, data) switch
    {
        (0, not null) => TrainingPlan.Sets(data.FullName, cables.Read(parsed, data)),
        ( > 0, null) => [.. files.Select(file => new TrainingSet(file.FullName))],
        _ => throw new CommandException(ExitCode.Usage, "Give either sets to learn from or --data FOLDER."),
    };
}
