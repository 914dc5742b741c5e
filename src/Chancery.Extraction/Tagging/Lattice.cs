using System.Runtime.Intrinsics;

namespace Chancery.Extraction.Tagging;

/// <summary>All paths of labels through a sentence: how likely each label is at each token, and each pair of labels in all.</summary>
internal sealed class Lattice
{
    private const int Labels = Tag.Count;
    private const int Row = TaggerModel.Row;

    /// <summary>What no path may sink below, so that a single step stays above the smallest number.</summary>
    private const float Lowest = -70;

    private static readonly Vector512<float>[] s_columns = Columns();
    private static readonly Vector512<float>[] s_mayFollow = MayFollow();

    private readonly Vector512<float>[] _out = new Vector512<float>[Labels + 1];
    private readonly Vector512<float>[] _into = new Vector512<float>[Labels];
    private readonly Vector512<float>[] _pairs = new Vector512<float>[Labels + 1];
    private Vector512<float>[] _emission = [];
    private Vector512<float>[] _forward = [];
    private Vector512<float>[] _marginal = [];
    private float[] _norm = [];

    /// <summary>The logarithm of the sum over all paths that were permitted.</summary>
    public double Log { get; private set; }

    public Vector512<float> At(int i) => _marginal[i];

    /// <summary>The expected number of steps from a label (or, after the last, from the sentence's start) to each.</summary>
    public Vector512<float> Pairs(int from) => _pairs[from];

    /// <summary>False where no path is permitted.</summary>
    /// <param name="scores">A row of <see cref="TaggerModel.Row"/> for each token.</param>
    /// <param name="allowed">Labels permitted at each token; empty for all.</param>
    /// <param name="transitions">A row for each label, and one more for the sentence's start.</param>
    public bool Run(ReadOnlySpan<float> scores, int count, ReadOnlySpan<ushort> allowed, ReadOnlySpan<float> transitions)
    {
        Prepare(count, transitions);
        Log = 0;
        Vector512<float> before = default;
        for (int i = 0; i < count; i++)
        {
            Vector512<float> score = Vector512.Create(scores[(i * Row)..]);
            Vector512<float> open = allowed.IsEmpty ? s_columns[Labels] : Mask(allowed[i]);
            float most = float.NegativeInfinity;
            for (int label = 0; label < Labels; label++)
            {
                most = open[label] > 0 ? Math.Max(most, score[label]) : most;
            }

            Vector512<float> emission = Vector512.Exp(Vector512.Max(score - Vector512.Create(most), Vector512.Create(Lowest))) * open;
            _emission[i] = emission;
            Vector512<float> reach = i == 0 ? _out[Labels] : Reach(before);
            Vector512<float> forward = reach * emission;
            float sum = Vector512.Sum(forward);
            if (!(sum > 0))
            {
                return false;
            }

            before = _forward[i] = forward / sum;
            _norm[i] = sum;
            Log += Math.Log(sum) + most;
        }

        Backward(count);
        return true;
    }

    private Vector512<float> Reach(Vector512<float> before)
    {
        Vector512<float> reach = Vector512<float>.Zero;
        for (int label = 0; label < Labels; label++)
        {
            reach += _out[label] * before[label];
        }

        return reach;
    }

    private void Backward(int count)
    {
        Vector512<float> beta = s_columns[Labels];
        Array.Clear(_pairs);
        for (int i = count - 1; i >= 0; i--)
        {
            _marginal[i] = _forward[i] * beta;
            Vector512<float> ahead = _emission[i] * beta / _norm[i];
            if (i == 0)
            {
                _pairs[Labels] = _out[Labels] * ahead;
                break;
            }

            beta = Vector512<float>.Zero;
            for (int label = 0; label < Labels; label++)
            {
                beta += _into[label] * ahead[label];
                _pairs[label] += _out[label] * ahead * _forward[i - 1][label];
            }
        }
    }

    private void Prepare(int count, ReadOnlySpan<float> transitions)
    {
        if (_emission.Length < count)
        {
            _emission = new Vector512<float>[count * 2];
            _forward = new Vector512<float>[count * 2];
            _marginal = new Vector512<float>[count * 2];
            _norm = new float[count * 2];
        }

        for (int from = 0; from <= Labels; from++)
        {
            _out[from] = Vector512.Exp(Vector512.Create(transitions[(from * Row)..])) * s_mayFollow[from];
        }

        Span<float> column = stackalloc float[Row];
        for (int to = 0; to < Labels; to++)
        {
            column.Clear();
            for (int from = 0; from < Labels; from++)
            {
                column[from] = _out[from][to];
            }

            _into[to] = Vector512.Create<float>(column);
        }
    }

    private static Vector512<float> Mask(ushort allowed)
    {
        Vector512<float> mask = Vector512<float>.Zero;
        for (int rest = allowed; rest != 0; rest &= rest - 1)
        {
            mask += s_columns[System.Numerics.BitOperations.TrailingZeroCount(rest)];
        }

        return mask;
    }

    /// <summary>For each label a vector with one in its place; after the last, one in the place of every label.</summary>
    private static Vector512<float>[] Columns()
    {
        var columns = new Vector512<float>[Labels + 1];
        Span<float> column = stackalloc float[Row];
        for (int label = 0; label <= Labels; label++)
        {
            column.Clear();
            column[..Labels].Fill(label == Labels ? 1 : 0);
            if (label < Labels)
            {
                column[label] = 1;
            }

            columns[label] = Vector512.Create<float>(column);
        }

        return columns;
    }

    private static Vector512<float>[] MayFollow()
    {
        var rows = new Vector512<float>[Labels + 1];
        Span<float> row = stackalloc float[Row];
        for (int from = 0; from <= Labels; from++)
        {
            row.Clear();
            for (int to = 0; to < Labels; to++)
            {
                row[to] = from == Labels ? (Tag.IsInside(to) ? 0 : 1) : Tag.MayFollow(from, to) ? 1 : 0;
            }

            rows[from] = Vector512.Create<float>(row);
        }

        return rows;
    }
}
