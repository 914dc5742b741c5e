namespace Chancery.Cables.Parsing;

internal sealed partial class HeaderScanner
{
    private enum Label
    {
        None,
        ExecutiveOrder,
        ClassifiedBy,
        Tags,
        Subject,
        References,
        Caption,
    }

    // How far below the classification line a SUBJECT may still be the header's.
    private const int LabelLines = 70;
    private const int SubjectLines = 5;
    private const int FlatSubjectLength = 300;
    private const int MostTags = 100;

    private static readonly string[] CaptionStarts =
    [
        "SIPDIS", "NOFORN", "EXDIS", "NODIS", "STADIS", "LIMDIS", "SENSITIVE", "AIDAC", "NOT FOR INTERNET", "C O R R E C T E D", "CORRECTED COPY", "PERISHABLE",
        "\"PERISHABLE", "NOT FOR DISTRIBUTION", "EYES ONLY", "FOR OFFICIAL USE ONLY", "ORIGINAL TELEGRAM", "DS CHANNEL", "MED CHANNEL", "VISAS DONKEY",
        "VISAS MANTIS", "E F T O", "CONTROLLED UNCLASSIFIED",
    ];

    /// <summary>Reads on from the classification line and returns where the body begins.</summary>
    private int ReadLabels(int at)
    {
        int subjectAt = LastLabelAhead(at);
        AttentionLines attention = new(_text);
        bool subjectSeen = false;
        while (TryNext(at, out TextSpan segment, out bool blankBefore))
        {
            Label label = LabelAt(segment.Start, segment.End, out int valueStart);
            TextSpan value = TextScan.Trim(_text, new TextSpan(valueStart, segment.End));
            switch (label)
            {
                case Label.Caption:
                    AddCaption(segment);
                    at = segment.End;
                    continue;
                case Label.ExecutiveOrder:
                    _draft.ExecutiveOrder ??= TextScan.Locate(_text, value);
                    at = segment.End;
                    continue;
                case Label.ClassifiedBy:
                    at = EndOfParagraph(segment.End);
                    continue;
                case Label.Tags when _draft.Tags.Count == 0:
                    at = ReadTags(value);
                    continue;
                case Label.Subject when !subjectSeen:
                    subjectSeen = true;
                    at = ReadSubject(value);
                    continue;
                case Label.References:
                    at = ReadReferences(value);
                    continue;
            }

            if (PageHeaders.IsTransport(_text, segment))
            {
                at = segment.End;
                continue;
            }

            // Below the subject one more attention line may come: "FROM … FOR CHARGE HARDY".
            bool inHeader = segment.Start < subjectAt;
            if (attention.TryAdd(segment, blankBefore, afterSubject: !inHeader && subjectAt >= 0) || inHeader)
            {
                at = segment.End;
                continue;
            }

            attention.Finish(_draft.Addressees);
            return segment.Start;
        }

        attention.Finish(_draft.Addressees);
        return _text.Length;
    }

    /// <summary>The place of the last label that still belongs to the header; -1 where there is none.</summary>
    private int LastLabelAhead(int at)
    {
        int found = -1;

        // A second SUBJECT belongs to a header printed again.
        bool subject = false;
        int first = _lines.At(at);
        int limit = Math.Min(_lines.Count, first + LabelLines);
        for (int i = first; i < limit; i++)
        {
            TextSpan line = _lines[i];
            if (line.Length == 0)
            {
                continue;
            }

            if (found >= 0 && Numbering.TryRead(_text, line, out _))
            {
                break;
            }

            int from = Math.Max(line.Start, Math.Min(at, line.End));
            while (from < line.End)
            {
                TextSpan part = new(from, NextLabelIn(new TextSpan(from, line.End)));
                Label label = LabelAt(TextScan.Trim(_text, part).Start, part.End, out _);
                if (!subject && label is (Label.Subject or Label.Tags or Label.ExecutiveOrder))
                {
                    found = part.Start;
                    subject = label == Label.Subject;
                    limit = label == Label.Subject ? Math.Min(_lines.Count, i + 14) : limit;
                }
                else if (label == Label.References && found >= 0)
                {
                    found = part.Start;
                }

                from = part.End;
            }
        }

        return found;
    }

