using Chancery.Extraction.Text;

namespace Chancery.Extraction.Mentions;

/// <summary>"K said": a telegram that writes a person's first letter for the name, again and again, means the first whom it names so.</summary>
internal static class Initials
{
    /// <summary>How often a letter must act before it is somebody.</summary>
    private const int Acting = 2;

    private static readonly WordList s_acts = new(
        """
        said told asked replied answered referred expressed indicated remarked added stated went came brought spoke appeared thinks believes
        believed thought felt
        would will has had was is could should may might then also again immediately did does wants wanted likely
        """);

    public static void Find(IReadOnlyList<Scan> scans)
    {
        Dictionary<ulong, Draft?> letters = [];
        foreach (Scan scan in scans)
        {
            Acts(scan, letters, scans);
        }

        foreach ((ulong letter, Draft? person) in letters)
        {
            if (person is not null)
            {
                Add(scans, letter, person);
            }
        }
    }

    /// <summary>Looks up who is meant the first time that a letter acts.</summary>
    private static void Acts(Scan scan, Dictionary<ulong, Draft?> letters, IReadOnlyList<Scan> scans)
    {
        for (int i = 0; i < scan.Count; i++)
        {
            if (Stands(scan, i) && scan.In(s_acts, i + 1) && !letters.ContainsKey(scan.Tokens[i].Exact))
            {
                letters[scan.Tokens[i].Exact] = Count(scans, scan.Tokens[i].Exact) < Acting ? null : Named(scans, scan.Text(i)[0]);
            }
        }
    }

    private static int Count(IReadOnlyList<Scan> scans, ulong letter)
    {
        int count = 0;
        foreach (Scan scan in scans)
        {
            for (int i = 0; i < scan.Count; i++)
            {
                count += scan.Tokens[i].Exact == letter && Stands(scan, i) && scan.In(s_acts, i + 1) ? 1 : 0;
            }
        }

        return count;
    }

    /// <summary>A capital that is a word of its own, neither "I" nor "A", nor part of a name or a number.</summary>
    private static bool Stands(Scan scan, int i) =>
        scan.Has(i, TokenShape.Initial) && scan.Has(i, TokenShape.Capital) && !scan.Capitals && !scan.Is(i, "I") && !scan.Is(i, "A")
            && scan.At(i) is null
        && !scan.IsMark(i + 1, '.') && !scan.IsMark(i + 1, '-') && !scan.IsMark(i - 1, '-') && !scan.IsMark(i - 1, '/')
            && !scan.Has(i - 1, TokenShape.Number) && !scan.IsMark(i - 1, '(');

    private static Draft? Named(IReadOnlyList<Scan> scans, char letter)
    {
        foreach (Scan scan in scans)
        {
            foreach (Draft draft in scan.Chosen)
            {
                if (draft.Type == EntityType.Person && draft.Surface.Length > 2 && PersonNames.Surname(draft.Surface) is { Length: > 2 } surname
                    && surname[0] == letter)
                {
                    return draft;
                }
            }
        }

        return null;
    }

    private static void Add(IReadOnlyList<Scan> scans, ulong letter, Draft person)
    {
        foreach (Scan scan in scans)
        {
            for (int i = 0; i < scan.Count; i++)
            {
                if (scan.Tokens[i].Exact == letter && Stands(scan, i))
                {
                    scan.Add(new TokenRange(i, i + 1), EntityType.Person, 0.8, $"first letter of {person.Surface}",
                        48).Name = person.Name ?? person.Surface;
                }
            }

            scan.Add();
        }
    }
}
