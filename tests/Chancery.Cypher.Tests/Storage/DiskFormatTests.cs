using System.Globalization;
using System.Reflection;
using Chancery.Cypher.Storage;
using Chancery.Cypher.Storage.Disk;
using Chancery.Graph;
using Xunit;

namespace Chancery.Cypher.Tests.Storage;

/// <summary>Numbers and bytes that stand on people's disks. These tables may grow; a line that changes makes old graphs unreadable.</summary>
public sealed class DiskFormatTests
{
    [Fact]
    public void Steps_of_redo_records_keep_their_numbers() => Assert.Equal(
        "NewLabel=1 NewType=2 NewKey=3 CreateNode=4 CreateRelationship=5 DeleteNode=6 DeleteRelationship=7 AddLabel=8 RemoveLabel=9 "
        + "SetNodeProperty=10 SetRelationshipProperty=11 SetLastNodeProperty=12 SetLastRelationshipProperty=13 CreateIndex=14 DropIndex=15 "
        + "CreateConstraint=16 DropConstraint=17",
        Constants(typeof(RedoStep)));

    [Fact]
    public void Kinds_of_values_keep_their_numbers() => Assert.Equal(
        "Null=0 False=1 True=2 Integer=3 Float=4 String=5 StoredString=6 Bytes=7 List=8 Date=9 LocalTime=10 Time=11 LocalDateTime=12 "
        + "DateTime=13 Duration=14 Point=15 Map=16",
        Constants(typeof(ValueCodec)));

    [Fact]
    public void Kinds_of_indexes_and_constraints_keep_their_numbers()
    {
        Assert.Equal("Range=0 Text=1 FullText=2", Numbers<IndexKind>());
        Assert.Equal("Uniqueness=0 Existence=1 Key=2 PropertyType=3", Numbers<ConstraintKind>());
    }

    [Fact]
    public void Keys_keep_their_form()
    {
        Assert.Equal(1, DiskKeys.FormatVersion);
        Assert.Equal(["log", "segments", "texts"], [DiskKeys.Log, DiskKeys.Segments, DiskKeys.Texts]);
        Assert.Equal("0000000000000102", Convert.ToHexString(DiskKeys.Number(0x102)));
        Assert.Equal("4C0000000000000005", Convert.ToHexString(DiskKeys.Segment(DiskKeys.NodeLabels, 0, 5)));
        Assert.Equal("520000000000000005", Convert.ToHexString(DiskKeys.Segment(DiskKeys.Relationships, 0, 5)));
        Assert.Equal("4E0000000300000005", Convert.ToHexString(DiskKeys.Segment(DiskKeys.NodeProperties, 3, 5)));
        Assert.Equal("500000000300000005", Convert.ToHexString(DiskKeys.Segment(DiskKeys.RelationshipProperties, 3, 5)));
    }

    [Fact]
    public void A_redo_record_keeps_its_bytes()
    {
        RedoLog log = new();
        log.CreateNode(0, [0, 2]);
        log.SetProperty(false, 0, 1, "Ada", null);
        log.SetProperty(false, 300, 1, -2, null);
        log.CreateRelationship(7, 1, 0, 300);
        log.SetProperty(true, 7, 2, 1.5, null);
        log.Delete(true, 7);
        Assert.Equal("0400020002" + "0C010506416461" + "0AAC02010303" + "05070100AC02" + "0D0204000000000000F83F" + "0707", Convert.ToHexString(log.Written));
    }

    [Fact]
    public void A_segment_of_properties_keeps_its_bytes()
    {
        object owner = new();
        PropertyColumn column = PropertyColumn.Empty.Edit(owner);
        column.Set(owner, 0, 7, null);
        column.Set(owner, 3, 5, null);
        column.Set(owner, 128, "abc", null);
        column.Set(owner, 129, "abd", null);
        RecordWriter record = new();
        Assert.True(SegmentCodec.WriteProperties(record, column, 0));
        Assert.Equal(
            "00" + "0109000000000000000000000000000000" + "030A0200" + "0303000000000000000000000000000000" + "0106616263" + "030264" + new string('0', 60),
            Convert.ToHexString(record.Written));
    }

    private static string Constants(Type type) => string.Join(' ', type.GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.IsLiteral)
        .Select(field => $"{field.Name}={Convert.ToString(field.GetRawConstantValue(), CultureInfo.InvariantCulture)}"));

    private static string Numbers<T>()
        where T : struct, Enum => string.Join(' ', Enum.GetValues<T>().Select(value => $"{value}={Convert.ToInt32(value, CultureInfo.InvariantCulture)}"));
}
