using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Chancery.Graph;
using Chancery.Ingestion.Library;
using Spectre.Console;

namespace Chancery.Output;

/// <summary>Prints records as they come; only the table is held back, to fit its columns.</summary>
internal static class RowWriter
{
    // People read what they write: no \u0027 for an apostrophe.
    private static readonly JsonWriterOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>The number of records.</returns>
    public static async Task<int> WriteAsync(IGraphResult result, RowFormat format, TextWriter output, CancellationToken cancellationToken)
    {
        List<Value[]> held = [];
        int count = 0;
        if (format == RowFormat.Csv)
        {
            await output.WriteLineAsync(string.Join(',', result.Columns.Select(CsvField)));
        }

        while (await result.ReadAsync(cancellationToken))
        {
            switch (format)
            {
                case RowFormat.Table:
                    held.Add([.. result.Current]);
                    break;
                case RowFormat.Json:
                    await output.WriteAsync((count == 0 ? "[\n  " : ",\n  ") + JsonObject(result.Columns, result.Current));
                    break;
                case RowFormat.Jsonl:
                    await output.WriteLineAsync(JsonObject(result.Columns, result.Current));
                    break;
                default:
                    await output.WriteLineAsync(string.Join(',', result.Current.Select(value => CsvField(CsvText(value)))));
                    break;
            }

            count++;
        }

        if (format == RowFormat.Json)
        {
            await output.WriteLineAsync(count == 0 ? "[]" : "\n]");
        }
        else if (format == RowFormat.Table && result.Columns.Count > 0)
        {
            WriteTable(result.Columns, held.Select(row => row.Select(ValueText.Display)), output);
        }

        return count;
    }

    public static void WriteTable(IEnumerable<string> columns, IEnumerable<IEnumerable<string>> rows, TextWriter output)
    {
        Table table = new Table().Border(TableBorder.Rounded);
        foreach (string column in columns)
        {
            table.AddColumn(new TableColumn(Markup.Escape(column)));
        }

        foreach (IEnumerable<string> row in rows)
        {
            table.AddRow([.. row.Select(cell => new Text(cell))]);
        }

        Screen.On(output).Write(table);
    }

    public static string JsonObject(IReadOnlyList<string> columns, IReadOnlyList<Value> row) => Json(json =>
    {
        json.WriteStartObject();
        for (int i = 0; i < columns.Count; i++)
        {
            json.WritePropertyName(columns[i]);
            JsonValues.Write(json, row[i]);
        }

        json.WriteEndObject();
    });

    public static string Json(Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> buffer = new();
        using Utf8JsonWriter json = new(buffer, s_json);
        write(json);
        json.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Lists, maps and elements have no form of their own in CSV: they stand there as JSON.</summary>
    private static string CsvText(Value value) => value.Kind switch
    {
        ValueKind.Null => "",
        ValueKind.List or ValueKind.Map or ValueKind.Node or ValueKind.Relationship or ValueKind.Path or ValueKind.Point or ValueKind.Bytes =>
            Json(json => JsonValues.Write(json, value)),
        _ => ValueText.Display(value),
    };

    public static string CsvField(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
