using Chancery.Cables;
using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Tagging;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Mentions;

/// <summary>All mentions of a cable: first what its structure states, then rules and the tagger over its running text.</summary>
internal sealed class MentionFinder(CableContext context, Tagger tagger)
{
    private readonly Dictionary<Segment, Scan> _bySegment = [];

    public List<(Addressee Addressee, List<Draft> Drafts)> Addressees { get; } = [];

    public Draft? Origin { get; private set; }

    /// <summary>The person named with the sender's office: "The Minister in Finland (Brandt) to …".</summary>
    public Draft? Sender { get; private set; }

    public Draft? Signer { get; private set; }

    public List<Scan> Scans { get; } = [];

    public List<Draft> Positions { get; } = [];

    public void Find()
    {
        ReadHeader();
        foreach (Segment segment in context.Document.Segments)
        {
            if (segment.Tokens.Length > 0)
            {
                Scans.Add(Open(segment));
            }
        }

        List<Scan> running = [.. Scans.Skip(Scans.Count - context.Document.Segments.Count(segment => segment.Tokens.Length > 0))];
        running.ForEach(AcronymRule.Define);
        PressRule.Find(running);
        foreach (Scan scan in running)
        {
            PostRule.Find(scan);
            GazetteerRule.Find(scan);
            BodyRule.Find(scan);
            SmallBodies.Find(scan);
            JointBodies.Find(scan);
            Companies.Find(scan);
            Designations.Find(scan);
            ForeignBodies.Find(scan);
            PlaceForms.Find(scan);
            DraftingRule.Find(scan);
            AcronymRule.Uses(scan);
            AcronymRule.Unknown(scan);
            PersonRule.Titled(scan);
            PersonRule.AfterRole(scan);
            PersonRule.AfterTopic(scan);
            TaggerRule.Find(scan);
            AcronymRule.Units(scan);
            scan.Choose();
            NameBounds.Find(scan);
            Holders(scan);
        }

        PersonForms.Find(running);
        Apposition.Find(running);
        BodyUse.Find(running);
        Aliases.Find(running);
        Pairs.Split(running, Named());
        PlaceUse.Find(running);
        Harmony.Restore(running);
        Echo.Find(running);
        Initials.Find(running);
        AddRepeated(running);
        DefiniteRule.Find(running);
        foreach (Scan scan in running)
        {
            PositionRule.Find(scan, Positions);
        }

        AddHolders();
        DefiniteOffices.Find(running, Positions);
        running.ForEach(scan => PositionRule.Plain(scan, Positions));
        running.ForEach(scan => PositionRule.Learned(scan, Positions));
        Positions.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
    }

    /// <summary>Every mention once, header and text, names and positions.</summary>
    public List<Draft> All()
    {
        var all = new List<Draft>();
        all.AddRange(new[] { Origin, Sender, Signer }.OfType<Draft>());
        all.AddRange(Addressees.SelectMany(pair => pair.Drafts));
        all.AddRange(Scans.SelectMany(scan => scan.Chosen));
        all.AddRange(Positions);
        var seen = new Dictionary<(TextSpan, EntityType), Draft>();
        var kept = new List<Draft>();
        foreach (Draft draft in all.Where(draft => !draft.Silent || draft == Origin))
        {
            if (seen.TryAdd((draft.Span, draft.Type), draft))
            {
                kept.Add(draft);
            }
        }

        foreach ((_, List<Draft> drafts) in Addressees)
        {
            for (int i = 0; i < drafts.Count; i++)
            {
                drafts[i] = seen[(drafts[i].Span, drafts[i].Type)];
            }
        }

        return kept;
    }

    /// <summary>The scan that a mention was found in; null for a header's field.</summary>
    public Scan? ScanOf(Draft draft) => draft.Segment is { } segment ? _bySegment.GetValueOrDefault(segment) : null;

    private Scan Open(Segment segment)
    {
        var facts = new TokenFacts(segment.Tokens, segment.Capitals, context.Gazetteer);
        var tagged = new List<TaggedRange>();
        tagger.Read(segment.Text.Value, segment.Tokens, segment.Sentences, facts, tagged);
        return _bySegment[segment] = new Scan(segment, context, facts, tagged);
    }

