// Entities whose name or alias contains a text, the best match first.
MATCH (e:Entity)
WHERE ($type IS NULL OR $type IN labels(e))
  AND (toLower(e.name) CONTAINS toLower($text) OR any(alias IN e.aliases WHERE toLower(alias) CONTAINS toLower($text)))
WITH e, CASE
  WHEN toLower(e.name) = toLower($text) OR any(alias IN e.aliases WHERE toLower(alias) = toLower($text)) THEN 0
  WHEN toLower(e.name) STARTS WITH toLower($text) THEN 1
  WHEN any(alias IN e.aliases WHERE toLower(alias) STARTS WITH toLower($text)) THEN 2
  ELSE 3 END AS rank
ORDER BY rank, e.mentions DESC, e.name, e.id
LIMIT $limit
RETURN {id: e.id, name: e.name, type: [label IN labels(e) WHERE label IN $types][0], aliases: e.aliases, mentions: e.mentions,
  firstSeen: e.firstSeen, lastSeen: e.lastSeen} AS entity
