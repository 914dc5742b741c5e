// title: Whom a delegation met
// description: Officials and bodies that an organization, its officials or a person met, with date and sentence.
// parameter: delegation string = "BSEC" -- name, alias or id
// column: delegate -- who of the delegation
// column: met -- whom
// column: office -- the office of the one met, where it is known
// column: status -- actual, planned or proposed
// column: from -- first day
// column: to -- last day
// column: cable -- the best evidence
// column: sentence -- its sentence
MATCH (d:Entity)
WHERE d.id = $delegation OR any(name IN d.aliases + d.name WHERE toLower(name) = toLower($delegation))
OPTIONAL MATCH (p:Position)-[:POSITION_IN]->(d)
OPTIONAL MATCH (h:Person)-[:HOLDS]->(p)
WITH collect(DISTINCT d) + collect(DISTINCT p) + collect(DISTINCT h) AS delegates
UNWIND delegates AS delegate
MATCH (delegate)-[m:MET_WITH]-(met:Entity)
WITH DISTINCT delegate, m, met
OPTIONAL MATCH (met)-[:HOLDS]->(office:Position)
OPTIONAL MATCH (k:Claim {id: m.claims[0]})
RETURN delegate.name AS delegate, met.name AS met, office.name AS office, m.status AS status, m.from AS from, m.to AS to, k.cable AS cable, k.text AS sentence
ORDER BY from, met, delegate, office
