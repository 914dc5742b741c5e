using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Mentions;

/// <summary>Bodies whose noun is written small ("the French government", "the Danube movement") or that carry a number ("Task Force 12").</summary>
internal static class SmallBodies
{
    private static readonly WordList s_state = new("government govt police army navy parliament gendarmerie coastguard");
    private static readonly WordList s_ofNation = new("ministry legislature senate cabinet judiciary");
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
        }
    }

    /// <summary>"the French government", "Turkish police".</summary>
    private static void OfNation(Scan scan, int noun)
    {
        if (scan.Has(noun, TokenShape.Capital) || !scan.In(s_state, noun) && !(scan.In(s_ofNation, noun) && !scan.Is(noun + 1, "of")))
        {
            return;
        }

        for (int length = 1; length <= 2 && noun - length >= 0; length++)
        {
            int start = noun - length;
            if (scan.Facts.Matches[start] is not { } nation || nation.Length != length || (nation.Kinds & (EntryKind.Demonym | EntryKind.Country)) == 0 || !scan.Has(start, TokenShape.Capital)
                || (start > 0 && scan.IsMark(start - 1, '-')))
            {
                continue;
            }

            Draft draft = scan.Add(new TokenRange(start, noun + 1), EntityType.Organization, 0.88, $"a nation's \"{scan.Text(noun)}\"", 68);
            bool government = scan.Is(noun, "government") || scan.Is(noun, "govt");
            if (government && scan.Context.Gazetteer.Country(nation.Entry.Name) is { } country)
            {
                draft.Key = BodyRule.GovernmentKey(country);
            }

            return;
        }
    }

    /// <summary>"the fundamentalist Danube movement": the model's name before it is no person.</summary>
    private static void Movement(Scan scan, int noun)
    {
        if (!scan.Is(noun, "movement") || scan.Has(noun, TokenShape.Capital))
        {
            return;
        }

        foreach (Tagging.TaggedRange tagged in scan.Tagged)
        {
            if (tagged.Tokens.End == noun && tagged.Type is Tagging.TagType.Person or Tagging.TagType.Organization or Tagging.TagType.Place && !Enumerable.Range(tagged.Tokens.Start, tagged.Tokens.Count).Any(token => NotNames.IsWord(scan, token)))
            {
                scan.Add(new TokenRange(tagged.Tokens.Start, noun + 1), EntityType.Organization, 0.75, "a name with \"movement\"", 58);
            }
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
        bool justice = scan.Is(owner, "prosecutor") || scan.Is(owner, "attorney") || scan.Is(owner, "ombudsman");
        if (!scan.Has(owner, TokenShape.Capital) || !scan.In(s_owners, owner) && !(scan.Is(owner, "minister") && scan.Is(owner - 1, "prime")) || !scan.Has(office, TokenShape.Capital) && !justice)
        {
            return;
        }

        int start = owner;
        TokenRange sentence = scan.Segment.SentenceOf(owner);
        while (start - 1 >= sentence.Start && scan.Has(start - 1, TokenShape.Word) && scan.Has(start - 1, TokenShape.Capital) && !scan.Is(start - 1, "the") && owner - start < 3
            && !(start - 1 == sentence.Start && NotNames.IsWord(scan, start - 1)))
        {
            start--;
        }

        scan.Add(new TokenRange(start, office + 1), EntityType.Organization, 0.85, "an office called after who holds it", 70);
    }

    /// <summary>"Task Force 12", "Joint Task Force North".</summary>
    private static void TaskForce(Scan scan, int force)
    {
        if (!scan.Is(force, "force") || !scan.Is(force - 1, "task") || !scan.Has(force, TokenShape.Capital) || !scan.Has(force - 1, TokenShape.Capital))
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
