using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Mentions;

internal static partial class PositionRule
{
    private static readonly WordList s_leading = new("head chief director");
    private static readonly WordList s_bareOfBody = new(
        """
        chairman chairwoman chairperson administrator commander undersecretary counselor counsellor attaché attache president
        vice-president representative rep governor speaker superintendent
        """);

    private static readonly WordList s_bareOfMission = new("counselor counsellor minister attaché attache secretary consul");
    private static readonly WordList s_bareOfNation = new("president ambassador representative premier");
    private static readonly WordList s_ordinals = new("under deputy assistant first second third");
    private static readonly WordList s_tells = new(
        """
        told tell informed inform assured assure reminded remind advised advise asked ask notified notify urged urge gave give
        """);

    /// <summary>
    /// Telegrams leave out "of the": "Chairman ABC Council", "Counselor Norwegian Embassy", "First Secretary, Embassy of Norway",
    /// "Ambassador UK in USSR", "Commander in Chief, Harbor Forces".
    /// </summary>
    private static int Bare(Scan scan, int end)
    {
        int last = end - 1;
        if (!scan.Has(last, TokenShape.Capital))
        {
            return end;
        }

        bool comma = scan.IsMark(end, ',');
        int next = comma ? end + 1 : end;
        if (!scan.Has(next, TokenShape.SpaceBefore) || scan.StartingAt(next) is not { } draft)
        {
            return end;
        }

        bool chief = scan.Is(last, "chief") && (scan.Is(last - 1, "in") || scan.IsMark(last - 1, '-') && scan.Is(last - 2, "in"));
        bool ordinal = scan.Is(last, "secretary") && scan.In(s_ordinals, last - 1);
        bool fits = draft.Type switch
        {
            EntityType.Organization => chief || !comma && scan.In(s_leading, last)
                || !comma && !scan.Capitals && (scan.In(s_bareOfBody, last) || ordinal) && IsInstitution(scan, draft) && !IsGovernment(draft)
                    && !Told(scan, last),
            EntityType.Post => !scan.Capitals && draft.Tokens.Count > 1 && scan.In(s_bareOfMission, last)
                && (ordinal || !scan.Is(last, "secretary")),
            EntityType.Place => !comma && !scan.Capitals && scan.In(s_bareOfNation, last)
                && (scan.Is(next, "usa", "ussr") || scan.Has(next, TokenShape.AllCapitals) && Toward(scan, draft) > draft.Tokens.End && !Told(scan, last)),
            _ => false,
        };
        return fits ? Toward(scan, draft) : end;
    }

    /// <summary>"USSR in USA": where a nation's envoy is.</summary>
    private static int Toward(Scan scan, Draft sender) =>
        sender.Type == EntityType.Place && scan.Is(sender.Tokens.End, "in", "at")
        && scan.StartingAt(sender.Tokens.End + 1) is { Type: EntityType.Place or EntityType.Organization } seat ? seat.Tokens.End
            : sender.Tokens.End;

    /// <summary>"told President USG would": who is told, then what.</summary>
    private static bool Told(Scan scan, int head) =>
        Enumerable.Range(Math.Max(0, head - 3), Math.Min(3, head)).Any(token => scan.In(s_tells, token));

    /// <summary>A name that a body would bear: known, an acronym, or with a body's noun in it.</summary>
    internal static bool IsInstitution(Scan scan, Draft body) =>
        body.Entry is not null || scan.Has(body.Tokens.Start, TokenShape.AllCapitals) && body.Tokens.Count == 1
            || body.Tokens.Any(token => scan.In(BodyRule.Heads, token));

    private static readonly WordList s_stationed = new("consul ambassador amb charge chargé attaché attache legate representative rep envoy");
    private static readonly WordList s_whose = new("our their his its your");

    /// <summary>"our Consul in Lima", "the Norwegian ambassador at Lima": the end of the city's name; a visitor's "Ambassador in Lima" is another matter.</summary>
    private static int? Stationed(Scan scan, int start, int head, int end)
    {
        bool owned = scan.In(s_whose, start - 1) || IsNation(scan, start) || scan.StartingAt(start) is { Type: EntityType.Place } && start < head
            || scan.IsMark(start - 1, ',') && scan.EndingAt(start - 1) is { Type: EntityType.Person };
        return owned && scan.In(s_stationed, head) && scan.Is(end, "in", "at") && scan.StartingAt(end + 1) is { Type: EntityType.Place } seat
            ? seat.Tokens.End : null;
    }

