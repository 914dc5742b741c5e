// Every cable that is not missing has its text and its hash.
MATCH (c:Cable)
WHERE NOT coalesce(c.missing, false) AND (c.contentHash IS NULL OR c.text IS NULL OR c.extractor IS NULL)
RETURN 'cable ' + c.id AS violation
ORDER BY violation
LIMIT 20
