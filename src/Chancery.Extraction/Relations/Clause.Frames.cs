using Chancery.Extraction.Mentions;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Relations;

/// <summary>What may stand between a name and its verb, and between a verb and a name.</summary>
internal sealed partial class Clause
{
    /// <summary>"Brandt -- speaking in English -- told": where the insertion that ends with this dash begins.</summary>
    private int? Opening(int close)
    {
        if (!IsDash(close))
        {
            return null;
        }

        int at = Scan.IsMark(close - 1, '-') ? close - 2 : close - 1;
        while (at > Sentence.Start && close - at < 24 && !IsDash(at))
        {
            at--;
        }

        return !IsDash(at) ? null : Scan.IsMark(at - 1, '-') ? at - 1 : at;
    }

    /// <summary>"Peru's Fish Board", "the Lima-based Fish Board": from the place on to the body.</summary>
    private int Owned(int at)
    {
        if (StartingAt(at) is not { Type: EntityType.Place } place)
        {
            return at;
        }

        int end = place.Tokens.End;
        int next = Scan.Has(end, TokenShape.Clitic) ? end + 1 : Scan.IsMark(end, '-') && Scan.Is(end + 1, "based") ? end + 2 : end;
        return next > end && StartingAt(next) is not null ? next : at;
    }

    private static readonly WordList s_roles = new(
        """
        head chief director leader chairman chairwoman chair president manager secretary minister officer official coordinator commander
        governor mayor
        spokesman spokeswoman spokesperson representative rector dean editor founder owner adviser advisor deputy assistant member counselor attache
        """);

    /// <summary>"the head of the fish office at the Ministry, Brandt": a person behind an office that stands in small letters.</summary>
    private Draft? Titled(int after, int at)
    {
        if (!s_roles.Contains(TokenAt(at)) || at - after > 4)
        {
            return null;
        }

        for (int comma = at + 1; comma < Math.Min(Sentence.End, at + 18); comma++)
        {
            if (Scan.IsMark(comma, ','))
            {
                while (Scan.In(Titles.Honorifics, comma + 1) || Scan.Text(comma + 1) is "M" && Scan.IsMark(comma + 2, '.')
                    || Scan.IsMark(comma + 1, '.') && comma > at)
                {
                    comma++;
                }

                return StartingAt(comma + 1) is { Type: EntityType.Person } person && !Scan.Is(person.Tokens.End, "told", "said") ? person : null;
            }

            if (Modals.Auxiliaries.Contains(Scan.Tokens[comma]) || Scan.Has(comma, TokenShape.Punctuation) && !Scan.IsMark(comma, '(')
                && !Scan.IsMark(comma, ')') && !Scan.IsMark(comma, '-') || StartingAt(comma) is { Type: EntityType.Person })
            {
                return null;
            }
        }

        return null;
    }

    private static readonly WordList s_intents = new(
        """
        intention intentions readiness willingness desire decision plan plans wish hope hopes intent determination
        """);

    private static readonly WordList s_one = new("a an the his her their its our two three four five six several some other another");

    /// <summary>"Brandt, Lowell and two aides flew": those named of a list that ends with somebody unnamed.</summary>
    private List<Draft> Unnamed(int verb)
    {
        int and = verb - 1;
        while (and > Sentence.Start && verb - and < 9 && !Scan.Is(and, "and") && Scan.Has(and, TokenShape.Word)
            && !(StartingAt(and) is { Type: EntityType.Person or EntityType.Position or EntityType.Place }))
        {
            and--;
        }

        bool fits = Scan.Is(and, "and") && verb - and is > 2 and < 9 && s_one.Contains(TokenAt(and + 1))
            && !new TokenRange(and + 1, verb).Any(token => Scan.Text(token).EndsWith("ed", StringComparison.OrdinalIgnoreCase)
                || s_prepositions.Contains(Scan.Tokens[token]) || Modals.Any.Contains(Scan.Tokens[token]));
        int end = Scan.IsMark(and - 1, ',') ? and - 1 : and;
        if (fits && Scan.Is(end - 1, "he", "she"))
        {
            return Meant(end - 1) is { } meant ? [meant] : [];
        }

        return fits && EndingAt(end) is { Type: EntityType.Person or EntityType.Position } last && !s_prepositions.Contains(TokenAt(Start(last) - 1))
            ? GroupBefore(end) : [];
    }

    /// <summary>Who acts, and where nobody stands before the verb but "and", a comma or an auxiliary behind them, who acted last.</summary>
    public List<Draft> Chained(int verb)
    {
        List<Draft> subjects = Subjects(verb);
        int at = verb - 1;
        while (at > Sentence.Start && (Modals.Auxiliaries.Contains(Scan.Tokens[at]) || Scan.Is(at, "also", "then", "later")))
        {
            at--;
        }

        if (subjects.Count > 0 || !(Scan.Is(at, "and") || Scan.IsMark(at, ',')))
        {
            return subjects;
        }

        for (int before = at - 1; before > Sentence.Start && at - before < 24; before--)
        {
            bool acts = Scan.Text(before).EndsWith("ed", StringComparison.OrdinalIgnoreCase) || Modals.Auxiliaries.Contains(Scan.Tokens[before])
                || Scan.Is(before, "met", "held", "has", "have", "gave", "made", "took", "is");
            if (acts && Subjects(before) is { Count: > 0 } earlier)
            {
                return s_prepositions.Contains(TokenAt(Start(earlier[0]) - 1)) ? [] : earlier;
            }
        }

        return [];
    }

    private bool IsDash(int at) => Scan.Is(at, "--") || Scan.IsMark(at, '—') || Scan.IsMark(at, '-') && Scan.IsMark(at - 1, '-');

    /// <summary>"Brandt of the fish office told": a person with whom a part begins, whose body no list knows.</summary>
    private Draft? Postmodified(int verb)
    {
        Draft? person = Actors.FindLast(actor => actor.Tokens.End < verb && verb - actor.Tokens.End <= 8);
        return person is { Type: EntityType.Person } && Scan.Is(person.Tokens.End, "of", "from")
            && (Start(person) - Sentence.Start <= 1 || Scan.Is(Start(person) - 1, "that") || Scan.IsMark(Start(person) - 1, ','))
            && new TokenRange(person.Tokens.End, verb).All(token => !Scan.Has(token, TokenShape.Punctuation)
                && !Modals.Any.Contains(Scan.Tokens[token]))
            && !new TokenRange(person.Tokens.End, verb).Any(token => Modals.Auxiliaries.Contains(Scan.Tokens[token])
                || Scan.Text(token).EndsWith("ed", StringComparison.OrdinalIgnoreCase)) ? person : null;
    }
}
