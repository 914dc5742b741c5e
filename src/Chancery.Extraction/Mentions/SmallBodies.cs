using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Mentions;

/// <summary>Bodies whose noun is written small ("the French government", "the Danube movement") or that carry a number ("Task Force 12").</summary>
internal static class SmallBodies
{
    private static readonly WordList s_state = new("government govt police army navy parliament gendarmerie coastguard fleet");
    private static readonly WordList s_ofNation = new("ministry legislature senate cabinet judiciary");
    private static readonly WordList s_forces = new("forces force guard guards bank");
    private static readonly WordList s_arms = new("naval air armed security coast border central");
    private static readonly WordList s_fields = new(
        """
        naval air armed security coast border central regional provincial federal national interior foreign finance defense defence
        environmental environment health education justice agriculture agricultural labor labour energy transport trade economic economy military
        """);

    private static readonly WordList s_owners = new("PROSECUTOR ATTORNEY OMBUDSMAN CHANCELLOR PRESIDENT PREMIER MAYOR GOVERNOR SPEAKER");
    private static readonly WordList s_joint = new("JOINT COMBINED MULTINATIONAL NAVAL");
    private static readonly WordList s_directions = new("NORTH SOUTH EAST WEST");

    public static void Find(Scan scan)
    {
        if (scan.Capitals)
        {
            return;
        }

        for (int i = 1; i < scan.Count; i++)
        {
            OfNation(scan, i);
            Movement(scan, i);
            OfficeOf(scan, i);
            TaskForce(scan, i);
            Administration(scan, i);
            Court(scan, i);
            Unit(scan, i);
            Department(scan, i);
            Summit(scan, i);
        }
    }

    private static readonly WordList s_courts = new(
        """
        district city county regional supreme appeals appellate constitutional high municipal military provincial central
        """);

    /// <summary>"the Harbor district court".</summary>
    private static void Court(Scan scan, int noun)
    {
        int name = noun - 2;
        if (!scan.Is(noun, "court") || scan.Has(noun, TokenShape.Capital) || !scan.In(s_courts, noun - 1) || scan.Has(noun - 1, TokenShape.Capital)
            || !scan.Has(name, TokenShape.Word) || !scan.Has(name, TokenShape.Capital) || scan.Has(name, TokenShape.Clitic)
            || NotNames.IsWord(scan, name))
        {
            return;
        }

        int start = scan.Has(name - 1, TokenShape.Capital) && scan.Facts.Matches[name - 1] is { Length: 2 } ? name - 1 : name;
        scan.Add(new TokenRange(start, noun + 1), EntityType.Organization, 0.85, "a court with its seat", 68);
    }

    private static readonly WordList s_units = new("division brigade regiment battalion squadron fleet corps");

    /// <summary>"the Norwegian 12th division".</summary>
    private static void Unit(Scan scan, int noun)
    {
        int start = noun - 2;
        bool numbered = scan.In(s_units, noun) && scan.Has(noun - 1, TokenShape.HasDigit | TokenShape.Number);
        for (int length = 1; numbered && length <= 2 && start - length + 1 >= 0; length++)
        {
            int first = start - length + 1;
            if (scan.Facts.Matches[first] is { } nation && nation.Length == length && (nation.Kinds & (EntryKind.Demonym | EntryKind.Country)) != 0)
            {
                first = first > 0 && scan.In(s_directions, first - 1) && scan.Has(first - 1, TokenShape.Capital) ? first - 1 : first;
                scan.Add(new TokenRange(first, noun + 1), EntityType.Organization, 0.85, "a nation's unit with its number", 68);
                return;
            }
        }
    }

    private static readonly WordList s_sizes = new("5 6 7 8 10 15 18 20 24 33 77");

    /// <summary>"the G-8", "the G-77".</summary>
    private static void Summit(Scan scan, int letter)
    {
        if (scan.Is(letter, "G") && scan.IsMark(letter + 1, '-') && !scan.Has(letter + 1, TokenShape.SpaceBefore) && !scan.Has(letter + 2, TokenShape.SpaceBefore)
            && scan.In(s_sizes, letter + 2) && !scan.IsMark(letter + 3, '-') && !scan.IsMark(letter + 3, '/'))
        {
            scan.Add(new TokenRange(letter, letter + 3), EntityType.Organization, 0.9, "a group of states by their number", 70).Key = $"group:G{scan.Text(letter + 2)}";
        }
        else if (scan.Text(letter) is ['G', _, ..] word && scan.Has(letter, TokenShape.HasDigit) && word.Length is 3 or 4
            && (word[1] == '-' && word[2..] is "5" or "6" or "7" or "8" or "10" or "15" or "20" or "24" or "33" or "77"))
        {
            scan.Add(new TokenRange(letter, letter + 1), EntityType.Organization, 0.9, "a group of states by their number", 70).Key = $"group:G{word[2..]}";
        }
    }

