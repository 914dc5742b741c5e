using System.Text;
using CsCheck;
using Xunit;

namespace Chancery.Graph.Tests.Values;

public sealed class UnicodeFormsTests
{
    [Theory]
    [InlineData("B\u0103sescu", NormalizationForm.FormD, "Ba\u0306sescu")]
    [InlineData("Ba\u0306sescu", NormalizationForm.FormC, "B\u0103sescu")]
    [InlineData("\u1E69", NormalizationForm.FormD, "s\u0323\u0307")]
    [InlineData("s\u0307\u0323", NormalizationForm.FormC, "\u1E69")]
    [InlineData("\u1E9B\u0323", NormalizationForm.FormKC, "\u1E69")]
    [InlineData("\uFB01", NormalizationForm.FormKD, "fi")]
    [InlineData("\uFB01", NormalizationForm.FormD, "\uFB01")]
    [InlineData("\u212B", NormalizationForm.FormC, "\u00C5")]
    [InlineData("\uD55C\uAE00", NormalizationForm.FormD, "\u1112\u1161\u11AB\u1100\u1173\u11AF")]
    [InlineData("\u1112\u1161\u11AB", NormalizationForm.FormC, "\uD55C")]
    [InlineData("\u0958", NormalizationForm.FormC, "\u0915\u093C")]
    [InlineData("a\uD800", NormalizationForm.FormC, "a\uD800")]
    public void Texts_take_their_form(string text, NormalizationForm form, string expected) =>
        Assert.Equal(expected, UnicodeForms.Normalize(text, form));

    [Fact]
    public void Forms_are_stable_and_agree_with_each_other() => Gen.String.Sample(text =>
    {
        string composed = UnicodeForms.Normalize(text, NormalizationForm.FormC);
        string decomposed = UnicodeForms.Normalize(text, NormalizationForm.FormD);
        return UnicodeForms.IsNormalized(composed, NormalizationForm.FormC)
            && UnicodeForms.Normalize(composed, NormalizationForm.FormD) == decomposed
            && UnicodeForms.Normalize(decomposed, NormalizationForm.FormC) == composed;
    }, iter: 20_000);
}
