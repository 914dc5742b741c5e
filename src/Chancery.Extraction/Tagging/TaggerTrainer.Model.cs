namespace Chancery.Extraction.Tagging;

public sealed partial class TaggerTrainer
{
    /// <summary>Units of weight that decide next to nothing; without them the file is half as large.</summary>
    private const int Negligible = 4;

    /// <summary>Adds this run's part of the mean over steps and runs.</summary>
    private void AddMeans(float[] weights, float[] transitions)
    {
        _shared.AddMean(weights, _step, 1f / Runs);
        _own.GetValueOrDefault(TrainingSet.Ours)?.AddMean(weights, _step, 1f / Runs);
        _transitions.AddMean(transitions, _step, 1f / Runs);
    }

    /// <summary>Averaged weights as signed bytes; the scale is set so that all but the largest few fit.</summary>
    private static TaggerModel Model(float[] averages, float[] steps)
    {
        float[] sizes = [.. averages.Where(weight => weight != 0).Select(Math.Abs)];
        Array.Sort(sizes);
        float scale = sizes.Length == 0 ? 1 : Math.Max(sizes[(int)((sizes.Length - 1) * 0.9995)], 1e-6f) / 127;
        var quantised = new sbyte[averages.Length];
        for (int i = 0; i < averages.Length; i++)
        {
            float weight = MathF.Round(averages[i] / scale);
            quantised[i] = Math.Abs(weight) <= Negligible ? (sbyte)0 : (sbyte)Math.Clamp(weight, -127, 127);
        }

        var transitions = new short[(Labels + 1) * Labels];
        for (int i = 0; i < transitions.Length; i++)
        {
            transitions[i] = (short)Math.Clamp(MathF.Round(steps[(i / Labels * Row) + (i % Labels)] / scale), short.MinValue, short.MaxValue);
        }

        return new TaggerModel(Slots, scale, quantised, transitions);
    }

    /// <summary>A small generator of our own, so that a seed means the same on every runtime.</summary>
    internal sealed class SplitMix(ulong seed)
    {
        private ulong _state = seed;

        public ulong Next()
        {
            ulong z = _state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }

        public int Next(int bound) => (int)(Next() % (ulong)bound);

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
