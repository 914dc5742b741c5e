// Once for each type of entity, in place of ENTITY_TYPE. Names, counts and dates are settled later, from all cables.
// expand ENTITY_TYPE: Organization, Person, Post, Position, Place
UNWIND $rows AS row
MERGE (e:Entity {id: row.id})
ON CREATE SET e.name = row.name
SET e:ENTITY_TYPE:Stale
