// title: Named together, no relation known
// description: Pairs of organizations and persons that stand in the same paragraph in several cables although no relation between them is asserted.
// parameter: cables integer = 2 -- in at least so many cables
// parameter: limit integer = 50 -- at most so many pairs
// column: one -- one of the pair
// column: other -- the other
// column: cables -- number of cables
// column: examples -- some of them
MATCH (a:Entity)<-[:MENTIONS]-(p:Paragraph)-[:MENTIONS]->(b:Entity)
WHERE a.id < b.id AND (a:Organization OR a:Person) AND (b:Organization OR b:Person)
MATCH (c:Cable)-[:HAS_PARAGRAPH]->(p)
WITH a, b, collect(DISTINCT c.id) AS ids
WHERE size(ids) >= $cables
  AND NOT (a)-[:HOLDS|POSITION_IN|PART_OF|GOVERNS|MEMBER_OF|LOCATED_IN|MET_WITH|TRAVELED_TO|COOPERATES_WITH]-(b)
RETURN a.name AS one, b.name AS other, size(ids) AS cables, ids[..5] AS examples
ORDER BY cables DESC, one, other
LIMIT $limit
