UNWIND $rows AS row
MATCH (p:Paragraph {id: row.paragraph})
MATCH (e:Entity {id: row.entity})
MERGE (p)-[m:MENTIONS {key: row.key}]->(e)
SET m = row.properties
