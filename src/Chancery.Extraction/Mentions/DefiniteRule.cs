using Chancery.Extraction.Text;

namespace Chancery.Extraction.Mentions;

/// <summary>"the Center", "the Commission", "the Ministry": a body's noun alone, for the last body named whose name ends or begins with it.</summary>
internal static class DefiniteRule
{
    private static readonly WordList s_nouns = new(
        "CENTER CENTRE COMMISSION COMMITTEE COUNCIL MINISTRY BANK AGENCY ORGANIZATION INSTITUTE PARTY PARLIAMENT SENATE ASSEMBLY BOARD COURT UNIVERSITY SECRETARIAT BUREAU FUND COMPANY AUTHORITY FOUNDATION UNION LEAGUE ASSOCIATION GROUP ALLIANCE CONGRESS CABINET NETWORK MUSEUM FORCE DIRECTORATE COALITION CONSORTIUM FEDERATION CONFEDERATION CORPORATION CHAMBER SOCIETY ACADEMY COLLEGE HOSPITAL TRIBUNAL CLUB SERVICE TRUST COMMAND FRONT MOVEMENT PRESIDENCY LEGISLATURE JUNTA PREFECTURE PATROL MISSION");

    /// <summary>With "the" they are bodies also where nothing named them before.</summary>
    private static readonly WordList s_knownNouns = new("SECRETARIAT PRESIDENCY COMMISSION COUNCIL ASSEMBLY ALLIANCE LEGISLATURE JUNTA TREASURY");

    private static readonly WordList s_uniqueNouns = new("PARLIAMENT SENATE CONGRESS CABINET KNESSET DUMA POLITBURO KREMLIN PENTAGON");

    public static void Find(IReadOnlyList<Scan> scans)
    {
        var named = new List<Draft>();
        foreach (Scan scan in scans)
        {
            for (int i = 0; i < scan.Count; i++)
            {
                if (scan.StartingAt(i) is { } draft)
                {
                    if (draft.Type == EntityType.Organization)
                    {
                        named.Add(draft);
                    }

                    i = draft.Tokens.End - 1;
                    continue;
                }

                if (scan.Is(i, "forces") && scan.Is(i - 1, "armed") && scan.Has(i - 1, TokenShape.Capital) && scan.At(i - 1) is null
                    && named.FindLast(candidate => candidate.Surface.EndsWith("ARMED FORCES", StringComparison.OrdinalIgnoreCase)) is { } forces)
                {
                    Draft bare = scan.Add(new TokenRange(i - 1, i + 1), EntityType.Organization, 0.85, $"\"armed forces\" for {forces.Surface}", 60);
                    bare.Antecedent = forces;
                    continue;
                }

                if (!scan.Has(i, TokenShape.Capital) || !(scan.In(s_nouns, i) || scan.In(s_uniqueNouns, i) || scan.In(s_knownNouns, i)) || !Alone(scan, i))
                {
                    continue;
                }

                Draft? antecedent = named.FindLast(candidate => EndsOrBegins(candidate, scan.Text(i)));
                bool known = scan.In(s_knownNouns, i) && !scan.Capitals && scan.Is(i - 1, "the") && !scan.Has(i, TokenShape.AllCapitals) && !IsFirst(scan, i + 1);
                if (antecedent is null && scan.Is(i, "mission") && scan.Is(i - 1, "the") && scan.Context.Own is { } own && !scan.Capitals)
                {
                    PostRule.Name(scan.Add(new TokenRange(i, i + 1), EntityType.Post, 0.8, "\"the Mission\" is the sender", 60), own, scan);
                    continue;
                }

                if (antecedent is null && !(scan.In(s_uniqueNouns, i) || known || scan.Is(i, "ministry") && scan.Context.Host is not null && !scan.Capitals))
                {
                    continue;
                }

                Draft alone = scan.Add(new TokenRange(i, i + 1), EntityType.Organization, antecedent is null ? 0.7 : 0.85,
                    antecedent is null ? "a body's noun alone" : $"\"the {scan.Text(i)}\" for {antecedent.Surface}", 60);
                alone.Antecedent = antecedent;
                if (scan.Is(i, "ministry") && antecedent is null)
                {
                    alone.Key = $"ministry:MFA/{scan.Context.Host!.Name}";
                }
            }

            scan.Add();
        }
    }

    private static readonly WordList s_before = new("to by of for with that from at told and");

    private static bool Alone(Scan scan, int i)
    {
        bool terse = scan.Capitals && scan.Context.Document.IsCapitals && (scan.In(s_before, i - 1) || scan.Segment.SentenceOf(i).Start == i)
            && (scan.Has(i + 1, TokenShape.Clitic | TokenShape.Punctuation) || (scan.Facts.Words[Math.Min(i + 1, scan.Count - 1)] & Gazetteers.WordKind.Lower) != 0)
            && !scan.In(BodyRule.Heads, i + 1);
        bool definite = terse || scan.Is(i - 1, "the") || scan.Is(i - 1, "its", "their") && !scan.Capitals || scan.In(s_uniqueNouns, i) || scan.Has(i, TokenShape.Word) && scan.Is(i, "ministry");
        bool joined = scan.Is(i + 1, "of", "for")
            || (!scan.Capitals && scan.Has(i + 1, TokenShape.Word) && scan.Has(i + 1, TokenShape.Capital) && scan.Has(i + 1, TokenShape.SpaceBefore));
        bool modified = !scan.Capitals && scan.Has(i - 1, TokenShape.Word) && scan.Has(i - 1, TokenShape.Capital)
            && scan.Segment.SentenceOf(i).Start != i - 1;
        return definite && !joined && !modified;
    }

    /// <summary>A heading's words or a law's: "the Council Decision".</summary>
    private static bool IsFirst(Scan scan, int next) => scan.Has(next, TokenShape.Capital) && scan.Has(next, TokenShape.Word);

    private static bool EndsOrBegins(Draft draft, ReadOnlySpan<char> noun)
    {
        ReadOnlySpan<char> name = draft.Surface;
        return name.Length > noun.Length
            && (name.Contains($" {noun} of ", StringComparison.OrdinalIgnoreCase) || name.Contains($" {noun} for ", StringComparison.OrdinalIgnoreCase) || name.EndsWith(noun, StringComparison.OrdinalIgnoreCase) || name.StartsWith(noun, StringComparison.OrdinalIgnoreCase))
            || draft.Entry is { } entry && entry.Name.Contains(noun.ToString(), StringComparison.OrdinalIgnoreCase)
            && draft.Surface.Length < entry.Name.Length;
    }
}
