using Chancery.Bolt.Messages;
using Chancery.Bolt.PackStream;
using Chancery.Graph;

namespace Chancery.Bolt.Server;

internal sealed partial class ServerSession
{
    private void WriteRecord(IReadOnlyList<Value> record)
    {
        PackStreamWriter writer = new(_writer, _shape);
        writer.WriteStructureHeader(MessageTag.Record, 1);
        if (record is Value[] row)
        {
            writer.WriteList(row);
        }
        else
        {
            writer.WriteListHeader(record.Count);
            for (int i = 0; i < record.Count; i++)
            {
                writer.WriteValue(record[i]);
            }
        }

        writer.Flush();
        _writer.EndMessage();
    }

    private void WriteSuccess(MapValue metadata) => WriteSummary(MessageTag.Success, metadata);

    private void Write(BoltFailure failure) => WriteSummary(MessageTag.Failure, failure.ToMetadata(_version));

    private void WriteIgnored()
    {
        PackStreamWriter writer = new(_writer, _shape);
        writer.WriteStructureHeader(MessageTag.Ignored, 0);
        writer.Flush();
        _writer.EndMessage();
    }

    private void WriteSummary(byte tag, MapValue metadata)
    {
        PackStreamWriter writer = new(_writer, _shape);
        writer.WriteStructureHeader(tag, 1);
        writer.WriteMap(metadata);
        writer.Flush();
        _writer.EndMessage();
    }
}
