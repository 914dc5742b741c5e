using Chancery.Cypher.Storage;
using Chancery.Graph;

namespace Chancery.Cypher.Execution.Operators;

/// <summary>Relationships type by type; without a direction each is met once from either end, a loop once.</summary>
internal sealed class RelationshipScan(Operator input, int fromSlot, int relationshipSlot, int toSlot, Legs legs) : InputOperator(input)
{
    private Membership.Enumerator _relationships;
    private int _type;
    private bool _inside;
    private int _again = -1;

    public override bool MoveNext()
    {
        while (true)
        {
            if (_again >= 0)
            {
                RelationshipRecord record = Context.View.Relationship(_again);
                Fill(_again, record.End, record.Start);
                _again = -1;
                return true;
            }

            if (_inside && _relationships.MoveNext())
            {
                Context.Tick();
                Context.Hits++;
                Meet(_relationships.Current);
                return true;
            }

            if (_inside && ++_type < legs.Types.Length)
            {
                _relationships = Context.View.RelationshipsOfType(legs.Types[_type]).GetEnumerator();
                continue;
            }

            _inside = false;
            if (!Input.MoveNext())
            {
                return false;
            }

            legs.Resolve(Context.View);
            _type = 0;
            _inside = legs.Types.Length > 0;
            if (_inside)
            {
                _relationships = Context.View.RelationshipsOfType(legs.Types[0]).GetEnumerator();
            }
        }
    }

    protected override void OnOpen()
    {
        _inside = false;
        _again = -1;
        base.OnOpen();
    }

    private void Meet(int relationship)
    {
        RelationshipRecord record = Context.View.Relationship(relationship);
        if (legs.Outgoing)
        {
            Fill(relationship, record.Start, record.End);
            _again = legs.Incoming && record.Start != record.End ? relationship : -1;
        }
        else
        {
            Fill(relationship, record.End, record.Start);
        }
    }

    private void Fill(int relationship, int from, int to)
    {
        Row[fromSlot] = Value.Node(Context.View, from);
        Row[relationshipSlot] = Value.Relationship(Context.View, relationship);
        Row[toSlot] = Value.Node(Context.View, to);
    }
}
