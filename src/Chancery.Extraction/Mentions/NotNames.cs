using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Mentions;

/// <summary>What the tagger likes to name and the policy does not: ordinary words written large, peoples, ships, programmes, lists, numerals.</summary>
internal static class NotNames
{
    private static readonly WordList s_programmes = new(
        """
        PROGRAM PROGRAMME ACT LAW BILL TREATY CONVENTION PROTOCOL PLAN MEMORANDUM SYSTEM VISA RESOLUTION DECLARATION EXERCISE WARRANT LIST HANDBOOK MANUAL CODE AWARD PRIZE CUP
        YEAR DAY WEEK MONTH PROCESS ACCORD ACCORDS AMENDMENT DOCTRINE SCHOLARSHIP FELLOWSHIP GUIDELINES STRATEGY FILES FILE SERIES PAPERS DOCUMENTS POLICY SESSION ROUND MECHANISM SEGMENT SYMPOSIUM SEMINAR WORKSHOP GALA BALL
        """);

    private static readonly WordList s_placeNouns = new("OBLAST OBLASTS KRAI KRAY RAYON RAION OKRUG PROVINCE PROVINCES COUNTY COUNTIES DISTRICT PREFECTURES GOVERNORATE PENINSULA ARCHIPELAGO");
    private static readonly WordList s_directions = new("NORTH SOUTH EAST WEST NORTHERN SOUTHERN EASTERN WESTERN CENTRAL");
    private static readonly WordList s_ships = new("HMS USS SS MV USNS HMAS HMCS");
    private static readonly WordList s_telegrams = new(
        "DEPTEL DEPTELS EMBTEL EMBTELS CONTEL CONGENTEL LEGTEL CIRTEL DEPCIRTEL URTEL URTELS OURTEL MYTEL REFTEL REFTELS REDEPTEL REEMBTEL REURTEL SEPTELS TOPOL POLTO TOSEC SECTO TODIS DISTO USITO POC ATM GDP GCD VIP VIPS TOTEC DELGA GADEL DULTE");

    /// <summary>A line of capitals in a text that otherwise has small letters: a heading run into its paragraph.</summary>
    public static bool Shouts(Scan scan, TokenRange range)
    {
        if (scan.Capitals || !scan.Has(range.Start, TokenShape.AllCapitals))
        {
            return false;
        }

        TokenRange sentence = scan.Segment.SentenceOf(range.Start);
        int large = 0;
        int words = 0;
        for (int i = sentence.Start; i < sentence.End; i++)
        {
            if (scan.Has(i, TokenShape.Word) && scan.Tokens[i].Length > 2)
            {
                words++;
                large += scan.Has(i, TokenShape.AllCapitals) ? 1 : 0;
            }
        }

        return words >= 3 && large * 5 >= words * 4;
    }

    /// <summary>"Much", "Allies", "Calls": one word of the language that is nobody's name; what follows a comma without a space is a broken apostrophe.</summary>
    public static bool NoPerson(Scan scan, TokenRange range)
    {
        bool broken = range.Start > 0 && scan.IsMark(range.Start - 1, ',') && !scan.Has(range.Start, TokenShape.SpaceBefore);
        int token = range.Start;
        bool title = range.Count == 1 && scan.In(PositionWords.Modifiers, token) && (!scan.Capitals || scan.In(PositionWords.Heads, token + 1));
        return broken || title
            || (range.Count > 1 && !scan.Capitals && scan.In(s_programmes, range.End - 1)
                && (IsWord(scan, range.End - 1) || (scan.Facts.Words[range.Start] & WordKind.Lower) != 0))
            || (range.Count > 1 && (scan.In(s_streets, range.Start) || scan.In(s_ships, range.Start)))
            || (range.Count == 1
                && (scan.In(s_telegrams, token) || scan.In(s_directions, token) || AfterShip(scan, token)
                    || (!scan.Capitals && (IsWord(scan, token) || scan.In(s_programmes, token) || IsThing(scan, token)))));
    }

    /// <summary>A word of the language, whoever else is called so.</summary>
    public static bool IsKnown(Scan scan, int token) => (scan.Facts.Words[token] & WordKind.Lower) != 0 || scan.In(BodyRule.Topics, token);

    /// <summary>"Muslim", "Kurds": many people, no body.</summary>
    public static bool IsGroup(Scan scan, int token) => scan.In(TaggerRule.Peoples, token);

    private static readonly WordList s_streets = new("rue rua calle avenida avenue boulevard");

    /// <summary>"the Sussex in": an article stands before no person, but for "the Brandt government".</summary>
    private static bool IsThing(Scan scan, int token) =>
        scan.Is(token - 1, "the") && (!scan.Has(token + 1, TokenShape.Word) || scan.In(s_small, token + 1) || scan.Has(token + 1, TokenShape.Clitic));

    private static readonly WordList s_small = new("of in on at to for from by with as and or but is was are were has had will would could should may might that which who when while if so until than then also about over after before");

