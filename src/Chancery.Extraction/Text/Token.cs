namespace Chancery.Extraction.Text;

[Flags]
internal enum TokenShape : ushort
{
    None = 0,
    Word = 1,
    Number = 2,
    Punctuation = 4,

    /// <summary>The first letter is upper case.</summary>
    Capital = 8,

    /// <summary>Two letters or more, all upper case.</summary>
    AllCapitals = 16,

    /// <summary>Upper and lower case letters after the first: DoS, McDonald.</summary>
    MixedCase = 32,
    HasDigit = 64,

    /// <summary>Letters with dots: U.S., J.F.</summary>
    Dotted = 128,

    /// <summary>White space stands before it.</summary>
    SpaceBefore = 256,

    /// <summary>One letter.</summary>
    Initial = 512,

    /// <summary>A possessive or other clitic: 's.</summary>
    Clitic = 1024,

    /// <summary>A line ends (or a blank line stands) between the previous token and this.</summary>
    LineBefore = 2048,
}

/// <summary>A word, number or mark of a text, with its place in that (clean) text.</summary>
/// <param name="Fold">Hash of its letters in upper case without accents: equal for spellings that differ in case or accents alone.</param>
/// <param name="Exact">Hash of its characters as they stand.</param>
internal readonly record struct Token(int Start, int End, ulong Fold, ulong Exact, TokenShape Shape)
{
    public int Length => End - Start;

    public bool Is(TokenShape shape) => (Shape & shape) != 0;
}

/// <summary>A half-open range of tokens.</summary>
internal readonly record struct TokenRange(int Start, int End)
{
    public int Count => End - Start;

    public bool Overlaps(TokenRange other) => Start < other.End && other.Start < End;

    public bool Contains(TokenRange other) => Start <= other.Start && other.End <= End;

    public bool Any(Func<int, bool> test)
    {
        for (int token = Start; token < End; token++)
        {
            if (test(token))
            {
                return true;
            }
        }

        return false;
    }

    public bool All(Func<int, bool> test)
    {
        for (int token = Start; token < End; token++)
        {
            if (!test(token))
            {
                return false;
            }
        }

        return true;
    }
}
