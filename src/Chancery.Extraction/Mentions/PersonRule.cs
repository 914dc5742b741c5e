using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Tagging;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Mentions;

/// <summary>Persons by what stands before their names (honorifics, ranks, offices), and by surnames named before in the cable.</summary>
internal static class PersonRule
{
    private static readonly WordList s_generations = new("JR SR II III");

    /// <summary>Names after an honorific or rank: "Dr. Carlos Ruiz de Leon", "LTG PETER BRANDT".</summary>
    public static void Titled(Scan scan)
    {
        for (int i = 0; i + 1 < scan.Count; i++)
        {
            if (!scan.In(Titles.Honorifics, i) || !scan.Has(i, TokenShape.Capital) || scan.IsMark(i + 1, '\'') && !scan.Is(i, "dato"))
            {
                continue;
            }

            int start = scan.IsMark(i + 1, '\'') ? i + 2 : i + 1;
            while (start < scan.Count && (scan.IsMark(start, '.') || (scan.In(Titles.Honorifics, start) && scan.Has(start, TokenShape.Capital))))
            {
                start++;
            }

            if (scan.IsMark(start, '(') && scan.Is(start + 1, "ret", "retd", "retired"))
            {
                int close = scan.IsMark(start + 2, '.') ? start + 3 : start + 2;
                start = scan.IsMark(close, ')') ? close + 1 : start;
            }

            bool rank = scan.Is(i, "general", "major", "private", "count", "crown", "father", "miss", "tan", "don");
            int end = EndOfName(scan, Particles(scan, start), rank || scan.Capitals);
            end = end == Particles(scan, start) ? start : end;
            if (end == start && scan.Capitals && scan.Has(start, TokenShape.Word) && scan.Named(start + 1) && Twice(scan, start))
            {
                end = EndOfName(scan, start + 1, careful: true);
            }

            bool letters = !scan.Capitals && end == start + 1 && scan.Has(start, TokenShape.AllCapitals) && !scan.Has(i, TokenShape.AllCapitals)
                && (scan.Facts.Words[start] & (WordKind.Surname | WordKind.GivenName)) == 0 && !NotNames.Shouts(scan, new TokenRange(start, end));
            bool heading = scan.Capitals ? !scan.Context.Document.IsCapitals : NotNames.Shouts(scan, new TokenRange(i, Math.Max(end, i + 1)));
            if (end > start && !letters && !(rank && heading && (scan.Facts.Words[end - 1] & WordKind.Surname) == 0))
            {
                scan.Add(new TokenRange(start, end), EntityType.Person, 0.95, $"a name after \"{scan.Text(i)}\"", 83);
                i = end - 1;
            }
        }
    }

    private static readonly WordList s_noble = new("von van zu zum zur vom der den und");

    /// <summary>Behind the small "von", "van der" that a name may begin with.</summary>
    private static int Particles(Scan scan, int start)
    {
        int name = start;
        while (name - start < 3 && !scan.Capitals && scan.In(s_noble, name) && !scan.Has(name, TokenShape.Capital))
        {
            name++;
        }

        return scan.Has(name, TokenShape.Capital) ? name : start;
    }

    /// <summary>"party leader Frank-Peter Steiner": two words or more after a role in small letters, the first a given name.</summary>
    public static void AfterRole(Scan scan)
    {
        for (int i = 0; i + 2 < scan.Count && !scan.Capitals; i++)
        {
            bool role = scan.In(PositionWords.Heads, i) && !scan.Has(i, TokenShape.Capital) || scan.Is(i, "mep", "mp", "ceo", "fm") && scan.Has(i, TokenShape.AllCapitals);
            if (role && scan.Has(i + 1, TokenShape.Capital)
                && (scan.Facts.Words[i + 1] & WordKind.GivenName) != 0 && !scan.In(Titles.Honorifics, i + 1))
            {
                int end = EndOfName(scan, i + 1, careful: true);
                if (end > i + 2 && (scan.Facts.Words[end - 1] & WordKind.Lower) == 0)
                {
                    scan.Add(new TokenRange(i + 1, end), EntityType.Person, 0.85, $"a given name after \"{scan.Text(i)}\"", 51);
                }
            }
        }
    }

