using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Mentions;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Relations;

/// <summary>"the Mission at Lima" names Lima too: the city becomes a mention inside the post's, among its <see cref="Draft.Bodies"/>.</summary>
internal static class Seats
{
    public static IEnumerable<Draft> Inside(MentionFinder finder)
    {
        foreach (Scan scan in finder.Scans)
        {
            foreach (Draft post in scan.Chosen)
            {
                if (post.Type == EntityType.Post && post.Tokens.Count > 2 && City(scan, post) is { } city)
                {
                    post.Bodies.Add(city);
                    yield return city;
                }
            }
        }
    }

    private static Draft? City(Scan scan, Draft post)
    {
        for (int i = post.Tokens.Start + 1; i < post.Tokens.End - 1; i++)
        {
            if ((scan.Is(i, "in") || scan.Is(i, "at")) && scan.Facts.Matches[i + 1] is { } match && match.Kinds.HasFlag(EntryKind.City) && !match.Kinds.HasFlag(EntryKind.Country) && i + 1 + match.Length == post.Tokens.End)
            {
                Draft city = Draft.In(scan.Segment, new TokenRange(i + 1, post.Tokens.End), EntityType.Place, 0.85, "the city in the mission's name", 0);
                city.Entry = match.Entry;
                city.Parent = post;
                return city;
            }
        }

        return null;
    }
}
