using System.Text;
using Chancery.Cypher.Storage.Disk.Native;
using Xunit;

namespace Chancery.Cypher.Tests.Storage;

/// <summary>The thin door to the native library.</summary>
public sealed class RocksDatabaseTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("linux-x64", "rocksdb")]
    [InlineData("linux-musl-x64", "rocksdb-musl")]
    [InlineData("alpine.3.22-arm64", "rocksdb-musl")]
    [InlineData("win-x64", "rocksdb")]
    [InlineData("osx-arm64", "rocksdb")]
    public void Each_system_has_its_library(string system, string name) => Assert.Equal(name, RocksLibrary.NameFor(system));

    [Theory]
    [InlineData("linux-x64/native/librocksdb.so")]
    [InlineData("linux-x64/native/librocksdb-musl.so")]
    [InlineData("linux-arm64/native/librocksdb.so")]
    [InlineData("linux-arm64/native/librocksdb-musl.so")]
    [InlineData("osx-x64/native/librocksdb.dylib")]
    [InlineData("osx-arm64/native/librocksdb.dylib")]
    [InlineData("win-x64/native/rocksdb.dll")]
    public void The_libraries_stand_beside_the_program(string file) =>
        Assert.True(File.Exists(Path.Combine(AppContext.BaseDirectory, "runtimes", file)), file);

    [Fact]
    public void A_batch_is_read_back_in_the_order_of_its_keys()
    {
        using RocksDatabase database = Open();
        RocksFamily family = database.Family("more");
        using (RocksBatch batch = new())
        {
            batch.Put(family, "b"u8, "2"u8);
            batch.Put(family, "a"u8, ""u8);
            batch.Put(family, "c"u8, "3"u8);
            batch.Put(family, "d"u8, "4"u8);
            batch.Put(family, "e"u8, "5"u8);
            batch.Delete(family, "c"u8);
            batch.DeleteRange(family, "d"u8, "e"u8);
            database.Write(batch);
        }

        Assert.Equal("a= b=2 e=5", Content(database, family));
        Assert.Equal("", Content(database, database.Family("default")));
        Assert.Equal("2"u8.ToArray(), database.Get(family, "b"u8));
        Assert.Null(database.Get(family, "c"u8));
    }

    [Fact]
    public void A_walk_keeps_its_database_open()
    {
        RocksDatabase database = Open();
        RocksFamily family = database.Family("more");
        using RocksBatch batch = new();
        batch.Put(family, "a"u8, "1"u8);
        database.Write(batch);
        using (RocksCursor cursor = database.Walk(family))
        {
            database.Dispose();
            Assert.True(cursor.MoveNext());
            Assert.Equal("1", Encoding.UTF8.GetString(cursor.Value));
        }

        Assert.Throws<ObjectDisposedException>(() => database.Get(family, "a"u8));
        using RocksDatabase again = Open();
        Assert.Equal("a=1", Content(again, again.Family("more")));
    }

    [Fact]
    public void What_RocksDB_refuses_is_told_in_its_words()
    {
        string mistake = Assert.Throws<RocksException>(() => RocksDatabase.Open(_folder.At("other"), "no_such_option=1", ("default", ""))).Message;
        Assert.Contains("no_such_option", mistake, StringComparison.Ordinal);
        using RocksDatabase database = Open();
        string locked = Assert.Throws<RocksException>(() => Open().Dispose()).Message;
        Assert.Contains("lock", locked, StringComparison.OrdinalIgnoreCase);
    }

    private RocksDatabase Open() => RocksDatabase.Open(
        _folder.At("database"), "create_if_missing=true;create_missing_column_families=true", ("default", ""), ("more", "compression=kZSTD"));

    private static string Content(RocksDatabase database, RocksFamily family)
    {
        List<string> found = [];
        using RocksCursor cursor = database.Walk(family);
        while (cursor.MoveNext())
        {
            found.Add($"{Encoding.UTF8.GetString(cursor.Key)}={Encoding.UTF8.GetString(cursor.Value)}");
        }

        return string.Join(' ', found);
    }
}
