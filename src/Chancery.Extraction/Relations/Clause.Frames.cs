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
        head chief director leader chairman chairwoman chair president manager secretary minister officer official coordinator commander governor mayor
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

    private bool IsDash(int at) => Scan.Is(at, "--") || Scan.IsMark(at, '—') || Scan.IsMark(at, '-') && Scan.IsMark(at - 1, '-');

    /// <summary>"Brandt of the fish office told": a person with whom a part begins, whose body no list knows.</summary>
    private Draft? Postmodified(int verb)
    {
        Draft? person = Actors.FindLast(actor => actor.Tokens.End < verb && verb - actor.Tokens.End <= 8);
        return person is { Type: EntityType.Person } && Scan.Is(person.Tokens.End, "of", "from")
            && (Start(person) - Sentence.Start <= 1 || Scan.Is(Start(person) - 1, "that") || Scan.IsMark(Start(person) - 1, ','))
            && new TokenRange(person.Tokens.End, verb).All(token => !Scan.Has(token, TokenShape.Punctuation) && !Modals.Any.Contains(Scan.Tokens[token]))
            && !new TokenRange(person.Tokens.End, verb).Any(token => Modals.Auxiliaries.Contains(Scan.Tokens[token])
                || Scan.Text(token).EndsWith("ed", StringComparison.OrdinalIgnoreCase)) ? person : null;
    }
}
