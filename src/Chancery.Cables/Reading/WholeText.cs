using System.Runtime.CompilerServices;

namespace Chancery.Cables.Reading;

/// <summary>A file that is one message: plain text or a saved web page.</summary>
internal static class WholeText
{
    public static async IAsyncEnumerable<CableInput> Read(SourceStream source, CableForm form, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        byte[]? bytes = await source.ReadBytesAsync(CableReader.LargestMessage, cancellationToken).ConfigureAwait(false);
        if (bytes is null)
        {
            yield return new CableInput(null, new CableProblem(source.Name, $"byte {CableReader.LargestMessage}", "The file is too large for one message."));
            yield break;
        }

        string text = Decoding.Decode(source, bytes, out string? note);
        if (string.IsNullOrWhiteSpace(text))
        {
            yield return new CableInput(null, new CableProblem(source.Name, null, "The file holds nothing but white space."));
            yield break;
        }

        yield return new CableInput(new RawCable(source.Name, text) { Form = form, Notes = note is null ? [] : [note] }, null);
    }
}
