using Chancery.Extraction.Coreference;
using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Mentions;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Relations;

/// <summary>How bodies stand to each other and to places: part of, governs, located in, member of, cooperates with.</summary>
internal sealed class StructureClaims(CableContext context, EntityTable table, ClaimList claims)
{
    private static readonly WordList s_partUnits = new("SECRETARIAT COUNCIL COMMISSION COMMITTEE ASSEMBLY BOARD BUREAU SUBCOMMITTEE DIRECTORATE DIVISION OFFICE SECTION DELEGATION");
    private static readonly WordList s_hopeful = new("candidate candidacy nominee nominated application apply applied applying seeking seek join accession bid aspires wants hopes would could support election");
    private static readonly WordList s_cooperation = new("cooperation collaboration partnership mou memorandum affiliation relationship link links ties");
    private static readonly WordList s_governing = new("governing supervisory oversight executive ruling");
    private static readonly WordList s_governs = new("governs oversees supervises controls");
    private static readonly WordList s_seated = new("located based headquartered");

    public void Add(Clause clause)
    {
        foreach (Draft body in clause.Scan.Within(clause.Sentence))
        {
            if (clause.Sentence.Contains(body.Tokens) && body.Type is EntityType.Organization or EntityType.Post)
            {
                Part(clause, body);
                Unit(clause, body);
                Located(clause, body);
                Governs(clause, body);
            }
        }

        Member(clause);
        Cooperation(clause);
    }

    /// <summary>"the United Nations Division of the Ministry", "the Committee (CONARE), under the Ministry of Justice", "the Center at the University".</summary>
    private void Part(Clause clause, Draft body)
    {
        Scan scan = clause.Scan;
        int at = AfterAcronym(scan, body);
        bool comma = scan.IsMark(at, ',');
        int link = comma ? at + 1 : at;
        int said = link;
        while (scan.Is(said, "which") || scan.Is(said, "is") || scan.Is(said, "was") || scan.Is(said, "a") || scan.Is(said, "are"))
        {
            said++;
        }

        if ((scan.Is(said, "part") || scan.Is(said, "branch") || scan.Is(said, "arm") || scan.Is(said, "division") || scan.Is(said, "subsidiary")) && scan.Is(said + 1, "of")
            || scan.Is(said, "subordinate") && scan.Is(said + 1, "to"))
        {
            if (clause.Objects(said + 2).FirstOrDefault() is { Type: EntityType.Organization or EntityType.Post } above && body.Type == EntityType.Organization)
            {
                Claim(clause, "PART_OF", body.Entity, above.Entity, 0.9, $"\"{scan.Text(said)} {scan.Text(said + 1)}\"");
            }

            return;
        }

        bool of = scan.Is(link, "of") || scan.Is(link, "at") || scan.Is(link, "within") || scan.Is(link, "under") || scan.Is(link, "in");
        if (of && (!comma || scan.Is(link, "under") || scan.Is(link, "within") || scan.Is(link, "part")))
        {
            int next = scan.Is(link + 1, "the") ? link + 2 : link + 1;
            if (scan.StartingAt(next) is { } whole && whole.Type is EntityType.Organization or EntityType.Post && body.Type == EntityType.Organization)
            {
                Claim(clause, "PART_OF", body.Entity, whole.Entity, 0.85, $"\"{scan.Text(link)}\" between two bodies");
            }
        }
        else if (comma && scan.StartingAt(link) is { Type: EntityType.Organization } office && scan.In(s_lowUnits, office.Tokens.Start) && !scan.Has(office.Tokens.Start, TokenShape.Capital))
        {
            Claim(clause, "PART_OF", office.Entity, body.Entity, 0.8, "an office in apposition after its body");
        }
    }

    private static readonly WordList s_lowUnits = new("office bureau department directorate division section unit");

    private static int AfterAcronym(Scan scan, Draft body)
    {
        int at = body.Tokens.End;
        return scan.IsMark(at, '(') && scan.StartingAt(at + 1) is { Type: EntityType.Organization } acronym && scan.IsMark(acronym.Tokens.End, ')') ? acronym.Tokens.End + 1 : at;
    }

