using Microsoft.Win32.SafeHandles;

namespace Chancery.Cypher.Storage.Disk.Native;

/// <summary>An open database and its column families, which go with it.</summary>
internal sealed class DatabaseHandle() : SafeHandleZeroOrMinusOneIsInvalid(true)
{
    public nint[] Families { get; set; } = [];

    protected override bool ReleaseHandle()
    {
        foreach (nint family in Families)
        {
            RocksFunctions.DestroyFamily(family);
        }

        RocksFunctions.Close(handle);
        return true;
    }
}

/// <summary>Keeps its database open.</summary>
internal sealed class IteratorHandle() : SafeHandleZeroOrMinusOneIsInvalid(true)
{
    private DatabaseHandle? _database;

    public void Hold(DatabaseHandle database)
    {
        bool held = false;
        database.DangerousAddRef(ref held);
        _database = database;
    }

    protected override bool ReleaseHandle()
    {
        RocksFunctions.DestroyIterator(handle);
        _database?.DangerousRelease();
        return true;
    }
}

internal sealed class BatchHandle() : SafeHandleZeroOrMinusOneIsInvalid(true)
{
    protected override bool ReleaseHandle()
    {
        RocksFunctions.DestroyBatch(handle);
        return true;
    }
}

internal sealed class CheckpointHandle() : SafeHandleZeroOrMinusOneIsInvalid(true)
{
    protected override bool ReleaseHandle()
    {
        RocksFunctions.DestroyCheckpoint(handle);
        return true;
    }
}

internal sealed class OptionsHandle() : SafeHandleZeroOrMinusOneIsInvalid(true)
{
    protected override bool ReleaseHandle()
    {
        RocksFunctions.DestroyOptions(handle);
        return true;
    }
}

internal sealed class ReadOptionsHandle() : SafeHandleZeroOrMinusOneIsInvalid(true)
{
    protected override bool ReleaseHandle()
    {
        RocksFunctions.DestroyReadOptions(handle);
        return true;
    }
}

internal sealed class WriteOptionsHandle() : SafeHandleZeroOrMinusOneIsInvalid(true)
{
    protected override bool ReleaseHandle()
    {
        RocksFunctions.DestroyWriteOptions(handle);
        return true;
    }
}

internal sealed class FlushOptionsHandle() : SafeHandleZeroOrMinusOneIsInvalid(true)
{
    protected override bool ReleaseHandle()
    {
        RocksFunctions.DestroyFlushOptions(handle);
        return true;
    }
}
