using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Mentions;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Relations;

/// <summary>Holders that stand beside an office in other ways than right behind it: in lists, behind its body, in brackets, as a second title.</summary>
internal sealed partial class OfficeClaims
{
    /// <summary>Offices by where they begin.</summary>
    private readonly Dictionary<(Segment, int), Draft> _starts = [];

    /// <summary>"- Minister of Fisheries: Peter Brandt, 40", a line of a list; a transcript's "President: Mr. Brandt" is none.</summary>
    private (Draft?, double, string)? Lined(Scan scan, Draft position)
    {
        int colon = position.Tokens.End;
        if (!scan.IsMark(colon, ':') || scan.StartingAt(SkipRanks(scan, colon + 1)) is not { Type: EntityType.Person } holder)
        {
            return null;
        }

        int before = position.Tokens.Start - 1;
        bool begins = before < scan.Segment.SentenceOf(position.Tokens.Start).Start
            || !scan.Has(before, TokenShape.Word) && !scan.Has(before, TokenShape.Clitic) && !scan.IsMark(before, ',')
            || scan.Is(before, "and") && _ends.Contains((scan.Segment, before));
        bool spoken = position.Tokens.Count == 1 && scan.In(s_civil, colon + 1);
        return begins && !spoken && Stops(scan, holder.Tokens.End) ? (holder, 0.9, "an office and its holder in a list") : null;
    }

    private static bool Stops(Scan scan, int end) =>
        end >= scan.Count || scan.IsMark(end, ',') || scan.IsMark(end, '(') || scan.IsMark(end, ';') || scan.IsMark(end, '.');

    private static readonly WordList s_whereOf = new("of at in within for");

    /// <summary>Past "at the Norwegian Ministry of Fisheries (MF)" behind an office, where a comma follows; else where it was.</summary>
    private static int Beyond(Scan scan, int next)
    {
        int end = next;
        for (int links = 0; links < 2 && scan.In(s_whereOf, end); links++)
        {
            int name = scan.Is(end + 1, "the") ? end + 2 : end + 1;
            name = scan.At(name) is null && PositionRule.IsNation(scan, name) ? name + 1 : name;
            if (scan.StartingAt(name) is not { Type: EntityType.Organization or EntityType.Post or EntityType.Place } body)
            {
                return next;
            }

            end = body.Tokens.End;
            end = scan.IsMark(end, '(') && scan.StartingAt(end + 1) is { } letters && scan.IsMark(letters.Tokens.End, ')') ? letters.Tokens.End + 1 : end;
        }

        return end > next && scan.IsMark(end, ',') ? end : next;
    }

    /// <summary>"the Special Coordinator (Norwegian diplomat Peter Brandt)": small words and a nation before the name.</summary>
    private static Draft? Bracketed(Scan scan, int open)
    {
        int name = open + 1;
        while (name - open <= 4 && scan.StartingAt(name) is null && scan.Has(name, TokenShape.Word)
            && (!scan.Has(name, TokenShape.Capital) || PositionRule.IsNation(scan, name) || scan.In(Titles.Honorifics, name)) || scan.IsMark(name, '.'))
        {
            name++;
        }

        return scan.IsMark(open, '(') && scan.StartingAt(name) is { Type: EntityType.Person } named
            && (scan.IsMark(named.Tokens.End, ')') || scan.IsMark(named.Tokens.End, ',')) ? named : null;
    }

    /// <summary>"The head of the Harbor Department, Assistant Commissioner Peter Brandt, said": an office in apposition to another, and its holder.</summary>
    private Draft? Titled(Scan scan, Draft position, int comma)
    {
        int other = scan.Is(comma + 1, "caretaker", "acting", "interim", "former", "retired") ? comma + 2 : comma + 1;
        if (!scan.IsMark(comma, ',') || position.Bodies.Count == 0 && offices.BodiesOf(position).Count == 0
            || !scan.In(s_articles, position.Tokens.Start - 1) || !_starts.TryGetValue((scan.Segment, other), out Draft? second)
            || scan.StartingAt(SkipRanks(scan, second.Tokens.End)) is not { Type: EntityType.Person } holder)
        {
            return null;
        }

        int end = holder.Tokens.End;
        int next = end + 1;
        bool alone = scan.IsMark(end, '.') || scan.IsMark(end, ',') && !scan.Is(next, "and", "or") && !scan.Has(next, TokenShape.Capital)
            && !scan.Is(next, "the", "his", "its");
        int before = scan.Is(position.Tokens.Start - 1, "the") ? position.Tokens.Start - 2 : position.Tokens.Start - 1;
        return alone && !scan.IsMark(before, ',') && !scan.Is(before, "and") ? holder : null;
    }

