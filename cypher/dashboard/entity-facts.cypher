// Every claim about one entity with the sentence that states it.
MATCH (e:Entity {id: $id})<-[:SUBJECT|OBJECT]-(k:Claim)
WITH DISTINCT e, k
MATCH (s:Entity)<-[:SUBJECT]-(k)-[:OBJECT]->(t:Entity), (k)-[:STATED_IN]->(p:Paragraph)
WITH k, p, s.id = e.id AS outgoing, CASE WHEN s.id = e.id THEN t ELSE s END AS other
ORDER BY k.type, k.seen, k.cable, k.start, k.id
LIMIT $limit
RETURN {claim: k.id, type: k.type, outgoing: outgoing,
  other: {id: other.id, name: other.name, type: [label IN labels(other) WHERE label IN $types][0]},
  polarity: k.polarity, modality: k.modality, rejected: coalesce(k.rejected, false), inferred: k.inferred, on: k.on, from: k.from, to: k.to,
  confidence: k.confidence, rule: k.rule, cable: k.cable, sentAt: k.seen, paragraph: p.ordinal, sentence: k.text} AS fact
