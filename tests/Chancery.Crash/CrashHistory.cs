using Chancery.Cypher.Storage;
using Chancery.Graph;

namespace Chancery.Crash;

/// <summary>
/// A history of random transactions in which number n is a function of the seed and of the graph after n - 1: whoever knows the seed knows
/// what a store with n commits must hold.
/// </summary>
internal sealed class CrashHistory(int seed)
{
    /// <summary>The model after <see cref="Commits"/> transactions.</summary>
    public GraphModel Model { get; private set; } = new();

    public long Commits { get; private set; }

    /// <summary>Follows the history in memory, without the store under test.</summary>
    public void AdvanceTo(long commits)
    {
        using GraphStore mirror = GraphStore.InMemory();
        Model = new GraphModel();
        Commits = 0;
        while (Commits < commits)
        {
            Commit(mirror);
        }
    }

    /// <summary>Does the next transaction on a store that stands where the history stands. Only a whole one moves the history.</summary>
    public void Commit(GraphStore store)
    {
        Random random = new(HashCode(Commits + 1));
        int most = 40;
        while (!TryCommit(store, random, most))
        {
            // A constraint refused it: fewer changes have a better chance, and none at all is never refused.
            most /= 2;
        }

        Commits++;
    }

    private bool TryCommit(GraphStore store, Random random, int most)
    {
        GraphModel next = Model.Copy();
        using GraphWriter writer = store.BeginWrite(bulk: random.Next(20) == 0);
        if (Commits == 0)
        {
            CreateSchema(writer);
        }

        RandomWrites writes = new(random.Next);
        try
        {
            for (int change = random.Next(most); change > 0; change--)
            {
                writes.Change(writer, next);
            }
        }
        catch (GraphException taken) when (taken.Code.EndsWith("ConstraintValidationFailed", StringComparison.Ordinal))
        {
            return false;
        }

        if (!writer.HasChanges)
        {
            next.Nodes.Add(writer.CreateNode(), ([], []));
        }

        writer.Commit();
        Model = next;
        return true;
    }

    private static void CreateSchema(GraphWriter writer)
    {
        int person = writer.Tokens.Labels.Intern("Person");
        int id = writer.Tokens.Keys.Intern("id");
        int name = writer.Tokens.Keys.Intern("name");
        writer.CreateConstraint(new ConstraintDefinition("person_id", ConstraintKind.Uniqueness, false, person, [id]));
        writer.CreateIndex(new IndexDefinition("person_name", IndexKind.FullText, false, [person], [name]));
    }

    private int HashCode(long commit) => unchecked((int)(seed * 1_000_003L + commit * 7_919L));
}
