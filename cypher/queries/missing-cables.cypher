// title: Cables that are missing
// description: Cables that others refer to but that nobody handed in, the most wanted first.
// parameter: limit integer = 50 -- at most so many
// column: cable -- its reference
// column: references -- number of cables that refer to it
// column: by -- some of them
MATCH (c:Cable)-[:REFERENCES]->(m:Cable)
WHERE m.missing
RETURN m.id AS cable, count(DISTINCT c) AS references, collect(DISTINCT c.id)[..5] AS by
ORDER BY references DESC, cable
LIMIT $limit
