using System.Diagnostics;
using System.Text.Json;
using Chancery.Cypher;
using Chancery.Graph;

namespace Chancery.Benchmarks.Peers;

internal sealed partial class PeersBenchmark
{
    private const string FriendsOfFriends =
        "MATCH (p:Person {id:$id})-[:MET_WITH]-(f:Person)-[:MET_WITH]-(ff:Person)-[:HOLDS]->(o:Organization) WHERE ff.id <> $id "
        + "RETURN o.id AS o, count(*) AS c ORDER BY c DESC, o LIMIT 10";

    private static readonly (string Name, string Cypher, (string Key, int Field, bool Number)[] Columns)[] Merges =
    [
        ("person",
            "UNWIND $rows AS r MERGE (p:Person {id:r.id}) SET p.name=r.name, p.country=r.country, p.birth=date(r.birth), p.seniority=r.seniority, p.score=r.score",
            [("id", 0, false), ("name", 1, false), ("country", 2, false), ("birth", 3, false), ("seniority", 4, true), ("score", 5, true)]),
        ("organization",
            "UNWIND $rows AS r MERGE (o:Organization {id:r.id}) SET o.name=r.name, o.country=r.country, o.sector=r.sector, o.founded=date(r.founded)",
            [("id", 0, false), ("name", 1, false), ("country", 2, false), ("sector", 3, false), ("founded", 4, false)]),
        ("holds",
            "UNWIND $rows AS r MATCH (a:Person {id:r.from}), (o:Organization {id:r.to}) MERGE (a)-[h:HOLDS {role:r.role, start:date(r.start)}]->(o)",
            [("from", 0, false), ("to", 1, false), ("role", 2, false), ("start", 3, false)]),
        ("met_with",
            "UNWIND $rows AS r MATCH (a:Person {id:r.from}), (b:Person {id:r.to}) MERGE (a)-[h:MET_WITH {met:date(r.met)}]->(b) SET h.place=r.place",
            [("from", 0, false), ("to", 1, false), ("met", 2, false), ("place", 3, false)]),
    ];

    // The sums are those of the harness's brute-force answers over the same data.
    private IEnumerable<(string Name, string Cypher, IReadOnlyList<MapValue?> Parameters, int? Rows, double? Sum)> Queries()
    {
        var (ids, missing, pairs, organizations) = _data.Parameters();
        MapValue?[] Each(IEnumerable<string> keys) => [.. keys.Select(key => MapValue.Of(("id", key)))];
        MapValue?[] Times(int count) => new MapValue?[count];
        const string Point = "MATCH (p:Person {id:$id}) RETURN p.name, p.score";
        yield return ("point", Point, Each(ids), 20_000, 9977948.223);
        yield return ("point_miss", Point, Each(missing), 0, 0);
        yield return ("one_hop", "MATCH (p:Person {id:$id})-[h:HOLDS]->(o:Organization) RETURN o.name, h.role, h.start", Each(ids.Take(5000)), 7441, 0);
        yield return ("org_members", "MATCH (o:Organization {id:$id})<-[m:MEMBER_OF]-(p:Person) RETURN count(*) AS c", Each(organizations.Take(1000)), 1000, 27409);
        yield return ("two_hop", "MATCH (p:Person {id:$id})-[:MET_WITH]-(f:Person)-[:HOLDS]->(o:Organization) RETURN count(*) AS c", Each(ids.Take(2000)), 2000, 11899);
        yield return ("three_hop_fof", FriendsOfFriends, Each(ids.Take(500)), 4449, 4812);
        yield return ("hub_three_hop_fof", FriendsOfFriends, Each(Enumerable.Range(1, 50).Select(i => $"p{i:D6}")), 500, 1840);
        yield return ("shortest",
            "MATCH (a:Person {id:$a}), (b:Person {id:$b}) MATCH p = shortestPath((a)-[:MET_WITH*..10]-(b)) RETURN length(p) AS len",
            [.. pairs.Take(200).Select(pair => MapValue.Of(("a", pair.A), ("b", pair.B)))], 184, 1315);
        yield return ("scan_agg", "MATCH (p:Person) RETURN p.seniority AS s, count(*) AS c, avg(p.score) AS a ORDER BY s", Times(20), 200, 20 * 105057.243);
        yield return ("scan_filter_date",
            "MATCH (p:Person) WHERE p.birth >= date('1980-01-01') AND p.birth < date('1990-01-01') RETURN count(*) AS c", Times(20), 20, 20 * 16383);
        yield return ("rel_join_agg",
            "MATCH (p:Person)-[h:HOLDS]->(o:Organization) WHERE h.start >= date('2015-01-01') RETURN o.sector AS s, count(*) AS c ORDER BY c DESC, s",
            Times(20), 240, 20 * 42957);
        yield return ("two_hop_global", "MATCH (a:Person)-[:MET_WITH]->(b:Person)-[:HOLDS]->(o:Organization) RETURN count(*) AS c", Times(10), 10, 10 * 300063);
        yield return ("degree_top10", "MATCH (p:Person)-[:MET_WITH]-(f:Person) RETURN p.id AS id, count(*) AS c ORDER BY c DESC, id LIMIT 10", Times(10), 100, 10 * 1246);
        yield return ("count_rels", "MATCH ()-[r:MET_WITH]->() RETURN count(r) AS c", Times(10), 10, 10 * 200000);
    }

    private async Task<bool> QueryAsync()
    {
        long start = Stopwatch.GetTimestamp();
        await using EmbeddedGraph graph = await EmbeddedGraph.OpenAsync(Graph("copy"));
        _results["open_ms"] = Elapsed(start);
        string? only = Environment.GetEnvironmentVariable("ONLY");
        bool right = true;
        foreach ((string name, string cypher, IReadOnlyList<MapValue?> parameters, int? wantedRows, double? wantedSum) in Queries())
        {
            if (only is not null && !only.Split(',').Contains(name))
            {
                continue;
            }

            // Until the code is compiled for speed, which it is in the background.
            long warm = Stopwatch.GetTimestamp();
            for (int i = 0; i < 100_000 && Elapsed(warm) < 700; i++)
            {
                await CountAsync(graph, cypher, parameters[i % parameters.Count]);
            }

            List<double> times = [];
            int rows = 0;
            double sum = 0;
            foreach (MapValue? one in parameters)
            {
                long began = Stopwatch.GetTimestamp();
                (int oneRows, double oneSum) = await CountAsync(graph, cypher, one);
                times.Add(Elapsed(began));
                rows += oneRows;
                sum += oneSum;
            }

            bool equal = rows == wantedRows && Math.Abs(sum - wantedSum!.Value) < 0.01 + Math.Abs(sum) * 1e-9;
            right &= equal;
            _results[name] = new { latency = Latencies(times), rows, sum = Math.Round(sum, 3), equal };
            Console.Error.WriteLine($"{name} {JsonSerializer.Serialize(_results[name])}");
        }

        return right;
    }
}
