// The cables that mention one entity, the latest first.
MATCH (e:Entity {id: $id})<-[m:MENTIONS]-(:Paragraph)<-[:HAS_PARAGRAPH]-(c:Cable)
WITH c, sum(size(m.starts)) AS mentions
ORDER BY c.sentAt DESC, c.id
LIMIT $limit
RETURN {id: c.id, subject: c.subject, sentAt: c.sentAt, mentions: mentions} AS cable
