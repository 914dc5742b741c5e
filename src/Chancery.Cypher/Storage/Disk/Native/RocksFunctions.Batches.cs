using System.Runtime.InteropServices;

namespace Chancery.Cypher.Storage.Disk.Native;

internal static unsafe partial class RocksFunctions
{
    [LibraryImport(RocksLibrary.Name, EntryPoint = "rocksdb_writebatch_create")]
    public static partial BatchHandle CreateBatch();

    [LibraryImport(RocksLibrary.Name, EntryPoint = "rocksdb_writebatch_destroy")]
    public static partial void DestroyBatch(nint batch);

    [LibraryImport(RocksLibrary.Name, EntryPoint = "rocksdb_writebatch_put_cf")]
    public static partial void Put(BatchHandle batch, nint family, byte* key, nuint keyLength, byte* value, nuint valueLength);

    [LibraryImport(RocksLibrary.Name, EntryPoint = "rocksdb_writebatch_delete_cf")]
    public static partial void Delete(BatchHandle batch, nint family, byte* key, nuint keyLength);

    [LibraryImport(RocksLibrary.Name, EntryPoint = "rocksdb_writebatch_delete_range_cf")]
    public static partial void DeleteRange(BatchHandle batch, nint family, byte* first, nuint firstLength, byte* limit, nuint limitLength);
}
