using System.Collections.Concurrent;
using Chancery.Cypher.Execution;
using Chancery.Graph;
using Xunit;

namespace Chancery.Cypher.Tests.Execution;

/// <summary>What all statements share, under many threads.</summary>
public sealed class StripedPartsTests
{
    [Fact]
    public void A_set_of_operators_is_never_in_two_hands()
    {
        OperatorPool pool = new();
        ConcurrentDictionary<OperatorTree, bool> lent = new(ReferenceEqualityComparer.Instance);
        int made = 0;
        Parallel.For(0, 20_000, _ =>
        {
            OperatorTree? tree = pool.TryRent();
            if (tree is null)
            {
                Interlocked.Increment(ref made);
                tree = new OperatorTree(null!, []);
            }

            Assert.True(lent.TryAdd(tree, true));
            Assert.True(lent.TryRemove(tree, out bool _));
            pool.Return(tree);
        });
        Assert.InRange(made, 1, 2000);
    }

    [Fact]
    public void Transactions_are_listed_from_begin_to_end_and_never_share_a_number()
    {
        TransactionRegistry registry = new();
        RunningTransaction[] begun = new RunningTransaction[500];
        Parallel.For(0, begun.Length, i => begun[i] = registry.Begin(EmbeddedGraphOptions.Default, TransactionOptions.Default, $"{i}"));
        Assert.Equal(begun.Length, begun.Select(transaction => transaction.Number).Distinct().Count());
        Assert.Equal(begun.Length, begun.Select(transaction => transaction.Id).Distinct().Count());
        Assert.Equal(begun.ToHashSet(), registry.All.ToHashSet());

        Parallel.For(0, begun.Length, i =>
        {
            if (i % 3 != 0)
            {
                begun[i].End();
                begun[i].End();
            }
        });
        Assert.Equal(begun.Where((_, i) => i % 3 == 0).ToHashSet(), registry.All.ToHashSet());
    }
}
