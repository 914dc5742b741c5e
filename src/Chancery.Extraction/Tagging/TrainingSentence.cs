using Chancery.Extraction.Text;

namespace Chancery.Extraction.Tagging;

/// <summary>A sentence to learn from: the features of its tokens, laid end to end, and the labels that each may bear, and the policy of its set.</summary>
internal sealed record TrainingSentence(uint[] Features, int[] Ends, ushort[] Allowed, string? Policy)
{
    public int Count => Ends.Length;

    /// <summary>Appends the sentences of a text that know anything.</summary>
    public static void Add(TrainingText text, uint mask, string? policy, List<TrainingSentence> sentences)
    {
        var buffer = new List<uint>(2048);
        Span<uint> features = stackalloc uint[FeatureExtractor.Capacity];
        foreach (TokenRange range in text.Sentences)
        {
            ushort[] allowed = text.Allowed[range.Start..range.End];
            if (Array.TrueForAll(allowed, labels => labels == Tag.Any))
            {
                continue;
            }

            var extractor = new FeatureExtractor(text.Text, text.Tokens, text.Facts, range, mask);
            var ends = new int[range.Count];
            buffer.Clear();
            for (int i = 0; i < range.Count; i++)
            {
                int n = extractor.Extract(range.Start + i, features);
                buffer.AddRange(features[..n]);
                ends[i] = buffer.Count;
            }

            sentences.Add(new TrainingSentence([.. buffer], ends, allowed, policy));
        }
    }
}
