namespace Chancery.Extraction.Tagging;

public sealed partial class TaggerTrainer
{
    /// <summary>The best path; with <paramref name="allowed"/> the best among those that it permits.</summary>
    private void Decode(int count, ReadOnlySpan<ushort> allowed, Span<byte> path)
    {
        Span<float> before = stackalloc float[Labels];
        Span<float> now = stackalloc float[Labels];
        byte[] back = System.Buffers.ArrayPool<byte>.Shared.Rent(count * Labels);
        for (int i = 0; i < count; i++)
        {
            for (int label = 0; label < Labels; label++)
            {
                float best = Never * 2;
                int from = 0;
                if (i == 0)
                {
                    best = Tag.IsInside(label) ? Never : _transitions[(Labels * Labels) + label];
                }
                else
                {
                    for (int previous = 0; previous < Labels; previous++)
                    {
                        float score = Tag.MayFollow(previous, label) ? before[previous] + _transitions[(previous * Labels) + label] : Never * 2;
                        if (score > best)
                        {
                            best = score;
                            from = previous;
                        }
                    }
                }

                bool open = allowed.IsEmpty || (allowed[i] >> label & 1) != 0;
                now[label] = open ? Math.Max(best, Never * 2) + _scores[(i * TaggerModel.Row) + label] : Never;
                back[(i * Labels) + label] = (byte)from;
            }

            now.CopyTo(before);
        }

        int last = 0;
        for (int label = 1; label < Labels; label++)
        {
            last = before[label] > before[last] ? label : last;
        }

        for (int i = count - 1; i >= 0; i--)
        {
            path[i] = (byte)last;
            last = back[(i * Labels) + last];
        }

        System.Buffers.ArrayPool<byte>.Shared.Return(back);
    }

    /// <summary>Averaged weights as signed bytes; the scale is set so that all but the largest thousandth fit.</summary>
    private TaggerModel Model()
    {
        var averages = new float[_weights.Length];
        for (int i = 0; i < averages.Length; i++)
        {
            averages[i] = _weights[i] - (_sums[i] / _step);
        }

        float[] sizes = [.. averages.Where(weight => weight != 0).Select(Math.Abs)];
        Array.Sort(sizes);
        float scale = sizes.Length == 0 ? 1 : Math.Max(sizes[(int)((sizes.Length - 1) * 0.9995)], 1e-6f) / 127;
        var quantised = new sbyte[averages.Length];
        for (int i = 0; i < averages.Length; i++)
        {
            quantised[i] = (sbyte)Math.Clamp(MathF.Round(averages[i] / scale), -127, 127);
        }

        var transitions = new short[_transitions.Length];
        for (int i = 0; i < transitions.Length; i++)
        {
            transitions[i] = (short)Math.Clamp(MathF.Round((_transitions[i] - (_transitionSums[i] / _step)) / scale), short.MinValue, short.MaxValue);
        }

        return new TaggerModel(Slots, scale, quantised, transitions);
    }

    /// <summary>A small generator of our own, so that a seed means the same on every runtime.</summary>
    private sealed class SplitMix(ulong seed)
    {
        private ulong _state = seed;

        public int Next(int bound)
        {
            ulong z = _state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return (int)((z ^ (z >> 31)) % (ulong)bound);
        }

        public void Shuffle<T>(List<T> items)
        {
            for (int i = items.Count - 1; i > 0; i--)
            {
                int other = Next(i + 1);
                (items[i], items[other]) = (items[other], items[i]);
            }
        }
    }
}
