using System.Security.Cryptography;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Chancery.Resolution;

/// <summary>
/// Reads the curation file: YAML with the lists <c>merge</c> (into, from), <c>split</c> (entity, cables, into), <c>rename</c> (entity, name)
/// and <c>reject</c> (claim | entity | type, subject, object, cable).
/// </summary>
public static class CurationFile
{
    /// <exception cref="CurationException">The file is not YAML, or a decision lacks a part or contradicts another; names file and line.</exception>
    public static Curation Read(string path) => Parse(File.ReadAllText(path), path);

    public static Curation Parse(string yaml, string source)
    {
        try
        {
            Document document = new DeserializerBuilder()
                .WithNamingConvention(CamelCaseNamingConvention.Instance)
                .Build()
                .Deserialize<Document?>(yaml) ?? new Document();
            Curation curation = new()
            {
                Merges = [.. document.Merge.Select((entry, at) => new MergeDecision(
                    Need(entry.Into, source, "merge", at, "into"), Need(entry.From, source, "merge", at, "from")))],
                Splits = [.. document.Split.Select((entry, at) => new SplitDecision(
                    Need(entry.Entity, source, "split", at, "entity"), Need(entry.Cables, source, "split", at, "cables"), Need(entry.Into, source, "split", at, "into")))],
                Renames = [.. document.Rename.Select((entry, at) => new RenameDecision(
                    Need(entry.Entity, source, "rename", at, "entity"), Need(entry.Name, source, "rename", at, "name")))],
                Rejections = [.. document.Reject.Select((entry, at) => Reject(entry, source, at))],
            };
            Check(curation, source);
            return curation with { Hash = HashOf(curation) };
        }
        catch (YamlException error)
        {
            throw new CurationException($"{source}: line {error.Start.Line}: {error.InnerException?.Message ?? error.Message}", error);
        }
    }

    private static RejectDecision Reject(RejectEntry entry, string source, int at)
    {
        bool whole = entry.Claim is not null || entry.Entity is not null;
        return whole || (entry.Type is not null && entry.Subject is not null && entry.Object is not null)
            ? new RejectDecision(entry.Claim, entry.Entity, entry.Type, entry.Subject, entry.Object, entry.Cable)
            : throw new CurationException($"{source}: reject, entry {at + 1}: give claim, or entity, or type with subject and object.");
    }

    /// <summary>One decision an entity: whoever is merged away is neither merged elsewhere nor the target of another merge.</summary>
    private static void Check(Curation curation, string source)
    {
        Dictionary<string, string> into = new(StringComparer.Ordinal);
        foreach (MergeDecision merge in curation.Merges)
        {
            foreach (string from in merge.From)
            {
                if (!into.TryAdd(from, merge.Into))
                {
                    throw new CurationException($"{source}: merge: {from} is merged twice, into {into[from]} and into {merge.Into}.");
                }
            }
        }

        if (curation.Merges.FirstOrDefault(merge => into.ContainsKey(merge.Into)) is { } chained)
        {
            throw new CurationException($"{source}: merge: {chained.Into} is itself merged into {into[chained.Into]}; name the last one.");
        }

        if (curation.Renames.GroupBy(rename => rename.Entity).FirstOrDefault(group => group.Count() > 1) is { } renamed)
        {
            throw new CurationException($"{source}: rename: {renamed.Key} is renamed twice.");
        }

        if (curation.Splits.SelectMany(split => split.Cables.Select(cable => (split.Entity, cable))).GroupBy(part => part).FirstOrDefault(group => group.Count() > 1) is { } split)
        {
            throw new CurationException($"{source}: split: {split.Key.Entity} is split twice in {split.Key.cable}.");
        }
    }

    private static string HashOf(Curation curation)
    {
        StringBuilder text = new();
        foreach (MergeDecision merge in curation.Merges)
        {
            text.Append("merge ").Append(merge.Into).Append(' ').AppendJoin(' ', merge.From).Append('\n');
        }

        foreach (SplitDecision split in curation.Splits)
        {
            text.Append("split ").Append(split.Entity).Append(' ').Append(split.Into).Append(' ').AppendJoin(' ', split.Cables).Append('\n');
        }

        foreach (RenameDecision rename in curation.Renames)
        {
            text.Append("rename ").Append(rename.Entity).Append(' ').Append(rename.Name).Append('\n');
        }

        foreach (RejectDecision reject in curation.Rejections)
        {
            text.Append(reject).Append('\n');
        }

        return text.Length == 0 ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())), 0, 12);
    }

    private static T Need<T>(T? value, string source, string list, int at, string field) =>
        value ?? throw new CurationException($"{source}: {list}, entry {at + 1}: '{field}' is missing.");

    private sealed class Document
    {
        public List<MergeEntry> Merge { get; set; } = [];

        public List<SplitEntry> Split { get; set; } = [];

        public List<RenameEntry> Rename { get; set; } = [];

        public List<RejectEntry> Reject { get; set; } = [];
    }

    private sealed class MergeEntry
    {
        public string? Into { get; set; }

        public List<string>? From { get; set; }
    }

    private sealed class SplitEntry
    {
        public string? Entity { get; set; }

        public List<string>? Cables { get; set; }

        public string? Into { get; set; }
    }

    private sealed class RenameEntry
    {
        public string? Entity { get; set; }

        public string? Name { get; set; }
    }

    private sealed class RejectEntry
    {
        public string? Claim { get; set; }

        public string? Entity { get; set; }

        public string? Type { get; set; }

        public string? Subject { get; set; }

        public string? Object { get; set; }

        public string? Cable { get; set; }
    }
}

/// <summary>A curation file that cannot be followed; the message names the file and the place.</summary>
public sealed class CurationException(string message, Exception? inner = null) : Exception(message, inner);
