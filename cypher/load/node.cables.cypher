UNWIND $rows AS row
MERGE (c:Cable {id: row.id})
SET c = row.properties
