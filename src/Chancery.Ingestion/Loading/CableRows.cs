using System.Text.RegularExpressions;
using Chancery.Cables;
using Chancery.Extraction;
using Chancery.Graph;
using Chancery.Resolution;

namespace Chancery.Ingestion.Loading;

/// <summary>A resolved cable as rows for the statements of <c>cypher/load</c>, each list in an order that depends on the cable alone.</summary>
internal sealed partial class CableRows
{
    private readonly ResolvedCable _resolved;
    private readonly string _extractor;
    private readonly Curation _curation;
    private readonly IReadOnlyDictionary<string, string> _handles;
    private readonly Cable _cable;
    private readonly string _text;
    private readonly Lazy<CleanText> _header;
    private readonly Dictionary<int, CleanText> _paragraphs;

    /// <param name="handles">Where handles point, as far as that is known.</param>
    public CableRows(ResolvedCable resolved, string extractor, Curation curation, IReadOnlyDictionary<string, string> handles)
    {
        _handles = handles;
        _resolved = resolved;
        _extractor = extractor;
        _curation = curation;
        _cable = resolved.Cable;
        _text = resolved.Cable.Raw.Text;
        _header = new Lazy<CleanText>(() => CableText.Header(_cable));
        _paragraphs = _cable.Paragraphs.ToDictionary(paragraph => paragraph.Ordinal, paragraph => paragraph.Text);
    }

    public MapValue Cable()
    {
        CableHeader header = _cable.Header;
        MapValue.Builder properties = new(20);
        properties.Set("id", _cable.Id)
            .SetKnown("reference", header.Reference?.Value)
            .SetKnown("sentAt", GraphDates.Moment(header.Date?.Value.Value))
            .SetKnown("subject", header.Subject?.Value)
            .SetKnown("origin", header.Origin?.Value)
            .SetKnown("classification", header.Classification?.Value)
            .SetKnown("captions", [.. header.Captions.Select(caption => caption.Value)])
            .SetKnown("otherReferences", [.. header.References.Select(reference => reference.Value).Where(reference => !CableReference().IsMatch(reference))])
            .Set("form", _cable.Form.ToString())
            .Set("partial", _cable.Partial)
            .SetKnown("warnings", _cable.Warnings)
            .Set("source", _cable.Raw.Source)
            .Set("contentHash", _cable.ContentHash)
            .Set("extractor", _extractor)
            .Set("length", (long)_text.Length)
            .Set("text", _text);
        return MapValue.Of(("id", _cable.Id), ("properties", properties.Build()));
    }

    public IEnumerable<MapValue> Paragraphs()
    {
        if (_resolved.Mentions.Any(mention => mention.Mention.Paragraph == 0) || EntityClaims().Any(claim => claim.Claim.Paragraph == 0))
        {
            // What header and signature say needs a passage to stand in as well.
            int end = _cable.Paragraphs.Count > 0 ? _cable.Paragraphs[0].Span.Start : _text.Length;
            yield return Paragraph(0, new TextSpan(0, end), _header.Value.Value, "Header", null);
        }

        foreach (Paragraph paragraph in _cable.Paragraphs)
        {
            yield return Paragraph(paragraph.Ordinal, paragraph.Span, paragraph.Text.Value, paragraph.Kind.ToString(), paragraph);
        }
    }

    public IEnumerable<MapValue> Topics() => Tags().Select(tag => MapValue.Of(("cable", _cable.Id), ("tag", tag), ("name", tag)));

    public IEnumerable<MapValue> References() =>
        _cable.Header.References
            .Select(reference => reference.Value)
            .Where(reference => reference != _cable.Id && CableReference().IsMatch(reference))
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Select(reference => MapValue.Of(("cable", _cable.Id), ("reference", reference)));

    public IEnumerable<(string Type, MapValue Row)> Entities() =>
        _resolved.Entities.Select(entity => (entity.Type.ToString(), MapValue.Of(("id", Place(entity.Key)), ("name", entity.Name))));

