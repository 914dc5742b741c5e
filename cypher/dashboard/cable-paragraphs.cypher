// Its paragraphs with the places of what they mention, in the text's own offsets.
MATCH (:Cable {id: $id})-[:HAS_PARAGRAPH]->(p:Paragraph)
OPTIONAL MATCH (p)-[m:MENTIONS]->(e:Entity)
WITH p, m, e ORDER BY e.id
WITH p, collect(CASE WHEN e IS NULL THEN null ELSE {entity: e.id, name: e.name, type: [label IN labels(e) WHERE label IN $types][0],
  starts: m.starts, ends: m.ends, confidence: m.confidence} END) AS mentions
RETURN p.ordinal AS ordinal, p.number AS number, p.heading AS heading, p.kind AS kind, p.start AS start, p.end AS end, mentions
ORDER BY ordinal
