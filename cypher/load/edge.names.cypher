// What one cable calls an entity and tells of it; the entity's own properties are settled from these.
UNWIND $rows AS row
MATCH (c:Cable {id: row.cable})
MATCH (e:Entity {id: row.entity})
MERGE (c)-[n:NAMES {key: row.key}]->(e)
SET n = row.properties
