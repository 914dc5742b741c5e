UNWIND $rows AS row
MATCH (p:Paragraph {id: row.paragraph})
MATCH (s:Entity {id: row.subject})
MATCH (o:Entity {id: row.object})
MERGE (k:Claim {id: row.id})
SET k = row.properties
MERGE (k)-[:STATED_IN]->(p)
MERGE (k)-[:SUBJECT {key: row.subjectKey}]->(s)
MERGE (k)-[:OBJECT {key: row.objectKey}]->(o)
