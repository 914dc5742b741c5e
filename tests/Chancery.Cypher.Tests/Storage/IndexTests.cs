using Chancery.Cypher.Storage;
using Chancery.Graph;
using CsCheck;
using Xunit;

namespace Chancery.Cypher.Tests.Storage;

public sealed class IndexTests
{
    private readonly GraphStore _store = GraphStore.InMemory();

    [Fact]
    public void The_tree_answers_ranges_as_a_sorted_list_does() =>
        Gen.Int[-60, 60].Array[0, 700].Select(Gen.Int[-70, 70], Gen.Int[-70, 70], Gen.Int[0, 99]).Sample((numbers, low, high, removed) =>
        {
            object owner = new();
            OrderedTree tree = OrderedTree.Empty.Edit(owner);
            SortedSet<(long Key, long Id)> model = [];
            for (int i = 0; i < numbers.Length; i++)
            {
                if (numbers[i] % 3 == 0 && i > 0)
                {
                    (long key, long id) gone = (numbers[i - 1], i - 1 - (removed % 3));
                    Assert.Equal(model.Remove(gone), tree.Remove(gone.key, gone.id));
                }

                Assert.Equal(model.Add((numbers[i], i)), tree.Add(numbers[i], i));
            }

            Assert.Equal(model.Count, tree.Count);
            int Position(Value key) => key.AsInteger() < low ? -1 : key.AsInteger() > high ? 1 : 0;
            (long, long)[] expected = [.. model.Where(pair => pair.Key >= low && pair.Key <= high)];
            Assert.Equal(low > high ? [] : expected, low > high ? [] : Pairs(tree.Ascend(Position)));
            Assert.Equal(low > high ? [] : expected.Reverse(), low > high ? [] : Pairs(tree.Descend(Position)));
            long first = model.FirstOrDefault(pair => pair.Key == low, (0, -1)).Id;
            Assert.Equal(first, tree.FindFirst(low));
        }, iter: 300);

    [Fact]
    public void The_tree_follows_pairs_that_move_about() => Gen.Int[0, 100_000].Sample(seed =>
    {
        Random random = new(seed);
        long[] keys = new long[300];
        OrderedTree tree = OrderedTree.Empty.Edit(new object());
        for (int id = 0; id < keys.Length; id++)
        {
            Assert.True(tree.Add(0, id));
        }

        for (int step = 0; step < 3000; step++)
        {
            int id = random.Next(keys.Length);
            long moved = keys[id] + random.Next(3) - 1;
            tree = random.Next(4) == 0 ? tree.Edit(new object()) : tree;
            Assert.True(tree.Remove(keys[id], id));
            Assert.True(tree.Add(moved, id));
            keys[id] = moved;
        }

        Assert.Equal(keys.Select((key, id) => (key, (long)id)).Order(), Pairs(tree.Ascend(_ => 0)));
    }, iter: 30);

    [Fact]
    public void A_range_holds_values_of_the_bounds_kind_only()
    {
        RangeIndex index = Ranged(1, 2.5, "2", 3, double.NaN, true, Value.Date(new DateValue(2)));
        Assert.Equal([1, 3], Ids(index.FindRange([], new RangeBound(2, true), null)));
        Assert.Equal([0, 1], Ids(index.FindRange([], null, new RangeBound(3, false))));
        Assert.Equal([2], Ids(index.FindRange([], new RangeBound("", true), null)));
        Assert.Equal([3, 1, 0], Ids(index.FindRange([], new RangeBound(0, true), new RangeBound(9, true), descending: true)));
        Assert.Equal(0, index.FindFirst(1.0));
    }

    [Fact]
    public void Prefixes_are_found_in_order()
    {
        RangeIndex index = Ranged("bucharest", "budapest", "bu", "berlin", "sofia");
        Assert.Equal([2, 0, 1], Ids(index.FindPrefix("bu")));
        Assert.Equal([1, 0, 2], Ids(index.FindPrefix("bu", descending: true)));
        Assert.Empty(Ids(index.FindPrefix("x")));
    }

    [Fact]
    public void A_composite_index_seeks_by_its_first_keys()
    {
        using GraphWriter writer = _store.BeginWrite();
        int post = _store.Tokens.Labels.Intern("Post");
        int[] keys = [_store.Tokens.Keys.Intern("country"), _store.Tokens.Keys.Intern("city")];
        writer.CreateIndex(new IndexDefinition("place", IndexKind.Range, false, [post], keys));
        foreach ((string country, string? city) in ((string, string?)[])[("RO", "Iasi"), ("BG", "Sofia"), ("RO", "Arad"), ("RO", null)])
        {
            int node = writer.CreateNode(post);
            writer.SetNodeProperty(node, keys[0], country);
            writer.SetNodeProperty(node, keys[1], city);
        }

        RangeIndex index = writer.FindRangeIndex(post, keys)!;
        Assert.Equal([2, 0], Ids(index.Find(["RO"])));
        Assert.Equal([0], Ids(index.FindRange(["RO"], new RangeBound("B", true), null)));
        Assert.Equal(1, index.FindFirst(["BG", "Sofia"]));
        Assert.Equal(3, index.Count);
    }

