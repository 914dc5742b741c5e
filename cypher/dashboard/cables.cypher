// Cables, the latest first, by a text in their reference or subject.
MATCH (c:Cable)
WHERE c.contentHash IS NOT NULL
  AND ($text IS NULL OR toLower(c.id) CONTAINS toLower($text) OR toLower(c.subject) CONTAINS toLower($text))
WITH c ORDER BY c.sentAt DESC, c.id
LIMIT $limit
RETURN {id: c.id, subject: c.subject, sentAt: c.sentAt, origin: c.origin, classification: c.classification, partial: c.partial} AS cable
