using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Chancery.Extraction.Tagging;

/// <summary>Weights of hashed features: a row of sixteen signed bytes for each slot, one a label.</summary>
internal sealed class TaggerModel
{
    public const int Row = 16;
    private const int Format = 2;

    public TaggerModel(int slots, float scale, ReadOnlySpan<sbyte> weights, short[] transitions)
        : this(slots, scale, new WeightTable(slots * Row), transitions) => weights.CopyTo(Weights.Values);

    private TaggerModel(int slots, float scale, WeightTable weights, short[] transitions)
    {
        Slots = slots;
        Scale = scale;
        Weights = weights;
        Transitions = transitions;
    }

    /// <summary>A power of two.</summary>
    public int Slots { get; }

    /// <summary>What one unit of a weight is worth.</summary>
    public float Scale { get; }

    public WeightTable Weights { get; }

    /// <summary>From each label (rows) to each; the row after the last is the sentence's start.</summary>
    public short[] Transitions { get; }

    public static TaggerModel Default { get; } = LoadDefault();

    /// <summary>
    /// Little-endian: format, slots, scale, transitions; for each slot a mask of the labels that have a weight; those weights. Nothing is
    /// compressed: unpacking would cost most of the start.
    /// </summary>
    public void Save(string path)
    {
        using var writer = new BinaryWriter(File.Create(path));
        writer.Write(Format);
        writer.Write(Slots);
        writer.Write(Scale);
        foreach (short weight in Transitions)
        {
            writer.Write(weight);
        }

        sbyte[] weights = Weights.Values.ToArray();
        for (int slot = 0; slot < Slots; slot++)
        {
            int mask = 0;
            for (int label = 0; label < Tag.Count; label++)
            {
                mask |= weights[(slot * Row) + label] != 0 ? 1 << label : 0;
            }

            writer.Write((ushort)mask);
        }

        writer.Write(MemoryMarshal.AsBytes<sbyte>(Array.FindAll(weights, weight => weight != 0)));
    }

    /// <exception cref="InvalidDataException">The bytes are no model of this format.</exception>
    public static TaggerModel Load(ReadOnlySpan<byte> bytes)
    {
        const int start = sizeof(int) + sizeof(int) + sizeof(float);
        const int steps = (Tag.Count + 1) * Tag.Count * sizeof(short);
        int format = bytes.Length < start + steps ? 0 : BinaryPrimitives.ReadInt32LittleEndian(bytes);
        if (format != Format)
        {
            throw new InvalidDataException($"The tagger's model has format {format}; this version reads {Format}.");
        }

        int slots = BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]);
        float scale = BinaryPrimitives.ReadSingleLittleEndian(bytes[8..]);
        short[] transitions = MemoryMarshal.Cast<byte, short>(bytes.Slice(start, steps)).ToArray();
        ReadOnlySpan<byte> rows = bytes[(start + steps)..];
        ReadOnlySpan<ushort> masks = MemoryMarshal.Cast<byte, ushort>(rows[..(slots * sizeof(ushort))]);
        return new TaggerModel(slots, scale, Unpack(masks, MemoryMarshal.Cast<byte, sbyte>(rows[(slots * sizeof(ushort))..])), transitions);
    }

    // Runs once, at the start of the process: compiled well at once, or its loop runs slowly.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static WeightTable Unpack(ReadOnlySpan<ushort> masks, ReadOnlySpan<sbyte> values)
    {
        var weights = new WeightTable(masks.Length * Row);
        Span<sbyte> rows = weights.Values;
        rows.Clear();
        int value = 0;
        for (int slot = 0; slot < masks.Length; slot++)
        {
            for (uint mask = masks[slot]; mask != 0; mask &= mask - 1)
            {
                rows[(slot * Row) + BitOperations.TrailingZeroCount(mask)] = values[value++];
            }
        }

        return weights;
    }

    private static TaggerModel LoadDefault() => Load(Text.Carried.Bytes("tagger/names.bin"));
}
