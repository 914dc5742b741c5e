using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Chancery.Extraction.Tagging;

/// <summary>Weights of hashed features: a row of sixteen signed bytes for each slot, one a label.</summary>
internal sealed class TaggerModel
{
    public const int Row = 16;
    private const int Format = 2;

    public TaggerModel(int slots, float scale, sbyte[] weights, short[] transitions)
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

    public sbyte[] Weights { get; }

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

        for (int slot = 0; slot < Slots; slot++)
        {
            int mask = 0;
            for (int label = 0; label < Tag.Count; label++)
            {
                mask |= Weights[(slot * Row) + label] != 0 ? 1 << label : 0;
            }

            writer.Write((ushort)mask);
        }

        writer.Write(MemoryMarshal.AsBytes<sbyte>(Array.FindAll(Weights, weight => weight != 0)));
    }

    /// <exception cref="InvalidDataException">The stream holds no model of this format.</exception>
    public static TaggerModel Load(Stream stream)
    {
        using var reader = new BinaryReader(stream);
        int format = reader.ReadInt32();
        if (format != Format)
        {
            throw new InvalidDataException($"The tagger's model has format {format}; this version reads {Format}.");
        }

        int slots = reader.ReadInt32();
        float scale = reader.ReadSingle();
        var transitions = new short[(Tag.Count + 1) * Tag.Count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(transitions.AsSpan()));
        var masks = new ushort[slots];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(masks.AsSpan()));
        var values = new sbyte[Count(masks)];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return new TaggerModel(slots, scale, Unpack(masks, values), transitions);
    }

    // This and the next run once, at the start of the process: compiled well at once, or their loops run slowly.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Count(ushort[] masks)
    {
        int count = 0;
        foreach (ushort mask in masks)
        {
            count += BitOperations.PopCount(mask);
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static sbyte[] Unpack(ushort[] masks, sbyte[] values)
    {
        var weights = new sbyte[masks.Length * Row];
        int value = 0;
        for (int slot = 0; slot < masks.Length; slot++)
        {
            for (uint mask = masks[slot]; mask != 0; mask &= mask - 1)
            {
                weights[(slot * Row) + BitOperations.TrailingZeroCount(mask)] = values[value++];
            }
        }

        return weights;
    }

    private static TaggerModel LoadDefault()
    {
        using Stream stream = typeof(TaggerModel).Assembly.GetManifestResourceStream("tagger/names.bin")
            ?? throw new InvalidOperationException("The tagger's model is not in the assembly.");
        return Load(stream);
    }
}
