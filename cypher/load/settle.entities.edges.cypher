UNWIND $ids AS id
MATCH (e:Entity {id: id})-[r]->(o:Entity)
RETURN id AS source, type(r) AS type, o.id AS target, properties(r) AS properties
