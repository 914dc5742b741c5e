// title: Bridges between two organizations
// description: Who or what is related to both of two organizations, directly or through an office.
// parameter: one string = "BSEC" -- name, alias or id
// parameter: other string = "SECI Center" -- name, alias or id
// column: bridge -- the entity between them
// column: type -- what it is
// column: toOne -- relations on the way to the one
// column: toOther -- relations on the way to the other
MATCH (a:Entity)
WHERE a.id = $one OR any(name IN a.aliases + a.name WHERE toLower(name) = toLower($one))
MATCH (b:Entity)
WHERE (b.id = $other OR any(name IN b.aliases + b.name WHERE toLower(name) = toLower($other))) AND b.id <> a.id
MATCH p = (a)-[:HOLDS|POSITION_IN|PART_OF|GOVERNS|MEMBER_OF|MET_WITH|TRAVELED_TO|COOPERATES_WITH*1..2]-(x:Entity)
WHERE x.id <> a.id AND x.id <> b.id AND NOT x:Place AND NOT any(n IN nodes(p) WHERE n.id = b.id)
WITH DISTINCT a, b, x, [r IN relationships(p) | type(r)] AS toOne
MATCH q = (x)-[:HOLDS|POSITION_IN|PART_OF|GOVERNS|MEMBER_OF|MET_WITH|TRAVELED_TO|COOPERATES_WITH*1..2]-(b)
WHERE NOT any(n IN nodes(q) WHERE n.id = a.id)
WITH x, toOne, [r IN relationships(q) | type(r)] AS toOther
ORDER BY size(toOne) + size(toOther)
WITH x, collect({one: toOne, other: toOther})[0] AS shortest
RETURN x.name AS bridge, [label IN labels(x) WHERE label <> 'Entity'][0] AS type, shortest.one AS toOne, shortest.other AS toOther
ORDER BY size(toOne) + size(toOther), bridge
