// Everything is settled: no work was left behind by an interrupted job.
MATCH (n:Stale)
RETURN labels(n)[0] + ' ' + coalesce(n.id, n.tag) AS violation
ORDER BY violation
LIMIT 20
