// A handle is a surname or an acronym that has to be explained by some cable before it is known whose it is.
UNWIND $ids AS id
MERGE (h:Handle {id: id})
SET h:Stale
