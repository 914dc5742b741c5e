using CsCheck;
using Xunit;

namespace Chancery.Cables.Tests;

public class CleanTextTests
{
    [Fact]
    public void A_span_of_the_raw_text_finds_what_was_kept_of_it()
    {
        // raw: "ab<x>cd" with the tag taken out.
        CleanText text = new("abcd", [(0, 0), (2, 5)]);
        Assert.Equal(new TextSpan(1, 3), text.ToClean(new TextSpan(1, 6)));
        Assert.Equal(new TextSpan(2, 4), text.ToClean(new TextSpan(3, 7)));
        Assert.Null(text.ToClean(new TextSpan(2, 5)));
    }

    [Fact]
    public void There_and_back_is_the_same_span() =>
        Gen.Select(Gen.Int[1, 6].Array[1, 8], Gen.Int[0, 4].Array[8], Gen.Int[0, 40], Gen.Int[1, 10]).Sample((lengths, gaps, from, length) =>
        {
            List<(int, int)> pieces = [];
            int clean = 0;
            int raw = 0;
            for (int i = 0; i < lengths.Length; i++)
            {
                raw += gaps[i] + (i == 0 ? 0 : 1);
                pieces.Add((clean, raw));
                clean += lengths[i];
                raw += lengths[i];
            }

            CleanText text = new(new string('x', clean), pieces);
            TextSpan span = new(Math.Min(from, clean - 1), Math.Min(from + length, clean));
            Assert.Equal(span, text.ToClean(text.ToRaw(span)));
        });
}