    public static bool NoBodyOrPlace(Scan scan, TokenRange range, bool place)
    {
        int start = range.Start;
        int last = range.End - 1;
        if (range.Count == 1)
        {
            return scan.In(s_telegrams, start) || scan.In(s_abbreviations, start) && scan.Has(start, TokenShape.AllCapitals) || IsNumeral(scan, start) || IsPlural(scan, start) || AfterShip(scan, start)
                || IsAdjective(scan, start)
                || scan.In(s_directions, start) || (scan.Is(start, "world") && !place);
        }

        if (!scan.Capitals && (scan.In(Titles.Honorifics, last) || scan.Is(last, "foreign", "prime")) || scan.Is(start, "consulates", "embassies"))
        {
            return true;
        }

        if (scan.Is(last, "govts", "governments", "distribution") || range.Count == 2 && scan.Is(start, "foreign") && scan.Is(last, "relations"))
        {
            return true;
        }

        bool directions = Enumerable.Range(start, range.Count).All(token => scan.In(s_directions, token) || scan.IsMark(token, '-')
                || (token > start && token == last && IsPeople(scan, token)));
        bool nations = !scan.Capitals ? First(scan, start) && Nation(scan, start + 1, range.End) : Nation(scan, start, start + 1)
            && Nation(scan, start + 1, range.End);
        if (!scan.Capitals && range.All(token => scan.In(s_abbreviations, token) || scan.IsMark(token, '/') || Nation(scan, token, token + 1) && IsPeople(scan, token)))
        {
            return true;
        }

        if (!scan.Capitals && scan.In(s_many, last) && !new TokenRange(start, last).Any(token => scan.Is(token, "of"))
            || scan.In(s_events, start) && scan.Is(start + 1, "of")
            || scan.Is(last, "congress") && (IsOrdinal(scan, start - 1) || IsOrdinal(scan, start)))
        {
            return true;
        }

        bool world = scan.Is(last, "world") && range.Count == 2;
        return directions || nations || world || scan.In(s_ships, start) || (!scan.Capitals && scan.In(s_programmes, last));
    }

    private static readonly WordList s_many = new(
        """
        OFFICERS MINISTERS DIRECTORS AMBASSADORS SECRETARIES GOVERNORS MAYORS COMMISSIONERS COUNSELORS ATTACHES MINISTRIES PARTIES COMMITTEES
        DEPARTMENTS EMBASSIES CONSULATES COUNCILS COMMISSIONS UNIVERSITIES CENTERS GROUPS DELEGATIONS COURTS PARLIAMENTS ARMIES
        """);

    private static readonly WordList s_events = new("FESTIVAL EXHIBITION TOURNAMENT CHAMPIONSHIP FEAST BATTLE TREATY CONVENTION ANNIVERSARY FOURTH");

    /// <summary>Letters that stand for things: a disease, a tax, a plan, a weapon.</summary>
    private static readonly WordList s_abbreviations = new(
        """
        HIV AIDS ISP IP VAT GMO GMOS LNG LPG IED VBIED IDP IDPS PSA BIT FTA TIFA NPT CTBT BTWC BWC CWC MTCR MLAT SOFA FDI IPR UAV ICT IT COO DPP MD
        PEPFAR AGOA GSP MFN PNTR WMD CBRN DVD GPS RFP RFI TOR SIV NIV EXBS IMET FMF SOP ROE AOR QDR BMD NSSM NSDM SNIE NSAM IET ISPS UNFCCC MEP
        REDD CDM TRQ ROO CAFTA ESTH PKO SSR DDR FMS EDA ESF DA TSA HACCP BSE FMD SARS TB PNR APIS ESDP CFSP CAP
        """);

    /// <summary>"the 22nd".</summary>
    private static bool IsOrdinal(Scan scan, int token) => scan.Has(token, TokenShape.HasDigit | TokenShape.Number) || scan.In(s_ordinals, token);

    private static readonly WordList s_ordinals = new("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth twentieth");

    /// <summary>"European", "German": who is meant, not where.</summary>
    private static bool IsPeople(Scan scan, int token) => scan.Is(token, "european", "asian", "african")
        || scan.Facts.Matches[token] is { Length: 1 } match && match.Kinds.HasFlag(EntryKind.Demonym)
        && (match.Kinds & (EntryKind.Country | EntryKind.Region)) == 0;

    /// <summary>"Danube Oblast" is a place whatever the model calls it.</summary>
    public static bool EndsLikePlace(Scan scan, TokenRange range) => range.Count > 1 && !scan.Capitals && scan.In(s_placeNouns, range.End - 1);

    private static readonly WordList s_works = new("COMPLEX KOMBINAT SHIPYARD DAIRY BREWERY TRUST");

