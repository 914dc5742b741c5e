MERGE (b:Curation {id: 'current'})
SET b.hash = $hash
