using Chancery.Extraction.Text;

namespace Chancery.Extraction.Mentions;

/// <summary>Roles written small are positions where their holder stands beside them: "gang leader NAME", "NAME, a project coordinator,".</summary>
internal static class SmallRoles
{
    private static readonly WordList s_weak = new(
        """
        chief head leader adviser advisor manager representative inspector judge editor columnist correspondent professor deputy
        negotiator analyst economist founder researcher rep reps consultant liaison staffer staffers specialist scientist auditor
        principal attache delegate alternate agent expert engineer geologist biologist agronomist entomologist hydrologist statistician
        """);

    private static readonly WordList s_ofBody = new(
        """
        economist rep reps adviser advisor manager consultant liaison staffer staffers specialist scientist auditor analyst negotiator
        principal editor head chief deputy delegate representative alternate expert engineer geologist biologist agronomist entomologist hydrologist
        """);

    private static readonly WordList s_notModifiers = new(
        """
        the a an his her its their our this that these those of in on at to for from by with as and or but than who which late former current new old then ex other another some many most several each
        every no any all both own visiting outgoing incoming longtime first last senior local one two three four five young also now very well more said told is was are were be been has had have will would
        """);

    /// <summary>Where the phrase begins, if a person stands right after it or right before its comma or bracket.</summary>
    public static int? Read(Scan scan, int start, int headStart, int right, bool strong)
    {
        if ((!strong && !scan.In(s_weak, headStart)) || scan.Capitals || scan.Is(headStart, "charge")
            || scan.Is(headStart, "chair") && !Follows(scan, right))
        {
            return null;
        }

        if (Governs(scan, headStart, right)
            || (scan.Is(headStart + 1, "at")
                && scan.StartingAt(scan.Is(headStart + 2, "the") ? headStart + 3 : headStart + 2) is { Type: EntityType.Organization }))
        {
            return start;
        }

        int begin = start;
        for (int words = 0; words < 2 && Modifies(scan, begin - 1, words); words++)
        {
            begin--;
        }

        if (scan.EndingAt(begin) is { Type: EntityType.Organization } body)
        {
            begin = body.Tokens.Start;
        }

        if (scan.Is(headStart, "principal") && scan.Has(headStart + 1, TokenShape.Word) && !scan.Has(headStart + 1, TokenShape.Capital | TokenShape.Clitic))
        {
            return null;
        }

        int owned = OwnedFrom(scan, begin);
        bool whole = owned < headStart || !scan.Is(headStart, "representative", "leader", "deputy", "minister", "head", "chief");
        if (owned >= 0 && whole)
        {
            return owned;
        }

        if (begin < headStart && scan.At(begin) is { Type: EntityType.Organization } whose && IsOffice(scan, headStart, whose.Tokens.End, strong))
        {
            return begin;
        }

        bool nation = PositionRule.IsNation(scan, begin - 1) && scan.Has(begin - 1, TokenShape.Capital) && scan.At(begin - 1) is null;
        bool named = nation && SetOff(scan, right);
        if (nation && (strong || named || Follows(scan, right)))
        {
            begin--;
        }

        bool unit = nation && headStart > begin && scan.In(s_ofBody, headStart)
            && (scan.In(BodyRule.Heads, headStart - 1) || scan.In(PositionWords.Modifiers, headStart - 1));
        begin = unit && !strong && !named && !Follows(scan, right) ? begin - 1 : begin;
        return named || unit || nation && strong || Follows(scan, right) || Precedes(scan, begin, right) || Owned(scan, begin, right) ? begin : null;
    }

    private static readonly WordList s_states = new("new former current visiting outgoing incoming own late then longtime first");

    /// <summary>Where "ABC's [new] country director" begins: right behind the adjective that tells when; -1 where no body owns it.</summary>
    public static int OwnedFrom(Scan scan, int begin)
    {
        int start = begin;
        int before = begin - 1;
        while (before > 0 && scan.In(s_states, before) && (scan.Capitals || !scan.Has(before, TokenShape.Capital)))
        {
            before--;
        }

        bool owner = scan.Has(before, TokenShape.Clitic) && scan.EndingAt(before) is { Type: EntityType.Organization or EntityType.Post };
        return owner ? start : -1;
    }

    /// <summary>"ABC economist", "Harbor Center country director": a body, at most two words of a field, and the role.</summary>
    private static bool IsOffice(Scan scan, int head, int bodyEnd, bool strong) =>
        (strong || scan.In(s_ofBody, head)) && (bodyEnd < head
            ? scan.In(PositionWords.Modifiers, head - 1) || scan.In(BodyRule.Heads, head - 1) || !scan.Is(head, "rep", "reps", "head", "chief", "deputy")
            : !scan.Is(head, "rep", "reps", "head", "chief", "deputy", "manager"));