    public static bool EndsLikeBody(Scan scan, TokenRange range) =>
        range.Count >= 2 && !scan.Capitals
            && (scan.In(BodyRule.Heads, range.End - 1) || (range.Count > 2 && scan.In(BodyRule.Heads, range.Start)) || scan.In(s_works, range.End - 1)
                || range.Count > 3 && range.Any(token => scan.In(BodyRule.Heads, token) && scan.Is(token + 1, "of") && token + 1 < range.End)
                || range.Any(token => scan.Is(token, "prefecture")));

    /// <summary>A single name after "in" that the tables know for a place's.</summary>
    public static bool IsPlaceAfterIn(Scan scan, TokenRange range)
    {
        if (range.Count != 1 || scan.Capitals || (scan.Facts.Words[range.Start] & (WordKind.PlaceName | WordKind.GivenName)) != WordKind.PlaceName)
        {
            return false;
        }

        int before = range.Start - 1;
        bool listed = scan.Is(before, "and") && before > 1 && scan.Facts.Matches[before - 1] is { Length: 1 } match
            && (match.Kinds & (EntryKind.City | EntryKind.Country)) != 0 && scan.Is(before - 2, "in");
        return scan.Is(before, "in") || listed;
    }

    /// <summary>A name stops before a word of the language ("Brandt Calls") and goes on over words that no dictionary has.</summary>
    public static int EndOfPerson(Scan scan, int start, int end)
    {
        if (scan.Capitals)
        {
            return end;
        }

        for (int i = start + 1; i < end; i++)
        {
            if (IsWord(scan, i) && scan.Has(i, TokenShape.Capital))
            {
                return i;
            }
        }

        while (end > start && end - start < 5 && scan.Has(end, TokenShape.Word) && scan.Has(end, TokenShape.Capital)
            && scan.Has(end, TokenShape.SpaceBefore) && !scan.Has(end, TokenShape.AllCapitals | TokenShape.HasDigit | TokenShape.Clitic)
            && scan.Has(end - 1, TokenShape.Word) && scan.Facts.Words[end] is WordKind.None or WordKind.Surname && scan.Facts.Matches[end] is null
            && !scan.In(BodyRule.Heads, end) && !scan.In(PositionWords.Heads, end) && !scan.In(Dates.Months, end)
            && scan.Segment.SentenceOf(start).End > end)
        {
            end++;
        }

        return end;
    }

    /// <summary>Written small nine times in ten, and nobody's name.</summary>
    public static bool IsWord(Scan scan, int token) =>
        (scan.Facts.Words[token] & (WordKind.Lower | WordKind.GivenName | WordKind.Surname)) == WordKind.Lower
            && !scan.Has(token, TokenShape.AllCapitals) && !PersonNames.IsParticle(scan.Tokens[token]);

    private static bool First(Scan scan, int token) => scan.Segment.SentenceOf(token).Start == token && IsWord(scan, token);

    private static bool Nation(Scan scan, int start, int end) =>
        scan.Facts.Matches[start] is { } match && match.Length == end - start && (match.Kinds & (EntryKind.Country | EntryKind.Demonym)) != 0;

    /// <summary>"HMS" and the like before a name.</summary>
    public static bool AfterShip(Scan scan, int token) => scan.In(s_ships, token - 1) && scan.Has(token - 1, TokenShape.AllCapitals);

    /// <summary>"XXIV".</summary>
    private static bool IsNumeral(Scan scan, int token) =>
        scan.Has(token, TokenShape.AllCapitals) && scan.Text(token).IndexOfAnyExcept("IVXLC") < 0;

    /// <summary>"ISPs", "NGOs": many of a kind, not one body.</summary>
    public static bool IsPlural(Scan scan, int token)
    {
        ReadOnlySpan<char> word = scan.Text(token);
        return word.Length > 2 && word[^1] == 's' && word[..^1].IndexOfAnyExceptInRange('A', 'Z') < 0;
    }

    /// <summary>"Corsican separatists", "Andalucian authorities", "Islamists".</summary>
    private static bool IsAdjective(Scan scan, int token)
    {
        ReadOnlySpan<char> word = scan.Text(token);
        if (scan.Capitals || scan.Has(token, TokenShape.AllCapitals) || word.Length < 6
            || scan.Facts.Matches[token] is { } match && (match.Kinds & (EntryKind.Country | EntryKind.City | EntryKind.Region)) != 0)
        {
            return false;
        }

        bool people = word.EndsWith("ists", StringComparison.Ordinal) || word.EndsWith("ians", StringComparison.Ordinal)
            || word.EndsWith("cans", StringComparison.Ordinal);
        bool adjective = word.EndsWith("ian", StringComparison.Ordinal) || word.EndsWith("ean", StringComparison.Ordinal)
            || word.EndsWith("can", StringComparison.Ordinal) || word.EndsWith("ese", StringComparison.Ordinal);
        bool before = scan.Has(token + 1, TokenShape.Word) && !scan.Has(token + 1, TokenShape.Capital | TokenShape.Clitic);
        return people || (adjective && before);
    }
}
