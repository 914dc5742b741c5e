using Chancery.Cypher.Planning;
using Chancery.Cypher.Storage;
using Chancery.Graph;

namespace Chancery.Cypher.Execution.Operators;

/// <summary>Where a path's next piece stands in the row.</summary>
internal readonly record struct PathPiece(PathPartKind Kind, int Slot, int[] Interleaved);

internal sealed class BuildPath(Operator input, int slot, PathPiece[] pieces) : InputOperator(input)
{
    public override bool MoveNext()
    {
        if (!Input.MoveNext())
        {
            return false;
        }

        Row[slot] = Build();
        return true;
    }

    private Value Build()
    {
        List<Value> nodes = [Row[pieces[0].Slot]];
        List<Value> relationships = [];
        for (int i = 1; i < pieces.Length; i++)
        {
            PathPiece piece = pieces[i];
            switch (piece.Kind)
            {
                case PathPartKind.Relationship:
                    relationships.Add(Row[piece.Slot]);
                    nodes.Add(Row[pieces[++i].Slot]);
                    break;
                case PathPartKind.RelationshipList:
                    Follow(Row[piece.Slot].AsList(), nodes, relationships, Context.View);
                    i++;
                    break;
                case PathPartKind.Rounds:
                    AddRounds(piece.Interleaved, nodes, relationships);
                    i++;
                    break;
            }
        }

        return Value.Path(new GraphPath(nodes, relationships));
    }

    /// <summary>Adds a walk's relationships, and after each the node that it leads to.</summary>
    public static void Follow(Value[] walk, List<Value> nodes, List<Value> relationships, GraphView view)
    {
        foreach (Value relationship in walk)
        {
            int next = view.Relationship((int)relationship.ElementNumber).Other((int)nodes[^1].ElementNumber);
            relationships.Add(relationship);
            nodes.Add(Value.Node(view, next));
        }
    }

    private void AddRounds(int[] interleaved, List<Value> nodes, List<Value> relationships)
    {
        int rounds = Row[interleaved[0]].AsList().Length;
        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < interleaved.Length; i++)
            {
                Value value = Row[interleaved[i]].AsList()[round];
                (i % 2 == 0 ? relationships : nodes).Add(value);
            }
        }
    }
}
