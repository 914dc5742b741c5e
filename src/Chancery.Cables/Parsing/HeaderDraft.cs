namespace Chancery.Cables.Parsing;

/// <summary>The header while it is being read.</summary>
internal sealed class HeaderDraft
{
    private const int MostReferences = 200;

    public Located<CableDate>? MessageDate { get; set; }

    public Located<CableDate>? RecordDate { get; set; }

    public Located<string>? RecordReference { get; set; }

    public Located<string>? RecordOrigin { get; set; }

    public Located<string>? RecordClassification { get; set; }

    public Located<string>? From { get; set; }

    public ClassificationLine? Line { get; set; }

    public List<Located<string>> Captions { get; } = [];

    public List<Addressee> Addressees { get; } = [];

    public Located<string>? ExecutiveOrder { get; set; }

    public List<Located<string>> Tags { get; } = [];

    public Located<string>? Subject { get; set; }

    public List<TextSpan> ReferenceText { get; } = [];

    /// <summary>References that stand in a field of the record, not in the text.</summary>
    public List<string> RecordReferences { get; } = [];

    /// <summary>Telegrams that a FRUS text names at its opening.</summary>
    public List<CableReference> Telegrams { get; } = [];

    public Located<string>? Signer { get; set; }

    public bool SaysPartial { get; set; }

    /// <summary>True where nothing was found that only a cable has.</summary>
    public bool IsEmpty => Line is null && RecordReference is null && ExecutiveOrder is null && Tags.Count == 0 && Subject is null && MessageDate is null && From is null && !SaysPartial;

    /// <summary>Takes over what a record states beside its text, where the text does not say it.</summary>
    public void Apply(IReadOnlyDictionary<string, string> fields)
    {
        foreach ((string name, string value) in fields)
        {
            if (string.IsNullOrWhiteSpace(value))
            {
                continue;
            }

            Located<string> stated = new(value.Trim(), null);
            switch (name)
            {
                case "reference" when ReferenceNumbers.TryParse(stated.Value, out _, out _, out _):
                    RecordReference ??= stated;
                    break;
                case "date" when DateStamps.TryRecord(stated.Value, out CableDate date):
                    RecordDate ??= new Located<CableDate>(date, null);
                    break;
                case "origin":
                    RecordOrigin ??= stated;
                    break;
                case "classification":
                    RecordClassification ??= stated;
                    break;
                case "references":
                    RecordReferences.AddRange(Parts(stated.Value));
                    break;
                case "subject":
                    Subject ??= stated;
                    break;
                case "tags" when Tags.Count == 0:
                    Tags.AddRange(Parts(stated.Value).Select(tag => new Located<string>(tag.ToUpperInvariant(), null)));
                    break;
            }
        }
    }

    private static string[] Parts(string list) => list.Split(['|', ',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public CableHeader ToHeader(string text, RawCable raw)
    {
        Located<string>? reference = Reference(text, raw, out int? year);
        List<CableReference> references = [.. Telegrams];
        foreach (TextSpan span in ReferenceText)
        {
            ReferenceList.Read(text, span, year, references);
        }

        List<Located<string>> located = [];
        List<string> written = [];
        foreach (CableReference found in references)
        {
            if (located.Count < MostReferences && !located.Exists(known => known.Value == found.Normal))
            {
                located.Add(new Located<string>(found.Normal, found.Span));
                written.Add(found.Written);
            }
        }

        foreach (string record in RecordReferences)
        {
            string normal = ReferenceNumbers.TryParse(record, out int y, out string post, out string number) ? ReferenceNumbers.Format(y, post, number) : record;
            if (!located.Exists(known => known.Value == normal))
            {
                located.Add(new Located<string>(normal, null));
                written.Add(record);
            }
        }

        return new CableHeader
        {
            Reference = reference,
            Date = MessageDate ?? RecordDate,
            Origin = From ?? RecordOrigin ?? (Line is null ? null : TextScan.Locate(text, Line.Post)),
            Classification = RecordClassification ?? (Line is null ? null : new Located<string>(Line.Level, Line.LevelSpan)),
            Captions = Captions,
            Addressees = Addressees,
            ExecutiveOrder = ExecutiveOrder,
            Tags = Tags,
            Subject = Subject,
            References = located,
            ReferencesAsWritten = written,
            Signer = Signer,
        };
    }

    // The record's own reference; else the classification line's, its year from the date, or from the name of the file where that agrees.
    private Located<string>? Reference(string text, RawCable raw, out int? year)
    {
        string name = raw.Id ?? SourceName(raw.Source);
        int dot = name.IndexOf('.', StringComparison.Ordinal);
        bool named = ReferenceNumbers.TryParse(dot < 0 ? name : name.AsSpan(0, dot), out int namedYear, out string namedPost, out string namedNumber);
        string? nameReference = named ? ReferenceNumbers.Format(namedYear, namedPost, namedNumber) : null;
        year = (MessageDate ?? RecordDate)?.Value.Value.Year;

        if (RecordReference is { } record)
        {
            if (!ReferenceNumbers.TryParse(record.Value, out int recordYear, out string post, out string number))
            {
                // FRUS: a number in the sender's series, "Moscow 1759".
                return record;
            }

            year ??= recordYear;
            return record with { Value = ReferenceNumbers.Format(recordYear, post, number) };
        }

        if (Line is { } line)
        {
            ReadOnlySpan<char> linePost = TextScan.Slice(text, line.Post);
            ReadOnlySpan<char> lineNumber = TextScan.Slice(text, line.Number);
            if (nameReference is not null && (year is null || year.Value % 100 == namedYear % 100) && IsSameMessage(nameReference, ReferenceNumbers.Format(namedYear, linePost, lineNumber)))
            {
                // The publisher's id may say more of the post than the line does: 09UNVIEVIENNA279 for "UNVIE 000279".
                year ??= namedYear;
                return new Located<string>(nameReference, new TextSpan(line.Post.Start, line.Number.End));
            }

            if (year is not null)
            {
                return new Located<string>(ReferenceNumbers.Format(year.Value, linePost, lineNumber), new TextSpan(line.Post.Start, line.Number.End));
            }
        }

        if (nameReference is not null)
        {
            year ??= namedYear;
            return new Located<string>(nameReference, null);
        }

        return null;
    }

    private static bool IsSameMessage(ReadOnlySpan<char> named, ReadOnlySpan<char> read)
    {
        ReadOnlySpan<char> digits = "0123456789";
        ReadOnlySpan<char> namedPost = named.TrimEnd(digits), readPost = read.TrimEnd(digits);
        return named[namedPost.Length..].SequenceEqual(read[readPost.Length..]) && (namedPost.StartsWith(readPost) || readPost.StartsWith(namedPost));
    }

    /// <summary>The name of a file without its folder and ending, or the part after "#" for a record in it.</summary>
    public static string SourceName(string source)
    {
        int hash = source.LastIndexOf('#');
        if (hash >= 0 && hash + 1 < source.Length)
        {
            return source[(hash + 1)..];
        }

        return Path.GetFileNameWithoutExtension(source);
    }
}
