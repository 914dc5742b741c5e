using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Tagging;

/// <summary>Turns a token in its sentence into hashed features.</summary>
internal ref struct FeatureExtractor
{
    public const int Capacity = 80;

    private readonly ReadOnlySpan<char> _text;
    private readonly Token[] _tokens;
    private readonly TokenFacts _facts;
    private readonly TokenRange _sentence;
    private readonly uint _mask;
    private readonly ulong _case;
    private int _runStart;
    private int _runEnd;

    public FeatureExtractor(ReadOnlySpan<char> text, Token[] tokens, TokenFacts facts, TokenRange sentence, uint mask)
    {
        _text = text;
        _tokens = tokens;
        _facts = facts;
        _sentence = sentence;
        _mask = mask;
        _case = facts.Capitals ? 0x5bd1e995UL : 0;
        _runStart = _runEnd = sentence.Start;
    }

    /// <summary>Fills <paramref name="features"/> for the token; call for the tokens of a sentence in order.</summary>
    public int Extract(int i, scoped Span<uint> features)
    {
        int n = 0;
        ulong w0 = Word(i);
        ulong p1 = Word(i - 1);
        ulong n1 = Word(i + 1);
        ulong p2 = Word(i - 2);
        ulong n2 = Word(i + 2);
        ulong s0 = Shape(i);
        ulong sp1 = Shape(i - 1);
        ulong sn1 = Shape(i + 1);
        ulong g0 = Name(i);
        ulong gp1 = Name(i - 1);
        ulong gn1 = Name(i + 1);
        ulong k0 = Kind(i);
        ulong kp1 = Kind(i - 1);
        ulong kn1 = Kind(i + 1);

        features[n++] = Slot(1, w0);
        features[n++] = Slot(2, p1);
        features[n++] = Slot(3, n1);
        features[n++] = Slot(4, p2);
        features[n++] = Slot(5, n2);
        features[n++] = Slot(6, p1, w0);
        features[n++] = Slot(7, w0, n1);
        features[n++] = Slot(8, p1, n1);
        features[n++] = Slot(9, _tokens[i].Exact ^ _case);
        features[n++] = Slot(10, s0);
        features[n++] = Slot(11, sp1, s0);
        features[n++] = Slot(12, s0, sn1);
        features[n++] = Slot(13, (sp1 << 32) | sn1, s0);
        features[n++] = Slot(14, p1, s0);
        features[n++] = Slot(15, n1, s0);
        features[n++] = Slot(16, p2, p1);
        features[n++] = Slot(17, n1, n2);
        features[n++] = Slot(18, g0 | (k0 << 16));
        features[n++] = Slot(19, gp1, g0);
        features[n++] = Slot(20, g0, gn1);
        features[n++] = Slot(21, k0, s0);
        features[n++] = Slot(22, (kp1 << 32) | k0, s0);
        features[n++] = Slot(23, (kn1 << 32) | k0, s0);
        features[n++] = Slot(24, (kp1 << 48) | (gp1 << 32) | (kn1 << 16) | gn1, (g0 << 16) | k0);
        features[n++] = Slot(25, p1, g0 | (k0 << 16));
        features[n++] = Slot(26, n1, g0 | (k0 << 16));

        n = Groups(i, s0, features, n);

        if (_tokens[i].Is(TokenShape.Word))
        {
            ReadOnlySpan<char> word = _text.Slice(_tokens[i].Start, _tokens[i].Length);
            n = Affixes(word, features, n);
            n = Run(i, s0, features, n);
        }

        features[n++] = Slot(66, Word(i - 3), s0);
        features[n++] = Slot(67, Word(i + 3), s0);
        features[n++] = Slot(40, Suffix(i - 1), s0);
        features[n++] = Slot(41, Suffix(i + 1), s0);
        if (i == _sentence.Start)
        {
            features[n++] = Slot(42, s0, k0);
        }

        return n;
    }

    /// <summary>The groups of the words around: what is known of words that no annotated text has.</summary>
    private readonly int Groups(int i, ulong s0, scoped Span<uint> features, int n)
    {
        WordGroups wider = _facts.Granularities;
        int fp2 = Group(i - 2);
        int fp1 = Group(i - 1);
        int f0 = Group(i);
        int fn1 = Group(i + 1);
        int fn2 = Group(i + 2);
        var mp1 = (ulong)wider.MiddleOf(fp1);
        var m0 = (ulong)wider.MiddleOf(f0);
        var mn1 = (ulong)wider.MiddleOf(fn1);
        features[n++] = Slot(43, m0, s0);
        features[n++] = Slot(44, mp1, m0);
        features[n++] = Slot(45, m0, mn1);
        features[n++] = Slot(46, (mp1 << 16) | mn1, s0);
        features[n++] = Slot(47, mp1, ((ulong)wider.MiddleOf(fp2) << 16) | s0);
        features[n++] = Slot(48, (ulong)f0, s0);
        features[n++] = Slot(49, (ulong)fp1, s0);
        features[n++] = Slot(50, (ulong)fn1, s0);
        var k0 = (ulong)wider.CoarseOf(f0);
        features[n++] = Slot(51, k0, s0);
        features[n++] = Slot(52, ((ulong)wider.CoarseOf(fp2) << 32) | ((ulong)wider.CoarseOf(fp1) << 16) | k0);
        features[n++] = Slot(53, ((ulong)wider.CoarseOf(fn2) << 32) | ((ulong)wider.CoarseOf(fn1) << 16) | k0);
        features[n++] = Slot(64, Word(i - 1), m0 | (s0 << 16));
        features[n++] = Slot(65, Word(i + 1), m0 | (s0 << 16));
        features[n++] = Slot(68, Word(i), mp1);
        features[n++] = Slot(69, Word(i), mn1);
        return n;
    }

    private readonly int Affixes(ReadOnlySpan<char> word, scoped Span<uint> features, int n)
    {
        for (uint length = 2; length <= 4; length++)
        {
            if (word.Length > length)
            {
                features[n++] = Slot(26 + length, Folding.Hash(word[..(int)length]));
                features[n++] = Slot(30 + length, Folding.Hash(word[^(int)length..]));
            }
        }

        return n;
    }

    /// <summary>The capitalised run around the token: its first and last word tell an organization from a person or place.</summary>
    private int Run(int i, ulong shape, scoped Span<uint> features, int n)
    {
        if (_facts.Capitals || !_tokens[i].Is(TokenShape.Capital))
        {
            return n;
        }

        if (i >= _runEnd)
        {
            _runStart = i;
            _runEnd = EndOfRun(i);
        }

        int length = Math.Min(_runEnd - _runStart, 6);
        int place = i == _runStart ? 0 : i == _runEnd - 1 ? 2 : 1;
        features[n++] = Slot(36, Word(_runEnd - 1), (ulong)place);
        features[n++] = Slot(37, Word(_runStart), (ulong)place);
        features[n++] = Slot(38, (ulong)((length * 4) + place), shape);
        features[n++] = Slot(39, Word(_runEnd), Word(_runStart - 1));
        features[n++] = Slot(59, Word(_runStart - 1), (ulong)place);
        features[n++] = Slot(60, Word(_runEnd), (ulong)place);
        features[n++] = Slot(61, NameOfRun(), (ulong)place);
        features[n++] = Slot(62, Kind(_runStart) | (Kind(_runEnd - 1) << 16), (ulong)((length * 4) + place));
        features[n++] = Slot(63, Name(_runStart) | (Name(_runEnd - 1) << 16), (ulong)((length * 4) + place));

        WordGroups wider = _facts.Granularities;
        var first = (ulong)wider.MiddleOf(Group(_runStart));
        var before = (ulong)wider.MiddleOf(Group(_runStart - 1));
        var last = (uint)Group(_runEnd - 1);
        features[n++] = Slot(54, (ulong)wider.MiddleOf((int)last), (ulong)place);
        features[n++] = Slot(55, first, (ulong)place);
        features[n++] = Slot(56, last | (before << 16), (ulong)place);
        features[n++] = Slot(57, (ulong)wider.MiddleOf(Group(_runEnd)), (ulong)((length * 4) + place));
        features[n++] = Slot(58, before, (ulong)((length * 4) + place));
        return n;
    }

    private readonly int EndOfRun(int start)
    {
        int end = start + 1;
        while (true)
        {
            if (Capital(end))
            {
                end++;
            }
            else if (Capital(end + 1) && (_tokens[end].Is(TokenShape.Clitic) || s_joins.Contains(_tokens[end])))
            {
                end += 2;
            }
            else if (Capital(end + 2) && IsPossessiveApart(end))
            {
                end += 3;
            }
            else
            {
                return end;
            }
        }
    }

    private readonly bool Capital(int i) => i < _sentence.End && _tokens[i].Is(TokenShape.Capital);

    /// <summary>"People ' s Party": texts that were cut into tokens have the apostrophe by itself.</summary>
    private readonly bool IsPossessiveApart(int i) =>
        _tokens[i].Length == 1 && Tokenizer.IsApostrophe(_text[_tokens[i].Start]) && _tokens[i + 1].Length == 1 && _text[_tokens[i + 1].Start] == 's';

    private readonly ulong NameOfRun()
    {
        ulong name = 0;
        for (int i = _runStart; i < _runEnd; i++)
        {
            name = Folding.Append(name, Word(i));
        }

        return name;
    }

    private static readonly WordList s_joins = new("of for and & - de da do del la von van al bin on");

    private readonly ulong Word(int i) => i < _sentence.Start ? 11 : i >= _sentence.End ? 13 : Plain(_tokens[i]);

    /// <summary>All numbers of one length are one word.</summary>
    private static ulong Plain(Token token) => token.Is(TokenShape.Number) ? 0x1000UL + (ulong)token.Length : token.Fold;

    private readonly ulong Shape(int i)
    {
        if (i < _sentence.Start || i >= _sentence.End)
        {
            return 0xFFF;
        }

        Token token = _tokens[i];
        var shape = (ulong)(token.Shape & ~(TokenShape.SpaceBefore | TokenShape.LineBefore));
        if (token.Is(TokenShape.Punctuation))
        {
            return shape | ((ulong)_text[token.Start] << 16);
        }

        return (shape | ((ulong)Math.Min(token.Length, 5) << 32)) ^ _case;
    }

    private readonly ulong Name(int i) => i < _sentence.Start || i >= _sentence.End ? 0UL : _facts.Names[i];

    private readonly int Group(int i) => i < _sentence.Start || i >= _sentence.End ? 0 : _facts.Groups[i];

    private readonly ulong Kind(int i) => i < _sentence.Start || i >= _sentence.End ? 0x80UL : (ulong)_facts.Words[i];

    private readonly ulong Suffix(int i)
    {
        if (i < _sentence.Start || i >= _sentence.End || _tokens[i].Length < 4)
        {
            return Word(i);
        }

        return Folding.Hash(_text.Slice(_tokens[i].End - 3, 3));
    }

    private readonly uint Slot(ulong template, ulong a) => Mix((a + 0x9E3779B97F4A7C15UL * template) * 0xD6E8FEB86659FD93UL);

    private readonly uint Slot(ulong template, ulong a, ulong b) =>
        Mix((((a * 0x9E3779B97F4A7C15UL) ^ (a >> 31)) + b + 0xC2B2AE3D27D4EB4FUL * template) * 0xD6E8FEB86659FD93UL);

    private readonly uint Mix(ulong hash) => (uint)((hash ^ (hash >> 29)) * 0xBF58476D1CE4E5B9UL >> 32) & _mask;
}
