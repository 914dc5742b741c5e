namespace Chancery.Cypher.Storage;

/// <summary>
/// The distinct sets of labels that nodes have had, by number: number 0 stands for "no node", 1 for no labels.
/// Only the writer adds; readers meet only numbers that were added before their snapshot was published.
/// </summary>
internal sealed class LabelSets
{
    public const int NoNode = 0;
    public const int NoLabels = 1;

    private readonly Dictionary<(int Set, int Label), int> _with = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private volatile int[][] _sets = [[], []];
    private volatile ulong[] _low = [0, 0];

    /// <summary>The labels of a set, ascending by id.</summary>
    public ReadOnlySpan<int> Labels(int set) => _sets[set];

    public bool Contains(int set, int label) =>
        label < 64 ? label >= 0 && (_low[set] & (1UL << label)) != 0 : Array.BinarySearch(_sets[set], label) >= 0;

    public int With(int set, int label)
    {
        if (_with.TryGetValue((set, label), out int known))
        {
            return known;
        }

        int[] labels = _sets[set];
        int number = Array.BinarySearch(labels, label) >= 0 ? set : Number([.. labels.Append(label).Order()]);
        _with.Add((set, label), number);
        return number;
    }

    /// <summary>The set of these labels.</summary>
    public int Of(ReadOnlySpan<int> labels)
    {
        int set = NoLabels;
        foreach (int label in labels)
        {
            set = With(set, label);
        }

        return set;
    }

    public int Without(int set, int label) => Number(Array.FindAll(_sets[set], other => other != label));

    private int Number(int[] labels)
    {
        if (labels.Length == 0)
        {
            return NoLabels;
        }

        string name = string.Join(',', labels);
        if (!_numbers.TryGetValue(name, out int number))
        {
            number = _sets.Length;
            ulong low = 0;
            foreach (int label in labels)
            {
                low |= label < 64 ? 1UL << label : 0;
            }

            _low = [.. _low, low];
            _sets = [.. _sets, labels];
            _numbers.Add(name, number);
        }

        return number;
    }
}
