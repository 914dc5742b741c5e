// A cable that others refer to but nobody handed in is a bare node, marked missing.
UNWIND $rows AS row
MATCH (c:Cable {id: row.cable})
MERGE (r:Cable {id: row.reference})
ON CREATE SET r.missing = true
MERGE (c)-[:REFERENCES]->(r)
