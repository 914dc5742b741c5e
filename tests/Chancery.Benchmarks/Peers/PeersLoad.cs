using Chancery.Cypher;
using Chancery.Cypher.Import;
using Chancery.Cypher.Storage;

namespace Chancery.Benchmarks.Peers;

/// <summary>Loads the tables by one import, as the peers do by COPY or batch calls.</summary>
internal sealed class PeersLoad(PeersData data, GraphStore store)
{
    public int Run()
    {
        using (GraphWriter schema = store.BeginWrite())
        {
            int id = store.Tokens.Keys.Intern("id");
            schema.CreateConstraint(new ConstraintDefinition("person_id", ConstraintKind.Uniqueness, false, store.Tokens.Labels.Intern("Person"), [id]));
            schema.CreateConstraint(new ConstraintDefinition("organization_id", ConstraintKind.Uniqueness, false, store.Tokens.Labels.Intern("Organization"), [id]));
            schema.Commit();
        }

        GraphImport import = new()
        {
            Nodes =
            [
                Table("Person", "person.csv", "id:ID,name,country,birth:date,seniority:int,score:double"),
                Table("Organization", "organization.csv", "id:ID,name,country,sector,founded:date"),
            ],
            Relationships =
            [
                Table("HOLDS", "holds.csv", ":START_ID,:END_ID,role,start:date,until:date"),
                Table("MEMBER_OF", "member_of.csv", ":START_ID,:END_ID,since:date"),
                Table("MET_WITH", "met_with.csv", ":START_ID,:END_ID,met:date,place"),
                Table("MENTIONS", "mentions.csv", ":START_ID,:END_ID,seen:date,weight:int"),
            ],
        };
        ImportReport report = new ImportRun(store, import, null, CancellationToken.None).Run();
        return (int)(report.Nodes + report.Relationships);
    }

    private ImportSource Table(string name, string file, string header) => new([name], [data.File(file)]) { Header = header };
}
