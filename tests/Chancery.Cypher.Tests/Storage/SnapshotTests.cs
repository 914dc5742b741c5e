using Chancery.Cypher.Storage;
using Chancery.Graph;
using Xunit;

namespace Chancery.Cypher.Tests.Storage;

/// <summary>Readers beside a writer: each snapshot shows one commit, whole.</summary>
public sealed class SnapshotTests
{
    private const int Accounts = 300;
    private const int Transfers = 2000;

    [Fact]
    public async Task Readers_never_see_half_a_transaction()
    {
        using GraphStore store = GraphStore.InMemory();
        int balance = store.Tokens.Keys.Intern("balance");
        int paid = store.Tokens.Types.Intern("PAID");
        CreateAccounts(store, balance);
        using CancellationTokenSource done = new();
        Task<int>[] readers = [.. Enumerable.Range(0, 3).Select(_ => Task.Run(() => ReadUntil(store, balance, paid, done.Token)))];
        Transfer(store, balance, paid);
        await done.CancelAsync();
        Assert.All(await Task.WhenAll(readers), snapshots => Assert.True(snapshots > 0));
        Assert.Empty(GraphCheck.Run(store.Current));
    }

    private static void CreateAccounts(GraphStore store, int balance)
    {
        using GraphWriter writer = store.BeginWrite();
        writer.CreateIndex(new IndexDefinition("by_balance", IndexKind.Range, false, [store.Tokens.Labels.Intern("Account")], [balance]));
        for (int i = 0; i < Accounts; i++)
        {
            writer.SetNodeProperty(writer.CreateNode(0), balance, 100);
        }

        writer.Commit();
    }

    // Every transfer keeps the sum, and leaves one relationship for each commit.
    private static void Transfer(GraphStore store, int balance, int paid)
    {
        Random random = new(7);
        for (int i = 0; i < Transfers; i++)
        {
            using GraphWriter writer = store.BeginWrite();
            int from = random.Next(Accounts);
            int to = random.Next(Accounts);
            writer.SetNodeProperty(from, balance, writer.NodeProperty(from, balance).AsInteger() - 1);
            writer.SetNodeProperty(to, balance, writer.NodeProperty(to, balance).AsInteger() + 1);
            writer.CreateRelationship(from, to, paid);
            writer.Commit();
        }
    }

    private static int ReadUntil(GraphStore store, int balance, int paid, CancellationToken done)
    {
        int snapshots = 0;
        long last = 0;
        while (!done.IsCancellationRequested || snapshots == 0)
        {
            GraphView view = store.Current;
            Assert.True(view.CommitNumber >= last);
            last = view.CommitNumber;
            long sum = 0;
            int steps = 0;
            for (int node = 0; node < Accounts; node++)
            {
                sum += view.NodeProperty(node, balance).AsInteger();
                steps += view.Steps(node, paid, Side.Out).Length;
            }

            Assert.Equal(100 * Accounts, sum);
            Assert.Equal(view.CommitNumber - 1, steps);
            Assert.Equal(steps, view.RelationshipCount);
            RangeIndex index = view.FindRangeIndex(0, balance)!;
            long indexed = 0;
            IndexCursor cursor = index.All();
            while (cursor.MoveNext())
            {
                Assert.Equal(view.NodeProperty(cursor.Current, balance), cursor.CurrentKey);
                indexed += cursor.CurrentKey.AsInteger();
            }

            Assert.Equal(100 * Accounts, indexed);
            snapshots++;
        }

        return snapshots;
    }
}
