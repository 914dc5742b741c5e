using Chancery.Extraction.Mentions;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Relations;

/// <summary>A sentence with its actors in order: a position with its holder is the person, names inside positions are left to them.</summary>
internal sealed partial class Clause
{
    private static readonly WordList s_collectives = new(
        """
        officials official officers representatives delegation delegates team experts staff leaders leadership men members ministers authorities
        contacts counterparts interlocutors personnel sources off offs
        """);

    private static readonly WordList s_light = new(
        """
        the a an his her their its our with also then later personally both together recently today yesterday again had has have been was were is
        are and mr mrs dr senior key several some other who that which subsequently reportedly formally jointly officially informally briefly
        just thereupon thereafter however nevertheless instead already still meanwhile likewise soon once even too town city village
        capital province region remote nearby northern southern eastern western central downtown neighboring neighbouring rural of , ) '
        """);

    /// <summary>"refused to meet": the verb before "to" has the same subject.</summary>
    private static readonly WordList s_control = new(
        """
        refused declined agreed planned plans plan wants wanted hoped hopes hope expects expected intends intended failed ready willing prepared
        scheduled offered able unable happened happens managed tried decided continued continues continue began begun ought likely due eager
        reluctant needed need needs used
        """);

    /// <summary>Words between a verb and a name that neither act nor are acted upon.</summary>
    private static readonly WordList s_attributes = new(
        """
        visiting ruling governing main largest opposition prominent leading fellow new newly elected former then counterpart counterparts local
        acting outgoing incoming famous well-known independent veteran chief top young old late army police party president prime foreign deputy
        minister ambassador company companies firm firms bank agency group institute ngo organization conglomerate giant newspaper daily weekly
        union association oil gas mining energy telecom steel lawyer activist journalist businessman businesswoman academic professor analyst
        expert adviser advisor official executive banker editor economist judge prosecutor state government private public longtime pro-government
        """);

    private readonly Draft? _signer;
    private readonly Clause? _previous;
    private readonly List<Draft> _held = [];

    public Clause(Scan scan, TokenRange sentence, IReadOnlyList<Draft> positions, Draft? signer, Clause? previous = null)
    {
        Scan = scan;
        Sentence = sentence;
        _signer = signer;
        _previous = previous?.Scan == scan && previous.Sentence.End == sentence.Start ? previous : null;
        foreach (Draft draft in scan.Within(sentence))
        {
            if (draft.Parent is null && sentence.Contains(draft.Tokens))
            {
                Actors.Add(draft);
            }
        }

        foreach (Draft position in positions)
        {
            if (sentence.Contains(position.Tokens))
            {
                (Held(position) ? _held : Actors).Add(position);
            }
        }

        Actors.Sort((a, b) => a.Tokens.Start.CompareTo(b.Tokens.Start));
    }

    public Scan Scan { get; }

    public TokenRange Sentence { get; }

    public List<Draft> Actors { get; } = [];

    public Cables.TextSpan Evidence => Scan.Segment.Raw(Sentence);

