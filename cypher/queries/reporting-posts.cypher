// title: Who reports on an organization
// description: Which posts report most on an organization, year by year.
// parameter: organization string = "BSEC" -- name, alias or id
// column: post -- the sender
// column: year -- year of the cables
// column: cables -- number of cables that name the organization
// column: mentions -- number of its mentions in them
MATCH (o:Entity)
WHERE o.id = $organization OR any(name IN o.aliases + o.name WHERE toLower(name) = toLower($organization))
MATCH (o)<-[n:NAMES]-(c:Cable)-[:SENT_FROM]->(post:Entity)
WHERE post.id <> o.id
RETURN post.name AS post, c.sentAt.year AS year, count(DISTINCT c) AS cables,
  sum(reduce(total = 0, times IN n.counts | total + times)) AS mentions
ORDER BY cables DESC, mentions DESC, post, year
