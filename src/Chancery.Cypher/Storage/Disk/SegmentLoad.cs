using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Chancery.Cypher.Storage.Disk.Native;

namespace Chancery.Cypher.Storage.Disk;

/// <summary>Reads all segments into a state that nobody else has yet: threads take turns at reading, and decode side by side.</summary>
internal sealed class SegmentLoad(RocksCursor cursor, GraphState state, object owner, LabelSets sets, TextShelf shelf, string folder)
{
    private readonly Lock _reading = new();
    private readonly Lock _installing = new();
    private readonly ConcurrentDictionary<string, string> _shared = new(StringComparer.Ordinal);
    private bool _atEnd;

    public void Run()
    {
        try
        {
            Parallel.For(0, Environment.ProcessorCount, (_, loop) => Work(loop));
        }
        catch (AggregateException problems)
        {
            ExceptionDispatchInfo.Throw(problems.InnerExceptions[0]);
        }
    }

    private void Work(ParallelLoopState loop)
    {
        byte[] buffer = [];
        while (!loop.IsExceptional && TryRead(ref buffer, out byte[] key, out int length))
        {
            try
            {
                Decode(key, buffer.AsSpan(0, length));
            }
            catch (InvalidDataException problem)
            {
                throw DiskError.Corrupt(folder, $"{DiskKeys.Segments}/{Convert.ToHexString(key)}", problem);
            }
        }
    }

    // What a cursor shows is gone when it moves, so it is copied out.
    private bool TryRead(ref byte[] buffer, out byte[] key, out int length)
    {
        lock (_reading)
        {
            (key, length) = ([], 0);
            try
            {
                _atEnd = _atEnd || !cursor.MoveNext();
            }
            catch (RocksException problem)
            {
                _atEnd = true;
                throw DiskError.Corrupt(folder, DiskKeys.Segments, problem);
            }

            if (_atEnd)
            {
                return false;
            }

            key = cursor.Key.ToArray();
            ReadOnlySpan<byte> value = cursor.Value;
            length = value.Length;
            if (length > buffer.Length)
            {
                buffer = new byte[2 * length];
            }

            value.CopyTo(buffer);
            return true;
        }
    }

    private void Decode(byte[] key, ReadOnlySpan<byte> record)
    {
        (byte kind, int column, int segment) = DiskKeys.ParseSegment(key);
        switch (kind)
        {
            case DiskKeys.NodeLabels:
                lock (_installing)
                {
                    // Label sets get their numbers here.
                    state.LabelSets = Install(state.LabelSets.Edit(owner), segment, SegmentCodec.ReadLabels(record, sets));
                }

                break;
            case DiskKeys.Relationships:
                RelationshipRecord[][] relationships = SegmentCodec.ReadRelationships(record);
                lock (_installing)
                {
                    state.Relationships = Install(state.Relationships.Edit(owner), segment, relationships);
                }

                break;
            case DiskKeys.NodeProperties or DiskKeys.RelationshipProperties:
                PropertyPage?[] pages = SegmentCodec.ReadProperties(record, shelf, _shared);
                lock (_installing)
                {
                    state.GrowKeys(column + 1);
                    PropertyColumn[] columns = kind == DiskKeys.NodeProperties ? state.NodeColumns : state.RelationshipColumns;
                    Install(columns[column] = columns[column].Edit(owner), segment, pages);
                }

                break;
            default:
                throw new InvalidDataException($"Segments of kind {kind} are unknown.");
        }
    }

    private static PagedArray<T> Install<T>(PagedArray<T> array, int segment, T[][] pages)
    {
        for (int i = 0; i < pages.Length; i++)
        {
            array.SetPage(segment * SegmentCodec.PagesPerSegment + i, pages[i]);
        }

        return array;
    }

    private static void Install(PropertyColumn column, int segment, PropertyPage?[] pages)
    {
        for (int i = 0; i < pages.Length; i++)
        {
            if (pages[i] is { } page)
            {
                column.Load(segment * SegmentCodec.PagesPerSegment + i, page);
            }
        }
    }
}
