using Chancery.Extraction.Mentions;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Relations;

internal sealed partial class StructureClaims
{
    private static readonly WordList s_hopeful = new(
        """
        candidate candidates candidacy nominee nominated application apply applied applying seeking seek seeks sought accession bid
        aspires aspiring aspirant wants hopes prospective potential future election eligible
        """);

    private static readonly WordList s_enters = new(
        """
        joined joins rejoined acceded belongs belong belonging belonged entered sits sat serves served serving
        """);
    private static readonly WordList s_leaves = new("quit expelled withdrew withdrawn resigned");
    private static readonly WordList s_composed = new(
        """
        composed comprising comprised consisting consists includes include including grouping groups
        """);
    private static readonly WordList s_states = new(
        """
        state states country countries nation nations bank banks firm firms organization organizations government governments party
        parties body bodies
        """);

    /// <summary>"X is a member of Y", "NATO members A and B", "X joined Y", "NAME of the Blue Front"; a candidate for membership is none.</summary>
    private void Member(Clause clause)
    {
        Scan scan = clause.Scan;
        for (int i = clause.Sentence.Start; i < clause.Sentence.End; i++)
        {
            if (scan.Is(i, "member", "members") || scan.Is(i, "affiliate", "affiliates", "chapter") && scan.Is(i + 1, "of"))
            {
                Membership(clause, i);
            }
            else if (scan.In(s_participants, i) && scan.Is(i + 1, "in"))
            {
                Membership(clause, i);
            }
            else if (scan.Is(i, "membership") && scan.Is(i + 1, "in", "of") && scan.Has(i - 1, TokenShape.Clitic)
                && clause.EndingAt(i - 1) is { } owner)
            {
                Join(clause, i, [owner], clause.Objects(i + 2), "\"membership in\"", 0.8);
            }
            else if (scan.In(s_enters, i) && !(scan.Is(i + 1, "with") && scan.Is(i, "served", "serves"))
                || scan.Is(i, "join") && (scan.Is(i - 1, "will") || scan.Is(i - 2, "will") && scan.Is(i - 1, "reportedly", "also", "soon", "now")))
            {
                Entry(clause, i);
            }
            else if (scan.In(s_leaves, i) && clause.Objects(scan.Is(i + 1, "from") ? i + 2 : i + 1) is [{ Type: EntityType.Organization } left, ..])
            {
                foreach (Draft subject in clause.Subjects(i).Where(IsMember))
                {
                    Claim(clause, "MEMBER_OF", subject.Entity, left.Entity, 0.7, $"\"{scan.Text(i)}\"", Polarity.Asserted, Modality.Former);
                }
            }
            else if (scan.In(s_takesSeat, i) || scan.In(s_elects, i))
            {
                Seated(clause, i);
            }
            else if (scan.In(s_employs, i) || scan.In(s_stints, i))
            {
                Career(clause, i);
            }
            else if (scan.In(s_heading, i))
            {
                Heads(clause, i);
            }
            else if (scan.In(s_partsOf, i) && scan.Is(i + 1, "of"))
            {
                Branches(clause, i);
            }
            else if (scan.In(s_composed, i) || scan.Is(i, "made") && scan.Is(i + 1, "up") && scan.Is(i + 2, "of"))
            {
                Composed(clause, i);
            }
            else if (scan.Is(i, "which") && scan.Is(i - 1, "on", "in"))
            {
                Represented(clause, i);
            }
            else if (scan.Is(i, "represents", "represented", "representing"))
            {
                Represents(clause, i);
            }
            else if (scan.Is(i, "left") && clause.Objects(i + 1) is [{ Type: EntityType.Organization } party, ..]
                && (scan.In(s_parties, party.Tokens.End - 1) || scan.In(s_gatherings, party.Tokens.End - 1)))
            {
                foreach (Draft subject in clause.Subjects(i).Where(IsMember))
                {
                    Claim(clause, "MEMBER_OF", subject.Entity, party.Entity, 0.75, "\"left\" the body", Polarity.Asserted, Modality.Former);
                }
            }
            else if (scan.Is(i, "representation") && clause.EndingAt(i) is { Type: EntityType.Organization } represented
                && scan.Is(represented.Tokens.Start - 1, "with")
                && clause.Actors.Find(actor => actor.Type == EntityType.Organization) is { } body && body.Tokens.End < represented.Tokens.Start)
            {
                Claim(clause, "MEMBER_OF", represented.Entity, body.Entity, 0.7, "\"with … representation\"");
            }
        }

        foreach (Draft person in clause.Actors.Where(actor => actor.Type == EntityType.Person))
        {
            Affiliated(clause, person);
            Employee(clause, person);
            Described(clause, person);
            Ranked(clause, person);
            Partisan(clause, person);
            if (Hopeful(clause, person.Tokens.Start))
            {
                continue;
            }

            if (clause.OfficeBefore(person) is { } seat && scan.In(s_lawmakers, seat.Tokens.End - 1)
                && seat.Bodies is [.., { Type: EntityType.Organization } bench] && bench.Tokens.End >= seat.Tokens.End - 2
                && !bench.Tokens.Any(token => scan.In(s_chambers, token)))
            {
                Claim(clause, "MEMBER_OF", person.Entity, bench.Entity, 0.8, "a lawmaker of the party");
            }

            int next = scan.Is(person.Tokens.End + 1, "the") ? person.Tokens.End + 2 : person.Tokens.End + 1;
            next = scan.StartingAt(next) is { Type: EntityType.Place } home && scan.Has(home.Tokens.End, TokenShape.Clitic) ? home.Tokens.End + 1 : next;
            int lead = clause.Start(person) - 1;
            if (scan.Is(person.Tokens.End, "of") && scan.StartingAt(next) is { Type: EntityType.Organization, Parent: null } body
                && !scan.Has(body.Tokens.End, TokenShape.Clitic)
                && clause.OfficeBefore(person) is null && !scan.In(s_tells, lead) && !scan.Is(lead, "by") && !IsState(body)
                    && !scan.In(s_deeds, body.Tokens.End))
            {
                Claim(clause, "MEMBER_OF", person.Entity, body.Entity, 0.75, "a person \"of\" a body");
                // "Brandt and Kovacs of the ABC"
                if (person.Tokens.Count == 1 && scan.Is(lead, "and") && clause.EndingAt(lead) is { Type: EntityType.Person, Tokens.Count: 1 } fellow
                    && clause.OfficeBefore(fellow) is null)
                {
                    Claim(clause, "MEMBER_OF", fellow.Entity, body.Entity, 0.75, "a person \"of\" a body");
                }
            }
            else if (scan.IsMark(person.Tokens.End, '(') && scan.StartingAt(person.Tokens.End + 1) is { Type: EntityType.Organization } party
                && (scan.IsMark(party.Tokens.End, ')') || Abbreviated(scan, party) || scan.IsMark(party.Tokens.End, ',')
                    && scan.Has(party.Tokens.End + 1, TokenShape.Capital | TokenShape.Number) && !IsState(party))
                && scan.Segment.Kind == SegmentKind.Body)
            {
                Claim(clause, "MEMBER_OF", person.Entity, party.Entity, 0.7, "a body in brackets after the name");
            }
        }
    }

