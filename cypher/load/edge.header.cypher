// Once for each relationship that a header states, in place of HEADER_TYPE.
// expand HEADER_TYPE: SENT_FROM, ADDRESSED_TO, SIGNED_BY, TAGGED
UNWIND $rows AS row
MATCH (c:Cable {id: row.cable})
MATCH (e:Entity {id: row.entity})
MERGE (c)-[r:HEADER_TYPE {key: row.key}]->(e)
SET r = row.properties
