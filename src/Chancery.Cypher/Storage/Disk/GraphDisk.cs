using System.Globalization;
using System.Text;
using Chancery.Cypher.Storage.Disk.Native;
using Chancery.Graph;

namespace Chancery.Cypher.Storage.Disk;

/// <summary>
/// A graph's folder: a RocksDB database that holds the graph as of a checkpoint, in segments, and a redo record for each commit since.
/// </summary>
internal sealed partial class GraphDisk : IDisposable
{
    // Only a record that the last write left torn is forgiven; damage before it is reported.
    private const string DatabaseOptions =
        "create_if_missing=true;create_missing_column_families=true;paranoid_checks=true;wal_recovery_mode=kTolerateCorruptedTailRecords;"
        + "max_total_wal_size=67108864;keep_log_file_num=2;info_log_level=WARN_LEVEL;max_background_flushes=1;max_background_compactions=1;"
        + "stats_dump_period_sec=0";

    private readonly RocksDatabase _db;
    private readonly RocksFamily _main;
    private readonly RocksFamily _log;
    private readonly RocksFamily _segments;
    private readonly RocksFamily _texts;
    private volatile Exception? _broken;

    private GraphDisk(string folder, RocksDatabase db)
    {
        Folder = folder;
        _db = db;
        _main = db.Family(DiskKeys.Main);
        _log = db.Family(DiskKeys.Log);
        _segments = db.Family(DiskKeys.Segments);
        _texts = db.Family(DiskKeys.Texts);
        Shelf = new TextShelf(db, _texts, folder);
    }

    public string Folder { get; }

    public TextShelf Shelf { get; }

    /// <summary>True once a write failed: what is on disk is unknown until it is opened again.</summary>
    public bool IsBroken => _broken is not null;

    /// <summary>Bytes of the segments' tables, about.</summary>
    public long SegmentBytes => _db.Property(_segments, "rocksdb.total-sst-files-size");

    /// <summary>Opens the folder, or creates it. Nobody else may have it open.</summary>
    /// <exception cref="GraphException">It is in use, damaged, of another format, or not to be written to.</exception>
    public static GraphDisk Open(string folder)
    {
        folder = Path.GetFullPath(folder);
        if (File.Exists(folder))
        {
            throw DiskError.NotAGraph(folder, "it is a file.");
        }

        if (Directory.Exists(folder) && !File.Exists(Path.Combine(folder, "CURRENT")) && Directory.EnumerateFileSystemEntries(folder).Any(entry => !IsOfCreation(entry)))
        {
            throw DiskError.NotAGraph(folder, "it holds other files.");
        }

        try
        {
            Directory.CreateDirectory(folder);
            GraphDisk disk = new(folder, OpenDatabase(folder));
            try
            {
                disk.CheckFormat();
                return disk;
            }
            catch
            {
                disk.Dispose();
                throw;
            }
        }
        catch (Exception problem) when (problem is RocksException or IOException or UnauthorizedAccessException)
        {
            throw DiskError.CannotOpen(folder, problem);
        }
    }

    /// <summary>What RocksDB writes before a database is one: a process may have died while it made the folder.</summary>
    private static bool IsOfCreation(string entry) =>
        Path.GetFileName(entry) is { } name
        && (name is "LOCK" or "LOG" or "IDENTITY"
            || name.StartsWith("LOG.old", StringComparison.Ordinal)
            || name.StartsWith("MANIFEST-", StringComparison.Ordinal)
            || name.StartsWith("OPTIONS-", StringComparison.Ordinal)
            || name.EndsWith(".dbtmp", StringComparison.Ordinal));

    public string ReadIdentity() => Encoding.UTF8.GetString(_db.Get(_main, DiskKeys.Identity)!);

    /// <summary>Puts a transaction's redo record and its long strings on disk, all or nothing, and returns when they are there.</summary>
    /// <exception cref="GraphException">The disk refused; from then on it takes nothing more.</exception>
    public void Append(long commit, ReadOnlySpan<byte> record, IReadOnlyList<StoredText> texts)
    {
        using RocksBatch batch = new();
        batch.Put(_log, DiskKeys.Number(commit), record);
        AddTexts(batch, texts);
        Write(batch);
    }

    public void Dispose()
    {
        Shelf.Dispose();
        _db.Dispose();
    }

    private static RocksDatabase OpenDatabase(string folder) => RocksDatabase.Open(
        folder,
        DatabaseOptions,
        (DiskKeys.Main, FamilyOptions("kLZ4Compression", 4 << 10)),
        (DiskKeys.Log, FamilyOptions("kLZ4Compression", 64 << 10)),
        (DiskKeys.Segments, FamilyOptions("kZSTD", 64 << 10)),
        (DiskKeys.Texts, FamilyOptions("kZSTD", 16 << 10)));

    private static string FamilyOptions(string compression, int blockSize) => string.Create(
        CultureInfo.InvariantCulture,
        $"compression={compression};write_buffer_size=16777216;max_write_buffer_number=2;level0_file_num_compaction_trigger=3;"
        + $"block_based_table_factory={{block_size={blockSize};no_block_cache=true}}");

    private void CheckFormat()
    {
        byte[]? found = _db.Get(_main, DiskKeys.Format);
        string wanted = DiskKeys.FormatVersion.ToString(CultureInfo.InvariantCulture);
        if (found is null)
        {
            using RocksBatch batch = new();
            batch.Put(_main, DiskKeys.Format, Encoding.UTF8.GetBytes(wanted));
            batch.Put(_main, DiskKeys.Identity, Encoding.UTF8.GetBytes(Guid.NewGuid().ToString()));
            Write(batch);
        }
        else if (Encoding.UTF8.GetString(found) != wanted)
        {
            throw DiskError.WrongFormat(Folder, Encoding.UTF8.GetString(found));
        }
    }

    private void AddTexts(RocksBatch batch, IReadOnlyList<StoredText> texts)
    {
        foreach (StoredText text in texts)
        {
            batch.Put(_texts, DiskKeys.Number(text.Number), TextShelf.Encode(text.Read()));
        }
    }

    private void Write(RocksBatch batch)
    {
        if (_broken is { } before)
        {
            throw DiskError.CommitFailed(Folder, before);
        }

        try
        {
            _db.Write(batch);
        }
        catch (RocksException problem)
        {
            // What reached the disk is unknown until it is read again.
            _broken = problem;
            throw DiskError.CommitFailed(Folder, problem);
        }
    }
}
