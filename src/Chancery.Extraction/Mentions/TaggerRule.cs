using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Tagging;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Mentions;

/// <summary>What the trained tagger names, trimmed to the policy: no articles, no titles, no demonyms alone.</summary>
internal static partial class TaggerRule
{
    /// <summary>Capitals-only text asks for a firmer reading.</summary>
    private const double InCapitals = 0.55;

    private static readonly WordList s_notNames = new(
        "SUMMARY COMMENT NOTE END BEGIN REF REFTEL SEPTEL TAGS SUBJECT UNCLAS SBU PARA ACTION CLASSIFIED REASON EMBTEL DEPTEL MOU MOA NGO NGOS AMCIT AMCITS GDP USD EUR CFA EEZ GSP AGOA PRGF HIPC RPT FYI NOFORN SIPDIS PAR MR MRS DR STAFFDEL CODEL DEMARCHE MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY");

    private static readonly WordList s_references = new("REF REFS REFTEL REFTELS SEPTEL SEPTELS REFERENCES");

    public static void Find(Scan scan)
    {
        foreach (TaggedRange tagged in scan.Tagged)
        {
            if (tagged.Type == TagType.Organization && !scan.Capitals && Apart(scan, tagged))
            {
                continue;
            }

            TokenRange range = Trim(scan, tagged);
            if (range.Count <= 0 || ((Shouted(scan) || NotNames.Shouts(scan, range)) && tagged.Type != TagType.Misc))
            {
                continue;
            }

            if (tagged.Type is TagType.Person or TagType.Place && AfterComma(scan, tagged.Tokens, range) is { Count: > 0 } second)
            {
                scan.Add(second, tagged.Type == TagType.Person ? EntityType.Person : EntityType.Place, Confidence.OfMargin(tagged.Margin / 2), "model: a name after a comma", 49);
            }

            if (tagged.Type == TagType.Misc)
            {
                if (range.Count > 1)
                {
                    scan.Add(range, EntityType.Organization, 0, Scan.Blocker, 44);
                }

                continue;
            }

            if (tagged.Type == TagType.Place && range.Count == 3 && !scan.Capitals && scan.IsMark(range.Start + 1, '-')
                && scan.Has(range.Start + 2, TokenShape.Capital)
                && scan.Facts.Matches[range.Start] is { Length: 1 } first && (first.Kinds & (EntryKind.City | EntryKind.Country)) != 0)
            {
                scan.Add(new TokenRange(range.Start, range.Start + 1), EntityType.Place, Confidence.OfMargin(tagged.Margin), "model: the first of two places", 51);
                scan.Add(new TokenRange(range.Start + 2, range.End), EntityType.Place, Confidence.OfMargin(tagged.Margin), "model: the second of two places", 51);
                continue;
            }

            if (Confidence.OfMargin(tagged.Margin) >= Confidence.Least && Type(scan, tagged, range) is { } type)
            {
                scan.Add(range, type, Confidence.OfMargin(tagged.Margin), $"model: {tagged.Type.ToString().ToLowerInvariant()}, margin {tagged.Margin:0.0}", 50);
            }
        }
    }

