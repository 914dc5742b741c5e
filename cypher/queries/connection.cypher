// title: Shortest connection
// description: The shortest chain of asserted relations between two entities, hop by hop, with the cable and sentence behind each.
// parameter: from string = "SECI Center" -- name, alias or id of one end
// parameter: to string = "Istanbul" -- name, alias or id of the other
// column: hop -- number of the step
// column: source -- where the relation starts
// column: relation -- its type
// column: target -- where it ends
// column: status -- actual, former, planned or proposed
// column: cable -- the best evidence
// column: sentence -- its sentence
MATCH (a:Entity)
WHERE a.id = $from OR any(name IN a.aliases + a.name WHERE toLower(name) = toLower($from))
WITH a ORDER BY a.mentions DESC, a.id LIMIT 1
MATCH (b:Entity)
WHERE b.id = $to OR any(name IN b.aliases + b.name WHERE toLower(name) = toLower($to))
WITH a, b ORDER BY b.mentions DESC, b.id LIMIT 1
WITH a, b WHERE a.id <> b.id
MATCH path = shortestPath((a)-[:HOLDS|POSITION_IN|PART_OF|GOVERNS|MEMBER_OF|LOCATED_IN|MET_WITH|TRAVELED_TO|COOPERATES_WITH*..8]-(b))
UNWIND range(0, length(path) - 1) AS i
WITH i, relationships(path)[i] AS r
OPTIONAL MATCH (k:Claim {id: r.claims[0]})
RETURN i + 1 AS hop, startNode(r).name AS source, type(r) AS relation, endNode(r).name AS target,
  r.status AS status, k.cable AS cable, k.text AS sentence
ORDER BY hop
