using Chancery.Cypher.Storage.Disk.Native;

namespace Chancery.Cypher.Storage.Disk;

internal sealed partial class GraphDisk
{
    /// <summary>
    /// Writes the segments in which two versions of the graph differ and drops the redo records up to the later one, all or nothing.
    /// What differs is seen by the pages, which versions share until they are written.
    /// </summary>
    public void Checkpoint(
        GraphState before, GraphState now, GraphTokens tokens, LabelSets sets, CheckpointRecord record, IReadOnlyList<StoredText> texts)
    {
        List<(byte[] Key, Func<RecordWriter, bool> Write)> segments =
        [
            .. LabelSegments(before.LabelSets, now.LabelSets, sets),
            .. RelationshipSegments(before.Relationships, now.Relationships),
            .. PropertySegments(DiskKeys.NodeProperties, before.NodeColumns, now.NodeColumns),
            .. PropertySegments(DiskKeys.RelationshipProperties, before.RelationshipColumns, now.RelationshipColumns),
        ];
        using RocksBatch batch = new();
        AddSegments(batch, segments);
        batch.DeleteRange(_log, DiskKeys.Number(0), DiskKeys.Number(record.Commit + 1));
        AddTexts(batch, texts);
        batch.Put(_main, DiskKeys.Checkpoint, record.Encode(tokens));
        Write(batch);
    }

    /// <summary>Deletes long strings that nothing refers to; only where nobody reads.</summary>
    public void DropTexts(IReadOnlyList<long> numbers)
    {
        using RocksBatch batch = new();
        foreach (long number in numbers)
        {
            batch.Delete(_texts, DiskKeys.Number(number));
        }

        Write(batch);
    }

    /// <summary>Moves what stands in write-ahead logs into tables, so that the folder is small and opens fast.</summary>
    public void Tidy()
    {
        try
        {
            foreach (RocksFamily family in (RocksFamily[])[_log, _segments, _texts, _main])
            {
                _db.Flush(family);
            }

            _db.Compact(_log);
            if (FilesOf(_segments) > 1)
            {
                _db.Compact(_segments);
            }
        }
        catch (RocksException problem)
        {
            throw DiskError.CannotTidy(Folder, problem);
        }
    }

    private long FilesOf(RocksFamily family)
    {
        long files = 0;
        for (int level = 0; level < 7; level++)
        {
            files += _db.Property(family, $"rocksdb.num-files-at-level{level}");
        }

        return files;
    }

    private static IEnumerable<int> ChangedSegments(int pages, Func<int, bool> isChanged)
    {
        for (int segment = 0; segment * SegmentCodec.PagesPerSegment < pages; segment++)
        {
            for (int page = 0; page < SegmentCodec.PagesPerSegment; page++)
            {
                if (isChanged(segment * SegmentCodec.PagesPerSegment + page))
                {
                    yield return segment;
                    break;
                }
            }
        }
    }

    private static IEnumerable<(byte[] Key, Func<RecordWriter, bool> Write)> LabelSegments(PagedArray<int> before, PagedArray<int> now, LabelSets sets)
    {
        foreach (int segment in ChangedSegments(now.PageCount, page => !ReferenceEquals(before.Page(page), now.Page(page))))
        {
            yield return (DiskKeys.Segment(DiskKeys.NodeLabels, 0, segment), to => SegmentCodec.WriteLabels(to, now, sets, segment));
        }
    }

    private static IEnumerable<(byte[] Key, Func<RecordWriter, bool> Write)> RelationshipSegments(
        PagedArray<RelationshipRecord> before, PagedArray<RelationshipRecord> now)
    {
        foreach (int segment in ChangedSegments(now.PageCount, page => !ReferenceEquals(before.Page(page), now.Page(page))))
        {
            yield return (DiskKeys.Segment(DiskKeys.Relationships, 0, segment), to => SegmentCodec.WriteRelationships(to, now, segment));
        }
    }

    private static IEnumerable<(byte[] Key, Func<RecordWriter, bool> Write)> PropertySegments(byte kind, PropertyColumn[] before, PropertyColumn[] now)
    {
        for (int key = 0; key < now.Length; key++)
        {
            PropertyColumn column = now[key];
            PropertyColumn old = key < before.Length ? before[key] : PropertyColumn.Empty;
            if (ReferenceEquals(column, old))
            {
                continue;
            }

            foreach (int segment in ChangedSegments(column.PageCount, page => !ReferenceEquals(old.Page(page), column.Page(page))))
            {
                yield return (DiskKeys.Segment(kind, key, segment), to => SegmentCodec.WriteProperties(to, column, segment));
            }
        }
    }

    // A segment that holds nothing any more goes.
    private void AddSegments(RocksBatch batch, List<(byte[] Key, Func<RecordWriter, bool> Write)> segments) => Parallel.For(
        0,
        segments.Count,
        () => new RecordWriter(4 * SegmentCodec.Elements),
        (i, _, record) =>
        {
            record.Truncate(0);
            bool any = segments[i].Write(record);
            lock (segments)
            {
                if (any)
                {
                    batch.Put(_segments, segments[i].Key, record.Written);
                }
                else
                {
                    batch.Delete(_segments, segments[i].Key);
                }
            }

            return record;
        },
        _ => { });
}
