using Chancery.Extraction.Text;

namespace Chancery.Extraction.Mentions;

internal static partial class PositionRule
{
    private static readonly WordList s_generals = new(
        """
        director secretary consul attorney inspector commissioner governor prosecutor auditor comptroller controller surgeon solicitor
        rapporteur coordinator administrator superintendent representative
        """);
    private static readonly WordList s_lawyers = new("attorney solicitor auditor surgeon postmaster");

    private static bool Accept(Scan scan, int i, int headStart, int start, bool strong, bool large, bool modified, bool completed)
    {
        bool lawyer = scan.Has(i, TokenShape.Capital) && scan.Has(i - 1, TokenShape.Capital) && start < headStart
            && (scan.Is(i, "general") && scan.In(s_lawyers, i - 1) || scan.Is(i, "justice") && scan.Is(i - 1, "chief"));
        bool possessed = start < headStart && scan.Has(start + 1, TokenShape.Clitic) && (scan.In(s_attended, start) || scan.In(s_governing, start));
        if (lawyer || possessed)
        {
            return true;
        }

        if (large && scan.Is(i, "chief") && scan.Is(i + 1, "of") && scan.Has(i + 2, TokenShape.Capital)
            && scan.Is(i + 2, "staff", "protocol", "cabinet"))
        {
            return true;
        }

        if (large && Addressed(scan, i))
        {
            return true;
        }

        if (!scan.Is(i, "general", "justice", "member", "off", "deputy", "assistant", "leader") && (Owned(scan, start) && (large || modified)
            || Alone(scan, headStart, headStart + 1)))
        {
            return true;
        }

        if (scan.Is(i, "general", "justice", "member") || (scan.Is(i, "off") && !scan.Capitals))
        {
            return false;
        }

        bool known = new TokenRange(start, headStart).Any(token => scan.At(token) is not null || IsNation(scan, token));
        if (!large)
        {
            bool definiteBody = completed
                && new TokenRange(i + 1, Right(scan, i + 1)).Any(token => scan.At(token) is { Type: EntityType.Organization or EntityType.Post });
            return definiteBody && (strong || scan.Is(i, "head", "chief", "leader"))
                || (known && !scan.Is(i, "leader") && !scan.Is(i, "member") && !scan.Is(i, "representative"));
        }

        if (scan.Is(i, "secretary") && scan.Is(i + 1, "of") && scan.Is(i + 2, "state") || strong && !scan.Capitals)
        {
            bool crowned = scan.Is(i, "king", "queen") && scan.Has(i - 1, TokenShape.Word) && !scan.Has(i - 1, TokenShape.Capital)
                && !scan.Has(i + 1, TokenShape.Capital);
            return crowned || !scan.Is(i, "chair", "king", "queen", "dean") || modified || completed;
        }

        if (!strong)
        {
            return scan.Is(i, "deputy", "assistant") ? false
                : scan.Is(i, "off") ? scan.Capitals && known
                : scan.Is(i, "chief") && known && scan.Is(i + 1, "of") && scan.Is(i + 2, "mission", "staff", "party") ? true
                : scan.Is(i, "chief", "head") ? completed || (known && !scan.Capitals) || (modified && !scan.Capitals)
                : known || completed && scan.Is(i, "representative") || (modified && !scan.Capitals && headStart - start >= 1);
        }

        bool ours = scan.Is(i, "secretary") && scan.Is(i - 1, "the") && !scan.Is(i + 1, "of") && !scan.Is(i + 1, "general");
        bool monarch = scan.Is(i, "king") && scan.StartingAt(i + 1) is { Type: EntityType.Person };
        return ours || monarch || modified || completed || !scan.Is(i, "chair", "director", "secretary", "king");
    }

