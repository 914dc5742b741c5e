using System.Runtime.CompilerServices;
using Chancery.Cypher.Storage;
using Chancery.Graph;

namespace Chancery.Benchmarks.Peers;

/// <summary>Loads the tables in one bulk transaction, as the peers do by COPY or batch calls: some are read while others are written.</summary>
internal sealed class PeersLoad(PeersData data, GraphStore store)
{
    // The store is empty: places in it are node ids.
    private readonly IdTable _ids = new();

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
        CsvTable persons = Table("person.csv", CsvTable.Text, CsvTable.Text, CsvTable.Text, CsvTable.Day, CsvTable.Number, CsvTable.Float);
        CsvTable organizations = Table("organization.csv", CsvTable.Text, CsvTable.Text, CsvTable.Text, CsvTable.Text, CsvTable.Day);
        _ids.AddAll(persons.Columns[0]);
        _ids.AddAll(organizations.Columns[0]);
        Task<CsvTable>[] relationships =
        [
            Later("holds.csv", Node, Node, CsvTable.Text, CsvTable.Day, CsvTable.Day),
            Later("member_of.csv", Node, Node, CsvTable.Day),
            Later("met_with.csv", Node, Node, CsvTable.Day, CsvTable.Text),
            Later("mentions.csv", Node, Node, CsvTable.Day, CsvTable.Number),
        ];
        Create(writer, "Person", persons);
        Create(writer, "Organization", organizations);
        int rows = persons.Rows + organizations.Rows;
        foreach ((string type, Task<CsvTable> table) in ((string[])["HOLDS", "MEMBER_OF", "MET_WITH", "MENTIONS"]).Zip(relationships))
        {
            Connect(writer, type, table.Result);
            rows += table.Result.Rows;
        }

        writer.Commit();
        return rows;
    }

    private CsvTable Table(string file, params ReadField[] fields) => new(data.File(file), fields);

    private Task<CsvTable> Later(string file, params ReadField[] fields) => Task.Run(() => Table(file, fields));

    private Value Node(ReadOnlySpan<byte> id) => _ids.Find(id);

    private void Create(GraphWriter writer, string label, CsvTable table) =>
        writer.CreateNodes([store.Tokens.Labels.Intern(label)], table.Rows, Columns(table, 0));

    private void Connect(GraphWriter writer, string type, CsvTable table) => writer.CreateRelationships(
        store.Tokens.Types.Intern(type), Numbers(table.Columns[0]), Numbers(table.Columns[1]), Columns(table, 2));

    private ValueColumn[] Columns(CsvTable table, int skip) =>
        [.. table.Columns.Skip(skip).Select((values, i) => new ValueColumn(store.Tokens.Keys.Intern(table.Names[i + skip]), values))];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int[] Numbers(Value[] values) => Array.ConvertAll(values, value => (int)value.AsInteger());
}
