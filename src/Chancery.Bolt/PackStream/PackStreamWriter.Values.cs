using Chancery.Graph;

namespace Chancery.Bolt.PackStream;

internal ref partial struct PackStreamWriter
{
    public void WriteValue(Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.Null: WriteNull(); break;
            case ValueKind.Boolean: WriteBoolean(value.AsBoolean()); break;
            case ValueKind.Integer: WriteInteger(value.AsInteger()); break;
            case ValueKind.Float: WriteFloat(value.AsFloat()); break;
            case ValueKind.String: WriteString(value.AsString()); break;
            case ValueKind.Bytes: WriteBytes(value.AsBytes()); break;
            case ValueKind.List: WriteList(value.AsList()); break;
            case ValueKind.Map: WriteMap(value.AsMap()); break;
            case ValueKind.Node: WriteNode(value.AsNode()); break;
            case ValueKind.Relationship: WriteRelationship(value.AsRelationship()); break;
            case ValueKind.Path: WritePath(value.AsPath()); break;
            case ValueKind.Date: WriteStructure(StructureTag.Date, value.AsDate().EpochDay); break;
            case ValueKind.LocalTime: WriteStructure(StructureTag.LocalTime, value.AsLocalTime().NanoOfDay); break;
            case ValueKind.Time: WriteTime(value.AsTime()); break;
            case ValueKind.LocalDateTime: WriteLocalDateTime(value.AsLocalDateTime()); break;
            case ValueKind.DateTime: WriteDateTime(value.AsDateTime()); break;
            case ValueKind.Duration: WriteDuration(value.AsDuration()); break;
            case ValueKind.Point: WritePoint(value.AsPoint()); break;
            default: throw new InvalidOperationException($"No PackStream form for {value.Kind}.");
        }
    }

    public void WriteList(ReadOnlySpan<Value> items)
    {
        WriteListHeader(items.Length);
        foreach (Value item in items)
        {
            WriteValue(item);
        }
    }

    public void WriteMap(MapValue map)
    {
        WriteMapHeader(map.Count);
        ReadOnlySpan<string> keys = map.KeySpan;
        ReadOnlySpan<Value> values = map.ValueSpan;
        for (int i = 0; i < keys.Length; i++)
        {
            WriteString(keys[i]);
            WriteValue(values[i]);
        }
    }

    private void WriteStructure(byte tag, long field)
    {
        WriteStructureHeader(tag, 1);
        WriteInteger(field);
    }

    private void WriteNode(Node node)
    {
        WriteStructureHeader(StructureTag.Node, _shape.ElementIds ? 4 : 3);
        WriteInteger(node.Id);
        WriteListHeader(node.Labels.Count);
        for (int i = 0; i < node.Labels.Count; i++)
        {
            WriteString(node.Labels[i]);
        }

        WriteMap(node.Properties);
        WriteElementId(node.ElementId);
    }

    private void WriteRelationship(Relationship relationship)
    {
        WriteStructureHeader(StructureTag.Relationship, _shape.ElementIds ? 8 : 5);
        WriteInteger(relationship.Id);
        WriteInteger(relationship.StartId);
        WriteInteger(relationship.EndId);
        WriteString(relationship.Type);
        WriteMap(relationship.Properties);
        WriteElementId(relationship.ElementId);
        WriteElementId(relationship.StartElementId);
        WriteElementId(relationship.EndElementId);
    }

    private void WriteElementId(string id)
    {
        if (_shape.ElementIds)
        {
            WriteString(id);
        }
    }

    // A path names each of its nodes and relationships once, and then walks over them by index:
    // relationships from 1, negative where walked against their direction, and nodes from 0; the first node is implied.
    private void WritePath(GraphPath path)
    {
        List<Node> nodes = [];
        List<Relationship> relationships = [];
        long[] steps = new long[path.Relationships.Count * 2];
        Place(nodes, path.Nodes[0].AsNode());
        for (int i = 0; i < path.Relationships.Count; i++)
        {
            Relationship relationship = path.Relationships[i].AsRelationship();
            int place = relationships.FindIndex(known => known.Id == relationship.Id);
            if (place < 0)
            {
                place = relationships.Count;
                relationships.Add(relationship);
            }

            bool forward = relationship.StartId == path.Nodes[i].ElementNumber;
            steps[2 * i] = forward ? place + 1 : -(place + 1);
            steps[(2 * i) + 1] = Place(nodes, path.Nodes[i + 1].AsNode());
        }

        WriteStructureHeader(StructureTag.Path, 3);
        WriteListHeader(nodes.Count);
        foreach (Node node in nodes)
        {
            WriteNode(node);
        }

        WriteListHeader(relationships.Count);
        foreach (Relationship relationship in relationships)
        {
            WriteStructureHeader(StructureTag.UnboundRelationship, _shape.ElementIds ? 4 : 3);
            WriteInteger(relationship.Id);
            WriteString(relationship.Type);
            WriteMap(relationship.Properties);
            WriteElementId(relationship.ElementId);
        }

        WriteListHeader(steps.Length);
        foreach (long step in steps)
        {
            WriteInteger(step);
        }
    }

    private static int Place(List<Node> nodes, Node node)
    {
        int place = nodes.FindIndex(known => known.Id == node.Id);
        if (place < 0)
        {
            place = nodes.Count;
            nodes.Add(node);
        }

        return place;
    }

    private void WriteTime(ZonedTime time)
    {
        WriteStructureHeader(StructureTag.Time, 2);
        WriteInteger(time.NanoOfDay);
        WriteInteger(time.OffsetSeconds);
    }

    private void WriteLocalDateTime(LocalDateTimeValue value)
    {
        WriteStructureHeader(StructureTag.LocalDateTime, 2);
        WriteInteger(value.EpochSecond);
        WriteInteger(value.Nano);
    }

    private void WriteDateTime(ZonedDateTime value)
    {
        long seconds = _shape.UtcDateTimes ? value.EpochSecond : value.EpochSecond + value.OffsetSeconds;
        if (value.ZoneId is { } zone)
        {
            WriteStructureHeader(_shape.UtcDateTimes ? StructureTag.DateTimeZoneId : StructureTag.LegacyDateTimeZoneId, 3);
            WriteInteger(seconds);
            WriteInteger(value.Nano);
            WriteString(zone);
        }
        else
        {
            WriteStructureHeader(_shape.UtcDateTimes ? StructureTag.DateTime : StructureTag.LegacyDateTime, 3);
            WriteInteger(seconds);
            WriteInteger(value.Nano);
            WriteInteger(value.OffsetSeconds);
        }
    }

    private void WriteDuration(DurationValue value)
    {
        WriteStructureHeader(StructureTag.Duration, 4);
        WriteInteger(value.Months);
        WriteInteger(value.Days);
        WriteInteger(value.Seconds);
        WriteInteger(value.Nano);
    }

    private void WritePoint(PointValue value)
    {
        WriteStructureHeader(value.Z is null ? StructureTag.Point2D : StructureTag.Point3D, value.Z is null ? 3 : 4);
        WriteInteger(value.Srid);
        WriteFloat(value.X);
        WriteFloat(value.Y);
        if (value.Z is { } z)
        {
            WriteFloat(z);
        }
    }
}
