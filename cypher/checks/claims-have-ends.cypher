// Every claim has one subject, one object and one passage.
MATCH (k:Claim)
WHERE size([(k)-[:SUBJECT]->(e:Entity) | 1]) <> 1
  OR size([(k)-[:OBJECT]->(e:Entity) | 1]) <> 1
  OR size([(k)-[:STATED_IN]->(p:Paragraph)<-[:HAS_PARAGRAPH]-(c:Cable) WHERE c.id = k.cable | 1]) <> 1
RETURN 'claim ' + k.id AS violation
ORDER BY violation
LIMIT 20