    private static readonly WordList s_heading = new("chairman chairwoman president chief director ceo manager founder");
    private static readonly WordList s_running = new("director ceo manager founder executive");
    private static readonly WordList s_ministers = new("minister premier");

    /// <summary>"Chairman and Managing Director Brandt", "Deputy Prime Minister and Minister of Fisheries: Brandt": two offices of one person.</summary>
    private (Draft?, double, string)? Doubled(Scan scan, Draft position)
    {
        int and = position.Tokens.End;
        if (!scan.Is(and, "and") || !_starts.TryGetValue((scan.Segment, and + 1), out Draft? second))
        {
            return null;
        }

        bool alike = Any(scan, position, s_heading) && Any(scan, second, s_heading) && (Any(scan, position, s_running) || Any(scan, second, s_running)) || Any(scan, position, s_ministers) && Any(scan, second, s_ministers)
            && (second.Properties.ContainsKey("nation") ? false : scan.Is(position.Tokens.Start, "deputy", "first", "vice", "minister"));
        return !alike ? null : Lined(scan, second) is { } listed ? listed
            : scan.StartingAt(SkipRanks(scan, second.Tokens.End)) is { Type: EntityType.Person } holder ? (holder, 0.8, "the first of two offices of the name") : null;
    }

    /// <summary>Past "the 50-year-old", "a 50-year-old".</summary>
    private static int Aged(Scan scan, int at)
    {
        int age = scan.Is(at, "the", "a", "an") ? at + 1 : at;
        int end = age;
        while (end - age < 5 && (scan.IsMark(end, '-') || end > age && scan.Is(end, "year", "old") || scan.Has(end, TokenShape.Number)
            || scan.Text(end).EndsWith("-old", StringComparison.Ordinal)))
        {
            end++;
        }

        return end > age ? end : at;
    }

    private static bool Any(Scan scan, Draft position, WordList heads) => position.Tokens.Any(token => scan.In(heads, token));

    /// <summary>"As Foreign Minister, Brandt has"; what he did as such before is told with "had" and "was".</summary>
    private static Draft? Capacity(Scan scan, Draft position)
    {
        int comma = position.Tokens.End;
        int link = position.Tokens.Start - 1;
        int before = scan.Is(link, "becoming") && scan.Is(link - 1, "on", "upon") ? link - 2 : link - 1;
        bool opens = (scan.Is(link, "as") || before == link - 2)
            && (before < scan.Segment.SentenceOf(link).Start || !scan.Has(before, TokenShape.Word) || scan.Is(before, "however"));
        return opens && scan.IsMark(comma, ',') && scan.StartingAt(SkipRanks(scan, comma + 1)) is { Type: EntityType.Person } holder
            && !scan.Is(holder.Tokens.End, "had", "was", "would") ? holder : null;
    }

    /// <summary>"Brandt, a retired colonel and brother of the Governor, is the Secretary": who begins the sentence before the first comma.</summary>
    private static Draft? Interrupted(Scan scan, TokenRange sentence, int comma) =>
        scan.IsMark(comma, ',') && scan.Within(sentence).FirstOrDefault(draft => draft.Type == EntityType.Person) is { } first
            && Enumerable.Range(sentence.Start, Math.Max(0, first.Tokens.Start - sentence.Start)).All(token => scan.In(Titles.Honorifics, token)
                || !scan.Has(token, TokenShape.Word) || scan.Tokens[token].Length <= 3 && scan.IsMark(token - 1, '(') && scan.IsMark(token + 1, ')'))
            && scan.IsMark(first.Tokens.End, ',') && first.Tokens.End < comma ? first : null;
}