    /// <summary>"(Harbor Union - HU)": its letters behind a dash.</summary>
    private static bool Abbreviated(Scan scan, Draft party) =>
        (scan.IsMark(party.Tokens.End, '-') || scan.IsMark(party.Tokens.End, '/') || scan.IsMark(party.Tokens.End, '–'))
            && scan.StartingAt(party.Tokens.End + 1) is { Type: EntityType.Organization } letters && letters.Entity == party.Entity
            && scan.IsMark(letters.Tokens.End, ')');

    /// <summary>"receipt by Brandt of ABC message", "Brandt of the Government": what is of the body is something else.</summary>
    private static readonly WordList s_deeds = new(
        """
        message messages offer offers note notes letter proposal proposals position views plan plans decision policy
        """);

    /// <summary>A government or the state itself, which everybody of a nation could be said to be of.</summary>
    private static bool IsState(Draft body) =>
        body.Key is { } key && key.StartsWith("gov:", StringComparison.Ordinal) || body.Entry is { Id: "org:US-Government" };

    private static readonly WordList s_lawmakers = new(
        """
        deputy senator congressman congresswoman lawmaker legislator parliamentarian mp councilman
        """);
    private static readonly WordList s_chambers = new(
        """
        senate congress parliament assembly house chamber diet duma legislature council ministry department government court committee
        commission bank agency office police
        """);

    private static readonly WordList s_tells = new(
        """
        assured informed accused convinced reminded advised notified warned suspected assure inform accuse convince remind advise notify
        warn suspect
        """);

