// title: Most connected organizations
// description: Organizations by the number of entities that they are related to.
// parameter: limit integer = 20 -- at most so many
// column: organization -- its name
// column: neighbours -- number of related entities
// column: relations -- number of relations
// column: mentions -- number of mentions
MATCH (o:Organization)-[r:HOLDS|POSITION_IN|PART_OF|GOVERNS|MEMBER_OF|LOCATED_IN|MET_WITH|TRAVELED_TO|COOPERATES_WITH]-(x:Entity)
WITH o, count(DISTINCT x) AS neighbours, count(DISTINCT r) AS relations
RETURN o.name AS organization, neighbours, relations, o.mentions AS mentions
ORDER BY neighbours DESC, relations DESC, organization
LIMIT $limit