    private static bool IsGovernment(Draft body) =>
        body.Key is { } key && (key.StartsWith("gov:", StringComparison.Ordinal) || key.StartsWith("row:org:US-", StringComparison.Ordinal))
        || body.Entry is { Id: "org:US-Government" or "org:US-State" };

    /// <summary>"ambassador to the United Nations", not "from the Ambassador to the Department of State".</summary>
    private static bool Accredits(Scan scan, Draft body) =>
        scan.Segment.Kind == SegmentKind.Body && body.Entry is not null && !IsGovernment(body) && !scan.Is(body.Tokens.Start, "department", "dept");

    /// <summary>"of the Presidium of the Supreme Soviet": the body that the complement is part of belongs to the phrase.</summary>
    private static int Whole(Scan scan, int end, int right)
    {
        int next = scan.Is(right + 1, "the") ? right + 2 : right + 1;
        return right > end && scan.In(s_institutions, right - 1) && scan.Is(end, "of") && scan.Is(right, "of")
            && scan.StartingAt(next) is { Type: EntityType.Organization } body && !IsGovernment(body)
            ? body.Tokens.End : right;
    }

    private static readonly WordList s_institutions = new("presidium politburo secretariat parliament senate congress knesset duma diet cabinet bundestag bundesrat majlis sejm storting riksdag folketing rada verkhovna seimas cortes");

    /// <summary>"Presidium Chairman", "Senate President": a body that one word names.</summary>
    private static void NameInstitution(Scan scan, TokenRange range, int head, int headEnd)
    {
        int of = scan.Is(headEnd + 1, "the") ? headEnd + 2 : headEnd + 1;
        if (scan.Is(headEnd, "of") && of < range.End && scan.In(s_institutions, of) && scan.Has(of, TokenShape.Capital) && scan.At(of) is null
            && !scan.Capitals)
        {
            scan.Add(new TokenRange(of, of + 1), EntityType.Organization, 0.75, $"a body behind \"{scan.Text(head)} of\"", 60);
            scan.Add();
        }

        if (head > range.Start && scan.In(s_institutions, head - 1) && scan.Has(head - 1, TokenShape.Capital) && scan.At(head - 1) is null
            && !scan.Capitals
            && !scan.Is(head, "minister") && !scan.Is(head, "secretary"))
        {
            scan.Add(new TokenRange(head - 1, head), EntityType.Organization, 0.75, $"a body before \"{scan.Text(head)}\"", 60);
            scan.Add();
        }
    }

    private static readonly WordList s_ofLetters = new(
        """
        chief commander leader director commissioner head chairman chairwoman spokesman spokeswoman secretary president manager
        """);

    /// <summary>"DEFG leader": letters that nothing else explains name the body.</summary>
    private static void NameLetters(Scan scan, TokenRange range, int head)
    {
        int start = range.Start;
        if (start == head - 1 && !scan.Capitals && scan.In(s_ofLetters, head) && scan.At(start) is null && scan.Has(start, TokenShape.AllCapitals)
            && scan.Tokens[start].Length is > 2 and < 8 && !IsNation(scan, start) && !scan.In(PositionWords.Modifiers, start)
                && !scan.In(s_otherLetters, start)
            && !NotNames.Shouts(scan, range))
        {
            scan.Add(new TokenRange(start, head), EntityType.Organization, 0.75, $"letters before \"{scan.Text(head)}\"", 60);
            scan.Add();
        }
    }

    private static readonly WordList s_otherLetters = new("iii viii xii xiii fyi embtel deptel usg end begin");

    private static readonly WordList s_writers = new("correspondent columnist editor");

    /// <summary>"Oktora correspondent", "Oktora Lima correspondent": what somebody writes for is a body.</summary>
    private static void NamePaper(Scan scan, TokenRange range, int head)
    {
        int end = scan.EndingAt(head) is { Type: EntityType.Place } city ? city.Tokens.Start : head;
        if (scan.Capitals || !scan.In(s_writers, head) || end <= range.Start)
        {
            return;
        }

        var name = new TokenRange(range.Start, end);
        if (name.Count < 4 && name.All(token => scan.At(token) is null && IsTopic(scan, token) && !IsNation(scan, token)
            && !scan.In(PositionWords.Modifiers, token)
            && (scan.Facts.Words[token] & WordKind.Lower) == 0))
        {
            scan.Add(name, EntityType.Organization, 0.75, $"a name before \"{scan.Text(head)}\"", 60);
            scan.Add();
        }
    }
}