    private void Membership(Clause clause, int noun)
    {
        Scan scan = clause.Scan;
        if (scan.Is(noun + 1, "of") || scan.In(s_participants, noun))
        {
            List<Draft> bodies = Joined(clause, noun + 2);
            if (scan.Is(noun - 1, "a") && scan.Is(noun - 2, "as") && noun - 2 == clause.Sentence.Start && bodies.Count > 0
                && scan.IsMark(bodies[0].Tokens.End, ',') && clause.StartingAt(bodies[0].Tokens.End + 1) is { } leading)
            {
                Join(clause, noun, [leading], bodies[..1], "\"as a member of\"", 0.85);
                return;
            }

            if (scan.Is(noun, "members") && bodies is [.., { } listing] && scan.Is(listing.Tokens.End, "include", "included", "are", "were"))
            {
                Join(clause, noun, clause.Objects(listing.Tokens.End + 1), bodies, "\"members of\" the body are named", 0.8);
                return;
            }

            Draft? last = clause.Nearest(noun, EntityType.Place, EntityType.Organization, EntityType.Person);
            // "The congressman from California was a member": the place tells where he comes from.
            bool origin = last is { Type: EntityType.Place } && scan.Is(last.Tokens.Start - 1, "from", "in");
            if (last is null || origin || !Linked(scan, last.Tokens.End, noun))
            {
                last = Pronoun(clause, noun);
            }
            else
            {
                last = Relative(clause, last);
            }

            if (last is not null)
            {
                List<Draft> group = scan.Is(noun, "members") && clause.Sentence.Contains(last.Tokens) ? clause.Subjects(last.Tokens.End) : [last];
                Join(clause, noun, [.. group.Where(actor => actor.Type == last.Type)], bodies, "\"member of\"", 0.85,
                    Math.Max(clause.Sentence.Start, last.Tokens.Start - 4));
            }

            return;
        }

        if (Which(clause, noun) is ({ } whole, { } subjects))
        {
            Join(clause, noun, subjects, [whole], "\"of which … is a member\"", 0.8);
            return;
        }

        int before = scan.Has(noun - 1, TokenShape.Clitic) ? noun - 1 : noun;
        if (clause.EndingAt(before) is { Type: EntityType.Organization } body)
        {
            List<Draft> named = NamedMembers(clause, noun);
            if (named.Count == 0 && scan.Is(body.Tokens.Start - 1, "a", "an") && scan.Is(noun, "member"))
            {
                // "Norway, a UNESCO member,", "Norway is a UNESCO member"
                int end = body.Tokens.Start - 1;
                end = scan.IsMark(end - 1, ',') || scan.Is(end - 1, "is", "was") ? end - 1 : end;
                named = end < body.Tokens.Start - 1 && clause.EndingAt(end) is { } subject && IsMember(subject) ? [subject] : [];
            }

            Join(clause, noun, named, [body], "named as members of the body", 0.8);
        }
    }

    /// <summary>"Brandt, who oversees the ABC, is a member": what stands in a relative clause is not the member.</summary>
    private static Draft Relative(Clause clause, Draft last)
    {
        if (last.Type == EntityType.Person || !clause.Scan.IsMark(last.Tokens.End, ','))
        {
            return last;
        }

        for (int who = last.Tokens.Start - 1; who > clause.Sentence.Start && last.Tokens.Start - who < 10; who--)
        {
            if (clause.Scan.Is(who, "who") && clause.Scan.IsMark(who - 1, ',') && clause.EndingAt(who - 1) is { } head)
            {
                // The member's words begin behind the comma, where "is" follows.
                return clause.Scan.Is(last.Tokens.End + 1, "is", "was") ? head : last;
            }
        }

        return last;
    }

    private static readonly WordList s_introduces = new("include includes included including are such as like namely");

    /// <summary>"NATO members A and B", "members, including A", "member states: A"; behind a bare comma or "and" something else begins.</summary>
    private static List<Draft> NamedMembers(Clause clause, int noun)
    {
        Scan scan = clause.Scan;
        int at = noun + 1;
        bool introduced = false;
        while (at < clause.Sentence.End && (scan.In(s_states, at) || scan.In(s_introduces, at) || scan.IsMark(at, ',') || scan.IsMark(at, ':')))
        {
            introduced |= scan.In(s_introduces, at) || scan.IsMark(at, ':');
            at++;
        }

        bool comma = scan.IsMark(at - 1, ',') && !introduced;
        if (!introduced && clause.Actors.TrueForAll(actor => clause.Start(actor) != at))
        {
            return [];
        }

        List<Draft> named = [.. clause.Objects(at).Where(IsMember)];
        // "two other members, A and B." lists them; "to members, A says" does not.
        bool lists = named.Count > 1 && (scan.IsMark(named[^1].Tokens.End, ',') || scan.IsMark(named[^1].Tokens.End, '.'));
        return comma && !lists && !scan.In(s_counts, noun - 1) && !scan.In(s_counts, noun - 2) && !scan.In(s_counts, noun - 3)
            && !scan.In(s_counts, noun - 4) ? []
            : clause.Writer is { } writer && named.Contains(writer) ? [] : named;
    }

