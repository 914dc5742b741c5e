// Where handles were last found to point; what a new cable names by them goes there at once.
UNWIND $ids AS id
MATCH (h:Handle {id: id})
WHERE h.target IS NOT NULL
RETURN id AS handle, h.target AS target
