using System.Net;
using Chancery.Cables.Parsing;

namespace Chancery.Cables.Markup;

/// <summary>Appends runs of text from a marked-up source: entities decoded once, white space collapsed or kept.</summary>
internal static class MarkupText
{
    private const int LongestEntity = 12;

    public static void Append(CleanTextBuilder builder, string source, TextSpan run, bool verbatim)
    {
        int at = run.Start;
        while (at < run.End)
        {
            int skip = source.AsSpan(at, run.End - at).IndexOf('&');
            int entity = skip < 0 ? run.End : at + skip;
            if (verbatim)
            {
                builder.AppendVerbatim(at, entity);
            }
            else
            {
                builder.Append(at, entity);
            }

            if (entity == run.End)
            {
                return;
            }

            int semicolon = source.AsSpan(entity, Math.Min(run.End - entity, LongestEntity)).IndexOf(';');
            // A lone "&" before an entity is not the entity's beginning: its name holds neither another "&" nor space.
            if (semicolon > 1 && source.AsSpan(entity + 1, semicolon - 1).IndexOfAny("& \t\r\n") < 0)
            {
                string name = source.Substring(entity, semicolon + 1);
                string decoded = WebUtility.HtmlDecode(name);
                if (decoded != name)
                {
                    builder.AppendDecoded(decoded.Replace('\u00A0', ' '), entity, name.Length);
                    at = entity + name.Length;
                    continue;
                }
            }

            // "&there,s a": a quotation mark lost in publication, no entity.
            builder.AppendVerbatim(entity, entity + 1);
            at = entity + 1;
        }
    }

    /// <summary>Ends the line, and leaves one blank where <paramref name="lines"/> is two.</summary>
    public static void Break(CleanTextBuilder builder, int at, int lines)
    {
        int have = builder.TrailingBreaks();
        if (builder.Length == 0)
        {
            return;
        }

        for (; have < lines; have++)
        {
            builder.AppendChar('\n', at);
        }
    }
}
