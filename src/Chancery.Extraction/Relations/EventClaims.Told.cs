using Chancery.Extraction.Mentions;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Relations;

internal sealed partial class EventClaims
{
    /// <summary>"Brandt welcomed Lowell", "the director assured Poloff", "Petrov told me".</summary>
    private void Receive(Clause clause, int verb)
    {
        Scan scan = clause.Scan;
        bool written = scan.Segment.Kind == SegmentKind.Margin
            || Enumerable.Range(clause.Sentence.Start, clause.Sentence.Count)
                .Any(token => scan.In(s_written, token) && (token < verb || Means(scan, token)));
        if (scan.Is(verb, "told") && OnTelephone(clause, verb))
        {
            return;
        }

        if (written && !(scan.Is(verb, "received") || scan.Is(verb, "welcomed") || scan.Is(verb, "hosted") || scan.Is(verb, "greeted")
            || scan.Is(verb, "told")))
        {
            return;
        }

        if (scan.Is(verb + 1, "that"))
        {
            return;
        }

        int guest = scan.Is(verb, "hosted") ? Honored(scan, verb) ?? verb : verb;
        // "has read your ABC 1557 and has asked me": a number makes a telegram of the body.
        List<Draft> objects = Others(clause, guest + 1, verb);
        // "saw Brandt as a threat" is an opinion, "engaged Brandt as counsel" a contract.
        int last = objects.Count > 0 && NamedHere(clause, objects[^1]) ? objects[^1].Tokens.End : guest + 2;
        if (scan.Is(last, "as") || scan.Is(verb, "engaged") && !scan.In(s_matterOf, last))
        {
            return;
        }

        List<Draft> subjects = [.. Tellers(clause, verb, objects)
            .Where(subject => !(subject.Type == EntityType.Organization && scan.Has(subject.Tokens.End, TokenShape.Number)))];
        if (scan.Is(verb, "asked") && context.Origin is null && context.Own is not null)
        {
            // The Department asks its ambassadors by telegram.
            subjects.Remove(clause.Writer!);
        }

        if (scan.Is(guest + 1, "us") || BandAfter(clause, guest + 1).Count > 0 || scan.In(s_guides, verb))
        {
            subjects.RemoveAll(subject => !IsSomebody(subject));
        }

        subjects = subjects.Count > 0 && scan.Is(verb, "received") ? [.. subjects, .. Staff(clause, verb + 1)] : subjects;
        Meeting(clause, verb, subjects, [.. objects.TakeWhile(target => target.Type is EntityType.Person or EntityType.Position
            || (target.Type == EntityType.Organization && Collective(clause, target)))], 0.72);
    }

    /// <summary>"by letter", "in a personal message", "over the telephone": what is named behind the verb is how it was told, not what.</summary>
    private static bool Means(Scan scan, int token) =>
        Enumerable.Range(token - 3, 3).Any(before => scan.Is(before, "by") || scan.Is(before, "in") || scan.Is(before, "via")
            || scan.Is(before, "over") || scan.Is(before, "on"))
            || scan.Text(token).StartsWith("tele", StringComparison.OrdinalIgnoreCase)
                || scan.Text(token).StartsWith("phone", StringComparison.OrdinalIgnoreCase);

    private static readonly WordList s_matterOf = new("on about over regarding concerning in directly");

    private static readonly WordList s_guides = new("drove walked guided demarched debriefed sounded");

    private static readonly WordList s_small = new("team mission delegation unit section PRT embassy consulate staff");

    private static bool Collective(Clause clause, Draft body) => clause.Scan.In(s_small, body.Tokens.End - 1)
        || clause.Scan.Is(body.Tokens.End, "officials")
        || clause.Scan.Is(body.Tokens.End, "representatives") || clause.Scan.Is(body.Tokens.End, "delegation");

    private static readonly WordList s_confides = new(
        """
        confirmed admitted explained complained stressed indicated acknowledged confided commented said replied responded stated repeated insisted
        mentioned predicted recounted recalled asserted argued noted expressed emphasized reiterated conceded lamented remarked suggested
        """);

    /// <summary>"Brandt confirmed to Lowell that".</summary>
    private void Confide(Clause clause, int verb)
    {
        List<Draft> objects = [.. Others(clause, verb + 2, verb).TakeWhile(IsSomebody)];
        Meeting(clause, verb, [.. Tellers(clause, verb, objects).Where(IsSomebody)], objects, 0.7);
    }
}
