namespace Chancery.Extraction.Text;

/// <summary>A set of single words, looked up by the fold of a token: a table of hashes with open places, behind a few bits that say no to most words.</summary>
internal sealed class WordList
{
    private readonly ulong[] _folds;

    /// <summary>A bit for each word, at a place that its fold tells: twenty-four places or more for each word.</summary>
    private readonly ulong[] _bits;

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
        _bits = new ulong[places / 8];
        foreach (string word in each)
        {
            ulong fold = Folding.Hash(word);
            _folds[Place(fold)] = fold;
            _bits[(int)(fold >> 6) & (_bits.Length - 1)] |= 1UL << (int)fold;
        }
    }

    public bool Contains(Token token) => Contains(token.Fold);

    public bool Contains(string word) => Contains(Folding.Hash(word));

    public bool Contains(ulong fold) => MayContain(fold) && fold != 0 && _folds[Place(fold)] == fold;

    private bool MayContain(ulong fold) => (_bits[(int)(fold >> 6) & (_bits.Length - 1)] >> (int)fold & 1) != 0;

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
