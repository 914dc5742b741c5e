using System.Runtime.InteropServices;

namespace Chancery.Cypher.Storage.Disk.Native;

internal static unsafe partial class RocksFunctions
{
    [LibraryImport(RocksLibrary.Name, EntryPoint = "rocksdb_create_iterator_cf")]
    public static partial IteratorHandle CreateIterator(DatabaseHandle database, ReadOptionsHandle options, nint family);

    [LibraryImport(RocksLibrary.Name, EntryPoint = "rocksdb_iter_destroy")]
    public static partial void DestroyIterator(nint iterator);

    [LibraryImport(RocksLibrary.Name, EntryPoint = "rocksdb_iter_seek_to_first")]
    public static partial void SeekToFirst(IteratorHandle iterator);

    [LibraryImport(RocksLibrary.Name, EntryPoint = "rocksdb_iter_next")]
    public static partial void Next(IteratorHandle iterator);

    [LibraryImport(RocksLibrary.Name, EntryPoint = "rocksdb_iter_valid")]
    public static partial byte IsValid(IteratorHandle iterator);

    [LibraryImport(RocksLibrary.Name, EntryPoint = "rocksdb_iter_key")]
    public static partial byte* Key(IteratorHandle iterator, out nuint length);

    [LibraryImport(RocksLibrary.Name, EntryPoint = "rocksdb_iter_value")]
    public static partial byte* Value(IteratorHandle iterator, out nuint length);

    [LibraryImport(RocksLibrary.Name, EntryPoint = "rocksdb_iter_get_error")]
    public static partial void Status(IteratorHandle iterator, ref nint error);
}
