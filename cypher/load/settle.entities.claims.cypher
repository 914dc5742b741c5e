// Claims by subject; those of symmetric relations by object too, since their edge may start there.
UNWIND $ids AS id
MATCH (e:Entity {id: id})<-[:SUBJECT]-(k:Claim)-[:OBJECT]->(o:Entity)
RETURN id AS subject, o.id AS object, properties(k) AS properties
UNION
UNWIND $ids AS id
MATCH (e:Entity {id: id})<-[:OBJECT]-(k:Claim)-[:SUBJECT]->(s:Entity)
WHERE k.type IN $symmetric
RETURN s.id AS subject, id AS object, properties(k) AS properties
