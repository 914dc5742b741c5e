namespace Chancery.Cypher.Storage.Disk.Native;

/// <summary>Walks a family in the order of its keys, as it stood when the walk began.</summary>
internal sealed unsafe class RocksCursor : IDisposable
{
    private readonly IteratorHandle _iterator;
    private bool _began;

    internal RocksCursor(IteratorHandle iterator) => _iterator = iterator;

    /// <summary>Stands until the next move.</summary>
    public ReadOnlySpan<byte> Key
    {
        get
        {
            byte* key = RocksFunctions.Key(_iterator, out nuint length);
            return new ReadOnlySpan<byte>(key, (int)length);
        }
    }

    /// <inheritdoc cref="Key"/>
    public ReadOnlySpan<byte> Value
    {
        get
        {
            byte* value = RocksFunctions.Value(_iterator, out nuint length);
            return new ReadOnlySpan<byte>(value, (int)length);
        }
    }

    /// <exception cref="RocksException">The walk met damage.</exception>
    public bool MoveNext()
    {
        if (_began)
        {
            RocksFunctions.Next(_iterator);
        }
        else
        {
            RocksFunctions.SeekToFirst(_iterator);
            _began = true;
        }

        if (RocksFunctions.IsValid(_iterator) != 0)
        {
            return true;
        }

        // At damage it ends as well; only the status tells.
        nint error = 0;
        RocksFunctions.Status(_iterator, ref error);
        RocksException.ThrowIf(error);
        return false;
    }

    public void Dispose() => _iterator.Dispose();
}
