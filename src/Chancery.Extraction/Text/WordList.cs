namespace Chancery.Extraction.Text;

/// <summary>A set of single words, looked up by the fold of a token: a table of hashes with open places, as small as asking it is frequent.</summary>
internal sealed class WordList
{
    private readonly ulong[] _folds;

    /// <param name="words">Single tokens, separated by white space.</param>
    public WordList(string words)
    {
        string[] each = words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        int places = 8;
        while (places < each.Length * 3)
        {
            places *= 2;
        }

        _folds = new ulong[places];
        foreach (string word in each)
        {
            ulong fold = Folding.Hash(word);
            _folds[Place(fold)] = fold;
        }
    }

    public bool Contains(Token token) => Contains(token.Fold);

    public bool Contains(string word) => Contains(Folding.Hash(word));

    private bool Contains(ulong fold) => fold != 0 && _folds[Place(fold)] == fold;

    /// <summary>Where it stands, or the open place where it would.</summary>
    private int Place(ulong fold)
    {
        int place = (int)(fold >> 32) & (_folds.Length - 1);
        while (_folds[place] != 0 && _folds[place] != fold)
        {
            place = (place + 1) & (_folds.Length - 1);
        }

        return place;
    }
}
