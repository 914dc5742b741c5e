UNWIND $rows AS row
MATCH (h:Handle {id: row.id})
SET h.entities = row.entities