    /// <summary>"Senate President Peter Brandt", "the Harbor Party's Peter Brandt": a body and a person that the model took for one.</summary>
    private static bool Apart(Scan scan, TaggedRange tagged)
    {
        for (int i = tagged.Tokens.Start + 1; i + 1 < tagged.Tokens.End; i++)
        {
            if (scan.In(BodyRule.Heads, i - 1) && scan.Facts.Words[i] is var word && (word & WordKind.GivenName) != 0
                && (word & (WordKind.Lower | WordKind.PlaceName)) == 0 && !scan.In(BodyRule.Heads, tagged.Tokens.End - 1) && !scan.Is(i - 1, "university", "college", "school", "hospital")
                && PersonRule.EndOfName(scan, i, careful: true) is var last && last > i + 1 && last >= tagged.Tokens.End)
            {
                int from = scan.Is(tagged.Tokens.Start, "the") ? tagged.Tokens.Start + 1 : tagged.Tokens.Start;
                scan.Add(new TokenRange(from, i), EntityType.Organization, Confidence.OfMargin(tagged.Margin / 2), "model: a body before a name", 50);
                scan.Add(new TokenRange(i, last), EntityType.Person, Confidence.OfMargin(tagged.Margin / 2), "model: a name after a body", 50);
                return true;
            }

            if ((scan.In(PositionWords.Heads, i) || scan.Has(i, TokenShape.Clitic)) && scan.In(BodyRule.Heads, i - 1)
                && ((scan.Facts.Words[i + 1] & WordKind.GivenName) != 0
                    || scan.Has(i, TokenShape.Clitic) && (scan.Facts.Words[i + 1] & WordKind.Lower) == 0)
                && PersonRule.EndOfName(scan, i + 1, careful: true) is var end && end > i + 2)
            {
                double confidence = Confidence.OfMargin(tagged.Margin / 2);
                int start = scan.Is(tagged.Tokens.Start, "the") ? tagged.Tokens.Start + 1 : tagged.Tokens.Start;
                scan.Add(new TokenRange(start, i), EntityType.Organization, confidence, "model: a body before a person", 50);
                scan.Add(new TokenRange(i + 1, end), EntityType.Person, confidence, "model: a person after a body", 50);
                return true;
            }

            int first = tagged.Tokens.Start;
            if (scan.Has(i, TokenShape.Clitic) && scan.In(BodyRule.Heads, tagged.Tokens.End - 1)
                && scan.Facts.Matches[first] is { } seat && seat.Length == i - first && (seat.Kinds & (EntryKind.City | EntryKind.Country)) != 0)
            {
                scan.Add(new TokenRange(first, i), EntityType.Place, Confidence.OfMargin(tagged.Margin), "model: a place before its body", 50);
                scan.Add(new TokenRange(i + 1, tagged.Tokens.End), EntityType.Organization, Confidence.OfMargin(tagged.Margin),
                    "model: a body after its place", 50);
                return true;
            }

            // "Peter Brandt's Harbor Movement": the body is called after its owner's name.
            if (scan.Has(i, TokenShape.Clitic) && i - first is 2 or 3 && scan.In(BodyRule.Heads, tagged.Tokens.End - 1)
                && (scan.Facts.Words[first] & WordKind.GivenName) != 0 && !new TokenRange(first, i).Any(token => scan.In(BodyRule.Heads, token)))
            {
                scan.Add(new TokenRange(first, i), EntityType.Person, Confidence.OfMargin(tagged.Margin / 2), "model: a person before his body", 50);
                scan.Add(new TokenRange(i + 1, tagged.Tokens.End), EntityType.Organization, Confidence.OfMargin(tagged.Margin / 2), "model: a body after its owner", 50);
                return true;
            }
        }

        if (scan.Is(tagged.Tokens.Start, "justice", "judge") && tagged.Tokens.Count > 2
            && (scan.Facts.Words[tagged.Tokens.Start + 1] & WordKind.GivenName) != 0 && !scan.In(BodyRule.Heads, tagged.Tokens.End - 1))
        {
            scan.Add(new TokenRange(tagged.Tokens.Start + 1, tagged.Tokens.End), EntityType.Person, Confidence.OfMargin(tagged.Margin / 2), "model: a judge", 50);
            return true;
        }

        return false;
    }

    /// <summary>Headings in title case and subjects in capitals mislead the model; names that matter come back from the body.</summary>
    private static bool Shouted(Scan scan)
    {
        if (scan.Segment.Kind is not (SegmentKind.Heading or SegmentKind.Subject) || scan.Context.Document.IsCapitals)
        {
            return false;
        }

        int capital = scan.Tokens.Count(token => token.Is(TokenShape.Capital));
        int small = scan.Tokens.Count(token => token.Is(TokenShape.Word) && !token.Is(TokenShape.Capital) && token.Length > 3);
        return scan.Capitals || capital > 2 * small;
    }

