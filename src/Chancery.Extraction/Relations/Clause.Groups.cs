using Chancery.Extraction.Mentions;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Relations;

internal sealed partial class Clause
{
    private List<Draft> GroupBefore(int end)
    {
        var group = new List<Draft>();
        int at = end;
        while (at > Sentence.Start)
        {
            if (s_collectives.Contains(Scan.Tokens[at - 1]) && EndingAt(at - 1) is not null)
            {
                at--;
            }

            if (EndingAt(at) is not { } actor)
            {
                break;
            }

            if (group.Count > 0 && actor.Type == EntityType.Position && group[^1].Type == EntityType.Person
                && Scan.IsMark(group[^1].Tokens.Start - 1, ','))
            {
                break;
            }

            actor = Of(actor) ?? actor;
            group.Add(actor);
            at = Start(actor);
            at = Led(at) ?? at;
            int join = at;
            while (join > Sentence.Start && (Joins(join - 1) || (group.Count > 0 && Scan.IsMark(join - 1, ')'))))
            {
                join = Scan.IsMark(join - 1, ')') ? Bracket(join - 1) : join - 1;
            }

            bool conjoined = join < at && Enumerable.Range(join, at - join)
                .Any(token => Scan.IsMark(token, ',') || Scan.Is(token, "and") || Scan.Is(token, "by"));
            if (!conjoined)
            {
                break;
            }

            at = join;
        }

        group.Reverse();
        return group;
    }

    /// <summary>"Lowell of the Department": the person, where a body or a place stands behind "of" or "from".</summary>
    private Draft? Of(Draft actor)
    {
        int link = actor.Tokens.Start - 1;
        // "Lowell of the Ministry's Trade Division"
        link = Scan.Has(link, TokenShape.Clitic) && EndingAt(link) is { Type: EntityType.Organization } owner ? owner.Tokens.Start - 1 : link;
        link = Scan.Is(link, "the") ? link - 1 : link;
        return actor.Type is EntityType.Organization or EntityType.Place && (Scan.Is(link, "of") || Scan.Is(link, "from"))
            && EndingAt(link) is { Type: EntityType.Person } person ? person : null;
    }

    /// <summary>Where "a delegation led by Brandt", "a team from the Coast Guard under Lowell" begins, when the leader's name does.</summary>
    public int? Led(int leader)
    {
        bool under = Scan.Is(leader - 1, "under");
        if (!under && !(Scan.Is(leader - 1, "by") && s_leading.Contains(TokenAt(leader - 2))))
        {
            return null;
        }

        int at = leader - 2;
        while (at > Sentence.Start && leader - at < 14 && !Bands.Contains(Scan.Tokens[at]) && !Scan.IsMark(at, ';'))
        {
            at--;
        }

        if (!Bands.Contains(TokenAt(at)))
        {
            return null;
        }

        while (at > Sentence.Start && leader - at < 20 && !Joins(at - 1))
        {
            at--;
            if (Scan.Is(at, "a") || Scan.Is(at, "an"))
            {
                break;
            }
        }

        return Scan.Is(at - 1, "the") ? at - 1 : at;
    }

    /// <summary>Those who travel or call together, without a name of their own.</summary>
    public static WordList Bands { get; } = new("delegation group team mission party staffdel codel nodel visitors");

    private static readonly WordList s_leading = new("led headed chaired");

    /// <summary>Where an actor begins with the ranks and the office before its name.</summary>
    public int Start(Draft actor)
    {
        int start = actor.Tokens.Start;
        while (start > Sentence.Start && (Titles.Honorifics.Contains(Scan.Tokens[start - 1]) || Scan.IsMark(start - 1, '.')
            && Titles.Honorifics.Contains(TokenAt(start - 2))))
        {
            start--;
        }

        return _held.Find(position => position.Tokens.End == start) is { } office ? office.Tokens.Start : start;
    }

    /// <summary>The office that stands right before its holder.</summary>
    public Draft? OfficeBefore(Draft person)
    {
        int start = Start(person);
        return _held.Find(position => position.Tokens.Start == start);
    }

    /// <summary>"three inspectors (Peter Brandt, head of the unit; Anna Lowell; …)": who they are.</summary>
    private List<Draft> Bracketed(int open, int close)
    {
        int noun = open - 1;
        bool band = noun >= Sentence.Start && Scan.Has(noun, TokenShape.Word) && !Scan.Has(noun, TokenShape.Capital)
            && (Bands.Contains(Scan.Tokens[noun]) || Scan.Text(noun).EndsWith("s", StringComparison.Ordinal));
        return band ? Actors.FindAll(actor => actor.Type == EntityType.Person && actor.Tokens.Start > open && actor.Tokens.End <= close) : [];
    }

    private static readonly WordList s_turns = new("to on about for with by from over that which who whose where when while after before as if at under against between and or but");

    /// <summary>Where the examples begin in "several stations including Lima and Callao", "groups such as the Harbor Watch".</summary>
    private int? Exemplified(int after)
    {
        for (int at = after; at < Sentence.End && at - after < 8; at++)
        {
            bool such = Scan.Is(at, "such") && Scan.Is(at + 1, "as");
            if (such || Scan.Is(at, "including"))
            {
                int noun = Scan.IsMark(at - 1, ',') ? at - 2 : at - 1;
                noun = Scan.IsMark(noun, ')') ? Bracket(noun) - 1 : noun;
                return noun >= after && Scan.Has(noun, TokenShape.Word) && Scan.Text(noun).EndsWith("s", StringComparison.Ordinal) ? such ? at + 2 : at + 1 : null;
            }

            if (Scan.In(s_turns, at) || Scan.Has(at, TokenShape.Punctuation) && !Scan.IsMark(at, ',') && !Scan.IsMark(at, '(') && !Scan.IsMark(at, ')') && !Scan.IsMark(at, '-'))
            {
                return null;
            }
        }

        return null;
    }

    private int Bracket(int close)
    {
        int at = close;
        while (at > Sentence.Start && !Scan.IsMark(at, '('))
        {
            at--;
        }

        return at;
    }

    private bool Joins(int token) => Scan.IsMark(token, ',') || Scan.Is(token, "and") || Scan.Is(token, "the") || Scan.Is(token, "accompanied")
        || Scan.Is(token, "by") || Scan.Is(token, "visiting") && Scan.Is(token - 1, "and")
        || Titles.Honorifics.Contains(Scan.Tokens[token]) || Scan.IsMark(token, '.') && Titles.Honorifics.Contains(TokenAt(token - 1));

    private bool Held(Draft position)
    {
        int next = position.Tokens.End;
        while (Scan.In(Titles.Honorifics, next) || Scan.IsMark(next, '.') && Scan.In(Titles.Honorifics, next - 1))
        {
            next++;
        }

        return Scan.StartingAt(next) is { Type: EntityType.Person }
            || (Scan.IsMark(position.Tokens.Start - 1, '(') && Scan.IsMark(position.Tokens.End, ')'));
    }
}
