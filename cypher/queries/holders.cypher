// title: Holders of an office
// description: Who held an office on a date, who before and who after, with the sentence that says so.
// parameter: position string = "BSEC Secretary General" -- name, alias or id of the office
// parameter: date string = null -- a day as 2005-05-13; without it all holders
// column: position -- the office
// column: person -- who held it
// column: when -- before, on or after the date
// column: since -- from when, by the text or else the first cable that says so
// column: until -- until when, by the text or else the last cable that says so
// column: status -- actual, former, planned or proposed
// column: support -- number of cables that say so
// column: cable -- the best evidence
// column: sentence -- its sentence
MATCH (p:Position)
WHERE p.id = $position OR any(name IN p.aliases + p.name WHERE toLower(name) = toLower($position))
MATCH (person:Person)-[h:HOLDS]->(p)
WITH p, person, h, coalesce(h.from, toString(h.firstSeen)) AS since, coalesce(h.to, toString(h.lastSeen)) AS until
OPTIONAL MATCH (k:Claim {id: h.claims[0]})
RETURN p.name AS position, person.name AS person,
  CASE
    WHEN $date IS NULL THEN 'any'
    WHEN until < $date THEN 'before'
    WHEN since > $date THEN 'after'
    ELSE 'on'
  END AS when,
  since, until, h.status AS status, h.support AS support, k.cable AS cable, k.text AS sentence
ORDER BY position, since, person
