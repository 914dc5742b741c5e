using System.Globalization;
using System.Text;
using Chancery.Graph;
using RocksDbSharp;

namespace Chancery.Cypher.Storage.Disk;

/// <summary>
/// A graph's folder: a RocksDB database that holds the graph as of a checkpoint, in segments, and a redo record for each commit since.
/// </summary>
internal sealed partial class GraphDisk : IDisposable
{
    private static readonly WriteOptions Synced = new WriteOptions().SetSync(true);

    private readonly RocksDb _db;
    private readonly ColumnFamilyHandle _log;
    private readonly ColumnFamilyHandle _segments;
    private readonly ColumnFamilyHandle _texts;
    private readonly ReadOptions _reading = new ReadOptions().SetVerifyChecksums(true).SetFillCache(false);
    private volatile Exception? _broken;

    private GraphDisk(string folder, RocksDb db)
    {
        Folder = folder;
        _db = db;
        _log = db.GetColumnFamily(DiskKeys.Log);
        _segments = db.GetColumnFamily(DiskKeys.Segments);
        _texts = db.GetColumnFamily(DiskKeys.Texts);
        Shelf = new TextShelf(db, _texts, _reading, folder);
    }

    public string Folder { get; }

    public TextShelf Shelf { get; }

    /// <summary>True once a write failed: what is on disk is unknown until it is opened again.</summary>
    public bool IsBroken => _broken is not null;

    /// <summary>Bytes of the segments' tables, about.</summary>
    public long SegmentBytes => long.TryParse(_db.GetProperty("rocksdb.total-sst-files-size", _segments), out long bytes) ? bytes : 0;

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
            GraphDisk disk = new(folder, RocksDb.Open(DatabaseOptions(), folder, Families()));
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
        catch (Exception problem) when (problem is RocksDbException or IOException or UnauthorizedAccessException)
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

    public string ReadIdentity() => Encoding.UTF8.GetString(_db.Get(DiskKeys.Identity.ToArray(), _db.GetDefaultColumnFamily(), _reading));

    /// <summary>Puts a transaction's redo record and its long strings on disk, all or nothing, and returns when they are there.</summary>
    /// <exception cref="GraphException">The disk refused; from then on it takes nothing more.</exception>
    public void Append(long commit, ReadOnlySpan<byte> record, IReadOnlyList<StoredText> texts)
    {
        using WriteBatch batch = new();
        batch.Put(DiskKeys.Number(commit), record, _log);
        AddTexts(batch, texts);
        Write(batch);
    }

    public void Dispose()
    {
        Shelf.Dispose();
        _db.Dispose();
    }

    private static DbOptions DatabaseOptions()
    {
        DbOptions options = new();
        options.SetCreateIfMissing(true);
        options.SetCreateMissingColumnFamilies(true);
        options.SetParanoidChecks(true);
        // Only a record that the last write left torn is forgiven; damage before it is reported.
        options.SetWalRecoveryMode(Recovery.TolerateCorruptedTailRecords);
        options.SetMaxTotalWalSize(64 << 20);
        options.SetKeepLogFileNum(2);
        options.SetInfoLogLevel(InfoLogLevel.Warn);
        options.SetMaxBackgroundFlushes(1);
        options.SetMaxBackgroundCompactions(1);
        options.SetStatsDumpPeriodSec(0);
        return options;
    }

    private static ColumnFamilies Families()
    {
        ColumnFamilyOptions Options(Compression compression, ulong blockSize) => new ColumnFamilyOptions()
            .SetCompression(compression)
            .SetWriteBufferSize(16 << 20)
            .SetMaxWriteBufferNumber(2)
            .SetLevel0FileNumCompactionTrigger(3)
            .SetBlockBasedTableFactory(new BlockBasedTableOptions().SetBlockSize(blockSize).SetNoBlockCache(true));
        return new ColumnFamilies(Options(Compression.Lz4, 4 << 10))
        {
            { DiskKeys.Log, Options(Compression.Lz4, 64 << 10) },
            { DiskKeys.Segments, Options(Compression.Zstd, 64 << 10) },
            { DiskKeys.Texts, Options(Compression.Zstd, 16 << 10) },
        };
    }

    private void CheckFormat()
    {
        byte[]? found = _db.Get(DiskKeys.Format.ToArray(), _db.GetDefaultColumnFamily(), _reading);
        string wanted = DiskKeys.FormatVersion.ToString(CultureInfo.InvariantCulture);
        if (found is null)
        {
            using WriteBatch batch = new();
            batch.Put(DiskKeys.Format, Encoding.UTF8.GetBytes(wanted));
            batch.Put(DiskKeys.Identity, Encoding.UTF8.GetBytes(Guid.NewGuid().ToString()));
            Write(batch);
        }
        else if (Encoding.UTF8.GetString(found) != wanted)
        {
            throw DiskError.WrongFormat(Folder, Encoding.UTF8.GetString(found));
        }
    }

    private void AddTexts(WriteBatch batch, IReadOnlyList<StoredText> texts)
    {
        foreach (StoredText text in texts)
        {
            batch.Put(DiskKeys.Number(text.Number), TextShelf.Encode(text.Read()), _texts);
        }
    }

    private void Write(WriteBatch batch)
    {
        if (_broken is { } before)
        {
            throw DiskError.CommitFailed(Folder, before);
        }

        try
        {
            _db.Write(batch, Synced);
        }
        catch (RocksDbException problem)
        {
            // What reached the disk is unknown until it is read again.
            _broken = problem;
            throw DiskError.CommitFailed(Folder, problem);
        }
    }
}
