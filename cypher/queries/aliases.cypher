// title: Names of an entity
// description: Every surface under which cables name an entity, with the number of mentions and cables.
// parameter: entity string = "BSEC" -- name, alias or id
// column: entity -- its name
// column: id -- its id
// column: surface -- as the text has it
// column: mentions -- how often
// column: cables -- in how many cables
MATCH (e:Entity)
WHERE e.id = $entity OR any(name IN e.aliases + e.name WHERE toLower(name) = toLower($entity))
MATCH (e)<-[n:NAMES]-(c:Cable)
UNWIND range(0, size(n.surfaces) - 1) AS i
WITH e, c, n.surfaces[i] AS surface, n.counts[i] AS times
RETURN e.name AS entity, e.id AS id, surface, sum(times) AS mentions, count(DISTINCT c) AS cables
ORDER BY entity, id, mentions DESC, surface
