using Chancery.Cypher.Storage;
using Chancery.Graph;

namespace Chancery.Cypher.Execution.Operators;

/// <summary>Fills the ends of a bound relationship, or checks those that are known; without a direction it fits both ways.</summary>
internal sealed class Endpoints(
    Operator input, int fromSlot, bool fromKnown, int relationshipSlot, int toSlot, bool toKnown, Legs legs, int[] others) : InputOperator(input)
{
    private RelationshipRecord _record;
    private bool _reverseLeft;

    public override bool MoveNext()
    {
        while (true)
        {
            if (_reverseLeft)
            {
                _reverseLeft = false;
                if (_record.Start != _record.End && TryFill(_record.End, _record.Start))
                {
                    return true;
                }
            }

            if (!Input.MoveNext())
            {
                return false;
            }

            Value relationship = Row[relationshipSlot];
            if (relationship.IsNull)
            {
                continue;
            }

            if (relationship.Kind != ValueKind.Relationship)
            {
                throw RuntimeErrors.NotARelationship(relationship);
            }

            legs.Resolve(Context.View);
            _record = Context.View.Relationship((int)relationship.ElementNumber);
            if (!_record.Exists || !(legs.Types.Contains(_record.Type))
                || !Uniqueness.IsNew((int)relationship.ElementNumber, others, Row))
            {
                continue;
            }

            _reverseLeft = legs.BothSides;
            bool forward = legs.Outgoing;
            if (TryFill(forward ? _record.Start : _record.End, forward ? _record.End : _record.Start))
            {
                return true;
            }
        }
    }

    protected override void OnOpen()
    {
        _reverseLeft = false;
        base.OnOpen();
    }

    private bool TryFill(int from, int to)
    {
        if ((fromKnown && RuntimeErrors.NodeOrNull(Row[fromSlot]) != from) || (toKnown && RuntimeErrors.NodeOrNull(Row[toSlot]) != to)
            || (fromSlot == toSlot && from != to))
        {
            return false;
        }

        Row[fromSlot] = Value.Node(Context.View, from);
        Row[toSlot] = Value.Node(Context.View, to);
        return true;
    }
}
