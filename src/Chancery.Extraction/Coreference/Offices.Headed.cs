using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Mentions;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Coreference;

/// <summary>The body of an office that the words before it have told: the head of a list or of a paragraph, "its", the sentence before.</summary>
internal sealed partial class Offices
{
    /// <summary>The rule of "Secretary, Ministry of Finance, Peter Brandt", whose holder stands last.</summary>
    internal const string BeforeHolder = "between the office and its holder: ";

    /// <summary>Offices within a body; ministers, presidents and ambassadors are of a state, whatever was spoken of before.</summary>
    private static readonly WordList s_chiefs = new(
        """
        director chairman chairwoman chairperson chair manager commissioner commander coordinator rector dean provost chief head economist
        adviser advisor inspector superintendent secretary-general spokesman spokeswoman administrator controller comptroller treasurer
        principal editor officer staff general secgen president-director
        """);

    private static readonly WordList s_ofStates = new(
        "minister president ambassador premier king queen foreign prime police attorney army defense");

    /// <summary>With these an officer or chief is of a mission: "Economic Chief".</summary>
    private static readonly WordList s_sections = new("political economic econ commercial press consular cultural labor agricultural");
    private static readonly WordList s_inSections = new("officer chief counselor counsellor adviser advisor head");

    private static readonly WordList s_premises = new("headquarters offices office plant factory campus building");

    /// <summary>"Norway: Minister of Finance Brandt; Governor Kovacs", "World Bank: Director Brandt".</summary>
    private Draft? Colon(Draft position)
    {
        Scan scan = scanOf(position)!;
        int mark = position.Tokens.Start - 1;
        TokenRange sentence = scan.Segment.SentenceOf(position.Tokens.Start);
        if (scan.Segment.Kind != SegmentKind.Body || !scan.IsMark(mark, ':') && !scan.IsMark(mark, ';'))
        {
            return null;
        }

        while (mark > sentence.Start && !scan.IsMark(mark, ':'))
        {
            mark--;
        }

        bool named = scan.StartingAt(Honored(scan, position.Tokens.End)) is { Type: EntityType.Person } holder
            && !scan.Has(holder.Tokens.End, TokenShape.Clitic);
        return named && scan.IsMark(mark, ':') && scan.EndingAt(mark) is { Entity: >= 0 } head && head.Tokens.Start >= sentence.Start
            && (head.Type == EntityType.Organization
            || head.Type == EntityType.Place && head.Entry is { } row && row.Kind.HasFlag(EntryKind.Country))
            && FirstWord(scan, sentence) >= head.Tokens.Start - (scan.Is(head.Tokens.Start - 1, "the") ? 1 : 0) ? head : null;
    }

    /// <summary>"Secretary, Ministry of Finance, Peter Brandt;" where a list's item begins.</summary>
    private Draft? FirstOf(Draft position)
    {
        Scan scan = scanOf(position)!;
        int before = position.Tokens.Start - 1;
        TokenRange sentence = scan.Segment.SentenceOf(position.Tokens.Start);
        bool begins = FirstWord(scan, sentence) == position.Tokens.Start || scan.IsMark(before, ':') || scan.IsMark(before, ';');
        int comma = position.Tokens.End;
        if (!begins || !scan.IsMark(comma, ',')
            || scan.StartingAt(scan.Is(comma + 1, "the") ? comma + 2 : comma + 1) is not { Type: EntityType.Organization, Entity: >= 0 } body
            || !scan.IsMark(body.Tokens.End, ','))
        {
            return null;
        }

        return scan.StartingAt(Honored(scan, body.Tokens.End + 1)) is { Type: EntityType.Person } ? body : null;
    }

