using Chancery.Cables;
using Chancery.Ingestion.Loading;

namespace Chancery.Ingestion.Pipeline;

/// <summary>
/// Decides for each input of a run whether it is loaded, knowing what the graph held before and what the run has taken so far.
/// </summary>
internal sealed class Selection
{
    private readonly Dictionary<string, HeldCable> _held = new(StringComparer.Ordinal);
    private readonly HashSet<(string Id, string Source)> _offered = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>Cables whose version in the graph became worse, so that a version refused before may be the best one now.</summary>
    public HashSet<string> Reopened { get; } = new(StringComparer.Ordinal);

    public int Unchanged { get; private set; }

    public int Superseded { get; private set; }

    /// <summary>Ids among <paramref name="cables"/> of which the graph has not been asked yet.</summary>
    public string[] Unknown(IEnumerable<Cable> cables) => [.. cables.Select(cable => cable.Id).Where(id => !_known.Contains(id)).Distinct()];

    public void Learn(IEnumerable<string> asked, IEnumerable<HeldCable> held)
    {
        _known.UnionWith(asked);
        foreach (HeldCable cable in held)
        {
            _held[cable.Id] = cable;
        }
    }

    public bool Takes(HeldCable offer)
    {
        _offered.Add((offer.Id, offer.Source));
        if (_held.TryGetValue(offer.Id, out HeldCable? held))
        {
            if (held.IsSameAs(offer))
            {
                Unchanged++;
                return false;
            }

            if (held.Source == offer.Source)
            {
                if (held.IsBetterThan(offer))
                {
                    Reopened.Add(offer.Id);
                }
            }
            else if (!offer.IsBetterThan(held))
            {
                Superseded++;
                return false;
            }
        }

        _held[offer.Id] = offer;
        return true;
    }

    /// <summary>True where the run met this cable in this source.</summary>
    public bool Met(string id, string source) => _offered.Contains((id, source));

    public void Withdraw(string id)
    {
        _held.Remove(id);
        Reopened.Add(id);
    }
}
