// All entities, in the order in which the algorithms number them.
MATCH (e:Entity)
RETURN e.id AS id
ORDER BY id
