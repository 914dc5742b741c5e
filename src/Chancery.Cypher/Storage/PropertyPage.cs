using System.Numerics;
using System.Runtime.CompilerServices;
using Chancery.Cypher.Storage.Disk;
using Chancery.Graph;

namespace Chancery.Cypher.Storage;

/// <summary>
/// The values of one property key for 128 neighbouring elements, in the narrowest of three shapes that holds them:
/// <see cref="ScalarPage"/>, <see cref="TextPage"/>, <see cref="MixedPage"/>.
/// </summary>
internal abstract class PropertyPage
{
    private readonly object? _owner;
    private ulong _low;
    private ulong _high;

    protected PropertyPage(object? owner, PropertyPage? from)
    {
        _owner = owner;
        _low = from?._low ?? 0;
        _high = from?._high ?? 0;
    }

    /// <summary>Which of the page's slots have a value: word 0 for slots 0 to 63, word 1 for 64 to 127.</summary>
    public ulong Present(int word) => word == 0 ? _low : _high;

    public int Count => BitOperations.PopCount(_low) + BitOperations.PopCount(_high);

    public bool Has(int slot) => ((slot < 64 ? _low : _high) & (1UL << (slot & 63))) != 0;

    /// <summary>The value, or null where the slot is empty.</summary>
    public abstract Value Get(int slot);

    /// <summary>The slot's text where it is one that stays on disk.</summary>
    public virtual StoredText? Text(int slot) => null;

    /// <summary>This page where the owner made it and its shape can hold the content, else a page that can.</summary>
    public PropertyPage Put(object owner, int slot, Value value, StoredText? text)
    {
        PropertyPage page = !Accepts(text is null ? value.Kind : ValueKind.String) ? new MixedPage(owner, this) : ReferenceEquals(_owner, owner) ? this : Copy(owner);
        page.Mark(slot);
        page.Store(slot, value, text);
        return page;
    }

    /// <summary>As <see cref="Put"/>, for neighbouring slots that are empty; a null puts nothing. No page is null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static PropertyPage? With(object owner, PropertyPage? page, int slot, ReadOnlySpan<Value> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i].IsNull)
            {
                continue;
            }

            page ??= For(owner, values[i].Kind);
            // Mostly all are of one kind, and the page is new.
            int run = ReferenceEquals(page._owner, owner) ? page.StoreRun(slot + i, values[i..]) : 0;
            if (run == 0)
            {
                page = page.Put(owner, slot + i, values[i], null);
            }

            i += Math.Max(run - 1, 0);
        }

        return page;
    }

    public PropertyPage? Clear(object owner, int slot)
    {
        if (Count == 1)
        {
            return null;
        }

        PropertyPage page = ReferenceEquals(_owner, owner) ? this : Copy(owner);
        ref ulong word = ref (slot < 64 ? ref page._low : ref page._high);
        word &= ~(1UL << (slot & 63));
        page.Store(slot, default, null);
        return page;
    }

    public static PropertyPage For(object owner, ValueKind kind) => kind switch
    {
        ValueKind.String => new TextPage(owner, null),
        ValueKind.Integer or ValueKind.Float or ValueKind.Boolean or ValueKind.Date or ValueKind.LocalTime => new ScalarPage(owner, kind),
        _ => new MixedPage(owner, null),
    };

    protected abstract bool Accepts(ValueKind kind);

    protected abstract PropertyPage Copy(object owner);

    protected abstract void Store(int slot, Value value, StoredText? text);

    /// <summary>Stores values as long as they are accepted or null, and says how many.</summary>
    protected virtual int StoreRun(int slot, ReadOnlySpan<Value> values) => 0;

    protected void Mark(int slot)
    {
        if (slot < 64)
        {
            _low |= 1UL << slot;
        }
        else
        {
            _high |= 1UL << (slot - 64);
        }
    }
}

/// <summary>Values of one kind that fit 64 bits: integers, floats (their bits), booleans (0, 1), dates (epoch days), local times (nanoseconds).</summary>
internal sealed class ScalarPage : PropertyPage
{
    private readonly long[] _bits;

    public ScalarPage(object? owner, ValueKind kind)
        : base(owner, null)
    {
        Kind = kind;
        _bits = new long[Pages.Size];
    }

    private ScalarPage(object owner, ScalarPage from)
        : base(owner, from)
    {
        Kind = from.Kind;
        _bits = (long[])from._bits.Clone();
    }

    public ValueKind Kind { get; }

    /// <summary>All 128 slots; an empty one holds 0.</summary>
    public ReadOnlySpan<long> Bits => _bits;

    /// <summary>The same bits as floats, where <see cref="Kind"/> is Float.</summary>
    public ReadOnlySpan<double> Floats => System.Runtime.InteropServices.MemoryMarshal.Cast<long, double>(_bits);

