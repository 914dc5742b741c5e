using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Chancery.Extraction.Tagging;

/// <summary>Rows of weights, one a label, that move by adaptive gradients and know their mean over all steps.</summary>
internal sealed class LearnedWeights
{
    private readonly float _rate;
    private readonly float[] _squares;
    private readonly float[] _sums;

    public LearnedWeights(int rows, float rate)
    {
        _rate = rate;
        Values = new float[rows * TaggerModel.Row];
        _squares = new float[Values.Length];
        _sums = new float[Values.Length];
        Array.Fill(_squares, 1);
    }

    public float[] Values { get; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Row(uint row) => Vector512.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(Values), (nuint)row * TaggerModel.Row);

    /// <param name="step">The number of this step, from one.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Move(Vector512<float> gradient, uint row, float step)
    {
        nuint at = (nuint)row * TaggerModel.Row;
        ref float values = ref MemoryMarshal.GetArrayDataReference(Values);
        ref float squares = ref MemoryMarshal.GetArrayDataReference(_squares);
        ref float sums = ref MemoryMarshal.GetArrayDataReference(_sums);
        Vector512<float> square = Vector512.LoadUnsafe(ref squares, at) + (gradient * gradient);
        square.StoreUnsafe(ref squares, at);
        Vector512<float> change = gradient * _rate / Vector512.Sqrt(square);
        (Vector512.LoadUnsafe(ref values, at) + change).StoreUnsafe(ref values, at);
        (Vector512.LoadUnsafe(ref sums, at) + (change * step)).StoreUnsafe(ref sums, at);
    }

    /// <summary>Adds a share of the mean of each weight over so many steps.</summary>
    public void AddMean(float[] means, float steps, float share)
    {
        for (int i = 0; i < means.Length; i++)
        {
            means[i] += (Values[i] - (_sums[i] / steps)) * share;
        }
    }
}