    private static EntityType? Type(Scan scan, TaggedRange tagged, TokenRange range)
    {
        if (range.Count == 1 && (scan.In(s_notNames, range.Start) || scan.In(Dates.Months, range.Start) || scan.Tokens[range.Start].Length < 2
                || scan.Facts.Matches[range.Start] is { } match && match.Kinds.HasFlag(EntryKind.Demonym) && match.Length == 1
                && (match.Kinds & EntryKind.Country) == 0))
        {
            return null;
        }

        bool named = range.Any(token => scan.Has(token, TokenShape.Capital));
        if (range.All(token => scan.In(s_notNames, token) || scan.Tokens[token].Length == 1) || scan.In(s_references, range.Start))
        {
            return null;
        }

        if (!named || range.All(token => Ordinary(scan, token)) || IsOffice(scan, range)
            || (scan.Capitals && tagged.Type == TagType.Person && range.Count == 1 && scan.Tokens[range.Start].Length < 3))
        {
            return null;
        }

        if (scan.Capitals && tagged.Type == TagType.Person && range.Any(token => (scan.Facts.Words[token] & WordKind.Lower) != 0))
        {
            return null;
        }

        if (tagged.Type == TagType.Person ? NotNames.NoPerson(scan, range) : NotNames.NoBodyOrPlace(scan, range, tagged.Type == TagType.Place))
        {
            return null;
        }

        if (scan.In(Peoples, range.End - 1) && (range.Count == 1 || tagged.Type == TagType.Place))
        {
            return null;
        }

        if (range.Any(token => scan.In(PositionWords.Codes, token)))
        {
            return null;
        }

        if (tagged.Type == TagType.Organization && IsPortfolio(scan, range))
        {
            return null;
        }

        bool scheme = tagged.Type == TagType.Place && range.Count == 1 && scan.Facts.Matches[range.Start] is null
            && (scan.In(s_schemes, range.End) || scan.In(s_schemes, range.End + 1) && scan.Is(range.End, "alert"));
        bool office = scan.Is(range.Start, "state") && scan.Is(range.Start - 1, "of") && scan.Is(range.Start - 2, "secretary");
        if (scheme || office || scan.Is(range.Start - 1, "airgram"))
        {
            return null;
        }

        bool body = scan.In(BodyRule.Heads, range.End - 1);
        if (body && range.Count == 1)
        {
            return null;
        }

        if (tagged.Type == TagType.Organization && range.Count > 1 && scan.In(s_buildings, range.End - 1) && !scan.Is(range.Start, "white"))
        {
            return EntityType.Place;
        }

        return tagged.Type switch
        {
            TagType.Person when scan.Has(range.Start, TokenShape.Number)
                || range.Count == 1 && scan.Has(range.End, TokenShape.Number) && scan.Tokens[range.Start].Length == 3 => null,
            TagType.Person when range.Count > 1 && !scan.Capitals
                && scan.Is(range.End - 1, "library", "museum", "foundation", "university", "hospital") => EntityType.Organization,
            TagType.Person => scan.Capitals && Confidence.OfMargin(tagged.Margin) < InCapitals ? null : NotNames.IsPlaceAfterIn(scan, range)
                || range.Count == 2 && scan.In(s_placeArticles, range.Start)
                && scan.Is(range.Start - 1, "in", "near") ? EntityType.Place : EntityType.Person,
            TagType.Organization when NotNames.EndsLikePlace(scan, range) || IsSeat(scan, range) || IsBranch(scan, range) => EntityType.Place,
            TagType.Organization when range.Count > 1 && scan.In(s_squares, range.Start) => EntityType.Place,
            TagType.Organization or TagType.Place when range.Count == 1 && !scan.Capitals && IsSonOf(scan.Text(range.Start)) => EntityType.Person,
            TagType.Organization or TagType.Place when IsNamedPerson(scan, range, tagged.Type == TagType.Place) => EntityType.Person,
            TagType.Place when NotNames.EndsLikeBody(scan, range) || IsLetters(scan, range) => EntityType.Organization,
            TagType.Organization => scan.Capitals && Confidence.OfMargin(tagged.Margin) < InCapitals && !body ? null : EntityType.Organization,
            TagType.Place => EntityType.Place,
            TagType.Post => range.Count > 1 ? EntityType.Post : null,
            _ => null,
        };
    }

    private static readonly WordList s_ministers = new("minister ministers secretary secretaries");
    private static readonly WordList s_directors = new("director directors general commissioner");
    private static readonly WordList s_portfolios = new("affairs policy policies industries operations resources relations planning development research studies program programs programme programmes issues services strategy finance information education trade culture environment health");

