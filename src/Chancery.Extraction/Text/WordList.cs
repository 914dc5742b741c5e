using System.Collections.Frozen;

namespace Chancery.Extraction.Text;

/// <summary>A set of single words, looked up by the fold of a token.</summary>
internal sealed class WordList
{
    private readonly FrozenSet<ulong> _folds;

    /// <param name="words">Single tokens, separated by white space.</param>
    public WordList(string words) =>
        _folds = words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => Folding.Hash(word)).ToFrozenSet();

    public bool Contains(Token token) => _folds.Contains(token.Fold);

    public bool Contains(string word) => _folds.Contains(Folding.Hash(word));
}
