using Chancery.Extraction.Mentions;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Relations;

internal sealed partial class EventClaims
{
    private static readonly WordList s_talking = new("talk talked talks spoke speak speaks spoken");
    private static readonly WordList s_replies = new("replied answered asked responded countered retorted inquired enquired interjected rejoined");
    private static readonly WordList s_opened = new("opened opening began ended closed concluded terminated started");
    private static readonly WordList s_this = new(
        """
        our the this entire whole long two hour two-hour three-hour today yesterday morning evening s course conversation close end conclusion
        beginning outset of
        """);

    /// <summary>Who spoke, by sentence, in talks of which the telegram tells as if its writer had not been there.</summary>
    private readonly List<(Draft Speaker, Clause Clause, int Verb, int Sentence)> _turns = [];

    private void Alternate(Clause clause, int verb, Draft speaker) => _turns.Add((speaker, clause, verb, _sentence));

    /// <summary>"The Minister said … Brandt replied … The Minister asked": two who alone speak, in turn, have met.</summary>
    private void Turns(Func<int, int, bool> same)
    {
        if (_turns.Count < 2 || _turns.Find(turn => !same(turn.Speaker.Entity, _turns[0].Speaker.Entity)) is not { Speaker: { } second }
            || _turns.Exists(turn => !same(turn.Speaker.Entity, _turns[0].Speaker.Entity) && !same(turn.Speaker.Entity, second.Entity)))
        {
            return;
        }

        int changes = 0;
        for (int i = 1; i < _turns.Count; i++)
        {
            var (speaker, clause, verb, sentence) = _turns[i];
            bool changed = !same(speaker.Entity, _turns[i - 1].Speaker.Entity) && sentence - _turns[i - 1].Sentence <= 2;
            changes += changed ? 1 : 0;
            if (changed && (changes > 2 || clause.Scan.In(s_replies, verb)))
            {
                State(clause, "MET_WITH", verb, [_turns[i - 1].Speaker], [speaker], (Polarity.Asserted, Modality.Actual), 0.7,
                    $"\"{clause.Scan.Text(verb)}\" in turn");
                return;
            }
        }
    }

    /// <summary>"talked on this subject to Brandt": the preposition behind a short matter.</summary>
    private static int? Addressed(Clause clause, int verb)
    {
        Scan scan = clause.Scan;
        for (int at = verb + 1; at < Math.Min(clause.Sentence.End, verb + 6) && scan.Has(at, TokenShape.Word) && clause.StartingAt(at) is null; at++)
        {
            if ((scan.Is(at, "to") || scan.Is(at, "with")) && clause.StartingAt(at + 1) is { } whom && IsSomebody(whom))
            {
                return at;
            }
        }

        return null;
    }

    /// <summary>"Brandt, with whom I talked", "the Minister, whom I saw yesterday".</summary>
    private void Whom(Clause clause, int whom)
    {
        Scan scan = clause.Scan;
        int before = scan.Is(whom - 1, "with") || scan.Is(whom - 1, "to") ? whom - 1 : whom;
        before = scan.IsMark(before - 1, ',') || scan.IsMark(before - 1, '(') ? before - 1 : before;
        if (clause.EndingAt(before) is not { } met || !IsSomebody(met))
        {
            return;
        }

        for (int verb = whom + 1; verb < Math.Min(clause.Sentence.End, whom + 8) && !scan.IsMark(verb, ','); verb++)
        {
            if (scan.In(s_talking, verb) || scan.Is(verb, "met") || scan.Is(verb, "saw") || scan.Is(verb, "seen") || scan.Is(verb, "discussed")
                || scan.In(s_shares, verb) || scan.In(s_bareShares, verb) || scan.Is(verb, "received") || scan.Is(verb, "hosted"))
            {
                Meeting(clause, verb, [.. Subjects(clause, verb).Where(subject => IsParty(subject) && subject != met)], [met], 0.75);
                return;
            }
        }
    }

    /// <summary>"Secretary", "Ambassador": who is called so without a name is the writer or his own side.</summary>
    private static bool Colleague(Draft speaker) => speaker.Type == EntityType.Position && s_own.Contains(speaker.Surface);

    private static readonly WordList s_own = new("Secretary Ambassador Amb Charge Chargé DCM Counselor Consul Minister-Counselor POLAD USRep");

    /// <summary>"Brandt opened conversation by saying", "Brandt said during our talk": with whom, if not with the writer of the telegram.</summary>
    private void During(Clause clause, int noun)
    {
        Scan scan = clause.Scan;
        if (!Telegraphic || scan.Segment.Kind != SegmentKind.Body || !(scan.In(s_talks, noun) || scan.In(s_meals, noun))
            || clause.Writer is not { } writer || Having(clause, noun) is not null)
        {
            return;
        }

        int at = noun - 1;
        while (at > clause.Sentence.Start && noun - at < 7 && scan.In(s_this, at))
        {
            at--;
        }

        List<Draft> speakers = [];
        int verb = at;
        if (scan.In(s_opened, at))
        {
            speakers = clause.Subjects(at);
        }
        else if (scan.In(s_occasions, at) && !scan.Is(at, "from") && !scan.Is(at, "before"))
        {
            int said = Enumerable.Range(clause.Sentence.Start, clause.Sentence.Count)
                .FirstOrDefault(token => scan.In(s_spoken, token) || scan.In(s_tells, token), -1);
            speakers = said < 0 ? [] : clause.Subjects(said);
            verb = said;
        }

        if (speakers is [var speaker] && IsSomebody(speaker) && speaker.Entity != writer.Entity && !Colleague(speaker)
            && speaker.Segment == scan.Segment && !scan.Has(speaker.Tokens.End, TokenShape.Clitic))
        {
            (Polarity, Modality) mood = Mood(clause, [speaker], verb);
            State(clause, "MET_WITH", noun, [writer], [speaker], mood, 0.7, $"\"{scan.Text(noun)}\" between two parties");
            Remember(clause, noun, [writer], [speaker], mood);
        }
    }

    /// <summary>"Brandt conversation—fish", "my Brandt talk".</summary>
    private void Adjunct(Clause clause, Draft partner)
    {
        int noun = partner.Tokens.End;
        if (Telegraphic && clause.Writer is { } writer && IsSomebody(partner) && clause.Scan.In(s_talks, noun)
            && clause.Scan.Segment.Kind == SegmentKind.Body && !clause.Scan.Is(noun + 1, "with"))
        {
            Meeting(clause, noun, [writer], [partner], 0.7);
        }
    }
}
