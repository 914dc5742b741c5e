using Chancery.Extraction.Text;

namespace Chancery.Extraction.Mentions;

/// <summary>Companies by the short word for their legal form: "Harbor Mills (Lima) Ltd.", "P.T. Harbor Mills".</summary>
internal static class Companies
{
    private static readonly WordList s_behind = new("LTD LTDA INC CORP LLC PLC GMBH BHD PTY CO SARL OYJ SPA JSC CJSC OJSC");
    private static readonly WordList s_before = new("PT P.T P.T. OAO OOO ZAO OJSC CJSC JSC");
    private static readonly WordList s_offices = new("councilman councilwoman councillor councilor assemblyman alderman lawmaker legislator parliamentarian congressman senator activist");
    private static readonly WordList s_notAirlines = new("marshal commodore vice base bases force forces defense attache staff corps wing traffic america power");
    private static readonly WordList s_joins = new("and & - of");

    public static void Find(Scan scan)
    {
        for (int i = 0; i < scan.Count; i++)
        {
            if (scan.Is(i, "codel", "staffdel", "nodel") && scan.Named(i + 1))
            {
                scan.Add(new TokenRange(i, i + 2), EntityType.Organization, 0.85, "a delegation called after its leader", 84);
                continue;
            }

            if (!scan.Has(i, TokenShape.Capital) || scan.Tokens[i].Length > 5)
            {
                continue;
            }

            if (scan.Is(i, "air") && !scan.Capitals && InName(scan, i + 1) && !scan.In(s_notAirlines, i + 1) && scan.Has(i + 1, TokenShape.SpaceBefore)
                && !scan.In(PositionWords.Modifiers, i + 1) && !scan.In(BodyRule.Heads, i + 1) && !scan.Has(i + 2, TokenShape.Capital) && !scan.Has(i - 1, TokenShape.Capital)
                && !NotNames.IsWord(scan, i + 1))
            {
                scan.Add(new TokenRange(i, i + 2), EntityType.Organization, 0.85, "an airline's name", 71);
            }

            if (scan.In(s_behind, i))
            {
                Ending(scan, i);
            }
            else if (scan.In(s_before, i) && (scan.Has(i, TokenShape.AllCapitals) || scan.Has(i, TokenShape.Dotted)))
            {
                Beginning(scan, i);
            }
        }
    }

    private static bool InName(Scan scan, int token) => scan.Has(token, TokenShape.Word) && scan.Has(token, TokenShape.Capital)
        && !scan.Has(token, TokenShape.Clitic) && !scan.In(PositionWords.Heads, token)
        && (!scan.Capitals || (scan.Facts.Words[token] & Gazetteers.WordKind.Lower) == 0 || scan.In(BodyRule.Heads, token));

    private static void Ending(Scan scan, int form)
    {
        TokenRange sentence = scan.Segment.SentenceOf(form);
        int start = form;
        while (start > sentence.Start && form - start < 7)
        {
            int before = start - 1;
            bool bracket = scan.IsMark(before, ')') && scan.IsMark(before - 2, '(') && InName(scan, before - 1) && before - 2 > sentence.Start;
            bool comma = scan.IsMark(before, ',') && start == form && InName(scan, before - 1);
            bool joined = start < form && scan.In(s_joins, before) && before > sentence.Start && InName(scan, before - 1);
            bool mark = scan.IsMark(before, '&') || scan.IsMark(before, '-') && !scan.Has(before, TokenShape.SpaceBefore);
            if (bracket)
            {
                start -= 3;
            }
            else if (comma || InName(scan, before) && !(before == sentence.Start && NotNames.IsWord(scan, before) && form - before > 1)
                || joined && !scan.Capitals || mark && before > sentence.Start && InName(scan, before - 1))
            {
                start--;
            }
            else
            {
                break;
            }
        }

        if (start == form || scan.Is(form, "co", "spa") && (scan.Capitals || !InName(scan, form - 1)))
        {
            return;
        }

        int end = scan.IsMark(form + 1, '.') && !scan.Has(form + 1, TokenShape.SpaceBefore) && form + 2 < sentence.End ? form + 2 : form + 1;
        scan.Add(new TokenRange(start, end), EntityType.Organization, 0.9, $"a company's form: {scan.Text(form)}", 71);
    }

    private static void Beginning(Scan scan, int form)
    {
        int end = form + 1;
        while (scan.IsMark(end, '.'))
        {
            end++;
        }

        int first = end;
        while (end < scan.Segment.SentenceOf(form).End && end - first < 4 && InName(scan, end))
        {
            end++;
        }

        // "PT City Governor": the letters of something else, before an office.
        bool office = Enumerable.Range(first, end - first + 1).Any(token => scan.In(PositionWords.Heads, token) || scan.In(PositionWords.Weak, token) || scan.In(PositionWords.Modifiers, token)
            || scan.In(s_offices, token));
        if (end > first && !office)
        {
            scan.Add(new TokenRange(form, end), EntityType.Organization, 0.85, $"a company's form: {scan.Text(form)}", 71);
        }
    }
}