    private static readonly WordList s_counts = new("two three four five other new");

    private static readonly WordList s_participants = new("participant participants");

    /// <summary>The bodies after "member of"; behind "the joint Hungary/Norway Harbor Commission" the countries only say whose it is.</summary>
    private static List<Draft> Joined(Clause clause, int after)
    {
        Scan scan = clause.Scan;
        int start = after;
        while (scan.Is(start, "the", "a", "joint", "multinational"))
        {
            start++;
        }

        int at = start;
        while (clause.StartingAt(at) is { Type: EntityType.Place } country
            && (scan.IsMark(country.Tokens.End, '/') || scan.IsMark(country.Tokens.End, '-') || at > start))
        {
            at = scan.IsMark(country.Tokens.End, '/') || scan.IsMark(country.Tokens.End, '-') ? country.Tokens.End + 1 : country.Tokens.End;
        }

        return at > start && clause.StartingAt(at) is { Type: EntityType.Organization } body ? [body] : clause.Objects(start);
    }

    /// <summary>"the Foundation (of which the Ministry is a board member)".</summary>
    private static (Draft?, List<Draft>?) Which(Clause clause, int noun)
    {
        Scan scan = clause.Scan;
        for (int which = noun - 1; which > clause.Sentence.Start && noun - which < 10; which--)
        {
            if (scan.Is(which, "which") && scan.Is(which - 1, "of"))
            {
                int end = scan.IsMark(which - 2, '(') || scan.IsMark(which - 2, ',') ? which - 2 : which - 1;
                List<Draft> subjects = clause.Objects(which + 1);
                return clause.EndingAt(end) is { Type: EntityType.Organization } body && subjects.Count > 0 ? (body, subjects) : (null, null);
            }
        }

        return (null, null);
    }

    /// <summary>"he was a member of", where one person is meant.</summary>
    private static Draft? Pronoun(Clause clause, int noun)
    {
        for (int at = noun - 1; at >= clause.Sentence.Start && noun - at <= 6; at--)
        {
            if (clause.Scan.Is(at, "he", "she") && Linked(clause.Scan, at + 1, noun))
            {
                return clause.Meant(at) is { Type: EntityType.Person } person ? person : null;
            }
        }

        return null;
    }

    private void Entry(Clause clause, int verb)
    {
        Scan scan = clause.Scan;
        bool belongs = scan.Text(verb).StartsWith("belong", StringComparison.OrdinalIgnoreCase);
        bool seat = scan.In(s_seats, verb);
        int at = verb + 1;
        if (belongs || scan.Is(verb, "acceded"))
        {
            if (!scan.Is(at, "to"))
            {
                return;
            }

            at++;
        }
        else if (seat)
        {
            if (!scan.Is(at, "on"))
            {
                return;
            }

            at = Board(clause, at + 1);
        }

        // "joined Brandt's Blue Party"
        if (clause.StartingAt(at) is { Type: EntityType.Person } leader && scan.Has(leader.Tokens.End, TokenShape.Clitic))
        {
            at = leader.Tokens.End + 1;
        }

        List<Draft> bodies = clause.Objects(at);
        // "joined the Council in condemning it", "joined the Council at dinner": company for once.
        bool passing = bodies.Count > 0 && (scan.Is(bodies[^1].Tokens.End, "in")
            && scan.Text(bodies[^1].Tokens.End + 1).EndsWith("ing", StringComparison.OrdinalIgnoreCase)
            || scan.Is(bodies[^1].Tokens.End, "at", "for", "over") && scan.In(s_meals, bodies[^1].Tokens.End + 1));
        if (bodies.Count > 0 && !passing)
        {
            List<Draft> doers = clause.Subjects(verb);
            // "Brandt left in June and now sits on the board": the one person before.
            doers = doers.Count == 0 && seat && (scan.Is(verb - 1, "and") || scan.Is(verb - 2, "and")) && clause.Actors.FindAll(actor =>
                actor.Type == EntityType.Person && actor.Tokens.End <= verb) is [var one] ? [one] : doers;
            List<Draft> subjects = [.. doers.Where(subject => IsMember(subject)
                && !(subject.Type == EntityType.Place && scan.Is(verb, "belonging"))
                && (!seat || subject.Type == EntityType.Person || subject.Type == EntityType.Place
                && scan.Text(verb).StartsWith("s", StringComparison.OrdinalIgnoreCase)
                && !scan.Text(verb).StartsWith("serv", StringComparison.OrdinalIgnoreCase))
                && (!scan.Is(verb, "entered") || subject.Type == EntityType.Place))];
            Join(clause, verb, subjects, bodies, $"\"{scan.Text(verb)}\"", 0.75, subjects.Count > 0
                ? Math.Max(clause.Sentence.Start, subjects[0].Tokens.Start - 2) : verb);
        }
    }

