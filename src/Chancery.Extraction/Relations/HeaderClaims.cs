using Chancery.Cables;
using Chancery.Extraction.Coreference;
using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Mentions;

namespace Chancery.Extraction.Relations;

/// <summary>Sender, addressees, signer; offices of attention lines under their department.</summary>
internal static class HeaderClaims
{
    public static void Add(MentionFinder finder, EntityTable table, Gazetteer gazetteer, ClaimList claims)
    {
        if (finder.Origin is { } origin)
        {
            claims.Add(Of("SENT_FROM", origin, "header: sender") with { Target = Desk(origin, table, gazetteer) });
            if (finder.Sender is { } sender)
            {
                claims.Add(new ClaimDraft("HOLDS", sender.Entity, origin.Entity, origin.Span, 0, 0.97, "header: sender"));
            }
        }

        foreach ((Addressee addressee, List<Draft> drafts) in finder.Addressees)
        {
            AddAddressee(addressee, drafts, table, gazetteer, claims);
        }

        if (finder.Signer is { } signer)
        {
            claims.Add(Of("SIGNED_BY", signer, "header: signature"));
        }
    }

    /// <summary>What the Secretary of State sends or receives is the Department's.</summary>
    private static int Desk(Draft office, EntityTable table, Gazetteer gazetteer) =>
        office.Type == EntityType.Position && office.Surface.EndsWith("Secretary of State", StringComparison.OrdinalIgnoreCase)
            && gazetteer.Find("Department of State") is { } department
            ? table.BodyOf(department) : office.Entity;

    private static void AddAddressee(Addressee addressee, List<Draft> drafts, EntityTable table, Gazetteer gazetteer, ClaimList claims)
    {
        string rule = "header: " + addressee.Via;
        Draft? person = drafts.Find(draft => draft.Type == EntityType.Person);
        Draft? position = drafts.Find(draft => draft.Type == EntityType.Position);
        if (person is not null && position is not null)
        {
            claims.Add(new ClaimDraft("HOLDS", person.Entity, position.Entity, addressee.Span, 0, 0.97, rule));
        }

        if (addressee.IsSender)
        {
            return;
        }

        Draft? agency = addressee.Agency?.Span is { } agencySpan ? drafts.Find(draft => draft.Span == agencySpan) : null;
        Draft? office = addressee.Office?.Span is { } officeSpan ? drafts.Find(draft => draft.Span == officeSpan) : null;
        Draft? post = addressee.Post is not null ? drafts.FirstOrDefault() : null;
        foreach (Draft target in new[] { post, office, person, office is null && person is null ? position ?? agency
            : null, agency is { Type: EntityType.Organization } && agency.Entry?.Id != "org:US-State" ? agency : null }.OfType<Draft>())
        {
            claims.Add(Of("ADDRESSED_TO", target, rule) with { Target = Desk(target, table, gazetteer) });
        }

        if (agency is not null && office is { Type: EntityType.Organization } && addressee.Via != "PASS")
        {
            bool department = agency.Entry?.Id == "org:US-State";
            // An agency of its own may stand behind another; a code with a stroke is an office of the one before it.
            if (agency.Type == EntityType.Organization && (office.Entry is not { Kind: EntryKind.Organization } || office.Surface.Contains('/', StringComparison.Ordinal)))
            {
                claims.Add(new ClaimDraft("PART_OF", office.Entity, agency.Entity, addressee.Span, 0, department ? 0.95
                    : 0.7, rule) { Inferred = !department });
            }
        }
    }

    private static ClaimDraft Of(string type, Draft target, string rule) => new(type, ClaimList.Cable, target.Entity, target.Span, 0, 0.99, rule);
}
