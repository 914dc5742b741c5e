// Cables by where they came from, to find those whose source is gone.
MATCH (c:Cable)
WHERE c.source STARTS WITH $prefix
RETURN c.id AS id, c.source AS source
ORDER BY id