    [Theory]
    [InlineData("sahin", "0")]
    [InlineData("SAHIN economic", "0,1,3")]
    [InlineData("economic AND cooperation", "1")]
    [InlineData("+economic -cooperation", "3")]
    [InlineData("economic NOT cooperation", "3")]
    [InlineData("\"black sea\"", "1,2")]
    [InlineData("\"sea black\"", "")]
    [InlineData("coop*", "1")]
    [InlineData("c?operation", "1")]
    [InlineData("ecanomic~1", "1,3")]
    [InlineData("aliases:bsec", "1")]
    [InlineData("name:bsec", "")]
    [InlineData("(sahin OR forum) AND economic", "3")]
    public void Full_text_queries_find_words(string query, string expected)
    {
        Assert.Equal(expected, string.Join(',', Texts().Search(query, _store.Current).Select(hit => hit.Id).Order()));
    }

    [Fact]
    public void A_short_text_with_the_word_scores_above_a_long_one()
    {
        IReadOnlyList<FullTextHit> hits = Texts().Search("economic", _store.Current);
        Assert.Equal([3, 1], hits.Select(hit => hit.Id));
        Assert.True(hits[0].Score > hits[1].Score);
    }

    [Theory]
    [InlineData("\"open", "a missing '\"'")]
    [InlineData("(open", "a missing ')'")]
    [InlineData("open)", "an unexpected ')'")]
    public void A_broken_full_text_query_says_what_is_wrong(string query, string problem) =>
        Assert.Contains(problem, Assert.Throws<GraphException>(() => Texts().Search(query, _store.Current)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_text_index_gives_candidates_for_any_part()
    {
        using GraphWriter writer = _store.BeginWrite();
        int post = _store.Tokens.Labels.Intern("Post");
        int city = _store.Tokens.Keys.Intern("city");
        writer.CreateIndex(new IndexDefinition("cities", IndexKind.Text, false, [post], [city]));
        foreach (string name in (string[])["Bucharest", "Budapest", "Vienna"])
        {
            writer.SetNodeProperty(writer.CreateNode(post), city, name);
        }

        TextIndex index = (TextIndex)writer.Index(writer.Schema.FindIndex("cities")!);
        Assert.Equal([0, 1], index.Candidates("est"));
        Assert.Equal([2], index.Candidates("ienn"));
        Assert.Null(index.Candidates("es"));
    }

    [Fact]
    public void A_uniqueness_constraint_is_refused_on_data_that_break_it()
    {
        using GraphWriter writer = _store.BeginWrite();
        int post = _store.Tokens.Labels.Intern("Post");
        int city = _store.Tokens.Keys.Intern("city");
        writer.SetNodeProperty(writer.CreateNode(post), city, "Sofia");
        writer.SetNodeProperty(writer.CreateNode(post), city, "Sofia");
        ConstraintDefinition unique = new("one_city", ConstraintKind.Uniqueness, false, post, [city]);
        Assert.Contains("`city` = 'Sofia'", Assert.Throws<GraphException>(() => writer.CreateConstraint(unique)).Message, StringComparison.Ordinal);
    }

    private static (long, long)[] Pairs(OrderedTree.Cursor cursor)
    {
        List<(long, long)> pairs = [];
        while (cursor.MoveNext())
        {
            pairs.Add((cursor.CurrentKey.AsInteger(), cursor.CurrentId));
        }

        return [.. pairs];
    }

    private static List<int> Ids(IndexCursor cursor)
    {
        List<int> ids = [];
        while (cursor.MoveNext())
        {
            ids.Add(cursor.Current);
        }

        return ids;
    }

    private RangeIndex Ranged(params Value[] values)
    {
        using GraphWriter writer = _store.BeginWrite();
        int label = _store.Tokens.Labels.Intern("Post");
        int key = _store.Tokens.Keys.Intern("value");
        writer.CreateIndex(new IndexDefinition("values", IndexKind.Range, false, [label], [key]));
        foreach (Value value in values)
        {
            writer.SetNodeProperty(writer.CreateNode(label), key, value);
        }

        return writer.FindRangeIndex(label, key)!;
    }

    private FullTextIndex Texts()
    {
        using GraphWriter writer = _store.BeginWrite();
        int entity = _store.Tokens.Labels.Intern("Entity");
        int name = _store.Tokens.Keys.Intern("name");
        int aliases = _store.Tokens.Keys.Intern("aliases");
        writer.CreateIndex(new IndexDefinition("entities", IndexKind.FullText, false, [entity], [name, aliases]));
        foreach ((string text, Value also) in ((string, Value)[])
            [
                ("Mehmet Şahin", Value.Null),
                ("Organization for Black Sea Economic Cooperation", Value.List("BSEC", "BSCE")),
                ("Black Sea Fleet", Value.Null),
                ("Economic Forum", Value.Null),
            ])
        {
            int node = writer.CreateNode(entity);
            writer.SetNodeProperty(node, name, text);
            writer.SetNodeProperty(node, aliases, also);
        }

        writer.Commit();
        return (FullTextIndex)_store.Current.Index(_store.Current.Schema.FindIndex("entities")!);
    }
}
