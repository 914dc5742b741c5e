using System.IO.Compression;
using System.Runtime.CompilerServices;
using Chancery.Cables.Reading;

namespace Chancery.Cables;

/// <summary>The path that was to be read is not there.</summary>
public sealed class CableSourceException(string path)
    : IOException($"{path}: no such file or folder.")
{
    public string SourcePath { get; } = path;
}

/// <summary>Reads messages out of files of every known form. What cannot be read becomes a <see cref="CableProblem"/>; the rest goes on.</summary>
public static class CableReader
{
    /// <summary>The most that one message may take, in bytes; a dump or a volume of many may be larger.</summary>
    public const int LargestMessage = 16 * 1024 * 1024;

    /// <summary>The files that <see cref="Read"/> would open under <paramref name="path"/>, in ordinal order of their relative paths.</summary>
    /// <exception cref="CableSourceException">Nothing is at <paramref name="path"/>.</exception>
    public static IReadOnlyList<string> Files(string path) => [.. SourceFiles.Find(path).Where(file => file.Problem is null).Select(file => file.Path)];

    /// <summary>Every message of a file, or of all files of a folder and its subfolders.</summary>
    /// <param name="path">A file of any name, or a folder whose files with known endings are read: .txt .cable .html .htm .xml .csv .jsonl, each also with .gz.</param>
    /// <exception cref="CableSourceException">Nothing is at <paramref name="path"/>; thrown by the call itself.</exception>
    public static IAsyncEnumerable<CableInput> Read(string path, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<SourceFile> files = SourceFiles.Find(path);
        return ReadAll(files, cancellationToken);
    }

    private static async IAsyncEnumerable<CableInput> ReadAll(IReadOnlyList<SourceFile> files, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (SourceFile file in files)
        {
            if (file.Problem is not null)
            {
                yield return new CableInput(null, new CableProblem(file.Name, null, file.Problem));
                continue;
            }

            IAsyncEnumerator<CableInput> inputs = ReadFile(file, cancellationToken).GetAsyncEnumerator(cancellationToken);
            await using (inputs.ConfigureAwait(false))
            {
                while (await MoveAsync(inputs, file.Name).ConfigureAwait(false) is { } input)
                {
                    yield return input;
                    if (input.Problem is { Place: Stopped })
                    {
                        break;
                    }
                }
            }
        }
    }

    // The file ends where it cannot be read on; the others follow.
    private const string Stopped = "while reading";

    private static async ValueTask<CableInput?> MoveAsync(IAsyncEnumerator<CableInput> inputs, string name)
    {
        try
        {
            return await inputs.MoveNextAsync().ConfigureAwait(false) ? inputs.Current : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return new CableInput(null, new CableProblem(name, Stopped, failure.Message));
        }
    }

    private static async IAsyncEnumerable<CableInput> ReadFile(SourceFile file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        FileStream opened = new(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16, FileOptions.Asynchronous | FileOptions.SequentialScan);
        await using (opened.ConfigureAwait(false))
        {
            Stream stream = file.IsCompressed ? new GZipStream(opened, CompressionMode.Decompress) : opened;
            await using (stream.ConfigureAwait(false))
            {
                SourceStream source = await SourceStream.OpenAsync(file.Name, stream, cancellationToken).ConfigureAwait(false);
                if (source.Refusal is { } refusal)
                {
                    yield return new CableInput(null, refusal);
                    yield break;
                }

                IAsyncEnumerable<CableInput> inputs = Kind(file, source) switch
                {
                    SourceKind.Lines => JsonLines.Read(source, cancellationToken),
                    SourceKind.Dump => CsvDump.Read(source, cancellationToken),
                    SourceKind.Volume => TeiVolume.Read(source, cancellationToken),
                    SourceKind.Page => WholeText.Read(source, CableForm.WebPage, cancellationToken),
                    _ => WholeText.Read(source, CableForm.Unknown, cancellationToken),
                };
                await foreach (CableInput input in inputs.ConfigureAwait(false))
                {
                    yield return input;
                }
            }
        }
    }

    private enum SourceKind
    {
        Text,
        Page,
        Volume,
        Dump,
        Lines,
    }

    private static SourceKind Kind(SourceFile file, SourceStream source) => file.Ending switch
    {
        ".jsonl" => SourceKind.Lines,
        ".csv" => SourceKind.Dump,
        ".xml" => SourceKind.Volume,
        ".html" or ".htm" => SourceKind.Page,
        _ when source.StartsWith("<?xml") || source.StartsWith("<TEI") => SourceKind.Volume,
        _ when CsvDump.Recognises(source.Opening) => SourceKind.Dump,
        _ => SourceKind.Text,
    };
}
