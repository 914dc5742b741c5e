using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Mentions;

internal static partial class PositionRule
{
    private static readonly WordList s_advises = new("adviser advisor assistant aide consultant secretary");
    private static readonly WordList s_governingSmall = new(
        """
        head chief director chair chairman chairwoman chairperson spokesman spokeswoman spokesperson coordinator commander manager
        secretary president deputy
        """);
    private static readonly WordList s_smallBodies = new(
        "committee commission council agency association board bureau department section division unit service office directorate delegation institute center centre federation subcommittee task");
    private static readonly WordList s_smallDeterminers = new("the a an his her its their our new");
    private static readonly WordList s_subjects = new(
        """
        security defense defence trade health education finance justice energy agriculture economic economics foreign national human legal
        social labor culture environment intelligence narcotics
        """);

    /// <summary>Where a role in small letters ends that says whose it is: "Econ chief", "adviser to the President", "head of its new harbor unit".</summary>
    private static int? Written(Scan scan, int head, int end, int right)
    {
        bool section = right == end && !scan.Capitals && scan.In(s_sections, head - 1) && scan.Has(head - 1, TokenShape.Capital)
            && scan.Is(head, "chief", "officer", "counselor", "counsellor");
        bool advises = right > end && scan.Is(end, "to") && scan.In(PositionWords.Strong, right - 1)
            && scan.Has(right - 1, TokenShape.Capital) && scan.At(right - 1) is null;
        if (right == end && !scan.Capitals && scan.In(s_advises, head) && scan.Is(end, "on", "for") && scan.In(s_subjects, end + 1))
        {
            return Subject(scan, end + 1);
        }

        bool sent = right > end && scan.In(s_sent, right - 1) && scan.In(s_governingSmall, head) && !scan.Has(right - 1, TokenShape.Capital);
        return section || advises || sent ? right : right == end && SmallBody(scan, head, end) is var stop && stop > end ? stop : null;
    }

    private static readonly WordList s_sections = new("econ pol polecon consular political economic commercial");

    /// <summary>"head of its new harbor unit", "vice chair of the sectoral committee on trade": a body that only small letters name.</summary>
    private static int SmallBody(Scan scan, int head, int end)
    {
        if (scan.Capitals || scan.Has(head, TokenShape.Capital) || !scan.Is(end, "of", "for") || !scan.In(s_governingSmall, head))
        {
            return end;
        }

        int start = end + 1;
        while (scan.In(s_smallDeterminers, start))
        {
            start++;
        }

        int limit = Math.Min(start + 5, scan.Segment.SentenceOf(head).End);
        for (int token = start; token < limit; token++)
        {
            bool joined = scan.IsMark(token, '-') && !scan.Has(token, TokenShape.SpaceBefore);
            if (!joined && (!scan.Has(token, TokenShape.Word) || scan.Has(token, TokenShape.Capital) || scan.At(token) is not null
                || scan.In(s_links, token) || scan.In(s_stop, token)))
            {
                return end;
            }

            bool body = scan.In(s_smallBodies, token) && !scan.In(s_smallBodies, token + 1) && !(scan.Is(token, "task")
                && !scan.Is(token + 1, "force"));
            if (body && (token > start || scan.Is(end - 1, "chief", "head", "deputy") && token == start))
            {
                int stop = scan.Is(token, "task") ? token + 2 : token + 1;
                return scan.Is(stop, "on", "for") && scan.In(s_subjects, stop + 1) ? Subject(scan, stop + 1) : stop;
            }
        }

        return end;
    }

    private static int Subject(Scan scan, int token) => scan.In(s_subjects, token + 1)
        || scan.Is(token + 1, "affairs", "rights") ? token + 2 : token + 1;