    /// <summary>"Brandt's deputy General Lowell", "his first deputy, Peter Lowell", also in capitals.</summary>
    public static bool IsDeputy(Scan scan, int token)
    {
        if (!scan.Is(token, "deputy", "successor", "predecessor"))
        {
            return false;
        }

        int owner = scan.Is(token - 1, "first", "second", "senior") ? token - 2 : token - 1;
        return scan.Has(token - 1, TokenShape.Clitic) && Follows(scan, token + 1)
            || scan.Is(token, "deputy") && scan.Is(owner, "his", "her", "whose") && (SetOff(scan, token + 1) || Follows(scan, token + 1));
    }

    /// <summary>"mayor of Lima", "professor at the college": the place or body tells whose office it is.</summary>
    private static bool Governs(Scan scan, int head, int right)
    {
        if (scan.Is(head, "ambassador") && scan.Is(head + 1, "to") && right > head + 1
            && scan.EndingAt(right) is { Type: EntityType.Place or EntityType.Organization })
        {
            return true;
        }

        bool of = scan.Is(head + 1, "of", "at");
        int next = scan.Is(head + 2, "the") ? head + 3 : head + 2;
        return of && right > head + 1 && scan.StartingAt(next) is { } inside
            && (inside.Type == EntityType.Place ? scan.Is(head, "mayor", "governor", "president", "premier")
                : inside.Type == EntityType.Organization
                && scan.Is(head, "professor", "rector"));
    }

    /// <summary>"managing director of", "first deputy chairman of": the fields before a role, in small letters too.</summary>
    public static int Fields(Scan scan, int start)
    {
        while (start > 0 && scan.In(PositionWords.Modifiers, start - 1) && !scan.In(s_notFields, start - 1)
            && !scan.Has(start - 1, TokenShape.Capital) && scan.At(start - 1) is null)
        {
            start--;
        }

        return start;
    }

    private static readonly WordList s_notFields = new("state second third under public air");

    private static bool Modifies(Scan scan, int token, int taken) =>
        scan.Has(token, TokenShape.Word) && !scan.Has(token, TokenShape.Clitic)
            && (!scan.Has(token, TokenShape.Capital) || (scan.Segment.SentenceOf(token).Start == token && NotNames.IsWord(scan, token)))
            && scan.At(token) is null && !scan.In(s_notModifiers, token)
            && (scan.In(PositionWords.Modifiers, token)
                || (taken == 0 && !scan.Text(token).EndsWith("ly", StringComparison.Ordinal)
                    && !scan.Text(token).EndsWith("ed", StringComparison.Ordinal)
            && !scan.Text(token).EndsWith("ing", StringComparison.Ordinal)));

    private static bool Follows(Scan scan, int right)
    {
        int next = right;
        while (scan.In(Titles.Honorifics, next) || (scan.IsMark(next, '.') && next > right))
        {
            next++;
        }

        return scan.StartingAt(next) is { Type: EntityType.Person };
    }

    /// <summary>"Hungary's chief trade negotiator, NAME,": whose role it is stands before it, who has it behind the comma.</summary>
    private static bool Owned(Scan scan, int begin, int right)
    {
        bool owner = scan.Has(begin - 1, TokenShape.Clitic) && scan.EndingAt(begin - 1) is { Type: EntityType.Organization or EntityType.Place };
        return owner && SetOff(scan, right);
    }

    /// <summary>A name between commas behind the role.</summary>
    private static bool SetOff(Scan scan, int right)
    {
        if (!scan.IsMark(right, ','))
        {
            return false;
        }

        int next = right + 1;
        while (scan.In(Titles.Honorifics, next) || scan.IsMark(next, '.') || scan.Capitals && PositionRule.IsNation(scan, next) && scan.At(next) is null)
        {
            next++;
        }

        return scan.StartingAt(next) is { Type: EntityType.Person } named
            && (scan.IsMark(named.Tokens.End, ',') || scan.IsMark(named.Tokens.End, '.'));
    }

    private static bool Precedes(Scan scan, int begin, int right)
    {
        int before = begin - 1;
        while (scan.Is(before, "the", "a", "an", "former", "current", "then"))
        {
            before--;
        }

        if (scan.Has(begin - 1, TokenShape.Clitic) && scan.EndingAt(begin - 1) is { Type: EntityType.Organization or EntityType.Place } owner)
        {
            before = scan.Is(owner.Tokens.Start - 1, "the") ? owner.Tokens.Start - 2 : owner.Tokens.Start - 1;
        }

        bool ends = right >= scan.Count || scan.Is(right, "for") || scan.IsMark(right, ',') || scan.IsMark(right, '.') || scan.IsMark(right, ')')
            || scan.IsMark(right, ';') || scan.Is(right, "who", "and")
            || scan.Is(right, "in", "at") && scan.StartingAt(right + 1) is { Type: EntityType.Place };
        return ends && (scan.IsMark(before, ',') || scan.IsMark(before, '(')) && scan.EndingAt(before) is { Type: EntityType.Person };
    }
}
