using Chancery.Extraction.Mentions;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Relations;

/// <summary>Journeys and meetings: who went where, who met or spoke to whom, when.</summary>
internal sealed class EventClaims(CableContext context, ClaimList claims)
{
    private static readonly WordList s_motion = new(
        "traveled travelled travels travel traveling flew fly went goes came arrived arrives arrive returned return go going departed depart leave left leaves proceed proceeded journeyed drove called headed");

    private static readonly WordList s_visit = new("visited visits visit visiting revisited toured tours");
    private static readonly WordList s_visitNouns = new("visit trip travel journey tour mission visits trips");
    private static readonly WordList s_meet = new("met meets meet meeting met spoke speak speaks talked talks conferred lunched dined discussed consulted raised meetings conversation conversations discussion discussions talk call");
    private static readonly WordList s_receive = new("received welcomed hosted greeted saw briefed told assured informed thanked asked urged warned advised reminded interviewed pressed");
    private static readonly WordList s_toward = new("to in at for into");
    private static readonly WordList s_between = new("personally on from tomorrow today yesterday directly back again by early late");

    private List<Draft> _last = [];

    public void Add(Clause clause)
    {
        Scan scan = clause.Scan;
        _last = [];
        for (int i = clause.Sentence.Start; i < clause.Sentence.End; i++)
        {
            if (!scan.Has(i, TokenShape.Word) || clause.Actors.Exists(actor => actor.Tokens.Start <= i && i < actor.Tokens.End))
            {
                continue;
            }

            if (scan.In(s_visitNouns, i) && (scan.Is(i + 1, "to") || scan.Is(i + 1, "of")))
            {
                VisitNoun(clause, i);
            }
            else if (scan.In(s_motion, i))
            {
                Motion(clause, i);
            }
            else if (scan.In(s_visit, i))
            {
                Visit(clause, i);
            }

            if (scan.In(s_meet, i))
            {
                Meet(clause, i);
            }
            else if (scan.In(s_receive, i))
            {
                Receive(clause, i);
            }
        }
    }

    private void Motion(Clause clause, int verb)
    {
        Scan scan = clause.Scan;
        int at = verb + 1;
        while (at < clause.Sentence.End && at - verb < 4 && scan.In(s_between, at))
        {
            at++;
        }

        bool calledAt = scan.Is(verb, "called");
        if (!scan.In(s_toward, at) || (scan.Is(at, "for") && !scan.Is(verb, "leave") && !scan.Is(verb, "left") && !scan.Is(verb, "depart") && !scan.Is(verb, "departed"))
            || (calledAt && !scan.Is(at, "at")))
        {
            return;
        }

        Journey(clause, verb, Subjects(clause, verb), clause.Objects(at + 1));
    }

    private void Visit(Clause clause, int verb)
    {
        List<Draft> subjects = Subjects(clause, verb);
        List<Draft> objects = clause.Objects(verb + 1);
        Journey(clause, verb, subjects, [.. objects.Where(target => target.Type is EntityType.Place or EntityType.Organization or EntityType.Post)]);
        Meeting(clause, verb, subjects, [.. objects.Where(target => target.Type is EntityType.Person or EntityType.Position)], 0.8);
    }

    /// <summary>The subjects of a verb; after "and" those of the verb before.</summary>
    private List<Draft> Subjects(Clause clause, int verb)
    {
        List<Draft> subjects = clause.Subjects(verb);
        if (subjects.Exists(CanMeet))
        {
            return _last = subjects;
        }

        bool joined = clause.Scan.Is(verb - 1, "and") || clause.Scan.IsMark(verb - 1, ',') || clause.Scan.Is(verb - 2, "and");
        return joined ? _last : subjects;
    }

    /// <summary>"AA/S Powell on her first visit to SECI Center", "NANCY POWELL - MAY 10-11 VISIT TO BUCHAREST".</summary>
    private void VisitNoun(Clause clause, int noun)
    {
        Draft? subject = clause.Nearest(noun, EntityType.Person, EntityType.Position);
        List<Draft> subjects = subject is null ? Subjects(clause, noun) : [subject];
        Journey(clause, noun, subjects, clause.Objects(noun + 2));
    }

    private void Journey(Clause clause, int verb, List<Draft> subjects, List<Draft> targets)
    {
        if (subjects.Count == 0 || targets.Count == 0)
        {
            return;
        }

        (Polarity polarity, Modality modality) = Modals.Of(clause, Before(clause, subjects), verb);
        string? on = Dates.Find(clause.Scan.Segment, clause.Sentence, context.Document.Date);
        var reached = targets.TakeWhile(target => target.Type is EntityType.Place or EntityType.Organization or EntityType.Post).ToList();
        if (reached.Count == 0)
        {
            return;
        }

        Draft last = reached[^1];
        if (clause.Scan.Is(last.Tokens.End, "in") && clause.StartingAt(last.Tokens.End + 1) is { Type: EntityType.Place } inside && last.Type != EntityType.Place)
        {
            reached.Add(inside);
        }

        foreach (Draft subject in subjects.Where(subject => subject.Type is EntityType.Person or EntityType.Position or EntityType.Organization))
        {
            foreach (Draft target in reached)
            {
                claims.Add(new ClaimDraft("TRAVELED_TO", subject.Entity, target.Entity, clause.Evidence, clause.Scan.Segment.Paragraph, 0.85, $"\"{clause.Scan.Text(verb)}\" toward a place or body")
                {
                    Polarity = polarity,
                    Modality = modality,
                    On = on,
                });
            }
        }
    }