    /// <summary>
    /// "Norway wants one, but its Attorney General": the one nation or body named before in the sentence, else the one that the sentence is
    /// about; "Its director": likewise of the sentence before.
    /// </summary>
    private Draft? Its(Draft position)
    {
        Scan scan = scanOf(position)!;
        int its = position.Tokens.Start - 1;
        for (int words = 0; words < 3 && scan.In(s_states, its); words++)
        {
            its--;
        }

        if (!scan.Is(its, "its", "whose"))
        {
            return null;
        }

        TokenRange sentence = scan.Segment.SentenceOf(its);
        int last = position.Tokens.End - 1;
        if (Subject(scan, sentence, its, last) is { } owner)
        {
            // "Norway's army and its leader"
            bool joined = scan.Is(its - 1, "and", "with", "or") && owner.Tokens.End != its - 1 && !scan.IsMark(its - 2, ',')
                && scan.Has(owner.Tokens.End, TokenShape.Clitic);
            return joined ? null : owner;
        }

        return FirstWord(scan, sentence) == its && sentence.Start > 0 && scan.Segment.SentenceOf(sentence.Start - 1) is var previous
            ? Subject(scan, previous, previous.End, last) : null;
    }

    /// <summary>The only one before a token that could have an office of this noun, or the one that the sentence begins with.</summary>
    private static Draft? Subject(Scan scan, TokenRange sentence, int before, int noun)
    {
        // A nation has no chairman of its own, and a body no king.
        bool ofNations = !(scan.In(s_chiefs, noun) && !scan.Is(noun, "general")) && !scan.Is(noun, "delegate", "leader", "secretary");
        Draft[] owners = [.. scan.Within(new TokenRange(sentence.Start, before)).Where(draft => draft is { Entity: >= 0, Parent: null }
            && (draft.Type == EntityType.Organization && !scan.Is(noun, "king", "queen") || draft.Type == EntityType.Place && ofNations))
            .DistinctBy(draft => draft.Entity)];
        if (owners.Length < 2)
        {
            return owners is [var only] ? only : null;
        }

        int first = FirstWord(scan, sentence);
        return owners[0].Tokens.Start - first <= 1 && owners[0].Type == EntityType.Organization && !scan.Has(owners[0].Tokens.End, TokenShape.Clitic)
            && !scan.Is(owners[0].Tokens.End, "and") ? owners[0] : null;
    }

    private static readonly WordList s_bodyNouns = new(
        """
        company firm bank ministry agency party union organization association committee commission council center centre institute foundation
        federation group plant factory bureau department newspaper university hospital
        """);

    /// <summary>"They saw the Harbor Works. The company's director": the one body of the sentence and the one before.</summary>
    private Draft? OfNoun(Draft position)
    {
        Scan scan = scanOf(position)!;
        int clitic = position.Tokens.Start - 1;
        if (!scan.Has(clitic, TokenShape.Clitic) || !scan.In(s_bodyNouns, clitic - 1) || !scan.Is(clitic - 2, "the"))
        {
            return null;
        }

        TokenRange sentence = scan.Segment.SentenceOf(clitic);
        int from = sentence.Start > 0 ? scan.Segment.SentenceOf(sentence.Start - 1).Start : 0;
        Draft[] bodies = [.. scan.Within(new TokenRange(from, clitic)).Where(draft => draft is { Type: EntityType.Organization, Entity: >= 0, Parent: null }
            && draft.Key?.StartsWith("gov:", StringComparison.Ordinal) != true).DistinctBy(draft => draft.Entity)];
        return bodies is [var one] ? one : null;
    }

    /// <summary>"The Harbor Ministry objects, and the Minister says": a bare minister is of the one ministry named before him.</summary>
    private Draft? OfMinistry(Draft position)
    {
        Scan scan = scanOf(position)!;
        if (position.Tokens.Count != 1 || !scan.Is(position.Tokens.Start, "minister")
            || scan.Has(position.Tokens.End, TokenShape.Capital) && !scan.Capitals)
        {
            return null;
        }

        TokenRange sentence = scan.Segment.SentenceOf(position.Tokens.Start);
        Draft[] ministries = [.. scan.Within(new TokenRange(sentence.Start, position.Tokens.Start)).Where(draft =>
            draft is { Type: EntityType.Organization, Entity: >= 0 } && draft.Tokens.Any(token => scan.Is(token, "ministry")))
            .DistinctBy(draft => draft.Entity)];
        return ministries is [{ Tokens.Count: > 1 } ministry] && position.Tokens.Start - ministry.Tokens.End <= 12 ? ministry : null;
    }

