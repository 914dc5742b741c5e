using System.Buffers;
using Chancery.Graph;

namespace Chancery.Cypher.Import;

/// <summary>Some whole records of a file, and what the parser made of them: columns as long as there are good rows, or longer.</summary>
internal sealed class ImportBlock(string file, long line, byte[] bytes, int length)
{
    public const int MostProblems = 20;

    private byte[]? _bytes = bytes;

    public string File => file;

    /// <summary>The line of the file on which it begins.</summary>
    public long Line => line;

    public ReadOnlySpan<byte> Text => _bytes.AsSpan(0, length);

    public int Rows { get; set; }

    /// <summary>A column for each of the header's; empty for those that hold no property and no id.</summary>
    public Value[][] Columns { get; set; } = [];

    /// <summary>What rows say of their labels, or of their type; empty where there is no such column.</summary>
    public string[] Names { get; set; } = [];

    /// <summary>Hashes of ids, and the lines on which they stand; empty where there is no such column.</summary>
    public (int Hash, int Line)[] Ids { get; set; } = [];

    public int[] Starts { get; set; } = [];

    public int[] Ends { get; set; } = [];

    /// <summary>The group of each row; -1 for one that is left out.</summary>
    public int[] Groups { get; set; } = [];

    public long Bad { get; private set; }

    public List<ImportProblem> Problems { get; } = [];

    public void SetAside(ImportProblem problem)
    {
        Bad++;
        if (Problems.Count < MostProblems)
        {
            Problems.Add(problem);
        }
    }

    /// <summary>Gives the text back, which is no longer needed.</summary>
    public void ReleaseText()
    {
        ArrayPool<byte>.Shared.Return(_bytes!);
        _bytes = null;
    }
}
