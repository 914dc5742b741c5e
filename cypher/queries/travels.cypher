// title: Travels
// description: Who traveled where and when, with the sentence that says so.
// parameter: place string = null -- name, alias or id of the goal; without it all
// parameter: limit integer = 100 -- at most so many
// column: traveler -- who
// column: to -- where
// column: from -- first day
// column: until -- last day
// column: status -- actual, planned or proposed
// column: cable -- the best evidence
// column: sentence -- its sentence
MATCH (t:Entity)-[r:TRAVELED_TO]->(p:Entity)
WHERE $place IS NULL OR p.id = $place OR any(name IN p.aliases + p.name WHERE toLower(name) = toLower($place))
OPTIONAL MATCH (k:Claim {id: r.claims[0]})
RETURN t.name AS traveler, p.name AS to, r.from AS from, r.to AS until, r.status AS status, k.cable AS cable, k.text AS sentence
ORDER BY from, traveler, to
LIMIT $limit
