using Chancery.Extraction.Mentions;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Relations;

internal sealed partial class EventClaims
{
    private static readonly WordList s_spoken = new(
        """
        said replied answered asked stated remarked told inquired enquired responded commented explained observed stressed emphasized agreed
        countered retorted
        interjected rejoined repeated reiterated thanked assured reminded expressed pointed added volunteered concluded interrupted
        """);

    /// <summary>Verbs that tell of a talk when its occasion was named, and may tell of other things else.</summary>
    private static readonly WordList s_tells = new(
        """
        outlined reported suggested indicated noted confirmed informed described declared maintained insisted urged complained mentioned raised
        disclosed gave spoke made referred recalled emphasised advised admitted
        """);

    private static readonly WordList s_public = new(
        """
        press radio broadcast newspaper speech article letter message telegram telegrams cable embtel deptel interview editorial statement
        conference memo memorandum report wrote note communique despatch dispatch parliament assembly council committee senate
        """);
    private static readonly WordList s_skipped = new(
        """
        also then later today yesterday just again have had has am was been thus finally accordingly subsequently therefore both all together and
        this that morning afternoon evening last night .
        """);
    private static readonly WordList s_timed = new("in on at late early");
    private static readonly WordList s_past = new("saw met told spoke had gave left went flew drove held took paid came am arrived spent");

    private static readonly WordList s_planned = new("see call meet discuss talk speak");

    private int _sentence;
    private int _spoken = -1;
    private Draft? _partner;
    private int _partnerAt = -100;
    private int _writerAt = -100;

    /// <summary>Telegrams of embassies, whose writers leave themselves out; later cables are written by others than who signs them.</summary>
    private bool Telegraphic => context.Document.Year < 1970 && (context.Origin is not null || context.Own is null);

    /// <summary>"me", and in telegrams "us".</summary>
    private bool Includes(Scan scan, int token) => scan.Is(token, "me") || scan.Is(token, "myself")
        || Telegraphic && scan.Is(token, "us") && !scan.Has(token, TokenShape.AllCapitals);

    /// <summary>Whom a conversation goes on with: who spoke in one of the sentences before.</summary>
    private Draft? Partner(Draft? other) => _sentence - _partnerAt <= 3 && _partner is not null && _partner.Entity != other?.Entity ? _partner : null;

    /// <summary>Who acts where nobody is named: "Saw Minister today", "we called on", "he told me" after somebody spoke.</summary>
    private Draft? Understood(Clause clause, int verb)
    {
        Scan scan = clause.Scan;
        int at = verb - 1;
        while (at >= clause.Sentence.Start && (scan.In(s_skipped, at) || scan.In(s_timed, at) && scan.In(s_skipped, at + 1)
            || scan.Text(at).EndsWith("ly", StringComparison.OrdinalIgnoreCase) || scan.Has(at, TokenShape.Number)
            || Modals.Any.Contains(scan.Tokens[at])))
        {
            at--;
        }

        if (scan.Is(at, "he") && at >= clause.Sentence.Start)
        {
            return clause.Actors.Exists(actor => actor.Tokens.End <= at && IsSomebody(actor)) ? null : Partner(null);
        }

        if (!Telegraphic || scan.Segment.Kind != SegmentKind.Body)
        {
            return null;
        }

        ReadOnlySpan<char> word = scan.Text(verb);
        bool begins = at < clause.Sentence.Start && (word.EndsWith("ed", StringComparison.OrdinalIgnoreCase) || scan.In(s_past, verb)
            || scan.Is(verb - 1, "will") && scan.In(s_planned, verb) || scan.Is(verb - 1, "am")
            && word.EndsWith("ing", StringComparison.OrdinalIgnoreCase));
        return begins || at >= clause.Sentence.Start && scan.Is(at, "we") || Beside(clause, verb) ? clause.Writer : null;
    }

