// title: What a withdrawn cable would take along
// description: Entities, relations and statements that stand on one cable alone and would vanish with it.
// parameter: cable string = "05BUCHAREST1129" -- the cable's reference
// column: kind -- entity, relation or statements
// column: what -- its name
// column: count -- how many mentions or statements
MATCH (c:Cable {id: $cable})-[n:NAMES]->(e:Entity)
WHERE size([(e)<-[:NAMES]-(other:Cable) WHERE other.id <> $cable | 1]) = 0
RETURN 'entity' AS kind, e.name AS what, e.mentions AS count
UNION
MATCH (:Cable {id: $cable})-[:NAMES]->(s:Entity)-[r:HOLDS|POSITION_IN|PART_OF|GOVERNS|MEMBER_OF|LOCATED_IN|MET_WITH|TRAVELED_TO|COOPERATES_WITH]->(o:Entity)
WITH DISTINCT s, r, o
MATCH (k:Claim {id: r.claims[0]})
WHERE r.support = 1 AND k.cable = $cable
RETURN 'relation' AS kind, s.name + ' ' + type(r) + ' ' + o.name AS what, size(r.claims) AS count
UNION
MATCH (:Cable {id: $cable})-[:HAS_PARAGRAPH]->(:Paragraph)<-[:STATED_IN]-(k:Claim)
RETURN 'statements' AS kind, k.type AS what, count(k) AS count