    /// <summary>"BSEC Secretariat" is part of the BSEC that the cable names elsewhere.</summary>
    private void Unit(Clause clause, Draft body)
    {
        if (body.Tokens.Count != 2 || !clause.Scan.In(s_partUnits, body.Tokens.End - 1))
        {
            return;
        }

        string whole = clause.Scan.Text(body.Tokens.Start).ToString();
        int known = table.Entities.FindIndex(entity => entity.Type == EntityType.Organization && entity.Mentions.Exists(mention => mention.Surface == whole));
        if (known >= 0)
        {
            Claim(clause, "PART_OF", body.Entity, known, 0.9, "the body's acronym begins the name");
        }
    }

    private void Located(Clause clause, Draft body)
    {
        Scan scan = clause.Scan;
        int at = AfterAcronym(scan, body);
        if (scan.Is(at, "headquarters") || scan.Is(at, "office") || scan.Is(at, "offices"))
        {
            at++;
        }

        int seat = scan.IsMark(at, ',') ? at + 1 : at;
        while (scan.Is(seat, "which") || scan.Is(seat, "is") && !scan.IsMark(seat - 1, ',') || scan.Is(seat, "are") || scan.Is(seat, "was"))
        {
            seat++;
        }

        if (!scan.In(s_seated, seat) && clause.Sentence.End > seat && Enumerable.Range(seat, Math.Min(12, clause.Sentence.End - seat)).FirstOrDefault(token => scan.In(s_seated, token) && scan.Is(token - 1, "is"), -1) is > 0 and var later
            && clause.Actors.Find(actor => actor.Type is EntityType.Organization) == body)
        {
            seat = later;
        }

        bool seated = scan.In(s_seated, seat);
        int link = seated ? seat + 1 : at;
        if (scan.Is(link, "in") && !(scan.Is(link + 1, "the") && body.Type == EntityType.Organization && !seated))
        {
            int next = scan.Is(link + 1, "the") ? link + 2 : link + 1;
            if (scan.StartingAt(next) is { Type: EntityType.Place } place && !EventVerbAfter(scan, place))
            {
                Claim(clause, "LOCATED_IN", body.Entity, place.Entity, seated ? 0.92 : 0.8, "a body \"in\" a place");
            }
        }

        if (scan.Capitals && body.Type == EntityType.Organization && scan.EndingAt(body.Tokens.Start) is { Type: EntityType.Place } before && body.Tokens.Count > 2)
        {
            Claim(clause, "LOCATED_IN", body.Entity, before.Entity, 0.6, "a place's name right before a body's");
        }

        if (scan.IsMark(body.Tokens.Start - 1, '-') && body.Tokens.Start >= 3 && scan.Is(body.Tokens.Start - 2, "based") && scan.EndingAt(body.Tokens.Start - 3) is { Type: EntityType.Place } seatBefore)
        {
            Claim(clause, "LOCATED_IN", body.Entity, seatBefore.Entity, 0.9, "\"-based\" before a body");
        }

        if (body.Type == EntityType.Post && body.Tokens.Count > 2)
        {
            EmbassyTo(clause, body);
        }
    }

    private static bool EventVerbAfter(Scan scan, Draft place) => scan.Has(place.Tokens.End, TokenShape.Number) || scan.In(Dates.Months, place.Tokens.End);

    /// <summary>"United States Embassy to Colombia" stands in Colombia.</summary>
    private void EmbassyTo(Clause clause, Draft post)
    {
        Scan scan = clause.Scan;
        for (int i = post.Tokens.Start + 1; i < post.Tokens.End - 1; i++)
        {
            int next = scan.Is(i + 1, "the") ? i + 2 : i + 1;
            if ((scan.Is(i, "to") || scan.Is(i, "in")) && next < post.Tokens.End && scan.Facts.Matches[next] is { } match && match.Kinds.HasFlag(EntryKind.Country))
            {
                Claim(clause, "LOCATED_IN", post.Entity, table.PlaceOf(match.Entry), 0.85, "the country in the mission's name");
            }
        }
    }

