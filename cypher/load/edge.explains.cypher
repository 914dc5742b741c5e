UNWIND $rows AS row
MATCH (c:Cable {id: row.cable})
MATCH (h:Handle {id: row.handle})
MERGE (c)-[:EXPLAINS {entity: row.entity}]->(h)
