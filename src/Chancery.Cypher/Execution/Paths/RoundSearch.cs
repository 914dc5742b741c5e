using System.Runtime.InteropServices;
using Chancery.Graph;

namespace Chancery.Cypher.Execution.Paths;

/// <summary>
/// Finds chains of rounds from one node by their length. First it goes breadth first through all rounds in reach and notes distances;
/// then it walks back from an end, only where the start is still near enough, which leaves few ways that lead nowhere.
/// </summary>
internal sealed class RoundSearch(RoundMatcher matcher)
{
    private readonly Dictionary<long, int> _distances = [];
    private readonly Dictionary<long, List<Round>> _into = [];
    private readonly List<Value> _reached = [];
    private readonly List<Round> _chain = [];
    private QueryContext? _context;
    private long _start;
    private long _reserved;
    private int _rounds;

    /// <summary>The nodes in reach, the start first, the near ones before the far ones.</summary>
    public IReadOnlyList<Value> Reached => _reached;

    /// <summary>Explores from a node, at most so many rounds deep, and no further than <paramref name="goal"/> where one is given.</summary>
    public void Explore(Value start, long maximum, Value? goal, QueryContext context, Value[] row)
    {
        Forget();
        _context = context;
        _start = start.ElementNumber;
        _distances.Add(_start, 0);
        _reached.Add(start);
        for (int at = 0; at < _reached.Count; at++)
        {
            Value node = _reached[at];
            int distance = _distances[node.ElementNumber];
            if (distance >= maximum || (goal is { } wanted && _distances.TryGetValue(wanted.ElementNumber, out int found) && found > 0 && distance >= found))
            {
                break;
            }

            foreach (Round round in matcher.From(node, context, row))
            {
                _reserved += round.Bytes;
                _rounds++;
                long end = round.End.ElementNumber;
                if (_distances.TryAdd(end, distance + 1))
                {
                    _reached.Add(round.End);
                }

                if (!_into.TryGetValue(end, out List<Round>? into))
                {
                    into = [];
                    _into.Add(end, into);
                }

                into.Add(round);
            }
        }
    }

    /// <summary>
    /// Chains from the start to a node, each without a repeated relationship, the short ones first; two of the same length count apart.
    /// </summary>
    public IEnumerable<Round[]> Chains(Value end, long minimum, long maximum)
    {
        if (!_distances.TryGetValue(end.ElementNumber, out int distance))
        {
            yield break;
        }

        // No chain uses a round twice.
        long longest = Math.Min(maximum, _rounds);
        for (long length = Math.Max(minimum, distance); length <= longest && ExistsWalk(end.ElementNumber, length); length++)
        {
            foreach (Round[] chain in ChainsOf(end, length))
            {
                yield return chain;
            }
        }
    }

    public void Forget()
    {
        _context?.Release(_reserved);
        _reserved = 0;
        _rounds = 0;
        _distances.Clear();
        _into.Clear();
        _reached.Clear();
        _chain.Clear();
    }

    /// <summary>Whether some walk that long, rounds repeated or not, goes on beneath a node: without one, no longer one does either.</summary>
    private bool ExistsWalk(long end, long length)
    {
        HashSet<long> level = [end];
        for (long i = 0; i < length && level.Count > 0; i++)
        {
            _context!.Tick();
            level = [.. level.Where(_into.ContainsKey).SelectMany(node => _into[node]).Select(round => round.Start.ElementNumber)];
        }

        return level.Count > 0;
    }

    private IEnumerable<Round[]> ChainsOf(Value end, long length)
    {
        if (length == 0)
        {
            yield return [];
            yield break;
        }

        // Built from the end: the chain's last round stands first.
        _chain.Clear();
        Stack<(List<Round> Rounds, int At)> levels = new();
        if (_into.TryGetValue(end.ElementNumber, out List<Round>? last))
        {
            levels.Push((last, -1));
        }

        while (levels.Count > 0)
        {
            (List<Round> rounds, int at) = levels.Pop();
            _chain.RemoveRange(levels.Count, _chain.Count - levels.Count);
            if (++at >= rounds.Count)
            {
                continue;
            }

            levels.Push((rounds, at));
            _context!.Tick();
            Round round = rounds[at];
            long left = length - levels.Count;
            if (_distances[round.Start.ElementNumber] > left || SharesWithChain(round))
            {
                continue;
            }

            _chain.Add(round);
            if (left == 0)
            {
                Round[] chain = [.. _chain];
                Array.Reverse(chain);
                yield return chain;
            }
            else if (_into.TryGetValue(round.Start.ElementNumber, out List<Round>? before))
            {
                levels.Push((before, -1));
            }
        }
    }

    private bool SharesWithChain(Round round)
    {
        foreach (Round other in CollectionsMarshal.AsSpan(_chain))
        {
            if (round.Shares(other))
            {
                return true;
            }
        }

        return false;
    }
}
