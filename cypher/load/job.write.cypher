MERGE (j:Job {id: $id})
SET j += $properties
