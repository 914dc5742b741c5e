// Every relation of one entity, the best supported first.
MATCH (e:Entity {id: $id})-[r]-(o:Entity)
WHERE type(r) IN $relations
WITH DISTINCT r ORDER BY r.support DESC, r.confidence DESC, startNode(r).id, type(r), endNode(r).id
LIMIT $limit
WITH startNode(r) AS a, r, endNode(r) AS b
RETURN {id: a.id, name: a.name, type: [label IN labels(a) WHERE label IN $types][0], aliases: a.aliases, mentions: a.mentions,
    firstSeen: a.firstSeen, lastSeen: a.lastSeen} AS source,
  {id: b.id, name: b.name, type: [label IN labels(b) WHERE label IN $types][0], aliases: b.aliases, mentions: b.mentions,
    firstSeen: b.firstSeen, lastSeen: b.lastSeen} AS target,
  {id: a.id + ' ' + type(r) + ' ' + b.id, source: a.id, target: b.id, type: type(r), status: r.status, confidence: r.confidence,
    support: r.support} AS edge