    public IEnumerable<MapValue> Names() =>
        _resolved.Entities.Select(entity =>
        {
            MapValue.Builder properties = new(8);
            properties.Set("key", entity.Key)
                .Set("name", entity.Name)
                .Set("surfaces", Statements.Texts(entity.Surfaces.Select(surface => surface.Surface)))
                .Set("counts", Value.List([.. entity.Surfaces.Select(surface => Value.Integer(surface.Count))]));
            foreach ((string name, string value) in entity.Properties.Where(property => EntityFacts.Names.Contains(property.Key)))
            {
                properties.Set(name, value);
            }

            return MapValue.Of(("cable", _cable.Id), ("entity", Place(entity.Key)), ("key", entity.Key), ("properties", properties.Build()));
        });

    public IEnumerable<string> Handles() =>
        _resolved.Entities.Where(entity => entity.IsHandle).Select(entity => entity.Key).Concat(_resolved.Entities.SelectMany(entity => entity.Explains));

    public IEnumerable<MapValue> Uses() =>
        _resolved.Entities.Where(entity => entity.IsHandle).Select(entity => MapValue.Of(("cable", _cable.Id), ("handle", entity.Key)));

    public IEnumerable<MapValue> Explains() =>
        _resolved.Entities.SelectMany(entity => entity.Explains.Select(handle =>
            MapValue.Of(("cable", _cable.Id), ("handle", handle), ("entity", entity.Key))));

    public IEnumerable<MapValue> Mentions() =>
        _resolved.Mentions
            .GroupBy(mention => (mention.Mention.Paragraph, mention.Key))
            .OrderBy(group => group.Key.Paragraph).ThenBy(group => group.Key.Key, StringComparer.Ordinal)
            .Select(group =>
            {
                Mention[] mentions = [.. group.Select(mention => mention.Mention).OrderBy(mention => mention.Span.Start).ThenBy(mention => mention.Span.End)];
                Mention best = mentions.MaxBy(mention => mention.Confidence)!;
                TextSpan[] places = [.. mentions.Select(mention => Clean(mention.Paragraph).ToClean(mention.Span) ?? new TextSpan(-1, -1))];
                MapValue properties = MapValue.Of(
                    ("key", group.Key.Key),
                    ("surfaces", Statements.Texts(mentions.Select(mention => CleanText.OneLine(mention.Text)))),
                    ("starts", Value.List([.. mentions.Select(mention => Value.Integer(mention.Span.Start))])),
                    ("ends", Value.List([.. mentions.Select(mention => Value.Integer(mention.Span.End))])),
                    // The same places in the paragraph's own text; -1 where it leaves them out (a signature stands in no paragraph).
                    ("textStarts", Value.List([.. places.Select(place => Value.Integer(place.Start))])),
                    ("textEnds", Value.List([.. places.Select(place => Value.Integer(place.End))])),
                    ("confidence", best.Confidence),
                    ("reason", best.Reason),
                    ("linkConfidence", best.LinkConfidence),
                    ("linkReason", best.LinkReason));
                return MapValue.Of(
                    ("paragraph", ParagraphId(group.Key.Paragraph)), ("entity", Place(group.Key.Key)), ("key", group.Key.Key), ("properties", properties));
            });

