using System.Globalization;
using Chancery.Crash;
using Chancery.Cypher.Storage;
using Chancery.Graph;

// Writes to the graph in a folder until it is killed: Chancery.Crash FOLDER SEED
// Says "open N" once the graph with N commits is open, "N" after commit N is acknowledged, and "refused" where the disk takes no more.
string folder = args[0];
CrashHistory history = new(int.Parse(args[1], CultureInfo.InvariantCulture));
using GraphStore store = GraphStore.Open(folder);
history.AdvanceTo(store.CommitNumber);
Say($"open {store.CommitNumber}");
Random random = new();
Task checkpoint = Task.CompletedTask;
try
{
    while (true)
    {
        history.Commit(store);
        Say(history.Commits.ToString(CultureInfo.InvariantCulture));
        if (checkpoint.IsCompleted && random.Next(10) == 0)
        {
            // Beside the writer, as the store does it by itself when its log has grown.
            await checkpoint;
            checkpoint = Task.Run(store.Checkpoint);
        }
    }
}
catch (GraphException problem) when (problem.Code.EndsWith("TransactionCommitFailed", StringComparison.Ordinal))
{
    Say("refused");
    return 3;
}

static void Say(string line)
{
    Console.Out.WriteLine(line);
    Console.Out.Flush();
}
