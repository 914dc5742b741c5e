namespace Chancery.Extraction.Mentions;

/// <summary>Turns a tagger's margin into the share of such mentions that proved right.</summary>
internal static class Confidence
{
    // Logistic fit of right and wrong mentions on held-out folds of the annotated sets; see README.md.
    private const double Slope = 0.0313;
    private const double Intercept = -0.427;

    public static double OfMargin(float margin) => Math.Clamp(1 / (1 + Math.Exp(-(Intercept + (Slope * margin)))), 0.05, 0.99);
}