    private int ReadTags(TextSpan value)
    {
        int end = value.End;
        AddTags(value);
        while (TryNext(end, out TextSpan next, out bool blankBefore) && !blankBefore && LabelAt(next.Start, next.End, out _) == Label.None && IsTagList(next))
        {
            AddTags(next);
            end = next.End;
        }

        return end;
    }

    private void AddTags(TextSpan value)
    {
        int at = value.Start;
        while (at < value.End && _draft.Tags.Count < MostTags)
        {
            if (_text[at] is ',' or ';' or ' ' or '\t' or '/' or '.' || char.IsWhiteSpace(_text[at]))
            {
                at++;
                continue;
            }

            int stop = at;
            if (_text[at] == '(')
            {
                int close = _text.AsSpan(at, value.End - at).IndexOf(')');
                stop = close < 0 ? value.End : at + close + 1;
            }
            else
            {
                while (stop < value.End && !char.IsWhiteSpace(_text[stop]) && _text[stop] is not (',' or ';' or '(' or '/'))
                {
                    stop++;
                }
            }

            TextSpan tag = TextScan.Trim(_text, new TextSpan(at, stop), "().,");
            if (tag.Length > 1 && TextScan.HasLetter(TextScan.Slice(_text, tag)))
            {
                string name = TextScan.Collapse(_text, tag).ToUpperInvariant();
                if (!_draft.Tags.Exists(known => known.Value == name))
                {
                    _draft.Tags.Add(new Located<string>(name, tag));
                }
            }

            at = Math.Max(stop, at + 1);
        }
    }

    private bool IsTagList(TextSpan line)
    {
        int words = 0;
        foreach (TextSpan word in TextScan.Words(_text, line))
        {
            ReadOnlySpan<char> tag = TextScan.Slice(_text, word).Trim(",;()");
            if (tag.Length > 10 || TextScan.HasLowerLetter(tag) || tag.ContainsAny('/', ':', '.'))
            {
                return false;
            }

            if (tag.Length > 5 && _text[word.End - 1] is not (',' or ')'))
            {
                return false;
            }

            words++;
        }

        return words > 0;
    }

    private int ReadSubject(TextSpan value)
    {
        int start = value.Length > 0 ? value.Start : -1;
        int end = value.End;
        if (value.Length > FlatSubjectLength && FirstItem(value) is > 0 and int item)
        {
            _draft.Subject = TextScan.Locate(_text, new TextSpan(value.Start, item));
            return item;
        }

        for (int line = 1; line < SubjectLines; line++)
        {
            if (!TryNext(end, out TextSpan next, out bool blankBefore)
                || (blankBefore && start >= 0)
                || LabelAt(next.Start, next.End, out _) != Label.None
                || TextScan.IsRule(TextScan.Slice(_text, next))
                || Numbering.TryRead(_text, next, out _)
                || PageHeaders.IsTransport(_text, next)
                || IsUnderlined(next)
                || TextScan.Slice(_text, next).StartsWith("SUMMARY", StringComparison.OrdinalIgnoreCase)
                || (start >= 0 && next.Start > LineEnd(end) && IsProseAfter(new TextSpan(start, end), next)))
            {
                break;
            }

            start = start < 0 ? next.Start : start;
            end = next.End;
        }

        if (start >= 0 && end > start)
        {
            _draft.Subject = TextScan.Locate(_text, new TextSpan(start, end));
        }

        return end;
    }

    // Where the text begins in a message that lost all its line ends: "PRESS GUIDANCE A FOLLOWING ARE", "VISIT 1. SUMMARY".
    private int FirstItem(TextSpan value)
    {
        foreach (TextSpan word in TextScan.Words(_text, value))
        {
            if (word.Start > value.Start && TextScan.Slice(_text, word) is "1" or "1." or "A." or "A" or "SUMMARY:" or "SUMMARY.")
            {
                return word.Start;
            }
        }

        return -1;
    }

    private int LineEnd(int at) => _lines[_lines.At(at)].End;

