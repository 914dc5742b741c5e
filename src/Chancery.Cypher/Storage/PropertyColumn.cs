using System.Runtime.CompilerServices;
using Chancery.Cypher.Storage.Disk;
using Chancery.Graph;

namespace Chancery.Cypher.Storage;

/// <summary>The values of one property key for all nodes, or for all relationships, as pages of 128 elements.</summary>
internal sealed class PropertyColumn
{
    private readonly PagedArray<PropertyPage?> _pages;

    private PropertyColumn(PagedArray<PropertyPage?> pages, long count)
    {
        _pages = pages;
        Count = count;
    }

    public static PropertyColumn Empty { get; } = new(PagedArray<PropertyPage?>.Empty, 0);

    /// <summary>Elements that have the property.</summary>
    public long Count { get; private set; }

    /// <summary>The page of elements <c>128 × page</c> and up; null where none of them has the property.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public PropertyPage? Page(int page) => _pages[page];

    /// <summary>Pages that may hold something.</summary>
    public int PageCount => _pages.PageCount << Pages.Bits;

    public Value Get(int id) => _pages[id >> Pages.Bits]?.Get(id & Pages.Mask) ?? default;

    public bool Has(int id) => _pages[id >> Pages.Bits]?.Has(id & Pages.Mask) ?? false;

    /// <summary>The element's text where it is one that stays on disk.</summary>
    public StoredText? Text(int id) => _pages[id >> Pages.Bits]?.Text(id & Pages.Mask);

    public PropertyColumn Edit(object owner)
    {
        PagedArray<PropertyPage?> pages = _pages.Edit(owner);
        return ReferenceEquals(pages, _pages) ? this : new PropertyColumn(pages, Count);
    }

    public void Set(object owner, int id, Value value, StoredText? text)
    {
        int slot = id & Pages.Mask;
        PropertyPage? old = _pages[id >> Pages.Bits];
        bool had = old?.Has(slot) ?? false;
        PropertyPage page = (old ?? PropertyPage.For(owner, text is null ? value.Kind : ValueKind.String)).Put(owner, slot, value, text);
        if (!ReferenceEquals(page, old))
        {
            _pages.Writable(id >> Pages.Bits) = page;
        }

        Count += had ? 0 : 1;
    }

    /// <summary>Sets the values of neighbouring elements that have none; a null sets nothing.</summary>
    public void SetNew(object owner, int first, ReadOnlySpan<Value> values)
    {
        while (!values.IsEmpty)
        {
            int slot = first & Pages.Mask;
            ReadOnlySpan<Value> part = values[..Math.Min(Pages.Size - slot, values.Length)];
            PropertyPage? old = _pages[first >> Pages.Bits];
            int before = old?.Count ?? 0;
            PropertyPage? page = PropertyPage.With(owner, old, slot, part);
            if (!ReferenceEquals(page, old))
            {
                _pages.Writable(first >> Pages.Bits) = page;
            }

            Count += (page?.Count ?? 0) - before;
            first += part.Length;
            values = values[part.Length..];
        }
    }

    public void Remove(object owner, int id)
    {
        PropertyPage? old = _pages[id >> Pages.Bits];
        if (old is null || !old.Has(id & Pages.Mask))
        {
            return;
        }

        PropertyPage? page = old.Clear(owner, id & Pages.Mask);
        if (!ReferenceEquals(page, old))
        {
            _pages.Writable(id >> Pages.Bits) = page;
        }

        Count--;
    }

    /// <summary>Puts a whole page in place of nothing.</summary>
    public void Load(int page, PropertyPage content)
    {
        _pages.Writable(page) = content;
        Count += content.Count;
    }
}
