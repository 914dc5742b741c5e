using System.Globalization;
using System.Runtime.Intrinsics;

namespace Chancery.Extraction.Tagging;

/// <summary>
/// A linear-chain conditional random field over hashed features, trained by adaptive gradients with feature dropout and averaged over all
/// steps. Tokens whose label is open (a silver text's uncovered words) are summed over, so that they teach nothing false.
/// </summary>
public sealed partial class TaggerTrainer
{
    private const int Slots = 1 << 20;
    private const int Labels = Tag.Count;
    private const int Row = TaggerModel.Row;

    private const float Rate = 0.1f;

    /// <summary>Slower, so that a policy's own weights take what the shared ones cannot.</summary>
    private const float OwnRate = 0.05f;

    /// <summary>The share of a token's features that a step does without, so that none is leaned on alone.</summary>
    private const float Dropout = 0.5f;

    /// <summary>A token whose labels are all known better than this is left as it is.</summary>
    private const float Known = 0.005f;

    /// <summary>One text in so many is read in capitals as well.</summary>
    private const int InCapitals = 5;

    /// <summary>The model is the mean of so many that differ only by chance.</summary>
    private const int Runs = 3;

    private readonly LearnedWeights _shared = new(Slots, Rate);
    private readonly LearnedWeights _transitions = new(Labels + 1, Rate);
    private readonly Dictionary<string, LearnedWeights> _own = new(StringComparer.Ordinal);
    private readonly Lattice _free = new();
    private readonly Lattice _known = new();
    private readonly SplitMix _random;
    private uint[] _active = [];
    private int[] _ends = [];
    private float[] _scores = [];
    private float _step = 1;

    private TaggerTrainer(SplitMix random) => _random = random;

    /// <summary>Trains on annotated sets and writes the model; the same sets and seed give the same bytes.</summary>
    /// <param name="sets">Read in this order.</param>
    /// <param name="seed">Orders the sentences.</param>
    /// <param name="epochs">Rounds through the sets.</param>
    /// <param name="output">The model file.</param>
    /// <param name="progress">Told a line a set and an epoch.</param>
    /// <exception cref="InvalidDataException">A line is no annotated text; the message names the file and the line.</exception>
    public static void Train(IReadOnlyList<TrainingSet> sets, ulong seed, int epochs, string output, Action<string>? progress = null) =>
        Train(sets, seed, epochs, progress).Save(output);

    internal static TaggerModel Train(IReadOnlyList<TrainingSet> sets, ulong seed, int epochs, Action<string>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(sets);
        var random = new SplitMix(seed);
        List<TrainingSentence> sentences = Read(sets, random, progress);
        var weights = new float[Slots * Row];
        var transitions = new float[(Labels + 1) * Row];
        for (int run = 1; run <= Runs; run++)
        {
            var trainer = new TaggerTrainer(random);
            trainer.Learn(sentences, epochs, line => progress?.Invoke($"run {run} of {Runs}, {line}"));
            trainer.AddMeans(weights, transitions);
        }

        return Model(weights, transitions);
    }

    private void Learn(List<TrainingSentence> sentences, int epochs, Action<string> progress)
    {
        for (int epoch = 1; epoch <= epochs; epoch++)
        {
            _random.Shuffle(sentences);
            double loss = 0;
            foreach (TrainingSentence sentence in sentences)
            {
                loss += Learn(sentence);
            }

            progress(string.Create(CultureInfo.InvariantCulture, $"epoch {epoch} of {epochs}: loss {loss / sentences.Count:0.0000} a sentence"));
        }
    }

    private static List<TrainingSentence> Read(IReadOnlyList<TrainingSet> sets, SplitMix random, Action<string>? progress)
    {
        var sentences = new List<TrainingSentence>();
        foreach (TrainingSet set in sets)
        {
            int before = sentences.Count;
            foreach (TrainingText text in TrainingData.Read(set))
            {
                int first = sentences.Count;
                TrainingSentence.Add(text, Slots - 1, set.Policy, sentences);
                int end = sentences.Count;
                for (int copy = 1; copy < set.Copies; copy++)
                {
                    sentences.AddRange(sentences[first..end]);
                }

                for (int copy = 0; copy < set.Copies && !text.Facts.Capitals; copy++)
                {
                    if (random.Next(InCapitals) == 0)
                    {
                        TrainingSentence.Add(text.InCapitals(), Slots - 1, set.Policy, sentences);
                    }
                }
            }

            progress?.Invoke($"{Path.GetFileName(set.Path)}: {sentences.Count - before} sentences, {sentences.Skip(before).Sum(sentence => sentence.Count)} tokens");
        }

        return sentences;
    }

    /// <summary>One step; returns the negative logarithm of what the model gave to the permitted paths.</summary>
    private double Learn(TrainingSentence sentence)
    {
        int count = sentence.Count;
        LearnedWeights? own = Own(sentence.Policy);
        Score(sentence, own);
        _step++;
        if (!_free.Run(_scores, count, [], _transitions.Values) || !_known.Run(_scores, count, sentence.Allowed, _transitions.Values))
        {
            return 0;
        }

        Move(count, own);
        return _free.Log - _known.Log;
    }

    private LearnedWeights? Own(string? policy)
    {
        if (policy is null)
        {
            return null;
        }

        if (!_own.TryGetValue(policy, out LearnedWeights? own))
        {
            _own[policy] = own = new LearnedWeights(Slots, OwnRate);
        }

        return own;
    }

    private void Move(int count, LearnedWeights? own)
    {
        for (int i = 0; i < count; i++)
        {
            Vector512<float> gradient = _known.At(i) - _free.At(i);
            if (!Vector512.GreaterThanAny(Vector512.Abs(gradient), Vector512.Create(Known)))
            {
                continue;
            }

            for (int f = i == 0 ? 0 : _ends[i - 1]; f < _ends[i]; f++)
            {
                _shared.Move(gradient, _active[f], _step);
                own?.Move(gradient, _active[f], _step);
            }
        }

        for (int from = 0; from <= Labels; from++)
        {
            _transitions.Move(_known.Pairs(from) - _free.Pairs(from), (uint)from, _step);
        }
    }

    /// <summary>Sums the weights of the features that are kept this time.</summary>
    private void Score(TrainingSentence sentence, LearnedWeights? own)
    {
        int count = sentence.Count;
        if (_ends.Length < count)
        {
            _ends = new int[count * 2];
            _scores = new float[count * 2 * Row];
        }

        if (_active.Length < sentence.Features.Length)
        {
            _active = new uint[sentence.Features.Length * 2];
        }

        var bar = (uint)(Dropout * 65536);
        float scale = 1 / (1 - Dropout);
        int end = 0;
        int feature = 0;
        for (int i = 0; i < count; i++)
        {
            Vector512<float> sum = Vector512<float>.Zero;
            ulong bits = 0;
            for (int left = 0; feature < sentence.Ends[i]; feature++, left--, bits >>= 16)
            {
                if (left == 0)
                {
                    bits = _random.Next();
                    left = 4;
                }

                if ((bits & 0xFFFF) >= bar)
                {
                    uint slot = sentence.Features[feature];
                    _active[end++] = slot;
                    sum += own is null ? _shared.Row(slot) : _shared.Row(slot) + own.Row(slot);
                }
            }

            (sum * scale).CopyTo(_scores, i * Row);
            _ends[i] = end;
        }
    }
}
