UNWIND $rows AS row
MATCH (h:Handle {id: row.id})
SET h.target = row.target
REMOVE h:Stale
