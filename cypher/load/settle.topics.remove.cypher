MATCH (t:Stale)
WHERE t:Topic AND NOT (t)<-[:TAGGED]-(:Cable)
DELETE t
