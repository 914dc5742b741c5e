UNWIND $rows AS row
MATCH (j:Job {id: row.job})
MERGE (p:Problem {id: row.id})
SET p.source = row.source, p.place = row.place, p.reason = row.reason
MERGE (j)-[:SET_ASIDE]->(p)
