// title: Contradicting statements
// description: Offices with two holders at once, and relations that one passage asserts and another denies.
// parameter: limit integer = 50 -- at most so many of each
// column: kind -- two holders, or asserted and denied
// column: about -- the office or the relation
// column: one -- what one side says
// column: other -- what the other says
// column: cables -- where they stand
MATCH (p:Person)-[h:HOLDS]->(x:Position)<-[i:HOLDS]-(q:Person)
WHERE p.id < q.id AND h.status = 'actual' AND i.status = 'actual'
  AND coalesce(h.from, toString(h.firstSeen)) <= coalesce(i.to, toString(i.lastSeen))
  AND coalesce(i.from, toString(i.firstSeen)) <= coalesce(h.to, toString(h.lastSeen))
WITH p, q, x, h, i ORDER BY x.id, p.id, q.id LIMIT $limit
MATCH (a:Claim {id: h.claims[0]})
MATCH (b:Claim {id: i.claims[0]})
RETURN 'two holders' AS kind, x.name AS about, p.name AS one, q.name AS other, [a.cable, b.cable] AS cables
UNION
MATCH (k:Claim {polarity: 'denied'})
MATCH (s:Entity)<-[:SUBJECT]-(k)-[:OBJECT]->(o:Entity)
MATCH (s)<-[:SUBJECT|OBJECT]-(a:Claim)-[:SUBJECT|OBJECT]->(o)
WHERE a.polarity = 'asserted' AND a.type = k.type
WITH s, o, k, a ORDER BY s.id, o.id, k.id, a.id LIMIT $limit
RETURN 'asserted and denied' AS kind, s.name + ' ' + k.type + ' ' + o.name AS about, a.text AS one, k.text AS other, [a.cable, k.cable] AS cables
