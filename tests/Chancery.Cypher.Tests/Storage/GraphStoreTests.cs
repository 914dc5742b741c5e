using Chancery.Cypher.Storage;
using Chancery.Cypher.Storage.Disk;
using Chancery.Cypher.Storage.Disk.Native;
using Chancery.Graph;
using Xunit;

namespace Chancery.Cypher.Tests.Storage;

/// <summary>The store and its folder: reopening, backup, damage, and who may have it open.</summary>
public sealed class GraphStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_long_text_leaves_memory_and_is_read_from_disk()
    {
        string text = new('ü', 5000);
        using (GraphStore store = GraphStore.Open(_folder.At("graph")))
        {
            Write(store, text);
            Assert.Equal(text, ReadFirst(store));
            Write(store, "short");
        }

        using (GraphStore store = GraphStore.Open(_folder.At("graph")))
        {
            Assert.Equal(text, ReadFirst(store));
            Assert.NotNull(store.Current.NodeColumn(0)!.Text(0));
            Assert.Null(store.Current.NodeColumn(0)!.Text(1));
        }
    }

    [Fact]
    public void A_folder_is_open_once()
    {
        using GraphStore store = GraphStore.Open(_folder.At("graph"));
        GraphException refused = Assert.Throws<GraphException>(() => GraphStore.Open(_folder.At("graph")));
        Assert.Contains(_folder.At("graph"), refused.Message, StringComparison.Ordinal);
        Assert.Contains("open in another process", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_with_other_files_is_no_graph()
    {
        Directory.CreateDirectory(_folder.At("letters"));
        File.WriteAllText(Path.Combine(_folder.At("letters"), "a.txt"), "x");
        Assert.Contains("holds other files", Assert.Throws<GraphException>(() => GraphStore.Open(_folder.At("letters"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_graph_of_another_format_is_refused_by_its_number()
    {
        string path = _folder.At("graph");
        GraphStore.Open(path).Dispose();
        Change(path, "default", (batch, family) => batch.Put(family, DiskKeys.Format, "7"u8));

        GraphException refused = Assert.Throws<GraphException>(() => GraphStore.Open(path));
        Assert.Contains($"'{path}' has format '7', and this version reads format 1", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_redo_record_is_reported_by_its_number()
    {
        string path = _folder.At("graph");
        using (GraphStore store = GraphStore.Open(path))
        {
            Write(store, "one");
            Write(store, "two");
            Write(store, "three");
        }

        Change(path, "log", (batch, family) => batch.Delete(family, DiskKeys.Number(2)));

        GraphException damage = Assert.Throws<GraphException>(() => GraphStore.Open(path));
        Assert.Contains($"The graph in '{path}' is damaged at log/3: Commit 2 is missing.", damage.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_backup_is_a_graph_as_of_the_last_commit()
    {
        using GraphStore store = GraphStore.Open(_folder.At("graph"));
        Write(store, new string('x', 600));
        store.Backup(_folder.At("backup"));
        Write(store, "later");
        Assert.Contains("exists already", Assert.Throws<GraphException>(() => store.Backup(_folder.At("backup"))).Message, StringComparison.Ordinal);

        using GraphStore restored = GraphStore.Restore(_folder.At("backup"), _folder.At("restored"));
        Assert.Equal(1, restored.Current.NodeCount);
        Assert.Equal(new string('x', 600), ReadFirst(restored));
        Assert.Equal(store.Id, restored.Id);
        Assert.Empty(restored.Check());
    }

    [Fact]
    public void Damaged_tables_are_reported_by_the_name_of_the_folder()
    {
        string path = _folder.At("graph");
        using (GraphStore store = GraphStore.Open(path))
        {
            for (int i = 0; i < 200; i++)
            {
                Write(store, $"value {i}");
            }

            store.Checkpoint();
        }

        foreach (string table in Directory.EnumerateFiles(path, "*.sst"))
        {
            byte[] bytes = File.ReadAllBytes(table);
            bytes[bytes.Length / 4] ^= 0xFF;
            File.WriteAllBytes(table, bytes);
        }

        string damage = DamageOf(path);
        Assert.Contains(path, damage, StringComparison.Ordinal);
        Assert.Contains("damaged", damage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_may_wait_for_a_commit()
    {
        using GraphStore store = GraphStore.InMemory();
        Task waiting = store.WaitForCommitAsync(2, CancellationToken.None);
        Write(store, "one");
        Assert.False(waiting.IsCompleted);
        Write(store, "two");
        await waiting;
        Assert.Equal(2, store.CommitNumber);
    }

    [Fact]
    public void Unused_long_texts_go_when_the_graph_is_opened_again()
    {
        using (GraphStore store = GraphStore.Open(_folder.At("graph")))
        {
            Write(store, new string('x', 600));
            using GraphWriter writer = store.BeginWrite();
            writer.SetNodeProperty(0, 0, "short");
            writer.Commit();
        }

        GraphStore.Open(_folder.At("graph")).Dispose();
        using Chancery.Cypher.Storage.Disk.GraphDisk disk = Chancery.Cypher.Storage.Disk.GraphDisk.Open(_folder.At("graph"));
        Assert.Empty(disk.TextNumbers());
    }

    // Some damage is met when the graph is opened, some only by the check.
    private static void Change(string path, string family, Action<RocksBatch, RocksFamily> change)
    {
        using RocksDatabase database = RocksDatabase.Open(path, "", ("default", ""), ("log", ""), ("segments", ""), ("texts", ""));
        using RocksBatch batch = new();
        change(batch, database.Family(family));
        database.Write(batch);
    }

    private static string DamageOf(string path)
    {
        try
        {
            using GraphStore store = GraphStore.Open(path);
            return string.Join('\n', store.Check());
        }
        catch (GraphException damage)
        {
            return damage.Message;
        }
    }

    private static void Write(GraphStore store, string text)
    {
        using GraphWriter writer = store.BeginWrite();
        writer.SetNodeProperty(writer.CreateNode(), store.Tokens.Keys.Intern("text"), text);
        writer.Commit();
    }

    private static string ReadFirst(GraphStore store) => store.Current.NodeProperty(0, 0).AsString();
}
