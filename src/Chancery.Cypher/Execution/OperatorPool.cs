using Chancery.Graph;

namespace Chancery.Cypher.Execution;

/// <summary>Operators of one plan that nobody runs just now: a set for each processor, and some that wander.</summary>
internal sealed class OperatorPool
{
    // One reference stands on each pair of cache lines.
    private const int Spacing = 128 / 8;

    private readonly OperatorTree?[] _idle = new OperatorTree?[Spacing * Striping.Count];

    public OperatorTree? TryRent()
    {
        int own = Striping.Current;
        for (int i = 0; i < Striping.Count; i++)
        {
            ref OperatorTree? place = ref Place(own ^ i);
            if (Volatile.Read(ref place) is not null && Interlocked.Exchange(ref place, null) is { } tree)
            {
                return tree;
            }
        }

        return null;
    }

    /// <summary>Keeps the operators, or drops them where there are enough.</summary>
    public void Return(OperatorTree tree)
    {
        int own = Striping.Current;
        for (int i = 0; i < Striping.Count; i++)
        {
            ref OperatorTree? place = ref Place(own ^ i);
            if (Volatile.Read(ref place) is null && Interlocked.CompareExchange(ref place, tree, null) is null)
            {
                return;
            }
        }
    }

    private ref OperatorTree? Place(int stripe) => ref _idle[Spacing * stripe];
}

/// <summary>The operators of a plan and the row that they share.</summary>
internal sealed record OperatorTree(Operator Root, Value[] Row);
