using System.Runtime.InteropServices;

namespace Chancery.Cypher.Storage.Disk.Native;

/// <summary>RocksDB refused, in its own words.</summary>
internal sealed class RocksException(string message) : Exception(message)
{
    /// <summary>Throws what a function's error says, and frees it.</summary>
    public static void ThrowIf(nint error)
    {
        if (error != 0)
        {
            string message = Marshal.PtrToStringUTF8(error)!;
            RocksFunctions.Free(error);
            throw new RocksException(message);
        }
    }
}
