using System.IO.Compression;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Chancery.Extraction.Tagging;

/// <summary>Weights of hashed features: a row of sixteen signed bytes for each slot, one a label.</summary>
internal sealed class TaggerModel
{
    public const int Row = 16;
    private const int Format = 1;

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

    /// <summary>Only rows with a weight are written: a gap from the last row, a mask of labels, the weights; all under Brotli.</summary>
    public void Save(string path)
    {
        using var file = new BrotliStream(File.Create(path), CompressionLevel.SmallestSize);
        using var writer = new BinaryWriter(file);
        writer.Write(Format);
        writer.Write(Slots);
        writer.Write(Scale);
        foreach (short weight in Transitions)
        {
            writer.Write(weight);
        }

        var gaps = new MemoryStream();
        var masks = new MemoryStream();
        var values = new MemoryStream();
        using var gapWriter = new BinaryWriter(gaps);
        using var maskWriter = new BinaryWriter(masks);
        int last = -1;
        int count = 0;
        for (int slot = 0; slot < Slots; slot++)
        {
            ReadOnlySpan<sbyte> row = Weights.AsSpan(slot * Row, Row);
            int mask = 0;
            for (int label = 0; label < Tag.Count; label++)
            {
                mask |= row[label] != 0 ? 1 << label : 0;
            }

            if (mask == 0)
            {
                continue;
            }

            gapWriter.Write7BitEncodedInt(slot - last - 1);
            maskWriter.Write((ushort)mask);
            for (int label = 0; label < Tag.Count; label++)
            {
                if (row[label] != 0)
                {
                    values.WriteByte((byte)row[label]);
                }
            }

            last = slot;
            count++;
        }

        writer.Write(count);
        foreach (MemoryStream part in new[] { gaps, masks, values })
        {
            writer.Write((int)part.Length);
            writer.Write(part.ToArray());
        }
    }

    public static TaggerModel Load(Stream stream)
    {
        using var file = new BrotliStream(stream, CompressionMode.Decompress);
        using var reader = new BinaryReader(file);
        int format = reader.ReadInt32();
        if (format != Format)
        {
            throw new InvalidDataException($"The tagger's model has format {format}; this version reads {Format}.");
        }

        int slots = reader.ReadInt32();
        float scale = reader.ReadSingle();
        var transitions = new short[(Tag.Count + 1) * Tag.Count];
        for (int i = 0; i < transitions.Length; i++)
        {
            transitions[i] = reader.ReadInt16();
        }

        int count = reader.ReadInt32();
        byte[] gaps = reader.ReadBytes(reader.ReadInt32());
        byte[] masks = reader.ReadBytes(reader.ReadInt32());
        byte[] values = reader.ReadBytes(reader.ReadInt32());
        return new TaggerModel(slots, scale, Unpack(slots, count, gaps, masks, values), transitions);
    }

    // Runs once, at the start of the process: compiled well at once, or its loops run slowly.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static sbyte[] Unpack(int slots, int count, byte[] gaps, byte[] masks, byte[] values)
    {
        var weights = new sbyte[slots * Row];
        ReadOnlySpan<ushort> labels = MemoryMarshal.Cast<byte, ushort>(masks);
        int gap = 0;
        int value = 0;
        int slot = -1;
        for (int i = 0; i < count; i++)
        {
            int distance = 0;
            int shift = 0;
            byte part;
            do
            {
                part = gaps[gap++];
                distance |= (part & 0x7F) << shift;
                shift += 7;
            }
            while ((part & 0x80) != 0);

            slot += distance + 1;
            for (uint mask = labels[i]; mask != 0; mask &= mask - 1)
            {
                weights[(slot * Row) + BitOperations.TrailingZeroCount(mask)] = (sbyte)values[value++];
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
