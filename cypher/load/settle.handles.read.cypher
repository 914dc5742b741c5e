// Stale handles with the entities that cables give them to.
MATCH (h:Stale)
WHERE h:Handle AND h.id > $after
WITH h ORDER BY h.id LIMIT $limit
OPTIONAL MATCH (h)<-[x:EXPLAINS]-(:Cable)
RETURN h.id AS handle, collect(DISTINCT x.entity) AS entities
ORDER BY handle
