using System.Buffers.Text;
using System.Text;
using Chancery.Cypher.Storage;
using Chancery.Graph;

namespace Chancery.Benchmarks.Peers;

/// <summary>Loads the tables in one bulk transaction, as the peers do by COPY or batch calls.</summary>
internal sealed class PeersLoad(PeersData data, GraphStore store)
{
    private readonly Dictionary<string, int> _nodes = new(105_000, StringComparer.Ordinal);

    public int Run()
    {
        using (GraphWriter schema = store.BeginWrite())
        {
            int id = store.Tokens.Keys.Intern("id");
            schema.CreateConstraint(new ConstraintDefinition("person_id", ConstraintKind.Uniqueness, false, store.Tokens.Labels.Intern("Person"), [id]));
            schema.CreateConstraint(new ConstraintDefinition("organization_id", ConstraintKind.Uniqueness, false, store.Tokens.Labels.Intern("Organization"), [id]));
            schema.Commit();
        }

        using GraphWriter writer = store.BeginWrite(bulk: true);
        int rows = Nodes(writer, "person.csv", "Person", Text, Text, Text, Day, Number, Float)
            + Nodes(writer, "organization.csv", "Organization", Text, Text, Text, Text, Day)
            + Relationships(writer, "holds.csv", "HOLDS", Text, Day, Day)
            + Relationships(writer, "member_of.csv", "MEMBER_OF", Day)
            + Relationships(writer, "met_with.csv", "MET_WITH", Day, Text)
            + Relationships(writer, "mentions.csv", "MENTIONS", Day, Number);
        writer.Commit();
        return rows;
    }

    private delegate Value Read(ReadOnlySpan<byte> field);

    private static Value Text(ReadOnlySpan<byte> field) => Encoding.UTF8.GetString(field);

    private static Value Number(ReadOnlySpan<byte> field) => Utf8Parser.TryParse(field, out long number, out _) ? number : throw new FormatException();

    private static Value Float(ReadOnlySpan<byte> field) => Utf8Parser.TryParse(field, out double number, out _) ? number : throw new FormatException();

    private static Value Day(ReadOnlySpan<byte> field)
    {
        if (field.IsEmpty)
        {
            return Value.Null;
        }

        return Utf8Parser.TryParse(field[..4], out int year, out _)
            && Utf8Parser.TryParse(field[5..7], out int month, out _)
            && Utf8Parser.TryParse(field[8..10], out int day, out _)
            ? Value.Date(new DateValue(new DateOnly(year, month, day).DayNumber - new DateOnly(1970, 1, 1).DayNumber))
            : throw new FormatException();
    }

    private int Nodes(GraphWriter writer, string file, string label, params ReadOnlySpan<Read> reads)
    {
        ReadOnlySpan<byte> rest = File.ReadAllBytes(data.File(file));
        int[] keys = Keys(Line(ref rest), 0);
        int token = store.Tokens.Labels.Intern(label);
        int rows = 0;
        for (; !rest.IsEmpty; rows++)
        {
            ReadOnlySpan<byte> line = Line(ref rest);
            int node = writer.CreateNode(token);
            for (int i = 0; i < reads.Length; i++)
            {
                Value value = reads[i](Field(ref line));
                writer.SetNodeProperty(node, keys[i], value);
                if (i == 0)
                {
                    _nodes.Add(value.AsString(), node);
                }
            }
        }

        return rows;
    }

    private int Relationships(GraphWriter writer, string file, string type, params ReadOnlySpan<Read> reads)
    {
        ReadOnlySpan<byte> rest = File.ReadAllBytes(data.File(file));
        int[] keys = Keys(Line(ref rest), 2);
        int token = store.Tokens.Types.Intern(type);
        int rows = 0;
        for (; !rest.IsEmpty; rows++)
        {
            ReadOnlySpan<byte> line = Line(ref rest);
            int relationship = writer.CreateRelationship(Node(Field(ref line)), Node(Field(ref line)), token);
            for (int i = 0; i < reads.Length; i++)
            {
                Value value = reads[i](Field(ref line));
                if (!value.IsNull)
                {
                    writer.SetRelationshipProperty(relationship, keys[i], value);
                }
            }
        }

        return rows;
    }

    private int Node(ReadOnlySpan<byte> id)
    {
        Span<char> text = stackalloc char[id.Length];
        Encoding.ASCII.GetChars(id, text);
        return _nodes.GetAlternateLookup<ReadOnlySpan<char>>()[text];
    }

    private int[] Keys(ReadOnlySpan<byte> header, int skip) =>
        [.. Encoding.UTF8.GetString(header).Split(',').Skip(skip).Select(store.Tokens.Keys.Intern)];

    private static ReadOnlySpan<byte> Line(ref ReadOnlySpan<byte> rest) => Take(ref rest, (byte)'\n');

    private static ReadOnlySpan<byte> Field(ref ReadOnlySpan<byte> line) => Take(ref line, (byte)',');

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> rest, byte end)
    {
        int length = rest.IndexOf(end);
        ReadOnlySpan<byte> taken = length < 0 ? rest : rest[..length];
        rest = length < 0 ? default : rest[(length + 1)..];
        return taken;
    }
}
