using System.Runtime.CompilerServices;

namespace Chancery.Cypher.Storage.Disk;

/// <summary>
/// Segments as bytes: 4,096 neighbouring elements of the label sets, the relationships, or one property column. Only what is there is
/// written; a segment with nothing in it is not kept at all.
/// What is marked for aggressive optimization runs when a graph is opened, and for the first time then.
/// </summary>
internal static partial class SegmentCodec
{
    public const int PagesPerSegment = 32;
    public const int Elements = PagesPerSegment * Pages.Size;

    /// <summary>False where the segment holds no node.</summary>
    public static bool WriteLabels(RecordWriter to, PagedArray<int> column, LabelSets sets, int segment)
    {
        List<int> known = [];
        List<(int Place, int Length)> runs = [];
        for (int i = 0; i < Elements; i++)
        {
            int set = column[segment * Elements + i];
            int place = known.IndexOf(set);
            if (place < 0)
            {
                place = known.Count;
                known.Add(set);
            }

            if (runs.Count > 0 && runs[^1].Place == place)
            {
                runs[^1] = (place, runs[^1].Length + 1);
            }
            else
            {
                runs.Add((place, 1));
            }
        }

        to.Number(known.Count);
        foreach (int set in known)
        {
            // Count 0: no node. Otherwise one more than the labels that follow.
            to.Number(set == LabelSets.NoNode ? 0 : sets.Labels(set).Length + 1);
            foreach (int label in sets.Labels(set))
            {
                to.Number(label);
            }
        }

        foreach ((int place, int length) in runs)
        {
            to.Number(place);
            to.Number(length);
        }

        return known is not [LabelSets.NoNode];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int[][] ReadLabels(ReadOnlySpan<byte> record, LabelSets sets)
    {
        RecordReader from = new(record);
        int[] known = new int[from.Number()];
        for (int i = 0; i < known.Length; i++)
        {
            int count = from.Number();
            known[i] = count == 0 ? LabelSets.NoNode : LabelSets.NoLabels;
            for (int label = 1; label < count; label++)
            {
                known[i] = sets.With(known[i], from.Number());
            }
        }

        int[][] pages = NewPages<int>();
        int at = 0;
        while (!from.AtEnd)
        {
            int set = known[Below(from.Number(), known.Length)];
            for (int rest = Below(from.Number(), Elements - at + 1); rest > 0; rest--, at++)
            {
                pages[at >> Pages.Bits][at & Pages.Mask] = set;
            }
        }

        return pages;
    }

    /// <summary>False where the segment holds no relationship.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool WriteRelationships(RecordWriter to, PagedArray<RelationshipRecord> column, int segment)
    {
        int first = segment * Elements;
        int run = 0;
        int mark = -1;
        bool any = false;
        for (int i = 0; i < Elements; i++)
        {
            RelationshipRecord record = column[first + i];
            int next = record.Exists ? record.Type + 1 : 0;
            any |= next > 0;
            if (next != mark && run > 0)
            {
                to.Number(mark);
                to.Number(run);
                run = 0;
            }

            mark = next;
            run++;
        }

        to.Number(mark);
        to.Number(run);
        int start = 0;
        int end = 0;
        for (int i = 0; i < Elements; i++)
        {
            RelationshipRecord record = column[first + i];
            if (record.Exists)
            {
                to.Signed(record.Start - start);
                to.Signed(record.End - end);
                (start, end) = (record.Start, record.End);
            }
        }

        return any;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static RelationshipRecord[][] ReadRelationships(ReadOnlySpan<byte> record)
    {
        RecordReader from = new(record);
        int[] marks = new int[Elements];
        for (int at = 0; at < Elements;)
        {
            int mark = from.Number();
            int run = Below(from.Number(), Elements - at + 1);
            marks.AsSpan(at, run).Fill(mark);
            at += run;
        }

        RelationshipRecord[][] pages = NewPages<RelationshipRecord>();
        int start = 0;
        int end = 0;
        for (int i = 0; i < Elements; i++)
        {
            if (marks[i] > 0)
            {
                start += (int)from.Signed();
                end += (int)from.Signed();
                pages[i >> Pages.Bits][i & Pages.Mask] = new RelationshipRecord(marks[i] - 1, start, end);
            }
        }

        return pages;
    }

    private static T[][] NewPages<T>()
    {
        T[][] pages = new T[PagesPerSegment][];
        for (int i = 0; i < pages.Length; i++)
        {
            pages[i] = new T[Pages.Size];
        }

        return pages;
    }

    private static int Below(int value, int limit) =>
        (uint)value < (uint)limit ? value : throw new InvalidDataException($"A segment holds {value} where less than {limit} can be.");
}
