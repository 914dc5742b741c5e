// What a cable named by this key belongs to another entity from now on.
UNWIND $rows AS row
MATCH (c:Cable {id: row.cable})-[n:NAMES {key: row.key}]->(old:Entity {id: row.from})
MATCH (new:Entity {id: row.to})
CREATE (c)-[m:NAMES]->(new)
SET m = properties(n), old:Stale, new:Stale
DELETE n
