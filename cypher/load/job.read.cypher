MATCH (j:Job)
WHERE $id IS NULL OR j.id = $id
RETURN properties(j) AS job
ORDER BY j.startedAt DESC, j.id
LIMIT $limit