    /// <summary>"HARBOR POLICE (HP). Commander Brandt", "The Harbor Fund objects. Director Brandt": what a paragraph's first words name.</summary>
    private Draft? Topic(Draft position)
    {
        Scan scan = scanOf(position)!;
        int start = position.Tokens.Start;
        if (!scan.In(s_chiefs, position.Tokens.End - 1) || position.Properties.ContainsKey("nation") || scan.Segment.Kind != SegmentKind.Body
            || position.Tokens.Count == 1 && scan.Is(start, "commander", "general") || position.Tokens.Any(token => scan.In(s_ofStates, token))
            || scan.In(s_inSections, position.Tokens.End - 1) && position.Tokens.Any(token => scan.In(s_sections, token))
            || scan.Is(start - 1, "a", "an")
            || scan.Has(start - 1, TokenShape.Clitic))
        {
            return null;
        }

        TokenRange sentence = scan.Segment.SentenceOf(start);
        var opening = new TokenRange(0, scan.Segment.Sentences[0].End);
        int first = FirstWord(scan, opening);
        Draft? head = scan.StartingAt(scan.Is(first, "the") ? first + 1 : first);
        bool held = scan.StartingAt(Honored(scan, position.Tokens.End)) is { Type: EntityType.Person };
        if (head is { Type: EntityType.Organization, Entity: >= 0 } && start > head.Tokens.End && (held || position.Tokens.Count > 1)
            && PositionRule.IsInstitution(scan, head)
            && Closes(scan, head))
        {
            return head;
        }

        if (sentence.Start == 0 || FirstWord(scan, sentence) != start || !held)
        {
            return null;
        }

        TokenRange previous = scan.Segment.SentenceOf(sentence.Start - 1);
        // "They went to the Harbor Fund's headquarters. Director Brandt"
        int house = previous.End - 2;
        int place = scan.Has(house - 1, TokenShape.Clitic) ? house - 1 : house;
        if (scan.In(s_premises, house) && scan.EndingAt(place) is { Type: EntityType.Organization, Entity: >= 0 } host)
        {
            return host;
        }

        int word = FirstWord(scan, previous);
        Draft[] bodies = [.. scan.Within(previous).Where(draft => draft.Entity >= 0).DistinctBy(draft => draft.Entity)];
        return bodies is [{ Type: EntityType.Organization } only] && PositionRule.IsInstitution(scan, only)
            && !(position.Tokens.Count == 1 && scan.Is(start, "chairman"))
            && only.Tokens.Start == (scan.Is(word, "the") ? word + 1 : word)
            && !scan.Has(only.Tokens.End, TokenShape.Clitic) ? only : null;
    }

    /// <summary>A full stop or a dash behind a body and its letters.</summary>
    private static bool Closes(Scan scan, Draft head)
    {
        int end = head.Tokens.End;
        end = scan.IsMark(end, '(') && scan.StartingAt(end + 1) is { } letters && scan.IsMark(letters.Tokens.End, ')')
            ? letters.Tokens.End + 1 : end;
        return scan.IsMark(end, '.') || scan.IsMark(end, '-') && scan.IsMark(end + 1, '-') || scan.Is(end, "--");
    }

    /// <summary>Past the number, the bullet and the classification mark that a paragraph or an item begins with.</summary>
    private static int FirstWord(Scan scan, TokenRange sentence)
    {
        int at = sentence.Start;
        while (at < sentence.End && !scan.Has(at, TokenShape.Word))
        {
            at++;
        }

        return at < sentence.End && scan.IsMark(at - 1, '(') && scan.IsMark(at + 1, ')') && scan.Tokens[at].Length <= 4 ? at + 2 : at;
    }

    private static int Honored(Scan scan, int token)
    {
        while (scan.In(Titles.Honorifics, token) || scan.IsMark(token, '.') && scan.In(Titles.Honorifics, token - 1))
        {
            token++;
        }

        return token;
    }
}
