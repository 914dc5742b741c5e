// Once for each projected relation, in place of RELATION_TYPE.
// expand RELATION_TYPE: HOLDS, POSITION_IN, PART_OF, GOVERNS, MEMBER_OF, LOCATED_IN, MET_WITH, TRAVELED_TO, COOPERATES_WITH
UNWIND $rows AS row
MATCH (s:Entity {id: row.source})
MATCH (o:Entity {id: row.target})
MERGE (s)-[r:RELATION_TYPE]->(o)
SET r = row.properties
