using System.Runtime.CompilerServices;
using Chancery.Graph;

namespace Chancery.Cypher.Import;

/// <summary>The rows of a table in their blocks, and in groups of those that name the same labels, or the same type.</summary>
internal sealed class TableRows
{
    private readonly IReadOnlyList<ImportBlock> _blocks;
    private readonly Dictionary<string, int> _groupOf = [];
    private readonly List<string> _names = [];
    private readonly List<int> _counts = [];

    /// <param name="ids">Takes the ids of rows that have one, in the order of the rows.</param>
    /// <param name="duplicate">Hears of each row whose id is taken; it is left out.</param>
    public TableRows(
        ImportSource source, ImportHeader header, IReadOnlyList<ImportBlock> blocks, IdSpace? ids, Action<ImportBlock, ImportProblem>? duplicate)
    {
        Source = source;
        Header = header;
        Ids = ids;
        _blocks = blocks;
        IdColumn = Array.FindIndex(header.Columns, column => column.Role == ColumnRole.Id);
        bool named = header.Find(ColumnRole.Names) is not null;
        if (!named)
        {
            GroupOf("");
        }

        foreach (ImportBlock block in blocks)
        {
            if (named)
            {
                Group(block);
            }

            if (ids is not null)
            {
                AddIds(block, ids, duplicate!);
            }

            Count(block);
        }
    }

    public ImportSource Source { get; }

    public ImportHeader Header { get; }

    public IdSpace? Ids { get; }

    /// <summary>How many rows each group has.</summary>
    public IReadOnlyList<int> Counts => _counts;

    private int IdColumn { get; }

    /// <summary>What the rows of each group name.</summary>
    public IReadOnlyList<string> Groups => _names;

    /// <summary>Gives the ids of this table their nodes: group after group, from a number on.</summary>
    /// <returns>The number after the last.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Number(int first)
    {
        int[] next = new int[_counts.Count];
        for (int group = 0; group < next.Length; group++)
        {
            next[group] = first;
            first += _counts[group];
        }

        foreach (ImportBlock block in _blocks)
        {
            Value[] ids = IdColumn < 0 ? [] : block.Columns[IdColumn];
            for (int row = 0; Ids is not null && row < block.Rows; row++)
            {
                int group = block.Groups.Length == 0 ? 0 : block.Groups[row];
                if (group >= 0)
                {
                    int node = next[group]++;
                    if (!ids[row].IsNull)
                    {
                        Ids.AddNode(node);
                    }
                }
            }
        }

        return first;
    }

    /// <summary>Takes a column out of the blocks, one array for each group.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public T[][] Take<T>(Func<ImportBlock, T[]> column)
    {
        if (_blocks is [{ Groups.Length: 0 } only] && column(only).Length == only.Rows)
        {
            return [column(only)];
        }

        T[][] parts = new T[_counts.Count][];
        for (int group = 0; group < parts.Length; group++)
        {
            parts[group] = new T[_counts[group]];
        }

        int[] filled = new int[parts.Length];
        foreach (ImportBlock block in _blocks)
        {
            T[] values = column(block);
            if (block.Groups.Length == 0)
            {
                values.AsSpan(0, block.Rows).CopyTo(parts[0].AsSpan(filled[0]));
                filled[0] += block.Rows;
                continue;
            }

            for (int row = 0; row < block.Rows; row++)
            {
                if (block.Groups[row] is var group and >= 0)
                {
                    parts[group][filled[group]++] = values[row];
                }
            }
        }

        return parts;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Group(ImportBlock block)
    {
        block.Groups = new int[block.Rows];
        string? last = null;
        int group = -1;
        for (int row = 0; row < block.Rows; row++)
        {
            if (!ReferenceEquals(block.Names[row], last))
            {
                last = block.Names[row];
                group = GroupOf(last);
            }

            block.Groups[row] = group;
        }
    }

    private int GroupOf(string names)
    {
        if (!_groupOf.TryGetValue(names, out int group))
        {
            group = _groupOf[names] = _names.Count;
            _names.Add(names);
            _counts.Add(0);
        }

        return group;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddIds(ImportBlock block, IdSpace ids, Action<ImportBlock, ImportProblem> duplicate)
    {
        Value[] column = block.Columns[IdColumn];
        for (int row = 0; row < block.Rows; row++)
        {
            if (column[row].TryGetString(out string? id) && !ids.TryAdd(id, block.Ids[row].Hash))
            {
                if (block.Groups.Length == 0)
                {
                    block.Groups = new int[block.Rows];
                }

                block.Groups[row] = -1;
                string text = Header.Columns[IdColumn].Text;
                duplicate(block, new ImportProblem(block.File, block.Line + block.Ids[row].Line, IdColumn + 1, text, $"the id '{id}' stands in a row before."));
            }
        }
    }

    private void Count(ImportBlock block)
    {
        if (block.Groups.Length == 0)
        {
            if (block.Rows > 0)
            {
                _counts[0] += block.Rows;
            }

            return;
        }

        foreach (int group in block.Groups)
        {
            if (group >= 0)
            {
                _counts[group]++;
            }
        }
    }
}
