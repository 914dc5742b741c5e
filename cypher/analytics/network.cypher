// The network that the algorithms see: every projected edge between two entities that a standing claim supports.
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.support > 0
RETURN a.id AS source, b.id AS target, r.support AS support
ORDER BY source, target
