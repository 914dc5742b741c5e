using Chancery.Extraction.Mentions;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Relations;

internal sealed partial class EventClaims
{
    /// <summary>"talks between Brandt and Lowell", "the meeting of Brandt and Lowell".</summary>
    private bool Between(Clause clause, int noun)
    {
        Scan scan = clause.Scan;
        for (int at = noun + 1; at < Math.Min(clause.Sentence.End, noun + 6); at++)
        {
            if (scan.Is(at, "between") || (scan.Is(at, "of") && at == noun + 1))
            {
                List<Draft> parties = Enumerated(clause, [.. clause.Objects(at + 1).TakeWhile(CanMeet)]);
                if (parties.Count < 2)
                {
                    return scan.Is(at, "between");
                }

                Everyone(clause, noun, parties, 0.8);
                return true;
            }
        }

        return false;
    }

    /// <summary>"Brandt, Lowell and Kovacs, the Ministry": who comes behind the last "and" is none of them.</summary>
    private static List<Draft> Enumerated(Clause clause, List<Draft> group)
    {
        int last = group.FindLastIndex(actor => And(clause, actor));
        return last > 0 ? group[..(last + 1)] : group;
    }

    /// <summary>"Brandt and Lowell met in Lima", "Brandt and Lowell had a long exchange of views".</summary>
    private void Together(Clause clause, int verb, List<Draft> subjects, bool noun)
    {
        List<Draft> parties = subjects;
        if (noun)
        {
            int had = verb;
            while (had > clause.Sentence.Start && verb - had < 5
                && !(clause.Scan.Is(had, "had") || clause.Scan.Is(had, "held") || clause.Scan.Is(had, "hold")))
            {
                had--;
            }

            if (!(clause.Scan.Is(had, "had") || clause.Scan.Is(had, "held") || clause.Scan.Is(had, "hold")))
            {
                return;
            }

            parties = clause.Subjects(had);
        }
        else if (!(clause.Scan.Is(verb, "met") || clause.Scan.Is(verb, "meet") || clause.Scan.Is(verb, "conferred")
            || clause.Scan.Is(verb, "talked") || clause.Scan.Is(verb, "discussed")))
        {
            return;
        }

        if (parties.Count >= 2 && parties.TrueForAll(CanMeet))
        {
            Everyone(clause, verb, parties, 0.75);
        }
    }

    private void Everyone(Clause clause, int verb, List<Draft> parties, double confidence)
    {
        (Polarity, Modality) mood = verb < parties[0].Tokens.Start || clause.Scan.In(s_nouns, verb)
            ? Modals.Of(clause, Math.Max(clause.Sentence.Start, Math.Min(verb, parties[0].Tokens.Start) - 8),
                Math.Max(verb, parties[0].Tokens.Start), 20)
            : Mood(clause, parties, verb);
        if (Modals.Wished(clause, Math.Max(clause.Sentence.Start, Math.Min(verb, parties[0].Tokens.Start) - 8),
            Math.Min(verb, parties[0].Tokens.Start)))
        {
            mood = (mood.Item1, Modality.Conditional);
        }

        if (Undone(clause, verb, mood.Item2 == Modality.Planned))
        {
            mood = (Polarity.Denied, mood.Item2);
        }

        for (int i = 0; i < parties.Count; i++)
        {
            State(clause, "MET_WITH", verb, [parties[i]], parties[(i + 1)..], mood, confidence, $"\"{clause.Scan.Text(verb)}\" of several parties");
        }

        Remember(clause, verb, [parties[0]], parties[1..], mood);
    }

    /// <summary>"the Brandt-Lowell talks".</summary>
    private void Pairs(Clause clause)
    {
        Scan scan = clause.Scan;
        foreach (Draft partner in clause.Actors)
        {
            if (partner.Tokens.Start - clause.Sentence.Start <= 2 || scan.In(s_writers, partner.Tokens.Start - 1))
            {
                Adjunct(clause, partner);
            }
        }

        for (int i = 0; i + 1 < clause.Actors.Count; i++)
        {
            Draft first = clause.Actors[i];
            Draft second = clause.Actors[i + 1];
            bool joined = second.Tokens.Start == first.Tokens.End + 1
                && (scan.IsMark(first.Tokens.End, '-') || scan.IsMark(first.Tokens.End, '–') || scan.IsMark(first.Tokens.End, '/'));
            if (joined && !Notes(scan, second.Tokens.End) && IsSomebody(first) && IsSomebody(second) && scan.In(s_nouns, second.Tokens.End)
                && !scan.In(s_spans, second.Tokens.End))
            {
                Everyone(clause, second.Tokens.End, [first, second], 0.75);
            }
        }
    }
}
