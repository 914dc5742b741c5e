UNWIND $ids AS id
MATCH (:Cable {id: id})-[:HAS_PARAGRAPH]->(p:Paragraph)
DETACH DELETE p
