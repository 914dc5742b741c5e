using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Chancery.Extraction.Gazetteers;

/// <summary>
/// Builds the tables under <c>Gazetteers/Tables</c> from the public source files named in SOURCES.md.
/// The hand-written tables (offices, regions, agencies) are not touched.
/// </summary>
public static partial class GazetteerCompiler
{
    /// <summary>Writes every compiled table; the same sources give the same bytes.</summary>
    /// <param name="gazetteers">The folder of source tables (factbook_*.tsv, us_posts.tsv, pocom_*.tsv, geonames_*.tsv, names).</param>
    /// <param name="frus">The folder of FRUS lists and telegrams; word counts and abbreviations come from there.</param>
    /// <param name="output">The folder of the tables.</param>
    /// <param name="texts">Further JSON lines with a <c>text</c>, for the groups of words.</param>
    public static void Compile(string gazetteers, string frus, string output, params IReadOnlyList<string> texts)
    {
        List<string[]> cities = [.. Rows(gazetteers, "geonames_cities.tsv.gz")];
        Dictionary<string, string> isoByCountry = IsoCodes(gazetteers, cities);
        Write(output, "countries.tsv", Countries(gazetteers, isoByCountry));
        Write(output, "cities.tsv", Cities(gazetteers, cities));
        Write(output, "posts.tsv", Rows(gazetteers, "us_posts.tsv").Select(row => Line(row[0], row[1], row[2], row[3], row[4], row[5])));
        Write(output, "organizations.tsv", Organizations(gazetteers));
        Write(output, "abbreviations.tsv", Abbreviations(frus));
        Write(output, "appointments.tsv", Appointments(gazetteers));
        Write(output, "tags.tsv", Rows(gazetteers, "tags.tsv").Select(row => Line(row[0], row[1], row[3])));
        ClusterCompiler.Write(Path.Combine(output, "clusters.bin"), Directory.GetFiles(Path.Combine(frus, "telegrams"), "train-*.jsonl.gz").Order(StringComparer.Ordinal), texts);
        WordSetCompiler.Write(Path.Combine(output, "words.bin"), gazetteers, frus, cities);
    }

    internal static IEnumerable<string[]> Rows(string folder, string file)
    {
        using Stream stream = File.OpenRead(Path.Combine(folder, file));
        using Stream plain = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
        using var reader = new StreamReader(plain);
        int columns = reader.ReadLine()?.Split('\t').Length ?? 0;
        while (reader.ReadLine() is string line)
        {
            string[] cells = line.Split('\t');
            Array.Resize(ref cells, Math.Max(columns, cells.Length));
            yield return [.. cells.Select(cell => cell ?? "")];
        }
    }

    private static string Line(params string[] cells) => string.Join('\t', cells.Select(cell => cell.Trim()));

    private static void Write(string folder, string file, IEnumerable<string> lines) =>
        File.WriteAllText(Path.Combine(folder, file), string.Join('\n', lines.Distinct()) + "\n", new UTF8Encoding(false));

    /// <summary>ISO codes by the Factbook's country names: the code of the largest city that bears the capital's name.</summary>
    private static Dictionary<string, string> IsoCodes(string folder, List<string[]> cities)
    {
        var largest = new Dictionary<string, (string Iso, int Population)>(StringComparer.OrdinalIgnoreCase);
        foreach (string[] row in cities)
        {
            largest.TryAdd(row[0], (row[1], 0));
        }

        foreach (string[] row in Rows(folder, "geonames_cities_50k.tsv"))
        {
            int population = int.Parse(row[2], CultureInfo.InvariantCulture);
            if (!largest.TryGetValue(row[0], out var known) || population > known.Population)
            {
                largest[row[0]] = (row[1], population);
            }
        }

        var iso = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var group in Rows(folder, "factbook_countries.tsv").Where(row => largest.ContainsKey(Capital(row[7])))
            .GroupBy(row => largest[Capital(row[7])].Iso).Where(group => group.Count() == 1))
        {
            iso[group.Single()[1]] = group.Key;
        }

        foreach ((string name, string code) in new[]
        {
            ("United States", "US"), ("Israel", "IL"), ("Sri Lanka", "LK"), ("Jamaica", "JM"), ("South Africa", "ZA"), ("Bolivia", "BO"),
            ("Chile", "CL"), ("Cuba", "CU"), ("Costa Rica", "CR"), ("United Kingdom", "GB"), ("Mexico", "MX"), ("Guatemala", "GT"),
            ("Canada", "CA"), ("France", "FR"), ("Spain", "ES"), ("Portugal", "PT"), ("Jordan", "JO"), ("Iceland", "IS"), ("Moldova", "MD"),
            ("Togo", "TG"), ("Cameroon", "CM"), ("Mongolia", "MN"), ("Burma", "MM"), ("Tonga", "TO"), ("Maldives", "MV"), ("Nauru", "NR"),
            ("Panama", "PA"), ("Singapore", "SG"), ("Hong Kong", "HK"), ("Kuwait", "KW"), ("Luxembourg", "LU"), ("Ukraine", "UA"),
        })
        {
            iso[name] = code;
        }

