// Every entity is named by some cable.
MATCH (e:Entity)
WHERE NOT (e)<-[:NAMES]-(:Cable)
RETURN 'entity ' + e.id AS violation
ORDER BY violation
LIMIT 20
