using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Mentions;

/// <summary>Bodies that countries share ("the Hungary/Norway Harbor Commission"), that are called after what they are for, and numbered or national forces.</summary>
internal static class JointBodies
{
    private static readonly WordList s_joint = new("JOINT COMBINED MULTINATIONAL NAVAL COALITION");

    public static void Find(Scan scan)
    {
        if (scan.Capitals)
        {
            return;
        }

        for (int i = 1; i < scan.Count; i++)
        {
            Shared(scan, i);
            Purposed(scan, i);
            Numbered(scan, i);
            ArmedForces(scan, i);
            Branch(scan, i);
        }
    }

    /// <summary>"the Harbor Fund's (HF) Northern Danube branch".</summary>
    private static void Branch(Scan scan, int noun)
    {
        if (!scan.Is(noun, "branch") && !scan.Is(noun, "chapter") || scan.Has(noun, TokenShape.Capital))
        {
            return;
        }

        int start = noun;
        while (start > 0 && noun - start < 4 && scan.Has(start - 1, TokenShape.Word) && scan.Has(start - 1, TokenShape.Capital)
            && !scan.Has(start - 1, TokenShape.Clitic))
        {
            start--;
        }

        int owner = scan.IsMark(start - 1, ')') && scan.IsMark(start - 3, '(') ? start - 4 : start - 1;
        if (start < noun && owner > 0 && scan.Has(owner, TokenShape.Clitic) && scan.Has(owner - 1, TokenShape.Capital))
        {
            scan.Add(new TokenRange(start, noun + 1), EntityType.Organization, 0.8, $"a body's \"{scan.Text(noun)}\"", 70);
        }
    }

    /// <summary>The countries before it only say whose it is.</summary>
    private static void Shared(Scan scan, int slash)
    {
        if (!scan.IsMark(slash, '/') || !Nation(scan, slash - 1) || !Nation(scan, slash + 1) || scan.Has(slash + 1, TokenShape.SpaceBefore))
        {
            return;
        }

        int start = slash + 1 + scan.Facts.Matches[slash + 1]!.Value.Length;
        int end = start;
        while (end - start < 6 && scan.Has(end, TokenShape.Word) && scan.Has(end, TokenShape.Capital))
        {
            end++;
        }

        if (end > start + 1 && scan.In(BodyRule.Heads, end - 1))
        {
            scan.Add(new TokenRange(start, Purpose(scan, end) ?? end), EntityType.Organization, 0.85, "a body after the countries that share it", 72);
        }
    }

    private static bool Nation(Scan scan, int token) =>
        token >= 0 && token < scan.Count && scan.Facts.Matches[token] is { } match && (match.Kinds & (EntryKind.Country | EntryKind.Demonym)) != 0;

    /// <summary>"the Committee to Protect Harbors": what a body is for, written large, belongs to its name.</summary>
    private static void Purposed(Scan scan, int head)
    {
        if (!scan.In(BodyRule.Heads, head) || !scan.Has(head, TokenShape.Capital) || Purpose(scan, head + 1) is not { } end)
        {
            return;
        }

        int start = head;
        int least = scan.Segment.SentenceOf(head).Start;
        while (start > least && head - start < 5 && scan.Has(start - 1, TokenShape.Word) && scan.Has(start - 1, TokenShape.Capital)
            && scan.Has(start, TokenShape.SpaceBefore)
            && !scan.Is(start - 1, "the") && !(start - 1 == least && NotNames.IsWord(scan, start - 1)))
        {
            start--;
        }

        scan.Add(new TokenRange(start, end), EntityType.Organization, 0.85, "a body with what it is for", 70);
    }

    /// <summary>The end of "to Protect Harbors" at a token.</summary>
    private static int? Purpose(Scan scan, int to)
    {
        int end = to + 1;
        while (scan.Is(to, "to") && end - to < 7 && scan.Has(end, TokenShape.Word) && scan.Has(end, TokenShape.Capital))
        {
            end++;
        }

        return end > to + 2 && NotNames.IsWord(scan, to + 1) ? end : null;
    }

    /// <summary>"Joint Task Force (JTF) 12".</summary>
    private static void Numbered(Scan scan, int force)
    {
        if (!scan.Is(force, "force") || !scan.Is(force - 1, "task") || !scan.Has(force, TokenShape.Capital)
            || !scan.Has(force - 1, TokenShape.Capital)
            || !scan.IsMark(force + 1, '(') || !scan.Has(force + 2, TokenShape.AllCapitals) || !scan.IsMark(force + 3, ')')
            || !scan.Has(force + 4, TokenShape.Number))
        {
            return;
        }

        int start = force - 1;
        while (scan.In(s_joint, start - 1) && scan.Has(start - 1, TokenShape.Capital))
        {
            start--;
        }

        scan.Add(new TokenRange(start, force + 5), EntityType.Organization, 0.9, "a task force with its letters and number", 95);
    }

    /// <summary>"Hungarian Armed forces", with the last word written small.</summary>
    private static void ArmedForces(Scan scan, int noun)
    {
        if (noun > 1 && scan.Is(noun, "forces") && scan.Is(noun - 1, "armed") && scan.Has(noun - 1, TokenShape.Capital)
            && !scan.Has(noun, TokenShape.Capital)
            && scan.Facts.Matches[noun - 2] is { Length: 1 } nation && nation.Kinds.HasFlag(EntryKind.Demonym))
        {
            scan.Add(new TokenRange(noun - 2, noun + 1), EntityType.Organization, 0.85, "a nation's armed forces", 68);
        }
    }
}
