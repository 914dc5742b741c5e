namespace Chancery.Cables.Parsing;

internal sealed partial class HeaderScanner
{
    private const string PartialSentence = "This record is a partial extract";

    // Labels of the metadata tables of publishers' pages.
    private static readonly string[] RecordLabels =
        ["Reference ID", "Identifier", "Canonical ID", "Created", "Released", "Date", "Classification", "Original Classification", "Current Classification", "Origin", "From"];

    /// <summary>Reads what the record or the page says before the message: id, date, reference, origin, classification, references.</summary>
    private void ReadRecord(int start, int end)
    {
        int first = _lines.At(start);
        int last = _lines.At(end);
        List<string> labels = [];
        int nextValue = 0;
        for (int i = first; i <= last && i < _lines.Count; i++)
        {
            TextSpan line = TextScan.Trim(_text, new TextSpan(Math.Max(_lines[i].Start, Math.Min(start, _lines[i].End)), Math.Min(_lines[i].End, end)));
            if (line.Length <= 0)
            {
                continue;
            }

            ReadOnlySpan<char> slice = TextScan.Slice(_text, line);
            if (slice.Contains(PartialSentence, StringComparison.OrdinalIgnoreCase))
            {
                _draft.SaysPartial = true;
            }

            if (TryLabel(slice, out string label, out int valueStart))
            {
                TextSpan value = TextScan.Trim(_text, new TextSpan(line.Start + valueStart, line.End), ":");
                if (value.Length > 0)
                {
                    SetField(label, value);
                }
                else
                {
                    labels.Add(label);
                }
            }
            else if (IsDateLine(slice) && DateStamps.TryRecord(slice, out CableDate published))
            {
                _draft.RecordDate ??= new Located<CableDate>(published, line);
            }
            else if (nextValue < labels.Count)
            {
                SetField(labels[nextValue++], line);
            }
            else if (TryRow(line) || TryReferenceAndDate(line))
            {
                // A line "05BUCHAREST1256 / 2005-05-27" is followed by the origin's.
                if (_draft.RecordOrigin is null && i + 1 <= last && IsOrigin(_lines.Of(i + 1)))
                {
                    _draft.RecordOrigin = TextScan.Locate(_text, _lines[i + 1]);
                }
            }
        }
    }

    // "Tuesday, 15 September 2009, 16:39", which papers put before the message.
    private static bool IsDateLine(ReadOnlySpan<char> line)
    {
        int comma = line.IndexOf(',');
        return comma is >= 6 and <= 9 && line.Length < 60 && line[..comma].EndsWith("day", StringComparison.Ordinal);
    }

    private static bool TryLabel(ReadOnlySpan<char> line, out string label, out int valueStart)
    {
        foreach (string name in RecordLabels)
        {
            if (line.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (line.Length == name.Length || line[name.Length] is ':'))
            {
                label = name;
                valueStart = name.Length;
                return true;
            }
        }

        label = "";
        valueStart = 0;
        return false;
    }

    private void SetField(string label, TextSpan value)
    {
        switch (label)
        {
            case "Reference ID" or "Identifier" or "Canonical ID":
                TextSpan word = TextScan.NextWord(_text, value.Start, value.End);
                if (TextScan.Slice(_text, word).IndexOf('_') is > 0 and int suffix)
                {
                    // "09STATE63812_a"
                    word = new TextSpan(word.Start, word.Start + suffix);
                }

                if (ReferenceNumbers.TryParse(TextScan.Slice(_text, word), out _, out _, out _))
                {
                    _draft.RecordReference ??= TextScan.Locate(_text, word);
                }

                break;
            case "Created" or "Date" when DateStamps.TryRecord(TextScan.Slice(_text, value), out CableDate date):
                _draft.RecordDate ??= new Located<CableDate>(date, value);
                break;
            case "Classification" or "Original Classification":
                _draft.RecordClassification ??= TextScan.Locate(_text, value);
                break;
            case "Origin" or "From":
                _draft.RecordOrigin ??= TextScan.Locate(_text, value);
                break;
        }
    }

