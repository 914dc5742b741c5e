using System.Globalization;
using System.Text;

namespace Chancery.Graph;

/// <summary>
/// The normal forms of Unicode (UAX 15) from a table of our own: the program runs without a globalization library, where the runtime's own
/// normalization leaves everything but ASCII as it is.
/// </summary>
public static class UnicodeForms
{
    private const int HangulBase = 0xAC00;
    private const int HangulCount = 11_172;
    private const int LeadingBase = 0x1100;
    private const int VowelBase = 0x1161;
    private const int TrailingBase = 0x11A7;
    private const int LeadingCount = 19;
    private const int VowelCount = 21;
    private const int TrailingCount = 28;

    private static readonly Lazy<Tables> _tables = new(Tables.Read);

    public static string Normalize(string text, NormalizationForm form)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        List<int> points = Decompose(text, form is NormalizationForm.FormKC or NormalizationForm.FormKD);
        Reorder(points);
        if (form is NormalizationForm.FormC or NormalizationForm.FormKC)
        {
            Compose(points);
        }

        StringBuilder result = new(text.Length);
        foreach (int point in points)
        {
            AppendPoint(result, point);
        }

        return result.ToString();
    }

    public static bool IsNormalized(string text, NormalizationForm form) => Ascii.IsValid(text) || Normalize(text, form) == text;

    private static List<int> Decompose(string text, bool compatibility)
    {
        List<int> points = new(text.Length * 2);
        for (int i = 0; i < text.Length; i++)
        {
            bool isPair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            Decompose(isPair ? char.ConvertToUtf32(text[i], text[++i]) : text[i], compatibility, points);
        }

        return points;
    }

    private static void Decompose(int point, bool compatibility, List<int> points)
    {
        int syllable = point - HangulBase;
        if (syllable is >= 0 and < HangulCount)
        {
            points.Add(LeadingBase + (syllable / (VowelCount * TrailingCount)));
            points.Add(VowelBase + (syllable % (VowelCount * TrailingCount) / TrailingCount));
            if (syllable % TrailingCount != 0)
            {
                points.Add(TrailingBase + (syllable % TrailingCount));
            }

            return;
        }

        if (!_tables.Value.Canonical.TryGetValue(point, out int[]? parts)
            && !(compatibility && _tables.Value.Compatible.TryGetValue(point, out parts)))
        {
            points.Add(point);
            return;
        }

        foreach (int part in parts)
        {
            Decompose(part, compatibility, points);
        }
    }

    /// <summary>Marks behind a letter stand in the order of their classes, those of one class as they were.</summary>
    private static void Reorder(List<int> points)
    {
        for (int i = 1; i < points.Count; i++)
        {
            int point = points[i];
            int order = ClassOf(point);
            int at = i;
            while (order != 0 && at > 0 && ClassOf(points[at - 1]) > order)
            {
                points[at] = points[at - 1];
                at--;
            }

            points[at] = point;
        }
    }

    private static void Compose(List<int> points)
    {
        int written = 0;
        int starter = -1;
        int lastClass = -1;
        for (int i = 0; i < points.Count; i++)
        {
            int point = points[i];
            int order = ClassOf(point);
            // A mark is blocked from its letter by one of the same or a higher class between them.
            if (starter >= 0 && (lastClass < order || lastClass == -1) && Pair(points[starter], point) is { } composed)
            {
                points[starter] = composed;
                continue;
            }

            points[written] = point;
            (starter, lastClass) = order == 0 ? (written, -1) : (starter, order);
            written++;
        }

        points.RemoveRange(written, points.Count - written);
    }

    private static int? Pair(int first, int second)
    {
        int leading = first - LeadingBase;
        int vowel = second - VowelBase;
        if (leading is >= 0 and < LeadingCount && vowel is >= 0 and < VowelCount)
        {
            return HangulBase + (((leading * VowelCount) + vowel) * TrailingCount);
        }

        int syllable = first - HangulBase;
        int trailing = second - TrailingBase;
        if (syllable is >= 0 and < HangulCount && syllable % TrailingCount == 0 && trailing is > 0 and < TrailingCount)
        {
            return first + trailing;
        }

        return _tables.Value.Pairs.TryGetValue(((long)first << 32) | (uint)second, out int composed) ? composed : null;
    }

    private static int ClassOf(int point) => point < 0x300 ? 0 : _tables.Value.Classes.GetValueOrDefault(point);

    private static void AppendPoint(StringBuilder text, int point)
    {
        // A lone surrogate stays what it was.
        if (point < 0x10000)
        {
            text.Append((char)point);
        }
        else
        {
            text.Append(char.ConvertFromUtf32(point));
        }
    }

    private sealed class Tables
    {
        public Dictionary<int, int[]> Canonical { get; } = new(2_100);

        public Dictionary<int, int[]> Compatible { get; } = new(3_700);

        public Dictionary<long, int> Pairs { get; } = new(1_000);

        public Dictionary<int, byte> Classes { get; } = new(1_000);

        public static Tables Read()
        {
            Tables tables = new();
            using Stream stream = typeof(UnicodeForms).Assembly.GetManifestResourceStream("Chancery.Graph.decompositions.txt")!;
            using StreamReader reader = new(stream);
            while (reader.ReadLine() is { } line)
            {
                if (line[0] == '@')
                {
                    tables.AddClasses(line);
                }
                else if (line[0] != '#')
                {
                    tables.AddDecomposition(line);
                }
            }

            return tables;
        }

        private static int Hex(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

        private void AddDecomposition(string line)
        {
            int sign = line.AsSpan().IndexOfAny('=', '!', '~');
            int point = Hex(line.AsSpan(0, sign));
            int[] parts = Array.ConvertAll(line[(sign + 1)..].Split(' '), part => Hex(part));
            (line[sign] == '~' ? Compatible : Canonical).Add(point, parts);
            if (line[sign] == '=')
            {
                Pairs.Add(((long)parts[0] << 32) | (uint)parts[1], point);
            }
        }

        private void AddClasses(string line)
        {
            int dash = line.IndexOf('-', StringComparison.Ordinal);
            int blank = line.IndexOf(' ', StringComparison.Ordinal);
            byte order = byte.Parse(line.AsSpan(blank + 1), CultureInfo.InvariantCulture);
            for (int point = Hex(line.AsSpan(1, dash - 1)); point <= Hex(line.AsSpan(dash + 1, blank - dash - 1)); point++)
            {
                Classes.Add(point, order);
            }
        }
    }
}
