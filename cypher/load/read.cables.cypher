// What the graph holds of these cables, to tell the unchanged from the changed.
UNWIND $ids AS id
MATCH (c:Cable {id: id})
WHERE c.contentHash IS NOT NULL
RETURN c.id AS id, c.contentHash AS contentHash, c.extractor AS extractor, c.source AS source, c.partial AS partial, c.length AS length
