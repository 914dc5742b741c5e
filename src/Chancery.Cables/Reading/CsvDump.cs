using System.Runtime.CompilerServices;
using System.Text;

namespace Chancery.Cables.Reading;

/// <summary>
/// The published dump: a row a cable, eight fields: id, date, reference, origin, classification, references, header, body. Quotes inside fields are
/// doubled or escaped with a backslash.
/// </summary>
internal static class CsvDump
{
    private const int HeaderField = 6;
    private const int BodyField = 7;

    private static readonly string[] Columns = ["id", "date", "reference", "origin", "classification", "references", "header", "body"];

    /// <summary>True for a file of another ending that begins like a row of the dump.</summary>
    public static bool Recognises(string opening)
    {
        int digits = 1;
        while (digits < opening.Length && char.IsAsciiDigit(opening[digits]))
        {
            digits++;
        }

        return opening.Length > 2 && opening[0] == '"' && digits > 1 && opening.AsSpan(digits).StartsWith("\",\"", StringComparison.Ordinal);
    }

    public static async IAsyncEnumerable<CableInput> Read(SourceStream source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string firstLine = source.Opening.Split('\n')[0];
        char delimiter = firstLine.Contains('\t', StringComparison.Ordinal) && !firstLine.Contains(',', StringComparison.Ordinal) ? '\t' : ',';
        Encoding encoding = source.Encoding is UnicodeEncoding ? source.Encoding : new UTF8Encoding(false);
        using StreamReader reader = new(source.Pipe.AsStream(leaveOpen: true), encoding, detectEncodingFromByteOrderMarks: true, 1 << 16, leaveOpen: true);
        CsvRows rows = new(reader, delimiter);
        int[]? order = null;
        int read = 0;
        while (await rows.NextAsync(cancellationToken).ConfigureAwait(false) is { } row)
        {
            read++;
            if (row.Error is not null)
            {
                yield return new CableInput(null, new CableProblem(source.Name, $"row {row.Number} (line {row.Line})", row.Error));
                yield break;
            }

            if (row.Number > 1 || !TryTitles(row.Fields, out order))
            {
                yield return ReadRow(source.Name, row, order);
            }
        }

        if (read == 0)
        {
            yield return new CableInput(null, new CableProblem(source.Name, null, "The file holds no rows."));
        }
    }

    // A first row that names the columns, in whatever order.
    private static bool TryTitles(IReadOnlyList<string> titles, out int[]? order)
    {
        order = null;
        int[] found = new int[Columns.Length];
        Array.Fill(found, -1);
        int named = 0;
        for (int column = 0; column < titles.Count; column++)
        {
            string title = titles[column].Trim().ToLowerInvariant();
            int index = Array.IndexOf(Columns, title switch
            {
                "refid" or "reference_id" or "identifier" => "reference",
                "created" => "date",
                "content" or "text" => "body",
                "refs" => "references",
                _ => title,
            });
            if (index >= 0)
            {
                found[index] = column;
                named++;
            }
        }

        if (named < 3 || found[BodyField] < 0)
        {
            return false;
        }

        order = found;
        return true;
    }

    private static CableInput ReadRow(string name, CsvRow row, int[]? order)
    {
        string place = $"row {row.Number}";
        if (order is null && row.Fields.Count != Columns.Length)
        {
            return new CableInput(null, new CableProblem(name, $"{place} (line {row.Line})", $"The row has {row.Fields.Count} fields; a row of the dump has {Columns.Length}."));
        }

        Dictionary<string, string> fields = [];
        string header = "", body = "";
        for (int index = 0; index < Columns.Length; index++)
        {
            int column = order is null ? index : order[index];
            string value = column >= 0 && column < row.Fields.Count ? row.Fields[column] : "";
            if (index == HeaderField)
            {
                header = value;
            }
            else if (index == BodyField)
            {
                body = value;
            }
            else if (value.Length > 0)
            {
                fields[Columns[index]] = value.Trim();
            }
        }

        if (string.IsNullOrWhiteSpace(body))
        {
            return new CableInput(null, new CableProblem(name, $"{place}, column {BodyField + 1}", "The row has no body."));
        }

        string? reference = fields.GetValueOrDefault("reference");
        return new CableInput(
            new RawCable($"{name}#{reference ?? place}", header.Length == 0 ? body : $"{header.TrimEnd()}\n\n{body}")
            {
                Id = reference ?? fields.GetValueOrDefault("id"),
                Form = CableForm.Record,
                Fields = fields,
            },
            null);
    }
}
