// title: Members of an organization
// description: Members and parts of an organization, its offices and their holders, each with its sentence.
// parameter: organization string = "BSEC" -- name, alias or id
// column: member -- who or what
// column: relation -- how it belongs
// column: holder -- the holder where it is an office
// column: status -- actual, former, planned or proposed
// column: support -- number of cables that say so
// column: cable -- the best evidence
// column: sentence -- its sentence
MATCH (o:Entity)
WHERE o.id = $organization OR any(name IN o.aliases + o.name WHERE toLower(name) = toLower($organization))
MATCH (m:Entity)-[r:MEMBER_OF|PART_OF|POSITION_IN]->(o)
OPTIONAL MATCH (person:Person)-[:HOLDS]->(m)
OPTIONAL MATCH (k:Claim {id: r.claims[0]})
RETURN m.name AS member, type(r) AS relation, person.name AS holder, r.status AS status, r.support AS support, k.cable AS cable, k.text AS sentence
ORDER BY relation, member, holder
