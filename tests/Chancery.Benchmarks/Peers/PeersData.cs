using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Chancery.Benchmarks.Peers;

/// <summary>
/// The synthetic graph of the peers' harness, from the same generator and seed: 100,000 persons, 5,000 organizations, 600,000 dated
/// relationships. The files are equal to the harness's byte for byte.
/// </summary>
internal sealed class PeersData(string folder)
{
    private const int Persons = 100_000;
    private const int Organizations = 5_000;
    private const uint Seed = 20260731;

    // SHA-256 of the harness's files.
    private static readonly (string File, string Hash)[] Hashes =
    [
        ("person.csv", "cfe19d6e32f3c2495c1e56a8c3b792ebccf4bdcd49bd6a3f0908e3ca44f9ed7e"),
        ("organization.csv", "17332b44ce567e94fab9fff95b1905637e279def023795dd2ddf8b9e7c705b29"),
        ("holds.csv", "c576f89d30e62089f4d7ae411ea62c0d068818b0544b6a736748fe3650a52e9c"),
        ("member_of.csv", "ca18bac6e96bf8cb72580d8b3c8f14040ee656c51fb8cd1d2e18ea26c58dc241"),
        ("met_with.csv", "16b8e8e83fd1b886f8d01ae3b36afb3532b4d6f1100a25a9c0ece3ad648e43b7"),
        ("mentions.csv", "b61dc36d069c76473e84cbb0da4ed457c179e2c79d7627146cbfb8d59adea7b7"),
        ("params.json", "c4c7871daad158d1ec0185c97e361b122d5c4a0083bda8bbd5d26fdb97a1c8fe"),
    ];

    private static readonly string[] FirstNames =
        "Ada Ben Chen Dara Elif Femi Gita Hugo Ines Jomo Kofi Lena Mira Nils Omar Priya Quan Rosa Sven Tara Uma Vera Wen Xola Yara Zeno".Split(' ');

    private static readonly string[] LastNames =
        "Abebe Brandt Costa Diaz Eriksen Fischer Garcia Haddad Ito Jensen Kumar Lopez Moreau Novak Okafor Petrov Quinn Rossi Silva Tanaka Ueda Vargas Weber Xu Yilmaz Zhou".Split(' ');

    private static readonly string[] Countries =
        "AT BE BR CA CH CN DE DK EG ES FI FR GB GR IN IT JP KE MX NG NL NO PL PT SE TR US ZA".Split(' ');

    private static readonly string[] Sectors = "bank energy health media mining ngo pharma public retail tech telecom transport".Split(' ');

    private static readonly string[] Roles =
        "adviser analyst chair ceo cfo counsel director founder lobbyist member minister partner secretary trustee".Split(' ');

    public string File(string name) => Path.Combine(folder, name);

    /// <summary>The rows of a table, without its header, cut at the commas.</summary>
    public IEnumerable<string[]> Rows(string name) => System.IO.File.ReadLines(File(name)).Skip(1).Select(line => line.Split(','));

    /// <summary>The parameters that all engines are asked with.</summary>
    public (string[] Ids, string[] Missing, (string A, string B)[] Pairs, string[] Organizations) Parameters()
    {
        using JsonDocument document = JsonDocument.Parse(System.IO.File.ReadAllText(File("params.json")));
        string[] Texts(string name) => [.. document.RootElement.GetProperty(name).EnumerateArray().Select(item => item.GetString()!)];
        (string, string)[] pairs = [.. document.RootElement.GetProperty("pairs").EnumerateArray().Select(pair => (pair[0].GetString()!, pair[1].GetString()!))];
        return (Texts("ids"), Texts("miss"), pairs, Texts("orgs"));
    }

