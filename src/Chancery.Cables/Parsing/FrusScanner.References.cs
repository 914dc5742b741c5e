namespace Chancery.Cables.Parsing;

internal sealed partial class FrusScanner
{
    // Telegrams that the first sentences name: "1142. Deptel 1024.", "Reference: Deptel 1265.", "Ref: A. Tripoli 546".
    private void ReadReferences(TextSpan body)
    {
        int at = body.Start;
        int limit = Math.Min(body.End, body.Start + 200);
        bool opening = true;
        while (at < limit && opening)
        {
            TextSpan word = TextScan.NextWord(_text, at, limit);
            ReadOnlySpan<char> value = TextScan.Slice(_text, word);
            if (value.Length == 0)
            {
                return;
            }

            if (value is "Ref:" or "Refs:" or "Reference:" or "References:" && ReadList(word.End, body.End, out int listEnd))
            {
                at = listEnd;
                continue;
            }

            if (value is "Ref:" or "Refs:" or "Reference:" or "Re" or "Refs" or "REF:" or "Re:")
            {
                at = word.End;
                continue;
            }

            if (value is "Subject:" or "Subj:" or "SUBJECT:")
            {
                at = ReadSubject(word.End, body.End);
                continue;
            }

            if (IsTelegramWord(value) || IsPossessive(word, limit))
            {
                at = ReadTelegrams(word, limit);
                continue;
            }

            int sentence = _text.AsSpan(word.Start, limit - word.Start).IndexOf(". ");
            opening = sentence is >= 0 and < 60;
            at = word.Start + sentence + 2;
        }
    }

    // "Ref: A. Tripoli 546 B. Tripoli 548.", to the end of the line or of the sentence.
    private bool ReadList(int at, int end, out int stop)
    {
        stop = at;
        TextSpan first = TextScan.NextWord(_text, at, end);
        if (IsTelegramWord(TextScan.Slice(_text, first)))
        {
            return false;
        }

        stop = first.Start;
        while (stop < end && stop - at < 200 && _text[stop] is not ('\n' or '\r'))
        {
            bool sentence = _text[stop] == '.' && char.IsAsciiDigit(_text[stop - 1]) && stop + 3 < end && char.IsUpper(_text[stop + 2]) && _text[stop + 3] != '.';
            if (sentence)
            {
                break;
            }

            stop++;
        }

        _draft.ReferenceText.Add(new TextSpan(Math.Min(first.Start, stop), stop));
        return stop > first.Start;
    }

    private static bool IsTelegramWord(ReadOnlySpan<char> word)
    {
        foreach (string name in Telegrams)
        {
            if (word.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (word.Length == name.Length || (word.Length == name.Length + 1 && word[^1] == 's')))
            {
                return true;
            }
        }

        return false;
    }

    // "Re Londonʼs 2657, Moscowʼs 2008"
    private bool IsPossessive(TextSpan word, int limit)
    {
        ReadOnlySpan<char> value = TextScan.Slice(_text, word);
        TextSpan next = TextScan.NextWord(_text, word.End, limit);
        return value.Length > 4 && char.IsUpper(value[0]) && value[^1] == 's' && (value[^2] is '\'' or '’' or 'ʼ') && next.Length > 1 && char.IsAsciiDigit(_text[next.Start]);
    }

    private int ReadTelegrams(TextSpan name, int limit)
    {
        int at = name.End;
        ReadOnlySpan<char> stated = TextScan.Slice(_text, name).TrimEnd('s').TrimEnd("'’ʼ");

        // "ReDeptel" is "re Deptel".
        bool re = stated.Length > 7 && stated.StartsWith("Re", StringComparison.OrdinalIgnoreCase) && IsTelegramWord(stated[2..]);
        string kind = re ? $"{char.ToUpperInvariant(stated[2])}{stated[3..]}" : stated.ToString();
        while (true)
        {
            TextSpan word = TextScan.NextWord(_text, at, limit);
            ReadOnlySpan<char> value = TextScan.Slice(_text, word);
            int digits = 0;
            while (digits < value.Length && char.IsAsciiDigit(value[digits]))
            {
                digits++;
            }

            if (digits > 0 && digits < 7)
            {
                string telegram = $"{kind} {value[..digits]}";
                _draft.Telegrams.Add(new CableReference(telegram, telegram, new TextSpan(at == name.End ? name.Start : word.Start, word.Start + digits)));
            }
            else if (value is not ("and" or "to"))
            {
                return at;
            }

            at = word.End;
            if (value.Length > digits && value[digits] == '.')
            {
                return at;
            }

            // A date may follow each number: "2148, September 7".
            TextSpan month = TextScan.NextWord(_text, at, limit);
            if (DateStamps.TryMonth(TextScan.Slice(_text, month), out _))
            {
                at = TextScan.NextWord(_text, month.End, limit).End;
                if (at > 0 && _text[at - 1] == '.')
                {
                    return at;
                }
            }
        }
    }

    private int ReadSubject(int at, int end)
    {
        int stop = _text.AsSpan(at, end - at).IndexOfAny('.', '\n');
        int subjectEnd = stop < 0 ? end : at + stop;
        TextSpan subject = TextScan.Trim(_text, new TextSpan(at, subjectEnd));
        if (subject.Length is > 0 and < 200)
        {
            _draft.Subject ??= TextScan.Locate(_text, subject);
        }

        return Math.Min(end, subjectEnd + 1);
    }
}
