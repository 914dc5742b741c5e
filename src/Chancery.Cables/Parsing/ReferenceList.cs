namespace Chancery.Cables.Parsing;

/// <summary>A reference to another cable: as the text writes it, and normalised.</summary>
internal readonly record struct CableReference(string Written, string Normal, TextSpan Span);

/// <summary>Reads "A. SECSTATE 103585 B. 2008 BRASILIA 775 (NOTAL), ASHGABAT687".</summary>
internal static class ReferenceList
{
    private static readonly HashSet<string> Breaks = new(StringComparer.OrdinalIgnoreCase)
    {
        "AND", "REF", "REFS", "REFTEL", "REFTELS", "NOTAL", "CIRCULAR", "SEPTEL", "SEPTELS", "PREVIOUS", "EMAIL", "E-MAIL", "OF", "THE", "FROM", "TO", "FOR", "SEE", "MEMO",
        "DATED", "BY", "ON", "PARA", "PARAGRAPH", "REPORT", "AS", "WITH", "IN", "ET", "AL",
    };

    /// <param name="year">The year of a reference that states none.</param>
    public static void Read(string text, TextSpan span, int? year, List<CableReference> found)
    {
        TextSpan post = default, yearWord = default;
        TextSpan lastPost = default;
        int postWords = 0;
        foreach (TextSpan outer in TextScan.Words(text, span))
        {
            TextSpan word = TextScan.Trim(text, outer, "()[]¶\uFFFD\"'");
            bool ends = outer.End > word.End || (word.Length > 0 && text[word.End - 1] is ',' or ';' or ':' or '.');
            word = TextScan.Trim(text, word, ",;:.&");
            ReadOnlySpan<char> value = TextScan.Slice(text, word);
            if (value.Length == 0)
            {
                Forget();
                continue;
            }

            if (TextScan.IsDigits(value))
            {
                if (post.Length > 2 && value.Length <= 8)
                {
                    Add(new TextSpan(yearWord.Length > 0 ? yearWord.Start : post.Start, word.End), post, word);
                }
                else if (!ends && value.Length is 2 or 4)
                {
                    yearWord = word;
                    lastPost = default;
                }
                else if (lastPost.Length > 0 && value.Length is >= 3 and <= 8)
                {
                    // "STATE 1234, 1235": the post is said once.
                    Add(word, lastPost, word);
                }
            }
            else if (ReferenceNumbers.TryParse(value, out int ownYear, out string ownPost, out string ownNumber))
            {
                found.Add(new CableReference(value.ToString(), ReferenceNumbers.Format(ownYear, ownPost, ownNumber), word));
                Forget();
            }
            else if (SplitGlued(value) is > 0 and int letters && (letters >= 4 || postWords > 0))
            {
                // "ASHGABAT687", "STATE CA-3400".
                TextSpan name = postWords > 0 ? new TextSpan(post.Start, word.Start + letters) : new TextSpan(word.Start, word.Start + letters);
                Add(new TextSpan(yearWord.Length > 0 ? yearWord.Start : name.Start, word.End), name, new TextSpan(word.Start + letters, word.End));
            }
            else if (IsPostWord(value))
            {
                post = postWords == 0 ? word : new TextSpan(post.Start, word.End);
                postWords++;
                lastPost = default;
                if (ends || postWords > 4)
                {
                    Forget();
                }
            }
            else
            {
                Forget();
            }
        }

        void Add(TextSpan whole, TextSpan name, TextSpan number)
        {
            int? own = yearWord.Length > 0 ? ReferenceNumbers.FullYear(int.Parse(TextScan.Slice(text, yearWord), System.Globalization.CultureInfo.InvariantCulture)) : year;
            string written = whole.Contains(name) ? TextScan.Collapse(text, whole) : $"{TextScan.Collapse(text, name)} {TextScan.Slice(text, number)}";
            string normal = own is null ? written : ReferenceNumbers.Format(own.Value, TextScan.Slice(text, name), TextScan.Slice(text, number));
            found.Add(new CableReference(written, normal, whole));
            Forget();
            lastPost = name;
        }

        void Forget()
        {
            post = yearWord = lastPost = default;
            postWords = 0;
        }
    }

    private static bool IsPostWord(ReadOnlySpan<char> word)
    {
        if (word.Length < 2 || !char.IsUpper(word[0]) || DateStamps.TryMonth(word, out _) || Breaks.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word))
        {
            return false;
        }

        foreach (char c in word)
        {
            if (!char.IsLetter(c) && c is not ('.' or '-' or '\'' or '/'))
            {
                return false;
            }
        }

        return true;
    }

    // The count of characters before the digits that end the word.
    private static int SplitGlued(ReadOnlySpan<char> word)
    {
        int letters = word.Length;
        while (letters > 0 && char.IsAsciiDigit(word[letters - 1]))
        {
            letters--;
        }

        if (letters == word.Length || letters == 0)
        {
            return 0;
        }

        foreach (char c in word[..letters])
        {
            if (!char.IsUpper(c) && c != '-')
            {
                return 0;
            }
        }

        return letters;
    }
}
