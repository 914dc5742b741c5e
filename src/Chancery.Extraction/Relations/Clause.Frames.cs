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
