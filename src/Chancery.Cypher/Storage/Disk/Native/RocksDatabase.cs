using System.Globalization;
using System.Runtime.InteropServices;

namespace Chancery.Cypher.Storage.Disk.Native;

/// <summary>A column family of the database that named it.</summary>
internal readonly record struct RocksFamily(nint Pointer);

/// <summary>A RocksDB database. All reads verify checksums; all writes are on disk when they return. Safe for use from many threads.</summary>
/// <exception cref="RocksException">From every method, where RocksDB refuses.</exception>
internal sealed unsafe class RocksDatabase : IDisposable
{
    private readonly DatabaseHandle _database;
    private readonly string[] _names;
    private readonly ReadOptionsHandle _reading = RocksFunctions.CreateReadOptions();
    private readonly WriteOptionsHandle _writing = RocksFunctions.CreateWriteOptions();

    private RocksDatabase(DatabaseHandle database, string[] names)
    {
        _database = database;
        _names = names;
        RocksFunctions.SetVerifyChecksums(_reading, 1);
        RocksFunctions.SetFillCache(_reading, 0);
        RocksFunctions.SetSync(_writing, 1);
    }

    /// <summary>Opens a database; the options are RocksDB's own, as in its OPTIONS files: <c>name=value;name=value</c>.</summary>
    /// <param name="families">All there are, <c>default</c> among them.</param>
    public static RocksDatabase Open(string folder, string options, params ReadOnlySpan<(string Name, string Options)> families)
    {
        int count = families.Length;
        OptionsHandle[] familyOptions = new OptionsHandle[count];
        nint* names = stackalloc nint[count];
        nint* pointers = stackalloc nint[count];
        nint[] handles = new nint[count];
        using OptionsHandle databaseOptions = Options(options);
        try
        {
            for (int i = 0; i < count; i++)
            {
                names[i] = Marshal.StringToCoTaskMemUTF8(families[i].Name);
                familyOptions[i] = Options(families[i].Options);
                pointers[i] = familyOptions[i].DangerousGetHandle();
            }

            nint error = 0;
            DatabaseHandle database;
            fixed (nint* opened = handles)
            {
                database = RocksFunctions.Open(databaseOptions, folder, count, names, pointers, opened, ref error);
            }

            RocksException.ThrowIf(error);
            database.Families = handles;
            return new RocksDatabase(database, [.. families.ToArray().Select(family => family.Name)]);
        }
        finally
        {
            for (int i = 0; i < count; i++)
            {
                Marshal.FreeCoTaskMem(names[i]);
                familyOptions[i]?.Dispose();
            }
        }
    }

    public RocksFamily Family(string name) => new(_database.Families[Array.IndexOf(_names, name)]);

    public byte[]? Get(RocksFamily family, ReadOnlySpan<byte> key)
    {
        nint error = 0;
        nint slice;
        fixed (byte* keyBytes = key)
        {
            slice = RocksFunctions.Get(_database, _reading, family.Pointer, keyBytes, (nuint)key.Length, ref error);
        }

        RocksException.ThrowIf(error);
        if (slice == 0)
        {
            return null;
        }

        byte* value = RocksFunctions.PinnedValue(slice, out nuint length);
        byte[] copy = new ReadOnlySpan<byte>(value, (int)length).ToArray();
        RocksFunctions.DestroyPinned(slice);
        return copy;
    }

    public RocksCursor Walk(RocksFamily family)
    {
        IteratorHandle iterator = RocksFunctions.CreateIterator(_database, _reading, family.Pointer);
        iterator.Hold(_database);
        return new RocksCursor(iterator);
    }

    public void Write(RocksBatch batch)
    {
        nint error = 0;
        RocksFunctions.Write(_database, _writing, batch.Handle, ref error);
        RocksException.ThrowIf(error);
    }

    /// <summary>Moves what the write-ahead log holds of a family into tables.</summary>
    public void Flush(RocksFamily family)
    {
        using FlushOptionsHandle options = RocksFunctions.CreateFlushOptions();
        nint error = 0;
        RocksFunctions.Flush(_database, options, family.Pointer, ref error);
        RocksException.ThrowIf(error);
    }

    /// <summary>Rewrites a family's tables as few as can be.</summary>
    public void Compact(RocksFamily family) => RocksFunctions.Compact(_database, family.Pointer, null, 0, null, 0);

    /// <summary>One of RocksDB's properties that are numbers, else 0.</summary>
    public long Property(RocksFamily family, string name)
    {
        nint text = RocksFunctions.Property(_database, family.Pointer, name);
        if (text == 0)
        {
            return 0;
        }

        string value = Marshal.PtrToStringUTF8(text)!;
        RocksFunctions.Free(text);
        return long.TryParse(value, CultureInfo.InvariantCulture, out long number) ? number : 0;
    }

    /// <summary>Reads every block of every table.</summary>
    public void VerifyChecksums()
    {
        nint error = 0;
        RocksFunctions.VerifyChecksums(_database, ref error);
        RocksException.ThrowIf(error);
    }

    /// <summary>Makes a copy in a new folder, by hard links where the file system allows.</summary>
    public void CopyTo(string folder)
    {
        nint error = 0;
        using CheckpointHandle checkpoint = RocksFunctions.BeginCheckpoint(_database, ref error);
        RocksException.ThrowIf(error);
        RocksFunctions.SaveCheckpoint(checkpoint, folder, 0, ref error);
        RocksException.ThrowIf(error);
    }

    public void Dispose()
    {
        _database.Dispose();
        _reading.Dispose();
        _writing.Dispose();
    }

    private static OptionsHandle Options(string text)
    {
        using OptionsHandle start = RocksFunctions.CreateOptions();
        OptionsHandle options = RocksFunctions.CreateOptions();
        nint error = 0;
        RocksFunctions.ReadOptions(start, text, options, ref error);
        if (error != 0)
        {
            options.Dispose();
        }

        RocksException.ThrowIf(error);
        return options;
    }
}
