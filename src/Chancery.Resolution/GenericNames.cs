using System.Text.RegularExpressions;

namespace Chancery.Resolution;

/// <summary>Names that every country has a bearer of: alone they say what, not which.</summary>
internal static partial class GenericNames
{
    public static bool IsGenericOrganization(string slug) => GenericOrganization().IsMatch(slug);

    [GeneratedRegex(
        """
        ^(the-)?(
          (ministry|department|directorate|ministries)(-.+)? | [a-z]+-ministry
        | (national-|federal-)?(government|parliament|senate|assembly|congress|cabinet|presidency|police|army|navy|air-force|chamber-of-deputies)
        | (lower|upper)-house | (supreme|constitutional|high|appeals)-court | central-bank | national-bank
        | armed-forces | general-staff | (public-)?prosecutors?-office | (attorney|prosecutor)-generals?-office | presidents?-office
        | (ruling|opposition)-(party|coalition) | opposition | government-in-exile | coast-guard | border-guard | customs(-service)?
        | mfa | mod | moi | moj | mof | moh | moe | mot | goj | host-government | embassy | consulate | secretariat | commission | committee | council | board
        )$
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex GenericOrganization();
}
