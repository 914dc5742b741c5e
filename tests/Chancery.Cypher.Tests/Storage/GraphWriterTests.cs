using Chancery.Cypher.Storage;
using Chancery.Graph;
using Xunit;

namespace Chancery.Cypher.Tests.Storage;

public sealed class GraphWriterTests
{
    private readonly GraphStore _store = GraphStore.InMemory();
    private readonly int _person;
    private readonly int _met;
    private readonly int _name;

    public GraphWriterTests()
    {
        _person = _store.Tokens.Labels.Intern("Person");
        _met = _store.Tokens.Types.Intern("MET_WITH");
        _name = _store.Tokens.Keys.Intern("name");
    }

    [Fact]
    public void A_snapshot_does_not_see_what_is_committed_later()
    {
        GraphView before = _store.Current;
        using (GraphWriter writer = _store.BeginWrite())
        {
            int ada = writer.CreateNode(_person);
            int bela = writer.CreateNode(_person);
            int met = writer.CreateRelationship(ada, bela, _met);
            writer.SetNodeProperty(ada, _name, "Ada");
            Assert.Equal(1, writer.Commit());
            Assert.Equal("Ada", _store.Current.NodeProperty(ada, _name).AsString());
            Assert.Equal([new Adjacent(bela, met)], _store.Current.Steps(ada, _met, Side.Out).ToArray());
        }

        Assert.Equal(0, before.NodeCount);
        Assert.Equal(2, _store.Current.NodeCount);
        Assert.Equal(1, _store.Current.RelationshipCount);
    }

    [Fact]
    public void A_frozen_view_does_not_see_what_comes_after()
    {
        using GraphWriter writer = _store.BeginWrite();
        int ada = writer.CreateNode(_person);
        writer.SetNodeProperty(ada, _name, "Ada");
        GraphView frozen = writer.Freeze();
        int bela = writer.CreateNode(_person);
        writer.CreateRelationship(ada, bela, _met);
        writer.SetNodeProperty(ada, _name, 5);
        Assert.Equal((1, 2), (frozen.NodeCount, writer.NodeCount));
        Assert.Equal((0, 1), (frozen.Degree(ada, _met, Side.Out), writer.Degree(ada, _met, Side.Out)));
        Assert.Equal("Ada", frozen.NodeProperty(ada, _name).AsString());
        Assert.Equal(5, writer.NodeProperty(ada, _name).AsInteger());
    }

    [Fact]
    public void A_deleted_node_can_no_longer_be_read_and_a_deleted_relationship_keeps_its_type()
    {
        using GraphWriter writer = _store.BeginWrite();
        int ada = writer.CreateNode(_person);
        int met = writer.CreateRelationship(ada, ada, _met);
        writer.DeleteRelationship(met);
        writer.DeleteNode(ada);
        writer.EndStatement();

        Assert.Equal("DeletedEntityAccess", Assert.Throws<GraphException>(() => writer.NodeProperty(ada, _name)).Detail);
        Assert.Equal("DeletedEntityAccess", Assert.Throws<GraphException>(() => writer.HasLabel(ada, _person)).Detail);
        Assert.Equal("DeletedEntityAccess", Assert.Throws<GraphException>(() => writer.RelationshipProperty(met, _name)).Detail);
        Assert.Equal(_met, writer.Relationship(met).Type);
    }

    [Fact]
    public void A_node_with_relationships_left_is_refused_when_the_statement_ends()
    {
        using GraphWriter writer = _store.BeginWrite();
        int ada = writer.CreateNode();
        writer.CreateRelationship(ada, writer.CreateNode(), _met);
        writer.DeleteNode(ada);
        Assert.Equal("DeleteConnectedNode", Assert.Throws<GraphException>(writer.EndStatement).Detail);
    }

    [Fact]
    public void A_second_writer_waits_its_turn_and_gives_up_after_the_time_it_was_given()
    {
        using GraphWriter first = _store.BeginWrite();
        GraphException busy = Assert.Throws<GraphException>(() => _store.BeginWrite(TimeSpan.FromMilliseconds(1)));
        Assert.True(busy.IsTransient);
        first.Rollback();
        using GraphWriter second = _store.BeginWrite(TimeSpan.Zero);
        Assert.Equal(0, second.NodeCount);
    }

    [Fact]
    public void Maps_and_nested_lists_are_no_property_values()
    {
        using GraphWriter writer = _store.BeginWrite();
        int node = writer.CreateNode();
        Assert.Equal("InvalidPropertyType", Assert.Throws<GraphException>(() => writer.SetNodeProperty(node, _name, MapValue.Empty)).Detail);
        Assert.Equal("InvalidPropertyType", Assert.Throws<GraphException>(() => writer.SetNodeProperty(node, _name, Value.List(MapValue.Empty))).Detail);
        writer.SetNodeProperty(node, _name, Value.List(1, 2.5, "x"));
        Assert.Equal(3, writer.NodeProperty(node, _name).AsList().Length);
    }

    [Fact]
    public void Uniqueness_is_checked_at_once_and_existence_when_the_transaction_ends()
    {
        using (GraphWriter writer = _store.BeginWrite())
        {
            writer.CreateConstraint(new ConstraintDefinition("key", ConstraintKind.Key, false, _person, [_name]));
            writer.SetNodeProperty(writer.CreateNode(_person), _name, "Ada");
            writer.Commit();
        }

        using (GraphWriter writer = _store.BeginWrite())
        {
            int second = writer.CreateNode(_person);
            Assert.Throws<GraphException>(() => writer.SetNodeProperty(second, _name, "Ada"));
        }

        using (GraphWriter writer = _store.BeginWrite())
        {
            writer.CreateNode(_person);
            Assert.Contains("must have the property `name`", Assert.Throws<GraphException>(() => writer.Commit()).Message, StringComparison.Ordinal);
        }

        Assert.Equal(1, _store.Current.NodeCount);
    }
}