    /// <summary>The actors that do what the verb at <paramref name="verb"/> says: the group that ends before it, "I" the signer.</summary>
    public List<Draft> Subjects(int verb)
    {
        int at = verb - 1;
        int skipped = 0;
        int relative = -1;
        while (at >= Sentence.Start && skipped < 6)
        {
            if (Scan.Is(at, "I") && _signer is not null)
            {
                return [.. Companions(at), _signer];
            }

            if (Scan.Is(at, "he") || Scan.Is(at, "she"))
            {
                return Meant(at) is { } person ? [person] : [];
            }

            relative = Scan.Is(at, "who") ? at : relative;

            bool owned = Scan.Is(at - 2, "his", "her", "their", "an", "a", "the");
            if (Scan.Is(at, "to") && s_intents.Contains(TokenAt(at - 1)) && (owned || !s_control.Contains(TokenAt(at - 1))))
            {
                // "confirmed his intention to come"
                at -= owned ? 4 : 3;
                skipped += 2;
                continue;
            }

            if (EndingAt(at + 1) is not null || (s_collectives.Contains(Scan.Tokens[at])
                && EndingAt(at) is { Type: EntityType.Organization or EntityType.Post }))
            {
                List<Draft> group = GroupBefore(at + 1);
                return relative < 0 && group.Exists(Agent) ? [] : Bearer(group, verb);
            }

            if (Opening(at) is { } dash)
            {
                at = dash;
            }
            else if (Scan.IsMark(at, ')'))
            {
                int open = Bracket(at);
                if (Bracketed(open, at) is { Count: > 0 } members)
                {
                    return members;
                }

                at = open;
            }
            else if ((!s_light.Contains(Scan.Tokens[at]) || Scan.Is(at, "of"))
                && !Scan.Text(at).EndsWith("ly", StringComparison.OrdinalIgnoreCase) && !Modals.Any.Contains(Scan.Tokens[at])
                && !(s_control.Contains(Scan.Tokens[at]) && Scan.Is(at + 1, "to")) && !Dates.Months.Contains(Scan.Tokens[at])
                && Scan.Has(at, TokenShape.Word))
            {
                skipped += 6;
            }

            at--;
            skipped++;
        }

        return relative > 0 && Described(relative) is { } described ? [described]
            : Scan.IsMark(verb - 1, ',') && Interrupted(verb - 2) is { } interrupted ? [interrupted]
            : Postmodified(verb) is { } modified ? [modified] : Unnamed(verb);
    }

    /// <summary>"was met by Brandt": who does what a passive says does not act behind it.</summary>
    private bool Agent(Draft actor)
    {
        int start = Start(actor);
        return Scan.Is(start - 1, "by") && !Scan.Is(start - 2, "accompanied") && Led(start) is null;
    }

    /// <summary>"Brandt and I", with which a sentence or its part begins: those beside the writer.</summary>
    private List<Draft> Companions(int writer)
    {
        List<Draft> group = Scan.Is(writer - 1, "and") && EndingAt(writer - 1) is not null ? GroupBefore(writer - 1) : [];
        return group.Count > 0 && (Start(group[0]) - Sentence.Start <= 2 || Scan.IsMark(Start(group[0]) - 1, ',')) ? group : [];
    }

    /// <summary>"NAME, a professor at the college who": the person before the comma.</summary>
    private Draft? Described(int relative)
    {
        Draft? person = Nearest(relative, EntityType.Person);
        return person is not null && relative - person.Tokens.End <= 12 && Scan.IsMark(person.Tokens.End, ',') ? person : null;
    }

    /// <summary>
    /// Whom "he" or "she" means: the only person (else the only office) before it in the sentence; where there is none, the only one of the
    /// sentence before. Among several it is the one with whom the sentence begins, or nobody.
    /// </summary>
    public Draft? Meant(int pronoun, Draft? other = null)
    {
        List<Draft> before = Actors.FindAll(actor => actor.Tokens.End <= pronoun && actor.Type is EntityType.Person or EntityType.Position
            && actor.Entity != other?.Entity);
        if (before.Count > 0 || _previous is null)
        {
            return Only(before, other) ?? First(before);
        }

        List<Draft> people = _previous.Actors.FindAll(actor => actor.Type == EntityType.Person && actor.Entity != other?.Entity);
        if (people.Count == 0 && (_previous.Scan.Is(_previous.Sentence.Start, "he") || _previous.Scan.Is(_previous.Sentence.Start, "she")))
        {
            return _previous.Meant(_previous.Sentence.Start, other);
        }

        return Only(people, other) ?? _previous.First(people);
    }

    /// <summary>The person with whom the sentence begins.</summary>
    private Draft? First(List<Draft> actors) => actors.Find(actor => actor.Type == EntityType.Person) is { } person
        && person.Tokens.Start - Sentence.Start <= 4 ? person : null;