    public IEnumerable<MapValue> Claims()
    {
        Value seen = GraphDates.Day(_cable.Header.Date is { } date ? DateOnly.FromDateTime(date.Value.Value) : null);
        foreach (ResolvedClaim resolved in EntityClaims().OrderBy(claim => claim.Id, StringComparer.Ordinal))
        {
            Claim claim = resolved.Claim;
            MapValue.Builder properties = new(20);
            properties.Set("id", resolved.Id)
                .Set("type", claim.Type)
                .Set("polarity", claim.Polarity.ToString().ToLowerInvariant())
                .Set("modality", claim.Modality.ToString().ToLowerInvariant())
                .SetKnown("on", claim.On)
                .SetKnown("from", claim.From)
                .SetKnown("to", claim.To)
                .Set("confidence", claim.Confidence)
                .Set("rule", claim.Rule)
                .Set("inferred", claim.Inferred)
                .Set("start", (long)claim.Evidence.Start)
                .Set("end", (long)claim.Evidence.End)
                .Set("text", Passage(claim))
                .Set("cable", _cable.Id)
                .SetKnown("seen", seen)
                .Set("extractor", _extractor);
            yield return MapValue.Of(
                ("id", resolved.Id),
                ("paragraph", ParagraphId(claim.Paragraph)),
                ("subject", Place(resolved.Source)), ("subjectKey", resolved.Source),
                ("object", Place(resolved.Target)), ("objectKey", resolved.Target),
                ("properties", properties.Build()));
        }
    }

    /// <summary>What the header states of the cable itself: the best claim for each type and entity.</summary>
    public IEnumerable<(string Type, MapValue Row)> HeaderEdges() =>
        _resolved.Claims
            .Where(claim => claim.Source == CableResolver.CableEnd && RelationTypes.Header.Contains(claim.Claim.Type))
            .GroupBy(claim => (claim.Claim.Type, claim.Target))
            .OrderBy(group => group.Key.Type, StringComparer.Ordinal).ThenBy(group => group.Key.Target, StringComparer.Ordinal)
            .Select(group =>
            {
                Claim best = group.OrderByDescending(claim => claim.Claim.Confidence).ThenBy(claim => claim.Claim.Evidence.Start).First().Claim;
                MapValue properties = MapValue.Of(
                    ("key", group.Key.Target), ("confidence", best.Confidence), ("rule", best.Rule),
                    ("start", (long)best.Evidence.Start), ("end", (long)best.Evidence.End));
                return (group.Key.Type, MapValue.Of(
                    ("cable", _cable.Id), ("entity", Place(group.Key.Target)), ("key", group.Key.Target), ("properties", properties)));
            });

    private IEnumerable<ResolvedClaim> EntityClaims() => _resolved.Claims.Where(claim => claim.Source != CableResolver.CableEnd);

    private IEnumerable<string> Tags() => _cable.Header.Tags.Select(tag => tag.Value).Distinct().Order(StringComparer.Ordinal);

    private MapValue Paragraph(int ordinal, TextSpan span, string text, string kind, Paragraph? paragraph)
    {
        MapValue.Builder properties = new(10);
        properties.Set("id", ParagraphId(ordinal))
            .Set("ordinal", (long)ordinal)
            .SetKnown("number", paragraph?.Number is { } number ? Value.Integer(number) : Value.Null)
            .SetKnown("heading", paragraph?.Heading?.Value)
            .SetKnown("marking", paragraph?.Marking)
            .Set("kind", kind)
            .Set("text", text)
            .Set("start", (long)span.Start)
            .Set("end", (long)span.End);
        return MapValue.Of(("cable", _cable.Id), ("id", ParagraphId(ordinal)), ("properties", properties.Build()));
    }

    /// <summary>The evidence as people read it: without the page lines, tags and line ends that the paragraph's text leaves out.</summary>
    private string Passage(Claim claim)
    {
        CleanText text = Clean(claim.Paragraph);
        return CleanText.OneLine(text.ToClean(claim.Evidence) is { } place ? text.Value[place.Start..place.End] : claim.Evidence.Of(_text));
    }

    private CleanText Clean(int paragraph) => _paragraphs.GetValueOrDefault(paragraph) ?? _header.Value;

    private string ParagraphId(int ordinal) => $"{_cable.Id}#{ordinal}";

    /// <summary>A reference that names one message of one post; "Deptel 1024" means another message in every post.</summary>
    [GeneratedRegex(@"^\d{2,4}[A-Z]+\d+$")]
    private static partial Regex CableReference();

    private string Place(string key) => _curation.Place(_handles.GetValueOrDefault(key, key), _cable.Id);
}
