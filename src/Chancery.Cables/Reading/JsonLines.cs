using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Chancery.Cables.Reading;

/// <summary>One JSON object a line: <c>{id, text}</c> is text without a header; <c>{id, heading, from, to, date, text}</c> a FRUS document.</summary>
internal static class JsonLines
{
    public static async IAsyncEnumerable<CableInput> Read(SourceStream source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        PipeReader pipe = source.Pipe;
        int line = 0;
        bool first = true;
        while (true)
        {
            ReadResult read = await pipe.ReadAsync(cancellationToken).ConfigureAwait(false);
            ReadOnlySequence<byte> buffer = read.Buffer;
            if (first && source.PreambleLength > 0 && buffer.Length >= source.PreambleLength)
            {
                buffer = buffer.Slice(source.PreambleLength);
            }

            first = false;
            List<CableInput> inputs = [];
            while (TryLine(ref buffer, read.IsCompleted, out ReadOnlySequence<byte> bytes))
            {
                line++;
                if (ReadLine(source.Name, line, bytes) is { } input)
                {
                    inputs.Add(input);
                }
            }

            bool tooLong = buffer.Length > CableReader.LargestMessage;
            pipe.AdvanceTo(buffer.Start, buffer.End);
            foreach (CableInput input in inputs)
            {
                yield return input;
            }

            if (tooLong)
            {
                yield return new CableInput(null, new CableProblem(source.Name, $"line {line + 1}", "The line is too long for one message; the rest of the file is left out."));
                yield break;
            }

            if (read.IsCompleted)
            {
                yield break;
            }
        }
    }

    private static bool TryLine(ref ReadOnlySequence<byte> buffer, bool completed, out ReadOnlySequence<byte> line)
    {
        SequencePosition? end = buffer.PositionOf((byte)'\n');
        if (end is null)
        {
            line = buffer;
            if (!completed || buffer.IsEmpty)
            {
                return false;
            }

            buffer = buffer.Slice(buffer.End);
            return true;
        }

        line = buffer.Slice(0, end.Value);
        buffer = buffer.Slice(buffer.GetPosition(1, end.Value));
        return true;
    }

    private static CableInput? ReadLine(string name, int number, ReadOnlySequence<byte> bytes)
    {
        string place = $"line {number}";
        try
        {
            using JsonDocument document = JsonDocument.Parse(bytes);
            return ReadObject(name, place, document.RootElement);
        }
        catch (JsonException failure)
        {
            return IsBlank(bytes) ? null : new CableInput(null, new CableProblem(name, $"{place}, column {(failure.BytePositionInLine ?? 0) + 1}", "This is no JSON object."));
        }
        catch (InvalidOperationException)
        {
            // Text that is JSON but holds bytes that are no UTF-8, or half a surrogate pair.
            return new CableInput(null, new CableProblem(name, place, "The text in this object cannot be decoded."));
        }
    }

    private static bool IsBlank(ReadOnlySequence<byte> bytes)
    {
        foreach (ReadOnlyMemory<byte> part in bytes)
        {
            if (part.Span.ContainsAnyExcept((byte)' ', (byte)'\t', (byte)'\r'))
            {
                return false;
            }
        }

        return true;
    }

    private static CableInput ReadObject(string name, string place, JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return new CableInput(null, new CableProblem(name, place, "This is no JSON object."));
        }

        if (!root.TryGetProperty("text", out JsonElement text) || text.ValueKind != JsonValueKind.String || string.IsNullOrWhiteSpace(text.GetString()))
        {
            return new CableInput(null, new CableProblem(name, place, "The object has no \"text\"."));
        }

        Dictionary<string, string> fields = [];
        foreach (JsonProperty property in root.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.String && !property.NameEquals("text") && !property.NameEquals("id"))
            {
                fields[property.Name.ToLowerInvariant()] = property.Value.GetString()!;
            }
        }

        string? id = root.TryGetProperty("id", out JsonElement stated) ? stated.ValueKind == JsonValueKind.String ? stated.GetString() : stated.GetRawText() : null;
        bool isFrus = fields.ContainsKey("heading") || (fields.ContainsKey("from") && fields.ContainsKey("to"));
        return new CableInput(
            new RawCable($"{name}#{id ?? place}", text.GetString()!)
            {
                Id = id,
                Form = isFrus ? CableForm.Frus : CableForm.Plain,
                Fields = fields,
            },
            null);
    }
}
