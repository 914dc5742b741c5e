MATCH (j:Job {id: $id})-[:SET_ASIDE]->(p:Problem)
RETURN p.source AS source, p.place AS place, p.reason AS reason
ORDER BY source, place, reason
