// The best supported relations between entities of the chosen types, with both ends.
MATCH (a:Entity)-[r]->(b:Entity)
WHERE type(r) IN $relations AND r.confidence >= $confidence
  AND any(label IN labels(a) WHERE label IN $chosen) AND any(label IN labels(b) WHERE label IN $chosen)
  AND ($from IS NULL OR r.lastSeen >= date($from)) AND ($to IS NULL OR r.firstSeen <= date($to))
WITH a, r, b ORDER BY r.support DESC, r.confidence DESC, a.id, type(r), b.id
LIMIT $limit
RETURN {id: a.id, name: a.name, type: [label IN labels(a) WHERE label IN $types][0], aliases: a.aliases, mentions: a.mentions,
    firstSeen: a.firstSeen, lastSeen: a.lastSeen} AS source,
  {id: b.id, name: b.name, type: [label IN labels(b) WHERE label IN $types][0], aliases: b.aliases, mentions: b.mentions,
    firstSeen: b.firstSeen, lastSeen: b.lastSeen} AS target,
  {id: a.id + ' ' + type(r) + ' ' + b.id, source: a.id, target: b.id, type: type(r), status: r.status, confidence: r.confidence,
    support: r.support} AS edge
