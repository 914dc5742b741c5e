using System.Collections.Concurrent;
using System.Numerics;
using System.Runtime.CompilerServices;
using Chancery.Graph;

namespace Chancery.Cypher.Storage.Disk;

internal static partial class SegmentCodec
{
    // Shapes of pages, on disk: they may be added to, never changed.
    private const byte NoPage = 0;
    private const byte NarrowScalars = 1;
    private const byte WideScalars = 2;
    private const byte PlainTexts = 3;
    private const byte NumberedTexts = 4;
    private const byte Mixed = 5;
    private const byte FullFlag = 0x80;

    /// <summary>False where the segment holds no value.</summary>
    public static bool WriteProperties(RecordWriter to, PropertyColumn column, int segment)
    {
        Dictionary<string, int> dictionary = DictionaryOf(column, segment);
        to.Number(dictionary.Count);
        foreach (string text in dictionary.Keys)
        {
            to.Text(text);
        }

        bool any = false;
        for (int i = 0; i < PagesPerSegment; i++)
        {
            PropertyPage? page = column.Page(segment * PagesPerSegment + i);
            any |= page is not null;
            WritePage(to, page, dictionary);
        }

        return any;
    }

    /// <param name="shared">Strings that stand often are read into one object each.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static PropertyPage?[] ReadProperties(ReadOnlySpan<byte> record, TextShelf shelf, ConcurrentDictionary<string, string> shared)
    {
        RecordReader from = new(record);
        string[] dictionary = new string[from.Number()];
        for (int i = 0; i < dictionary.Length; i++)
        {
            string text = from.Text();
            dictionary[i] = shared.GetOrAdd(text, text);
        }

        PropertyPage?[] pages = new PropertyPage?[PagesPerSegment];
        for (int i = 0; i < pages.Length; i++)
        {
            pages[i] = ReadPage(ref from, dictionary, shelf);
        }

        return pages;
    }

    // A dictionary pays where strings stand twice and more on average; otherwise it is empty.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Dictionary<string, int> DictionaryOf(PropertyColumn column, int segment)
    {
        Dictionary<string, int> dictionary = new(StringComparer.Ordinal);
        int count = 0;
        for (int i = 0; i < PagesPerSegment; i++)
        {
            if (column.Page(segment * PagesPerSegment + i) is TextPage page)
            {
                for (int slot = 0; slot < Pages.Size; slot++)
                {
                    if (page.Has(slot) && page.Text(slot) is null)
                    {
                        dictionary.TryAdd(page.GetString(slot)!, dictionary.Count);
                        count++;
                    }
                }

                if (count >= 2 * Pages.Size && dictionary.Count > count / 2)
                {
                    break;
                }
            }
        }

        if (dictionary.Count > count / 2)
        {
            dictionary.Clear();
        }

        return dictionary;
    }