    /// <summary>"Minister of Commerce Peter Brandt", "DEAN OF ENGINEERING PETER BRANDT": behind the topic of an office its holder.</summary>
    public static void AfterTopic(Scan scan)
    {
        for (int i = 2; i + 2 < scan.Count; i++)
        {
            bool topic = scan.Is(i - 1, "of", "for") && (scan.In(PositionWords.Heads, i - 2) || scan.In(PositionWords.Strong, i - 2)) && scan.Has(i - 2, TokenShape.Capital)
                && scan.Has(i, TokenShape.Capital) && (scan.In(BodyRule.Topics, i) || scan.Capitals && (scan.Facts.Words[i] & WordKind.Lower) != 0);
            if (!topic || !scan.Named(i + 1) || scan.Has(i + 1, TokenShape.LineBefore) && !scan.Capitals || scan.In(BodyRule.Topics, i + 1))
            {
                continue;
            }

            int end = EndOfName(scan, i + 1, careful: true);
            bool given = (scan.Facts.Words[i + 1] & (WordKind.GivenName | WordKind.Surname)) != 0 && (scan.Facts.Words[i + 1] & WordKind.Lower) == 0
                || scan.Facts.Words[i + 1] == WordKind.None
                && scan.Facts.Matches[i + 1] is null;
            if (end > i + 2 && given)
            {
                scan.Add(new TokenRange(i + 1, end), EntityType.Person, 0.85, $"a name behind the office's \"{scan.Text(i)}\"", 74);
            }
        }
    }

    /// <summary>In capitals-only text "SAID RAMZI" is a name where the cable writes the two words together again.</summary>
    private static bool Twice(Scan scan, int start)
    {
        int count = 0;
        foreach (Segment segment in scan.Context.Document.Segments)
        {
            for (int i = 0; i + 1 < segment.Tokens.Length; i++)
            {
                count += segment.Tokens[i].Fold == scan.Tokens[start].Fold && segment.Tokens[i + 1].Fold == scan.Tokens[start + 1].Fold ? 1 : 0;
            }
        }

        return count > 1;
    }

    /// <summary>How far a name reads on from <paramref name="start"/>: up to five words, initials and particles among them.</summary>
    public static int EndOfName(Scan scan, int start, bool careful)
    {
        int end = start;
        int words = 0;
        while (end < scan.Count && words < 5)
        {
            if (PersonNames.IsParticle(scan.Tokens[end]) && words > 0 && !scan.Capitals && !scan.Has(end, TokenShape.Capital)
                && scan.Has(end + 1, TokenShape.Word)
                && (scan.Has(end + 1, TokenShape.Capital) || PersonNames.IsParticle(scan.Tokens[end + 1]) && scan.Has(end + 2, TokenShape.Capital)))
            {
                end++;
                continue;
            }

            if (scan.IsMark(end, '-') && words > 0 && !scan.Has(end, TokenShape.SpaceBefore) && !scan.Has(end + 1, TokenShape.SpaceBefore)
                && scan.Has(end + 1, TokenShape.Capital))
            {
                end++;
                continue;
            }

            if (scan.IsMark(end, '-') && words > 0 && !scan.Capitals && TaggerRule.GoesOn(scan, end + 1))
            {
                end += 2;
                continue;
            }

            if (scan.IsMark(end, '.') && scan.Has(end - 1, TokenShape.Initial) && scan.Has(end + 1, TokenShape.Capital))
            {
                end++;
                continue;
            }

            if (!NameWord(scan, end, careful) || (words == 0 && scan.Capitals && scan.Tokens[end].Length < 3 && !scan.Has(end, TokenShape.Initial)))
            {
                break;
            }

            end++;
            words++;
        }

        return end > start && scan.IsMark(end - 1, '-') ? end - 1 : end;
    }

