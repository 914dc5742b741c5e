using System.Globalization;
using System.Text.Json;
using System.Xml;

namespace Chancery.Output;

internal enum NetworkFormat
{
    GraphMl,
    Gexf,
    Json,
    Csv,
}

/// <summary>Writes the network in the forms that other programs read.</summary>
internal static class NetworkWriter
{
    private static readonly XmlWriterSettings s_xml = new() { Async = true, Indent = true, };

    private static readonly (string Id, string For, string Type)[] s_keys =
    [
        ("name", "node", "string"), ("type", "node", "string"), ("mentions", "node", "long"), ("aliases", "node", "string"),
        ("relation", "edge", "string"), ("status", "edge", "string"), ("confidence", "edge", "double"), ("support", "edge", "long"),
        ("from", "edge", "string"), ("to", "edge", "string"),
    ];

    public static Task WriteAsync(Network network, NetworkFormat format, TextWriter output) => format switch
    {
        NetworkFormat.GraphMl => WriteGraphMlAsync(network, output),
        NetworkFormat.Gexf => WriteGexfAsync(network, output),
        NetworkFormat.Json => output.WriteLineAsync(RowWriter.Json(json => WriteJson(network, json))),
        _ => WriteCsvAsync(network, output),
    };

    private static async Task WriteGraphMlAsync(Network network, TextWriter output)
    {
        await using XmlWriter xml = XmlWriter.Create(output, s_xml);
        xml.WriteStartElement("graphml", "http://graphml.graphdrawing.org/xmlns");
        foreach ((string id, string on, string type) in s_keys)
        {
            xml.WriteStartElement("key");
            xml.WriteAttributeString("id", id);
            xml.WriteAttributeString("for", on);
            xml.WriteAttributeString("attr.name", id);
            xml.WriteAttributeString("attr.type", type);
            xml.WriteEndElement();
        }

        xml.WriteStartElement("graph");
        xml.WriteAttributeString("edgedefault", "directed");
        foreach (NetworkEntity entity in network.Entities)
        {
            xml.WriteStartElement("node");
            xml.WriteAttributeString("id", entity.Id);
            WriteData(xml, "name", entity.Name);
            WriteData(xml, "type", entity.Type);
            WriteData(xml, "mentions", entity.Mentions.ToString(CultureInfo.InvariantCulture));
            WriteData(xml, "aliases", string.Join("; ", entity.Aliases));
            xml.WriteEndElement();
        }

        foreach (NetworkRelation relation in network.Relations)
        {
            xml.WriteStartElement("edge");
            xml.WriteAttributeString("source", relation.Source);
            xml.WriteAttributeString("target", relation.Target);
            foreach ((string name, string value) in Attributes(relation))
            {
                WriteData(xml, name, value);
            }

            xml.WriteEndElement();
        }

        await xml.WriteEndDocumentAsync();
    }

    private static async Task WriteGexfAsync(Network network, TextWriter output)
    {
        await using XmlWriter xml = XmlWriter.Create(output, s_xml);
        xml.WriteStartElement("gexf", "http://gexf.net/1.3");
        xml.WriteAttributeString("version", "1.3");
        xml.WriteStartElement("graph");
        xml.WriteAttributeString("defaultedgetype", "directed");
        foreach (IGrouping<string, (string Id, string For, string Type)> group in s_keys.GroupBy(key => key.For))
        {
            xml.WriteStartElement("attributes");
            xml.WriteAttributeString("class", group.Key);
            foreach ((string id, string _, string type) in group)
            {
                xml.WriteStartElement("attribute");
                xml.WriteAttributeString("id", id);
                xml.WriteAttributeString("title", id);
                xml.WriteAttributeString("type", type);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteStartElement("nodes");
        foreach (NetworkEntity entity in network.Entities)
        {
            xml.WriteStartElement("node");
            xml.WriteAttributeString("id", entity.Id);
            xml.WriteAttributeString("label", entity.Name);
            WriteValues(xml, [("type", entity.Type), ("mentions", entity.Mentions.ToString(CultureInfo.InvariantCulture)), ("aliases", string.Join("; ", entity.Aliases))]);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteStartElement("edges");
        for (int i = 0; i < network.Relations.Count; i++)
        {
            NetworkRelation relation = network.Relations[i];
            xml.WriteStartElement("edge");
            xml.WriteAttributeString("id", i.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("source", relation.Source);
            xml.WriteAttributeString("target", relation.Target);
            xml.WriteAttributeString("label", relation.Type);
            WriteValues(xml, Attributes(relation));
            xml.WriteEndElement();
        }

        await xml.WriteEndDocumentAsync();
    }

    private static void WriteJson(Network network, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartArray("entities");
        foreach (NetworkEntity entity in network.Entities)
        {
            json.WriteStartObject();
            json.WriteString("id", entity.Id);
            json.WriteString("name", entity.Name);
            json.WriteString("type", entity.Type);
            json.WriteNumber("mentions", entity.Mentions);
            json.WriteStartArray("aliases");
            foreach (string alias in entity.Aliases)
            {
                json.WriteStringValue(alias);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("relations");
        foreach (NetworkRelation relation in network.Relations)
        {
            json.WriteStartObject();
            json.WriteString("source", relation.Source);
            json.WriteString("type", relation.Type);
            json.WriteString("target", relation.Target);
            json.WriteString("status", relation.Status);
            json.WriteNumber("confidence", relation.Confidence);
            json.WriteNumber("support", relation.Support);
            json.WriteString("from", relation.From);
            json.WriteString("to", relation.To);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static async Task WriteCsvAsync(Network network, TextWriter output)
    {
        await output.WriteLineAsync("source,relation,target,status,confidence,support,from,to");
        foreach (NetworkRelation relation in network.Relations)
        {
            await output.WriteLineAsync(string.Join(',', new[]
            {
                relation.Source, relation.Type, relation.Target, relation.Status, relation.Confidence.ToString(CultureInfo.InvariantCulture),
                relation.Support.ToString(CultureInfo.InvariantCulture), relation.From ?? "", relation.To ?? "",
            }.Select(RowWriter.CsvField)));
        }
    }

    private static IEnumerable<(string Name, string Value)> Attributes(NetworkRelation relation)
    {
        yield return ("relation", relation.Type);
        yield return ("status", relation.Status);
        yield return ("confidence", relation.Confidence.ToString(CultureInfo.InvariantCulture));
        yield return ("support", relation.Support.ToString(CultureInfo.InvariantCulture));
        if (relation.From is { } from)
        {
            yield return ("from", from);
        }

        if (relation.To is { } to)
        {
            yield return ("to", to);
        }
    }

    private static void WriteData(XmlWriter xml, string key, string value)
    {
        xml.WriteStartElement("data");
        xml.WriteAttributeString("key", key);
        xml.WriteString(Clean(value));
        xml.WriteEndElement();
    }

    private static void WriteValues(XmlWriter xml, IEnumerable<(string Name, string Value)> values)
    {
        xml.WriteStartElement("attvalues");
        foreach ((string name, string value) in values)
        {
            xml.WriteStartElement("attvalue");
            xml.WriteAttributeString("for", name);
            xml.WriteAttributeString("value", Clean(value));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>Cables may hold characters that XML cannot.</summary>
    private static string Clean(string text) => string.Concat(text.Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)));
}
