UNWIND $ids AS id
MATCH (h:Handle {id: id})
WHERE NOT (h)<-[:USES|EXPLAINS]-(:Cable)
DELETE h
