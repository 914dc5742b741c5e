namespace Chancery.Extraction.Relations;

/// <summary>
/// What a rule's claims proved to be worth: the share that was right among claims read by hand in telegrams on which no rule was developed and
/// in news, drawn towards the mean of all rules where few were read. A rule that was not read keeps the confidence it was given.
/// </summary>
internal static class Calibration
{
    /// <summary>The share of all claims read that was right, and how many claims it weighs.</summary>
    private const double Mean = 0.8;

    private const double Weight = 4;

    private static readonly Dictionary<(string Type, string Rule), (int Right, int Read)> s_read = new()
    {
        [("HOLDS", "office before the name")] = (43, 48),
        [("HOLDS", "office in apposition after the name")] = (26, 26),
        [("HOLDS", "name in apposition after the office")] = (22, 28),
        [("HOLDS", "the name is said to be in the office")] = (14, 16),
        [("HOLDS", "the only name is said to be in the office")] = (11, 16),
        [("HOLDS", "he or she is said to be in the office")] = (2, 3),
        [("POSITION_IN", "the position's own words")] = (33, 41),
        [("POSITION_IN", "the nation in the position's words")] = (40, 40),
        [("POSITION_IN", "the possessive before it")] = (16, 16),
        [("POSITION_IN", "staff of the sending post")] = (9, 14),
        [("POSITION_IN", "behind its holder's name")] = (19, 21),
        [("PART_OF", " between two bodies")] = (15, 21),
        [("PART_OF", "the body's acronym begins the name")] = (27, 27),
        [("PART_OF", "the body's name begins the name")] = (11, 11),
        [("PART_OF", "described as a unit of the other")] = (4, 4),
        [("PART_OF", "a body's name right behind the other's")] = (8, 8),
        [("MEMBER_OF", "")] = (17, 20),
        [("MEMBER_OF", "a body in brackets after the name")] = (16, 21),
        [("MEMBER_OF", "a person  a body")] = (33, 38),
        [("MEMBER_OF", "named as members of the body")] = (13, 13),
        [("MEMBER_OF", "a body's man")] = (12, 12),
        [("MEMBER_OF", "one of the body's staff, named")] = (5, 5),
        [("MEMBER_OF", "leads the body")] = (4, 4),
        [("MEMBER_OF", " to a seat of the body")] = (8, 8),
        [("LOCATED_IN", "a body  a place")] = (22, 27),
        [("LOCATED_IN", " before a body")] = (11, 11),
        [("LOCATED_IN", "the city in the mission's name")] = (17, 17),
        [("HOLDS", "name in brackets after the office")] = (20, 20),
        [("HOLDS", "predecessor or successor in the office")] = (5, 5),
        [("POSITION_IN", " refers to")] = (8, 11),
        [("POSITION_IN", "in brackets behind its holder's name")] = (9, 11),
        [("POSITION_IN", "the ministry named before")] = (5, 8),
        [("PART_OF", "a body's body")] = (9, 12),
        [("PART_OF", "its whole behind it in a list")] = (11, 12),
        [("MEMBER_OF", "the body behind a name in a list")] = (18, 20),
        [("MEMBER_OF", "named in a list behind the body")] = (10, 11),
        [("LOCATED_IN", "a body's letters  a city")] = (12, 15),
        [("MET_WITH", " between two parties")] = (47, 54),
        [("TRAVELED_TO", " toward a place or body")] = (36, 44),
        [("COOPERATES_WITH", " between two bodies")] = (3, 6),
    };

    public static double Of(ClaimDraft claim) =>
        !claim.Inferred && s_read.TryGetValue((claim.Type, Class(claim.Rule)), out (int Right, int Read) found)
            ? (found.Right + (Weight * Mean)) / (found.Read + Weight)
            : claim.Confidence;

    /// <summary>A rule without the words of the text that triggered it: what stands in quotes, and what follows a colon.</summary>
    private static string Class(string rule)
    {
        Span<char> buffer = rule.Length <= 256 ? stackalloc char[rule.Length] : new char[rule.Length];
        int length = 0;
        bool quoted = false;
        foreach (char c in rule)
        {
            if (c == ':' && !quoted)
            {
                break;
            }

            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted)
            {
                buffer[length++] = c;
            }
        }

        return new string(buffer[..length]);
    }
}
