using System.Text.RegularExpressions;
using Chancery.Cables;
using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Mentions;

/// <summary>Mentions that the header states outright; they are read off its fields, not guessed.</summary>
internal static partial class HeaderMentions
{
    private const double Sure = 0.99;

    /// <summary>No code of an office without strokes is as long as this.</summary>
    private const int LongCode = 7;

    /// <summary>Staffs without offices that a cable would name: whom it is for is a man or a woman.</summary>
    private static readonly HashSet<string> s_small = ["NSC", "USTR", "OVP", "ONDCP", "WHITE HOUSE"];

    [GeneratedRegex("(?:, | AND | & |/)+")]
    private static partial Regex Joined();

    public static Draft? Origin(CableContext context) =>
        context.Document.Cable.Header.Origin is { Span: { } span } origin ? PostOrBody(context, origin.Value, span, "the sender's line") : null;

    public static Draft? Signer(CableContext context) =>
        context.Document.Cable.Header.Signer is { Span: { } span } signer ? PersonOf(context, signer.Value, span, "the signature") : null;

    /// <summary>An addressee of a routing line: a post, or an agency.</summary>
    public static Draft? PostOrBody(CableContext context, string value, TextSpan span, string where)
    {
        // "HQ ABCDEF CITY//J5//": the desk after the strokes is not the body's name.
        int desk = value.IndexOf("//", StringComparison.Ordinal);
        if (desk > 0 && span.Length == value.Length)
        {
            (value, span) = (value[..desk], new TextSpan(span.Start, span.Start + desk));
        }

        Gazetteer gazetteer = context.Gazetteer;
        int bracket = value.IndexOf('(', StringComparison.Ordinal);
        bool heading = context.Document.Cable.Form == CableForm.Frus;
        string office = bracket > 0 ? value[..bracket] : heading ? value : "";
        bool held = office.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(word => PositionWords.Heads.Contains(word)
                || PositionWords.Weak.Contains(word));
        if (IsDepartment(value) && !held)
        {
            return New(context, span, EntityType.Organization, where, gazetteer.Find("Department of State"));
        }

        if (PostNames.Parse(value, gazetteer, context.Document.Year) is { } post)
        {
            Draft draft = New(context, span, EntityType.Post, where, null);
            draft.Key = post.Key;
            draft.Name = post.Name;
            Describe(draft, post);
            return draft;
        }

        if (heading && Folding.Fold(value) is var mission && (mission.StartsWith("DELEGATION TO ", StringComparison.Ordinal) || mission.StartsWith("DELEGATION AT ", StringComparison.Ordinal)))
        {
            Draft delegation = New(context, span, EntityType.Post, where, null);
            delegation.Key = "post:" + mission;
            return delegation;
        }

        if (held)
        {
            int length = context.Document.Raw.AsSpan(span.Start, span.Length).IndexOf('(');
            int end = length > 0 ? context.Document.Raw.AsSpan(span.Start, length).TrimEnd().Length : span.Length;
            return New(context, new TextSpan(span.Start, span.Start + end), EntityType.Position, where, null);
        }

        GazetteerEntry? entry = gazetteer.Find(value) ?? gazetteer.Find(value.Replace(" WASHINGTON DC", "", StringComparison.OrdinalIgnoreCase).Replace(" WASHDC", "", StringComparison.OrdinalIgnoreCase));
        return New(context, span, EntityType.Organization, where, entry is { Kind: EntryKind.Organization or EntryKind.Office } ? entry : null);
    }

    /// <summary>The name in brackets after an office: "Ambassador in the Soviet Union (Brandt)".</summary>
    public static Draft? Bracketed(CableContext context, TextSpan span)
    {
        ReadOnlySpan<char> text = context.Document.Raw.AsSpan(span.Start, span.Length);
        int open = text.IndexOf('(');
        int close = text.LastIndexOf(')');
        if (open < 0 || close < open + 2)
        {
            return null;
        }

        ReadOnlySpan<char> inside = text[(open + 1)..close];
        int start = span.Start + open + 1 + inside.Length - inside.TrimStart().Length;
        int length = inside.Trim().Length;
        return length == 0 || !char.IsUpper(context.Document.Raw[start]) ? null
            : PersonOf(context, context.Document.Raw.Substring(start, length), new TextSpan(start, start + length), "the heading");
    }

    /// <summary>The name after an office without brackets: "Secretary of State Rusk".</summary>
    public static Draft? Following(CableContext context, TextSpan span)
    {
        ReadOnlySpan<char> text = context.Document.Raw.AsSpan(span.Start, span.Length);
        int start = span.Start + text.Length - text.TrimStart().Length;
        ReadOnlySpan<char> name = text.Trim();
        return name.Length < 3 || !char.IsUpper(name[0])
            || name.ContainsAny('(', ',') ? null : PersonOf(context, name.ToString(), new TextSpan(start, start + name.Length), "the heading");
    }

    public static bool IsDepartment(string value) => Folding.Fold(value).Trim() is "SECSTATE WASHDC" or "SECSTATE" or "STATE" or "DEPT" or "DEPARTMENT"
        or "STATE DEPT" or "DEPT OF STATE" or "DEPARTMENT OF STATE" or "SECRETARY OF STATE" or "STATE DEPARTMENT" or "SECSTATE WASHINGTON" or "SECSTATE WASHINGTON DC"
        or "SECSTATE WASHINGTON, DC" or "STATE WASHDC" or "RUEHC/SECSTATE WASHDC" or "SECSTATE WASH DC";

