using Chancery.Cables;
using Chancery.Extraction.Coreference;
using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Mentions;
using Chancery.Extraction.Relations;
using Chancery.Extraction.Tagging;
using Chancery.Extraction.Text;

namespace Chancery.Extraction;

/// <summary>
/// Reads a cable: its mentions, the entities they refer to, and what it states of them. The same cable gives the same answer on any thread;
/// an instance serves one thread at a time.
/// </summary>
public sealed class CableExtractor
{
    /// <summary>Changes whenever the same cable may give another answer.</summary>
    public const string Version = "17";

    private readonly Tagger _tagger;

    public CableExtractor()
        : this(LoadModel())
    {
    }

    internal CableExtractor(TaggerModel model) => _tagger = new Tagger(model);

    /// <summary>The first extractor of a process waits for model and tables, which are read side by side.</summary>
    private static TaggerModel LoadModel()
    {
        Parallel.Invoke(() => _ = Gazetteer.Default, () => _ = TaggerModel.Default);
        return TaggerModel.Default;
    }

    /// <summary>Never fails: a cable without text gives an empty answer.</summary>
    public CableExtraction Extract(Cable cable)
    {
        ArgumentNullException.ThrowIfNull(cable);
        if (cable.Form == CableForm.Plain)
        {
            return PlainText.Extract(cable, _tagger);
        }

        var context = new CableContext(new Document(cable), Gazetteer.Default);
        var finder = new MentionFinder(context, _tagger);
        finder.Find();

        List<Draft> mentions = [.. finder.All(), .. Seats.Inside(finder)];
        var table = new EntityTable(Gazetteer.Default);
        table.JoinNames([.. mentions.Where(mention => mention.Type != EntityType.Position)]);
        var offices = new Offices(table, finder.ScanOf);
        offices.Join(finder.Positions);

        var claims = new ClaimList();
        HeaderClaims.Add(finder, table, context.Gazetteer, claims);
        new OfficeClaims(context, table, offices, finder.ScanOf, claims).Add(finder.Positions);
        AddSentences(context, finder, table, claims);
        Bearers.Apply(table, claims);
        ParticipantClaims.Add(context, finder, claims);
        Appointed.Add(context, table, claims);
        EntityNames.NamePositions(table, context);
        return Finished.Extraction(cable, mentions, table, claims);
    }

    private static void AddSentences(CableContext context, MentionFinder finder, EntityTable table, ClaimList claims)
    {
        var structure = new StructureClaims(context, table, claims);
        Draft? writer = Writer(finder) ?? finder.Signer ?? finder.Sender;
        var events = new EventClaims(context, claims) { Signer = writer };
        ILookup<Segment?, Draft> positions = finder.Positions.ToLookup(position => position.Segment);
        Scan? first = finder.Scans.FirstOrDefault(scan => scan.Segment.Kind == SegmentKind.Body);
        foreach (Scan scan in finder.Scans)
        {
            Queue<Draft> ahead = new(positions[scan.Segment].OrderBy(position => position.Tokens.Start));
            Clause? previous = null;
            foreach (TokenRange sentence in scan.Segment.Sentences)
            {
                var offices = new List<Draft>();
                while (ahead.TryPeek(out Draft? next) && next.Tokens.Start < sentence.End)
                {
                    offices.Add(ahead.Dequeue());
                }

                if (offices.Count > 0 || scan.Within(sentence).Any())
                {
                    var clause = new Clause(scan, sentence, offices, writer, previous);
                    previous = clause;
                    structure.Add(clause);
                    events.Add(clause);
                    DistributionClaims.Add(clause, claims);
                    if (scan == first && scan.Segment.Sentences.IndexOf(sentence) < 2)
                    {
                        AttentionClaims.Add(clause, claims);
                    }
                }
                else if (events.Converses(scan, sentence))
                {
                    events.Add(new Clause(scan, sentence, offices, writer, previous));
                }
            }
        }

        events.Finish();
    }

    /// <summary>"For the Secretary from Ambassador Brandt.": who says "I" is not who signs for the post.</summary>
    private static Draft? Writer(MentionFinder finder)
    {
        if (finder.Scans.Find(scan => scan.Segment.Kind == SegmentKind.Body && scan.Count > 0) is not { } first)
        {
            return null;
        }

        for (int i = 0; i < Math.Min(16, first.Count); i++)
        {
            if (first.Is(i, "from") && (i < 3 || first.Is(i - 2, "for") || first.Is(i - 3, "for") || first.Is(i - 4, "for") || first.Is(i - 2, "only")))
            {
                Draft? named = Enumerable.Range(i + 1, 4).Select(first.StartingAt).FirstOrDefault(draft => draft is { Type: EntityType.Person });
                bool titled = named is not null && Enumerable.Range(i + 1, named.Tokens.Start - i - 1).All(token => first.In(Titles.Honorifics, token) || first.In(Titles.Offices, token) || first.IsMark(token, '.'));
                return titled && named is { Entity: >= 0 } && first.IsMark(named.Tokens.End, '.') ? named : null;
            }
        }

        return null;
    }
}
