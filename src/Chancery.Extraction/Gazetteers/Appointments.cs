using System.Globalization;

namespace Chancery.Extraction.Gazetteers;

/// <summary>A chief of mission or principal officer, from and until ISO dates (or years, or months) as the tables give them.</summary>
internal sealed record Appointment(string Person, string Role, string From, string To)
{
    public bool IsCharge => Role.StartsWith("charge", StringComparison.Ordinal);
}

/// <summary>Who headed a mission on a date (Office of the Historian, Principal Officers and Chiefs of Mission).</summary>
internal sealed class Appointments
{
    private readonly Dictionary<string, List<Appointment>> _byMission = new(StringComparer.Ordinal);

    public static Appointments Load()
    {
        var appointments = new Appointments();
        foreach (string[] row in Gazetteer.Rows("appointments.tsv"))
        {
            if (!appointments._byMission.TryGetValue(row[0], out List<Appointment>? list))
            {
                appointments._byMission[row[0]] = list = [];
            }

            list.Add(new Appointment(row[1], row[2], row[3], row[4]));
        }

        return appointments;
    }

    /// <summary>The head of the mission to a country on a day; a chargé only where no ambassador stood; null where the post was vacant.</summary>
    public Appointment? ChiefOfMission(string country, DateTime day)
    {
        string mission = country.ToLowerInvariant().Replace(' ', '-');
        if (!_byMission.TryGetValue(mission, out List<Appointment>? list))
        {
            return null;
        }

        string date = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return list.Where(appointment => Covers(appointment, date)).OrderBy(appointment => appointment.IsCharge ? 1 : 0)
            .ThenByDescending(appointment => appointment.From, StringComparer.Ordinal).FirstOrDefault();
    }

    /// <summary>An appointment without an end counts for three years; a date given to the month or year reaches to its last day.</summary>
    private static bool Covers(Appointment appointment, string day)
    {
        if (string.CompareOrdinal(appointment.From, day) > 0)
        {
            return false;
        }

        if (appointment.To.Length > 0)
        {
            return string.CompareOrdinal(day[..Math.Min(appointment.To.Length, 10)], appointment.To) <= 0;
        }

        int year = int.Parse(appointment.From.AsSpan(0, 4), CultureInfo.InvariantCulture);
        return int.Parse(day.AsSpan(0, 4), CultureInfo.InvariantCulture) - year <= 3;
    }
}
