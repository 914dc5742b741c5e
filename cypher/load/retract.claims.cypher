UNWIND $ids AS id
MATCH (:Cable {id: id})-[:HAS_PARAGRAPH]->(:Paragraph)<-[:STATED_IN]-(k:Claim)
DETACH DELETE k