    /// <summary>"JCC is the governing Board of SECI Center": it governs it and is part of it.</summary>
    private void Governs(Clause clause, Draft body)
    {
        Scan scan = clause.Scan;
        int at = AfterAcronym(scan, body);
        if (scan.In(s_governs, at) && clause.Objects(at + 1).FirstOrDefault() is { Type: EntityType.Organization } governed)
        {
            Claim(clause, "GOVERNS", body.Entity, governed.Entity, 0.85, $"\"{scan.Text(at)}\"");
            return;
        }

        if (!(scan.Is(at, "is") || scan.IsMark(at, ',')))
        {
            return;
        }

        int next = at + 1;
        while (scan.Is(next, "the") || scan.Is(next, "a"))
        {
            next++;
        }

        if (scan.In(s_governing, next) && (scan.Is(next + 1, "board") || scan.Is(next + 1, "body") || scan.Is(next + 1, "council") || scan.Is(next + 1, "organ")) && scan.Is(next + 2, "of"))
        {
            int target = scan.Is(next + 3, "the") ? next + 4 : next + 3;
            if (scan.StartingAt(target) is { Type: EntityType.Organization } whole)
            {
                Claim(clause, "GOVERNS", body.Entity, whole.Entity, 0.93, "\"governing board of\"");
                Claim(clause, "PART_OF", body.Entity, whole.Entity, 0.85, "\"governing board of\"");
            }
        }
    }

    /// <summary>"X is a member of Y", "X joined Y", "NAME of the Red Command"; a candidate for membership is none.</summary>
    private void Member(Clause clause)
    {
        Scan scan = clause.Scan;
        bool hopeful = Enumerable.Range(clause.Sentence.Start, clause.Sentence.Count).Any(token => scan.In(s_hopeful, token));
        for (int i = clause.Sentence.Start; i < clause.Sentence.End; i++)
        {
            if ((scan.Is(i, "member") || scan.Is(i, "members")) && scan.Is(i + 1, "of") && !hopeful)
            {
                List<Draft> bodies = clause.Objects(i + 2);
                Draft? last = clause.Nearest(i, EntityType.Place, EntityType.Organization, EntityType.Person);
                if (bodies.FirstOrDefault() is { Type: EntityType.Organization } && last is not null && Linked(scan, last.Tokens.End, i))
                {
                    (Polarity polarity, Modality modality) = Modals.Of(clause, Math.Max(clause.Sentence.Start, last.Tokens.Start - 4), i);
                    List<Draft> group = scan.Is(i, "members") ? clause.Subjects(last.Tokens.End) : [last];
                    foreach (Draft subject in group.Where(actor => actor.Type == last.Type))
                    {
                        foreach (Draft body in bodies.Where(body => body.Type == EntityType.Organization))
                        {
                            Claim(clause, "MEMBER_OF", subject.Entity, body.Entity, 0.85, "\"member of\"", polarity, modality);
                        }
                    }
                }
            }
            else if (scan.Is(i, "joined") && clause.Objects(i + 1).FirstOrDefault() is { Type: EntityType.Organization } joined)
            {
                foreach (Draft subject in clause.Subjects(i).Where(subject => subject.Type is EntityType.Place or EntityType.Organization or EntityType.Person))
                {
                    Claim(clause, "MEMBER_OF", subject.Entity, joined.Entity, 0.75, "\"joined\"");
                }
            }
        }

        foreach (Draft person in clause.Actors.Where(actor => actor.Type == EntityType.Person && !hopeful))
        {
            int next = scan.Is(person.Tokens.End + 1, "the") ? person.Tokens.End + 2 : person.Tokens.End + 1;
            if (scan.Is(person.Tokens.End, "of") && scan.StartingAt(next) is { Type: EntityType.Organization, Parent: null } body)
            {
                Claim(clause, "MEMBER_OF", person.Entity, body.Entity, 0.75, "a person \"of\" a body");
            }
        }
    }

    /// <summary>Only forms of "to be", articles, commas and a few adjectives between a subject and its membership.</summary>
    private static bool Linked(Scan scan, int from, int to) => to - from <= 6
        && Enumerable.Range(from, to - from).All(token => !scan.Has(token, TokenShape.Capital) || scan.Capitals) && !scan.Is(from, "officials");

