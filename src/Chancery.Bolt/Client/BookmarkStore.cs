namespace Chancery.Bolt.Client;

/// <summary>The bookmarks that later transactions wait for, so that what was written is seen, on whichever server. Safe for use from many threads.</summary>
internal sealed class BookmarkStore(
    IEnumerable<string>? initial = null,
    Func<CancellationToken, ValueTask<IReadOnlyList<string>>>? supply = null,
    Func<IReadOnlyList<string>, CancellationToken, ValueTask>? consume = null)
{
    private readonly HashSet<string> _bookmarks = new(initial ?? [], StringComparer.Ordinal);

    public async ValueTask<IReadOnlyList<string>> GetAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<string> more = supply is null ? [] : await supply(cancellationToken).ConfigureAwait(false);
        lock (_bookmarks)
        {
            return [.. _bookmarks.Union(more)];
        }
    }

    /// <summary>Puts a new bookmark in the place of those that its transaction had waited for.</summary>
    public async ValueTask UpdateAsync(IEnumerable<string> previous, string bookmark, CancellationToken cancellationToken)
    {
        string[] now;
        lock (_bookmarks)
        {
            _bookmarks.ExceptWith(previous);
            _bookmarks.Add(bookmark);
            now = [.. _bookmarks];
        }

        if (consume is not null)
        {
            await consume(now, cancellationToken).ConfigureAwait(false);
        }
    }
}