    // "32580 5/13/2005 14:16 05BUCHAREST1129 Embassy Bucharest UNCLASSIFIED 07SECSTATE132718 VZCZ…", the row of the dump in one line.
    private bool TryRow(TextSpan line)
    {
        TextSpan id = TextScan.NextWord(_text, line.Start, line.End);
        TextSpan day = TextScan.NextWord(_text, id.End, line.End);
        TextSpan time = TextScan.NextWord(_text, day.End, line.End);
        TextSpan reference = TextScan.NextWord(_text, time.End, line.End);
        TextSpan moment = new(day.Start, time.End);
        if (!TextScan.IsDigits(TextScan.Slice(_text, id))
            || !ReferenceNumbers.TryParse(TextScan.Slice(_text, reference), out _, out _, out _)
            || !DateStamps.TryRecord(TextScan.Slice(_text, moment), out CableDate date))
        {
            return false;
        }

        _draft.RecordDate = new Located<CableDate>(date, moment);
        _draft.RecordReference = TextScan.Locate(_text, reference);

        TextSpan word = TextScan.NextWord(_text, reference.End, line.End);
        int originStart = word.Start;
        for (int words = 0; word.Length > 0 && words < 8; words++, word = TextScan.NextWord(_text, word.End, line.End))
        {
            if (!ClassificationLine.TryLevel(_text, word.Start, line.End, out _, out int stop))
            {
                continue;
            }

            // "UNCLASSIFIED//FOR OFFICIAL USE ONLY", "CONFIDENTIAL//NOFORN"
            if (stop < line.End && _text[stop] == '/')
            {
                stop = TextScan.NextWord(_text, stop, line.End).End;
            }

            if (word.Start > originStart)
            {
                _draft.RecordOrigin = TextScan.Locate(_text, new TextSpan(originStart, word.Start));
            }

            _draft.RecordClassification = TextScan.Locate(_text, new TextSpan(word.Start, stop));
            ReadRowReferences(stop, line.End);
            break;
        }

        return true;
    }

    // The references field: "07SECSTATE132718|06PARIS1" right after the classification.
    private void ReadRowReferences(int at, int end)
    {
        for (TextSpan word = TextScan.NextWord(_text, at, end); word.Length > 0; word = TextScan.NextWord(_text, word.End, end))
        {
            foreach (Range part in TextScan.Slice(_text, word).Split('|'))
            {
                ReadOnlySpan<char> value = TextScan.Slice(_text, word)[part].Trim(",;");
                if (value.Length == 0)
                {
                    continue;
                }

                if (!ReferenceNumbers.TryParse(value, out _, out _, out _))
                {
                    return;
                }

                _draft.RecordReferences.Add(value.ToString());
            }
        }
    }

    // "05BUCHAREST1256 / 2005-05-27 10:49:00"
    private bool TryReferenceAndDate(TextSpan line)
    {
        int slash = TextScan.Slice(_text, line).IndexOf('/');
        if (slash < 0)
        {
            return false;
        }

        TextSpan reference = TextScan.Trim(_text, new TextSpan(line.Start, line.Start + slash));
        TextSpan moment = TextScan.Trim(_text, new TextSpan(line.Start + slash + 1, line.End));
        if (!ReferenceNumbers.TryParse(TextScan.Slice(_text, reference), out _, out _, out _) || !DateStamps.TryRecord(TextScan.Slice(_text, moment), out CableDate date))
        {
            return false;
        }

        _draft.RecordReference ??= TextScan.Locate(_text, reference);
        _draft.RecordDate ??= new Located<CableDate>(date, moment);
        return true;
    }

    private static bool IsOrigin(ReadOnlySpan<char> line) =>
        line.Length < 60
        && (line.StartsWith("Embassy ", StringComparison.Ordinal)
            || line.StartsWith("Consulate ", StringComparison.Ordinal)
            || line.StartsWith("Secretary of State", StringComparison.Ordinal)
            || line.StartsWith("Mission ", StringComparison.Ordinal)
            || line.StartsWith("US", StringComparison.Ordinal));
}
