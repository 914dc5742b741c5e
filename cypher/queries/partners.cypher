// title: Partners of an organization
// description: With whom an organization meets, cooperates or is bound up, by relation and year.
// parameter: organization string = "BSEC" -- name, alias or id
// column: relation -- type of the relation
// column: partner -- the other side
// column: year -- year of the event, or else of the cable
// column: statements -- number of statements
// column: modalities -- actual, planned, proposed, former
// column: cables -- where they stand
MATCH (o:Organization)
WHERE o.id = $organization OR any(name IN o.aliases + o.name WHERE toLower(name) = toLower($organization))
MATCH (o)<-[:SUBJECT|OBJECT]-(k:Claim)-[:SUBJECT|OBJECT]->(p:Entity)
WHERE p.id <> o.id
  AND k.polarity = 'asserted'
  AND k.type IN ['COOPERATES_WITH', 'MET_WITH', 'MEMBER_OF', 'PART_OF', 'GOVERNS', 'TRAVELED_TO']
WITH k.type AS relation, p.name AS partner, coalesce(left(k.on, 4), left(k.from, 4), toString(k.seen.year)) AS year, k
RETURN relation, partner, year, count(k) AS statements, collect(DISTINCT k.modality) AS modalities, collect(DISTINCT k.cable) AS cables
ORDER BY relation, year, partner
