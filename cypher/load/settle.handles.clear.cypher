UNWIND $ids AS id
MATCH (h:Handle {id: id})
REMOVE h:Stale
