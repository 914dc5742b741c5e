// The number of mentions of every entity is the sum over the cables that name it.
MATCH (e:Entity)<-[n:NAMES]-(:Cable)
WITH e, sum(reduce(total = 0, times IN n.counts | total + times)) AS mentions
WHERE mentions <> e.mentions
RETURN 'entity ' + e.id + ': ' + toString(e.mentions) + ' instead of ' + toString(mentions) AS violation
ORDER BY violation
LIMIT 20