    // A subject in capitals is not continued by a line of prose.
    private bool IsProseAfter(TextSpan subject, TextSpan next)
    {
        ReadOnlySpan<char> line = TextScan.Slice(_text, next);
        return !TextScan.HasLowerLetter(TextScan.Slice(_text, subject)) && TextScan.HasLowerLetter(line) && (line.Length > 100 || subject.Length < 40);
    }

    private bool IsUnderlined(TextSpan segment)
    {
        int below = _lines.At(segment.Start) + 1;
        return below < _lines.Count && TextScan.IsRule(_lines.Of(below));
    }

    private int ReadReferences(TextSpan value)
    {
        int start = value.Start;
        int end = value.End;
        while (TryNext(end, out TextSpan next, out bool blankBefore) && LabelAt(next.Start, next.End, out _) == Label.None && ContinuesReferences(start, end, next, blankBefore))
        {
            end = next.End;
        }

        _draft.ReferenceText.Add(new TextSpan(start, Math.Max(start, end)));
        return end;
    }

    private bool ContinuesReferences(int start, int end, TextSpan next, bool blankBefore)
    {
        ReadOnlySpan<char> line = TextScan.Slice(_text, next);
        if (TextScan.IsRule(line) || IsUnderlined(next) || PageHeaders.IsTransport(_text, next) || line.Length > 160)
        {
            return false;
        }

        // "(B)", "B.", "B)", with or without a publisher's mark.
        ReadOnlySpan<char> item = line.TrimStart("¶\uFFFD( ");
        if (item.Length > 2 && char.IsAsciiLetter(item[0]) && item[1] is '.' or ')' or ':' && (item[0] != line[0] || !blankBefore || char.IsDigit(line[^1])))
        {
            return true;
        }

        if (Numbering.TryRead(_text, next, out _))
        {
            return false;
        }

        // The number that a blank line has torn from its post.
        ReadOnlySpan<char> soFar = _text.AsSpan(start, Math.Max(0, end - start)).TrimEnd();
        if (TextScan.IsDigits(line) && soFar.Length > 0 && char.IsUpper(soFar[^1]))
        {
            return true;
        }

        if (blankBefore)
        {
            return soFar.Length == 0 && line.ContainsAnyInRange('0', '9');
        }

        return soFar.Length == 0
            || soFar[^1] is ',' or ';' or '&'
            || soFar.EndsWith(" AND", StringComparison.OrdinalIgnoreCase)
            || (!TextScan.HasLowerLetter(line) && line.ContainsAnyInRange('0', '9') && line.Length < 80);
    }

    private int EndOfParagraph(int at)
    {
        int index = _lines.At(at);
        while (index + 1 < _lines.Count
            && _lines[index + 1] is { Length: > 0 } below
            && LabelAt(below.Start, below.End, out _) == Label.None
            && !Numbering.TryRead(_text, below, out _))
        {
            index++;
        }

        return _lines[index].End;
    }

