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
            : null, agency is { Type: EntityType.Organization } && agency.Entry?.Id != Department ? agency : null }.OfType<Draft>())
        {
            claims.Add(Of("ADDRESSED_TO", target, rule) with { Target = Desk(target, table, gazetteer) });
        }

        // "NSC FOR SENIOR HARBOR DIRECTOR"
        if (agency is { Type: EntityType.Organization } && agency.Entry?.Id != Department && office is null && position is not null && addressee.Via != "PASS")
        {
            claims.Add(new ClaimDraft("POSITION_IN", position.Entity, agency.Entity, addressee.Span, 0, 0.85, rule));
        }

        if (agency is { Type: EntityType.Organization } && office is { Type: EntityType.Organization })
        {
            bool department = agency.Entry?.Id == Department;
            // The Department passes to agencies of their own, and its bureaus are behind FOR; what stands behind another agency is that agency's.
            if (department ? addressee.Via != "PASS" && (office.Entry is not { Kind: EntryKind.Organization } || office.Surface.Contains('/', StringComparison.Ordinal)) : office.Entity != agency.Entity)
            {
                claims.Add(new ClaimDraft("PART_OF", office.Entity, agency.Entity, addressee.Span, 0, department ? 0.95
                    : 0.75, rule) { Inferred = !department });
            }
        }
    }

    private const string Department = "org:US-State";

    private static ClaimDraft Of(string type, Draft target, string rule) => new(type, ClaimList.Cable, target.Entity, target.Span, 0, 0.99, rule);
}