    private static readonly WordList s_departments = new("COMMERCE TREASURY JUSTICE LABOR AGRICULTURE STATE INTERIOR FINANCE");
    private static readonly WordList s_several = new("departments depts dept ministries ministers secretaries heads chiefs secretariat");
    private static readonly WordList s_from = new("at from with");

    private static readonly WordList s_deeds = new(
        """
        has had will would wants wanted told said says plans planned believes agreed remains opposes opposed favors proposes proposed
        insists insisted floats floated is was
        """);

    /// <summary>"Commerce told us", "a letter from Treasury", "Brandt of State": a department by its topic alone.</summary>
    private static void Department(Scan scan, int topic)
    {
        if (!scan.In(s_departments, topic) || !scan.Has(topic, TokenShape.Capital) || scan.Has(topic, TokenShape.AllCapitals)
            || scan.Has(topic + 1, TokenShape.Word) && scan.Has(topic + 1, TokenShape.Capital) && scan.Has(topic + 1, TokenShape.SpaceBefore)
            || scan.Is(topic + 1, "of", "for") || scan.IsMark(topic + 1, '-') || scan.IsMark(topic + 1, '/'))
        {
            return;
        }

        bool first = scan.Segment.SentenceOf(topic).Start == topic;
        bool state = scan.Is(topic, "state");
        bool acts = scan.In(s_deeds, topic + 1) && (first || !scan.Has(topic - 1, TokenShape.Capital)
            && !scan.Is(topic - 1, "of", "the", "and", "for"))
            && !(state && first) && !scan.Has(topic - 1, TokenShape.Punctuation | TokenShape.Clitic) | first;
        bool from = scan.In(s_from, topic - 1);
        bool person = scan.Is(topic - 1, "of") && scan.Has(topic - 2, TokenShape.Capital) && (scan.Facts.Words[topic - 2] & WordKind.Lower) == 0
            && !scan.In(s_several, topic - 2) && !scan.In(PositionWords.Heads, topic - 2) && !scan.In(BodyRule.Heads, topic - 2) && !scan.In(PositionWords.Weak, topic - 2)
            && !scan.In(BodyRule.Topics, topic - 2) && !scan.In(PositionWords.Codes, topic - 2)
                && !scan.Has(topic - 2, TokenShape.Dotted | TokenShape.AllCapitals);
        if (acts || from || person)
        {
            scan.Add(new TokenRange(topic, topic + 1), EntityType.Organization, 0.75, $"a department by its topic: {scan.Text(topic)}", 59);
        }
    }

    private static readonly WordList s_terms = new("administration government regime presidency cabinet");

    /// <summary>"the Brandt administration": only its head is named.</summary>
    private static void Administration(Scan scan, int noun)
    {
        int name = noun - 1;
        if (scan.In(s_terms, noun)
            && (scan.Is(name - 1, "the") || scan.Has(name - 1, TokenShape.Clitic | TokenShape.Punctuation) || scan.Is(name - 1, "to", "of"))
            && scan.Has(name, TokenShape.Capital) && !scan.Has(name, TokenShape.AllCapitals)
            && (scan.Facts.Words[name] & (WordKind.Surname | WordKind.Lower)) == WordKind.Surname && !scan.In(PositionWords.Modifiers, name)
            && !scan.In(PositionWords.Heads, name) && !NotNames.IsGroup(scan, name)
            && !(scan.Facts.Matches[name] is { } match && (match.Kinds & (EntryKind.Demonym | EntryKind.Country | EntryKind.Region)) != 0))
        {
            scan.Add(new TokenRange(name, noun), EntityType.Person, 0.8, $"whose \"{scan.Text(noun)}\" it is", 69);
        }
    }

