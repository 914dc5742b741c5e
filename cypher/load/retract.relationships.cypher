UNWIND $ids AS id
MATCH (:Cable {id: id})-[r]->()
DELETE r
