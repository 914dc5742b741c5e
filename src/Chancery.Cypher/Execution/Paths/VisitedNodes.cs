using Chancery.Cypher.Storage;

namespace Chancery.Cypher.Execution.Paths;

/// <summary>Nodes that a search has reached: how far, and by which relationship. Forgetting them all costs nothing.</summary>
internal sealed class VisitedNodes
{
    private int[] _round = [];
    private int[] _distance = [];
    private int[] _relationship = [];
    private int _current;

    public void Begin(GraphView view)
    {
        if (_round.Length < view.NodeCapacity)
        {
            int capacity = Math.Max(64, view.NodeCapacity + (view.NodeCapacity >> 2));
            _round = new int[capacity];
            _distance = new int[capacity];
            _relationship = new int[capacity];
            _current = 0;
        }

        if (_current == int.MaxValue)
        {
            Array.Clear(_round);
            _current = 0;
        }

        _current++;
    }

    public bool Contains(int node) => _round[node] == _current;

    public int Distance(int node) => _distance[node];

    /// <summary>The relationship by which the node was first reached.</summary>
    public int Relationship(int node) => _relationship[node];

    public void Add(int node, int distance, int relationship)
    {
        _round[node] = _current;
        _distance[node] = distance;
        _relationship[node] = relationship;
    }
}