    private static bool NameWord(Scan scan, int token, bool careful)
    {
        if (!scan.Has(token, TokenShape.Word) || !scan.Has(token, TokenShape.Capital) || scan.Has(token, TokenShape.Clitic)
            || scan.Has(token, TokenShape.HasDigit))
        {
            return false;
        }

        if (scan.In(s_generations, token))
        {
            return true;
        }

        if (scan.In(PositionWords.Heads, token) || scan.In(BodyRule.Heads, token) || scan.In(PositionWords.Modifiers, token)
            || scan.In(Dates.Months, token) || scan.In(Dates.Weekdays, token))
        {
            return false;
        }

        WordKind kind = scan.Facts.Words[token];
        if (scan.Capitals)
        {
            return (kind & WordKind.Lower) == 0 && !scan.In(Titles.Honorifics, token);
        }

        bool name = (kind & (WordKind.GivenName | WordKind.Surname)) != 0;
        return !careful || name || (kind & WordKind.Lower) == 0;
    }

    /// <summary>Surnames of persons already found, wherever they stand alone; in capitals-only text also with one letter wrong.</summary>
    public static void Repeated(Scan scan, Dictionary<ulong, Draft> surnames)
    {
        for (int i = 0; i < scan.Count; i++)
        {
            if (!scan.Has(i, TokenShape.Capital) || scan.Tokens[i].Length < 3 || NotNames.AfterShip(scan, i))
            {
                continue;
            }

            if (!scan.Capitals && scan.IsMark(i + 1, '-') && scan.Has(i + 2, TokenShape.Capital) && !scan.Has(i + 2, TokenShape.SpaceBefore)
                && new TokenRange(i, i + 3).All(token => scan.At(token) is not { } other || other is { Priority: <= 50, Entry: null, Key: null } && other.Tokens.Start >= i && other.Tokens.End <= i + 3)
                && surnames.TryGetValue(Folding.Hash(scan.Segment.Surface(new TokenRange(i, i + 3))), out Draft? joined))
            {
                var whole = new TokenRange(i, i + 3);
                scan.Remove(name => whole.Contains(name.Tokens));
                scan.Add(whole, EntityType.Person, 0.93, $"the surname of {joined.Surface}", 60);
                i += 2;
                continue;
            }

            if (scan.At(i) is { } over)
            {
                bool owner = scan.Has(over.Tokens.End, TokenShape.Clitic) && over.Entry is null && over.Key is null;
                if (over is { Tokens.Count: 1, Priority: <= 60, Type: EntityType.Place or EntityType.Organization } && (owner || over.Priority <= 50)
                    && surnames.TryGetValue(scan.Tokens[i].Fold, out Draft? named) && named.Surface.Contains(' ', StringComparison.Ordinal))
                {
                    (over.Type, over.Reason) = (EntityType.Person, $"the surname of {named.Surface}");
                }

                continue;
            }

            if (scan.Is(i + 1, "doctrine") && scan.Has(i + 1, TokenShape.Capital))
            {
                continue;
            }

            if (surnames.TryGetValue(scan.Tokens[i].Fold, out Draft? person))
            {
                bool ordinary = scan.Capitals && (scan.Facts.Words[i] & WordKind.Lower) != 0 && (scan.Facts.Words[i] & WordKind.Capital) == 0;
                if (!ordinary)
                {
                    scan.Add(new TokenRange(i, i + 1), EntityType.Person, 0.93, $"the surname of {person.Surface}", 60);
                }
            }
            else if (scan.Capitals && scan.Tokens[i].Length >= 5 && scan.Facts.Words[i] == WordKind.None && scan.Facts.Matches[i] is null
                && Slip(scan, i, surnames) is { } meant)
            {
                Draft draft = scan.Add(new TokenRange(i, i + 1), EntityType.Person, 0.75, $"a slip for {meant.Surface}: one letter differs", 60);
                draft.Name = meant.Name ?? meant.Surface;
            }
        }
    }

    private static Draft? Slip(Scan scan, int token, Dictionary<ulong, Draft> surnames)
    {
        foreach (Draft person in surnames.Values)
        {
            string surname = PersonNames.Surname(person.Surface);
            if (surname.Length == scan.Tokens[token].Length && Differences(Folding.Fold(surname), scan.Text(token)) == 1)
            {
                return person;
            }
        }

        return null;
    }

    private static int Differences(string a, ReadOnlySpan<char> b)
    {
        int count = 0;
        for (int i = 0; i < a.Length; i++)
        {
            count += a[i] == Folding.Fold(b[i]) ? 0 : 1;
        }

        return count;
    }
}