    /// <summary>The noun with the words that follow it inside a title: "Secretary General", "Chargé d'Affaires", "Chief of Staff".</summary>
    private static (int Start, int End) Head(Scan scan, int i)
    {
        int end = i + 1;
        if (scan.IsMark(end, '-') && scan.Is(end + 1, "designate", "elect", "delegate"))
        {
            return (i, end + 2);
        }

        if (scan.IsMark(end, '-') && (scan.Is(end + 1, "general") || IsPair(scan, i, end + 1)))
        {
            return (i, end + 2);
        }

        if (IsPair(scan, i, end) && scan.Has(i, TokenShape.Capital) == scan.Has(end, TokenShape.Capital))
        {
            return (i, end + 1);
        }

        if (scan.Is(end, "general") && (scan.Has(end, TokenShape.Capital) || scan.Is(i, "secretary")) && scan.In(s_generals, i) && !RankOf(scan, i, end + 1))
        {
            end++;
        }
        else if (scan.Is(i, "charge", "chargé"))
        {
            end = IsElided(scan.Text(end)) ? end + 1 : end;
            end = scan.Is(end, "a.i", "a.i.") ? end + 1 : end;
        }
        else if (scan.Is(i, "chief") && scan.Is(end, "of") && scan.Is(end + 1, "staff", "mission", "state", "cabinet", "protocol"))
        {
            end += 2;
        }
        else if (scan.Is(i, "commander") && InChief(scan, end) is { } chief)
        {
            end = chief;
        }
        else if (scan.Is(i, "consul") && scan.Is(end, "general"))
        {
            end++;
        }

        return (i, end);
    }

    /// <summary>"Minister President", "President Director", "Minister-Counselor": two nouns of one office.</summary>
    private static bool IsPair(Scan scan, int first, int second) =>
        scan.Is(first, "minister") && scan.Is(second, "president", "counselor", "counsellor") || scan.Is(first, "minister") && scan.Is(second, "delegate", "plenipotentiary")
            || scan.Is(first, "president") && scan.Is(second, "director", "commissioner") || scan.Is(first, "director") && scan.Is(second, "president")
            || scan.Is(first, "secretary") && scan.Is(second, "treasurer");

    private static readonly WordList s_officials = new("attorney auditor solicitor inspector");

    /// <summary>Offices of two words of which the second alone is none: "First Lady", "Crown Prince", "consular agent".</summary>
    private static Draft? Fixed(Scan scan, int i)
    {
        bool large = scan.Has(i, TokenShape.Capital) && scan.Has(i + 1, TokenShape.Capital);
        bool known = scan.Is(i, "first") && scan.Is(i + 1, "lady", "ladies") || large && scan.Is(i, "crown") && scan.Is(i + 1, "prince", "princess")
            || large && !scan.Capitals && scan.Is(i, "sec") && scan.Is(i + 1, "gen")
            || scan.Is(i, "leader") && scan.Is(i + 1, "of") && scan.Is(i + 2, "the") && scan.Is(i + 3, "opposition")
            || scan.Is(i, "consular") && scan.Is(i + 1, "agent") || !large && scan.In(s_officials, i) && scan.Is(i + 1, "general");
        if (!known || scan.At(i) is not null || scan.At(i + 1) is { Tokens.Count: > 1 })
        {
            return null;
        }

        int end = scan.Is(i, "leader") ? i + 4 : i + 2;
        return InOffice(scan, i, end) ? null : New(scan, new TokenRange(Left(scan, i, codeword: false), Right(scan, end)), i, end, 0.8, $"an office of two words: \"{scan.Segment.Surface(new TokenRange(i, end))}\"");
    }

    private static readonly WordList s_brief = new("min gov pres");
    private static readonly WordList s_briefFirst = new("vice dep deputy hon honorary acting former");

    /// <summary>Telegrams' "Min had thanked him", "Norwegian Min", "Vice Min Fisheries", "Gov of Lima"; in none of them a name follows.</summary>
    private static Draft? Brief(Scan scan, int i)
    {
        bool name = scan.Capitals || !scan.In(s_brief, i) || !scan.Has(i, TokenShape.Capital) || scan.Has(i, TokenShape.AllCapitals) || scan.IsMark(i + 1, '.')
            || scan.IsMark(i + 1, '-') || scan.IsMark(i - 1, '-') || scan.At(i) is { Type: not EntityType.Person } or { Priority: > 50 } || scan.Has(i + 1, TokenShape.Number);
        if (name)
        {
            return null;
        }

        int end = scan.In(s_portfolios, i + 1) && scan.Has(i + 1, TokenShape.Capital) ? i + 2 : i + 1;
        bool first = scan.In(s_briefFirst, i - 1) || IsNation(scan, i - 1);
        if (!first && scan.Has(i - 1, TokenShape.Capital) || end == i + 1 && scan.Has(end, TokenShape.Capital) || end == i + 1 && !first && !scan.Has(end, TokenShape.Word))
        {
            return null;
        }

        scan.Remove(draft => draft.Tokens.Start <= i && i < draft.Tokens.End);
        int start = scan.Is(i - 1, "hon", "honorary", "dep", "vice") ? i - 1 : i;
        return New(scan, new TokenRange(Left(scan, start, codeword: false), Right(scan, end)), i, i + 1, 0.8, $"a telegram's short word for an office: {scan.Text(i)}");
    }

