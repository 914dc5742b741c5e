using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Mentions;

internal static partial class BodyRule
{
    /// <summary>EUR/NCE, S/CT, INR/R/MR: capitals with slashes whose first part is a bureau.</summary>
    private static int? OfficeCode(Scan scan, int i)
    {
        if (!scan.Has(i, TokenShape.Capital) || scan.Tokens[i].Length > 4 || !scan.IsMark(i + 1, '/') || scan.Has(i + 1, TokenShape.SpaceBefore)
            || scan.Context.Gazetteer.Office(scan.Text(i).ToString()) is not { } bureau && !scan.Is(i, "S", "G", "D"))
        {
            return null;
        }

        int end = i + 1;
        while (scan.IsMark(end, '/') && scan.Has(end + 1, TokenShape.Word | TokenShape.Number)
            && scan.Has(end + 1, TokenShape.AllCapitals | TokenShape.Initial)
            && !scan.Has(end + 1, TokenShape.SpaceBefore) && scan.Tokens[end + 1].Length <= 6)
        {
            end += 2;
        }

        if (end == i + 1)
        {
            return null;
        }

        string code = scan.Segment.Surface(new TokenRange(i, end));
        if (PositionWords.IsCode(code))
        {
            return null;
        }

        Draft draft = scan.Add(new TokenRange(i, end), EntityType.Organization, 0.93, $"an office code of the Department: {code}", 82);
        draft.Key = "office:" + code;
        draft.Properties["kind"] = "office";
        return end;
    }

    /// <summary>Codes for governments of another form than GO-: "Government of Viet-Nam", "Royal Thai Government", "South African Government".</summary>
    private static readonly WordList s_governments = new("GVN RVNG GRC HMG RTG RLG RKG ROKG UARG SAG BDG KRG TNG PRCG TFG");

    /// <summary>GOB, GOI, GOC/PRC: "Government of" with the letters of a country; the host's where they fit.</summary>
    private static int? GovernmentCode(Scan scan, int i)
    {
        ReadOnlySpan<char> word = scan.Text(i);
        if (scan.In(s_governments, i) && scan.Has(i, TokenShape.AllCapitals))
        {
            Draft named = scan.Add(new TokenRange(i, i + 1), EntityType.Organization, 0.93, "a code for a government", 84);
            named.Key = "gov:" + word.ToString();
            return i + 1;
        }

        if (NationGovernment(scan, i))
        {
            return i + 1;
        }

        if (word.Length is < 3 or > 5 || word[0] != 'G' || word[1] != 'O' || !scan.Has(i, TokenShape.AllCapitals | TokenShape.MixedCase)
            || scan.Is(i, "GOP") && scan.Context.Host is null
            || word.ToString() is "GOAL" or "GOALS" or "GOES" or "GOING" or "GONE" or "GOOD" or "GOLD" or "GOODS" or "GOLF" or "GOT")
        {
            return null;
        }

        GazetteerEntry? host = scan.Context.Host;
        bool fits = host is not null
            && (word[2] == Folding.Fold(host.Name[0])
                || Folding.Fold(host.Name).StartsWith(Folding.Fold(word[2..].ToString()), StringComparison.Ordinal)
            || host.Iso is { } iso && word[2..].Equals(iso, StringComparison.Ordinal));
        if (!fits && (scan.Facts.Words[i] & WordKind.Lower) != 0)
        {
            return null;
        }

        Draft draft = scan.Add(new TokenRange(i, i + 1), EntityType.Organization, 0.93, "a code for a government", 84);
        draft.Key = fits ? GovernmentKey(host!) : "gov:" + word.ToString();
        draft.Name = fits ? "Government of " + host!.Name : null;
        return i + 1;
    }

    /// <summary>"SovGovt", "BritGov": a nation's first letters and a government's in one word.</summary>
    private static bool NationGovernment(Scan scan, int i)
    {
        ReadOnlySpan<char> word = scan.Text(i);
        int length = word.EndsWith("Govt", StringComparison.Ordinal) ? word.Length - 4 : word.EndsWith("Gov", StringComparison.Ordinal) ? word.Length - 3 : 0;
        if (length is < 2 or > 8 || !char.IsUpper(word[0]))
        {
            return false;
        }

        Draft draft = scan.Add(new TokenRange(i, i + 1), EntityType.Organization, 0.9, "a nation's letters with a government's", 84);
        string nation = word[..length].ToString();
        GazetteerEntry? country = scan.Context.Gazetteer.Country(nation is "Sov" ? "Soviet Union" : nation is "Brit" ? "United Kingdom" : nation is "Fr" ? "France" : nation);
        draft.Key = country is null ? "gov:" + word.ToString() : GovernmentKey(country);
        return true;
    }

    public static string GovernmentKey(GazetteerEntry country) => country.Name == "United States" ? "row:org:US-Government" : "gov:" + country.Id;

    /// <summary>"the Department", "DoS": the Department of State.</summary>
    private static int? Department(Scan scan, int i)
    {
        bool code = scan.Is(i, "dos") && scan.Has(i, TokenShape.MixedCase | TokenShape.AllCapitals) || scan.Is(i, "secstate", "statedept");
        bool bare = (scan.Is(i, "department") || scan.Is(i, "dept") && !scan.Capitals) && scan.Has(i, TokenShape.Capital) && !scan.Is(i + 1, "of")
            && !scan.Is(i + 1, "for")
            && (scan.Is(i - 1, "the") || !scan.Has(i - 1, TokenShape.Capital) || scan.Has(i - 1, TokenShape.Punctuation) || First(scan, i - 1))
            && (!scan.Capitals || (!scan.Has(i - 1, TokenShape.Word) || scan.In(s_stop, i - 1)) && !scan.Is(i + 1, "store"));
        bool joint = scan.Is(i, "state") && scan.Is(i - 1, "joint") && scan.Has(i, TokenShape.Capital)
            && (scan.IsMark(i + 1, '-') || scan.IsMark(i + 1, '–') || scan.IsMark(i + 1, '/')) && !scan.Has(i + 1, TokenShape.SpaceBefore)
            && scan.Has(i + 2, TokenShape.Capital);
        if (!code && !bare && !joint)
        {
            return null;
        }

        Draft draft = scan.Add(new TokenRange(i, i + 1), EntityType.Organization, bare ? 0.88 : 0.97, "the Department of State's short name", 78);
        draft.Entry = scan.Context.Gazetteer.Find("Department of State");
        return i + 1;
    }
}
