using System.Runtime.Intrinsics;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Tagging;

/// <summary>
/// An averaged structured perceptron over hashed features. Tokens whose label is open (a silver text's uncovered words) are read as the
/// model itself reads them under what is known around them, so that they teach nothing false.
/// </summary>
public sealed partial class TaggerTrainer
{
    private const int Slots = 1 << 20;
    private const int Labels = Tag.Count;
    private const float Never = -1e9f;

    private readonly float[] _weights = new float[Slots * TaggerModel.Row];
    private readonly float[] _sums = new float[Slots * TaggerModel.Row];
    private readonly float[] _transitions = new float[(Labels + 1) * Labels];
    private readonly float[] _transitionSums = new float[(Labels + 1) * Labels];
    private float[] _scores = [];
    private uint[] _features = [];
    private int[] _featureEnds = [];
    private float _step = 1;

    private TaggerTrainer()
    {
    }

    /// <summary>Trains on annotated sets and writes the model; the same paths and seed give the same bytes.</summary>
    /// <param name="dataPaths">Files of annotated texts (JSON lines, gzipped or not); the name tells the set's rules.</param>
    /// <param name="seed">Orders the texts.</param>
    /// <param name="output">The model file.</param>
    /// <param name="progress">Told a line an epoch.</param>
    public static void Train(IReadOnlyList<string> dataPaths, ulong seed, string output, Action<string>? progress = null, int epochs = 6)
    {
        var random = new SplitMix(seed);
        var sentences = new List<(TrainingText Text, TokenRange Range)>();
        foreach (string path in dataPaths)
        {
            int count = 0;
            foreach (TrainingText text in TrainingData.Read(path))
            {
                Add(text, sentences);
                count += text.Tokens.Length;
                if (!text.Facts.Capitals && random.Next(5) == 0)
                {
                    Add(text.InCapitals(), sentences);
                }
            }

            progress?.Invoke($"{Path.GetFileName(path)}: {count} tokens");
        }

        var trainer = new TaggerTrainer();
        for (int epoch = 1; epoch <= epochs; epoch++)
        {
            random.Shuffle(sentences);
            int errors = 0;
            foreach ((TrainingText text, TokenRange range) in sentences)
            {
                errors += trainer.Learn(text, range);
            }

            progress?.Invoke($"epoch {epoch}: {errors} wrong tokens");
        }

        trainer.Model().Save(output);
    }

    private static void Add(TrainingText text, List<(TrainingText, TokenRange)> sentences)
    {
        foreach (TokenRange sentence in text.Sentences)
        {
            bool known = false;
            for (int i = sentence.Start; i < sentence.End && !known; i++)
            {
                known = text.Allowed[i] != Tag.Any;
            }

            if (known)
            {
                sentences.Add((text, sentence));
            }
        }
    }

    private int Learn(TrainingText text, TokenRange range)
    {
        int count = range.Count;
        Score(text, range);
        Span<byte> predicted = count <= 256 ? stackalloc byte[count] : new byte[count];
        Span<byte> wanted = count <= 256 ? stackalloc byte[count] : new byte[count];
        ReadOnlySpan<ushort> allowed = text.Allowed.AsSpan(range.Start, count);
        Decode(count, [], predicted);
        bool right = true;
        for (int i = 0; i < count && right; i++)
        {
            right = (allowed[i] >> predicted[i] & 1) != 0;
        }

        if (right)
        {
            _step++;
            return 0;
        }

        Decode(count, allowed, wanted);
        int wrong = 0;
        for (int i = 0; i < count; i++)
        {
            if (predicted[i] == wanted[i] && (i == 0 || predicted[i - 1] == wanted[i - 1]))
            {
                continue;
            }

            Move(i, predicted, wanted);
            wrong++;
        }

        _step++;
        return wrong;
    }

    private void Move(int i, ReadOnlySpan<byte> predicted, ReadOnlySpan<byte> wanted)
    {
        int from = i == 0 ? Labels : predicted[i - 1];
        int wantedFrom = i == 0 ? Labels : wanted[i - 1];
        AddTransition((from * Labels) + predicted[i], -1);
        AddTransition((wantedFrom * Labels) + wanted[i], 1);
        if (predicted[i] == wanted[i])
        {
            return;
        }

        for (int f = i == 0 ? 0 : _featureEnds[i - 1]; f < _featureEnds[i]; f++)
        {
            int row = (int)_features[f] * TaggerModel.Row;
            _weights[row + predicted[i]] -= 1;
            _sums[row + predicted[i]] -= _step;
            _weights[row + wanted[i]] += 1;
            _sums[row + wanted[i]] += _step;
        }
    }

    private void AddTransition(int index, float amount)
    {
        _transitions[index] += amount;
        _transitionSums[index] += amount * _step;
    }

    private void Score(TrainingText text, TokenRange range)
    {
        int count = range.Count;
        if (_featureEnds.Length < count)
        {
            _featureEnds = new int[count * 2];
            _scores = new float[count * 2 * TaggerModel.Row];
            _features = new uint[count * 2 * FeatureExtractor.Capacity];
        }

        var extractor = new FeatureExtractor(text.Text, text.Tokens, text.Facts, range, Slots - 1);
        int end = 0;
        for (int i = 0; i < count; i++)
        {
            int n = extractor.Extract(range.Start + i, _features.AsSpan(end, FeatureExtractor.Capacity));
            Vector256<float> low = Vector256<float>.Zero;
            Vector256<float> high = Vector256<float>.Zero;
            for (int f = end; f < end + n; f++)
            {
                ReadOnlySpan<float> row = _weights.AsSpan((int)_features[f] * TaggerModel.Row, TaggerModel.Row);
                low += Vector256.Create(row);
                high += Vector256.Create(row[8..]);
            }

            low.CopyTo(_scores, i * TaggerModel.Row);
            high.CopyTo(_scores, (i * TaggerModel.Row) + 8);
            end += n;
            _featureEnds[i] = end;
        }
    }
}
