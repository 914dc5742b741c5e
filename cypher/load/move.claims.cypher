// expand CLAIM_END: SUBJECT, OBJECT
UNWIND $rows AS row
MATCH (:Cable {id: row.cable})-[:HAS_PARAGRAPH]->(:Paragraph)<-[:STATED_IN]-(k:Claim)-[n:CLAIM_END {key: row.key}]->(:Entity {id: row.from})
MATCH (new:Entity {id: row.to})
CREATE (k)-[m:CLAIM_END]->(new)
SET m = properties(n)
DELETE n
WITH DISTINCT k
MATCH (k)-[:SUBJECT|OBJECT]->(e:Entity)
SET e:Stale
