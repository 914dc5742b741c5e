using System.CommandLine;
using Chancery.Extraction.Tagging;

namespace Chancery.Cli;

/// <summary><c>chancery train</c>: the sequence tagger's model from annotated sets.</summary>
internal static class TrainCommand
{
    public static Command Create()
    {
        Argument<FileInfo[]> data = new("set") { Description = "annotated texts as JSON lines, gzipped or not", Arity = ArgumentArity.OneOrMore };
        Option<FileInfo> output = new("--to") { Description = "the model file to write", Required = true, HelpName = "FILE" };
        Option<ulong> seed = new("--seed") { Description = "orders the texts; the same sets and seed give the same model", DefaultValueFactory = _ => 1 };
        Option<int> epochs = new("--epochs") { Description = "rounds through the sets", DefaultValueFactory = _ => 6 };
        Command command = new("train", "Train the name tagger.") { data, output, seed, epochs };
        command.SetAction(parsed =>
        {
            FileInfo[] sets = parsed.GetValue(data) ?? [];
            if (sets.FirstOrDefault(set => !set.Exists) is { } missing)
            {
                throw new CommandException(ExitCode.Usage, $"{missing}: there is no such file.");
            }

            TaggerTrainer.Train(
                [.. sets.Select(set => set.FullName)], parsed.GetValue(seed), parsed.GetRequiredValue(output).FullName,
                parsed.InvocationConfiguration.Error.WriteLine, parsed.GetValue(epochs));
            return ExitCode.Done;
        });
        return command;
    }
}
