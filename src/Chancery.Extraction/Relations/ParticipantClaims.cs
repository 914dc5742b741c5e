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
    private static readonly WordList s_desks = new("affairs desk country section");
    private static readonly WordList s_several = new("messrs and");
    private static readonly WordList s_sides = new("side delegation");

    public static void Add(CableContext context, MentionFinder finder, ClaimList claims)
    {
        foreach (Paragraph list in context.Document.Cable.Paragraphs.Where(paragraph =>
            paragraph is { Kind: ParagraphKind.Participants, Number: null }))
        {
            Scan[] lines = [.. finder.Scans.Where(scan => scan.Segment.Kind == SegmentKind.Body && scan.Segment.Paragraph == list.Ordinal)];
            if (lines.Length > 1)
            {
                Meet(context, Sides(finder, lines), list, claims);
            }
        }
    }

    private static List<List<Draft>> Sides(MentionFinder finder, Scan[] lines)
    {
        var sides = new List<List<Draft>>();
        var known = new List<(Draft[] Present, Side Side)>();
        foreach (Scan line in lines)
        {
            var range = new TokenRange(0, line.Count);
            Draft[] present = Present(line, range, finder);
            if (OpensSide(line, range, present.Length))
            {
                sides.Add([]);
            }

            if (present.Length > 0 && !range.Any(token => line.In(s_silent, token)))
            {
                known.Add((present, SideOf(line)));
                sides.LastOrDefault()?.AddRange(present);
            }
        }

        if (sides.Count >= 2)
        {
            return sides;
        }

        Enclose(known);
        List<Draft> home = [.. known.Where(item => item.Side != Side.Foreign).SelectMany(item => item.Present)];
        List<Draft> abroad = [.. known.Where(item => item.Side == Side.Foreign).SelectMany(item => item.Present)];
        // Two persons alone met each other, whoever they are.
        return abroad.Count == 0 && home.Count == 2 ? [[home[0]], [home[1]]] : [home, abroad];
    }

    /// <summary>Who stands between two foreigners, and is not marked as ours, is of theirs.</summary>
    private static void Enclose(List<(Draft[] Present, Side Side)> known)
    {
        int last = -1;
        for (int i = 0; i < known.Count; i++)
        {
            if (known[i].Side == Side.Home)
            {
                last = -1;
            }
            else if (known[i].Side == Side.Foreign)
            {
                for (int between = last + 1; last >= 0 && between < i; between++)
                {
                    known[between] = known[between] with { Side = Side.Foreign };
                }

                last = i;
            }
        }
    }

    private static void Meet(CableContext context, List<List<Draft>> sides, Paragraph list, ClaimList claims)
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
                        claims.Add(new ClaimDraft("MET_WITH", one.Entity, other.Entity, list.Span, list.Ordinal, 0.9,
                            "list of participants: two sides")
                        {
                            On = day,
                        });
                    }
                }
            }
        }
    }

    /// <summary>The person of a line, or all that a line lists; an office stands where no person does.</summary>
    private static Draft[] Present(Scan scan, TokenRange line, MentionFinder finder)
    {
        Draft[] persons = [.. scan.Within(line).Where(draft => draft is { Type: EntityType.Person, Entity: >= 0 })];
        bool several = line.Any(token => scan.In(s_several, token) || scan.IsMark(token, ':'));
        return persons.Length > 0 ? several ? persons : persons[..1]
            : [.. finder.Positions.Where(office => office.Segment == scan.Segment && office.Entity >= 0).Take(1)];
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

    /// <summary>A foreign nation's name, unless it is what an officer of ours works on: "Soviet Ambassador", not "Soviet Union Affairs" or "U.S. Ambassador to Spain".</summary>
    private static Side SideOf(Scan line)
    {
        Side side = Side.Unknown;
        for (int i = 0; i < line.Count; i++)
        {
            if (IsNation(line, i, home: true) && !IsFarEnd(line, i))
            {
                return Side.Home;
            }

            if (IsNation(line, i, home: false) && !new TokenRange(i + 1, Math.Min(i + 5, line.Count)).Any(token => line.In(s_desks, token)))
            {
                return Side.Foreign;
            }

            side = line.In(s_desks, i) ? Side.Home : side;
        }

        return side;
    }

    /// <summary>"Ambassador to the US", "Chief of the American Section": where a foreigner serves, or what he works on.</summary>
    private static bool IsFarEnd(Scan line, int nation) =>
        line.Is(nation - 1, "to", "in") || line.Is(nation - 1, "the") && line.Is(nation - 2, "to", "in") || line.In(s_desks, nation + 1);

    private static bool IsNation(Scan line, int token, bool home) =>
        line.Facts.Matches[token] is { } match && (match.Kinds & (EntryKind.Demonym | EntryKind.Country)) != 0
        && home == ((line.Context.Gazetteer.Country(match.Entry.Name) ?? match.Entry).Iso is "US");

    private enum Side
    {
        Unknown,
        Home,
        Foreign,
    }
}