    /// <summary>"adviser to the President", "assistant to the Prime Minister": whose.</summary>
    private static int? Advised(Scan scan, int next)
    {
        int whose = scan.Is(next, "the") ? next + 1 : next;
        int head = whose;
        while (head - whose < 2 && scan.In(PositionWords.Modifiers, head) && scan.Has(head, TokenShape.Capital))
        {
            head++;
        }

        return !scan.Capitals && whose > next && scan.In(PositionWords.Strong, head) && scan.Has(head, TokenShape.Capital)
            && !scan.Has(head + 1, TokenShape.Capital)
            ? Right(scan, head + 1) : null;
    }

    /// <summary>"Secretary to the Trade Committee", "Secretary to Government".</summary>
    private static int? Served(Scan scan, int next)
    {
        int body = scan.Is(next, "the") ? next + 1 : next;
        return scan.StartingAt(body) is { Type: EntityType.Organization } named && body > next && named.Tokens.Count > 1
            && !IsGovernment(named) ? named.Tokens.End
            : scan.Is(body, "government", "cabinet") && scan.Has(body, TokenShape.Capital)
                && !scan.Has(body + 1, TokenShape.Capital) ? body + 1 : null;
    }

    /// <summary>"Minister of Fisheries and Marine Affairs", "Minister of Agriculture and Rural Development": both topics, whatever they were taken for.</summary>
    private static int? Joined(Scan scan, int link, Draft topic)
    {
        int and = topic.Tokens.End;
        bool held = !scan.Capitals && scan.Is(link, "of", "for") && scan.Is(link - 1, "minister", "secretary")
            && topic is { Type: EntityType.Organization, Entry: null };
        for (int token = topic.Tokens.Start + 1; held && token < and; token++)
        {
            if ((scan.Facts.Words[token] & (WordKind.GivenName | WordKind.Lower | WordKind.PlaceName)) == WordKind.GivenName)
            {
                scan.Remove(name => name == topic);
                return token;
            }
        }

        if (scan.Capitals || !scan.Is(link, "of", "for") || !scan.Is(link - 1, "minister", "secretary")
            || topic.Type != EntityType.Organization || topic.Entry is not null
            || !scan.Is(and, "and") || scan.At(and + 1) is not (null or { Type: EntityType.Organization, Entry: null })
                || !scan.Has(and + 1, TokenShape.Capital)
            || topic.Tokens.Any(token => scan.In(BodyRule.Heads, token)) || IsNextOffice(scan, and + 1))
        {
            return null;
        }

        int end = and + 1;
        while (end < scan.Count && end - and < 5 && scan.Has(end, TokenShape.Word) && scan.Has(end, TokenShape.Capital)
            && scan.At(end) is not { Type: EntityType.Person } && (scan.Facts.Words[end] & WordKind.GivenName) == 0
                && !scan.In(BodyRule.Heads, end) && !scan.In(PositionWords.Heads, end) && !scan.In(PositionWords.Codes, end))
        {
            end++;
        }

        scan.Remove(name => name.Tokens.Start > link && name.Tokens.End <= end);
        return end;
    }

    /// <summary>The second topic of a minister, which nothing but the model took for a body.</summary>
    private static bool Second(Scan scan, int link, int token) =>
        scan.Is(link - 1, "minister", "secretary") && scan.StartingAt(token) is { Type: EntityType.Organization, Entry: null, Key: null } topic
        && !topic.Tokens.Any(word => scan.In(BodyRule.Heads, word) || scan.Has(word, TokenShape.AllCapitals));

    /// <summary>A word that begins a person's name and is not written small.</summary>
    private static bool IsNameWord(Scan scan, int token) =>
        token < scan.Count && (scan.Facts.Words[token] & WordKind.Lower) == 0 && scan.Has(token, TokenShape.Word)
        && !scan.In(BodyRule.Topics, token) && !scan.In(s_topicEnds, token) && !scan.In(PositionWords.Modifiers, token)
        && ((scan.Facts.Words[token] & (WordKind.Surname | WordKind.GivenName)) != 0 || scan.Facts.Words[token] == WordKind.None
            && scan.Facts.Matches[token] is null
            && !scan.Has(token, TokenShape.AllCapitals));
}
