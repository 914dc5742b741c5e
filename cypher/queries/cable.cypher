// title: What a cable says
// description: Every statement of one cable in the order of its text.
// parameter: cable string = "05BUCHAREST1129" -- the cable's reference
// column: paragraph -- number of the paragraph
// column: subject -- of whom it is said
// column: relation -- what is said
// column: object -- the other side
// column: polarity -- asserted or denied
// column: modality -- actual, planned, proposed, former or conditional
// column: date -- of the event, where the text tells
// column: sentence -- the passage
MATCH (:Cable {id: $cable})-[:HAS_PARAGRAPH]->(p:Paragraph)<-[:STATED_IN]-(k:Claim)
MATCH (s:Entity)<-[:SUBJECT]-(k)-[:OBJECT]->(o:Entity)
RETURN p.ordinal AS paragraph, s.name AS subject, k.type AS relation, o.name AS object, k.polarity AS polarity, k.modality AS modality,
  coalesce(k.on, k.from) AS date, k.text AS sentence
ORDER BY paragraph, k.start, relation, subject, object
