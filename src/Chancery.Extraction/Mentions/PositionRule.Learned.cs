using Chancery.Extraction.Tagging;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Mentions;

internal static partial class PositionRule
{
    /// <summary>Below this more of them are no offices than are.</summary>
    private const double LeastLearned = 0.5;

    private static readonly WordList s_bodies = new("department departments government governments ministry ministries office offices");

    /// <summary>Offices that no list tells ("senior soil scientist"), read by the tagger where nothing else stands, with their bodies.</summary>
    public static void Learned(Scan scan, List<Draft> positions)
    {
        List<Draft> known = positions.FindAll(position => position.Segment == scan.Segment);
        foreach (TaggedRange tagged in scan.Tagged)
        {
            TokenRange range = Trimmed(scan, tagged.Tokens);
            double confidence = Confidence.OfMargin(tagged.Margin);
            if (tagged.Type != TagType.Position || confidence < LeastLearned || Refused(scan, range) || range.Any(token => scan.At(token) is not null)
                || known.Exists(position => position.Tokens.Start < range.End && range.Start < position.Tokens.End))
            {
                continue;
            }

            var whole = new TokenRange(Math.Min(range.Start, Left(scan, range.Start, codeword: true)), Math.Max(range.End, Right(scan, range.End)));
            positions.Add(New(scan, whole, range.End - 1, range.End, confidence, $"model: position, margin {tagged.Margin:0.0}"));
        }
    }

    private static readonly WordList s_open = new("of for to at in on with by and the a an");

    /// <summary>Without "on the", behind which its body stands.</summary>
    private static TokenRange Trimmed(Scan scan, TokenRange range)
    {
        int end = range.End;
        while (end > range.Start + 1 && scan.In(s_open, end - 1))
        {
            end--;
        }

        return new TokenRange(range.Start, end);
    }

    /// <summary>
    /// Nobody's office ("any deputy minister"), or one of which the rules know every word and had a reason to leave it ("8 PM"), unless
    /// its holder stands beside it.
    /// </summary>
    private static bool Refused(Scan scan, TokenRange range)
    {
        if (scan.In(s_any, range.Start) || scan.In(s_bodies, range.Start) || scan.In(s_whosoever, range.Start - 1))
        {
            return true;
        }

        bool held = scan.StartingAt(range.End) is { Type: EntityType.Person }
            || scan.IsMark(range.Start - 1, ',') && scan.EndingAt(range.Start - 1) is { Type: EntityType.Person };
        return !held && (range.Count == 1 || range.All(token => scan.In(PositionWords.Heads, token) || scan.In(PositionWords.Modifiers, token)));
    }
}
