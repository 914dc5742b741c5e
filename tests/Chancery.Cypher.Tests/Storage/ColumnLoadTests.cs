using Chancery.Cypher.Storage;
using Chancery.Graph;
using Xunit;

namespace Chancery.Cypher.Tests.Storage;

/// <summary>Nodes and relationships that are created by columns, over many pages.</summary>
public sealed class ColumnLoadTests : IDisposable
{
    private const int Nodes = 3000;
    private const int Relationships = 9001;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Columns_make_the_graph_that_single_writes_make()
    {
        using GraphStore single = GraphStore.InMemory();
        Load(single, OneByOne);
        foreach (bool bulk in (bool[])[true, false])
        {
            string path = _folder.At($"graph{bulk}");
            using (GraphStore store = GraphStore.Open(path))
            {
                Load(store, ByColumns, bulk);
                Assert.Empty(GraphCheck.Compare(single.Current, store.Current));
                Assert.Empty(store.Check());
            }

            using GraphStore again = GraphStore.Open(path);
            Assert.Empty(GraphCheck.Compare(single.Current, again.Current));
            Assert.Empty(again.Check());
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_id_that_stands_twice_is_refused_and_leaves_nothing(bool bulk)
    {
        using GraphStore store = GraphStore.Open(_folder.At("graph"));
        CreateSchema(store);
        int person = store.Tokens.Labels.Intern("Person");
        int id = store.Tokens.Keys.Intern("id");
        Value[] ids = [.. Enumerable.Range(0, Nodes).Select(i => Value.Integer(i == 2000 ? 7 : i))];
        using (GraphWriter writer = store.BeginWrite(bulk: bulk))
        {
            GraphException refused = Assert.Throws<GraphException>(() => writer.CreateNodes([person], Nodes, new ValueColumn(id, ids)));
            Assert.Equal("Node(7) already exists with label `Person` and property `id` = 7", refused.Message);
        }

        Assert.Equal(0, store.Current.NodeCount);
        Assert.Empty(store.Check());
    }

    [Fact]
    public void A_relationship_without_an_end_is_refused()
    {
        using GraphStore store = GraphStore.InMemory();
        using GraphWriter writer = store.BeginWrite(bulk: true);
        writer.CreateNodes([], 3);
        Assert.Throws<GraphException>(() => writer.CreateRelationships(store.Tokens.Types.Intern("KNOWS"), [0, 1], [2, 3]));
    }

    [Fact]
    public void No_elements_at_all_are_fine_too()
    {
        using GraphStore store = GraphStore.InMemory();
        using GraphWriter writer = store.BeginWrite(bulk: true);
        int type = store.Tokens.Types.Intern("KNOWS");
        writer.CreateNodes([], 3);
        writer.CreateNodes([store.Tokens.Labels.Intern("Person")], 0);
        writer.CreateRelationships(type, [0], [1]);
        writer.CreateRelationships(type, [], []);
        Assert.Equal((3, 1), (writer.NodeCount, writer.RelationshipCount));
        Assert.Empty(GraphCheck.Run(writer));
    }

    private static void CreateSchema(GraphStore store)
    {
        using GraphWriter writer = store.BeginWrite();
        int person = store.Tokens.Labels.Intern("Person");
        writer.CreateConstraint(new ConstraintDefinition("person_id", ConstraintKind.Uniqueness, false, person, [store.Tokens.Keys.Intern("id")]));
        writer.CreateIndex(new IndexDefinition("person_note", IndexKind.Text, false, [person], [store.Tokens.Keys.Intern("note")]));
        writer.CreateIndex(new IndexDefinition("since", IndexKind.Range, true, [store.Tokens.Types.Intern("KNOWS")], [store.Tokens.Keys.Intern("since")]));
        writer.Commit();
    }

    // In two parts each, so that the second adds to what is there; the last one is small.
    private static void Load(GraphStore store, Action<GraphWriter, int, int, int, int> part, bool bulk = false)
    {
        CreateSchema(store);
        using (GraphWriter writer = store.BeginWrite(bulk: bulk))
        {
            part(writer, 0, 1000, 0, 2000);
            part(writer, 1000, Nodes - 1010, 2000, Relationships - 2010);
            writer.Commit();
        }

        using GraphWriter last = store.BeginWrite(bulk: bulk);
        part(last, Nodes - 10, 10, Relationships - 10, 10);
        last.Commit();
    }

    private static void OneByOne(GraphWriter writer, int firstNode, int nodes, int firstRelationship, int relationships)
    {
        GraphTokens tokens = writer.Tokens;
        for (int i = firstNode; i < firstNode + nodes; i++)
        {
            int node = writer.CreateNode(tokens.Labels.Intern("Person"));
            writer.SetNodeProperty(node, tokens.Keys.Intern("id"), i);
            writer.SetNodeProperty(node, tokens.Keys.Intern("note"), Note(i));
        }

        for (int i = firstRelationship; i < firstRelationship + relationships; i++)
        {
            (int start, int end) = Ends(i, firstNode + nodes);
            writer.SetRelationshipProperty(writer.CreateRelationship(start, end, tokens.Types.Intern("KNOWS")), tokens.Keys.Intern("since"), Since(i));
        }
    }

    private static void ByColumns(GraphWriter writer, int firstNode, int nodes, int firstRelationship, int relationships)
    {
        GraphTokens tokens = writer.Tokens;
        int[] numbers = [.. Enumerable.Range(firstNode, nodes)];
        int first = writer.CreateNodes(
            [tokens.Labels.Intern("Person")],
            nodes,
            new ValueColumn(tokens.Keys.Intern("id"), [.. numbers.Select(i => Value.Integer(i))]),
            new ValueColumn(tokens.Keys.Intern("note"), [.. numbers.Select(Note)]));
        Assert.Equal(firstNode, first);
        (int Start, int End)[] ends = [.. Enumerable.Range(firstRelationship, relationships).Select(i => Ends(i, firstNode + nodes))];
        writer.CreateRelationships(
            tokens.Types.Intern("KNOWS"),
            [.. ends.Select(pair => pair.Start)],
            [.. ends.Select(pair => pair.End)],
            new ValueColumn(tokens.Keys.Intern("since"), [.. Enumerable.Range(firstRelationship, relationships).Select(Since)]));
    }

    private static Value Note(int i) => (i % 7) switch
    {
        0 => Value.Null,
        1 => i,
        2 => new string('x', 600 + i % 5),
        3 => Value.List(i, "two"),
        _ => "note " + i % 40,
    };

    private static Value Since(int i) => i % 5 == 0 ? Value.Null : i % 11 == 0 ? 1.5 : Value.Date(new DateValue(i));

    private static (int Start, int End) Ends(int i, int nodes) => (i * 31 % nodes, i * i % 977 % nodes);
}
