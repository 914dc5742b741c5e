// The passage of every claim lies in its cable's text.
MATCH (c:Cable)-[:HAS_PARAGRAPH]->(:Paragraph)<-[:STATED_IN]-(k:Claim)
WHERE k.start < 0 OR k.end > c.length OR k.start >= k.end
RETURN 'claim ' + k.id + ' in ' + c.id AS violation
ORDER BY violation
LIMIT 20