    /// <summary>"met with", "spoke to", "talks with", "call on", "conversation with".</summary>
    private void Meet(Clause clause, int verb)
    {
        Scan scan = clause.Scan;
        int at = verb + 1;
        bool direct = scan.Is(verb, "met") || scan.Is(verb, "meet") || scan.Is(verb, "meets");
        while (at < clause.Sentence.End && at - verb < 8 && !(scan.Is(at, "with") || (at == verb + 1 && (scan.Is(at, "to") || scan.Is(at, "on")))))
        {
            if (direct && at == verb + 1 && clause.StartingAt(at) is not null)
            {
                break;
            }

            at++;
        }

        bool linked = scan.Is(at, "with") || scan.Is(at, "to") || (scan.Is(at, "on") && scan.Is(verb, "call"));
        if (!linked && !(direct && (clause.Objects(verb + 1).Count > 0 || scan.Is(verb + 1, "him") || scan.Is(verb + 1, "her"))))
        {
            return;
        }

        List<Draft> objects = clause.Objects(linked ? at + 1 : verb + 1);
        if (objects.Count == 0 && (scan.Is(verb + 1, "him") || scan.Is(verb + 1, "her")) && clause.Nearest(verb, EntityType.Person) is { } known)
        {
            objects = [known];
        }
        List<Draft> subjects = Subjects(clause, verb);
        if (scan.Is(verb - 1, "his") || scan.Is(verb - 1, "her"))
        {
            subjects = clause.Nearest(verb, EntityType.Person, EntityType.Position) is { } owner ? [owner] : [];
        }
        else if (subjects.Count == 0 && First(clause) is { } signer)
        {
            subjects = [signer];
        }
        else if (subjects.Count == 0 && clause.Nearest(verb, EntityType.Person, EntityType.Position) is { } nearest)
        {
            subjects = [nearest];
        }

        Meeting(clause, verb, subjects, [.. objects.TakeWhile(target => target.Type is not EntityType.Place)], direct ? 0.88 : 0.75);
    }

    /// <summary>"Brandt welcomed Lowell", "the director assured Poloff", "I had been informed by Petrov".</summary>
    private void Receive(Clause clause, int verb)
    {
        if (clause.Scan.Is(verb + 1, "by"))
        {
            Meeting(clause, verb, Subjects(clause, verb), [.. clause.Objects(verb + 2).TakeWhile(target => target.Type is EntityType.Person or EntityType.Position)], 0.7);
            return;
        }

        Meeting(clause, verb, Subjects(clause, verb), [.. clause.Objects(verb + 1).TakeWhile(target => target.Type is EntityType.Person or EntityType.Position || (target.Type == EntityType.Organization && Collective(clause, target)))], 0.72);
    }

    private static bool Collective(Clause clause, Draft body) => clause.Scan.Is(body.Tokens.End, "officials") || clause.Scan.Is(body.Tokens.End, "representatives") || clause.Scan.Is(body.Tokens.End, "delegation");

    /// <summary>The signer, where the sentence says "I".</summary>
    private Draft? First(Clause clause)
    {
        for (int i = clause.Sentence.Start; i < clause.Sentence.End; i++)
        {
            if (clause.Scan.Is(i, "I") && !clause.Scan.Has(i + 1, TokenShape.Punctuation))
            {
                return Signer;
            }
        }

        return null;
    }

    public Draft? Signer { get; init; }

    private void Meeting(Clause clause, int verb, List<Draft> subjects, List<Draft> objects, double confidence)
    {
        if (subjects.Count == 0 || objects.Count == 0)
        {
            return;
        }

        (Polarity polarity, Modality modality) = Modals.Of(clause, Before(clause, subjects), verb);
        string? on = Dates.Find(clause.Scan.Segment, clause.Sentence, context.Document.Date);
        foreach (Draft subject in subjects.Where(CanMeet))
        {
            foreach (Draft target in objects.Where(CanMeet))
            {
                claims.Add(new ClaimDraft("MET_WITH", subject.Entity, target.Entity, clause.Evidence, clause.Scan.Segment.Paragraph, confidence, $"\"{clause.Scan.Text(verb)}\" between two parties")
                {
                    Polarity = polarity,
                    Modality = modality,
                    On = on,
                });
            }
        }
    }

    /// <summary>Two words before the subject count too: "invited the Coordinator to visit".</summary>
    private static int Before(Clause clause, List<Draft> subjects) =>
        subjects[0].Segment is null || !clause.Sentence.Contains(subjects[0].Tokens) ? clause.Sentence.Start : Math.Max(clause.Sentence.Start, subjects[0].Tokens.Start - 2);

    private static bool CanMeet(Draft draft) => draft.Type is EntityType.Person or EntityType.Position or EntityType.Organization;
}
