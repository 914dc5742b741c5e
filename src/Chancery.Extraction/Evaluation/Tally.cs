namespace Chancery.Extraction.Evaluation;

/// <summary>Right, spurious and missed, and the measures that follow from them; null where nothing was there to measure.</summary>
public sealed class Tally
{
    public int Right { get; set; }

    public int Spurious { get; set; }

    public int Missed { get; set; }

    public double? Precision => Right + Spurious == 0 ? null : (double)Right / (Right + Spurious);

    public double? Recall => Right + Missed == 0 ? null : (double)Right / (Right + Missed);

    public double? F1 => (2 * Right) + Spurious + Missed == 0 ? null : 2.0 * Right / ((2 * Right) + Spurious + Missed);

    public void Add(Tally other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Right += other.Right;
        Spurious += other.Spurious;
        Missed += other.Missed;
    }

    public static Tally Sum(IEnumerable<Tally> tallies)
    {
        ArgumentNullException.ThrowIfNull(tallies);
        var sum = new Tally();
        foreach (Tally tally in tallies)
        {
            sum.Add(tally);
        }

        return sum;
    }
}

/// <summary>Tallies by the name of a type, made on first use.</summary>
internal sealed class Tallies
{
    private readonly Dictionary<string, Tally> _byType = new(StringComparer.Ordinal);

    public Tally this[string type]
    {
        get
        {
            if (!_byType.TryGetValue(type, out Tally? tally))
            {
                _byType[type] = tally = new Tally();
            }

            return tally;
        }
    }

    public IEnumerable<string> Types => _byType.Keys;

    public bool Has(string type) => _byType.ContainsKey(type);

    public Tally Total => Tally.Sum(_byType.Values);

    public void Add(Tallies other)
    {
        foreach ((string type, Tally tally) in other._byType)
        {
            this[type].Add(tally);
        }
    }
}
