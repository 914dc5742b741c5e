UNWIND $rows AS row
MATCH (c:Cable {id: row.cable})
MATCH (t:Topic {tag: row.tag})
MERGE (c)-[:TAGGED]->(t)
