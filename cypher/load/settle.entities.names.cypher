UNWIND $ids AS id
MATCH (e:Entity {id: id})<-[n:NAMES]-(c:Cable)
RETURN id, c.id AS cable, c.sentAt AS sentAt, properties(n) AS properties
ORDER BY id, cable
