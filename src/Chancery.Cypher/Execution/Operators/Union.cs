namespace Chancery.Cypher.Execution.Operators;

/// <summary>The rows of one part after those of the other; each part leaves its columns in the union's slots.</summary>
internal sealed class Union(Operator[] parts) : Operator
{
    private int _at = -1;

    public override bool MoveNext()
    {
        while (_at < parts.Length)
        {
            if (_at >= 0 && parts[_at].MoveNext())
            {
                return true;
            }

            if (++_at < parts.Length)
            {
                parts[_at].Open(Context, Row);
            }
        }

        return false;
    }

    public override void Close()
    {
        foreach (Operator part in parts)
        {
            part.Close();
        }
    }

    protected override void OnOpen() => _at = -1;
}