    private static Draft? Only(IEnumerable<Draft> actors, Draft? other)
    {
        Draft[] people = [.. actors.Where(actor => actor.Type is EntityType.Person or EntityType.Position && actor.Entity >= 0
            && actor.Entity != other?.Entity).DistinctBy(actor => actor.Entity)];
        Draft[] persons = [.. people.Where(actor => actor.Type == EntityType.Person)];
        return persons.Length == 1 ? persons[0] : persons.Length == 0 && people.Length == 1 ? people[0] : null;
    }

    /// <summary>The signer, for "I", "me" and "us".</summary>
    public Draft? Writer => _signer;

    /// <summary>"Lee, Director General at the Ministry, told": what an apposition names is not who acts, its bearer is.</summary>
    private List<Draft> Bearer(List<Draft> group, int verb)
    {
        if (group.Count == 1 && group[0].Type == EntityType.Position && Apposed(group[0]) is { } bearer)
        {
            return [bearer];
        }

        if (group.Count != 1 || group[0].Type == EntityType.Person
            || !Enumerable.Range(group[0].Tokens.End, Math.Max(0, verb - group[0].Tokens.End)).Any(at => Scan.IsMark(at, ',')))
        {
            return group;
        }

        foreach (Draft office in _held.Concat(Actors.Where(actor => actor.Type == EntityType.Position)))
        {
            int comma = Scan.Is(office.Tokens.Start - 1, "the", "a", "an") ? office.Tokens.Start - 2 : office.Tokens.Start - 1;
            if (office.Tokens.End <= group[0].Tokens.Start && Scan.IsMark(comma, ',') && EndingAt(comma) is { Type: EntityType.Person } person)
            {
                return [person];
            }
        }

        if (Scan.IsMark(group[0].Tokens.End, ',') | Scan.IsMark(group[0].Tokens.End + 3, ',') && Interrupted(group[0].Tokens.Start) is { } told
            && group[0].Type != EntityType.Position)
        {
            return [told];
        }

        // ", who is to take the matter to the Council, would leave": what a preposition governs does not act behind the comma.
        if (group[0].Type is not EntityType.Position && s_prepositions.Contains(TokenAt(Start(group[0]) - 1))
            || Scan.Is(Start(group[0]) - 1, "the") && group[0].Type is not EntityType.Position
            && s_prepositions.Contains(TokenAt(Start(group[0]) - 2)))
        {
            int who = group[0].Tokens.Start;
            while (who > Sentence.Start && !(Scan.Is(who, "who") || Scan.Is(who, "which")))
            {
                who--;
            }

            return Scan.IsMark(who - 1, ',') && EndingAt(who - 1) is { } head ? [head] : [];
        }

        return group;
    }

    /// <summary>"Brandt, transiting Lima on his way home, told": who stands before the comma with which the insertion begins.</summary>
    private Draft? Interrupted(int inside)
    {
        Draft? person = Actors.FindLast(actor => actor.Tokens.End <= inside && actor.Type is EntityType.Person or EntityType.Position);
        if (person is { Type: EntityType.Position } && Nearest(person.Tokens.Start, EntityType.Person) is { } bearer
            && Scan.IsMark(bearer.Tokens.End, ',') && Scan.Is(bearer.Tokens.End + 1, "who") && inside - bearer.Tokens.End <= 16)
        {
            // "Brandt, who was deputy minister in the last government, told"
            return bearer;
        }

        if (person is { Type: EntityType.Position } place && Scan.Is(place.Tokens.End, "in")
            && StartingAt(place.Tokens.End + 1) is { Type: EntityType.Place } seat && Scan.IsMark(seat.Tokens.End, ','))
        {
            return inside - seat.Tokens.End <= 14 && Scan.Is(seat.Tokens.End + 1, "who") ? person : null;
        }

        return person is not null && Scan.IsMark(person.Tokens.End, ',') && inside - person.Tokens.End <= 16
            && (s_inserted.Contains(TokenAt(person.Tokens.End + 1)) || s_joining.Contains(TokenAt(person.Tokens.End + 2))
            || Scan.Text(person.Tokens.End + 1).EndsWith("ing", StringComparison.OrdinalIgnoreCase) || Plain(person, inside)) ? person : null;
    }

