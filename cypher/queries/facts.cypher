// title: Everything known about an entity
// description: Every statement about an entity, for or against, with cable and sentence, newest last.
// parameter: entity string = "SECI Center" -- name, alias or id
// parameter: limit integer = 200 -- at most so many statements
// column: subject -- of whom it is said
// column: relation -- what is said
// column: object -- the other side
// column: polarity -- asserted or denied
// column: modality -- actual, planned, proposed, former or conditional
// column: date -- of the event, where the text tells
// column: confidence -- 0 to 1
// column: cable -- where it stands
// column: sentence -- the passage
// column: claim -- the statement's id
MATCH (e:Entity)
WHERE e.id = $entity OR any(name IN e.aliases + e.name WHERE toLower(name) = toLower($entity))
MATCH (e)<-[:SUBJECT|OBJECT]-(k:Claim)
WITH DISTINCT k
MATCH (s:Entity)<-[:SUBJECT]-(k)-[:OBJECT]->(o:Entity)
RETURN s.name AS subject, k.type AS relation, o.name AS object, k.polarity AS polarity, k.modality AS modality,
  coalesce(k.on, k.from) AS date, k.confidence AS confidence, k.cable AS cable, k.text AS sentence, k.id AS claim
ORDER BY k.seen, cable, k.start, relation, subject, object
LIMIT $limit