    private static readonly WordList s_meals = new("dinner lunch luncheon breakfast tea coffee drinks talks discussion discussions consultations");
    private static readonly WordList s_seats = new("sits sat serves served serving");
    private static readonly WordList s_stays = new("remain remains stay stays continue continues");

    private void Join(Clause clause, int at, List<Draft> members, List<Draft> bodies, string rule, double confidence, int from = -1)
    {
        Scan scan = clause.Scan;
        (Polarity polarity, Modality modality) = Modals.Of(clause, from < 0 ? Math.Max(clause.Sentence.Start, at - 6) : from, at);
        // "will remain a member": is one.
        bool stays = modality == Modality.Planned && Enumerable.Range(Math.Max(clause.Sentence.Start, at - 4), Math.Min(4, at - clause.Sentence.Start))
            .Any(token => scan.In(s_stays, token));
        modality = Hopeful(clause, at) ? Modality.Conditional : stays ? Modality.Actual : modality;

        foreach (Draft member in members.Where(IsMember))
        {
            foreach (Draft body in bodies.Where(body => body.Type == EntityType.Organization))
            {
                Claim(clause, "MEMBER_OF", member.Entity, body.Entity, confidence, rule, polarity, modality);
            }
        }
    }

    private static bool IsMember(Draft draft) => draft.Type is EntityType.Place or EntityType.Organization or EntityType.Person;

    /// <summary>A word of candidacy within ten words on either side.</summary>
    private static bool Hopeful(Clause clause, int at)
    {
        int start = Math.Max(clause.Sentence.Start, at - 10);
        return Enumerable.Range(Math.Max(start, at - 4), at - Math.Max(start, at - 4)).Any(token => clause.Scan.Is(token, "would", "could"))
            || Enumerable.Range(start, Math.Min(clause.Sentence.End, at + 10) - start).Any(token => clause.Scan.In(s_hopeful, token));
    }

    private static readonly WordList s_links = new(
        """
        is are was were be been being becomes became become remain remains remained a an the who which also not full founding active
        permanent senior former longtime key new one both all and other elected leading prominent still now board key chief main major
        regular will reportedly continues continued continue has have had serves served serving as
        """);

    /// <summary>
    /// Only forms of "to be", articles, commas and a few adjectives between a subject and its membership; or a linking verb (or a comma), an
    /// article, and any words of one noun phrase: "will reportedly remain a long-standing member".
    /// </summary>
    private static bool Linked(Scan scan, int from, int to) =>
        to - from <= 6 && (!scan.Is(from, "and") || scan.Is(from + 1, "other") || scan.Is(from + 2, "other"))
            && Enumerable.Range(from, to - from).All(token => scan.In(s_links, token) || scan.IsMark(token, ',')
            || scan.Has(token, TokenShape.Number))
        || Introduced(scan, from, to);

    private static readonly WordList s_linking = new("is are was were be been remain remains remained become becomes became");
    private static readonly WordList s_adverbs = new("will would has have had now still also reportedly currently apparently long already since himself herself not never");
    private static readonly WordList s_phraseEnds = new("to for with by in on at that who which whom and or but as from of said says told met");

    private static bool Introduced(Scan scan, int from, int to)
    {
        int at = from;
        while (at < to && at - from < 4 && scan.In(s_adverbs, at))
        {
            at++;
        }

        bool opens = scan.In(s_linking, at) || (at == from && scan.IsMark(at, ','));
        at++;
        while (at < to && scan.In(s_adverbs, at))
        {
            at++;
        }

        return opens && to - at is > 0 and <= 6 && scan.Is(at, "a", "an", "the")
            && Enumerable.Range(at + 1, to - at - 1).All(token => (scan.Has(token, TokenShape.Word) && !scan.In(s_phraseEnds, token) && scan.At(token) is null) || scan.IsMark(token, '-'));
    }
}
