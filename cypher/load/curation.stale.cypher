// All handles and entities are settled again.
MATCH (n)
WHERE n:Entity OR n:Handle
SET n:Stale
