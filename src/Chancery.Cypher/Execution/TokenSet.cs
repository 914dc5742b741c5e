using Chancery.Cypher.Storage;

namespace Chancery.Cypher.Execution;

/// <summary>
/// The ids of the names that an operator speaks of. A name that nobody used yet has none, and may get one while the plan lives, even
/// by the statement itself; ids never change.
/// </summary>
internal sealed class TokenSet(IReadOnlyList<string> names)
{
    private int[] _ids = [];
    private int _tableSize = -1;
    private bool _complete;

    /// <summary>True where no names were given, which means any.</summary>
    public bool IsAny => names.Count == 0;

    /// <summary>The ids of those names that have one.</summary>
    public int[] Resolve(TokenTable table)
    {
        if (!_complete && table.Count != _tableSize)
        {
            _tableSize = table.Count;
            _ids = [.. names.Select(table.Find).Where(id => id >= 0)];
            _complete = _ids.Length == names.Count;
        }

        return _ids;
    }

    /// <summary>The one name's id, or -1.</summary>
    public int ResolveOne(TokenTable table) => Resolve(table) is [int id, ..] ? id : -1;
}
