using Chancery.Cypher.Planning;

namespace Chancery.Cypher.Execution;

/// <summary>Watches the operators of a run for PROFILE: the rows that each passed, and the graph that each touched itself.</summary>
internal sealed class ProfileRecorder
{
    private readonly Dictionary<LogicalPlan, Watched> _watched = new(ReferenceEqualityComparer.Instance);

    // Hits inside the inputs of the step that is running.
    private long _below;

    public Operator Watch(LogicalPlan step, Operator made)
    {
        Watched watched = new(made, this);
        _watched[step] = watched;
        return watched;
    }

    public long RowsOf(LogicalPlan step) => _watched.TryGetValue(step, out Watched? watched) ? watched.Rows : 0;

    public long HitsOf(LogicalPlan step) => _watched.TryGetValue(step, out Watched? watched) ? watched.Hits : 0;

    private sealed class Watched(Operator inner, ProfileRecorder recorder) : Operator
    {
        public long Rows { get; private set; }

        public long Hits { get; private set; }

        public override bool MoveNext()
        {
            long before = Context.Hits;
            long belowBefore = recorder._below;
            recorder._below = 0;
            bool moved = inner.MoveNext();
            long all = Context.Hits - before;
            Hits += all - recorder._below;
            recorder._below = belowBefore + all;
            Rows += moved ? 1 : 0;
            return moved;
        }

        public override void Close() => inner.Close();

        protected override void OnOpen() => inner.Open(Context, Row);
    }
}
