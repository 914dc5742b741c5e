using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Chancery.Cypher.Storage;
using Chancery.Graph;

namespace Chancery.Cypher.Import;

/// <summary>
/// Fills an empty graph from files in one transaction. Blocks of a file are parsed side by side, and a table while the one before it is created.
/// </summary>
internal sealed class ImportRun(GraphStore store, GraphImport import, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
{
    private readonly RecordSplitter _splitter = new((byte)import.Delimiter);
    private readonly Dictionary<string, IdSpace> _spaces = [];
    private readonly List<ImportProblem> _problems = [];
    private readonly long _bytes = import.Nodes.Concat(import.Relationships).SelectMany(source => source.Files).Sum(Length);
    private long _bytesRead;
    private long _rows;
    private long _bad;

    /// <exception cref="GraphException">The graph is not empty, a file is not what it should be, or the disk refused. Nothing is changed.</exception>
    public ImportReport Run()
    {
        CheckDelimiters();
        using GraphWriter writer = store.BeginWrite(bulk: true, cancellationToken: cancellationToken);
        if (writer.NodeCount > 0)
        {
            throw Refused($"The graph has {writer.NodeCount} node{(writer.NodeCount == 1 ? "" : "s")} already: an import needs one that is empty.");
        }

        List<Table> tables = [];
        try
        {
            tables.AddRange(import.Nodes.Select(source => Open(source, true)));
            tables.AddRange(import.Relationships.Select(source => Open(source, false)));
            Load(writer, tables);
        }
        finally
        {
            tables.ForEach(table => table.Reader.Dispose());
        }

        ImportReport report = new(writer.NodeCount, writer.RelationshipCount, _bad, _problems);
        cancellationToken.ThrowIfCancellationRequested();
        progress?.Report(new ImportProgress(_rows, 1));
        writer.Commit();
        return report;
    }

    private static long Length(string file) => new FileInfo(file) is { Exists: true } info ? info.Length : 0;

    private static GraphException Refused(string message) => new("Neo.ClientError.General.InvalidArguments", message);

    private void CheckDelimiters()
    {
        foreach (char delimiter in (char[])[import.Delimiter, import.ArrayDelimiter])
        {
            if (!char.IsAscii(delimiter) || delimiter is '"' or '\r' or '\n')
            {
                throw Refused("Delimiters are ASCII characters, and no quotes or line ends.");
            }
        }

        if (import.Delimiter == import.ArrayDelimiter)
        {
            throw Refused($"'{import.Delimiter}' cannot stand between fields and between the items of a list.");
        }
    }

    private Table Open(ImportSource source, bool ofNodes)
    {
        TableReader reader = new(source.Files, _splitter, bytes => _bytesRead += bytes);
        try
        {
            IReadOnlyList<string> texts = source.Header?.Split(import.Delimiter) ?? reader.Header;
            ImportHeader header = new(source.Files[0], texts, ofNodes, source.Names.Count > 0, (byte)import.ArrayDelimiter);
            if (header.Find(ColumnRole.Id) is { } id)
            {
                _spaces.TryAdd(id.Space, new IdSpace());
            }

            header.CheckSpaces(_spaces);
            return new Table(source, header, reader, ofNodes);
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    private void Load(GraphWriter writer, List<Table> tables)
    {
        List<TableRows> nodes = [.. tables.Where(table => table.OfNodes).Select(Read)];
        Number(nodes, writer);
        Table[] relationships = [.. tables.Where(table => !table.OfNodes)];
        TableRows? ready = null;
        for (int i = 0; i <= relationships.Length; i++)
        {
            TableRows? current = ready;
            Table? next = i < relationships.Length ? relationships[i] : null;
            SideBySide(
                () => Create(writer, current is null ? nodes : [], current),
                () => ready = next is null ? null : Read(next));
        }
    }

    private void Create(GraphWriter writer, List<TableRows> nodes, TableRows? relationships)
    {
        nodes.ForEach(rows => CreateNodes(writer, rows));
        if (relationships is not null)
        {
            CreateRelationships(writer, relationships);
        }
    }

    private TableRows Read(Table table)
    {
        RowParser parser = new(table.Header, _splitter, _spaces, import.SkipBad);
        List<ImportBlock> blocks = [];
        SideBySide(table.Reader.Blocks().Select(block =>
        {
            blocks.Add(block);
            return block;
        }), block => Parse(parser, block));
        if (!import.SkipBad && blocks.Find(block => block.Bad > 0) is { } wrong)
        {
            throw wrong.Problems[0].ToException();
        }

        IdSpace? ids = table.Header.Find(ColumnRole.Id) is { } id ? _spaces[id.Space] : null;
        TableRows rows = new(table.Source, table.Header, blocks, ids, Duplicate);
        foreach (ImportBlock block in blocks)
        {
            _bad += block.Bad;
            _problems.AddRange(block.Problems.Take(ImportBlock.MostProblems - _problems.Count(problem => problem.File == block.File)));
        }

        return rows;
    }

    // True: there is no need to go on.
    private bool Parse(RowParser parser, ImportBlock block)
    {
        cancellationToken.ThrowIfCancellationRequested();
        parser.Parse(block);
        block.ReleaseText();
        long rows = Interlocked.Add(ref _rows, block.Rows);
        progress?.Report(new ImportProgress(rows, _bytes == 0 ? 0 : Math.Min(0.99, _bytesRead / (double)_bytes)));
        return block.Bad > 0 && !import.SkipBad;
    }

    private void Duplicate(ImportBlock block, ImportProblem problem)
    {
        if (!import.SkipBad)
        {
            throw problem.ToException();
        }

        block.SetAside(problem);
    }

    private void Number(List<TableRows> nodes, GraphWriter writer)
    {
        int next = writer.CreateNodes([], 0);
        foreach (TableRows rows in nodes)
        {
            next = rows.Number(next);
        }
    }

    private void CreateNodes(GraphWriter writer, TableRows rows)
    {
        List<Property> properties = Properties(rows);
        for (int group = 0; group < rows.Groups.Count; group++)
        {
            string[] own = rows.Groups[group].Split(import.ArrayDelimiter, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            int[] labels = [.. rows.Source.Names.Concat(own).Distinct().Select(store.Tokens.Labels.Intern)];
            writer.CreateNodes(labels, rows.Counts[group], Columns(properties, group));
        }
    }

    private void CreateRelationships(GraphWriter writer, TableRows rows)
    {
        List<Property> properties = Properties(rows);
        int[][] starts = rows.Take(block => block.Starts);
        int[][] ends = rows.Take(block => block.Ends);
        for (int group = 0; group < rows.Groups.Count; group++)
        {
            string type = rows.Groups[group].Trim() is { Length: > 0 } own ? own : rows.Source.Names[0];
            writer.CreateRelationships(store.Tokens.Types.Intern(type), starts[group], ends[group], Columns(properties, group));
        }
    }

    private List<Property> Properties(TableRows rows)
    {
        List<Property> properties = [];
        for (int i = 0; i < rows.Header.Columns.Length; i++)
        {
            if (rows.Header.Columns[i].Key is { } key)
            {
                int column = i;
                properties.Add(new Property(store.Tokens.Keys.Intern(key), rows.Take(block => block.Columns[column])));
            }
        }

        return properties;
    }

    private static ValueColumn[] Columns(List<Property> properties, int group) =>
        [.. properties.Select(property => new ValueColumn(property.Key, property.Parts[group]))];

    private static void SideBySide(params Action[] actions) => Unwrapped(() => Parallel.Invoke(actions));

    // Blocks before one that says stop are all done.
    private static void SideBySide(IEnumerable<ImportBlock> blocks, Func<ImportBlock, bool> work) => Unwrapped(() => Parallel.ForEach(
        Partitioner.Create(blocks, EnumerablePartitionerOptions.NoBuffering),
        (block, state) =>
        {
            if (work(block))
            {
                state.Break();
            }
        }));

    private static void Unwrapped(Action work)
    {
        try
        {
            work();
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.Flatten().InnerExceptions[0]);
        }
    }

    // The values of a key, in a part for each group of rows.
    private sealed record Property(int Key, Value[][] Parts);

    private sealed record Table(ImportSource Source, ImportHeader Header, TableReader Reader, bool OfNodes);
}
