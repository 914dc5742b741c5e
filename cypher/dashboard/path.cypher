// A shortest chain of relations between two entities.
MATCH (x:Entity {id: $from}), (y:Entity {id: $to})
WHERE x.id <> y.id
MATCH path = shortestPath((x)-[:HOLDS|POSITION_IN|PART_OF|GOVERNS|MEMBER_OF|LOCATED_IN|MET_WITH|TRAVELED_TO|COOPERATES_WITH*..10]-(y))
UNWIND relationships(path) AS r
WITH startNode(r) AS a, r, endNode(r) AS b
RETURN {id: a.id, name: a.name, type: [label IN labels(a) WHERE label IN $types][0], aliases: a.aliases, mentions: a.mentions,
    firstSeen: a.firstSeen, lastSeen: a.lastSeen} AS source,
  {id: b.id, name: b.name, type: [label IN labels(b) WHERE label IN $types][0], aliases: b.aliases, mentions: b.mentions,
    firstSeen: b.firstSeen, lastSeen: b.lastSeen} AS target,
  {id: a.id + ' ' + type(r) + ' ' + b.id, source: a.id, target: b.id, type: type(r), status: r.status, confidence: r.confidence,
    support: r.support} AS edge