    /// <summary>"I and two officers had".</summary>
    private static bool Beside(Clause clause, int verb) =>
        Enumerable.Range(clause.Sentence.Start, Math.Max(0, verb - clause.Sentence.Start))
            .Any(token => verb - token < 8 && clause.Scan.Is(token, "I") && clause.Scan.Is(token + 1, "and"));

    /// <summary>
    /// "Brandt said … I replied": who speaks in turn has met. A sentence that tells of a speech or a letter counts for nothing.
    /// </summary>
    private void Speech(Clause clause, int verb)
    {
        Scan scan = clause.Scan;
        bool mine = scan.Is(verb - 1, "I");
        if (scan.Segment.Kind != SegmentKind.Body || clause.Writer is not { } writer || verb - clause.Sentence.Start > (mine ? 40 : 25) || !mine
            && _spoken == _sentence)
        {
            return;
        }

        _spoken = _sentence;

        bool published = false;
        for (int i = clause.Sentence.Start; i < Math.Min(clause.Sentence.End, verb + 5); i++)
        {
            published |= scan.In(s_public, i);
        }

        List<Draft> speakers = published ? [] : clause.Subjects(verb);
        bool answered = scan.Is(verb, "added") || scan.Is(verb, "expressed");
        // "He said": he with whom the talk is, not whoever else the sentence before names.
        if (scan.Is(verb - 1, "he") || scan.Is(verb - 1, "she"))
        {
            speakers = !published && Partner(null) is { } same ? [same] : [];
        }

        if (speakers is not [var speaker] || !(IsSomebody(speaker) || speaker == writer) || scan.Has(speaker.Tokens.End, TokenShape.Clitic)
            && speaker.Segment == scan.Segment)
        {
            return;
        }

        if (speaker.Entity == writer.Entity)
        {
            if (Partner(writer) is { } partner && !Colleague(partner))
            {
                Exchange(clause, verb, writer, partner);
            }

            _writerAt = answered ? _writerAt : _sentence;
            return;
        }

        if (Asked(scan, clause.Sentence.Start, verb))
        {
            _writerAt = _sentence;
        }

        Alternate(clause, verb, speaker);
        (_partner, _partnerAt) = (speaker, _sentence);
        if (_sentence - _writerAt <= 2 && !Colleague(speaker))
        {
            Exchange(clause, verb, writer, speaker);
        }
    }

    /// <summary>"In response to my question", "when I mentioned fish": the writer spoke first.</summary>
    private static bool Asked(Scan scan, int start, int verb)
    {
        for (int i = start; i < verb; i++)
        {
            if (scan.Is(i, "my") && (scan.In(s_remarks, i + 1) || scan.In(s_remarks, i + 2)) || scan.Is(i, "I")
                && (scan.In(s_spoken, i + 1) || scan.In(s_tells, i + 1)) && i < verb - 2)
            {
                return true;
            }
        }

        return false;
    }

    private static readonly WordList s_remarks = new(
        """
        question questions query inquiry inquiries remark remarks request statement comment comments suggestion observation representations point
        presentation démarche demarche
        """);

    private void Exchange(Clause clause, int verb, Draft writer, Draft partner)
    {
        State(clause, "MET_WITH", verb, [writer], [partner], (Polarity.Asserted, Modality.Actual), 0.7, $"\"{clause.Scan.Text(verb)}\" in turn");
        Remember(clause, verb, [writer], [partner], (Polarity.Asserted, Modality.Actual));
    }

    /// <summary>Whether a sentence without a name may tell of a conversation: "I told him", "He asked me".</summary>
    public bool Converses(Scan scan, TokenRange sentence)
    {
        if (scan.Segment.Kind != SegmentKind.Body)
        {
            return false;
        }

        for (int i = sentence.Start; i < Math.Min(sentence.End, sentence.Start + 10); i++)
        {
            if (scan.In(s_spoken, i))
            {
                return true;
            }
        }

        _sentence++;
        return false;
    }
}