    /// <summary>"Officer Peter Brandt".</summary>
    private static bool Addressed(Scan scan, int i) =>
        !scan.Capitals && scan.StartingAt(i + 1) is { Type: EntityType.Person } named
            && (scan.Is(i, "judge") || named.Tokens.Count > 1 && scan.Is(i, "officer", "adviser", "advisor")
                || scan.Is(i, "deputy") && (scan.Is(i - 1, "federal", "state") || scan.EndingAt(i) is { Type: EntityType.Organization }));

    /// <summary>"the President's office": a body, in which the office is not spoken of; and "the Governor's Deputy Adviser" is another's office.</summary>
    private static bool InOffice(Scan scan, int start, int end)
    {
        if (!scan.Has(end, TokenShape.Clitic))
        {
            return false;
        }

        if (scan.Is(end + 1, "office") && !scan.Is(end + 2, "hours", "building"))
        {
            scan.Add(new TokenRange(start, end + 2), EntityType.Organization, 0.75, "somebody's office", 60);
            scan.Add();
            return true;
        }

        int head = end + 1;
        while (head - end < 4 && scan.In(PositionWords.Modifiers, head) && scan.Has(head, TokenShape.Capital))
        {
            head++;
        }

        bool assists = head > end + 2 && scan.Is(head - 1, "assistant", "deputy");
        return assists || head > end + 1 && scan.Has(head, TokenShape.Capital) && (scan.In(PositionWords.Heads, head) || scan.In(PositionWords.Weak, head));
    }

    private static bool Owned(Scan scan, int start) => SmallRoles.OwnedFrom(scan, start) >= 0;

    /// <summary>"Peter Brandt, Head, Harbor Section": between commas right behind a person.</summary>
    private static bool Alone(Scan scan, int head, int end) =>
        !scan.Capitals && scan.Has(head, TokenShape.Capital) && scan.IsMark(head - 1, ',') && scan.IsMark(end, ',')
        && scan.EndingAt(head - 1) is { Type: EntityType.Person };

    /// <summary>Behind the "in Chief" or "-in-Chief" of a commander.</summary>
    private static int? InChief(Scan scan, int end) =>
        scan.Is(end, "in") && scan.Is(end + 1, "chief") ? end + 2
        : scan.IsMark(end, '-') && scan.Is(end + 1, "in") && scan.IsMark(end + 2, '-') && scan.Is(end + 3, "chief") ? end + 4 : null;

    /// <summary>The "d'Affaires" of a chargé.</summary>
    private static bool IsElided(ReadOnlySpan<char> word) => word is ['d' or 'D', '\'' or '\u2019', ..];

    /// <summary>"Director General Peter Brandt" is a general if the cable elsewhere says "General Brandt"; "Secretary General" always is the office.</summary>
    private static bool RankOf(Scan scan, int head, int next)
    {
        if (scan.Is(head, "secretary", "attorney", "consul") || scan.At(next) is not { Type: EntityType.Person } person
            || person.Tokens.Start != next)
        {
            return false;
        }

        ulong surname = scan.Tokens[person.Tokens.End - 1].Fold;
        ulong given = scan.Tokens[person.Tokens.Start].Fold;
        foreach (Segment segment in scan.Context.Document.Segments)
        {
            for (int i = 1; i < segment.Tokens.Length; i++)
            {
                bool named = segment.Tokens[i].Fold == surname
                    || segment.Tokens[i].Fold == given && i + 1 < segment.Tokens.Length && segment.Tokens[i + 1].Fold == surname;
                if (named && segment.Of(segment.Tokens[i - 1]).Equals("general", StringComparison.OrdinalIgnoreCase)
                    && !(i > 1 && PositionWords.Strong.Contains(segment.Tokens[i - 2])))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