    public static void Describe(Draft draft, PostName post)
    {
        draft.Properties["city"] = post.City;
        if (post.Country.Length > 0)
        {
            draft.Properties["country"] = post.Country;
        }
    }

    /// <summary>The agency, office, role and person of an attention line, in that order.</summary>
    public static IEnumerable<Draft> Attention(CableContext context, Addressee addressee)
    {
        if (addressee.Agency is { Span: { } agencySpan } agency)
        {
            foreach (Draft draft in Agencies(context, agency.Value, agencySpan))
            {
                yield return draft;
            }
        }

        if (addressee.Office is { Span: { } heldSpan } held && PositionWords.Codes.Contains(held.Value[(held.Value.LastIndexOf(' ') + 1)..]) && held.Value is not ("FCS" or "IO"))
        {
            yield return New(context, heldSpan, EntityType.Position, "the attention line", null);
        }
        else if (addressee.Office is { Span: { } officeSpan } office)
        {
            GazetteerEntry? entry = context.Gazetteer.Office(office.Value) ?? context.Gazetteer.Find(office.Value);
            if (entry is null && addressee.Person is null && IsReader(context.Gazetteer, office.Value, addressee.Agency?.Value ?? ""))
            {
                yield return PersonOf(context, office.Value, officeSpan, "the attention line");
            }
            else
            {
                Draft draft = New(context, officeSpan, EntityType.Organization, "the attention line", entry);
                draft.Name = entry is { Kind: EntryKind.Organization } ? null : office.Value;
                draft.Properties["kind"] = "office";
                yield return draft;
            }
        }

        if (addressee.Position is { Span: { } positionSpan } position)
        {
            int article = position.Value.StartsWith("THE ", StringComparison.OrdinalIgnoreCase)
                && positionSpan.Length == position.Value.Length ? 4 : 0;
            yield return New(context, new TextSpan(positionSpan.Start + article, positionSpan.End), EntityType.Position, "the attention line", null);
        }

        if (addressee.Person is { Span: { } agentSpan } agent && agent.Value.Length > 2
            && context.Gazetteer.Find(agent.Value) is { Kind: EntryKind.Organization } named && !agent.Value.Contains(' ', StringComparison.Ordinal))
        {
            yield return New(context, agentSpan, EntityType.Organization, "the attention line", named);
        }
        else if (addressee.Person is { Span: { } personSpan } person)
        {
            yield return PersonOf(context, person.Value, personSpan, "the attention line");
        }
    }

    /// <summary>The agency before FOR; of "PARIS AND LONDON FOR …" each mission by itself.</summary>
    private static IEnumerable<Draft> Agencies(CableContext context, string value, TextSpan span)
    {
        var missions = new List<Draft>();
        if (span.Length == value.Length && context.Gazetteer.Find(value) is null && Joined().Count(value) > 0)
        {
            int start = 0;
            foreach (Match joint in Joined().Matches(value).Append(Match.Empty))
            {
                int end = joint.Success && joint.Length > 0 ? joint.Index : value.Length;
                if (PostNames.Parse(value[start..end], context.Gazetteer, context.Document.Year) is null)
                {
                    missions.Clear();
                    break;
                }

                missions.Add(PostOrBody(context, value[start..end], new TextSpan(span.Start + start, span.Start + end), "the attention line")!);
                start = end + joint.Length;
            }
        }

        return missions.Count > 0 ? missions : [PostOrBody(context, value, span, "the attention line")!];
    }

    /// <summary>A name where an office might stand: given name and surname, or a mailbox: "JMARLOWE", the first letter and the surname.</summary>
    private static bool IsReader(Gazetteer gazetteer, string value, string agency)
    {
        string[] words = value.Split(' ');
        if (words.Any(word => word.Length == 0 || !word.All(char.IsAsciiLetter) || BodyRule.Heads.Contains(word)))
        {
            return false;
        }

        WordKind last = gazetteer.Words.Of(words[^1]);
        return words.Length switch
        {
            1 => (value.Length >= LongCode && (last & WordKind.Lower) == 0) || (value.Length >= 4 && s_small.Contains(agency)) || IsSurname(last, value.Length) || IsSurname(gazetteer.Words.Of(value[1..]), value.Length - 1),
            2 or 3 => (gazetteer.Words.Of(words[0]) & WordKind.GivenName) != 0 && words[0].Length > 2,
            _ => false,
        };
    }

    // Every four letters are somebody's surname; a code of an office is as short.
    private static bool IsSurname(WordKind kinds, int length) => length >= 3 && (kinds & (length > 4 ? WordKind.Surname : WordKind.CommonSurname)) != 0;

    private static Draft PersonOf(CableContext context, string value, TextSpan span, string where)
    {
        Draft draft = New(context, span, EntityType.Person, where, null);
        draft.Name = PersonNames.Proper(value);
        return draft;
    }

    private static Draft New(CableContext context, TextSpan span, EntityType type, string where, GazetteerEntry? entry) => new()
    {
        Span = span,
        Surface = Segment.OneLine(span.Of(context.Document.Raw)),
        Type = type,
        Confidence = Sure,
        Reason = "header: " + where,
        Entry = entry,
        Priority = 100,
    };
}
