using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Mentions;

/// <summary>Offices in small letters: some nouns mean nothing but an office, others do behind their owner or with their field.</summary>
internal static partial class PositionRule
{
    /// <summary>Nouns that in small letters too mean an office and nothing else.</summary>
    private static readonly WordList s_plain = new(
        """
        president vice-president premier minister director chairman chairwoman chairperson ambassador consul attache attaché commissioner governor
        mayor chancellor coordinator commander rapporteur prosecutor spokesman spokeswoman spokesperson envoy superintendent
        administrator treasurer ombudsman rector provost comptroller prefect undersecretary senator congressman congresswoman
        """);

    /// <summary>"its leader", "the company's manager", "his deputy".</summary>
    private static readonly WordList s_owned = new("leader manager deputy chair editor secretary representative delegate counselor counsellor");

    /// <summary>"police chief", "department head": with their field they name an office.</summary>
    private static readonly WordList s_fielded = new("chief head manager officer leader adviser advisor delegate agent secretary counselor counsellor inspector specialist assistant");

    private static readonly WordList s_chiefFields = new(
        """
        police army navy crime security intelligence section division department bureau office delegation mission station staff party
        opposition majority minority faction caucus union guerrilla customs immigration protocol
        """);

    private static readonly WordList s_officerFields = new(
        """
        political economic consular commercial cultural press program programme project desk health reporting protocol liaison
        duty refugee information labor environment environmental science scientific political-economic political-military econ pol
        legal policy food humanitarian trade agricultural general country resident human-rights private permanent executive
        """);

    private static readonly WordList s_units = new("corps division brigade battalion regiment company fleet wing squadron base garrison district zone area region sector train task force");

    /// <summary>What ministers and commissioners are of.</summary>
    private static readonly WordList s_portfolios = new(
        """
        foreign interior defense defence justice finance trade economy economics economic health education agriculture labor labour energy
        transport transportation information culture environment commerce planning oil petroleum industry war home tourism fisheries forestry
        water power mines mining housing communications telecommunications science technology sport sports youth women family social welfare
        development budget treasury customs railways railway ports shipping aviation lands construction works resources religious immigration
        security police irrigation electricity infrastructure reconstruction integration privatization investment
        """);

    private static readonly WordList s_whosoever = new("each every any no all another such some several many few other");
    private static readonly WordList s_owners = new("its their his her our whose own my your");
    private static readonly WordList s_seats = new("office offices palace residence house wife cut level");

    /// <summary>Finds what <see cref="Find"/> and <see cref="DefiniteOffices"/> left.</summary>
    public static void Plain(Scan scan, List<Draft> positions)
    {
        if (scan.Capitals)
        {
            return;
        }

        List<Draft> known = positions.FindAll(position => position.Segment == scan.Segment);
        for (int i = 0; i < scan.Count; i++)
        {
            if (!scan.Has(i, TokenShape.Word) || scan.Has(i, TokenShape.Capital) || !IsPlainHead(scan, i) || scan.At(i) is { Tokens.Count: > 1 })
            {
                continue;
            }

            (int head, int end) = Head(scan, i);
            end = scan.Is(end, "general") ? end + 1 : end;
            int fields = PlainFields(scan, head);
            int start = Left(scan, fields, codeword: false);
            // "the Chancellor's chief of staff": his own office stands for itself.
            start = known.Exists(position => position.Tokens.Overlaps(new TokenRange(start, fields))) ? fields : start;
            var range = new TokenRange(start, SmallComplement(scan, end, Named(scan, end, Right(scan, end))));
            if (!IsGeneric(scan, range, end) && !known.Exists(position => position.Tokens.Overlaps(range)))
            {
                positions.Add(New(scan, range, head, end, 0.7, $"an office in small letters: \"{scan.Segment.Surface(new TokenRange(head, end))}\""));
                i = range.End - 1;
            }
        }
    }

    private static bool IsPlainHead(Scan scan, int i)
    {
        if (scan.In(s_plain, i) || scan.Is(i, "chief") && scan.Is(i + 1, "of") && scan.Is(i + 2, "staff", "mission", "cabinet", "protocol")
            || scan.Is(i, "secretary") && scan.Is(i + 1, "general") || scan.Is(i, "deputy") && scan.Is(i - 1, "federal", "state", "parliamentary")
            || scan.Is(i, "chair") && scan.Is(i - 1, "the") && scan.Has(i + 1, TokenShape.Clitic))
        {
            return true;
        }

        // "her senior surveyor, Peter Brandt,"
        if (scan.In(s_first, i - 1) && !scan.Has(i - 1, TokenShape.Capital) && IsOwned(scan, i - 2) && scan.IsMark(i + 1, ',')
            && scan.StartingAt(Honored(scan, i + 2)) is { Type: EntityType.Person })
        {
            return true;
        }

        int first = PlainFields(scan, i);
        bool owned = scan.In(s_owned, i) && (first < i || !scan.Is(i, "secretary", "representative", "delegate")) && IsOwned(scan, first - 1);
        return owned || scan.In(s_fielded, i) && (scan.In(s_officerFields, i - 1) && !scan.Is(i, "chief", "head", "leader") || scan.Is(i, "adviser", "advisor") && scan.In(s_portfolios, i - 1)
            || scan.In(s_chiefFields, i - 1) && scan.Is(i, "chief", "head", "leader"));
    }

