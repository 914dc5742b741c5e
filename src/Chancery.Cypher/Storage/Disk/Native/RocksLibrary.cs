using System.Reflection;
using System.Runtime.InteropServices;

namespace Chancery.Cypher.Storage.Disk.Native;

/// <summary>
/// Which of the RocksDB package's native libraries is loaded: <c>librocksdb.so</c>, <c>librocksdb.dylib</c> and <c>rocksdb.dll</c> are
/// what the runtime looks for by itself; on Linux with musl the package has a file of another name.
/// </summary>
internal static class RocksLibrary
{
    public const string Name = "rocksdb";

    public static string NameFor(string runtimeIdentifier) =>
        runtimeIdentifier.Contains("musl", StringComparison.Ordinal) || runtimeIdentifier.StartsWith("alpine", StringComparison.Ordinal) ? Name + "-musl" : Name;

    public static nint Resolve(string name, Assembly assembly, DllImportSearchPath? places) =>
        name == Name ? NativeLibrary.Load(NameFor(RuntimeInformation.RuntimeIdentifier), assembly, places) : 0;
}
