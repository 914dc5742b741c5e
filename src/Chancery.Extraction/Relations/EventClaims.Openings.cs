using Chancery.Extraction.Mentions;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Relations;

internal sealed partial class EventClaims
{
    private static readonly WordList s_talks = new(
        """
        conversation conversations discussion discussions talk talks interview meeting audience lunch luncheon dinner breakfast
        """);
    private static readonly WordList s_qualities = new(
        """
        a an my our long lengthy brief short frank friendly but and private informal very personal further second first last final recent
        subsequent separate general cordial hour hours course amicable preliminary initial exploratory confidential
        """);

    private static readonly WordList s_opens = new("in during at over");

    private static readonly WordList s_writers = new("I we me us my our");

    /// <summary>
    /// "In frank talk today Brandt said", "During a long conversation with Brandt we learned", "In conversation with Brandt, Lowell said": who
    /// opens a sentence as partner of a talk met the one who goes on to speak; in telegrams without either it is the writer.
    /// </summary>
    private void Opening(Clause clause)
    {
        Scan scan = clause.Scan;
        int noun = clause.Sentence.Start;
        if (scan.Segment.Kind != SegmentKind.Body || !scan.In(s_opens, noun))
        {
            return;
        }

        // "At lunch today", but neither "At conversation" nor "After talks", which may be anybody's.
        bool seated = !(scan.Is(noun, "in") || scan.Is(noun, "during"));
        noun++;
        while (noun - clause.Sentence.Start < 7 && (scan.In(s_qualities, noun) || scan.IsMark(noun, ',')))
        {
            noun++;
        }

        if (!scan.In(s_talks, noun) || seated && !scan.In(s_meals, noun) && !scan.Is(noun, "meeting"))
        {
            return;
        }

        int at = Later(scan, noun + 1);
        if (!scan.Is(at, "with"))
        {
            bool telegraphic = scan.In(s_talks, noun) && !Enumerable.Range(clause.Sentence.Start, noun - clause.Sentence.Start)
                .Any(token => scan.Is(token, "a") || scan.Is(token, "an") || scan.Is(token, "our"));
            if (telegraphic && clause.Writer is { } author && clause.Objects(at) is [{ Type: EntityType.Person or EntityType.Position } speaker]
                && !scan.Has(speaker.Tokens.End, TokenShape.Clitic)
                // "Over lunch Brandt told Poloff": not the writer.
                && (Telegraphic || !clause.Actors.Exists(actor => IsSomebody(actor) && actor.Tokens.Start > speaker.Tokens.End)))
            {
                Meeting(clause, noun, [author], [speaker], 0.7);
            }

            return;
        }

        List<Draft> partners = [.. clause.Objects(at + 1).TakeWhile(target => target.Type is EntityType.Person or EntityType.Position)];
        if (partners.Count > 0 && Speaker(clause, partners) is { } other)
        {
            Meeting(clause, noun, [other], partners, 0.75);
        }
    }

    /// <summary>Who acts in the main clause: the name right behind the opening, or the writer.</summary>
    private static Draft? Speaker(Clause clause, List<Draft> partners)
    {
        Scan scan = clause.Scan;
        int at = Later(scan, partners[0] == clause.Writer ? After(scan, "me", clause.Sentence) : partners[^1].Tokens.End);
        at = scan.IsMark(at, ',') ? at + 1 : at;
        return scan.In(s_writers, at) ? clause.Writer : clause.Objects(at) is [{ Type: EntityType.Person or EntityType.Position } actor, ..]
            ? actor : null;
    }

    private static int After(Scan scan, string word, TokenRange sentence) =>
        Enumerable.Range(sentence.Start, sentence.Count).FirstOrDefault(token => scan.Is(token, word), sentence.End) + 1;

    /// <summary>The token behind words of time.</summary>
    private static int Later(Scan scan, int at)
    {
        while (scan.In(s_between, at) && !scan.Is(at, "by") && !scan.Is(at, "from") || scan.Is(at, "this") || scan.In(Dates.Months, at)
            || scan.Has(at, TokenShape.Number) || scan.In(Dates.Months, at - 1) && scan.IsMark(at, '.'))
        {
            at++;
        }

        return at;
    }

    /// <summary>"will meet Brandt in Lima on May 4": who meets somebody in a city that is not the sender's has gone there.</summary>
    private void Abroad(Clause clause, int verb, List<Draft> subjects, List<Draft> objects)
    {
        Scan scan = clause.Scan;
        int end = objects[^1].Tokens.End;
        if (NamedHere(clause, objects[^1]) && scan.Is(end, "in") && clause.StartingAt(end + 1) is { Type: EntityType.Place } place
            && !IsHome(place) && !Within(place)
            && (scan.In(Dates.Months, place.Tokens.End) || scan.Is(place.Tokens.End, "on") || scan.IsMark(place.Tokens.End, '.')
            || scan.IsMark(place.Tokens.End, ',') || scan.In(s_between, place.Tokens.End)
                || scan.Is(place.Tokens.End, "after", "before", "during", "to")))
        {
            Journey(clause, verb, [.. subjects.Where(subject => subject.Type is EntityType.Person or EntityType.Position)], [place], 0.6);
        }
    }
}
