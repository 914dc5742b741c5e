MATCH (c:Stale)
WHERE c:Cable AND c.missing AND NOT (c)<-[:REFERENCES]-(:Cable)
DELETE c
