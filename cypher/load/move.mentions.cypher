UNWIND $rows AS row
MATCH (:Cable {id: row.cable})-[:HAS_PARAGRAPH]->(p:Paragraph)-[n:MENTIONS {key: row.key}]->(:Entity {id: row.from})
MATCH (new:Entity {id: row.to})
CREATE (p)-[m:MENTIONS]->(new)
SET m = properties(n)
DELETE n
