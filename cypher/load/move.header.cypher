// expand HEADER_TYPE: SENT_FROM, ADDRESSED_TO, SIGNED_BY, TAGGED
UNWIND $rows AS row
MATCH (c:Cable {id: row.cable})-[n:HEADER_TYPE {key: row.key}]->(:Entity {id: row.from})
MATCH (new:Entity {id: row.to})
CREATE (c)-[m:HEADER_TYPE]->(new)
SET m = properties(n)
DELETE n
