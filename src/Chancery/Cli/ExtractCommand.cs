using System.CommandLine;
using System.Globalization;
using Chancery.Cables;
using Chancery.Extraction;
using Chancery.Output;

namespace Chancery.Cli;

/// <summary><c>chancery extract</c>: what cables say, without a graph.</summary>
internal static class ExtractCommand
{
    private const int BatchSize = 64;

    public static Command Create()
    {
        Argument<string[]> paths = new("path") { Description = "files and folders", Arity = ArgumentArity.OneOrMore };
        Option<ExtractFormat> format = new("--format", "-o")
        {
            Description = "table (a summary a cable), jsonl (all of it, one object a cable), or explain (each mention and claim with its reason, for people)",
        };
        Command command = new("extract", "Print what each cable names and states. " + ExitCode.Help) { paths, format };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetValue(paths) ?? [],
            parsed.GetValue(format),
            parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error,
            cancellationToken));
        return command;
    }

    private enum ExtractFormat
    {
        Table,
        Jsonl,
        Explain,
    }

    private static async Task<int> RunAsync(string[] paths, ExtractFormat format, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        List<CableExtraction> summary = [];
        int problems = 0;
        foreach (string path in paths)
        {
            await foreach (CableInput[] batch in CableReader.Read(path, cancellationToken).Chunk(BatchSize).WithCancellation(cancellationToken))
            {
                (CableExtraction? Extraction, CableProblem? Problem)[] results =
                [
                    .. batch.AsParallel().AsOrdered().WithCancellation(cancellationToken)
                        .Select(input => input.Cable is { } raw ? Extractors.Cables.TryExtract(CableParser.Parse(raw)) : (null, input.Problem)),
                ];
                foreach ((CableExtraction? extraction, CableProblem? problem) in results)
                {
                    if (problem is not null)
                    {
                        problems++;
                        await error.WriteLineAsync($"set aside: {problem}");
                    }
                    else if (extraction is not null && format == ExtractFormat.Table)
                    {
                        summary.Add(extraction);
                    }
                    else if (extraction is not null && format == ExtractFormat.Explain)
                    {
                        Explanation.Write(extraction, output);
                    }
                    else if (extraction is not null)
                    {
                        await output.WriteLineAsync(ExtractionJson.Line(extraction));
                    }
                }
            }
        }

        if (format == ExtractFormat.Table)
        {
            WriteSummary(summary, output);
        }

        return problems > 0 ? ExitCode.SomeSetAside : ExitCode.Done;
    }

    private static void WriteSummary(IEnumerable<CableExtraction> extractions, TextWriter output) => RowWriter.WriteTable(
        ["cable", "date", "origin", "subject", "mentions", "entities", "claims"],
        extractions.Select(extraction => new[]
        {
            extraction.Cable.Id,
            extraction.Cable.Header.Date?.Value.ToString() ?? "",
            extraction.Cable.Header.Origin?.Value ?? "",
            extraction.Cable.Header.Subject?.Value ?? "",
            extraction.Mentions.Count.ToString(CultureInfo.InvariantCulture),
            extraction.Entities.Count.ToString(CultureInfo.InvariantCulture),
            extraction.Claims.Count.ToString(CultureInfo.InvariantCulture),
        }),
        output);
}
