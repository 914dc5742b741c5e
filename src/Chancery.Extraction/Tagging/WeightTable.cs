using System.Runtime.InteropServices;

namespace Chancery.Extraction.Tagging;

/// <summary>
/// Weights that are read at some fifty places for each token, no two of them near each other. On Linux the table asks for large pages:
/// in small ones most of the time would go into finding where a page lies.
/// </summary>
internal sealed unsafe class WeightTable
{
    private const int LargePage = 2 << 20;

    /// <summary>MADV_HUGEPAGE of madvise(2).</summary>
    private const int AdviseLargePages = 14;

    private readonly sbyte* _start;
    private readonly int _length;

    /// <summary>A table whose weights nobody has set yet.</summary>
    public WeightTable(int length)
    {
        _length = length;
        _start = (sbyte*)NativeMemory.AlignedAlloc((nuint)length, LargePage);
        if (OperatingSystem.IsLinux() && NativeLibrary.TryGetExport(NativeLibrary.GetMainProgramHandle(), "madvise", out nint advise))
        {
            // An advice: where the system gives no large pages, the table stands in small ones.
            _ = ((delegate* unmanaged<void*, nuint, int, int>)advise)(_start, (nuint)length, AdviseLargePages);
        }
    }

    ~WeightTable() => NativeMemory.AlignedFree(_start);

    public Span<sbyte> Values => new(_start, _length);

    public ref sbyte First => ref *_start;
}
