using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

[assembly: DisableRuntimeMarshalling]

namespace Chancery.Cypher.Storage.Disk.Native;

/// <summary>
/// RocksDB's C interface (<c>rocksdb/c.h</c>), as much of it as a graph's folder needs. Where a function takes an error, it must be 0 before
/// and is a text to be freed after it failed (<see cref="RocksException.ThrowIf"/>).
/// </summary>
internal static unsafe partial class RocksFunctions
{
    static RocksFunctions() => NativeLibrary.SetDllImportResolver(typeof(RocksFunctions).Assembly, RocksLibrary.Resolve);

    [LibraryImport(RocksLibrary.Name, EntryPoint = "rocksdb_open_column_families", StringMarshalling = StringMarshalling.Utf8)]
    public static partial DatabaseHandle Open(OptionsHandle options, string folder, int count, nint* names, nint* familyOptions, nint* families, ref nint error);

    [LibraryImport(RocksLibrary.Name, EntryPoint = "rocksdb_close")]
    public static partial void Close(nint database);

    [LibraryImport(RocksLibrary.Name, EntryPoint = "rocksdb_column_family_handle_destroy")]
    public static partial void DestroyFamily(nint family);

    [LibraryImport(RocksLibrary.Name, EntryPoint = "rocksdb_write")]
    public static partial void Write(DatabaseHandle database, WriteOptionsHandle options, BatchHandle batch, ref nint error);

    /// <summary>0 where the key is not there.</summary>
    [LibraryImport(RocksLibrary.Name, EntryPoint = "rocksdb_get_pinned_cf")]
    public static partial nint Get(DatabaseHandle database, ReadOptionsHandle options, nint family, byte* key, nuint keyLength, ref nint error);

    [LibraryImport(RocksLibrary.Name, EntryPoint = "rocksdb_pinnableslice_value")]
    public static partial byte* PinnedValue(nint slice, out nuint length);

    [LibraryImport(RocksLibrary.Name, EntryPoint = "rocksdb_pinnableslice_destroy")]
    public static partial void DestroyPinned(nint slice);

    [LibraryImport(RocksLibrary.Name, EntryPoint = "rocksdb_flush_cf")]
    public static partial void Flush(DatabaseHandle database, FlushOptionsHandle options, nint family, ref nint error);

    [LibraryImport(RocksLibrary.Name, EntryPoint = "rocksdb_compact_range_cf")]
    public static partial void Compact(DatabaseHandle database, nint family, byte* first, nuint firstLength, byte* limit, nuint limitLength);

    [LibraryImport(RocksLibrary.Name, EntryPoint = "rocksdb_verify_checksum")]
    public static partial void VerifyChecksums(DatabaseHandle database, ref nint error);

    /// <summary>A text to be freed; 0 where the property is unknown.</summary>
    [LibraryImport(RocksLibrary.Name, EntryPoint = "rocksdb_property_value_cf", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint Property(DatabaseHandle database, nint family, string name);

    [LibraryImport(RocksLibrary.Name, EntryPoint = "rocksdb_checkpoint_object_create")]
    public static partial CheckpointHandle BeginCheckpoint(DatabaseHandle database, ref nint error);

    [LibraryImport(RocksLibrary.Name, EntryPoint = "rocksdb_checkpoint_create", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SaveCheckpoint(CheckpointHandle checkpoint, string folder, ulong logSizeForFlush, ref nint error);

    [LibraryImport(RocksLibrary.Name, EntryPoint = "rocksdb_checkpoint_object_destroy")]
    public static partial void DestroyCheckpoint(nint checkpoint);

    [LibraryImport(RocksLibrary.Name, EntryPoint = "rocksdb_free")]
    public static partial void Free(nint memory);
}