    /// <summary>"Minister for Ports and Harbor Affairs", "Director General for Harbor Policy": what an office is for.</summary>
    private static bool IsPortfolio(Scan scan, TokenRange range)
    {
        int head = range.Start - 2;
        if (!scan.Is(range.Start - 1, "for", "of") || range.Any(token => scan.In(BodyRule.Heads, token)) || scan.Has(range.Start, TokenShape.AllCapitals) && !scan.Capitals)
        {
            return false;
        }

        head = scan.IsMark(head, ')') && scan.IsMark(head - 2, '(') ? head - 3 : head;
        return scan.In(s_ministers, head) && scan.Facts.Matches[range.Start] is null
            || scan.In(s_directors, head) && range.Count < 5 && !range.Any(token => scan.Is(token, "for", "of", "the")) && (scan.In(s_portfolios, range.End - 1) || scan.In(s_portfolios, range.Start));
    }

    /// <summary>"the Lima-based".</summary>
    private static bool IsSeat(Scan scan, TokenRange range) => scan.IsMark(range.End, '-') && scan.Is(range.End + 1, "based", "headquartered")
        && scan.Facts.Matches[range.Start] is { } match && match.Length == range.Count
        && (match.Kinds & (EntryKind.City | EntryKind.Country | EntryKind.Region)) != 0;

    private static readonly WordList s_branches = new("office offices branch bureau headquarters");

    /// <summary>"the Lima office".</summary>
    private static bool IsBranch(Scan scan, TokenRange range) => scan.In(s_branches, range.End) && !scan.Has(range.End, TokenShape.Capital)
        && scan.Facts.Matches[range.Start] is { } match && match.Length == range.Count && (match.Kinds & EntryKind.City) != 0;

    /// <summary>Letters that no table knows for a place's.</summary>
    private static bool IsLetters(Scan scan, TokenRange range) => range.Count == 1 && !scan.Capitals && scan.Tokens[range.Start].Length is >= 3 and <= 6
        && scan.Has(range.Start, TokenShape.AllCapitals) && !scan.Has(range.Start, TokenShape.Dotted | TokenShape.HasDigit)
        && scan.Facts.Matches[range.Start] is null && (scan.Facts.Words[range.Start] & (WordKind.PlaceName | WordKind.Lower)) == 0;

    private static readonly WordList s_placeArticles = new("el la los las san santa puerto villa sao");
    private static readonly WordList s_squares = new("gare place pont rue avenue boulevard plaza piazza parc");
    private static readonly WordList s_schemes = new("system plan program programme operation law project scheme");

    /// <summary>"McBrandt".</summary>
    private static bool IsSonOf(ReadOnlySpan<char> word) => word.Length > 5 && word.StartsWith("Mc", StringComparison.Ordinal)
        && char.IsUpper(word[2]) && char.IsLower(word[3]);

    private static readonly WordList s_people = new("suspect suspects lawyer journalist activist citizen national militant terrorist businessman politician dissident nephew brother son daughter wife husband widow painter author writer poet historian scholar");
    private static readonly WordList s_at = new("in at to from of near into");

    /// <summary>A given name or "the suspect" before words that no table knows; "al-" and a name of no place.</summary>
    private static bool IsNamedPerson(Scan scan, TokenRange range, bool place)
    {
        if (scan.Capitals || range.Count > 4)
        {
            return false;
        }

        if (range.Count == 3 && scan.IsMark(range.Start + 1, '-') && scan.Is(range.Start, "al") && !scan.Has(range.Start, TokenShape.Capital))
        {
            return place && scan.Facts.Matches[range.Start] is null
                && (!scan.In(s_at, range.Start - 1) || scan.Is(range.Start - 1, "to") && scan.Has(range.End, TokenShape.Clitic))
                && !scan.Is(range.Start - 1, "the");
        }

        bool unknown = range.Count is 2 or 3 && range.All(token => scan.Has(token, TokenShape.Capital) && scan.Has(token, TokenShape.Word)
                && !scan.Has(token, TokenShape.AllCapitals | TokenShape.HasDigit | TokenShape.MixedCase)
                && (scan.Facts.Words[token] & WordKind.Lower) == 0
                && !scan.In(BodyRule.Heads, token)
                && (scan.Facts.Matches[token] is not { } match
                    || (match.Kinds & (EntryKind.Country | EntryKind.Demonym | EntryKind.Region | EntryKind.Organization)) == 0));
        return unknown && (scan.In(s_people, range.Start - 1)
                || (scan.Facts.Words[range.Start] & WordKind.GivenName) != 0 && (scan.Facts.Words[range.Start] & WordKind.PlaceName) == 0
                && (scan.Facts.Words[range.End - 1] is WordKind.None or WordKind.Surname or (WordKind.Surname | WordKind.CommonSurname)));
    }