    /// <summary>Writes what is not there yet, and checks every file.</summary>
    public void Ensure()
    {
        Directory.CreateDirectory(folder);
        if (Hashes.All(known => Path.Exists(File(known.File))))
        {
            Check();
            return;
        }

        Mulberry random = new(Seed + 1);
        Write("person.csv", "id,name,country,birth,seniority,score", Persons, i =>
            $"{Person(i)},{random.Pick(FirstNames)} {random.Pick(LastNames)} {i},{random.Pick(Countries)},{random.Date(1940, 2000)},{1 + random.Below(10)},{Fixed(random.Next() * 1000)}");
        random = new(Seed + 2);
        Write("organization.csv", "id,name,country,sector,founded", Organizations, i =>
            $"{Organization(i)},{random.Pick(LastNames)} {random.Pick(Sectors)} {i},{random.Pick(Countries)},{random.Pick(Sectors)},{random.Date(1850, 2020)}");
        random = new(Seed + 3);
        Write("holds.csv", "from,to,role,start,until", 150_000, _ =>
        {
            string from = Person(random.Skewed(Persons, 1));
            string to = Organization(random.Skewed(Organizations, 2));
            string role = random.Pick(Roles);
            string start = random.Date(1990, 2024);
            return $"{from},{to},{role},{start},{(random.Next() < 0.4 ? "" : random.Date(2025, 2026))}";
        });
        random = new(Seed + 4);
        Write("member_of.csv", "from,to,since", 150_000, _ =>
            $"{Person(random.Skewed(Persons, 1))},{Organization(random.Skewed(Organizations, 2.5))},{random.Date(1990, 2025)}");
        random = new(Seed + 5);
        Write("met_with.csv", "from,to,met,place", 200_000, _ => $"{Pair(random)},{random.Date(2000, 2025)},{random.Pick(Countries)}");
        random = new(Seed + 6);
        Write("mentions.csv", "from,to,seen,weight", 100_000, _ => $"{Pair(random)},{random.Date(2000, 2025)},{1 + random.Below(100)}");
        WriteParameters();
        Check();
    }

    private static string Person(int number) => $"p{number:D6}";

    private static string Organization(int number) => $"o{number:D5}";

    private static string Fixed(double value) => value.ToString("F3", CultureInfo.InvariantCulture);

    private static string Pair(Mulberry random)
    {
        while (true)
        {
            int from = random.Skewed(Persons, 1.6);
            int to = random.Skewed(Persons, 1.6);
            if (from != to)
            {
                return $"{Person(from)},{Person(to)}";
            }
        }
    }

    private void WriteParameters()
    {
        Mulberry random = new(Seed + 7);
        string[] ids = [.. Enumerable.Range(0, 20_000).Select(_ => Person(1 + random.Below(Persons)))];
        string[] missing = [.. Enumerable.Range(0, 200).Select(i => $"q{i:D6}")];
        List<string[]> pairs = [];
        while (pairs.Count < 300)
        {
            string a = Person(1 + random.Below(Persons));
            string b = Person(1 + random.Below(Persons));
            if (a != b)
            {
                pairs.Add([a, b]);
            }
        }

        string[] organizations = [.. Enumerable.Range(0, 2_000).Select(_ => Organization(1 + random.Below(Organizations)))];
        System.IO.File.WriteAllText(File("params.json"), JsonSerializer.Serialize(new { ids, miss = missing, pairs, orgs = organizations }));
    }

    private void Write(string name, string header, int count, Func<int, string> row)
    {
        using StreamWriter to = new(File(name), false, new UTF8Encoding(false)) { NewLine = "\n" };
        to.WriteLine(header);
        for (int i = 1; i <= count; i++)
        {
            to.WriteLine(row(i));
        }
    }

    private void Check()
    {
        foreach ((string file, string hash) in Hashes)
        {
            string found = Convert.ToHexStringLower(SHA256.HashData(System.IO.File.ReadAllBytes(File(file))));
            if (found != hash)
            {
                throw new InvalidDataException($"{File(file)} is not the harness's file: its SHA-256 is {found}.");
            }
        }
    }

    /// <summary>The harness's generator of random numbers (mulberry32).</summary>
    private sealed class Mulberry(uint seed)
    {
        private uint _state = seed;

        public double Next()
        {
            unchecked
            {
                _state += 0x6D2B79F5;
                uint t = (_state ^ (_state >> 15)) * (1 | _state);
                t = (t + (t ^ (t >> 7)) * (61 | t)) ^ t;
                return (t ^ (t >> 14)) / 4294967296.0;
            }
        }

        public int Below(int limit) => (int)Math.Floor(Next() * limit);

        public string Pick(string[] items) => items[Below(items.Length)];

        /// <summary>1 to the limit; low numbers are hubs where the power is above 1.</summary>
        public int Skewed(int limit, double power) => 1 + (int)Math.Floor(limit * Math.Pow(Next(), power));

        public string Date(int firstYear, int lastYear)
        {
            int first = new DateOnly(firstYear, 1, 1).DayNumber;
            int last = new DateOnly(lastYear, 12, 31).DayNumber;
            return DateOnly.FromDayNumber(first + Below(last - first + 1)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }
    }
}
