using Chancery.Graph;

namespace Chancery.Cypher.Storage;

internal sealed partial class FullTextIndex
{
    /// <summary>
    /// Elements that match a query in Lucene's simple form: words (any of them; all with AND or +), <c>-word</c> or NOT to exclude,
    /// <c>pre*</c>, <c>roughly~</c>, <c>"a phrase"</c>, <c>key:word</c>, and parentheses. Best first, equal scores by id.
    /// </summary>
    /// <exception cref="GraphException">The query cannot be read.</exception>
    public IReadOnlyList<FullTextHit> Search(string query, GraphView view)
    {
        Dictionary<int, double> scores = Evaluate(FullTextQuery.Parse(query), view);
        List<FullTextHit> hits = [.. scores.Select(pair => new FullTextHit(pair.Key, pair.Value))];
        hits.Sort((left, right) => left.Score != right.Score ? right.Score.CompareTo(left.Score) : left.Id.CompareTo(right.Id));
        return hits;
    }

    private Dictionary<int, double> Evaluate(FullTextQuery query, GraphView view) => query switch
    {
        FullTextQuery.Word word => Words(word, view),
        FullTextQuery.Phrase phrase => Phrase(phrase, view),
        FullTextQuery.Clauses clauses => Clauses(clauses, view),
        _ => throw new InvalidOperationException($"No evaluation for {query}."),
    };

    private Dictionary<int, double> Words(FullTextQuery.Word query, GraphView view)
    {
        Dictionary<int, double> scores = [];
        foreach (string word in query.Kind switch
        {
            FullTextQuery.WordKind.Exact => [query.Text],
            FullTextQuery.WordKind.Prefix => Vocabulary(query.Text, known => known.StartsWith(query.Text, StringComparison.Ordinal)),
            FullTextQuery.WordKind.Pattern => Vocabulary("", known => FullTextQuery.MatchesPattern(known, query.Text)),
            _ => Vocabulary("", known => FullTextQuery.Distance(known, query.Text) <= query.Edits),
        })
        {
            AddScores(scores, word);
        }

        return query.Key is null ? scores : Keep(scores, id => TextsOf(id, query.Key, view).Any(text => FullTextWords.Of(text).Any(query.Accepts)));
    }

    private Dictionary<int, double> Phrase(FullTextQuery.Phrase query, GraphView view)
    {
        Dictionary<int, double>? scores = null;
        foreach (string word in query.Words)
        {
            Dictionary<int, double> with = [];
            AddScores(with, word);
            scores = scores is null ? with : Both(scores, with);
        }

        return Keep(scores ?? [], id => TextsOf(id, query.Key, view).Any(text => query.StandsIn(FullTextWords.Of(text).ToArray())));
    }

    private Dictionary<int, double> Clauses(FullTextQuery.Clauses query, GraphView view)
    {
        Dictionary<int, double>? required = null;
        Dictionary<int, double> optional = [];
        HashSet<int> excluded = [];
        foreach ((FullTextQuery.Occur occur, FullTextQuery clause) in query.Items)
        {
            Dictionary<int, double> scores = Evaluate(clause, view);
            switch (occur)
            {
                case FullTextQuery.Occur.Must:
                    required = required is null ? scores : Both(required, scores);
                    break;
                case FullTextQuery.Occur.MustNot:
                    excluded.UnionWith(scores.Keys);
                    break;
                default:
                    foreach ((int id, double score) in scores)
                    {
                        optional[id] = optional.GetValueOrDefault(id) + score;
                    }

                    break;
            }
        }

        Dictionary<int, double> found = required ?? optional;
        if (required is not null)
        {
            foreach (int id in required.Keys.ToArray())
            {
                found[id] += optional.GetValueOrDefault(id);
            }
        }

        return Keep(found, id => !excluded.Contains(id));
    }

    private void AddScores(Dictionary<int, double> scores, string word)
    {
        List<long> postings = [];
        Value key = word;
        OrderedTree.Cursor cursor = _postings.Ascend(other => IndexOrder.Compare(other, key));
        while (cursor.MoveNext())
        {
            postings.Add(cursor.CurrentId);
        }

        double rarity = Math.Log(1 + (_count - postings.Count + 0.5) / (postings.Count + 0.5));
        double average = _count == 0 ? 1 : (double)_totalLength / _count;
        foreach (long posting in postings)
        {
            int id = (int)(posting >> 16);
            double times = posting & ushort.MaxValue;
            double weight = times * (K1 + 1) / (times + K1 * (1 - B + B * _lengths[id] / average));
            scores[id] = scores.GetValueOrDefault(id) + rarity * weight;
        }
    }

    private List<string> Vocabulary(string prefix, Func<string, bool> accepts)
    {
        List<string> words = [];
        OrderedTree.Cursor cursor = _postings.Ascend(key =>
            key.AsString().StartsWith(prefix, StringComparison.Ordinal) ? 0 : string.CompareOrdinal(key.AsString(), prefix));
        while (cursor.MoveNext())
        {
            string word = cursor.CurrentKey.AsString();
            if ((words.Count == 0 || words[^1] != word) && accepts(word))
            {
                words.Add(word);
            }
        }

        return words;
    }

    private IEnumerable<string> TextsOf(int id, string? key, GraphView view)
    {
        foreach (int known in Definition.Keys)
        {
            if (key is null || view.Tokens.Keys.Name(known) == key)
            {
                Value value = Definition.OnRelationships ? view.RelationshipProperty(id, known) : view.NodeProperty(id, known);
                foreach (Value text in value.Kind == ValueKind.List ? value.AsList() : [value])
                {
                    if (text.Kind == ValueKind.String)
                    {
                        yield return text.AsString();
                    }
                }
            }
        }
    }

    private static Dictionary<int, double> Both(Dictionary<int, double> left, Dictionary<int, double> right)
    {
        Dictionary<int, double> both = [];
        foreach ((int id, double score) in left)
        {
            if (right.TryGetValue(id, out double other))
            {
                both.Add(id, score + other);
            }
        }

        return both;
    }

    private static Dictionary<int, double> Keep(Dictionary<int, double> scores, Func<int, bool> accepts)
    {
        foreach (int id in scores.Keys.Where(id => !accepts(id)).ToArray())
        {
            scores.Remove(id);
        }

        return scores;
    }
}