    private static readonly WordList s_first = new("chief deputy personal private principal senior special head");

    /// <summary>Behind "Mr.", "Col.".</summary>
    private static int Honored(Scan scan, int token)
    {
        while (scan.In(Titles.Honorifics, token) || scan.IsMark(token, '.') && scan.In(Titles.Honorifics, token - 1))
        {
            token++;
        }

        return token;
    }

    private static bool IsOwned(Scan scan, int owner) => scan.In(s_owners, owner) || scan.Has(owner, TokenShape.Clitic)
        || scan.In(s_states, owner) && (scan.In(s_owners, owner - 1) || scan.Has(owner - 1, TokenShape.Clitic));

    private static readonly WordList s_states = new("new current former acting outgoing incoming late own");

    private static int PlainFields(Scan scan, int start)
    {
        int first = SmallRoles.Fields(scan, start);
        while (first > 0 && (scan.In(s_officerFields, first - 1) || scan.In(s_chiefFields, first - 1) || scan.In(s_portfolios, first - 1)
                || scan.Is(first - 1, "associate", "ranking", "state", "second", "third") || first == start && scan.Is(start, "commander") && scan.In(s_units, first - 1))
            && scan.At(first - 1) is null && (!scan.Has(first - 1, TokenShape.Capital) || scan.Segment.SentenceOf(start).Start == first - 1))
        {
            first = SmallRoles.Fields(scan, first - 1);
        }

        return first;
    }

    /// <summary>"each director", "no minister", "the president's office".</summary>
    private static bool IsGeneric(Scan scan, TokenRange range, int end) =>
        scan.In(s_whosoever, range.Start - 1) || scan.Has(end, TokenShape.Clitic) && scan.In(s_seats, end + 1) || scan.IsMark(range.Start - 1, '-')
            || scan.IsMark(end, '-') || scan.In(PositionWords.Heads, end);

    private static readonly WordList s_things = new(
        """
        complex company factory plant hospital school bank newspaper party union village province city ministry university college board
        faculty foundation council parliament museum airport mission embassy project program programme region district prison station network magazine
        trust firm chamber court police army navy force directors governors enterprise cooperative laboratory academy municipality zone port
        """);

    /// <summary>"director of the plant", "chairman of the hospital's board of governors": what the office is of, in small letters.</summary>
    private static int SmallComplement(Scan scan, int end, int right)
    {
        if (right > end || !scan.Is(end, "of", "for"))
        {
            return right;
        }

        if (scan.In(s_portfolios, end + 1))
        {
            return Portfolios(scan, end + 1) is var behind && IsClosed(scan, behind) ? behind : end;
        }

        int stop = Thing(scan, end + 1);
        while (stop > 0 && (scan.Has(stop, TokenShape.Clitic) || scan.Is(stop - 1, "board") && scan.Is(stop, "of")) && Thing(scan, stop + 1) is > 0 and var whole)
        {
            stop = whole;
        }

        return Math.Max(stop, end);
    }

    /// <summary>Behind "health", "labor issues", "justice and home affairs", "trade, industry and tourism".</summary>
    private static int Portfolios(Scan scan, int token)
    {
        int stop = token + 1;
        while (scan.In(s_portfolios, stop) || (scan.Is(stop, "and") || scan.IsMark(stop, ',') && Joins(scan, stop + 2)) && scan.In(s_portfolios, stop + 1))
        {
            stop++;
        }

        return scan.In(s_matters, stop) || scan.Is(stop, "services") ? stop + 1 : stop;
    }

    private static bool Joins(Scan scan, int token) => scan.Is(token, "and") || scan.IsMark(token, ',') && scan.In(s_portfolios, token + 1);

    /// <summary>No noun follows that the words before only modify ("labor market policy").</summary>
    private static bool IsClosed(Scan scan, int token) => !scan.Has(token, TokenShape.Word) || scan.Has(token, TokenShape.Capital) || scan.In(s_stop, token)
        || scan.In(s_links, token) || scan.In(s_behind, token);

    private static readonly WordList s_behind = new(
        """
        under during since until because between also would could should may might can did does be been last this the a an then now today
        yesterday there here again later
        """);

    /// <summary>A complement that ends in a nation's adjective goes on to its noun ("of the Norwegian trade commission") or is none.</summary>
    private static int Named(Scan scan, int end, int right) =>
        right > end && scan.Has(right, TokenShape.Word) && !scan.Has(right, TokenShape.Capital) && scan.Facts.Matches[right - 1] is { Length: 1 } match
            && match.Kinds.HasFlag(EntryKind.Demonym) && !match.Kinds.HasFlag(EntryKind.Country)
            ? Math.Max(Thing(scan, right), end) : right;

    /// <summary>Behind "the new plant", at most two words between article and noun; -1 for anything else.</summary>
    private static int Thing(Scan scan, int token)
    {
        while (scan.In(s_smallDeterminers, token))
        {
            token++;
        }

        for (int last = token; last < token + 4 && scan.Has(last, TokenShape.Word) && !scan.Has(last, TokenShape.Capital) && scan.At(last) is null
            && !scan.In(s_links, last) && !scan.In(s_stop, last); last++)
        {
            if ((scan.In(s_things, last) || scan.In(s_smallBodies, last)) && IsClosed(scan, last + 1))
            {
                return last + 1;
            }
        }

        return -1;
    }
}
