using System.Globalization;
using Chancery.Extraction.Coreference;
using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Mentions;

namespace Chancery.Extraction.Relations;

/// <summary>
/// "the Ambassador" of the sending post without a name: the tables of appointments tell who it was on the cable's day. The person becomes an
/// entity without a mention and the claim is marked inferred; where nobody was appointed the position is marked vacant.
/// </summary>
internal static class Appointed
{
    public static void Add(CableContext context, EntityTable table, ClaimList claims)
    {
        if (context.Own is not { Row.Type: "embassy" } post || context.Document.Date is not { } day)
        {
            return;
        }

        for (int i = 0; i < table.Entities.Count; i++)
        {
            EntityDraft office = table.Entities[i];
            if (office.Type != EntityType.Position || office.Title != "AMBASSADOR" || office.Properties.ContainsKey("nation")
                || office.Mentions.Exists(mention => mention.Segment is null)
                || claims.Claims.Exists(claim => claim.Type == "HOLDS" && claim.Target == i)
                    || !claims.Claims.Exists(claim => claim.Type == "POSITION_IN" && claim.Source == i && claim.Inferred))
            {
                continue;
            }

            if (context.Gazetteer.Appointments.ChiefOfMission(post.Country, day) is not { } chief)
            {
                office.Properties["holder"] = "vacant";
                continue;
            }

            Draft mention = office.Mentions[0];
            claims.Add(new ClaimDraft("HOLDS", Person(table, chief), i, ClaimList.Evidence(mention.Segment!, mention.Tokens.Start),
                mention.Paragraph, chief.IsCharge ? 0.5 : 0.75,
                string.Create(CultureInfo.InvariantCulture,
                    $"appointment table: {chief.Person}, {chief.Role}, from {chief.From} to {(chief.To.Length > 0 ? chief.To : "?")}"))
            {
                Inferred = true,
            });
        }
    }

    private static int Person(EntityTable table, Appointment chief)
    {
        string surname = PersonNames.Surname(chief.Person);
        int named = table.Entities.FindIndex(entity => entity.Type == EntityType.Person
            && string.Equals(entity.Properties.GetValueOrDefault("surname"), surname, StringComparison.OrdinalIgnoreCase));
        if (named >= 0)
        {
            return named;
        }

        var person = new EntityDraft(EntityType.Person) { Name = chief.Person };
        person.Properties["surname"] = surname;
        person.Properties["givenName"] = chief.Person[..^Math.Min(surname.Length, chief.Person.Length)].Trim();
        return table.Add(person);
    }
}
