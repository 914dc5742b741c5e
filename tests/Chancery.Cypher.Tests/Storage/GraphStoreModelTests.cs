using Chancery.Crash;
using Chancery.Cypher.Storage;
using CsCheck;
using Xunit;

namespace Chancery.Cypher.Tests.Storage;

/// <summary>Random histories against a naive model: commits, rollbacks, frozen views, checkpoints, reopening.</summary>
public sealed class GraphStoreModelTests
{
    [Fact]
    public void Random_histories_leave_what_the_model_says() =>
        Gen.UInt.Array[50, 400].Sample(Run, iter: 20, threads: 2);

    private static void Run(uint[] tape)
    {
        using TemporaryFolder folder = new();
        int at = 0;
        int Choose(int limit) => at < tape.Length ? (int)(tape[at++] % (uint)limit) : 0;
        RandomWrites writes = new(Choose);
        GraphModel model = new();
        GraphStore store = GraphStore.Open(folder.At("graph"));
        try
        {
            CreateSchema(store);
            while (at < tape.Length)
            {
                GraphView before = store.Current;
                GraphModel old = model.Copy();
                model = Transact(store, model, writes, Choose);
                Assert.Empty(old.Differences(before));
                if (Choose(6) == 0)
                {
                    store.Checkpoint();
                }

                if (Choose(8) == 0)
                {
                    store.Dispose();
                    store = GraphStore.Open(folder.At("graph"));
                    Assert.Equal(5, store.Current.Schema.Indexes.Count);
                }

                Assert.Empty(model.Differences(store.Current));
            }

            Assert.Empty(store.Check());
        }
        finally
        {
            store.Dispose();
        }
    }

    private static GraphModel Transact(GraphStore store, GraphModel model, RandomWrites writes, Func<int, int> choose)
    {
        GraphModel mine = model.Copy();
        using GraphWriter writer = store.BeginWrite(bulk: choose(5) == 0);
        for (int statement = choose(4); statement >= 0; statement--)
        {
            (GraphView View, GraphModel Model)? frozen = choose(4) == 0 ? (writer.Freeze(), mine.Copy()) : null;
            for (int change = choose(12); change >= 0; change--)
            {
                writes.Change(writer, mine);
            }

            writer.EndStatement();
            Assert.Empty(frozen?.Model.Differences(frozen.Value.View) ?? []);
        }

        Assert.Empty(mine.Differences(writer));
        if (choose(5) == 0)
        {
            writer.Rollback();
            return model;
        }

        writer.Commit();
        return mine;
    }

    private static void CreateSchema(GraphStore store)
    {
        using GraphWriter writer = store.BeginWrite();
        int person = store.Tokens.Labels.Intern("Person");
        int entity = store.Tokens.Labels.Intern("Entity");
        int knows = store.Tokens.Types.Intern("KNOWS");
        int name = store.Tokens.Keys.Intern("name");
        int age = store.Tokens.Keys.Intern("age");
        writer.CreateIndex(new IndexDefinition("by_name", IndexKind.Range, false, [person], [name]));
        writer.CreateIndex(new IndexDefinition("by_name_age", IndexKind.Range, false, [person], [name, age]));
        writer.CreateIndex(new IndexDefinition("known", IndexKind.Range, true, [knows], [age]));
        writer.CreateIndex(new IndexDefinition("texts", IndexKind.Text, false, [person], [name]));
        writer.CreateIndex(new IndexDefinition("words", IndexKind.FullText, false, [person, entity], [name, age]));
        writer.Commit();
    }
}
