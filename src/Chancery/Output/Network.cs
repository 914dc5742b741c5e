using Chancery.Graph;

namespace Chancery.Output;

/// <summary>Entities and the projected relations between them.</summary>
internal sealed record Network(IReadOnlyList<NetworkEntity> Entities, IReadOnlyList<NetworkRelation> Relations)
{
    public static async Task<Network> ReadAsync(IGraphDatabase graph, CancellationToken cancellationToken)
    {
        await using IGraphTransaction transaction = await graph.BeginAsync(TransactionOptions.ReadOnly, cancellationToken);
        List<NetworkEntity> entities = [];
        await using (IGraphResult result = await transaction.RunAsync(
            """
            MATCH (e:Entity)
            RETURN e.id, e.name, [label IN labels(e) WHERE label <> 'Entity'][0], e.mentions, e.aliases
            ORDER BY e.id
            """,
            cancellationToken: cancellationToken))
        {
            while (await result.ReadAsync(cancellationToken))
            {
                IReadOnlyList<Value> row = result.Current;
                entities.Add(new NetworkEntity(
                    row[0].AsString(), row[1].AsString(), row[2].AsString(), row[3].IsNull ? 0 : row[3].AsInteger(),
                    row[4].IsNull ? [] : [.. row[4].AsList().Select(alias => alias.AsString())]));
            }
        }

        List<NetworkRelation> relations = [];
        await using (IGraphResult result = await transaction.RunAsync(
            """
            MATCH (s:Entity)-[r]->(o:Entity)
            RETURN s.id AS source, type(r) AS type, o.id AS target, r.status, r.confidence, r.support, r.from, r.to
            ORDER BY source, type, target
            """,
            cancellationToken: cancellationToken))
        {
            while (await result.ReadAsync(cancellationToken))
            {
                IReadOnlyList<Value> row = result.Current;
                relations.Add(new NetworkRelation(
                    row[0].AsString(), row[1].AsString(), row[2].AsString(), ValueText.Display(row[3]), row[4].AsNumber(), row[5].AsInteger(),
                    row[6].IsNull ? null : row[6].AsString(), row[7].IsNull ? null : row[7].AsString()));
            }
        }

        return new Network(entities, relations);
    }
}

internal sealed record NetworkEntity(string Id, string Name, string Type, long Mentions, IReadOnlyList<string> Aliases);

internal sealed record NetworkRelation(
    string Source, string Type, string Target, string Status, double Confidence, long Support, string? From, string? To);