    internal static WordList Peoples { get; } = new("EUROPEAN ASIAN AFRICAN ARAB ARABS MUSLIM MUSLIMS ISLAMIC JEWISH CHRISTIAN WESTERN EASTERN COMMUNIST CATHOLIC NAZI LATIN ANGLO SOV SOVS KURDS KURDISH BASQUE BASQUES TIBETANS CHECHEN CHECHENS TAMIL TAMILS SUNNI SUNNIS SHIA SHIITE SHIITES ISLAM CHRISTIANITY JUDAISM BUDDHIST BUDDHISTS HINDU HINDUS BUDDHISM HINDUISM CATHOLICISM MARXISM COMMUNISM CATALAN CATALANS FLEMISH WALLOON SCOTTISH WELSH TIBETAN UIGHUR UIGHURS UYGHUR UYGHURS PASHTUN PASHTUNS HAZARA HAZARAS TAJIKS UZBEKS KAZAKHS TURKMENS CROATS SERBS BOSNIAKS HUTU HUTUS TUTSI TUTSIS DALITS YORUBA HAUSA ZULU ZULUS MAORI CHRISTIANS PROTESTANT PROTESTANTS CATHOLICS JEWS SALAFI SALAFIST WAHHABI SUFI SOCIALIST CONGRESSIONAL ALLIES ALLY ALLIED JAP JAPS INDO INDOS BRIT BRITS YUGO YUGOS CHICOM CHICOMS COMMIE COMMIES MEMBER DELEGATE");
    private static readonly WordList s_buildings = new("HOUSE PALACE BUILDING AIRPORT HOTEL SQUARE STREET AVENUE ROAD BRIDGE RIVER LAKE MOUNTAIN VALLEY ISLAND ISLANDS CANAL PORT HARBOR AIRBASE BASE AIRFIELD AB");
    private static readonly WordList s_numbers = new("ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN ELEVEN TWELVE TWENTY THIRTY FORTY FIFTY HUNDRED THOUSAND USD RM AIDE MEMOIRE MEMORANDUM NONE NOBODY EVERYONE THE A AN THIS THAT IT HE SHE WE THEY I HOWEVER MEANWHILE ALSO THUS IF AS FAR SEE PLEASE");

    /// <summary>Ranks, offices' short words, numbers and words of the language that stand large only because a sentence begins.</summary>
    private static bool Ordinary(Scan scan, int token) =>
        scan.In(Titles.Honorifics, token) || scan.In(PositionWords.Codes, token) || scan.Is(token, "watcher", "partnership")
        || scan.In(s_numbers, token) || scan.Has(token, TokenShape.Punctuation)
        || (scan.Capitals ? (scan.Facts.Words[token] & WordKind.Lower) != 0 : IsOpening(scan, token));

    private static bool IsOpening(Scan scan, int token) =>
        (scan.Facts.Words[token] & (WordKind.Lower | WordKind.GivenName | WordKind.Surname)) == WordKind.Lower
        && !scan.Has(token, TokenShape.AllCapitals) && scan.Segment.SentenceOf(token).Start == token;

    /// <summary>"State Secretary for Public Security" is an office, not a body.</summary>
    private static bool IsOffice(Scan scan, TokenRange range)
    {
        int token = range.Start;
        while (token < range.End && scan.In(PositionWords.Modifiers, token) && !scan.In(PositionWords.Strong, token))
        {
            token++;
        }

        bool first = token < range.End && scan.In(PositionWords.Strong, token);
        bool inside = range.Any(word => scan.In(PositionWords.Heads, word));
        return (first || inside) && !range.Any(word => scan.In(BodyRule.Heads, word));
    }
}
