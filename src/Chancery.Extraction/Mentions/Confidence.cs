namespace Chancery.Extraction.Mentions;

/// <summary>Turns a tagger's margin into the share of such mentions that proved right.</summary>
internal static class Confidence
{
    // Logistic fit over the margin's root of right and wrong mentions on held-out folds of the annotated sets; see README.md.
    private const double Slope = 1.75;
    private const double Intercept = -1.55;

    /// <summary>What the tagger names with less is more often wrong than it is worth.</summary>
    public const double Least = 0.3;

    public static double OfMargin(float margin) => Math.Clamp(1 / (1 + Math.Exp(-(Intercept + (Slope * Math.Sqrt(margin))))), 0.05, 0.99);
}
