// title: People in two organizations
// description: Who holds offices in two bodies, with the cables that say so.
// parameter: limit integer = 50 -- at most so many rows
// column: person -- who
// column: office -- one office
// column: body -- its body
// column: otherOffice -- another office
// column: otherBody -- its body
// column: cables -- where it is said
MATCH (a:Entity)<-[:POSITION_IN]-(x:Position)<-[h:HOLDS]-(person:Person)-[i:HOLDS]->(y:Position)-[:POSITION_IN]->(b:Entity)
WHERE a.id < b.id
UNWIND h.claims + i.claims AS claim
MATCH (k:Claim {id: claim})
RETURN person.name AS person, x.name AS office, a.name AS body, y.name AS otherOffice, b.name AS otherBody,
  collect(DISTINCT k.cable) AS cables
ORDER BY person, office, body, otherOffice, otherBody
LIMIT $limit
