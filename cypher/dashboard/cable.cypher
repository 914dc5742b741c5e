// One cable.
MATCH (c:Cable {id: $id})
WHERE c.contentHash IS NOT NULL
RETURN {id: c.id, subject: c.subject, sentAt: c.sentAt, origin: c.origin, classification: c.classification, source: c.source,
  partial: c.partial} AS cable