    /// <summary>The label that stands at <paramref name="at"/>, and where its value begins.</summary>
    private Label LabelAt(int at, int end, out int valueStart)
    {
        valueStart = at;
        if (at >= end)
        {
            return Label.None;
        }

        ReadOnlySpan<char> rest = _text.AsSpan(at, end - at);
        switch (char.ToUpperInvariant(rest[0]))
        {
            case 'E' when TryExecutiveOrder(rest, out int length):
                valueStart = at + length;
                return Label.ExecutiveOrder;
            case 'C' when rest.StartsWith("CLASSIFIED BY", StringComparison.OrdinalIgnoreCase):
                return Label.ClassifiedBy;
            case 'D' when rest.StartsWith("DERIVED FROM:", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("DECLASSIFY ON:", StringComparison.OrdinalIgnoreCase):
                return Label.ClassifiedBy;
            case 'T' when TryWord(rest, "TAGS", colonOnly: false, out int length) || TryWord(rest, "TAG", colonOnly: true, out length):
                valueStart = at + length;
                return Label.Tags;
            case 'S' when TryWord(rest, "SUBJECT", colonOnly: true, out int length) || TryWord(rest, "SUBJ", colonOnly: true, out length):
                valueStart = at + length;
                return Label.Subject;
            case 'S' when rest.StartsWith("SUBJECT ", StringComparison.Ordinal) && _draft.ExecutiveOrder is not null:
                valueStart = at + 8;
                return Label.Subject;
            case 'R' when TryWord(rest, "REFS", colonOnly: true, out int length) || TryWord(rest, "REF", colonOnly: true, out length) || TryWord(rest, "REF(S)", colonOnly: true, out length)
                || TryWord(rest, "REFTEL", colonOnly: true, out length) || TryWord(rest, "REFTELS", colonOnly: true, out length) || TryWord(rest, "REFERENCE", colonOnly: true, out length)
                || TryWord(rest, "REFERENCES", colonOnly: true, out length):
                valueStart = at + length;
                return Label.References;
            case 'R' when IsBareReference(rest):
                valueStart = at + 4;
                return Label.References;
        }

        foreach (string caption in CaptionStarts)
        {
            if (rest.StartsWith(caption, StringComparison.OrdinalIgnoreCase) && !TextScan.HasLowerLetter(rest[..caption.Length]))
            {
                return Label.Caption;
            }
        }

        return Label.None;
    }

    // "REF A) STATE 123" without its colon.
    private static bool IsBareReference(ReadOnlySpan<char> rest) =>
        rest.Length is > 8 and < 160
        && rest.StartsWith("REF ", StringComparison.Ordinal)
        && (rest[4] == '(' || (rest[4] == 'A' && rest[5] is '.' or ')' or ':'))
        && !TextScan.HasLowerLetter(rest)
        && rest.ContainsAnyInRange('0', '9');

    // E.O. 12958: | EO 12958 | E.0. 12958: | E O 11652
    private static bool TryExecutiveOrder(ReadOnlySpan<char> rest, out int length)
    {
        length = 0;
        int at = 1;
        while (at < rest.Length && rest[at] is '.' or ' ')
        {
            at++;
        }

        if (at > 3 || at >= rest.Length || rest[at] is not ('O' or 'o' or '0'))
        {
            return false;
        }

        at++;
        while (at < rest.Length && rest[at] is '.' or ' ' or ':')
        {
            at++;
        }

        int digits = at;
        while (at < rest.Length && char.IsAsciiDigit(rest[at]))
        {
            at++;
        }

        if (at - digits != 5)
        {
            return false;
        }

        while (at < rest.Length && rest[at] is ':' or ' ')
        {
            at++;
        }

        length = at;
        return true;
    }

    private static bool TryWord(ReadOnlySpan<char> rest, ReadOnlySpan<char> word, bool colonOnly, out int length)
    {
        length = 0;
        if (!rest.StartsWith(word, StringComparison.OrdinalIgnoreCase) || rest.Length == word.Length)
        {
            return false;
        }

        int at = word.Length;
        while (at < rest.Length && rest[at] == ' ')
        {
            at++;
        }

        bool colon = at < rest.Length && rest[at] == ':';
        if (!colon && (colonOnly || at == word.Length || TextScan.HasLowerLetter(rest[..word.Length])))
        {
            return false;
        }

        length = colon ? at + 1 : at;
        return true;
    }

    /// <summary>Where the next label begins inside <paramref name="line"/>, past its start; its end where none does.</summary>
    private int NextLabelIn(TextSpan line)
    {
        for (int at = line.Start + 1; at < line.End; at++)
        {
            if (char.IsWhiteSpace(_text[at - 1])
                && _text[at] is 'E' or 'T' or 'S' or 'R'
                && LabelAt(at, line.End, out int valueStart) is var label and not (Label.None or Label.ClassifiedBy)
                && IsInlineLabel(label, at, valueStart, line))
            {
                return at;
            }
        }

        return line.End;
    }

    // Inside a line only the unmistakable spellings count.
    private bool IsInlineLabel(Label label, int at, int valueStart, TextSpan line) => label switch
    {
        Label.ExecutiveOrder => true,
        Label.Tags => _text[valueStart - 1] == ':' || _draft.ExecutiveOrder is not null || line.Length > 400,
        Label.Subject => _text[valueStart - 1] == ':' || line.Length > 400,
        Label.References => true,
        Label.Caption => _text.AsSpan(at).StartsWith("SIPDIS", StringComparison.Ordinal),
        _ => false,
    };
}