    private static void WritePage(RecordWriter to, PropertyPage? page, Dictionary<string, int> dictionary)
    {
        if (page is null)
        {
            to.Byte(NoPage);
            return;
        }

        byte shape = page switch
        {
            ScalarPage { Kind: ValueKind.Float } => WideScalars,
            ScalarPage => NarrowScalars,
            TextPage => dictionary.Count > 0 ? NumberedTexts : PlainTexts,
            _ => Mixed,
        };
        bool full = page.Count == Pages.Size;
        to.Byte(full ? (byte)(shape | FullFlag) : shape);
        if (!full)
        {
            to.Fixed((long)page.Present(0));
            to.Fixed((long)page.Present(1));
        }

        switch (page)
        {
            case ScalarPage scalars:
                WriteScalars(to, scalars);
                break;
            case TextPage texts:
                WriteTexts(to, texts, dictionary);
                break;
            default:
                foreach (int slot in Slots(page.Present(0), page.Present(1)))
                {
                    ValueCodec.Write(to, page.Text(slot) is null ? page.Get(slot) : default, page.Text(slot));
                }

                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void WriteScalars(RecordWriter to, ScalarPage page)
    {
        to.Byte(ScalarCode(page.Kind));
        if (page.Kind == ValueKind.Float)
        {
            foreach (int slot in Slots(page.Present(0), page.Present(1)))
            {
                to.Fixed(page.Bits[slot]);
            }

            return;
        }

        long least = long.MaxValue;
        foreach (int slot in Slots(page.Present(0), page.Present(1)))
        {
            least = Math.Min(least, page.Bits[slot]);
        }

        to.Signed(least);
        foreach (int slot in Slots(page.Present(0), page.Present(1)))
        {
            to.Unsigned((ulong)(page.Bits[slot] - least));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void WriteTexts(RecordWriter to, TextPage page, Dictionary<string, int> dictionary)
    {
        string last = "";
        foreach (int slot in Slots(page.Present(0), page.Present(1)))
        {
            // 0: a stored text. Otherwise 1 + its dictionary number, or 1 + the units shared with the string before.
            if (page.Text(slot) is { } stored)
            {
                to.Number(0);
                to.Unsigned((ulong)stored.Number);
                to.Number(stored.Length);
            }
            else if (dictionary.Count > 0)
            {
                to.Number(dictionary[page.GetString(slot)!] + 1);
            }
            else
            {
                string text = page.GetString(slot)!;
                int shared = text.AsSpan().CommonPrefixLength(last);
                to.Number(shared + 1);
                to.Text(text[shared..]);
                last = text;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static PropertyPage? ReadPage(ref RecordReader from, string[] dictionary, TextShelf shelf)
    {
        byte head = from.Byte();
        if (head == NoPage)
        {
            return null;
        }

        bool full = (head & FullFlag) != 0;
        ulong low = full ? ulong.MaxValue : (ulong)from.Fixed();
        ulong high = full ? ulong.MaxValue : (ulong)from.Fixed();
        switch (head & ~FullFlag)
        {
            case NarrowScalars or WideScalars:
                return ReadScalars(ref from, low, high);
            case PlainTexts or NumberedTexts:
                return ReadTexts(ref from, low, high, (head & ~FullFlag) == NumberedTexts ? dictionary : null, shelf);
            case Mixed:
                MixedPage page = new(null, null);
                foreach (int slot in Slots(low, high))
                {
                    Value value = ValueCodec.Read(ref from, shelf, out StoredText? text);
                    page.Load(slot, value, text);
                }

                return page;
            default:
                throw new InvalidDataException($"A segment holds a page of unknown shape {head}.");
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ScalarPage ReadScalars(ref RecordReader from, ulong low, ulong high)
    {
        ValueKind kind = ScalarKind(from.Byte());
        ScalarPage page = new(null, kind);
        if (kind == ValueKind.Float)
        {
            foreach (int slot in Slots(low, high))
            {
                page.Load(slot, from.Fixed());
            }

            return page;
        }

        long least = from.Signed();
        foreach (int slot in Slots(low, high))
        {
            page.Load(slot, least + (long)from.Unsigned());
        }

        return page;
    }

    private static byte ScalarCode(ValueKind kind) => kind switch
    {
        ValueKind.Boolean => ValueCodec.True,
        ValueKind.Integer => ValueCodec.Integer,
        ValueKind.Float => ValueCodec.Float,
        ValueKind.Date => ValueCodec.Date,
        _ => ValueCodec.LocalTime,
    };

    private static ValueKind ScalarKind(byte code) => code switch
    {
        ValueCodec.True => ValueKind.Boolean,
        ValueCodec.Integer => ValueKind.Integer,
        ValueCodec.Float => ValueKind.Float,
        ValueCodec.Date => ValueKind.Date,
        ValueCodec.LocalTime => ValueKind.LocalTime,
        _ => throw new InvalidDataException($"A segment holds a page of scalars of unknown kind {code}."),
    };

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static TextPage ReadTexts(ref RecordReader from, ulong low, ulong high, string[]? dictionary, TextShelf shelf)
    {
        TextPage page = new(null, null);
        string last = "";
        foreach (int slot in Slots(low, high))
        {
            int head = from.Number();
            if (head == 0)
            {
                page.Load(slot, new StoredText(shelf, (long)from.Unsigned(), from.Number(), null));
            }
            else if (dictionary is not null)
            {
                page.Load(slot, dictionary[Below(head - 1, dictionary.Length)]);
            }
            else
            {
                last = from.Text(last.AsSpan(0, Below(head - 1, last.Length + 1)));
                page.Load(slot, last);
            }
        }

        return page;
    }

    private static SlotWalk Slots(ulong low, ulong high) => new(low, high);

    /// <summary>The set bits of a page's 128, ascending.</summary>
    private struct SlotWalk(ulong low, ulong high)
    {
        public int Current { get; private set; }

        public readonly SlotWalk GetEnumerator() => this;

        public bool MoveNext()
        {
            if (low != 0)
            {
                Current = BitOperations.TrailingZeroCount(low);
                low &= low - 1;
                return true;
            }

            if (high != 0)
            {
                Current = 64 + BitOperations.TrailingZeroCount(high);
                high &= high - 1;
                return true;
            }

            return false;
        }
    }
}