    /// <summary>", visibly tired,": an insertion of small words that begins no clause.</summary>
    private bool Plain(Draft person, int inside) => (person.Tokens.Start - Sentence.Start <= 3 || Scan.Has(Start(person) - 1, TokenShape.Punctuation))
        && new TokenRange(person.Tokens.End + 1, inside + 1).All(token => !Scan.Has(token, TokenShape.Punctuation)
            && (Scan.Capitals || !Scan.Has(token, TokenShape.Capital)));

    private static readonly WordList s_joining = new("to of for at in with");

    private static readonly WordList s_inserted = new("in back just now recently here fresh newly on formerly who home out a an the");

    /// <summary>The only person of the sentence before, apart from these.</summary>
    public Draft? Earlier(List<Draft> others)
    {
        Draft[] people = [.. (_previous?.Actors ?? []).Where(actor => actor.Type == EntityType.Person
            && !others.Exists(other => other.Entity == actor.Entity)).DistinctBy(actor => actor.Entity)];
        return people is [var one] ? one : null;
    }

    private static readonly WordList s_prepositions = new("to at in of with from by for on into under between about against before after during");

    /// <summary>"NAME, a professor": whose office it is that stands behind a comma.</summary>
    private Draft? Apposed(Draft office)
    {
        int at = office.Tokens.Start - 1;
        while (at > Sentence.Start && (Scan.Is(at, "a") || Scan.Is(at, "an") || Scan.Is(at, "the")))
        {
            at--;
        }

        return Scan.IsMark(at, ',') && EndingAt(at) is { Type: EntityType.Person } person ? person : null;
    }

    /// <summary>The nearest actor of a type before a token, in the sentence.</summary>
    public Draft? Nearest(int token, params ReadOnlySpan<EntityType> types)
    {
        for (int i = Actors.Count - 1; i >= 0; i--)
        {
            if (Actors[i].Tokens.End <= token && types.Contains(Actors[i].Type))
            {
                return Actors[i];
            }
        }

        return null;
    }

    /// <summary>The actors that begin right after a token (articles and titles skipped), with those joined by commas and "and".</summary>
    public List<Draft> Objects(int after)
    {
        int at = after;
        int skipped = 0;
        if (Scan.Is(at, "me") && _signer is not null)
        {
            return [_signer];
        }

        at = Owned(at);
        while (at < Sentence.End && skipped < 6 && StartingAt(at) is null)
        {
            if (_held.Find(position => position.Tokens.Start == at) is { } office)
            {
                at = office.Tokens.End;
                continue;
            }

            if (Scan.IsMark(at, '(') && Scan.Is(at + 1, "ret", "retd", "retired", "acting"))
            {
                at = Scan.IsMark(at + 2, ')') ? at + 3 : at + 4;
                continue;
            }

            bool pass = !Scan.Is(at, "that", "which", "who") && (Titled(at) || s_light.Contains(Scan.Tokens[at])
                || s_attributes.Contains(Scan.Tokens[at])
                || Titles.Honorifics.Contains(Scan.Tokens[at]) || Scan.IsMark(at, '.') || Scan.Facts.Matches[at] is { } match
                && match.Kinds.HasFlag(Gazetteers.EntryKind.Demonym));
            if (!pass)
            {
                return Titled(after, at) is { } holder ? [holder] : Exemplified(at) is { } example ? Objects(example) : [];
            }

            at++;
            skipped++;
        }

        at = Owned(at);

        var group = new List<Draft>();
        Draft? next = StartingAt(at);
        while (next is not null)
        {
            bool apposed = next.Type == EntityType.Position && group.Count > 0 && group[^1].Type == EntityType.Person
                && Scan.IsMark(next.Tokens.Start - 1, ',') | Scan.Is(next.Tokens.Start - 1, "the") | Scan.Is(next.Tokens.Start - 1, "a");
            // "the head of the League, Brandt": the holder alone.
            if (next.Type == EntityType.Person && group.Count > 0 && group[^1].Type == EntityType.Position && Scan.IsMark(group[^1].Tokens.End, ',')
                && !Enumerable.Range(group[^1].Tokens.End, next.Tokens.Start - group[^1].Tokens.End).Any(token => Scan.Is(token, "and"))
                && Enumerable.Range(group[^1].Tokens.Start, group[^1].Tokens.Count).Any(token => Scan.Is(token, "of")) && !Joint(next))
            {
                group[^1] = next;
            }
            else if (!apposed)
            {
                group.Add(next);
            }

            next = JoinedAfter(next);
        }

        return group;
    }

