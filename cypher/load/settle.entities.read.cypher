MATCH (e:Stale)
WHERE e:Entity
RETURN e.id AS id
ORDER BY id
LIMIT $limit
