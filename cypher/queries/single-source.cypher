// title: Facts from a single cable
// description: Relations that rest on one cable alone, the least certain first.
// parameter: confidence float = 1.0 -- with at most this confidence
// parameter: limit integer = 50 -- at most so many
// column: source -- where the relation starts
// column: relation -- its type
// column: target -- where it ends
// column: status -- actual, former, planned or proposed
// column: confidence -- 0 to 1
// column: cable -- the one cable
// column: sentence -- the passage
MATCH (s:Entity)-[r:HOLDS|POSITION_IN|PART_OF|GOVERNS|MEMBER_OF|LOCATED_IN|MET_WITH|TRAVELED_TO|COOPERATES_WITH]->(o:Entity)
WHERE r.support = 1 AND r.confidence <= $confidence
WITH s, r, o ORDER BY r.confidence, s.id, type(r), o.id LIMIT $limit
OPTIONAL MATCH (k:Claim {id: r.claims[0]})
RETURN s.name AS source, type(r) AS relation, o.name AS target, r.status AS status, r.confidence AS confidence, k.cable AS cable, k.text AS sentence
ORDER BY confidence, source, relation, target
