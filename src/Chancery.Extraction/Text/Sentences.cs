namespace Chancery.Extraction.Text;

/// <summary>Sentence ends: a stop before white space and a beginning, unless the word before is known to carry a dot.</summary>
internal static class Sentences
{
    private static readonly WordList s_dotted = new(
        """
        MR MRS MS DR GEN COL LT MAJ CAPT ADM SGT BRIG SEN REP GOV AMB PROF HON REV ST JR SR NO NOS VS PAR PARA REF CF INC LTD CO
        CORP JAN FEB MAR APR JUN JUL AUG SEP SEPT OCT NOV DEC APPROX DEPT GOVT MIN SECY ASST DEP ART VOL PP ED EST
        """);

    /// <summary>What goes on longer is a table or noise; cut, so that work on a sentence stays bounded.</summary>
    private const int Longest = 400;

    /// <param name="lines">True where every line of the text is a paragraph or an item of a list.</param>
    public static List<TokenRange> Split(ReadOnlySpan<char> text, Token[] tokens, bool lines = false)
    {
        var sentences = new List<TokenRange>();
        int start = 0;
        for (int i = 0; i < tokens.Length; i++)
        {
            if (i - start >= Longest || EndsAfter(text, tokens, i) || (lines && i + 1 < tokens.Length && tokens[i + 1].Is(TokenShape.LineBefore)))
            {
                sentences.Add(new TokenRange(start, i + 1));
                start = i + 1;
            }
        }

        if (start < tokens.Length)
        {
            sentences.Add(new TokenRange(start, tokens.Length));
        }

        return sentences;
    }

    private static bool EndsAfter(ReadOnlySpan<char> text, Token[] tokens, int i)
    {
        if (i + 1 >= tokens.Length)
        {
            return false;
        }

        Token next = tokens[i + 1];
        char mark = text[tokens[i].Start];
        int stop = i;
        if (mark is '"' or '\u201D' or ')' or '\'' or '\u2019' && tokens[i].Length == 1 && i > 0 && !tokens[i].Is(TokenShape.SpaceBefore))
        {
            stop = i - 1;
            mark = text[tokens[stop].Start];
        }
        else if (next.Is(TokenShape.Punctuation) && !next.Is(TokenShape.SpaceBefore))
        {
            return false;
        }

        if (!next.Is(TokenShape.SpaceBefore))
        {
            return false;
        }

        if (BlankLine(text, tokens[i].End, next.Start))
        {
            return true;
        }

        bool begins = next.Is(TokenShape.Capital) || next.Is(TokenShape.Number) || text[next.Start] is '"' or '\u201C' or '(' or '\'' or '[';
        if (!begins)
        {
            return false;
        }

        if (mark is '!' or '?')
        {
            return true;
        }

        if (mark is ';' && next.Is(TokenShape.Capital) && !next.Is(TokenShape.AllCapitals))
        {
            return false;
        }

        if (mark != '.' || !tokens[stop].Is(TokenShape.Punctuation))
        {
            return false;
        }

        if (stop == 0)
        {
            return true;
        }

        Token before = tokens[stop - 1];
        bool carriesDot = !tokens[stop].Is(TokenShape.SpaceBefore) && (before.Is(TokenShape.Initial) || s_dotted.Contains(before));
        return !carriesDot;
    }

    private static bool BlankLine(ReadOnlySpan<char> text, int start, int end)
    {
        int lines = 0;
        for (int i = start; i < end; i++)
        {
            lines += text[i] == '\n' ? 1 : 0;
        }

        return lines > 1;
    }
}
