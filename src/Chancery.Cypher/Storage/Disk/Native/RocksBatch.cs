namespace Chancery.Cypher.Storage.Disk.Native;

/// <summary>Changes that reach the disk together or not at all. Bytes are copied in.</summary>
internal sealed unsafe class RocksBatch : IDisposable
{
    internal BatchHandle Handle { get; } = RocksFunctions.CreateBatch();

    public void Put(RocksFamily family, ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        fixed (byte* keyBytes = key)
        fixed (byte* valueBytes = value)
        {
            RocksFunctions.Put(Handle, family.Pointer, keyBytes, (nuint)key.Length, valueBytes, (nuint)value.Length);
        }
    }

    public void Delete(RocksFamily family, ReadOnlySpan<byte> key)
    {
        fixed (byte* keyBytes = key)
        {
            RocksFunctions.Delete(Handle, family.Pointer, keyBytes, (nuint)key.Length);
        }
    }

    /// <summary>Deletes from the first key up to the limit, which stays.</summary>
    public void DeleteRange(RocksFamily family, ReadOnlySpan<byte> first, ReadOnlySpan<byte> limit)
    {
        fixed (byte* firstBytes = first)
        fixed (byte* limitBytes = limit)
        {
            RocksFunctions.DeleteRange(Handle, family.Pointer, firstBytes, (nuint)first.Length, limitBytes, (nuint)limit.Length);
        }
    }

    public void Dispose() => Handle.Dispose();
}
