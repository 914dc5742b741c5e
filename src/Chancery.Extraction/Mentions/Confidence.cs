namespace Chancery.Extraction.Mentions;

/// <summary>Turns a tagger's margin into the share of such mentions that proved right.</summary>
internal static class Confidence
{
    // Logistic fit over the margin's root of right and wrong mentions on held-out folds of the annotated sets; see README.md.
    private const double Slope = 1.75;
    private const double Intercept = -1.55;

    /// <summary>What the tagger names with less is more often wrong than it is worth.</summary>
    public const double Least = 0.3;

    /// <summary>By how much names of plain texts proved less sure than the same margins in the folds of the first fit, in log-odds.</summary>
    private const double PlainShift = 0.25;

    /// <summary>For a text without a cable's header, form and rules, where the model alone decides.</summary>
    public static double InPlainText(double confidence)
    {
        double known = Math.Clamp(confidence, 0.01, 0.99);
        double odds = known / (1 - known) * Math.Exp(-PlainShift);
        return odds / (1 + odds);
    }

    public static double OfMargin(float margin) => Math.Clamp(1 / (1 + Math.Exp(-(Intercept + (Slope * Math.Sqrt(margin))))), 0.05, 0.99);
}
