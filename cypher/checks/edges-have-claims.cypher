// Every projected relation rests on claims of its type between its ends.
MATCH (s:Entity)-[r:HOLDS|POSITION_IN|PART_OF|GOVERNS|MEMBER_OF|LOCATED_IN|MET_WITH|TRAVELED_TO|COOPERATES_WITH]->(o:Entity)
UNWIND r.claims AS id
OPTIONAL MATCH (k:Claim {id: id})
WHERE k.type = type(r) AND k.polarity = 'asserted' AND size([(k)-[:SUBJECT|OBJECT]->(e:Entity) WHERE e.id IN [s.id, o.id] | 1]) = 2
WITH s, r, o, count(k) AS standing
WHERE standing <> size(r.claims) OR standing = 0
RETURN s.id + ' ' + type(r) + ' ' + o.id AS violation
ORDER BY violation
LIMIT 20
