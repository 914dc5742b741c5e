namespace Chancery.Cables.Markup;

/// <summary>Moves every place of a cable that was parsed from an extracted text into the source that the text was extracted from.</summary>
internal static class SpanMapping
{
    public static CableHeader Through(CableHeader header, CleanText page) => header with
    {
        Reference = Map(header.Reference, page),
        Date = Map(header.Date, page),
        Origin = Map(header.Origin, page),
        Classification = Map(header.Classification, page),
        Captions = MapAll(header.Captions, page),
        Addressees = [.. header.Addressees.Select(addressee => addressee with
        {
            Span = Map(addressee.Span, page),
            Post = Map(addressee.Post, page),
            Agency = Map(addressee.Agency, page),
            Office = Map(addressee.Office, page),
            Person = Map(addressee.Person, page),
            Position = Map(addressee.Position, page),
        })],
        ExecutiveOrder = Map(header.ExecutiveOrder, page),
        Tags = MapAll(header.Tags, page),
        Subject = Map(header.Subject, page),
        References = MapAll(header.References, page),
        Signer = Map(header.Signer, page),
    };

    public static IReadOnlyList<Paragraph> Through(IReadOnlyList<Paragraph> paragraphs, CleanText page) =>
    [
        .. paragraphs.Select(paragraph => paragraph with
        {
            Span = Map(paragraph.Span, page),
            Heading = Map(paragraph.Heading, page),
            Text = paragraph.Text.Through(page),
        }),
    ];

    private static TextSpan Map(TextSpan span, CleanText page) => span.Length > 0 ? page.ToRaw(span) : default;

    private static Located<T>? Map<T>(Located<T>? located, CleanText page) => located is { Span: { } span } ? located with { Span = Map(span, page) } : located;

    private static IReadOnlyList<Located<T>> MapAll<T>(IReadOnlyList<Located<T>> list, CleanText page) => [.. list.Select(located => Map(located, page)!)];
}