        return iso;
    }

    private static string Capital(string text) => CapitalEnd().Replace(text, "").Trim();

    [GeneratedRegex(@"\s*[;(,].*$")]
    private static partial Regex CapitalEnd();

    private static IEnumerable<string> Countries(string folder, Dictionary<string, string> isoByCountry)
    {
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (string[] row in Rows(folder, "factbook_countries.tsv"))
        {
            string name = row[1].Length > 0 ? row[1] : row[2];
            string id = isoByCountry.GetValueOrDefault(row[1], "fips-" + row[0]);
            IEnumerable<string> aliases = new[] { row[2] }.Concat(row[5].Split(',')).Concat(row[6].Split(" or ")).Select(Plain)
                .Where(alias => alias.Length > 1 && alias.Length < 60 && alias != name && alias != "none");
            string shortName = Plain(name);
            IEnumerable<string> demonyms = Demonyms(row[8]).Concat(Demonyms(row[9])).Distinct(StringComparer.OrdinalIgnoreCase);
            known.Add(shortName);
            known.UnionWith(aliases);
            yield return Line(id, shortName, string.Join('|', aliases.Distinct()), string.Join('|', demonyms), Capital(row[7]), "");
        }

        foreach (string[] row in Rows(folder, "gsh_territories.tsv"))
        {
            if (known.Add(row[1]))
            {
                string until = row[5] == "9999" ? "" : row[5];
                yield return Line("gsh-" + row[0], row[1], row[2] == row[1] ? "" : row[2], "", "", until);
            }
        }
    }

    private static string Plain(string text) => Brackets().Replace(text.Split(';')[0], "").Trim();

    [GeneratedRegex(@"\([^)]*\)")]
    private static partial Regex Brackets();

    private static IEnumerable<string> Demonyms(string text) =>
        Plain(text.Replace("(s)", "", StringComparison.Ordinal)).Split([",", " or ", ";"], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Length > 3 && char.IsUpper(word[0]) && !word.Contains("note", StringComparison.Ordinal));

    private static IEnumerable<string> Cities(string folder, List<string[]> cities)
    {
        var places = new Dictionary<(string, string), (string Lat, string Lon)>();
        foreach (string[] row in cities)
        {
            places.TryAdd((row[0], row[1]), (row[3], row[4]));
        }

        foreach (string[] row in Rows(folder, "geonames_cities_50k.tsv"))
        {
            (string lat, string lon) = places.GetValueOrDefault((row[0], row[1]), ("", ""));
            yield return Line(row[0], row[1], lat, lon, row[2]);
        }

        foreach (string[] row in Rows(folder, "gsh_locales.tsv"))
        {
            yield return Line(row[1], row[2], row[3], row[4], "1");
        }
    }

    private static IEnumerable<string> Organizations(string folder)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (string[] row in Rows(folder, "factbook_intl_orgs.tsv"))
        {
            if (char.IsUpper(row[0][0]) && !row[0].StartsWith("Convention", StringComparison.Ordinal) && row[0].Contains(' ', StringComparison.Ordinal)
                && (row[1].Length > 0 || OrganizationWord().IsMatch(row[0])))
            {
                seen.Add(row[1]);
                yield return Line("org:" + (row[1].Length > 0 ? row[1] : row[0]), Plain(row[0]), row[1], "");
            }
        }

        foreach (string[] row in Rows(folder, "factbook_abbrev.tsv"))
        {
            string name = Plain(row[1]);
            if (row[0].Length >= 2 && char.IsUpper(row[0][0]) && seen.Add(row[0]) && OrganizationWord().IsMatch(name) && !AgreementWord().IsMatch(name))
            {
                yield return Line("org:" + row[0], name, row[0], "");
            }
        }
    }

    [GeneratedRegex(@"\b(Organi[sz]ation|Union|Agency|Association|Council|Commission|Committee|Community|Bank|Fund|Group|League|Conference|Cent(er|re)|Initiative|Institute|Office|Court|Forum|Corporation|Mission|Force|Programme|Movement|Bureau|Board|Authority|Cooperation)\b")]
    private static partial Regex OrganizationWord();

    [GeneratedRegex(@"\b(Convention|Protocol|Treaty|Agreement|system|network)\b", RegexOptions.IgnoreCase)]
    private static partial Regex AgreementWord();

    private static IEnumerable<string> Abbreviations(string folder) =>
        from row in Rows(folder, "abbreviations.tsv.gz")
        let volumes = int.Parse(row[6], CultureInfo.InvariantCulture)
        let type = row[2]
        where type is "ORG" or "POSITION" or "POST" or "LOC" or "AGREEMENT" or "PROGRAM" && row[4] == "0"
        where row[0].Length >= 2 && row[0].Length <= 20 && volumes >= (type == "ORG" || type == "POSITION" ? 2 : 1)
        orderby row[0] ascending, volumes descending
        select Line(row[0], Plain(row[1]), type, volumes.ToString(CultureInfo.InvariantCulture));

    private static IEnumerable<string> Appointments(string folder) =>
        from row in Rows(folder, "pocom_appointments.tsv")
        let since = row[7].Length > 0 ? row[7] : row[6]
        where since.Length >= 4
        orderby row[3] ascending, since ascending, row[0] ascending
        select Line(row[3], row[0], row[4], since, row[8]);
}
