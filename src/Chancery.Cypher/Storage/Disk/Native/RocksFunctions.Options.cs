using System.Runtime.InteropServices;

namespace Chancery.Cypher.Storage.Disk.Native;

internal static unsafe partial class RocksFunctions
{
    [LibraryImport(RocksLibrary.Name, EntryPoint = "rocksdb_options_create")]
    public static partial OptionsHandle CreateOptions();

    [LibraryImport(RocksLibrary.Name, EntryPoint = "rocksdb_options_destroy")]
    public static partial void DestroyOptions(nint options);

    [LibraryImport(RocksLibrary.Name, EntryPoint = "rocksdb_get_options_from_string", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void ReadOptions(OptionsHandle start, string text, OptionsHandle result, ref nint error);

    [LibraryImport(RocksLibrary.Name, EntryPoint = "rocksdb_readoptions_create")]
    public static partial ReadOptionsHandle CreateReadOptions();

    [LibraryImport(RocksLibrary.Name, EntryPoint = "rocksdb_readoptions_destroy")]
    public static partial void DestroyReadOptions(nint options);

    [LibraryImport(RocksLibrary.Name, EntryPoint = "rocksdb_readoptions_set_verify_checksums")]
    public static partial void SetVerifyChecksums(ReadOptionsHandle options, byte value);

    [LibraryImport(RocksLibrary.Name, EntryPoint = "rocksdb_readoptions_set_fill_cache")]
    public static partial void SetFillCache(ReadOptionsHandle options, byte value);

    [LibraryImport(RocksLibrary.Name, EntryPoint = "rocksdb_writeoptions_create")]
    public static partial WriteOptionsHandle CreateWriteOptions();

    [LibraryImport(RocksLibrary.Name, EntryPoint = "rocksdb_writeoptions_destroy")]
    public static partial void DestroyWriteOptions(nint options);

    [LibraryImport(RocksLibrary.Name, EntryPoint = "rocksdb_writeoptions_set_sync")]
    public static partial void SetSync(WriteOptionsHandle options, byte value);

    [LibraryImport(RocksLibrary.Name, EntryPoint = "rocksdb_flushoptions_create")]
    public static partial FlushOptionsHandle CreateFlushOptions();

    [LibraryImport(RocksLibrary.Name, EntryPoint = "rocksdb_flushoptions_destroy")]
    public static partial void DestroyFlushOptions(nint options);
}