    private void ReadHeader()
    {
        Origin = HeaderMentions.Origin(context);
        if (Origin is { Type: EntityType.Post } && PostNames.IsBareCity(Origin.Surface))
        {
            Origin.Silent = true;
        }

        Signer = HeaderMentions.Signer(context);
        if (Origin is { Type: EntityType.Position } && context.Document.Cable.Header.Origin?.Span is { } line)
        {
            (Origin, Sender) = ReadOffice(Origin, line);
            Positions.Add(Origin);
        }

        foreach (Addressee addressee in context.Document.Cable.Header.Addressees)
        {
            if (addressee.Post is { } routed && routed.Value.StartsWith("STATE ", StringComparison.Ordinal)
                && !routed.Value.Contains("DEPT", StringComparison.Ordinal) && !routed.Value.Contains("WASH", StringComparison.Ordinal))
            {
                continue;
            }

            List<Draft> drafts = addressee.Post is { Span: { } span } post
                ? [HeaderMentions.PostOrBody(context, post.Value, span, addressee.Via == "INFO" ? "an INFO line" : "a TO line")!]
                : [.. HeaderMentions.Attention(context, addressee)];
            if (drafts is [{ Type: EntityType.Position } named] && addressee.Post?.Span is { } heading)
            {
                (Draft read, Draft? holder) = ReadOffice(named, heading);
                drafts = holder is null ? [read] : [read, holder];
                Positions.Add(read);
                Addressees.Add((addressee, drafts));
                continue;
            }

            foreach (Draft mission in drafts.Where(draft => draft.Type == EntityType.Post))
            {
                Draft? routedTo = Addressees.SelectMany(pair => pair.Drafts).FirstOrDefault(other => other.Type == EntityType.Post
                        && other.Properties.GetValueOrDefault("city") == mission.Properties.GetValueOrDefault("city"));
                if (routedTo is not null && addressee.Post is null)
                {
                    (mission.Key, mission.Name) = (routedTo.Key, routedTo.Name);
                }
            }

            int office = drafts.FindIndex(draft => draft.Type == EntityType.Position);
            if (office >= 0)
            {
                drafts[office] = Reread(drafts[office]);
                Positions.Add(drafts[office]);
            }

            Addressees.Add((addressee, drafts));
        }
    }

    /// <summary>A heading's office, and its holder in brackets or right after it.</summary>
    private (Draft Office, Draft? Holder) ReadOffice(Draft office, TextSpan heading)
    {
        Draft read = Reread(office);
        Draft? holder = HeaderMentions.Bracketed(context, heading)
            ?? (read.Span.End < office.Span.End ? HeaderMentions.Following(context, new TextSpan(read.Span.End, office.Span.End)) : null);
        return (read, holder);
    }

    /// <summary>A header's office read like one in the text, so that its body and title are known.</summary>
    private Draft Reread(Draft header)
    {
        var segment = new Segment(SegmentKind.Subject, new CleanText(header.Span.Of(context.Document.Raw), [(0, header.Span.Start)]), 0, context.Document.Raw);
        Scan scan = Open(segment);
        GazetteerRule.Find(scan);
        BodyRule.Find(scan);
        scan.Choose();
        scan.Remove(name => name.Type == EntityType.Organization && name.Entry?.Id == "org:US-State" && scan.Is(name.Tokens.Start, "secretary"));
        var positions = new List<Draft>();
        PositionRule.Find(scan, positions);
        Scans.Insert(0, scan);
        return positions.Count > 0 && positions[0].Span.Start <= header.Span.Start + 4 ? PositionRule.WithCountry(scan, positions[0]) : header;
    }

    /// <summary>Surnames that stand alone, once somebody of that name has been named in full or in the header.</summary>
    private void AddRepeated(List<Scan> running)
    {
        var surnames = new Dictionary<ulong, Draft>();
        foreach (Draft person in Named())
        {
            string surname = PersonNames.Surname(person.Surface);
            ulong fold = Folding.Hash(surname);
            if (surname.Length >= 3
                && !(surnames.TryGetValue(fold, out Draft? known)
                    && (known.Surface.Contains(' ', StringComparison.Ordinal) || !person.Surface.Contains(' ', StringComparison.Ordinal))))
            {
                surnames[fold] = person;
            }
        }

        foreach (Scan scan in running)
        {
            PersonRule.Repeated(scan, surnames);
            scan.Add();
        }
    }

    /// <summary>The persons of the header and those found in the text so far.</summary>
    private IEnumerable<Draft> Named() => Addressees.SelectMany(pair => pair.Drafts).Append(Signer).Append(Sender).OfType<Draft>()
        .Concat(Scans.SelectMany(scan => scan.Chosen)).Where(draft => draft.Type == EntityType.Person);

    /// <summary>What stands before a bracketed office is a person: "Ivanov (Acting Chief)".</summary>
    private static void Holders(Scan scan)
    {
        foreach (Draft draft in scan.Chosen)
        {
            int open = draft.Tokens.End;
            if (draft is { Type: EntityType.Organization or EntityType.Place, Entry: null, Key: null } && scan.IsMark(open, '(')
                && (scan.In(PositionWords.Heads, open + 1) || scan.In(PositionWords.Modifiers, open + 1) && scan.Has(open + 1, TokenShape.Capital))
                && !scan.In(BodyRule.Heads, open - 1))
            {
                draft.Type = EntityType.Person;
                draft.Reason += "; an office in brackets follows";
            }
        }
    }

