using Chancery.Cypher.Execution;
using Chancery.Cypher.Storage;
using Chancery.Graph;

namespace Chancery.Cypher.Procedures;

/// <summary>The shape of the graph as a small graph of its own, whose elements exist nowhere else: their ids are negative.</summary>
internal static class SchemaPicture
{
    public static Value[] Draw(QueryContext context)
    {
        GraphView view = context.View;
        Dictionary<int, Node> nodes = [];
        foreach (int label in Enumerable.Range(0, view.LabelCount).Where(label => view.NodesWithLabel(label).Count > 0))
        {
            string name = view.Tokens.Labels.Name(label);
            long id = -1 - label;
            nodes.Add(label, new Node(id, $"{id}", [name], MapValue.Of(
                ("name", name), ("indexes", Names(view, label, indexes: true)), ("constraints", Names(view, label, indexes: false)))));
        }

        HashSet<(int Type, int From, int To)> edges = [];
        for (int type = 0; type < view.TypeCount; type++)
        {
            foreach (int relationship in view.RelationshipsOfType(type))
            {
                context.Tick();
                RelationshipRecord record = view.Relationship(relationship);
                foreach (int from in view.LabelsOf(record.Start))
                {
                    foreach (int to in view.LabelsOf(record.End))
                    {
                        edges.Add((type, from, to));
                    }
                }
            }
        }

        long next = -1;
        Value[] relationships =
        [
            .. edges.Order().Select(edge =>
            {
                long id = next--;
                string name = view.Tokens.Types.Name(edge.Type);
                Node from = nodes[edge.From];
                Node to = nodes[edge.To];
                return Value.Relationship(new Relationship(
                    id, $"{id}", name, from.Id, from.ElementId, to.Id, to.ElementId, MapValue.Of(("name", name))));
            }),
        ];
        return [Value.List([.. nodes.Values.Select(Value.Node)]), relationships];
    }

    private static Value Names(GraphView view, int label, bool indexes) => indexes
        ? Value.List([.. view.Schema.Indexes.Where(index => !index.OnRelationships && index.OwningConstraint is null && index.Tokens.Contains(label))
            .Select(index => Value.String(string.Join(",", index.Keys.Select(view.Tokens.Keys.Name))))])
        : Value.List([.. view.Schema.Constraints.Where(constraint => !constraint.OnRelationships && constraint.Token == label)
            .Select(constraint => Value.String(constraint.Name))]);
}
