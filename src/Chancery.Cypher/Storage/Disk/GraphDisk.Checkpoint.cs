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
        using RocksBatch batch = new();
        AddLabelSegments(batch, before.LabelSets, now.LabelSets, sets);
        AddRelationshipSegments(batch, before.Relationships, now.Relationships);
        AddPropertySegments(batch, DiskKeys.NodeProperties, before.NodeColumns, now.NodeColumns);
        AddPropertySegments(batch, DiskKeys.RelationshipProperties, before.RelationshipColumns, now.RelationshipColumns);
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

    private void AddLabelSegments(RocksBatch batch, PagedArray<int> before, PagedArray<int> now, LabelSets sets)
    {
        foreach (int segment in ChangedSegments(now.PageCount, page => !ReferenceEquals(before.Page(page), now.Page(page))))
        {
            RecordWriter record = new();
            bool any = SegmentCodec.WriteLabels(record, now, sets, segment);
            Put(batch, DiskKeys.Segment(DiskKeys.NodeLabels, 0, segment), record, any);
        }
    }

    private void AddRelationshipSegments(RocksBatch batch, PagedArray<RelationshipRecord> before, PagedArray<RelationshipRecord> now)
    {
        foreach (int segment in ChangedSegments(now.PageCount, page => !ReferenceEquals(before.Page(page), now.Page(page))))
        {
            RecordWriter record = new(4 * SegmentCodec.Elements);
            bool any = SegmentCodec.WriteRelationships(record, now, segment);
            Put(batch, DiskKeys.Segment(DiskKeys.Relationships, 0, segment), record, any);
        }
    }

    private void AddPropertySegments(RocksBatch batch, byte kind, PropertyColumn[] before, PropertyColumn[] now)
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
                RecordWriter record = new(1024);
                bool any = SegmentCodec.WriteProperties(record, column, segment);
                Put(batch, DiskKeys.Segment(kind, key, segment), record, any);
            }
        }
    }

    private void Put(RocksBatch batch, byte[] key, RecordWriter record, bool any)
    {
        if (any)
        {
            batch.Put(_segments, key, record.Written);
        }
        else
        {
            batch.Delete(_segments, key);
        }
    }
}
