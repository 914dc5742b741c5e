using Chancery.Graph;

namespace Chancery.Cypher.Execution;

/// <summary>
/// The transactions of a graph that are under way. Each processor enters its own into a list of few, so that short statements on many cores
/// do not wait for each other's memory.
/// </summary>
internal sealed class TransactionRegistry
{
    private readonly Stripe[] _stripes = [.. Enumerable.Range(0, Striping.Count).Select(_ => new Stripe())];

    /// <summary>In the order in which they began.</summary>
    public IEnumerable<RunningTransaction> All => _stripes.SelectMany(stripe => stripe.Read()).OrderBy(transaction => transaction.Start);

    public RunningTransaction Begin(EmbeddedGraphOptions defaults, TransactionOptions options, string? query)
    {
        int place = Striping.Current;
        Stripe stripe = _stripes[place];
        lock (stripe)
        {
            RunningTransaction transaction = new(this, stripe.Begun++ * Striping.Count + place + 1, defaults, options, query);
            stripe.Add(transaction);
            return transaction;
        }
    }

    public void Remove(RunningTransaction transaction)
    {
        Stripe stripe = _stripes[(transaction.Number - 1) % Striping.Count];
        lock (stripe)
        {
            stripe.Remove(transaction);
        }
    }

    private sealed class Stripe
    {
        // Nobody reads it: it holds the stripes apart, which are their own locks so that all that is written stands together.
        private Striping.Gap _gap;
        private RunningTransaction? _first;

        public long Begun { get; set; }

        public void Add(RunningTransaction transaction)
        {
            transaction.Next = _first;
            _first?.Previous = transaction;
            _first = transaction;
        }

        public void Remove(RunningTransaction transaction)
        {
            if (transaction.Previous is null && !ReferenceEquals(_first, transaction))
            {
                return;
            }

            transaction.Next?.Previous = transaction.Previous;
            transaction.Previous?.Next = transaction.Next;
            _first = ReferenceEquals(_first, transaction) ? transaction.Next : _first;
            (transaction.Previous, transaction.Next) = (null, null);
        }

        public List<RunningTransaction> Read()
        {
            List<RunningTransaction> found = [];
            lock (this)
            {
                for (RunningTransaction? at = _first; at is not null; at = at.Next)
                {
                    found.Add(at);
                }
            }

            return found;
        }
    }
}
