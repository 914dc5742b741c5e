MATCH (n:Stale)
WHERE n:Topic OR n:Cable
REMOVE n:Stale