    public override Value Get(int slot)
    {
        if (!Has(slot))
        {
            return default;
        }

        long bits = _bits[slot];
        return Kind switch
        {
            ValueKind.Integer => Value.Integer(bits),
            ValueKind.Float => Value.Float(BitConverter.Int64BitsToDouble(bits)),
            ValueKind.Boolean => Value.Boolean(bits != 0),
            ValueKind.Date => Value.Date(new DateValue(bits)),
            _ => Value.LocalTime(new LocalTimeValue(bits)),
        };
    }

    /// <summary>The 64 bits that stand for a scalar of the kinds that this page holds.</summary>
    public static long BitsOf(Value value) => value.Kind switch
    {
        ValueKind.Integer => value.AsInteger(),
        ValueKind.Float => BitConverter.DoubleToInt64Bits(value.AsFloat()),
        ValueKind.Boolean => value.AsBoolean() ? 1 : 0,
        ValueKind.Date => value.AsDate().EpochDay,
        ValueKind.LocalTime => value.AsLocalTime().NanoOfDay,
        _ => throw new InvalidOperationException($"A {value.Kind} does not fit a scalar page."),
    };

    public void Load(int slot, long bits)
    {
        Mark(slot);
        _bits[slot] = bits;
    }

    protected override bool Accepts(ValueKind kind) => kind == Kind;

    protected override PropertyPage Copy(object owner) => new ScalarPage(owner, this);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override int StoreRun(int slot, ReadOnlySpan<Value> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (!values[i].IsNull)
            {
                if (values[i].Kind != Kind)
                {
                    return i;
                }

                Load(slot + i, BitsOf(values[i]));
            }
        }

        return values.Length;
    }

    protected override void Store(int slot, Value value, StoredText? text) => _bits[slot] = value.IsNull ? 0 : BitsOf(value);
}

/// <summary>Strings; short ones in memory, long ones as the place where they stand on disk.</summary>
internal sealed class TextPage : PropertyPage
{
    // Each slot: null, a string, or a StoredText.
    private readonly object?[] _slots;

    public TextPage(object? owner, TextPage? from)
        : base(owner, from) => _slots = from is null ? new object?[Pages.Size] : (object?[])from._slots.Clone();

    /// <summary>The string, read from disk where it is long; null where the slot is empty.</summary>
    public string? GetString(int slot) => _slots[slot] as string ?? (_slots[slot] as StoredText)?.Read();

    public override Value Get(int slot) => Value.String(GetString(slot));

    public override StoredText? Text(int slot) => _slots[slot] as StoredText;

    public void Load(int slot, object text)
    {
        Mark(slot);
        _slots[slot] = text;
    }

    protected override bool Accepts(ValueKind kind) => kind == ValueKind.String;

    protected override PropertyPage Copy(object owner) => new TextPage(owner, this);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override int StoreRun(int slot, ReadOnlySpan<Value> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i].TryGetString(out string? text))
            {
                Load(slot + i, text);
            }
            else if (!values[i].IsNull)
            {
                return i;
            }
        }

        return values.Length;
    }

    protected override void Store(int slot, Value value, StoredText? text) => _slots[slot] = (object?)text ?? (value.IsNull ? null : value.AsString());
}

/// <summary>Values of several kinds, lists, and what else the narrower pages do not hold.</summary>
internal sealed class MixedPage : PropertyPage
{
    private readonly Value[] _values = new Value[Pages.Size];
    private StoredText?[]? _texts;

    public MixedPage(object? owner, PropertyPage? from)
        : base(owner, from)
    {
        if (from is MixedPage mixed)
        {
            mixed._values.CopyTo(_values, 0);
            _texts = (StoredText?[]?)mixed._texts?.Clone();
            return;
        }

        for (int slot = 0; from is not null && slot < Pages.Size; slot++)
        {
            Store(slot, from.Text(slot) is null ? from.Get(slot) : default, from.Text(slot));
        }
    }

    public override Value Get(int slot) => _texts?[slot] is { } text ? Value.String(text.Read()) : _values[slot];

    public override StoredText? Text(int slot) => _texts?[slot];

    public void Load(int slot, Value value, StoredText? text)
    {
        Mark(slot);
        Store(slot, value, text);
    }

    protected override bool Accepts(ValueKind kind) => true;

    protected override PropertyPage Copy(object owner) => new MixedPage(owner, this);

    protected override void Store(int slot, Value value, StoredText? text)
    {
        _values[slot] = text is null ? value : default;
        if (text is not null || _texts is not null)
        {
            _texts ??= new StoredText?[Pages.Size];
            _texts[slot] = text;
        }
    }
}
