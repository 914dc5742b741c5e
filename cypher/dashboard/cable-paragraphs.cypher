// Its paragraphs with the places of what they mention, in the paragraph's text.
MATCH (:Cable {id: $id})-[:HAS_PARAGRAPH]->(p:Paragraph)
OPTIONAL MATCH (p)-[m:MENTIONS]->(e:Entity)
WITH p, m, e ORDER BY e.id
WITH p, collect(CASE WHEN e IS NULL THEN null ELSE {entity: e.id, name: e.name, type: [label IN labels(e) WHERE label IN $types][0],
  starts: m.textStarts, ends: m.textEnds, confidence: m.confidence, reason: m.reason, link: m.linkReason} END) AS mentions
RETURN p.ordinal AS ordinal, p.number AS number, p.heading AS heading, p.kind AS kind, p.text AS text, mentions
ORDER BY ordinal
