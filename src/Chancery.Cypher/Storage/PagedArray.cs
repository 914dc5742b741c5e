using System.Runtime.CompilerServices;

namespace Chancery.Cypher.Storage;

/// <summary>
/// A growing array in copy-on-write pages: <see cref="Edit"/> gives a version that shares all pages and copies only those it writes.
/// A version may be written by the holder of the owner token it was opened with; every other version stays as it was.
/// </summary>
internal sealed class PagedArray<T>
{
    private const int ChunkBits = 8;
    private const int ChunkMask = (1 << ChunkBits) - 1;
    private const int TopShift = Pages.Bits + ChunkBits;

    private static readonly T[] NoPage = new T[Pages.Size];
    private static readonly T[][] NoChunk = Enumerable.Repeat(NoPage, 1 << ChunkBits).ToArray();

    private readonly object? _owner;
    private T[][][] _chunks;
    private ulong[] _ownedPages = [];
    private ulong[] _ownedChunks = [];

    private PagedArray(T[][][] chunks, object? owner)
    {
        _chunks = chunks;
        _owner = owner;
    }

    public static PagedArray<T> Empty { get; } = new([], null);

    /// <summary>Pages that may hold something; a page beyond is all default.</summary>
    public int PageCount => _chunks.Length << ChunkBits;

    /// <summary>The item, or the default value beyond the end.</summary>
    public T this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            T[][][] chunks = _chunks;
            int chunk = index >> TopShift;
            return (uint)chunk < (uint)chunks.Length ? chunks[chunk][(index >> Pages.Bits) & ChunkMask][index & Pages.Mask] : default!;
        }
    }

    /// <summary>The page's items; the same array as long as nothing in it was written.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T[] Page(int page)
    {
        T[][][] chunks = _chunks;
        int chunk = page >> ChunkBits;
        return (uint)chunk < (uint)chunks.Length ? chunks[chunk][page & ChunkMask] : NoPage;
    }

    public static bool IsBlank(T[] page) => ReferenceEquals(page, NoPage);

    /// <summary>This version where <paramref name="owner"/> opened it, else a new one that it may write.</summary>
    public PagedArray<T> Edit(object owner) =>
        ReferenceEquals(_owner, owner) ? this : new PagedArray<T>((T[][][])_chunks.Clone(), owner);

    /// <summary>A place to write; only on a version that <see cref="Edit"/> gave to its caller.</summary>
    public ref T Writable(int index)
    {
        int page = index >> Pages.Bits;
        int chunk = page >> ChunkBits;
        if (chunk >= _chunks.Length)
        {
            Grow(chunk);
        }

        if (!Owns(_ownedPages, page))
        {
            TakePage(page, chunk);
        }

        return ref _chunks[chunk][page & ChunkMask][index & Pages.Mask];
    }

    /// <summary>The part of the page that holds <paramref name="index"/> and at most <paramref name="count"/> items from there on, to write.</summary>
    public Span<T> WritablePart(int index, int count)
    {
        Writable(index);
        int start = index & Pages.Mask;
        return Page(index >> Pages.Bits).AsSpan(start, Math.Min(count, Pages.Size - start));
    }

    /// <summary>Puts a whole page in place; the array is taken over.</summary>
    public void SetPage(int page, T[] items)
    {
        int chunk = page >> ChunkBits;
        if (chunk >= _chunks.Length)
        {
            Grow(chunk);
        }

        TakeChunk(chunk);
        _chunks[chunk][page & ChunkMask] = items;
        Own(ref _ownedPages, page);
    }

    private static bool Owns(ulong[] owned, int place) =>
        (uint)(place >> 6) < (uint)owned.Length && (owned[place >> 6] & (1UL << (place & 63))) != 0;

    private static void Own(ref ulong[] owned, int place)
    {
        if (place >> 6 >= owned.Length)
        {
            Array.Resize(ref owned, Math.Max((place >> 6) + 1, owned.Length * 2));
        }

        owned[place >> 6] |= 1UL << (place & 63);
    }

    private void TakePage(int page, int chunk)
    {
        TakeChunk(chunk);
        ref T[] place = ref _chunks[chunk][page & ChunkMask];
        place = IsBlank(place) ? new T[Pages.Size] : (T[])place.Clone();
        Own(ref _ownedPages, page);
    }

    private void TakeChunk(int chunk)
    {
        if (!Owns(_ownedChunks, chunk))
        {
            _chunks[chunk] = (T[][])_chunks[chunk].Clone();
            Own(ref _ownedChunks, chunk);
        }
    }

    private void Grow(int chunk)
    {
        int old = _chunks.Length;
        Array.Resize(ref _chunks, chunk + 1);
        Array.Fill(_chunks, NoChunk, old, chunk + 1 - old);
    }
}

/// <summary>The one page size of all columns, so that page n of each covers the same elements.</summary>
internal static class Pages
{
    public const int Bits = 7;
    public const int Size = 1 << Bits;
    public const int Mask = Size - 1;

    /// <summary>Words of 64 bits that cover a page.</summary>
    public const int Words = Size / 64;
}