    /// <summary>"the French government", "Turkish police".</summary>
    private static void OfNation(Scan scan, int noun)
    {
        bool forces = scan.In(s_forces, noun) && scan.In(s_arms, noun - 1) && !scan.Has(noun - 1, TokenShape.Capital);
        if (scan.Has(noun, TokenShape.Capital)
            || !forces && !scan.In(s_state, noun) && !(scan.In(s_ofNation, noun) && !scan.Is(noun + 1, "of")))
        {
            return;
        }

        int first = scan.In(s_fields, noun - 1) && !scan.Has(noun - 1, TokenShape.Capital) ? noun - 1 : noun;
        for (int length = 1; length <= 2 && first - length >= 0; length++)
        {
            int start = first - length;
            if (scan.Facts.Matches[start] is not { } nation || nation.Length != length
                || (nation.Kinds & (EntryKind.Demonym | (forces ? EntryKind.Demonym : EntryKind.Country))) == 0
                || forces && nation.Kinds.HasFlag(EntryKind.Country) || !scan.Has(start, TokenShape.Capital)
                || (start > 0 && scan.IsMark(start - 1, '-')))
            {
                continue;
            }

            Draft draft = scan.Add(new TokenRange(start, noun + 1), EntityType.Organization, 0.88, $"a nation's \"{scan.Text(noun)}\"", 68);
            bool government = scan.Is(noun, "government", "govt") && first == noun;
            if (government && scan.Context.Gazetteer.Country(nation.Entry.Name) is { } country)
            {
                draft.Key = BodyRule.GovernmentKey(country);
            }

            return;
        }
    }

    /// <summary>"the fundamentalist Danube movement": the name before it is no person.</summary>
    private static void Movement(Scan scan, int noun)
    {
        if (!scan.Is(noun, "movement") || scan.Has(noun, TokenShape.Capital) || scan.Is(noun + 1, "to", "from"))
        {
            return;
        }

        int start = noun;
        while (noun - start < 3 && scan.Has(start - 1, TokenShape.Word) && scan.Has(start - 1, TokenShape.Capital)
            && !scan.Has(start - 1, TokenShape.Clitic) && (scan.Facts.Words[start - 1] & WordKind.Lower) == 0
            && !(scan.Facts.Matches[start - 1] is { } match && (match.Kinds & (EntryKind.Demonym | EntryKind.Country | EntryKind.Region)) != 0)
            && !scan.Text(start - 1).EndsWith("ist", StringComparison.Ordinal) && !scan.Text(start - 1).EndsWith("ian", StringComparison.Ordinal)
            && !scan.Text(start - 1).EndsWith("ic", StringComparison.Ordinal) && !NotNames.IsGroup(scan, start - 1))
        {
            start--;
        }

        if (start < noun)
        {
            scan.Add(new TokenRange(start, noun + 1), EntityType.Organization, 0.75, "a name with \"movement\"", 58);
        }
    }

    /// <summary>"the Lima Prosecutor's office", "the Attorney General's Office".</summary>
    private static void OfficeOf(Scan scan, int office)
    {
        if (!scan.Is(office, "office") || !scan.Has(office - 1, TokenShape.Clitic))
        {
            return;
        }

        int owner = scan.Is(office - 2, "general") ? office - 3 : office - 2;
        bool justice = scan.Is(owner, "prosecutor", "attorney", "ombudsman");
        if (!scan.Has(owner, TokenShape.Capital) || !scan.In(s_owners, owner) && !(scan.Is(owner, "minister") && scan.Is(owner - 1, "prime"))
            || !scan.Has(office, TokenShape.Capital) && !justice)
        {
            return;
        }

        int start = owner;
        TokenRange sentence = scan.Segment.SentenceOf(owner);
        while (start - 1 >= sentence.Start && scan.Has(start - 1, TokenShape.Word) && scan.Has(start - 1, TokenShape.Capital)
            && !scan.Is(start - 1, "the") && owner - start < 3
            && !(start - 1 == sentence.Start && NotNames.IsWord(scan, start - 1)))
        {
            start--;
        }

        scan.Add(new TokenRange(start, office + 1), EntityType.Organization, 0.85, "an office called after who holds it", 70);
    }

    /// <summary>"Task Force 12", "Joint Task Force North".</summary>
    private static void TaskForce(Scan scan, int force)
    {
        if (!scan.Is(force, "force") || !scan.Is(force - 1, "task") || !scan.Has(force, TokenShape.Capital)
            || !scan.Has(force - 1, TokenShape.Capital))
        {
            return;
        }

        int start = force - 1;
        while (scan.In(s_joint, start - 1) && scan.Has(start - 1, TokenShape.Capital))
        {
            start--;
        }

        if (scan.Has(force + 1, TokenShape.Number) || scan.In(s_directions, force + 1) && scan.Has(force + 1, TokenShape.Capital))
        {
            scan.Add(new TokenRange(start, force + 2), EntityType.Organization, 0.9, "a task force with its number", 70);
        }
    }
}
