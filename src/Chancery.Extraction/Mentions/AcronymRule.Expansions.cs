using Chancery.Extraction.Text;

namespace Chancery.Extraction.Mentions;

internal static partial class AcronymRule
{
    internal static bool Exchanged(string acronym, string word)
    {
        if (acronym.Length != word.Length)
        {
            return false;
        }

        int first = 0;
        while (first < word.Length && acronym[first] == word[first])
        {
            first++;
        }

        return first + 1 < word.Length && acronym[first] == word[first + 1] && acronym[first + 1] == word[first]
            && acronym.AsSpan(first + 2).SequenceEqual(word.AsSpan(first + 2));
    }

    /// <summary>What telegrams put in brackets that is nobody's name: references, markings, names unknown.</summary>
    private static readonly WordList s_marks = new("REF REFS REFTEL REFTELS SEPTEL SEPTELS NOTAL SBU NF NOFORN NFI FNU LNU PROTECT STRICTLY SIC FYI TBD NB");

    private static bool IsAcronym(Scan scan, int token)
    {
        if (!scan.Has(token, TokenShape.Word) || scan.Tokens[token].Length is < 2 or > 10 || scan.In(s_marks, token))
        {
            return false;
        }

        ReadOnlySpan<char> word = scan.Text(token);
        int upper = 0;
        foreach (char c in word)
        {
            upper += char.IsUpper(c) ? 1 : 0;
        }

        return (upper >= 2 && upper * 2 > word.Length) || (upper == 1 && char.IsUpper(word[0]) && word.Length >= 4 && scan.IsMark(token + 1, ')'));
    }

    /// <summary>"Congress of Harbor Trade Unions (Cohatu)": an acronym written like a word takes a letter or more of each capitalised word in turn.</summary>
    private static TokenRange? Syllables(Scan scan, int acronymToken, int end)
    {
        string acronym = Folding.Fold(scan.Text(acronymToken).ToString());
        int start = end;
        int words = 0;
        while (start > 0
            && (Capitalised(scan, start - 1)
                || (scan.In(s_small, start - 1) && !scan.Has(start - 1, TokenShape.Punctuation) && Capitalised(scan, start - 2))))
        {
            start--;
            words += Capitalised(scan, start) ? 1 : 0;
        }

        while (start < end && (!Capitalised(scan, start) || scan.Is(start, "the")))
        {
            words -= Capitalised(scan, start) ? 1 : 0;
            start++;
        }

        return words >= 3 && !scan.Capitals && Takes(scan, start, end, acronym) ? new TokenRange(start, end) : null;
    }

    private static bool Takes(Scan scan, int token, int end, ReadOnlySpan<char> rest)
    {
        while (token < end && !Capitalised(scan, token))
        {
            token++;
        }

        if (rest.IsEmpty || token >= end)
        {
            return rest.IsEmpty && token >= end;
        }

        ReadOnlySpan<char> word = scan.Text(token);
        for (int length = 0; length < Math.Min(word.Length, rest.Length) && Folding.Fold(word[length]) == rest[length]; length++)
        {
            if (Takes(scan, token + 1, end, rest[(length + 1)..]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The words before the bracket whose first letters make the acronym, the last word at the latest three words back.</summary>
    private static TokenRange? Expansion(Scan scan, int acronymToken)
    {
        string letters = new([.. scan.Text(acronymToken).ToString().Where(char.IsUpper)]);
        int end = acronymToken - 1;
        if (scan.Has(end - 1, TokenShape.Clitic))
        {
            end--;
        }

        if (letters.Length == 1)
        {
            return Syllables(scan, acronymToken, end);
        }

        int letter = letters.Length - 1;
        int token = end - 1;
        int start = -1;
        int skipped = 0;
        while (token >= 0 && letter >= 0 && end - token <= letters.Length * 2 + 6)
        {
            if (scan.IsMark(token, '-') || scan.IsMark(token, ',') || scan.IsMark(token, '&') || scan.IsMark(token, '\'')
                || scan.Has(token, TokenShape.Clitic))
            {
                token--;
                continue;
            }

            if (!scan.Has(token, TokenShape.Word))
            {
                break;
            }

            char initial = Initial(scan, token);
            if (initial == letters[letter] && !(scan.In(s_small, token) && !scan.Has(token, TokenShape.Capital)))
            {
                start = token;
                letter--;
                skipped = 0;
            }
            else if (!scan.In(s_small, token) && ++skipped > 2)
            {
                break;
            }

            token--;
        }

        int missed = letter + 1;
        if (start < 0 || missed > (letters.Length >= 4 ? 1 : 0))
        {
            return InitialMatch(scan, acronymToken, letters, end);
        }

        return Extend(scan, start, end);
    }

    /// <summary>Acronyms of another order or language ("Organization for Black Sea Economic Cooperation (BSEC)"): a capitalised run that holds most of the letters.</summary>
    private static TokenRange? InitialMatch(Scan scan, int acronymToken, string letters, int end)
    {
        int start = end;
        while (start > 0
            && (Capitalised(scan, start - 1) || Inner(scan, start - 1, end)
                || (scan.In(s_small, start - 1) && start - 2 >= 0 && Capitalised(scan, start - 2))))
        {
            start--;
        }

        while (start < end && scan.In(s_small, start))
        {
            start++;
        }

        if (end - start < 2 || scan.Capitals || new TokenRange(start, end).Any(token => scan.In(PositionWords.Heads, token)))
        {
            return null;
        }

        string initials = new([.. Enumerable.Range(start, end - start).Where(t => scan.Has(t, TokenShape.Word)).Select(t => Initial(scan, t))]);
        int shared = letters.Count(letter => initials.Contains(letter, StringComparison.Ordinal));
        bool body = new TokenRange(start, end).Any(token => scan.In(BodyRule.Heads, token));
        return shared * 2 >= letters.Length + 1 || body ? Extend(scan, start, end) : null;
    }

    /// <summary>A hyphen or apostrophe inside a name.</summary>
    private static bool Inner(Scan scan, int token, int end) => token > 0 && token + 1 < end && Capitalised(scan, token - 1)
        && Capitalised(scan, token + 1) && !scan.Has(token, TokenShape.SpaceBefore)
        && (scan.Has(token, TokenShape.Clitic) && scan.Facts.Matches[token - 1] is null || scan.IsMark(token, '\'')
            || scan.IsMark(token, '-') && !scan.Has(token + 1, TokenShape.SpaceBefore));

    private static bool Capitalised(Scan scan, int token) => scan.Has(token, TokenShape.Word)
        && (scan.Has(token, TokenShape.Capital) || PlaceForms.IsElided(scan, token));

    /// <summary>The letter that a word gives to an acronym: of "d'Etat" the E.</summary>
    private static char Initial(Scan scan, int token) => char.ToUpperInvariant(scan.Text(token)[PlaceForms.IsElided(scan, token) ? 2 : 0]);

    /// <summary>"ORGANIZATION FOR [Black Sea …]": the body's noun before the lettered words belongs to the name.</summary>
    private static TokenRange Extend(Scan scan, int start, int end)
    {
        int before = start - 1;
        while (before > 0 && scan.In(s_small, before) && !scan.Is(before, "and") && !scan.Is(before, "to") && !scan.Is(before, "in"))
        {
            before--;
        }

        if (before >= 0 && before < start - 1 && !scan.In(BodyRule.Heads, start) && scan.In(BodyRule.Heads, before) && scan.Has(before, TokenShape.Capital)
            && !scan.Is(before + 1, "the"))
        {
            start = before;
        }

        return new TokenRange(start, end);
    }
}
