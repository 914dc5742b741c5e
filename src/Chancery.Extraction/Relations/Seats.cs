using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Mentions;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Relations;

/// <summary>
/// "the Mission at Lima" names Lima too: the city becomes a mention inside the post's, among its <see cref="Draft.Bodies"/>. So do the letters of
/// a known body in "the NATO Harbor Safety Committee", where the cable names that body nowhere else.
/// </summary>
internal static class Seats
{
    public static IEnumerable<Draft> Inside(MentionFinder finder)
    {
        foreach (Scan scan in finder.Scans)
        {
            foreach (Draft name in scan.Chosen)
            {
                if (name.Type == EntityType.Post && name.Tokens.Count > 2 && City(scan, name) is { } city)
                {
                    name.Bodies.Add(city);
                    yield return city;
                }
                else if (IsUnit(scan, name) && Owner(finder, scan, name) is { } owner)
                {
                    yield return owner;
                }
            }
        }
    }

    private static bool IsUnit(Scan scan, Draft body) =>
        body.Type == EntityType.Organization && body.Parent is null && body.Tokens.Count > 1 && !scan.Capitals
            && scan.Has(body.Tokens.Start, TokenShape.AllCapitals)
        && (body.Tokens.Count > 2 || !scan.In(s_national, body.Tokens.End - 1)) && scan.In(StructureClaims.PartUnits, body.Tokens.End - 1);

    /// <summary>What the letters before it may only say whose it is, or to whom it goes.</summary>
    private static readonly WordList s_national = new("delegation division office section");

    private static Draft? Owner(MentionFinder finder, Scan scan, Draft unit)
    {
        string letters = scan.Text(unit.Tokens.Start).ToString();
        if (letters.Length < (unit.Tokens.Count > 2 ? 3 : 2) || scan.Context.Gazetteer.Find(letters) is not { } row
            || !row.Kind.HasFlag(EntryKind.Organization) || row.Kind.HasFlag(EntryKind.Country)
            || finder.Scans.Exists(other => other.Chosen.Exists(draft => draft.Surface == letters)))
        {
            return null;
        }

        Draft owner = Draft.In(scan.Segment, new TokenRange(unit.Tokens.Start, unit.Tokens.Start + 1), EntityType.Organization, 0.85,
            "the body's letters in its unit's name", 0);
        owner.Entry = row;
        owner.Parent = unit;
        return owner;
    }

    private static Draft? City(Scan scan, Draft post)
    {
        for (int i = post.Tokens.Start + 1; i < post.Tokens.End - 1; i++)
        {
            if (scan.Is(i, "in", "at") && scan.Facts.Matches[i + 1] is { } match && match.Kinds.HasFlag(EntryKind.City)
                && !match.Kinds.HasFlag(EntryKind.Country) && i + 1 + match.Length == post.Tokens.End)
            {
                Draft city = Draft.In(scan.Segment, new TokenRange(i + 1, post.Tokens.End), EntityType.Place, 0.85,
                    "the city in the mission's name", 0);
                city.Entry = match.Entry;
                city.Parent = post;
                return city;
            }
        }

        return null;
    }
}
