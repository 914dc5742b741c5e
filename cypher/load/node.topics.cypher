UNWIND $rows AS row
MERGE (t:Topic {tag: row.tag})
SET t.name = row.name
