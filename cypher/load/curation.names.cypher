// Every naming, to place each anew under changed decisions.
MATCH (e:Entity)<-[n:NAMES]-(c:Cable)
WHERE e.id > $after
WITH e, n, c ORDER BY e.id, c.id, n.key
RETURN e.id AS entity, e.name AS name, labels(e) AS labels, collect({cable: c.id, key: n.key}) AS namings
ORDER BY entity
LIMIT $limit
