// What all cables say of all handles, and where each was last found to point.
MATCH (h:Handle)
RETURN h.id AS handle, h.entities AS entities, h.target AS target, h:Stale AS stale
