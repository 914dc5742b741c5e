using Chancery.Cables;
using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Mentions;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Relations;

/// <summary>
/// Who met whom by a list of participants: everybody of one side met everybody of the other. Sides have a line of their own ("United States",
/// "GVN: …", "German side"); where none has, who stands beside a foreign nation's name meets who does not. Colleagues do not meet each other.
/// </summary>
internal static class ParticipantClaims
{
    /// <summary>More pairs than this are left to who leads each side.</summary>
    private const int MostPairs = 60;

    private const int LongestLabel = 4;

    private static readonly WordList s_silent = new("interpreter interpreters interpreting notetaker");
    private static readonly WordList s_sides = new("side delegation");

    public static void Add(CableContext context, MentionFinder finder, ClaimList claims)
    {
        var kinds = context.Document.Cable.Paragraphs.Where(paragraph => paragraph.Kind == ParagraphKind.Participants)
            .Select(paragraph => paragraph.Ordinal).ToHashSet();
        if (kinds.Count == 0)
        {
            return;
        }

        var sides = new List<List<Draft>>();
        List<Draft> home = [];
        List<Draft> abroad = [];
        Segment? evidence = null;
        foreach (Scan scan in finder.Scans.Where(scan => scan.Segment.Kind == SegmentKind.Body && kinds.Contains(scan.Segment.Paragraph)))
        {
            Draft[] offices = [.. finder.Positions.Where(position => position.Segment == scan.Segment)];
            foreach (TokenRange line in Lines(scan.Segment))
            {
                Draft[] present = Present(scan, line, offices);
                if (OpensSide(scan, line, present.Length))
                {
                    sides.Add([]);
                }

                if (present.Length > 0 && !new TokenRange(line.Start, line.End).Any(token => scan.In(s_silent, token)))
                {
                    evidence ??= scan.Segment;
                    (sides.Count > 0 ? sides[^1] : IsForeign(scan, line) ? abroad : home).AddRange(present);
                }
            }
        }

        if (sides.Count < 2)
        {
            sides = [home, abroad];
        }

        if (evidence is not null)
        {
            Meet(context, sides, evidence, claims);
        }
    }

    private static void Meet(CableContext context, List<List<Draft>> sides, Segment evidence, ClaimList claims)
    {
        string? day = context.Document.Date is { } date ? date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : null;
        for (int i = 0; i < sides.Count; i++)
        {
            for (int j = i + 1; j < sides.Count; j++)
            {
                bool crowd = sides[i].Count * sides[j].Count > MostPairs;
                foreach (Draft one in sides[i])
                {
                    foreach (Draft other in sides[j].Where(other => !crowd || one == sides[i][0] || other == sides[j][0]))
                    {
                        claims.Add(new ClaimDraft("MET_WITH", one.Entity, other.Entity, evidence.Raw(new TokenRange(0, evidence.Tokens.Length)), evidence.Paragraph, 0.9, "list of participants: two sides")
                        {
                            On = day,
                        });
                    }
                }
            }
        }
    }

    /// <summary>The persons of a line; an office stands where no person does.</summary>
    private static Draft[] Present(Scan scan, TokenRange line, Draft[] offices)
    {
        Draft[] persons = [.. scan.Within(line).Where(draft => draft is { Type: EntityType.Person, Entity: >= 0 })];
        return persons.Length > 0 ? persons : [.. offices.Where(office => line.Contains(office.Tokens) && office.Entity >= 0).Take(1)];
    }

    private static bool OpensSide(Scan scan, TokenRange line, int present)
    {
        int words = 0;
        while (line.Start + words < line.End && !scan.IsMark(line.Start + words, ':'))
        {
            words++;
        }

        bool ends = line.Start + words == line.End;
        return words is > 0 and <= LongestLabel && (!ends || present == 0)
            && new TokenRange(line.Start, line.Start + words).Any(token => PositionRule.IsNation(scan, token) || scan.In(s_sides, token)
                || scan.At(token) is { Type: EntityType.Place or EntityType.Organization });
    }

    private static bool IsForeign(Scan scan, TokenRange line) => line.Any(token =>
        scan.Facts.Matches[token] is { } match && (match.Kinds & (EntryKind.Demonym | EntryKind.Country)) != 0 && match.Entry.Iso is not "US"
        && scan.Context.Gazetteer.Country(match.Entry.Name)?.Iso is not "US");

    private static IEnumerable<TokenRange> Lines(Segment segment)
    {
        int start = 0;
        for (int i = 1; i <= segment.Tokens.Length; i++)
        {
            if (i == segment.Tokens.Length
                || segment.Text.Value.AsSpan(segment.Tokens[i - 1].End..segment.Tokens[i].Start).Contains('\n'))
            {
                yield return new TokenRange(start, i);
                start = i;
            }
        }
    }
}