    private void Cooperation(Clause clause)
    {
        Scan scan = clause.Scan;
        for (int i = clause.Sentence.Start; i < clause.Sentence.End; i++)
        {
            if (scan.In(s_cooperation, i))
            {
                foreach ((Draft first, Draft second) in Parties(clause, i))
                {
                    Cooperate(clause, i, first, second, $"\"{scan.Text(i)}\" between two bodies");
                }
            }
            else if ((scan.Text(i).StartsWith("cooperat", StringComparison.OrdinalIgnoreCase) || scan.Is(i, "works") || scan.Is(i, "worked") || scan.Is(i, "collaborates") || scan.Is(i, "partnered")) && With(scan, i + 1) is { } with && clause.Objects(with + 1).FirstOrDefault() is { Type: EntityType.Organization } partner)
            {
                foreach (Draft subject in clause.Subjects(i).Where(subject => subject.Type == EntityType.Organization))
                {
                    Cooperate(clause, i, subject, partner, $"\"{scan.Text(i)} with\"");
                }
            }
        }
    }

    /// <summary>"with", at most one adverb on.</summary>
    private static int? With(Scan scan, int token) =>
        scan.Is(token, "with") ? token : scan.Is(token + 1, "with") && scan.Text(token).EndsWith("ly", StringComparison.OrdinalIgnoreCase) ? token + 1 : null;

    private static IEnumerable<(Draft, Draft)> Parties(Clause clause, int noun)
    {
        Scan scan = clause.Scan;
        Draft? before = clause.EndingAt(noun);
        if (before is { Type: EntityType.Organization } && (scan.IsMark(before.Tokens.Start - 1, '/') || scan.IsMark(before.Tokens.Start - 1, '-')) && clause.EndingAt(before.Tokens.Start - 1) is { Type: EntityType.Organization } slash)
        {
            yield return (slash, before);
        }

        for (int at = noun + 1; at < Math.Min(clause.Sentence.End, noun + 8); at++)
        {
            if (scan.Is(at, "between"))
            {
                List<Draft> pair = clause.Objects(at + 1);
                if (pair.Count >= 2 && pair[0].Type == EntityType.Organization && pair[1].Type == EntityType.Organization)
                {
                    yield return (pair[0], pair[1]);
                }

                yield break;
            }

            if (scan.Is(at, "with") && clause.Objects(at + 1).FirstOrDefault() is { Type: EntityType.Organization } partner)
            {
                if (clause.Nearest(noun, EntityType.Organization) is { } subject)
                {
                    yield return (subject, partner);
                }

                yield break;
            }
        }
    }

    private void Cooperate(Clause clause, int at, Draft first, Draft second, string rule)
    {
        Scan scan = clause.Scan;
        bool proposed = Enumerable.Range(clause.Sentence.Start, clause.Sentence.Count).Any(token => scan.In(Modals.Proposed, token));
        bool denied = scan.Is(at - 1, "no") || scan.Is(at - 2, "no") || scan.Is(at - 1, "without") || scan.Is(at - 1, "not") || scan.Is(at - 2, "not")
            || scan.Is(at - 1, "never") || Modals.Disavowed(clause, at);
        Modality modality = proposed || Discussed(scan, clause) ? Modality.Proposed
            : scan.Is(at - 1, "will") || scan.Is(at - 2, "will") ? Modality.Planned
            : Modality.Actual;
        Claim(clause, "COOPERATES_WITH", first.Entity, second.Entity, 0.8, rule, denied ? Polarity.Denied : Polarity.Asserted, modality);
    }

    /// <summary>Cooperation that is only talked about is a proposal.</summary>
    private static bool Discussed(Scan scan, Clause clause) =>
        Enumerable.Range(clause.Sentence.Start, clause.Sentence.Count).Any(token => scan.Is(token, "discuss") || scan.Is(token, "discussion") || scan.Is(token, "entering"));

    private void Claim(Clause clause, string type, int source, int target, double confidence, string rule, Polarity polarity = Polarity.Asserted, Modality modality = Modality.Actual) =>
        claims.Add(new ClaimDraft(type, source, target, clause.Evidence, clause.Scan.Segment.Paragraph, confidence, rule)
        {
            Polarity = polarity,
            Modality = modality,
            On = type is "COOPERATES_WITH" ? Dates.Find(clause.Scan.Segment, clause.Sentence, context.Document.Date) : null,
        });
}
