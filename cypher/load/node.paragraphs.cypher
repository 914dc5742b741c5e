UNWIND $rows AS row
MATCH (c:Cable {id: row.cable})
MERGE (p:Paragraph {id: row.id})
SET p = row.properties
MERGE (c)-[:HAS_PARAGRAPH]->(p)
