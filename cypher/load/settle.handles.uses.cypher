// Where each of these handles points now.
UNWIND $ids AS id
MATCH (h:Handle {id: id})<-[:USES]-(c:Cable)-[:NAMES {key: id}]->(e:Entity)
RETURN id AS key, c.id AS cable, e.id AS entity, e.name AS name, labels(e) AS labels
ORDER BY key, cable
