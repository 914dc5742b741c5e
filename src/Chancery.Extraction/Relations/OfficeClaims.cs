using Chancery.Extraction.Coreference;
using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Mentions;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Relations;

/// <summary>Which body a position is in, and who holds it; a candidate, a nominee or a hopeful holds nothing.</summary>
internal sealed partial class OfficeClaims(CableContext context, EntityTable table, Offices offices, Func<Draft, Scan?> scanOf, ClaimList claims)
{
    private static readonly WordList s_former = new("former ex late previous erstwhile then outgoing ousted deposed retired assassinated");
    private static readonly WordList s_hopeful = new(
        """
        candidate nominee nominated nomination candidacy contender hopeful frontrunner runner possible potential would-be aspirant
        election proposed
        """);
    private static readonly WordList s_dead = new("death assassination murder funeral");

    /// <summary>Holders named before their office, by the token that follows it.</summary>
    private readonly Dictionary<(Scan, int), Draft> _held = [];

    /// <summary>Where offices end.</summary>
    private readonly HashSet<(Segment, int)> _ends = [];

    public void Add(IReadOnlyList<Draft> positions)
    {
        foreach (Draft position in positions)
        {
            if (position.Segment is { } segment)
            {
                _ends.Add((segment, position.Tokens.End));
                _starts.TryAdd((segment, position.Tokens.Start), position);
            }
        }

        foreach (Draft position in positions)
        {
            AddBodies(position);
            if (scanOf(position) is { } scan)
            {
                AddHolder(scan, position);
            }
        }

        foreach (Scan scan in positions.Select(scanOf).OfType<Scan>().Distinct())
        {
            Others(scan);
        }
    }

    private void AddBodies(Draft position)
    {
        Cables.TextSpan evidence = position.Segment is { } stated ? ClaimList.Evidence(stated, position.Tokens.Start) : position.Span;
        SortedSet<int> bodies = offices.BodiesOf(position);
        bool staff = !position.Properties.ContainsKey("stranger") && position.Segment is { } segment
            && PositionWords.MissionStaff.Contains(segment.Tokens[Math.Max(position.Tokens.Start, position.Tokens.End - 1)]);
        foreach (int body in bodies)
        {
            if (!staff || table.Entities[body].Type != EntityType.Place || offices.Supplied.ContainsKey(position))
            {
                claims.Add(new ClaimDraft("POSITION_IN", position.Entity, body, evidence, position.Paragraph, 0.92,
                    offices.Supplied.GetValueOrDefault(position, "the position's own words")));
            }
        }

        bool indefinite = position.Segment is { } text && position.Tokens.Start > 0
            && text.Of(text.Tokens[position.Tokens.Start - 1]) is "a" or "an" or "A" or "An";
        bool accredited = position.Properties.GetValueOrDefault("title") is "Ambassador" or "AMBASSADOR" or "Amb" or "AMB"
            && bodies.All(body => table.Entities[body].Type == EntityType.Place
            && position.Bodies.Exists(place => place.Entity == body && place.Tokens.End == position.Tokens.End));
        if ((bodies.Count == 0 || accredited || position.Bodies.Exists(body => offices.Toward(position, body))) && !indefinite
            && !ForNation(position) && position.Properties.TryGetValue("nation", out string? nation) && context.Gazetteer.Country(nation) is { } country)
        {
            claims.Add(new ClaimDraft("POSITION_IN", position.Entity, table.PlaceOf(country), evidence, position.Paragraph, 0.85,
                "the nation in the position's words"));
        }
        else if (staff && !indefinite && !Abroad(position, bodies) && bodies.All(body => table.Entities[body].Type == EntityType.Place)
            && context.Own is { } origin && table.PostOf(origin) is { } post)
        {
            claims.Add(new ClaimDraft("POSITION_IN", position.Entity, post, evidence, position.Paragraph, 0.8,
                "staff of the sending post") { Inferred = true });
        }
    }

    /// <summary>"Deputy Director for Norwegian Issues": the nation that an office deals with.</summary>
    private bool ForNation(Draft position) => scanOf(position) is { } scan && position.Segment is not null
        && Enumerable.Range(position.Tokens.Start, position.Tokens.Count).FirstOrDefault(token => scan.Is(token, "for"), -1) is > 0 and var link
        && Enumerable.Range(link + 1, Math.Max(0, position.Tokens.End - link - 1)).Any(token => PositionRule.IsNation(scan, token));

