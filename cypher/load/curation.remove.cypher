MATCH (b:Curation {id: 'current'})
DELETE b
