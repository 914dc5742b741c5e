using Chancery.Graph;

namespace Chancery.Cypher.Storage.Disk;

/// <summary>Does again what redo records say, on a graph whose indexes are not built yet.</summary>
internal sealed class RedoReplay(GraphWriter writer, GraphTokens tokens, TextShelf shelf, GraphSchema schema)
{
    /// <summary>The schema as the records leave it.</summary>
    public GraphSchema Schema { get; private set; } = schema;

    /// <summary>One more than the highest number of a long string in the records.</summary>
    public long NextText { get; private set; }

    /// <exception cref="InvalidDataException">The record does not fit the graph that it is applied to.</exception>
    public void Apply(ReadOnlySpan<byte> record)
    {
        RecordReader from = new(record);
        int lastNode = -1;
        int lastRelationship = -1;
        while (!from.AtEnd)
        {
            byte step = from.Byte();
            switch (step)
            {
                case RedoStep.NewLabel:
                    Name(tokens.Labels, ref from, "label");
                    break;
                case RedoStep.NewType:
                    Name(tokens.Types, ref from, "relationship type");
                    break;
                case RedoStep.NewKey:
                    Name(tokens.Keys, ref from, "property key");
                    break;
                case RedoStep.CreateNode:
                    lastNode = CreateNode(ref from);
                    break;
                case RedoStep.CreateRelationship:
                    lastRelationship = CreateRelationship(ref from);
                    break;
                case RedoStep.DeleteNode:
                    writer.DeleteNode(Node(from.Number()));
                    break;
                case RedoStep.DeleteRelationship:
                    writer.DeleteRelationship(Relationship(from.Number()));
                    break;
                case RedoStep.AddLabel:
                    writer.AddLabel(Node(from.Number()), from.Number());
                    break;
                case RedoStep.RemoveLabel:
                    writer.RemoveLabel(Node(from.Number()), from.Number());
                    break;
                case RedoStep.SetNodeProperty or RedoStep.SetLastNodeProperty:
                    lastNode = step == RedoStep.SetLastNodeProperty ? lastNode : from.Number();
                    SetProperty(false, Node(lastNode), ref from);
                    break;
                case RedoStep.SetRelationshipProperty or RedoStep.SetLastRelationshipProperty:
                    lastRelationship = step == RedoStep.SetLastRelationshipProperty ? lastRelationship : from.Number();
                    SetProperty(true, Relationship(lastRelationship), ref from);
                    break;
                default:
                    ChangeSchema(step, ref from);
                    break;
            }
        }
    }

    // The checkpoint may know names that the commits after it brought.
    private static void Name(TokenTable table, ref RecordReader from, string what)
    {
        int id = from.Number();
        Expect(table.Intern(from.Text()), id, what);
    }

    private int CreateNode(ref RecordReader from)
    {
        Expect(writer.NodeCapacity, from.Number(), "node");
        int[] labels = new int[from.Number()];
        for (int i = 0; i < labels.Length; i++)
        {
            labels[i] = from.Number();
        }

        return writer.CreateNode(labels);
    }

    private int CreateRelationship(ref RecordReader from)
    {
        Expect(writer.RelationshipCapacity, from.Number(), "relationship");
        int type = from.Number();
        return writer.CreateRelationship(Node(from.Number()), Node(from.Number()), type);
    }

    private void SetProperty(bool relationship, int id, ref RecordReader from)
    {
        int key = from.Number();
        Value value = ValueCodec.Read(ref from, shelf, out StoredText? text);
        NextText = Math.Max(NextText, text?.Number + 1 ?? 0);
        writer.RestoreProperty(relationship, id, key, value, text);
    }

    private void ChangeSchema(byte step, ref RecordReader from)
    {
        switch (step)
        {
            case RedoStep.CreateIndex:
                Schema = Schema.With(SchemaCodec.ReadIndex(ref from));
                break;
            case RedoStep.DropIndex:
                Schema = Schema.WithoutIndex(from.Text());
                break;
            case RedoStep.CreateConstraint:
                Schema = Schema.With(SchemaCodec.ReadConstraint(ref from));
                break;
            case RedoStep.DropConstraint:
                Schema = Schema.WithoutConstraint(from.Text());
                break;
            default:
                throw new InvalidDataException($"A redo record holds the unknown step {step}.");
        }
    }

    private int Node(int id) => writer.HasNode(id) ? id : throw new InvalidDataException($"A redo record speaks of node {id}, which does not exist.");

    private int Relationship(int id) =>
        writer.HasRelationship(id) ? id : throw new InvalidDataException($"A redo record speaks of relationship {id}, which does not exist.");

    private static void Expect(int next, int given, string what)
    {
        if (next != given)
        {
            throw new InvalidDataException($"A redo record creates {what} {given} where {next} is due.");
        }
    }
}
