// A bare node stands only for a cable that others refer to.
MATCH (c:Cable)
WHERE c.missing AND NOT (c)<-[:REFERENCES]-(:Cable)
RETURN 'cable ' + c.id AS violation
ORDER BY violation
LIMIT 20