    public Draft? StartingAt(int token) => Actors.Find(actor => actor.Tokens.Start == token);

    public Draft? EndingAt(int token) => Actors.Find(actor => actor.Tokens.End == token);

    /// <summary>"Lima-based" before a name, from the place on.</summary>
    private bool Based(int at) => Scan.Is(at, "based") && Scan.IsMark(at - 1, '-') || Scan.IsMark(at, '-') && Scan.Is(at + 1, "based")
        || StartingAt(at) is { Type: EntityType.Place } place && Scan.IsMark(place.Tokens.End, '-') && Scan.Is(place.Tokens.End + 1, "based");

    /// <summary>A title that no list has, short and with its full stop: "Ir.", "Drs." before a name.</summary>
    private bool Titled(int at) => Scan.Has(at, TokenShape.Capital) && Scan.Text(at).Length <= 4 && Scan.IsMark(at + 1, '.')
        && StartingAt(at + 2) is { Type: EntityType.Person };

    /// <summary>"…, Brandt and Lowell": the last two of a list.</summary>
    private bool Joint(Draft actor) => JoinedAfter(actor) is not null && Scan.Is(actor.Tokens.End, "and");

    private Draft? JoinedAfter(Draft actor)
    {
        int at = actor.Tokens.End;
        if (s_collectives.Contains(TokenAt(at)))
        {
            at++;
        }
        else if (actor.Type == EntityType.Person && (Scan.Is(at, "of") || Scan.Is(at, "from")))
        {
            Draft? body = StartingAt(Scan.Is(at + 1, "the") ? at + 2 : at + 1);
            at = body is { Type: EntityType.Organization or EntityType.Place } ? body.Tokens.End : at;
        }

        int start = at;
        while (at < Sentence.End && at - start < 6)
        {
            if (_held.Find(position => position.Tokens.Start == at) is { } office)
            {
                at = office.Tokens.End;
            }
            else if (Scan.IsMark(at, ',') || Scan.Is(at, "and") || Scan.Is(at, "the")
                || (Scan.Is(at, "of") || Scan.Is(at, "with") || Scan.Is(at, "to")) && Scan.Is(at - 1, "and")
                || Titles.Honorifics.Contains(Scan.Tokens[at]) || Based(at)
                || Scan.IsMark(at, '.') && Titles.Honorifics.Contains(TokenAt(at - 1)) || (at > start && s_attributes.Contains(Scan.Tokens[at])))
            {
                at++;
            }
            else
            {
                break;
            }
        }

        at = Owned(at);
        return at > start && StartingAt(at) is { } next && (Scan.IsMark(start, ',') || Scan.Is(start, "and")) ? next : null;
    }

    private Token TokenAt(int token) => token >= 0 && token < Scan.Count ? Scan.Tokens[token] : default;
}