    /// <summary>"the Ambassador to Hungary" of a cable from elsewhere is no officer of the sender.</summary>
    private bool Abroad(Draft position, SortedSet<int> bodies) =>
        position.Properties.GetValueOrDefault("title") is "Ambassador" or "AMBASSADOR" or "Charge d'Affaires"
        && bodies.Any(body => table.Entities[body].GazetteerId is { } id && id != context.Host?.Id && table.Entities[body].Name != "United States");

    private void AddHolder(Scan scan, Draft position)
    {
        TokenRange sentence = scan.Segment.SentenceOf(position.Tokens.Start);
        (Draft? person, double confidence, string rule) = After(scan, position) ?? Before(scan, position, sentence) ?? default;
        bool staff = position.Tokens.Count == 1 && PositionWords.MissionStaff.Contains(scan.Tokens[position.Tokens.Start]);
        if (staff && scan.Capitals && person is not null && claims.Claims.Exists(claim => claim.Type == "HOLDS" && claim.Source == person.Entity
            && claim.Target != position.Entity))
        {
            return;
        }

        if (person is null || Hopeful(scan, position, person, sentence))
        {
            return;
        }

        if (person.Tokens.End <= position.Tokens.Start)
        {
            _held[(scan, position.Tokens.End)] = person;
        }

        int first = Math.Min(position.Tokens.Start, person.Tokens.Start);
        int last = Math.Max(position.Tokens.End, person.Tokens.End);
        (string? from, string? to) = Tenure.Of(scan, sentence, first, last, context.Document.Date);
        bool over = to is not null && context.Document.Date is { } sent
            && string.CompareOrdinal(to, sent.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)) < 0;
        claims.Add(new ClaimDraft("HOLDS", person.Entity, position.Entity, scan.Segment.Raw(sentence), position.Paragraph, confidence, rule)
        {
            Modality = over || IsFormer(scan, position, person) ? Modality.Former : IsComing(scan, position, person) ? Modality.Planned
                : Modality.Actual,
            From = from,
            To = to,
        });
        // "Harbor Committee staffers Brandt and Kovacs": an office in the plural has several holders.
        if (rule == BeforeName && scan.Text(position.Tokens.End - 1).EndsWith("s", StringComparison.OrdinalIgnoreCase)
            && scan.Is(person.Tokens.End, "and")
            && scan.StartingAt(SkipRanks(scan, person.Tokens.End + 1)) is { Type: EntityType.Person } fellow)
        {
            claims.Add(new ClaimDraft("HOLDS", fellow.Entity, position.Entity, scan.Segment.Raw(sentence), position.Paragraph, confidence, rule));
        }
    }

    private const string BeforeName = "office before the name";

    /// <summary>"Danish President Peter Brandt", "Acting Director General Brandt", "the head of …, Brandt, who".</summary>
    private (Draft?, double, string)? After(Scan scan, Draft position)
    {
        int next = position.Tokens.End;
        // "the Secretary Mr. Brandt" are two of a list of guests; an office that is completed ("Minister of Finance Mr. Brandt") may be his.
        if (scan.In(s_civil, next) && position.Tokens.Count < 3 || next >= scan.Segment.SentenceOf(position.Tokens.Start).End)
        {
            return null;
        }

        while (scan.In(Titles.Honorifics, next) || next > position.Tokens.End && scan.IsMark(next, '.') && scan.In(Titles.Honorifics, next - 1))
        {
            next++;
        }

        // "Attaché, Embassy of Norway Mr. Brandt": what is set off by a comma is told of the name before it; the next is the next of a list.
        if (position.Bodies is [.., { Type: EntityType.Post } mission] && scan.IsMark(mission.Tokens.Start - 1, ','))
        {
            return null;
        }

        if (scan.StartingAt(next) is { Type: EntityType.Person } direct)
        {
            return (direct, 0.95, BeforeName);
        }

        // "the Minister (Peter Brandt)"
        if (Bracketed(scan, next) is { } bracketed)
        {
            return (bracketed, 0.85, "name in brackets after the office");
        }

        if (Parenthetic(scan, position) is { } interrupted)
        {
            return (interrupted, 0.85, BeforeName);
        }

        if ((Lined(scan, position) ?? Doubled(scan, position)) is { } listed)
        {
            return listed;
        }

        if (Capacity(scan, position) is { } acting)
        {
            return (acting, 0.8, "\"as\" the office, then the name");
        }

        if (offices.Supplied.TryGetValue(position, out string? rule) && rule.StartsWith(Offices.BeforeHolder, StringComparison.Ordinal)
            && scan.IsMark(next, ',') && scan.StartingAt(scan.Is(next + 1, "the") ? next + 2 : next + 1) is { } between
            && scan.StartingAt(SkipRanks(scan, between.Tokens.End + 1)) is { Type: EntityType.Person } last)
        {
            return (last, 0.85, "name behind the office and its body");
        }

        // "the ABC's director in Lima, Peter Brandt,", "ABC rep here, Peter Brandt,"
        next = scan.Is(next, "here", "there") && scan.IsMark(next + 1, ',') ? next + 1 : Beyond(scan, next);
        if (Predicated(scan, next) is { } told)
        {
            return (told, 0.85, "the office is said to be the name's");
        }

        if (Titled(scan, position, next) is { } titled)
        {
            return (titled, 0.8, "a second office in apposition, and its holder");
        }

        int article = position.Tokens.Start - 1;
        while (position.Tokens.Start - article < 3 && scan.In(s_newly, article))
        {
            article--;
        }

        bool definite = scan.In(s_articles, article) || scan.Has(article, TokenShape.Clitic)
            || position.Tokens.Count > (scan.Capitals ? 1 : 3)
            || position.Bodies.Count > 0 || position.Properties.ContainsKey("nation");
        int name = SkipRanks(scan, Aged(scan, next + 1));
        name = scan.At(name) is null && scan.Facts.Matches[Math.Min(name, scan.Count - 1)] is { Length: 1 } origin
            && origin.Kinds.HasFlag(EntryKind.Demonym) ? name + 1 : name;
        if (scan.IsMark(next, ',') && definite && scan.StartingAt(name) is { Type: EntityType.Person } apposed
            && (scan.IsMark(apposed.Tokens.End, ',') || scan.IsMark(apposed.Tokens.End, '.') || scan.IsMark(apposed.Tokens.End, '(')
            || apposed.Tokens.End >= scan.Count))
        {
            int behind = SkipRanks(scan, scan.Is(apposed.Tokens.End + 1, "and") ? apposed.Tokens.End + 2 : apposed.Tokens.End + 1);
            bool list = scan.IsMark(apposed.Tokens.End, ',')
                && (scan.StartingAt(behind) is { Type: EntityType.Person } || scan.In(PositionWords.Modifiers, behind)
                && scan.Has(behind, TokenShape.Capital))
                || scan.IsMark(position.Tokens.Start - 2, ',') && Named(scan, position.Tokens.Start - 2)
                || scan.IsMark(position.Tokens.Start - 1, ',') && Named(scan, position.Tokens.Start - 1);
            return list ? null : (apposed, 0.8, "name in apposition after the office");
        }

        return null;
    }

    /// <summary>A person or an office ends right before a comma: what follows may be the next of a list.</summary>
    private bool Named(Scan scan, int comma) => scan.EndingAt(comma) is { Type: EntityType.Person } || _ends.Contains((scan.Segment, comma));

    private static readonly WordList s_civil = new("mr mrs ms miss");

    private static int SkipRanks(Scan scan, int token)
    {
        while (scan.In(Titles.Honorifics, token) || scan.IsMark(token, '.'))
        {
            token++;
        }

        return token;
    }

    /// <summary>"NAME, director of …", "NAME (Head Danube Section)", "NAME, who was also chief of", "NAME is the director".</summary>
    private (Draft?, double, string)? Before(Scan scan, Draft position, TokenRange sentence)
    {
        // "Peter Brandt - Harbor Master of Oslo"
        int dash = position.Tokens.Start - 1;
        while (scan.IsMark(dash - 1, '-'))
        {
            dash--;
        }

        if ((scan.IsMark(dash, '-') || scan.Is(dash, "--") || scan.IsMark(dash, '–') || scan.IsMark(dash, '—')) && scan.Has(dash, TokenShape.SpaceBefore)
            && scan.EndingAt(dash) is { Type: EntityType.Person } dashed && dashed.Tokens.Start >= sentence.Start
            && (position.Tokens.Count > 1 || position.Bodies.Count > 0))
        {
            return (dashed, 0.88, "office behind a dash after the name");
        }

        int before = position.Tokens.Start - 1;
        before = Until(scan, before) ?? before;
        while (before > sentence.Start && (scan.Is(before, "the", "a", "an", "own", "current", "now", "currently", "new")
            || scan.In(s_former, before)
            || scan.IsMark(before, '-')))
        {
            before--;
        }

        if (scan.Has(before, TokenShape.Clitic) && scan.EndingAt(before) is { Type: EntityType.Place or EntityType.Organization } sender
            && (scan.Is(sender.Tokens.Start - 1, "the") ? sender.Tokens.Start - 2 : sender.Tokens.Start - 1) is var mark
            && (scan.IsMark(mark, '(') || scan.IsMark(mark, ',') || scan.In(s_links, mark) || scan.Is(mark, "as")
                || scan.In(s_between, mark) && scan.In(s_links, mark - 1)))
        {
            before = mark;
        }

        if (scan.Is(before, "and") && _held.TryGetValue((scan, before), out Draft? shared))
        {
            return (shared, 0.85, "shares the holder of the office before \"and\"");
        }

        before = Described(scan, before, sentence) ?? before;
        if (scan.IsMark(before, ',') || scan.IsMark(before, '('))
        {
            if (scan.EndingAt(scan.IsMark(before, '(') && scan.Has(before - 1, TokenShape.Clitic) ? before - 1
                : before) is { Type: EntityType.Person } named && named.Tokens.Start >= sentence.Start)
            {
                bool list = scan.IsMark(before, ',') && scan.StartingAt(SkipRanks(scan, position.Tokens.End)) is { Type: EntityType.Person };
                // "says Brandt, ARMA is convinced": a word of telegrams that something is told of begins what comes next.
                list |= before == position.Tokens.Start - 1 && scan.IsMark(before, ',') && position.Tokens.Count <= 2
                    && (position.Tokens.Count == 1 ? scan.In(PositionWords.MissionStaff, position.Tokens.Start)
                        : scan.Is(position.Tokens.End - 1, "counselor", "officer", "attache", "counsellor", "secretary"))
                    && scan.Has(position.Tokens.End, TokenShape.Word) && !scan.Has(position.Tokens.End, TokenShape.Capital)
                    && !scan.In(s_whereOf, position.Tokens.End) && !scan.Is(position.Tokens.End, "who", "and", "to", "from", "on");
                return list ? null : (named, 0.93, "office in apposition after the name");
            }

            return null;
        }

        return Said(scan, position, sentence, before);
    }

    private static readonly WordList s_turns = new("of for with who whom which that to from in at by on and or but as is was are were be been has had not no one");

    /// <summary>The comma before "a relative unknown and gifted" or "the 38-year-old", where such words stand between it and the office.</summary>
    private static int? Described(Scan scan, int before, TokenRange sentence)
    {
        int at = before;
        while (at > sentence.Start && before - at < 7 && !scan.Is(at, "a", "an", "the") && (scan.IsMark(at, '-') || scan.Has(at, TokenShape.Number)
            || scan.Has(at, TokenShape.Word) && !scan.Has(at, TokenShape.Capital | TokenShape.Clitic) && !scan.In(s_turns, at) && !scan.Text(at).EndsWith("ly", StringComparison.Ordinal)))
        {
            at--;
        }

        return !scan.Capitals && at < before && scan.Is(at, "a", "an", "the") && scan.IsMark(at - 1, ',') && scan.EndingAt(at - 1) is { Type: EntityType.Person } ? at - 1 : null;
    }

    /// <summary>"Chairman (and current Foreign Minister) Brandt": the holder of both stands behind the bracket.</summary>
    private static Draft? Parenthetic(Scan scan, Draft position)
    {
        int close = position.Tokens.End;
        bool opens = scan.IsMark(close, '(');
        int first = position.Tokens.Start - 1;
        while (scan.Is(first, "and", "also", "current", "now", "currently", "acting", "former"))
        {
            first--;
        }

        if (!opens && !(scan.IsMark(first, '(') && scan.IsMark(close, ')') && first < position.Tokens.Start - 1))
        {
            return null;
        }

        while (close < scan.Count && close - position.Tokens.End < 9 && !scan.IsMark(close, ')'))
        {
            close++;
        }

        return scan.IsMark(close, ')') && (!opens || scan.Is(position.Tokens.End + 1, "and", "also", "now", "currently", "formerly"))
            && scan.StartingAt(SkipRanks(scan, close + 1)) is { Type: EntityType.Person } person ? person : null;
    }

    private static bool Hopeful(Scan scan, Draft position, Draft person, TokenRange sentence)
    {
        // "Administrator Brandt once confirmed", "Ambassador Brandt, if approved by the Senate,"
        int end = Math.Max(position.Tokens.End, person.Tokens.End);
        end = scan.IsMark(end, ',') ? end + 1 : end;
        if (scan.Is(end, "once", "if", "when", "pending", "until") && Enumerable.Range(end + 1, 4).Any(token => token < sentence.End && scan.In(s_installed, token)))
        {
            return true;
        }

        int from = Math.Max(sentence.Start, Math.Min(position.Tokens.Start, person.Tokens.Start) - 6);
        int to = Math.Min(sentence.End, Math.Max(position.Tokens.End, person.Tokens.End) + 1);
        for (int i = from; i < to; i++)
        {
            bool inside = i >= position.Tokens.Start && i < position.Tokens.End;
            if (!inside && scan.In(s_hopeful, i) || scan.Is(i, "running") && scan.Is(i + 1, "for"))
            {
                return true;
            }
        }

        return false;
    }

    private static readonly WordList s_installed = new("confirmed approved appointed elected installed confirmation approval appointment election nominated accredited");

    private static readonly WordList s_coming = new("incoming elect designate future");

    private static readonly WordList s_takes = new("takes assumes becomes moves");

    /// <summary>"President-elect Brandt", "Brandt will become President", "Brandt will replace Lowell as Director".</summary>
    private static bool IsComing(Scan scan, Draft position, Draft person)
    {
        int end = position.Tokens.End;
        bool marked = scan.In(s_coming, position.Tokens.Start - 1) || scan.In(s_coming, end) || scan.IsMark(end, '-') && scan.In(s_coming, end + 1);
        bool will = person.Tokens.End <= position.Tokens.Start && Enumerable.Range(person.Tokens.End, position.Tokens.Start - person.Tokens.End)
            .Any(token => scan.Is(token, "will", "expected"));
        int start = scan.In(Titles.Honorifics, person.Tokens.Start - 1) ? person.Tokens.Start - 2
            : scan.IsMark(person.Tokens.Start - 1, '.') ? person.Tokens.Start - 3 : person.Tokens.Start - 1;
        bool awaited = will || person.Tokens.End <= position.Tokens.Start && scan.Is(start, "when", "until", "once", "after", "before")
            && Enumerable.Range(person.Tokens.End, position.Tokens.Start - person.Tokens.End).Any(token => scan.In(s_takes, token));
        return marked || awaited;
    }

    private static bool IsFormer(Scan scan, Draft position, Draft person)
    {
        int before = position.Tokens.Start - 1;
        bool marked = scan.Is(before, "as") && Leaves(scan, before) is not null || Served(scan, before) || scan.In(s_former, before)
            || scan.IsMark(before, '-') && scan.In(s_former, before - 1);
        int start = Math.Min(position.Tokens.Start, person.Tokens.Start);
        bool dead = (scan.Is(start - 1, "of") && scan.In(s_dead, start - 2))
            || (scan.Is(position.Tokens.Start - 1, "of")
            && Enumerable.Range(Math.Max(0, position.Tokens.Start - 6), Math.Min(6, position.Tokens.Start)).Any(token =>
            scan.In(s_dead, token)));
        while (scan.Is(before, "a", "an", "the"))
        {
            before--;
        }

        before = scan.Is(before, "months", "years") && scan.Is(before - 2, "for") ? before - 3 : before;
        if (Until(scan, position.Tokens.Start - 1) is not null || scan.Is(before, "been") && scan.Is(before - 1, "had"))
        {
            return true;
        }

        bool was = (scan.Is(before, "was") && !scan.Is(before + 1, "named")) || scan.Is(before, "also") && scan.Is(before - 1, "was");
        return marked || dead || was;
    }
}
