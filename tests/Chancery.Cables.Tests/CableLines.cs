namespace Chancery.Cables.Tests;

/// <summary>A cable as lines that a person can read and a case can quote.</summary>
internal static class CableLines
{
    public static IEnumerable<string> Of(Cable cable)
    {
        CableHeader header = cable.Header;
        yield return $"id {cable.Id}";
        yield return $"form {cable.Form}";
        foreach ((string name, string? value) in (IEnumerable<(string, string?)>)
        [
            ("reference", header.Reference?.Value), ("date", header.Date?.Value.ToString()), ("origin", header.Origin?.Value), ("classification", header.Classification?.Value),
            ("captions", Join(header.Captions, " | ")), ("eo", header.ExecutiveOrder?.Value), ("tags", Join(header.Tags, " ")), ("subject", header.Subject?.Value),
            ("refs", Join(header.References, " | ")), ("written", header.ReferencesAsWritten.Count > 0 ? string.Join(" | ", header.ReferencesAsWritten) : null), ("signer", header.Signer?.Value),
        ])
        {
            if (value is not null)
            {
                yield return $"{name} {value}";
            }
        }

        foreach (Addressee to in header.Addressees)
        {
            string person = to.Position is null ? to.Person?.Value ?? "" : $"{to.Position.Value}: {to.Person?.Value}";
            string[] parts = [.. new[] { to.Post?.Value, to.Agency?.Value, to.Office?.Value, person }.OfType<string>().Where(part => part.Length > 0)];
            yield return $"{to.Via} {string.Join(" > ", parts)}{(to.IsSender ? " (sender)" : "")}";
        }

        foreach (Paragraph paragraph in cable.Paragraphs)
        {
            string number = paragraph.Number is null ? "" : $"{paragraph.Number} ";
            string heading = paragraph.Heading is null ? "" : $"[{paragraph.Heading.Value}] ";
            string marking = paragraph.Marking is null ? "" : $"({paragraph.Marking}) ";
            string kind = paragraph.Kind == ParagraphKind.Body ? "" : $"{paragraph.Kind}: ";
            yield return $"#{paragraph.Ordinal} {number}{heading}{marking}{kind}{paragraph.Text.Value.Replace("\n", " / ", StringComparison.Ordinal)}";
        }

        foreach (string warning in cable.Warnings)
        {
            yield return $"warning {warning}";
        }

        if (cable.Partial)
        {
            yield return "partial";
        }
    }

    private static string? Join(IReadOnlyList<Located<string>> list, string separator) => list.Count == 0 ? null : string.Join(separator, list.Select(item => item.Value));
}
