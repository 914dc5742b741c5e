MATCH (b:Curation {id: 'current'})
RETURN b.hash AS hash