    /// <summary>An ambassador whose surname is not that of the head of the sending embassy at that time is somebody else's.</summary>
    private bool IsStranger(Draft person)
    {
        if (context.Own is not { } post || IsCalled(Signer?.Surface, person))
        {
            return false;
        }

        if (post.Row is not { Type: "embassy" })
        {
            return true;
        }

        IEnumerable<DateTime> days = context.Document.Date is { } day ? [day]
            : context.Document.Cable.Header.Reference is null ? [] : Enumerable.Range(0, 5).Select(quarter => new DateTime(context.Document.Year, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(91 * quarter));
        string[] chiefs = [.. days.Select(date => context.Gazetteer.Appointments.ChiefOfMission(post.Country, date)?.Person).OfType<string>()];
        return chiefs.Length > 0 && !chiefs.Any(chief => IsCalled(chief, person));
    }

    private static bool IsCalled(string? name, Draft person) =>
        name is not null && string.Equals(PersonNames.Surname(name), PersonNames.Surname(person.Surface), StringComparison.OrdinalIgnoreCase);

    /// <summary>A capitalised name right after an office is its holder, also where nothing else knew it for a name.</summary>
    private void AddHolders()
    {
        foreach (Draft position in Positions)
        {
            if (position.Segment is null)
            {
                continue;
            }

            Scan scan = ScanOf(position)!;
            int next = position.Tokens.End;
            if (scan.IsMark(next, ',')
                && scan.StartingAt(next + 1) is { Type: EntityType.Organization or EntityType.Place, Entry: null, Key: null, Tokens.Count: 2 or 3 } apposed
                && scan.IsMark(apposed.Tokens.End, ',') && !scan.Capitals && !apposed.Tokens.Any(token => scan.In(BodyRule.Heads, token)))
            {
                apposed.Type = EntityType.Person;
                apposed.Reason += "; in apposition to an office";
            }

            while (scan.In(Titles.Honorifics, next) || (scan.IsMark(next, '.') && next > position.Tokens.End))
            {
                next++;
            }

            if (!scan.Capitals
                && scan.StartingAt(next) is { Type: EntityType.Organization or EntityType.Place, Key: null, Priority: <= 60, Tokens.Count: 1 } taken
                && (taken.Priority <= 50 || taken.Entry is null && scan.Has(taken.Tokens.End, TokenShape.Clitic)) && (taken.Entry is null || taken.Type == EntityType.Place) && PositionWords.IsTitle(scan.Tokens[position.Tokens.End - 1])
                && !scan.Has(next, TokenShape.AllCapitals) && !scan.In(BodyRule.Heads, next))
            {
                (taken.Type, taken.Entry) = (EntityType.Person, null);
                taken.Reason += "; right after an office";
                AlsoCalled(taken);
            }

            if (position.Properties.GetValueOrDefault("title") is "Ambassador" && scan.StartingAt(next) is { Type: EntityType.Person } person && IsStranger(person))
            {
                position.Properties["stranger"] = PersonNames.Surname(person.Surface);
            }

            if (next < scan.Count && scan.At(next) is null && scan.Has(next, TokenShape.Capital))
            {
                int end = PersonRule.EndOfName(scan, next, careful: true);
                bool named = end - next > 1 || (scan.Facts.Words[next] & (WordKind.Surname | WordKind.Capital)) != 0;
                bool unknown = scan.Capitals
                    ? scan.Facts.Words[next] == WordKind.None && scan.Facts.Matches[next] is null
                    : (scan.Facts.Words[next] & WordKind.Lower) == 0 && !scan.Has(next, TokenShape.AllCapitals);
                bool likely = unknown && scan.Tokens[next].Length > 4 && PositionWords.IsTitle(scan.Tokens[position.Tokens.End - 1]);
                if (end > next && (named || likely) && new TokenRange(next, end).All(token => scan.At(token) is null or { Type: EntityType.Person }))
                {
                    scan.Remove(draft => draft.Tokens.Start >= next && draft.Tokens.End <= end);
                    scan.Add(new TokenRange(next, end), EntityType.Person, 0.85, $"a name after the office \"{position.Surface}\"", 60);
                    scan.Add();
                    if (end == next + 1 && scan.StartingAt(next) is { } holder)
                    {
                        AlsoCalled(holder);
                    }
                }
            }
        }
    }

    /// <summary>A single name that proved to be a person's is one elsewhere too, where the model took it for something else.</summary>
    private void AlsoCalled(Draft person)
    {
        foreach (Draft again in Scans.SelectMany(scan => scan.Chosen).Where(other => other.Type is EntityType.Place or EntityType.Organization
                && other.Priority <= 50 && other.Key is null && other.Surface == person.Surface))
        {
            (again.Type, again.Entry) = (EntityType.Person, null);
            again.Reason += $"; {person.Surface} holds an office";
        }
    }
}
