using Chancery.Graph;

namespace Chancery.Cypher.Storage;

/// <summary>
/// Proves that a view is whole: counts and bitmaps agree with the elements, adjacency is symmetric, indexes equal the data,
/// constraints hold. Each problem is one sentence.
/// </summary>
internal sealed class GraphCheck
{
    private const int MostProblems = 100;

    private readonly GraphView _view;
    private readonly List<string> _problems = [];

    private GraphCheck(GraphView view) => _view = view;

    public static IReadOnlyList<string> Run(GraphView view)
    {
        GraphCheck check = new(view);
        check.CheckNodes();
        check.CheckRelationships();
        check.CheckAdjacency(Side.Out);
        check.CheckAdjacency(Side.In);
        check.CheckProperties(view.State.NodeColumns, view.HasNode, "node");
        check.CheckProperties(view.State.RelationshipColumns, view.HasRelationship, "relationship");
        check.CheckIndexes();
        check.CheckConstraints();
        return check._problems;
    }

    /// <summary>Problems where two views that should show the same graph do not; names may have different ids.</summary>
    public static IReadOnlyList<string> Compare(GraphView left, GraphView right)
    {
        GraphCheck check = new(left);
        check.Expect(left.NodeCount == right.NodeCount, $"{left.NodeCount} nodes in memory, {right.NodeCount} on disk");
        check.Expect(left.RelationshipCount == right.RelationshipCount, $"{left.RelationshipCount} relationships in memory, {right.RelationshipCount} on disk");
        foreach (int id in left.Nodes)
        {
            check.Expect(right.HasNode(id) && Same(left.ReadNode(id), right.ReadNode(id)), $"node {id} differs between memory and disk");
        }

        for (int id = 0; id < left.RelationshipCapacity; id++)
        {
            if (left.HasRelationship(id))
            {
                check.Expect(
                    right.HasRelationship(id) && Same(left.ReadRelationship(id), right.ReadRelationship(id)),
                    $"relationship {id} differs between memory and disk");
            }
        }

        return check._problems;
    }

    private static bool Same(Node left, Node right) =>
        left.Labels.Order().SequenceEqual(right.Labels.Order()) && Value.Map(left.Properties) == Value.Map(right.Properties);

    private static bool Same(Relationship left, Relationship right) =>
        (left.Type, left.StartId, left.EndId) == (right.Type, right.StartId, right.EndId) && Value.Map(left.Properties) == Value.Map(right.Properties);

    private void Expect(bool holds, string problem)
    {
        if (!holds && _problems.Count < MostProblems)
        {
            _problems.Add(problem);
        }
    }

    private void CheckNodes()
    {
        int count = 0;
        int[] byLabel = new int[_view.LabelCount];
        for (int id = 0; id < _view.NodeCapacity; id++)
        {
            bool exists = _view.HasNode(id);
            Expect(_view.Nodes.Contains(id) == exists, $"node {id} stands wrongly in the set of all nodes");
            if (exists)
            {
                count++;
                foreach (int label in _view.LabelsOf(id))
                {
                    byLabel[label]++;
                    Expect(_view.NodesWithLabel(label).Contains(id), $"node {id} is missing under label {_view.Tokens.Labels.Name(label)}");
                }
            }
        }

        Expect(count == _view.NodeCount, $"{count} nodes are there, {_view.NodeCount} are counted");
        for (int label = 0; label < byLabel.Length; label++)
        {
            int counted = _view.NodesWithLabel(label).Count;
            Expect(counted == byLabel[label], $"{byLabel[label]} nodes have label {_view.Tokens.Labels.Name(label)}, {counted} are counted");
        }
    }

    private void CheckRelationships()
    {
        int count = 0;
        int[] byType = new int[_view.TypeCount];
        for (int id = 0; id < _view.RelationshipCapacity; id++)
        {
            RelationshipRecord record = _view.Relationship(id);
            if (record.Exists)
            {
                count++;
                byType[record.Type]++;
                Expect(_view.HasNode(record.Start) && _view.HasNode(record.End), $"relationship {id} ends at a node that does not exist");
                Expect(_view.RelationshipsOfType(record.Type).Contains(id), $"relationship {id} is missing under its type");
                Expect(Occurrences(_view.Steps(record.Start, record.Type, Side.Out), id, record.End) == 1, $"relationship {id} is not once among those of its start");
                Expect(Occurrences(_view.Steps(record.End, record.Type, Side.In), id, record.Start) == 1, $"relationship {id} is not once among those of its end");
            }
        }

        Expect(count == _view.RelationshipCount, $"{count} relationships are there, {_view.RelationshipCount} are counted");
        for (int type = 0; type < byType.Length; type++)
        {
            int counted = _view.RelationshipsOfType(type).Count;
            Expect(counted == byType[type], $"{byType[type]} relationships have type {_view.Tokens.Types.Name(type)}, {counted} are counted");
        }
    }

    private static int Occurrences(ReadOnlySpan<Adjacent> steps, int relationship, int node)
    {
        int count = 0;
        foreach (Adjacent step in steps)
        {
            count += step == new Adjacent(node, relationship) ? 1 : 0;
        }

        return count;
    }

    // With every relationship found on both sides, equal totals leave no room for a step too many.
    private void CheckAdjacency(Side side)
    {
        for (int type = 0; type < _view.TypeCount; type++)
        {
            long steps = 0;
            for (int node = 0; node < _view.NodeCapacity; node++)
            {
                steps += _view.Degree(node, type, side);
            }

            Expect(
                steps == _view.RelationshipsOfType(type).Count,
                $"{steps} steps of type {_view.Tokens.Types.Name(type)} on side {side} for {_view.RelationshipsOfType(type).Count} relationships");
        }
    }

    private void CheckProperties(PropertyColumn[] columns, Func<long, bool> exists, string what)
    {
        for (int key = 0; key < columns.Length; key++)
        {
            long count = 0;
            for (int page = 0; page < columns[key].PageCount; page++)
            {
                for (int slot = 0; columns[key].Page(page) is { } content && slot < Pages.Size; slot++)
                {
                    if (content.Has(slot))
                    {
                        count++;
                        int id = (page << Pages.Bits) + slot;
                        Expect(exists(id), $"{what} {id} does not exist and has property {_view.Tokens.Keys.Name(key)}");
                        Expect(!content.Get(slot).IsNull, $"{what} {id} has an empty property {_view.Tokens.Keys.Name(key)}");
                    }
                }
            }

            Expect(count == columns[key].Count, $"{count} {what}s have property {_view.Tokens.Keys.Name(key)}, {columns[key].Count} are counted");
        }
    }

    private void CheckIndexes()
    {
        Expect(_view.State.Indexes.Length == _view.Schema.Indexes.Count, "the indexes are not those of the schema");
        foreach (GraphIndex index in _view.State.Indexes)
        {
            GraphIndex anew = IndexBuilder.Build(index.Definition, _view.State, out var clash);
            Expect(clash is null, $"elements {clash?.First} and {clash?.Second} share a value that index {index.Definition.Name} says is unique");
            Expect(index.SameContent(anew), $"index {index.Definition.Name} does not hold what the graph holds");
        }
    }

    private void CheckConstraints()
    {
        foreach (ConstraintDefinition constraint in _view.Schema.Constraints)
        {
            foreach (int id in constraint.OnRelationships ? _view.RelationshipsOfType(constraint.Token) : _view.NodesWithLabel(constraint.Token))
            {
                Expect(ConstraintRules.Broken(constraint, _view, id) is null, $"constraint {constraint.Name} does not hold for {id}");
            }
        }
    }
}
